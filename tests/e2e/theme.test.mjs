// Light and dark, by preference and by choice; storage that refuses; and paper.
import assert from 'node:assert/strict';
import { becomes, heading, open, settled, visit } from './support.mjs';

const button = (page) => page.getByRole('button', { name: /^Colours:/ });
/** How light the page's letters are, from 0 to 1, and whether that makes it a dark page. */
const ink = (page) => page.evaluate(() => {
  const canvas = Object.assign(document.createElement('canvas'), { width: 1, height: 1 }).getContext('2d', { willReadFrequently: true });
  canvas.fillStyle = getComputedStyle(document.body).color;
  canvas.fillRect(0, 0, 1, 1);
  return Math.max(...canvas.getImageData(0, 0, 1, 1).data.slice(0, 3)) / 255;
});
const isDark = async (page) => await ink(page) > 0.5;
/** What the browser keeps for the site. */
const kept = (page) => page.evaluate(() => ({ ...localStorage }));

for (const colorScheme of ['light', 'dark']) {
  visit(`a visitor whose system is ${colorScheme} sees the site so`, { colorScheme }, async (page) => {
    await open(page);
    assert.equal(await isDark(page), colorScheme === 'dark');
    await page.emulateMedia({ colorScheme: colorScheme === 'dark' ? 'light' : 'dark' });
    await becomes(page, () => isDark(page), colorScheme !== 'dark', 'it follows the system');
    assert.deepEqual(await kept(page), {}, 'nothing is kept of who chooses nothing');
  });
}

visit('a theme that is chosen holds against the system, on every page and after a reload', { colorScheme: 'light' }, async (page) => {
  await open(page);
  assert.equal(await button(page).getAttribute('aria-label'), 'Colours: As the system. Change to: Light');
  await button(page).click();
  await button(page).click();
  assert.equal(await button(page).getAttribute('aria-label'), 'Colours: Dark. Change to: As the system');
  assert.ok(await isDark(page));
  assert.deepEqual(await kept(page), { 'crosscut:theme': 'dark' });
  await page.getByRole('link', { name: 'Heat' }).click();
  await heading(page).filter({ hasText: 'Heat' }).waitFor();
  assert.ok(await isDark(page));
  await page.reload();
  await settled(page);
  assert.ok(await isDark(page));
  assert.equal(await button(page).getAttribute('aria-label'), 'Colours: Dark. Change to: As the system');
  await button(page).click();
  assert.ok(!await isDark(page));
  assert.deepEqual(await kept(page), {});
  await button(page).click();
  await page.emulateMedia({ colorScheme: 'dark' });
  assert.ok(!await isDark(page), 'light by choice');
});

visit('the theme is there before the first paint', { colorScheme: 'light' }, async (page) => {
  await page.addInitScript(() => {
    localStorage.setItem('crosscut:theme', 'dark');
    // The style of the root when its body comes to be: before anything is painted.
    new MutationObserver((_, observer) => {
      if (!document.body) return;
      globalThis.early = document.documentElement.dataset.theme;
      observer.disconnect();
    }).observe(document, { childList: true, subtree: true });
  });
  await open(page);
  assert.equal(await page.evaluate(() => globalThis.early), 'dark');
});

for (const [name, refuse] of [
  ['may not be looked at', () => Object.defineProperty(globalThis, 'localStorage', { get() { throw new DOMException('denied', 'SecurityError'); } })],
  ['is not there', () => Object.defineProperty(globalThis, 'localStorage', { value: null })],
  ['is full', () => { Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); }; }],
]) {
  visit(`where the browser’s storage ${name}, the theme holds until the page is closed, and that is said`, { colorScheme: 'light' }, async (page) => {
    await page.addInitScript(refuse);
    await open(page, 'film/heat');
    await button(page).click();
    await page.getByRole('status').filter({ hasText: 'Your browser does not let this site keep the choice of colours: it holds until you close the page.' }).waitFor();
    await button(page).click();
    assert.ok(await isDark(page));
    await page.getByRole('link', { name: 'Reviewers' }).click();
    await heading(page).filter({ hasText: 'Reviewers' }).waitFor();
    assert.ok(await isDark(page));
  });
}

visit('a value in storage that is no theme is passed over', async (page) => {
  await page.addInitScript(() => localStorage.setItem('crosscut:theme', 'purple'));
  await open(page);
  assert.equal(await button(page).getAttribute('aria-label'), 'Colours: As the system. Change to: Light');
});

visit('on paper the comparison is whole, in dark ink, and the controls are gone', { colorScheme: 'dark', viewport: { width: 700, height: 900 } }, async (page) => {
  await page.addInitScript(() => localStorage.setItem('crosscut:theme', 'dark'));
  await open(page, 'compare/sound-of-metal');
  await page.emulateMedia({ media: 'print' });
  assert.ok(await ink(page) < 0.3);
  const grid = page.getByRole('grid');
  assert.ok(await grid.isVisible());
  for (const name of ['The aspect-by-aspect one', 'Ray Schillaci']) assert.ok(await grid.getByRole('columnheader', { name }).isVisible(), name);
  for (const name of ['Pacing', 'Audience']) assert.ok(await grid.getByRole('rowheader', { name: new RegExp(`^${name}`) }).isVisible(), name);
  assert.ok(await grid.getByText('Feels the last third drag a little.').isVisible());
  assert.ok(await heading(page).isVisible());
  const cut = await grid.evaluate((table) => {
    for (let box = table.parentElement; box; box = box.parentElement) {
      if (getComputedStyle(box).overflowX !== 'visible' && box.scrollWidth > box.clientWidth) return box.outerHTML.slice(0, 80);
    }
    return null;
  });
  assert.equal(cut, null, 'nothing cuts it off');
  const { right } = await grid.evaluate((table) => table.getBoundingClientRect());
  assert.ok(right <= 700, `the last column ends at ${right} of 700`);
  assert.equal(await page.getByRole('navigation', { name: 'Main' }).isVisible(), false);
  assert.equal(await button(page).isVisible(), false);
});

visit('on paper the reviews of a film are there', async (page) => {
  await open(page, 'film/heat');
  await page.emulateMedia({ media: 'print' });
  for (const article of await page.getByRole('article').all()) assert.ok(await article.isVisible());
  assert.equal(await page.getByRole('form', { name: 'Filter and sort the reviews' }).count(), 0);
});
