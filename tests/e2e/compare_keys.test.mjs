// A comparison by keyboard: the table as an ARIA grid, what is told of changes, and the list of keys.
import assert from 'node:assert/strict';
import { label, nameOf } from './data.mjs';
import { carrying, cell, chip, claimName, claimsOn, columns, compare, contested, grid, head, namesOf, said, some } from './comparison.mjs';
import { address, becomes, eventually, focused, open, tabTo, visit } from './support.mjs';

const THREE = some('matinee', 'the-sound-booth', 'c');
const ORDER = contested(THREE);
/** The cell that has the focus, by row and column as they are shown; and how many stops of the Tab key there are. */
const place = (page) => grid(page).evaluate((grid) => {
  const cells = (row) => [...row.querySelectorAll('[role=columnheader], [role=rowheader], [role=gridcell]')].filter((it) => it.getClientRects().length);
  const rows = [...grid.querySelectorAll('[role=row]')].filter((it) => it.getClientRects().length);
  const y = rows.findIndex((row) => row.contains(document.activeElement));
  const x = y < 0 ? -1 : cells(rows[y]).indexOf(document.activeElement);
  return [y, x];
});
const size = (page) => grid(page).evaluate((grid) => [...grid.querySelectorAll('[role=row]')].filter((it) => it.getClientRects().length).length);
const stops = (page) => grid(page).locator('[tabindex="0"]').count();
const hasFocus = (locator) => locator.evaluate((it) => it === document.activeElement);
const gets = (page, locator, why) => eventually(page, async () => assert.ok(await hasFocus(locator), `${why}: the focus is on ${await focused(page)}`));

visit('the table is one stop of the Tab key; arrows, Home and End go from cell to cell and stop at the edges', async (page) => {
  await open(page, compare(THREE));
  await grid(page).waitFor();
  const last = (await size(page)) - 1;
  const start = cell(page, label(ORDER[0]), 0);
  await tabTo(page, start);
  assert.deepEqual(await place(page), [1, 1]);
  const steps = [
    ['ArrowRight', 1, 2], ['ArrowDown', 2, 2], ['ArrowUp', 1, 2], ['ArrowLeft', 1, 1], ['ArrowLeft', 1, 0], ['ArrowLeft', 1, 0],
    ['ArrowUp', 0, 0], ['ArrowUp', 0, 0], ['End', 0, 3], ['ArrowRight', 0, 3], ['ArrowDown', 1, 3], ['Home', 1, 0],
    ['Control+End', last, 3], ['ArrowDown', last, 3], ['Control+Home', 0, 0],
  ];
  for (const [key, ...expected] of steps) {
    await page.keyboard.press(key);
    assert.deepEqual(await place(page), expected, key);
    assert.equal(await stops(page), 1, 'one cell is the stop');
    const { y, height, x } = await page.evaluate(() => { const { y, height, x } = document.activeElement.getBoundingClientRect(); return { y, height, x }; });
    assert.ok(y + height > 0 && y < 800 && x >= 0, `${key}: what has the focus is on the screen`);
  }
  await page.keyboard.press('Control+End');
  await page.keyboard.press('Tab');
  assert.ok(!(await grid(page).evaluate((it) => it.contains(document.activeElement))), 'Tab leaves the table');
  await page.keyboard.press('Shift+Tab');
  assert.deepEqual(await place(page), [last, 3], 'and comes back to where it was');
});

visit('what has the focus is not under the heads that stick to the top', async (page) => {
  await open(page, compare(THREE));
  await cell(page, label(ORDER[8]), 1).focus();
  for (let up = 0; up < 10; up += 1) {
    await page.keyboard.press('ArrowUp');
    const { covered } = await page.evaluate(() => {
      const own = document.activeElement.getBoundingClientRect();
      const top = document.querySelector('[role=columnheader]').getBoundingClientRect();
      return { covered: !document.activeElement.matches('[role=columnheader]') && own.top < top.bottom - 2 };
    });
    assert.equal(covered, false, `after ${up + 1} steps up`);
  }
});

visit('Enter does what a cell is for, Space unfolds, F2 leads in and Escape out again', async (page) => {
  await open(page, compare(THREE));
  const aspect = ORDER.find((it) => claimsOn(THREE[2], it).length > carrying(THREE[2], claimsOn(THREE[2], it), 2).length);
  const rich = cell(page, label(aspect), 2);
  await rich.focus();
  await page.keyboard.press('Space');
  assert.equal(await rich.locator('details').first().evaluate((it) => it.open), true);
  await gets(page, rich, 'Space leaves the focus at the cell');
  await page.keyboard.press('F2');
  const things = rich.locator('a, summary').filter({ visible: true });
  await gets(page, things.first(), 'F2 leads to the first thing');
  for (let at = 1; at < (await things.count()); at += 1) {
    await page.keyboard.press('ArrowRight');
    await gets(page, things.nth(at), 'an arrow leads to the next');
  }
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Escape');
  await gets(page, rich, 'Escape leads back to the cell');
  const [claim] = carrying(THREE[2], claimsOn(THREE[2], aspect), 2);
  await page.keyboard.press('Enter');
  await becomes(page, () => address(page), compare(THREE, `&passage=${claimName(THREE[2], claim)}`));
  await eventually(page, async () => assert.ok((await page.evaluate(() => document.activeElement.textContent)).includes(claim.quote)));
  await page.keyboard.press('Escape');
  await gets(page, rich, 'Escape leads from the words back to the cell');
  await page.keyboard.press('Home');
  await page.keyboard.press('Enter');
  await becomes(page, () => address(page), compare(THREE, `&aspect=${aspect}`));
  await gets(page, page.getByRole('region', { name: label(aspect), exact: true }), 'an aspect leads to its passages');
  await head(page, nameOf(THREE[1])).focus();
  await page.keyboard.press('Enter');
  await gets(page, head(page, nameOf(THREE[1])).getByRole('link', { name: 'Move to the left' }), 'the head of a column opens its menu');
  await page.keyboard.press('Escape');
  await eventually(page, async () => assert.equal(await head(page, nameOf(THREE[1])).getByRole('link', { name: 'Remove' }).isVisible(), false));
  assert.ok(await grid(page).evaluate((it) => it.contains(document.activeElement)), `the focus is not lost: ${await focused(page)}`);
});

visit('a filter keeps one stop in the table, and the focus where the choice was made', async (page) => {
  await open(page, compare(THREE));
  await cell(page, label(ORDER.at(-1)), 0).focus();
  await chip(page, /^Differ/).focus();
  await page.keyboard.press('Enter');
  await becomes(page, () => address(page), compare(THREE, '&rows=differ'));
  await gets(page, chip(page, /^Differ/), 'the focus stays');
  await becomes(page, () => grid(page).locator('[tabindex="0"]').filter({ visible: true }).count(), 1);
  assert.equal(await stops(page), 1);
  await chip(page, 'In list order').focus();
  await page.keyboard.press('Enter');
  await becomes(page, async () => (await said(page)).some((it) => it.includes('The aspects stand in the order of the list.')), true);
  await gets(page, chip(page, 'In list order'), 'the focus stays though the table is drawn anew');
  assert.equal(await stops(page), 1);
});

visit('keys that are typed into a field are no commands', async (page) => {
  await open(page, compare(THREE));
  await page.getByRole('button', { name: 'Add a review' }).click();
  const search = page.getByRole('searchbox', { name: 'Search the film’s other reviews' });
  await gets(page, search, 'the search has the focus');
  await page.keyboard.type('jk?p/');
  assert.equal(await search.inputValue(), 'jk?p/');
  assert.equal(address(page), compare(THREE));
  assert.deepEqual(await columns(page), namesOf(THREE));
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await eventually(page, async () => assert.equal(await search.isVisible(), false));
  await gets(page, page.getByRole('button', { name: 'Add a review' }), 'the focus goes back to the button');
});

visit('the question mark lists the keys from anywhere, and closes the list', async (page) => {
  await open(page, compare(THREE));
  await cell(page, label(ORDER[0]), 1).focus();
  await page.keyboard.press('?');
  const list = page.getByRole('dialog', { name: 'Keys and search' });
  await list.waitFor();
  const terms = await list.getByRole('term').allInnerTexts();
  for (const key of ['/', '?', 'Esc', 'Home, End', 'Enter', 'Space', 'F2', 'j, k', 'p', 'Delete', 'Shift + ←, →']) assert.ok(terms.some((term) => term.includes(key)), `${key} is not in: ${terms}`);
  await page.keyboard.press('j');
  assert.equal(address(page), compare(THREE), 'nothing happens behind it');
  await page.keyboard.press('Escape');
  await becomes(page, () => list.count(), 0);
  await gets(page, cell(page, label(ORDER[0]), 1), 'the focus comes back');
  await page.keyboard.press('?');
  await list.getByRole('button', { name: 'Close' }).click();
  await becomes(page, () => list.count(), 0);
});
