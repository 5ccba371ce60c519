// The table stays while reviews come, go and move in it: after every choice it must be as if it were drawn anew.
import assert from 'node:assert/strict';
import { compare, grid, head, settled, some } from './comparison.mjs';
import { eventually, open, visit } from './support.mjs';

const FOUR = some('matinee', 'a', 'the-sound-booth', 'aisle-seat');

/** The parts of the page that show the reviews compared, as HTML; without what only says where the focus was or what was laid out. */
const drawn = (page) => page.evaluate(() => {
  const copy = document.querySelector('main').cloneNode(true);
  copy.querySelectorAll('[role=status], .visually-hidden').forEach((it) => it.remove());
  for (const it of copy.querySelectorAll('*')) {
    for (const name of ['tabindex', 'data-laid', 'data-known', 'data-far', 'data-columns-scroll', 'data-revealed', 'style', 'data-live', 'selected']) it.removeAttribute(name);
    for (const { name, value } of [...it.attributes].toSorted((one, other) => one.name.localeCompare(other.name))) {
      it.removeAttribute(name);
      it.setAttribute(name, value);
    }
  }
  copy.normalize();
  const lists = [...document.querySelectorAll('main select')].map((list) => list.value);
  return [copy.innerHTML, ...lists].join('>').replaceAll('>', '>\n').split('\n');
});
/** The first line in which two texts differ, with what stands before it. */
const difference = (one, other) => {
  const at = one.findIndex((line, at) => line !== other[at]);
  return at < 0 && one.length === other.length ? undefined : { at, before: one.slice(at - 3, at), one: one[at], other: other[at] };
};

const heads = async (page) => (await grid(page).getByRole('columnheader').all()).slice(1);
const press = (key) => async (page, number) => {
  const all = await heads(page);
  await all[number % all.length].focus();
  await page.keyboard.press(key);
};
const CHOICES = {
  right: press('Shift+ArrowRight'),
  left: press('Shift+ArrowLeft'),
  pin: press('p'),
  remove: async (page, number) => (await heads(page)).length > 2 && press('Delete')(page, number),
  add: async (page, number) => {
    await page.getByRole('button', { name: 'Add a review' }).click();
    const links = page.locator('.review-chooser').getByRole('link');
    const count = await links.count();
    if (count) await links.nth(number % count).click();
    else await page.keyboard.press('Escape');
  },
  order: (page) => page.getByRole('link', { name: 'In list order' }).click(),
  spoilers: (page, number) => page.getByRole('combobox', { name: 'Spoilers' }).selectOption({ index: number % 2 ? 0 : 3 }),
  blind: (page) => page.getByRole('link', { name: 'Blind' }).click(),
  rows: (page, number) => page.getByRole('link', { name: ['All', 'Differ', 'Agree'][number % 3] }).first().click(),
};
const WALKS = [
  'right left remove add pin order',
  'order spoilers add pin remove spoilers',
  'blind remove right add order rows',
  'add add right spoilers remove left pin remove add',
];

for (const [at, walk] of WALKS.entries()) {
  visit(`after ${walk}, the page is as if it were opened there`, async (page) => {
    await open(page, compare(FOUR));
    const fresh = await page.context().newPage();
    await page.bringToFront();
    for (const [step, choice] of walk.split(' ').entries()) {
      await settled(page);
      await CHOICES[choice](page, 7 * at + 3 * step);
      await settled(page);
      if (step % 3 !== 2 && step + 1 < walk.split(' ').length) continue;
      // What is behind another page draws nothing.
      await fresh.bringToFront();
      await fresh.goto(page.url());
      await settled(fresh);
      const anew = await drawn(fresh);
      await page.bringToFront();
      await eventually(page, async () => assert.equal(difference(await drawn(page), anew), undefined, `after ${choice}, step ${step + 1}`));
    }
  });
}

visit('a column that moves keeps the focus, and the others stay the nodes that they were', async (page) => {
  await open(page, compare(FOUR));
  await settled(page);
  await head(page, await (await heads(page))[1].getAttribute('aria-label')).focus();
  await page.evaluate(() => {
    globalThis.head = document.activeElement;
    globalThis.cells = [...document.querySelectorAll('main [role=gridcell]')];
    globalThis.left = 0;
    document.activeElement.addEventListener('blur', () => { left += 1; });
  });
  for (const key of ['ArrowRight', 'ArrowRight', 'ArrowLeft', 'ArrowLeft', 'ArrowLeft']) {
    await page.keyboard.press(`Shift+${key}`);
    await settled(page);
  }
  assert.deepEqual(await page.evaluate(() => [document.activeElement === head, left, cells.every((cell) => cell.isConnected)]), [true, 0, true]);
  assert.equal(await (await heads(page))[0].evaluate((it) => it === head), true, 'it is the first now');
});
