// The film cards of the catalogue by hand, in plain JavaScript: what the site is measured beside.
// The same list, read from the same file, drawn as the same HTML; no search, no filters, no other page.
import { titleCards } from './title_cards.js';

const ASPECTS = ['story', 'theme', 'acting', 'direction', 'writing', 'cinematography', 'sound', 'editing', 'pacing', 'production design', 'effects', 'representation', 'overall', 'audience'];
const LETTERS = { A: 12, B: 9, C: 6, D: 3, F: 0 };
const SIGNS = { '+': 1, '-': -1, '−': -1, '–': -1 };
const ENTITIES = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

const escaped = (text) => text.replace(/[&<>"]/g, (letter) => ENTITIES[letter]);
const counted = (count, noun) => `${count} ${noun}${count === 1 ? '' : 's'}`;
const listed = (names) => (names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`);
const sortKey = (title) => title.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/^(?:the|a|an) /, '');
/** `of` is the whole; halves are rounded up. */
const percent = (part, of) => Math.min(100, Math.floor((200 * part + of) / (2 * of)));

/** A grade as a number from 0 to 100; none of thumbs, or where there is no grade. */
function score(grade) {
  if (!grade || grade.startsWith('thumbs')) return undefined;
  const [points, whole] = grade.split('/');
  if (whole) return percent(Math.round(Number(points) * 100), Number(whole) * 100);
  if (grade.endsWith('%')) return percent(Math.round(Number.parseFloat(grade) * 100), 10_000);
  return percent(Math.min(12, LETTERS[grade[0]] + (SIGNS[grade[1]] ?? 0)), 12);
}

/** How many reviews there are, their average, and where they split. */
function verdict(reviews) {
  const scores = reviews.map((review) => score(review[6])).filter((value) => value !== undefined);
  let text = counted(reviews.length, 'review');
  if (scores.length) text += `, average ${percent(scores.reduce((sum, value) => sum + value, 0), scores.length * 100)}`;
  const splits = [];
  let shared = 0;
  for (let aspect = 0; aspect < ASPECTS.length; aspect += 1) {
    const stances = [0, 0, 0];
    for (const { 8: standings } of reviews) {
      const code = standings.charCodeAt(aspect) - 97;
      if (code >= 0) stances[Math.floor(code / 6)] += 1;
    }
    const [positive, mixed, negative] = stances;
    const speakers = positive + mixed + negative;
    if (speakers < 2) continue;
    shared += 1;
    if (positive && negative) splits.push({ aspect, share: Math.min(positive, negative) / speakers });
  }
  if (!shared) return text;
  if (!splits.length) return `${text}, no split`;
  splits.sort((one, other) => other.share - one.share || one.aspect - other.aspect);
  const more = splits.length > 1 ? ` and ${splits.length - 1} more` : '';
  return `${text}, <b>split</b> on ${ASPECTS[splits[0].aspect]}${more}`;
}

/** The script waits for nothing, so it may be there before the list's place in the page is. */
const parsed = () => document.readyState !== 'loading' || new Promise((done) => { document.addEventListener('DOMContentLoaded', done, { once: true }); });

async function draw({ base, index }) {
  const { films } = await (await fetch(index)).json();
  const pictures = titleCards(films);
  const cards = films.map((film, number) => ({
    key: sortKey(film.title),
    year: film.year,
    html: `<li><a class="film-card" href="${base}film/${film.slug}">${pictures[number]}<h3 dir="auto">${escaped(film.title)}</h3>`
      + `<p class="meta">${film.year} · ${escaped(listed(film.directors))}</p><p class="verdict">${verdict(film.reviews)}</p></a></li>`,
  }));
  cards.sort((one, other) => (one.key < other.key ? -1 : Number(one.key > other.key)) || one.year - other.year);
  await parsed();
  document.querySelector('.film-grid').innerHTML = cards.map((card) => card.html).join('');
}

draw(document.querySelector('script').dataset);
