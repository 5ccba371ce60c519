// Reviews of one film side by side.
import assert from 'node:assert/strict';
import { ASPECTS, FILMS, film, label, nameOf, rowClass, stance } from './data.mjs';
import { address, articles, becomes, each, heading, open, readable, visit } from './support.mjs';

const FILM = film('sound-of-metal');
const DIGESTS = ['a', 'b', 'c', 'd'].map((letter) => FILM.reviews.find((review) => review.id === `sound-of-metal-${letter}`));
const NAMES = ['The aspect-by-aspect one', 'The quick take', 'The magazine essay', 'Ray Schillaci'];

/** The table as a reader meets it: columns, then `[aspect, class, marks]` by row; people's rows are left out. */
async function table(page) {
  const grid = page.getByRole('grid');
  await grid.waitFor();
  const found = await grid.evaluate((grid) => {
    const role = (element, name) => [...element.querySelectorAll(`[role=${name}]`)];
    const [head, ...rows] = role(grid, 'row');
    return {
      columns: role(head, 'columnheader').slice(1).map((one) => one.ariaLabel),
      rows: rows.map((row) => {
        // Not as it is shown: rows far from the screen are not laid out, and have no such text.
        const [aspect, words] = [...role(row, 'rowheader')[0].children].map((part) => part.textContent);
        const marks = role(row, 'gridcell').map((cell) => cell.querySelector('[role=img]')?.ariaLabel ?? cell.textContent);
        return [aspect, words, marks];
      }),
    };
  });
  const labels = ASPECTS.map(label);
  return { ...found, rows: found.rows.filter(([name]) => labels.includes(name)) };
}
/** The people whom a comparison has a row for under an aspect. */
const peopleOn = (reviews, aspect) => [...new Set(reviews.flatMap((review) => review.claims)
  .filter((claim) => claim.aspect === aspect && claim.about).map((claim) => claim.about))];
const column = (grid, name) => grid.getByRole('columnheader', { name, exact: true });
const row = (page, aspect) => page.getByRole('grid').getByRole('row').filter({ has: page.getByRole('rowheader', { name: new RegExp(`^${aspect} `) }) });

visit('the four digests of Sound of Metal agree, split and fall silent as their reviews do', async (page) => {
  await open(page, 'compare/sound-of-metal');
  const [p, m, n, s] = ['positive', 'mixed', 'negative', 'silent'];
  assert.deepEqual(await table(page), {
    columns: NAMES,
    rows: [
      ['Pacing', 'Split', [m, n, p, s]],
      ['Writing', 'Qualified', [p, m, p, p]],
      ['Representation', 'Qualified', [`${m}, hedged`, p, p, s]],
      ['Theme', 'Consensus of four', [p, p, p, p]],
      ['Acting', 'Consensus of four', [p, p, p, p]],
      ['Direction', 'Consensus of four', [p, p, p, p]],
      ['Cinematography', 'Consensus of three', [p, p, s, p]],
      ['Sound', 'Consensus of four', [p, p, p, p]],
      ['Overall', 'Consensus of four', [p, p, p, p]],
      ['Story', 'Lone voice', [s, s, p, s]],
      ['Editing', 'Lone voice', [p, s, s, s]],
      ['Production design', 'Lone voice', [p, s, s, s]],
      ['Effects', 'Lone voice', [p, s, s, s]],
      ['Audience', 'Lone voice', [s, p, s, s]],
    ],
  });
  assert.equal(await heading(page).innerText(), 'Sound of Metal, four ways');
  await page.getByText('They split on the pacing. They agree on the theme, the acting, the direction, the cinematography, the sound and the film as a whole. They differ in degree on the writing and the representation. Five aspects only one of them mentions.').waitFor();
  await page.getByText('These are the ones that this film opens with.').waitFor();
});

visit('a table of one column a review: roles, names and the grade as written', async (page) => {
  await open(page, 'compare/sound-of-metal?reviews=sound-of-metal-matinee,sound-of-metal-aisle-seat,sound-of-metal-b');
  const grid = page.getByRole('grid', { name: 'Reviews of Sound of Metal, aspect by aspect' });
  assert.equal(await grid.evaluate((it) => it.tagName), 'TABLE');
  const compared = ['sound-of-metal-matinee', 'sound-of-metal-aisle-seat', 'sound-of-metal-b'].map((id) => FILM.reviews.find((it) => it.id === id));
  const rows = ASPECTS.length + ASPECTS.flatMap((aspect) => peopleOn(compared, aspect)).length;
  assert.equal(await grid.getByRole('row').count(), rows + 1);
  assert.equal(await grid.getByRole('rowheader').count(), rows);
  assert.equal(await grid.getByRole('gridcell').count(), 3 * rows);
  assert.match(await column(grid, 'Matinee').innerText(), /3\/5\s+60 of 100/);
  assert.match(await column(grid, 'The Aisle Seat').innerText(), /thumbs down\s+no score/);
  assert.match(await column(grid, 'The quick take').innerText(), /No score given/);
  await column(grid, 'Matinee').getByRole('link').click();
  await becomes(page, () => articles(page), ['Matinee']);
  assert.equal(address(page), 'film/sound-of-metal?reviewer=matinee');
});

visit('a mixed cell shows what is for and what is against, and a cell keeps the rest one step away', async (page) => {
  await open(page, 'compare/sound-of-metal');
  const quotes = (claims) => claims.map((claim) => claim.quote);
  // A row that is not laid out yet has no inner text.
  await row(page, 'Pacing').scrollIntoViewIfNeeded();
  const pacing = await row(page, 'Pacing').getByRole('gridcell').first().innerText();
  for (const quote of quotes(DIGESTS[0].claims.filter((claim) => claim.aspect === 'pacing'))) assert.ok(pacing.includes(quote), quote);
  const acting = row(page, 'Acting').getByRole('gridcell').nth(2);
  const [first, ...rest] = quotes(DIGESTS[2].claims.filter((claim) => claim.aspect === 'acting'));
  await acting.scrollIntoViewIfNeeded();
  assert.ok((await acting.innerText()).includes(first));
  assert.ok(rest.length > 0);
  for (const quote of rest) assert.ok(!(await acting.innerText()).includes(quote));
  await acting.getByText('and 2 more, on Olivia Cooke and Paul Raci').click();
  for (const quote of rest) assert.ok((await acting.innerText()).includes(quote), quote);
});

visit('every quote stands in its review, and a digest is not in quotation marks', async (page) => {
  await open(page, 'compare/sound-of-metal?reviews=sound-of-metal-a,sound-of-metal-matinee');
  const cells = (place) => page.getByRole('grid').getByRole('row').locator(`[role=gridcell]:nth-child(${place + 2})`);
  const quoted = await cells(1).locator('q').allTextContents();
  const matinee = FILM.reviews.find((review) => review.reviewer === 'matinee');
  // A claim about a person stands in the aspect's row and may stand in the person's too.
  assert.deepEqual([...new Set(quoted)].toSorted(), matinee.claims.map((claim) => claim.quote).toSorted());
  assert.equal(await cells(0).locator('q').count(), 0);
});

visit('columns stand in the order of the address, and change with it', async (page) => {
  const ids = ['sound-of-metal-d', 'sound-of-metal-matinee', 'sound-of-metal-a', 'sound-of-metal-front-row-left', 'sound-of-metal-b', 'sound-of-metal-the-sound-booth'];
  const reviews = ids.map((id) => FILM.reviews.find((review) => review.id === id));
  await open(page, `compare/sound-of-metal?reviews=${ids.join()}`);
  const found = await table(page);
  assert.deepEqual(found.columns, reviews.map(nameOf));
  assert.equal(found.rows.length, ASPECTS.length);
  for (const [name, words, marks] of found.rows) {
    const aspect = ASPECTS.find((it) => label(it) === name);
    assert.equal(words.toLowerCase().replace(/ of .*/, ''), rowClass(reviews, aspect), aspect);
    assert.deepEqual(marks.map((mark) => mark.split(',')[0]), reviews.map((review) => stance(review, aspect) ?? 'silent'), aspect);
  }
  const order = ['split', 'qualified', 'consensus', 'lone voice', 'silent'];
  const places = found.rows.map(([, words]) => order.indexOf(words.toLowerCase().replace(/ of .*/, '')));
  assert.deepEqual(places, places.toSorted((one, other) => one - other), 'the most contested rows stand first');
});

/** The four reviews with the most splits, then the most aspects spoken of, then first in the file. */
function mostContrasting(reviews) {
  let best = [-1, -1];
  const sets = reviews.flatMap((a, i) => reviews.slice(i + 1).flatMap((b, j) => reviews.slice(i + j + 2)
    .flatMap((c, k) => reviews.slice(i + j + k + 3).map((d) => [a, b, c, d]))));
  let found;
  for (const set of sets) {
    const classes = ASPECTS.map((aspect) => rowClass(set, aspect));
    const figures = [classes.filter((it) => it === 'split').length, classes.filter((it) => it !== 'silent').length];
    if (figures[0] > best[0] || (figures[0] === best[0] && figures[1] > best[1])) [best, found] = [figures, set];
  }
  return found;
}

visit('a film whose file names no set opens with the four reviews that differ most', async (page) => {
  await each(FILMS.filter((it) => !it.compare).slice(0, 4).map((it) => [it.title, it]), async ({ slug, reviews }) => {
    await open(page, `film/${slug}`);
    await page.getByRole('link', { name: 'Compare the four that differ most' }).click();
    assert.deepEqual((await table(page)).columns, mostContrasting(reviews).map(nameOf));
    await page.getByText('These are the ones that differ most').waitFor();
    assert.equal(address(page), `compare/${slug}`);
  });
});

visit('what gives the ending away stays folded in the comparison too', async (page) => {
  const away = (review) => review.claims.filter((claim) => review.body.some((block) => block.spoiler === 3 && block.text.includes(claim.quote)));
  const reviews = FILM.reviews.filter((review) => away(review).length).slice(0, 6);
  assert.ok(reviews.length > 1);
  await open(page, `compare/sound-of-metal?reviews=${reviews.map((review) => review.id).join()}`);
  const more = page.getByRole('grid').locator('summary').filter({ hasText: /^and \d+ more/ });
  for (const summary of await more.all()) await summary.click();
  const text = await readable(page);
  for (const claim of reviews.flatMap(away)) assert.ok(!text.includes(claim.quote), claim.quote);
  await page.getByRole('grid').getByText('Gives away the ending').first().click();
  const opened = await readable(page);
  assert.ok(reviews.flatMap(away).some((claim) => opened.includes(claim.quote)));
});
