// The sources that the site is built from, and what follows from them: worked out here anew, so that
// the site's own figures are held against something.
import { readFileSync, readdirSync } from 'node:fs';

const folder = new URL('../../public/data/', import.meta.url);
const json = (path) => JSON.parse(readFileSync(new URL(path, folder), 'utf8'));

export const ASPECTS = [
  'story', 'theme', 'acting', 'direction', 'writing', 'cinematography', 'sound', 'editing', 'pacing',
  'production-design', 'effects', 'representation', 'overall', 'audience',
];
export const REVIEWERS = json('reviewers.json');
export const FILMS = readdirSync(new URL('films/', folder)).filter((name) => name.endsWith('.json')).map((name) => json(`films/${name}`));

/** The film of that slug. */
export const film = (slug) => FILMS.find((it) => it.slug === slug);
/** A review's author, as shown. */
export const nameOf = (review) => REVIEWERS.find((it) => it.slug === review.reviewer).name;
/** `production-design` as shown at the head of a row. */
export const label = (aspect) => (aspect[0].toUpperCase() + aspect.slice(1)).replaceAll('-', ' ');

/** A grade on the common scale (PRODUCT.md, Scores); none for thumbs and for no grade. */
export function score(grade) {
  if (grade === null || grade.startsWith('thumbs')) return null;
  const twelfths = ['F', null, 'D-', 'D', 'D+', 'C-', 'C', 'C+', 'B-', 'B', 'B+', 'A-', 'A'];
  if (grade === 'A+') return 100;
  if (twelfths.includes(grade)) return Math.floor((100 * twelfths.indexOf(grade)) / 12 + 0.5);
  if (grade.endsWith('%')) return Number(grade.slice(0, -1));
  const [part, whole] = grade.split('/').map(Number);
  return Math.floor((100 * part) / whole + 0.5);
}

/** The average score of a film; none where no review has one. */
export function average({ reviews }) {
  const scores = reviews.map((review) => score(review.grade)).filter((it) => it !== null);
  return scores.length ? Math.floor(scores.reduce((sum, it) => sum + it, 0) / scores.length + 0.5) : null;
}

/** A review's stance on an aspect: `positive`, `mixed`, `negative` or none. */
export function stance(review, aspect) {
  const stances = new Set(review.claims.filter((claim) => claim.aspect === aspect).map((claim) => claim.stance));
  return stances.size > 1 ? 'mixed' : ([...stances][0] ?? null);
}

/** How some reviews stand to each other on an aspect. */
export function rowClass(reviews, aspect) {
  const stances = reviews.map((review) => stance(review, aspect)).filter(Boolean);
  if (stances.length < 2) return ['silent', 'lone voice'][stances.length];
  if (stances.includes('positive') && stances.includes('negative')) return 'split';
  return new Set(stances).size === 1 ? 'consensus' : 'qualified';
}

/** The aspects that split a film's reviews, and the number of those that two or more speak on. */
export function contention({ reviews }) {
  const classes = ASPECTS.map((aspect) => rowClass(reviews, aspect));
  return {
    splits: classes.filter((it) => it === 'split').length,
    shared: classes.filter((it) => !['silent', 'lone voice'].includes(it)).length,
  };
}

/** The words of a review. */
export const words = (review) => review.body.flatMap((block) => block.text.split(/\s+/).filter(Boolean)).length;

/** A film's title without the article that its order leaves out. */
export const titleKey = ({ title }) => title.toLowerCase().normalize('NFKD').replace(/[\u0300-\u036f]/g, '').replace(/^(the|an?) /, '');

/** The values of a film for each facet of the catalogue, as shown. */
export const FACETS = {
  Genre: (it) => it.genres.map((genre) => genre[0].toUpperCase() + genre.slice(1)),
  Decade: (it) => [`${Math.floor(it.year / 10) * 10}s`],
  Director: (it) => it.directors,
  Certificate: (it) => (it.certificate ? [it.certificate.code] : []),
  Reviewer: (it) => it.reviews.map(nameOf),
};
