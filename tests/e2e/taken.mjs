// A comparison as it is taken along in files: what they hold by the sources, and how they are read.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { ASPECTS, REVIEWERS, label, nameOf, rowClass, score, stance } from './data.mjs';
import { IN_WORDS, carrying, claimsOn, classLabel, contested, counts, inSentence, listed, spoilerOf, standing } from './comparison.mjs';

const AWAY = ['the premise', 'the set-up', 'what happens on the way', 'the ending or a twist'];
const KINDS = { digest: 'Digest', full: 'Review', house: 'House column' };
const reviewerOf = (review) => REVIEWERS.find((it) => it.slug === review.reviewer);
const capitalised = (text) => text[0].toUpperCase() + text.slice(1);

/** What reviews split and agree on, in words. */
export function summary(reviews) {
  const of = (word) => contested(reviews).filter((aspect) => rowClass(reviews, aspect) === word).map(inSentence);
  const verbs = { split: 'split on', consensus: 'agree on', qualified: 'differ in degree on' };
  const sentences = Object.entries(verbs).filter(([word]) => of(word).length).map(([word, verb]) => `They ${verb} ${listed(of(word))}.`);
  const lone = of('lone voice').length;
  if (lone) sentences.push(lone === 1 ? 'One aspect only one of them mentions.' : `${capitalised(IN_WORDS[lone])} aspects only one of them mentions.`);
  return sentences.join(' ');
}

/**
 * What a document in Markdown says of these reviews, its marks of emphasis and links in place and nothing
 * escaped. The names are letters while they are hidden; then outlets and grades are too.
 */
export function markdown(film, reviews, { aspects = contested(reviews), names = reviews.map(nameOf), blind = false, level = 2, url }) {
  const grade = ({ grade }) => {
    if (!grade) return 'no grade';
    return score(grade) === null ? `graded ${grade} (a verdict without a score)` : `graded ${grade} (${score(grade)} of 100)`;
  };
  const byline = ({ kind, outlet }) => (kind !== 'house' && outlet ? `${outlet}, ${KINDS[kind].toLowerCase()}` : KINDS[kind]);
  const who = reviews.map((review, at) => `- **${names[at]}**: ${blind ? KINDS[review.kind] : `${byline(review)}; ${grade(review)}`}`);
  const words = (review, claim) => {
    const given = spoilerOf(review, claim);
    const quote = review.kind === 'digest' ? claim.quote : `“${claim.quote}”`;
    return (given > level ? `(a quote that gives away ${AWAY[given]} is left out)` : quote) + (claim.about ? ` (about ${claim.about})` : '');
  };
  const voice = (review, name, aspect) => {
    const claims = claimsOn(review, aspect);
    const lead = carrying(review, claims, level);
    const alike = new Set(claims.map((claim) => claim.stance)).size === 1;
    const side = (claim) => (alike ? '' : `${{ positive: 'for', mixed: 'mixed', negative: 'against' }[claim.stance]}: `);
    const told = standing(claims).words;
    return [`- **${name}**: ${told[0].toLowerCase()}${told.slice(1)}`, ...[...lead, ...claims.filter((it) => !lead.includes(it))].map((claim) => `  - ${side(claim)}${words(review, claim)}`)];
  };
  const parts = [`# ${film.title} (${film.year}), ${IN_WORDS[reviews.length]} reviews compared`];
  if (url) parts.push(`[The comparison, with the reviews themselves](${url})`);
  parts.push(summary(reviews), '## The reviews', who.join('\n'));
  if (reviews.some(({ kind }) => kind === 'digest')) parts.push('A digest reports a review in our words. What it says stands without quotation marks.');
  for (const aspect of aspects.filter((it) => rowClass(reviews, it) !== 'silent')) {
    const silent = names.filter((_, at) => !stance(reviews[at], aspect));
    const lines = reviews.flatMap((review, at) => (stance(review, aspect) ? voice(review, names[at], aspect) : []));
    parts.push(`## ${label(aspect)}: ${classLabel(reviews, aspect)} (${counts(reviews, aspect)})`, [...lines, ...(silent.length ? [`- Silent: ${listed(silent)}`] : [])].join('\n'));
  }
  return `${parts.join('\n\n')}\n`;
}
/** A document in Markdown without its escapes. */
export const unescaped = (document) => document.replace(/\\([!-/:-@[-`{-~])/g, '$1');

/** The lines of a table of claims, by the names of its columns; what would start a formula has an apostrophe before it. */
export function claimLines(film, reviews, { names = reviews.map(nameOf), blind = false } = {}) {
  const lines = ASPECTS.flatMap((aspect) => reviews.flatMap((review, at) => claimsOn(review, aspect).map((claim) => ({
    film: film.title, year: String(film.year), aspect, class: rowClass(reviews, aspect).replace(' ', '-'),
    reviewer: names[at], kind: review.kind,
    outlet: (!blind && review.outlet) || '', grade: (!blind && review.grade) || '', score: blind || !review.grade ? '' : String(score(review.grade) ?? ''),
    stance: claim.stance, strength: String(claim.strength), hedged: claim.hedged ? 'yes' : 'no',
    about: claim.about ?? '', quote: claim.quote, spoiler: String(spoilerOf(review, claim)),
  }))));
  const harmless = (cell) => (/^[=+\-@]/.test(cell) ? `'${cell}` : cell);
  return lines.map((line) => Object.fromEntries(Object.entries(line).map(([name, cell]) => [name, harmless(cell)])));
}

/** Reads a table as RFC 4180 has it: its lines as objects, by the names in the first. */
export function readCsv(text) {
  assert.ok(text.startsWith('\ufeff'), 'spreadsheets see that it is UTF-8');
  assert.ok(text.endsWith('\r\n'));
  const lines = [[]];
  const cell = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/y;
  for (cell.lastIndex = 1; cell.lastIndex < text.length;) {
    const at = cell.lastIndex;
    const found = cell.exec(text);
    assert.ok(found, `no cell at ${at}: ${text.slice(at, at + 60)}`);
    lines.at(-1).push(found[1]?.replaceAll('""', '"') ?? found[2]);
    if (found[3] === '\r\n') lines.push([]);
  }
  const [columns, ...rest] = lines.slice(0, -1);
  for (const line of rest) assert.equal(line.length, columns.length, line.join(' | '));
  return rest.map((line) => Object.fromEntries(columns.map((name, at) => [name, line[at]])));
}

const only = (node) => Object.fromEntries(Object.entries(node).filter(([, value]) => value !== undefined && value !== null && !(Array.isArray(value) && !value.length)));
const named = (type, name) => (name ? { '@type': type, name } : null);

/** What linked data says of these reviews, as nodes of schema.org. */
export function linkedData(film, reviews, { blind = false, level = 2, page }) {
  const movie = { '@type': 'Movie', '@id': `${page}#film`, name: film.title };
  const told = (text) => (blind ? null : text);
  const notes = (review, side) => {
    const quotes = [...new Set(review.claims.filter((claim) => claim.stance === side && spoilerOf(review, claim) <= level).map(({ quote }) => quote))];
    return quotes.length ? { '@type': 'ItemList', itemListElement: quotes.map((name, at) => ({ '@type': 'ListItem', position: at + 1, name })) } : null;
  };
  const rating = ({ grade }) => {
    if (blind || !grade || score(grade) === null) return null;
    const [points, whole] = grade.endsWith('%') ? [grade.slice(0, -1), 100] : grade.includes('/') ? grade.split('/') : [String(score(grade)), 100];
    return { '@type': 'Rating', ratingValue: points, bestRating: Number(whole), worstRating: 0, name: grade };
  };
  const text = (review) => review.body
    .filter((block) => block.spoiler <= level && (!block.borrowed || review.kind === 'digest') && !(blind && block.kind === 'boilerplate'))
    .flatMap((block) => [block.heading, block.text].filter(Boolean)).join('\n\n') || null;
  const common = (review) => ({ '@id': told(`${page}#review-${review.id}`), name: told(review.headline), inLanguage: review.language });
  const digest = (review) => {
    const { by, url, note, outlet = review.outlet } = review.source ?? {};
    const original = only({ url, author: named('Person', by), publisher: named('Organization', outlet ?? review.outlet), datePublished: review.published });
    return only({
      '@type': 'CreativeWork', ...common(review), about: movie, creator: told(named('Organization', 'Crosscut')), description: told(note),
      isBasedOn: told(url || by || outlet || review.outlet ? { '@type': 'CreativeWork', ...original } : null), text: text(review),
    });
  };
  const own = (review) => {
    const house = review.kind === 'house';
    const author = house ? named('Organization', 'Crosscut') : reviewerOf(review).kind === 'person' ? named('Person', nameOf(review)) : null;
    return only({
      '@type': 'Review', ...common(review), itemReviewed: movie, datePublished: told(review.published), author: told(author),
      isPartOf: told(house ? named('CreativeWorkSeries', nameOf(review)) : null), publisher: told(house ? null : named('Organization', review.outlet)),
      reviewRating: rating(review), reviewAspect: ASPECTS.filter((aspect) => stance(review, aspect)).map(label),
      positiveNotes: notes(review, 'positive'), negativeNotes: notes(review, 'negative'), reviewBody: text(review),
    });
  };
  const imdb = film.ids.imdb && `https://www.imdb.com/title/${film.ids.imdb}/`;
  const whole = only({ ...movie, dateCreated: String(film.year), director: film.directors.map((name) => named('Person', name)), sameAs: imdb });
  return { '@context': 'https://schema.org', '@graph': [whole, ...reviews.map((review) => (review.kind === 'digest' ? digest : own)(review))] };
}

/** Waits for the file that something has the browser save: its name and its text. */
export async function saved(page, act) {
  const [download] = await Promise.all([page.waitForEvent('download'), act()]);
  return { name: download.suggestedFilename(), text: readFileSync(await download.path(), 'utf8') };
}
