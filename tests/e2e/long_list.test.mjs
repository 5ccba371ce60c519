// A catalogue of hundreds of films: its list is drawn around the screen, and its facets show some values.
import assert from 'node:assert/strict';
import { BASE, INDEX, address, alterJson, becomes, eventually, films, focused, hold, open, shown, visit } from './support.mjs';

const COUNT = 400;
/** From here on stand the real films, so that their pages can be opened. */
const REAL = 300;
/** More than a screen has room for, and much less than all. */
const MOST = 60;

/** Gives the catalogue that many films, with a director each. */
const many = (page, count = COUNT) => alterJson(page, INDEX, (index) => {
  const real = index.films;
  index.films = Array.from({ length: count }, (_, at) => {
    const film = real[at % real.length];
    const inside = at >= REAL && at < REAL + real.length;
    return inside ? real[at - REAL] : { ...film, slug: `film-${at}`, title: `Film ${String(at).padStart(3, '0')}`, directors: [`Person Number${at}`] };
  });
  index.texts = [];
});
const list = (page) => page.getByRole('region', { name: 'Films' }).locator('.film-grid');
const items = (page) => list(page).locator('> li');
const scroll = (page, top) => page.evaluate((to) => scrollTo(0, to), top);
const scrolled = (page) => page.evaluate(() => Math.round(scrollY));
/** The places in the list of the items on the page. */
const places = (page) => items(page).evaluateAll((all) => all.map((item) => Number(item.getAttribute('aria-posinset'))));
/** The titles that are on the screen. */
const onScreen = (page) => list(page).locator('h3').evaluateAll((all) => all.filter((one) => {
  const { top, bottom } = one.getBoundingClientRect();
  return top >= 0 && bottom <= innerHeight;
}).map((one) => one.textContent));

visit('what is near the screen is on the page, and everything has its place', async (page) => {
  await many(page);
  await open(page);
  await eventually(page, async () => assert.ok((await items(page).count()) >= 12));
  assert.ok((await items(page).count()) <= MOST);
  assert.match(await shown(page), /Of 400 films only those near the screen are on the page/);
  assert.deepEqual((await places(page)).slice(0, 3), [1, 2, 3]);
  assert.equal(await items(page).first().getAttribute('aria-setsize'), '400');
  const height = await list(page).evaluate((it) => it.offsetHeight);
  await scroll(page, 1e6);
  await becomes(page, async () => (await places(page)).at(-1), COUNT);
  const order = await places(page);
  assert.deepEqual(order, order.map((_, at) => order[0] + at), 'one after the other');
  assert.ok(order.length <= MOST);
  assert.ok(Math.abs(await list(page).evaluate((it) => it.offsetHeight) - height) < 5, 'the list is as high as before');
  assert.ok((await onScreen(page)).length > 3);
});

visit('wherever the list is scrolled, the screen is filled', async (page) => {
  await many(page);
  await open(page);
  await eventually(page, async () => assert.ok((await items(page).count()) >= 12));
  for (const top of [700, 5000, 12_345, 300, 20_000, 0]) {
    await scroll(page, top);
    await eventually(page, async () => {
      const { above, below } = await list(page).evaluate((it) => {
        const all = [...it.children].map((one) => one.getBoundingClientRect());
        const around = it.getBoundingClientRect();
        return {
          above: Math.min(...all.map((one) => one.top)) <= Math.max(0, around.top) + 1,
          below: Math.max(...all.map((one) => one.bottom)) >= Math.min(innerHeight, around.bottom) - 40,
        };
      });
      assert.ok(above && below, `at ${top}`);
    });
  }
});

visit('with the keyboard alone one gets from film to film, and none is left out', async (page) => {
  await many(page);
  await open(page);
  await eventually(page, async () => assert.ok((await items(page).count()) >= 12));
  await items(page).first().getByRole('link').first().focus();
  const place = () => page.evaluate(() => Number(document.activeElement.closest('li')?.getAttribute('aria-posinset')));
  for (let expected = 1; expected <= 40; expected += 1) {
    assert.equal(await place(), expected);
    await page.keyboard.press('Tab');
    await page.evaluate(() => new Promise((done) => { requestAnimationFrame(() => requestAnimationFrame(done)); }));
  }
});

visit('what has the focus stays, however far the list is scrolled', async (page) => {
  await many(page);
  await open(page);
  const second = items(page).nth(1).getByRole('link').first();
  await second.focus();
  const named = await page.evaluate(() => document.activeElement.querySelector('h3').textContent);
  await scroll(page, 9000);
  await eventually(page, async () => assert.ok((await places(page)).some((place) => place > 60)));
  assert.equal(await page.evaluate(() => document.activeElement.querySelector('h3')?.textContent), named);
  assert.ok(!(await onScreen(page)).includes(named), 'and is not in the way');
  await scroll(page, 300);
  await eventually(page, async () => assert.ok((await onScreen(page)).includes(named)));
  assert.equal(await page.evaluate(() => document.activeElement.querySelector('h3')?.textContent), named);
});

visit('back from a film the list is where it was left', async (page) => {
  await many(page);
  await open(page);
  await eventually(page, async () => assert.ok((await items(page).count()) >= 12));
  const title = 'Titanic';
  const height = await list(page).evaluate((it) => it.offsetHeight);
  await scroll(page, height - 1000);
  await eventually(page, async () => assert.ok((await films(page)).includes(title)));
  const link = page.getByRole('link', { name: new RegExp(`^${title}`) }).first();
  await link.scrollIntoViewIfNeeded();
  await page.waitForTimeout(200);
  const [before, top] = [await onScreen(page), await scrolled(page)];
  await link.click();
  await page.getByRole('heading', { level: 1, name: title }).waitFor();
  await page.goBack();
  await eventually(page, async () => assert.ok(Math.abs(await scrolled(page) - top) <= 2));
  await becomes(page, () => onScreen(page), before);
  await becomes(page, () => page.evaluate(() => document.activeElement.querySelector('h3')?.textContent), title, 'with the focus');
  // However long the list takes.
  await page.route(INDEX, async (route) => {
    await new Promise((done) => { setTimeout(done, 3000); });
    await route.fallback();
  });
  await page.reload();
  await eventually(page, async () => assert.ok(Math.abs(await scrolled(page) - top) <= 2));
  await becomes(page, () => onScreen(page), before);
});

visit('every step of the history has its own place in the list', async (page) => {
  await many(page);
  await open(page, '?sort=year');
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Films' }).click();
  await becomes(page, () => address(page), '');
  await becomes(page, () => focused(page), 'h1: Film reviews, read against each other');
  await scroll(page, 9000);
  await page.waitForTimeout(200);
  await page.goBack();
  await becomes(page, () => scrolled(page), 0);
  await page.goForward();
  await becomes(page, () => scrolled(page), 9000);
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Films' }).click();
  await becomes(page, () => scrolled(page), 0);
});

visit('the focus stays on a card that is scrolled away while another window is looked at', async (page) => {
  await many(page);
  await open(page);
  await items(page).nth(1).getByRole('link').first().focus();
  const named = await page.evaluate(() => document.activeElement.querySelector('h3').textContent);
  await scroll(page, 9000);
  await eventually(page, async () => assert.ok((await places(page)).some((place) => place > 60)));
  // As the browser tells it: the element stays the active one of the page.
  await page.evaluate(() => document.activeElement.dispatchEvent(new FocusEvent('focusout', { bubbles: true })));
  await scroll(page, 9500);
  await page.waitForTimeout(300);
  assert.equal(await page.evaluate(() => document.activeElement.querySelector('h3')?.textContent), named);
});

visit('a search makes a long list short and long again, and starts it anew', async (page) => {
  await many(page);
  await open(page);
  const field = page.getByRole('main').getByRole('searchbox').first();
  await field.fill('director:number37');
  await becomes(page, async () => (await films(page)).toSorted(), ['Film 037', ...Array.from({ length: 10 }, (_, at) => `Film 37${at}`)]);
  assert.doesNotMatch(await shown(page), /only those near the screen/);
  assert.equal(await items(page).first().getAttribute('aria-posinset'), null);
  await field.fill('');
  await becomes(page, async () => (await places(page))[0], 1);
  await eventually(page, async () => assert.ok((await items(page).count()) >= 12));
  assert.match(await shown(page), /only those near the screen/);
  await becomes(page, () => address(page), '');
});

visit('of many directors the foremost stand there, and others are found by name', async (page) => {
  await many(page);
  await open(page);
  const group = page.getByRole('group', { name: 'Director' });
  const names = () => group.getByRole('checkbox').evaluateAll((all) => all.map((one) => one.closest('label').innerText.split('\n')[0]));
  assert.equal((await names()).length, 12);
  await group.getByText(/^and \d+ more$/).waitFor();
  const find = group.getByRole('searchbox', { name: 'Find a director' });
  await find.fill('number37');
  await becomes(page, names, ['Person Number37', ...Array.from({ length: 10 }, (_, at) => `Person Number37${at}`)]);
  await find.fill('nobody at all');
  await group.getByText('No director is called that.').waitFor();
  assert.deepEqual(await names(), []);
  await find.fill('number377');
  await becomes(page, names, ['Person Number377']);
  await group.getByRole('checkbox').check();
  await becomes(page, () => films(page), ['Film 377']);
  assert.equal(address(page), '?director=person-number377');
  await find.fill('');
  await eventually(page, async () => assert.ok((await names()).includes('Person Number377'), 'what is chosen stays'));
  assert.ok(await group.getByRole('checkbox', { name: 'Person Number377' }).isChecked());
});

visit('on a phone a long list has two columns, and its rows are as high as each other', { viewport: { width: 360, height: 740 }, hasTouch: true }, async (page) => {
  await many(page);
  await open(page);
  await scroll(page, 4000);
  await eventually(page, async () => assert.ok((await onScreen(page)).length > 1));
  const heights = await items(page).evaluateAll((all) => new Set(all.map((one) => Math.round(one.offsetHeight))).size);
  assert.equal(heights, 1);
  assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
});

visit('filters that are chosen while the index is on its way hold for the long list', async (page) => {
  await many(page);
  const letGo = await hold(page, INDEX);
  await page.goto(`${BASE}?director=person-number7`);
  letGo();
  await becomes(page, () => films(page), ['Film 007']);
});
