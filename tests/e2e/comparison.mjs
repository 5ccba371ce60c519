// What a comparison comes to, worked out from the sources, and how its page is read.
import { ASPECTS, film, nameOf, rowClass, stance } from './data.mjs';

export const FILM = film('sound-of-metal');
/** The reviews of a film by the ends of their ids. */
export const some = (...ends) => ends.map((end) => FILM.reviews.find((review) => review.id === `${FILM.slug}-${end}`));
export const DIGESTS = some('a', 'b', 'c', 'd');
/** The address of a comparison of these reviews. */
export const compare = (reviews, more = '') => `compare/${FILM.slug}?reviews=${reviews.map((review) => review.id).join()}${more}`;
export const IN_WORDS = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'];
/** `3 words`, `1 word`. */
export const counted = (count, noun) => `${count} ${noun}${count === 1 ? '' : 's'}`;
/** `one, two and three`. */
export const listed = (parts) => parts.join(', ').replace(/, ([^,]*)$/, ' and $1');
/** An aspect within a sentence. */
export const inSentence = (aspect) => ({ overall: 'the film as a whole', audience: 'who it is for' })[aspect] ?? `the ${aspect.replaceAll('-', ' ')}`;

/** The claims of a review on an aspect, perhaps only those about one person. */
export const claimsOn = (review, aspect, about) => review.claims.filter((claim) => claim.aspect === aspect && (!about || claim.about === about));
/** How much the words of a claim give away. */
export const spoilerOf = (review, claim) => review.body.find((block) => block.text.includes(claim.quote)).spoiler;
/** Where the words of a claim stand in their review, as something to sort by. */
const placeOf = (review, claim) => {
  const block = review.body.findIndex(({ text }) => text.includes(claim.quote));
  return block * 1e6 + review.body[block].text.indexOf(claim.quote);
};
/** Claims in the order of the text. */
export const inText = (review, claims) => claims.toSorted((one, other) => placeOf(review, one) - placeOf(review, other));
/** The name of a claim in addresses. */
export const claimName = (review, claim) => `${review.id}:${review.claims.indexOf(claim) + 1}`;

/** What claims add up to: the name of their mark, and the words beside it. */
export function standing(claims) {
  const stances = new Set(claims.map((claim) => claim.stance));
  const one = stances.size > 1 ? 'mixed' : [...stances][0];
  const mark = claims.every((claim) => claim.hedged) ? `${one}, hedged` : one;
  const strength = Math.max(...claims.map((claim) => claim.strength));
  const words = mark[0].toUpperCase() + mark.slice(1) + [', in passing', '', ', emphatic'][strength - 1];
  return { mark, words };
}

/** Of claims on an aspect those that carry it: the strongest for its stance, or for and against. */
export function carrying(review, claims, level) {
  const hidden = (claim) => spoilerOf(review, claim) > level;
  const strongest = (side, open) => claims.filter((claim) => claim.stance === side && !(open && hidden(claim)))
    .toSorted((one, other) => other.strength - one.strength || hidden(one) - hidden(other) || Buffer.byteLength(one.quote) - Buffer.byteLength(other.quote))[0];
  const stances = new Set(claims.map((claim) => claim.stance));
  const sides = stances.has('positive') && stances.has('negative') ? ['positive', 'negative'] : [...stances];
  const found = new Set(sides.flatMap((side) => [strongest(side, false), strongest(side, true)]));
  return claims.filter((claim) => found.has(claim));
}

/** How many reviews are for, mixed, against and silent. */
export const tally = (reviews, aspect) => ['positive', 'mixed', 'negative', null].map((it) => reviews.filter((review) => stance(review, aspect) === it).length);
/** That in words, as at the head of a row. */
export const counts = (reviews, aspect) => tally(reviews, aspect).map((count, at) => count && `${count} ${['for', 'mixed', 'against', 'silent'][at]}`).filter(Boolean).join(', ');
/** The class of a row as it stands at its head. */
export function classLabel(reviews, aspect) {
  const word = rowClass(reviews, aspect);
  const speakers = reviews.length - tally(reviews, aspect)[3];
  return word[0].toUpperCase() + word.slice(1) + (word === 'consensus' ? ` of ${IN_WORDS[speakers]}` : '');
}
const CLASSES = ['split', 'qualified', 'consensus', 'lone voice', 'silent'];
/** The aspects, most contested first. */
export function contested(reviews) {
  const rank = (aspect) => CLASSES.indexOf(rowClass(reviews, aspect));
  const share = (aspect) => {
    const [positive, mixed, negative] = tally(reviews, aspect);
    return rank(aspect) === 0 ? Math.min(positive, negative) / (positive + mixed + negative) : 0;
  };
  return ASPECTS.toSorted((one, other) => rank(one) - rank(other) || share(other) - share(one));
}
/** The filters of rows, with the classes that each leaves. */
export const FILTERS = { All: CLASSES, Differ: ['split', 'qualified'], Agree: ['consensus'], 'One speaks': ['lone voice'] };

/** How two reviews agree: on how many aspects the same, opposite, and both speak. */
export function agreement(one, other) {
  const both = ASPECTS.map((aspect) => [stance(one, aspect), stance(other, aspect)]).filter(([a, b]) => a && b);
  const same = both.filter(([a, b]) => a === b).length;
  const opposite = both.filter(([a, b]) => a !== b && a !== 'mixed' && b !== 'mixed').length;
  return { same, opposite, shared: both.length };
}
/** The figure of an agreement as it is written. */
export function figure({ same, opposite, shared }) {
  const hundredths = Math.floor((Math.abs(same - opposite) * 100) / shared + 0.5);
  const sign = hundredths === 0 ? '' : same > opposite ? '+' : '−';
  return sign + (hundredths / 100).toFixed(2);
}
/** Nearest first; then what rests on more. */
export const nearest = (one, other) => (other.same - other.opposite) / other.shared - (one.same - one.opposite) / one.shared || other.shared - one.shared;

/** Waits until every row has been laid out: nothing moves under a finger any more. */
export const settled = (page) => page.waitForFunction(() => document.querySelector('main tbody tr') && !document.querySelector('main .compare[aria-busy]') && document.querySelector('main .words') && ![...document.querySelectorAll('main :is(tbody > [role], .columns-body:not([data-off]) > section):not([data-known])')].some((row) => row.getClientRects().length));
/** The table, once it is there. */
export const grid = (page) => page.getByRole('grid');
/** The names over the columns. */
export const columns = (page) => grid(page).getByRole('columnheader').evaluateAll((all) => all.slice(1).map((one) => one.ariaLabel));
export const head = (page, name) => grid(page).getByRole('columnheader', { name, exact: true });
export const namesOf = (reviews) => reviews.map(nameOf);
/** The cell of a review, by the place of its column, on an aspect, by its label. */
export const cell = (page, label, column) => grid(page).getByRole('row').filter({ has: page.getByRole('rowheader', { name: new RegExp(`^${label} `) }) }).getByRole('gridcell').nth(column);
/** A choice about what is shown. */
export const chip = (page, name) => page.getByRole('group', { name: 'What is shown' }).getByRole('link', { name });
/** What the page said last about a change. */
export const said = (page) => page.getByRole('main').getByRole('status').evaluateAll((all) => all.map((one) => one.textContent).filter(Boolean));

/** The rows that are shown: what stands at their heads, and of each cell its mark, its words and its quotes. */
export async function rows(page) {
  await grid(page).waitFor();
  return grid(page).evaluate((grid) => {
    const shown = (element) => element.checkVisibility();
    const role = (element, name) => [...element.querySelectorAll(`[role=${name}]`)].filter(shown);
    // Text that is not laid out yet is there all the same, which innerText would leave out.
    const parts = (element) => [...element.children].map((part) => part.textContent);
    const links = (element, folded) => [...element.querySelectorAll('a[href]')].filter((link) => !link.parentElement.closest('details') !== folded).map((link) => link.textContent);
    return role(grid, 'row').slice(1).map((row) => {
      const [name, ...rest] = parts(role(row, 'rowheader')[0]);
      const cells = role(row, 'gridcell').map((cell) => {
        const mark = cell.querySelector('[role=img]:not(details *)');
        return {
          mark: mark?.ariaLabel ?? null,
          words: mark?.nextElementSibling?.matches('[aria-hidden]') ? mark.nextElementSibling.textContent : null,
          open: links(cell, false),
          folded: links(cell, true),
          why: [...cell.querySelectorAll('summary')].map((summary) => summary.textContent),
        };
      });
      return { name, rest, cells };
    });
  });
}
