// How the reviews of a film, and those that are compared, stand to each other: each figure with what it rests on.
import assert from 'node:assert/strict';
import { ASPECTS, FILMS, label, nameOf, rowClass, stance } from './data.mjs';
import { DIGESTS, FILM, FILTERS, IN_WORDS, agreement, claimsOn, columns, compare, contested, counted, counts, figure, grid, namesOf, nearest, some, spoilerOf, tally } from './comparison.mjs';
import { address, articles, becomes, each, eventually, heading, open, readable, visit } from './support.mjs';

const REASONS = {
  split: 'split, because at least one is for it and at least one against',
  qualified: 'qualified, because not all stand the same, yet none is against where another is for',
  consensus: 'a consensus, because two or more speak and all stand the same',
};
const flat = (text) => text.replace(/\s+/g, ' ').trim();
const capitalised = (text) => text[0].toUpperCase() + text.slice(1);
const together = (page) => page.getByRole('region', { name: 'How they stand together' });
/** What stands under a term. */
const under = (page, term) => together(page).getByRole('term').filter({ hasText: term }).locator('xpath=following-sibling::dd');
const openAll = (locator) => locator.locator('summary').evaluateAll((all) => all.forEach((one) => one.click()));
/** The counts of two reviews, as a sentence. */
const rests = ({ same, opposite, shared }) => (shared ? `same stance on ${same}, opposite on ${opposite}, of ${counted(shared, 'aspect')} that both speak on` : 'no aspect that both speak on');
/** What a list of pairs says of each: who, the figure, the counts. */
const lines = (locator) => locator.getByRole('listitem').evaluateAll((all) => all.map((one) => [...one.children].map((part) => part.textContent)));
const line = (name, pair) => [name, pair.shared ? figure(pair) : '–', rests(pair)];
/** Nearest first; those that have nothing in common last. */
const byNearness = (one, other) => (one.shared === 0) - (other.shared === 0) || (one.shared ? nearest(one, other) : 0);
const others = (film, review) => film.reviews.filter((it) => it !== review).map((other) => ({ other, ...agreement(review, other) })).toSorted(byNearness);
/** How a review stands to all the others together. */
function rest(film, review) {
  const sum = (what) => others(film, review).reduce((all, pair) => all + pair[what], 0);
  return { review, same: sum('same'), opposite: sum('opposite'), shared: sum('shared') };
}

visit('a film’s page names the most contested aspect, the lone voices, and who is nearest to and farthest from the rest', async (page) => {
  await each(FILMS.map((film) => [film.title, film]), async (film) => {
    await open(page, `film/${film.slug}`);
    await openAll(together(page));
    const [most] = contested(film.reviews);
    const told = async (term) => flat(await under(page, term).textContent());
    assert.equal(await told('Most contested'), `${label(most)}. ${capitalised(counts(film.reviews, most))}: ${REASONS[rowClass(film.reviews, most)]}.`);
    const lone = ASPECTS.filter((aspect) => rowClass(film.reviews, aspect) === 'lone voice');
    const voices = lone.map((aspect) => `${label(aspect)}: ${nameOf(film.reviews.find((review) => stance(review, aspect)))}`);
    assert.deepEqual(await under(page, 'Lone voices').getByRole('listitem').allTextContents(), voices);
    const all = film.reviews.map((review) => rest(film, review)).toSorted(byNearness);
    for (const [term, { review, ...sum }] of [['Nearest to the rest', all[0]], ['Farthest from the rest', all.at(-1)]]) {
      const figures = `${figure(sum)}: same stance ${sum.same} and opposite ${sum.opposite} of the ${counted(sum.shared, 'time')} that it and another speak on an aspect`;
      assert.ok((await told(term)).startsWith(`${nameOf(review)}${figures}`), `${term}: ${await told(term)}`);
      assert.deepEqual(await lines(under(page, term)), others(film, review).map(({ other, ...pair }) => line(nameOf(other), pair)), term);
      await under(page, term).getByText('Same stances minus opposite ones, divided by their number, added over all other reviews. From −1 to +1.').waitFor();
    }
    const terms = ['Most contested', ...(lone.length ? ['Lone voices'] : []), 'Nearest to the rest', 'Farthest from the rest'];
    assert.deepEqual(await together(page).getByRole('term').allTextContents(), terms);
  });
});

visit('each of them leads to the claims that it rests on', async (page) => {
  const film = FILMS.find((it) => it !== FILM && ASPECTS.some((aspect) => rowClass(it.reviews, aspect) === 'lone voice'));
  const [most] = contested(film.reviews);
  const lone = ASPECTS.find((aspect) => rowClass(film.reviews, aspect) === 'lone voice');
  await open(page, `film/${film.slug}`);
  for (const aspect of [most, lone]) {
    await together(page).getByRole('link', { name: label(aspect), exact: true }).click();
    await becomes(page, () => address(page), `film/${film.slug}?aspect=${aspect}`);
    const speak = film.reviews.filter((review) => stance(review, aspect));
    await becomes(page, async () => (await articles(page)).toSorted(), namesOf(speak).toSorted());
    for (const review of speak) {
      const marked = page.getByRole('article', { name: nameOf(review) }).locator('mark');
      await eventually(page, async () => {
        const words = (await marked.allTextContents()).join('');
        for (const claim of claimsOn(review, aspect)) assert.ok(words.includes(claim.quote), claim.quote);
      });
    }
  }
  const [{ review }] = film.reviews.map((it) => rest(film, it)).toSorted(byNearness);
  const [{ other }] = others(film, review);
  await openAll(together(page));
  await under(page, 'Nearest to the rest').getByRole('link', { name: nameOf(other), exact: true }).click();
  await grid(page).waitFor();
  assert.equal(address(page), `compare/${film.slug}?reviews=${review.id},${other.id}`);
  const text = flat(await readable(page, grid(page)));
  const claim = review.claims.find((it) => claimsOn(review, it.aspect).length === 1 && spoilerOf(review, it) <= 2);
  assert.ok(text.includes(flat(claim.quote)), claim.quote);
});

const SETS = [['the digests', FILM, DIGESTS], ['six', FILM, some('the-sound-booth', 'a', 'slow-cinema-club', 'c', 'matinee', 'aisle-seat')], ...FILMS.filter((it) => it !== FILM).slice(0, 3).map((film) => [film.title, film, film.reviews])];
visit('a comparison counts its classes and says how near its reviews stand, two by two', async (page) => {
  await each(SETS, async (film, reviews) => {
    await open(page, `compare/${film.slug}?reviews=${reviews.map((review) => review.id).join()}`);
    await page.getByText('How near they stand to each other').click();
    const near = page.getByRole('group').filter({ has: page.getByText('How near they stand to each other') }).last();
    const count = (...words) => ASPECTS.filter((aspect) => words.includes(rowClass(reviews, aspect))).length;
    const [differ, agree, one, silent] = [count(...FILTERS.Differ), count('consensus'), count('lone voice'), count('silent')];
    await near.getByText(`Of ${counted(differ + agree, 'aspect')} that two or more speak on, they differ on ${differ} and agree on ${agree}. On ${one} one speaks alone, on ${silent} no one speaks.`, { exact: true }).waitFor();
    await near.getByText('Two reviews: same stances minus opposite ones, divided by the number of aspects that both speak on. From −1 to +1; opposite is for against against.').waitFor();
    const pairs = reviews.flatMap((a, at) => reviews.slice(at + 1).map((b) => ({ who: [a, b], ...agreement(a, b) }))).toSorted(byNearness);
    assert.deepEqual(await lines(near), pairs.map(({ who, ...pair }) => line(namesOf(who).join(' and '), pair)));
  });
});

visit('two that agree or quarrel are one click from being compared alone, aspect by aspect as they were counted', async (page) => {
  await open(page, compare(DIGESTS));
  await page.getByText('How near they stand to each other').click();
  const pairs = DIGESTS.flatMap((a, at) => DIGESTS.slice(at + 1).map((b) => ({ who: [a, b], ...agreement(a, b) }))).toSorted(byNearness);
  const { who, same, opposite, shared } = pairs.at(-1);
  await page.getByRole('link', { name: namesOf(who).join(' and '), exact: true }).click();
  await becomes(page, () => columns(page), namesOf(who));
  assert.equal(address(page), compare(who));
  assert.equal(await heading(page).innerText(), `${FILM.title}, ${IN_WORDS[2]} ways`);
  const rows = await grid(page).getByRole('rowheader').allTextContents();
  const of = (word) => ASPECTS.filter((aspect) => rows.some((row) => row.startsWith(`${label(aspect)} ${word}`))).length;
  assert.deepEqual([of('Consensus'), of('Split'), of('Consensus') + of('Split') + of('Qualified')], [same, opposite, shared]);
});

visit('a row of the words says how its class was worked out', async (page) => {
  await open(page, compare(DIGESTS));
  for (const aspect of contested(DIGESTS).filter((it) => tally(DIGESTS, it)[3] < 3).slice(0, 6)) {
    const told = `${capitalised(counts(DIGESTS, aspect))}: ${REASONS[rowClass(DIGESTS, aspect)]}.`;
    await page.getByRole('region', { name: label(aspect), exact: true }).getByText(told, { exact: true }).waitFor({ state: 'attached' });
  }
});
