// Pages rendered ahead: read without script, previewed, and taken over by the app without a jump.
import assert from 'node:assert/strict';
import { FILMS, film } from './data.mjs';
import {
  BASE, FAILED_REQUEST, FILM_FILE, INDEX, WASM, address, becomes, eventually, films, focused, heading, hold, open, settled, visit,
} from './support.mjs';

const HEAT = film('heat');
const WITHOUT = { javaScriptEnabled: false };
const flat = (text) => text.replace(/\s+/g, ' ').trim();
const meta = (page, name) => page.locator(`meta[name="${name}"], meta[property="${name}"]`).getAttribute('content');

visit('without script a film’s page has its facts, its synopsis and the words of its reviews', WITHOUT, async (page) => {
  const answer = await page.goto(`${BASE}film/heat`);
  assert.equal(answer.status(), 200);
  const text = flat(await page.getByRole('main').innerText());
  for (const fact of [HEAT.title, flat(HEAT.synopsis), 'United States', ...HEAT.directors, HEAT.cast[0].name]) assert.ok(text.includes(fact), fact);
  const all = flat(await page.getByRole('main').textContent());
  for (const review of HEAT.reviews) for (const block of review.body) assert.ok(all.includes(flat(block.text)), block.text.slice(0, 60));
  // What gives away the ending is folded, as it is with script.
  for (const block of HEAT.reviews.flatMap((review) => review.body).filter(({ spoiler }) => spoiler === 3)) {
    assert.ok(!text.includes(flat(block.text)), block.text.slice(0, 60));
  }
  await page.locator('noscript p', { hasText: 'Everything here can be read without JavaScript.' }).waitFor();
});

visit('without script one page leads to the next', WITHOUT, async (page) => {
  await page.goto(BASE);
  const films = await page.locator('noscript li').allTextContents();
  assert.deepEqual(films.length, FILMS.length);
  await page.locator('noscript a', { hasText: 'Heat' }).click();
  await heading(page).filter({ hasText: 'Heat' }).waitFor();
  await page.goBack();
  await page.locator('noscript a', { hasText: 'every reviewer’s page' }).click();
  await page.getByRole('main').getByRole('link', { name: 'Matinee' }).first().click();
  await heading(page).filter({ hasText: 'Matinee' }).waitFor();
  await page.getByRole('main').getByRole('link', { name: /Parasite|Stalker|Titanic/ }).first().click();
  await page.getByRole('main').getByRole('link', { name: /^Compare the/ }).first().click();
  assert.ok(await page.getByRole('grid').isVisible());
  assert.equal(await page.locator('[data-ahead]').count(), 1, 'nothing has run');
});

visit('every film, comparison and reviewer is answered with a page of its own', async (page) => {
  const titles = new Set();
  for (const { slug } of FILMS) {
    for (const path of [`film/${slug}`, `compare/${slug}`]) {
      const answer = await page.request.get(BASE + path);
      assert.equal(answer.status(), 200, path);
      titles.add((await answer.text()).match(/<title>(.*?)<\/title>/)[1]);
    }
  }
  assert.equal(titles.size, 2 * FILMS.length);
  assert.equal((await page.request.get(`${BASE}film/no-such-film`)).status(), 404);
});

visit('a page says what a preview of it shows, with a picture that is there', async (page) => {
  for (const path of ['film/heat', 'compare/heat', 'reviewer/matinee']) {
    await open(page, path);
    const picture = await page.request.get(new URL(await meta(page, 'og:image'), BASE).href);
    assert.equal(picture.headers()['content-type'], 'image/png', path);
    const bytes = await picture.body();
    assert.deepEqual([bytes.readUInt32BE(16), bytes.readUInt32BE(20)], [1200, 630], path);
    assert.equal(await meta(page, 'og:description'), await meta(page, 'description'), path);
    assert.ok((await meta(page, 'description')).length > 40, path);
  }
  await open(page, 'film/heat');
  const linked = JSON.parse(await page.locator('script[type="application/ld+json"]').textContent());
  const kinds = linked['@graph'].map((node) => node['@type']);
  assert.deepEqual(kinds, ['Movie', ...HEAT.reviews.map(() => 'Review')]);
});

const SIZES = [['a phone', { width: 390, height: 800 }], ['a desktop', { width: 1280, height: 800 }]];
for (const [device, viewport] of SIZES) {
  visit(`on ${device} the app takes over and nothing moves`, { viewport }, async (page) => {
    await page.addInitScript(() => {
      globalThis.moved = 0;
      new PerformanceObserver((list) => { for (const entry of list.getEntries()) globalThis.moved += entry.value; }).observe({ type: 'layout-shift', buffered: true });
    });
    for (const path of ['', 'film/heat', 'compare/heat', 'reviewer/matinee', 'reviewers', 'about']) {
      const letGo = await hold(page, WASM);
      await page.goto(BASE + path);
      await page.evaluate(() => document.fonts.ready);
      const before = await heading(page).boundingBox();
      assert.equal(await page.locator('[data-ahead]').count(), 1, path);
      letGo();
      await settled(page);
      assert.deepEqual(await heading(page).boundingBox(), before, path);
      assert.ok((await page.evaluate(() => globalThis.moved)) < 0.02, path);
    }
  });
}

visit('the catalogue is there before the app is, and what is typed meanwhile is searched for', async (page) => {
  const letGo = await hold(page, WASM);
  await page.goto(BASE);
  assert.equal(await page.getByRole('region', { name: 'Films' }).getByRole('status').innerText(), `${FILMS.length} films`);
  assert.ok((await films(page)).length >= 12);
  await page.getByRole('searchbox').pressSequentially('director:mann');
  letGo();
  await becomes(page, () => films(page), ['Heat']);
  assert.equal(await page.getByRole('searchbox').inputValue(), 'director:mann');
  assert.equal(address(page), '?q=director:mann');
  assert.match(await focused(page), /^input\[search\]/);
});

visit('what is chosen and pressed before the app is there is done when it is', async (page) => {
  const letGo = await hold(page, WASM);
  await page.goto(BASE);
  await page.getByRole('checkbox', { name: /^Crime/ }).check();
  await page.getByRole('checkbox', { name: /^Thriller/ }).check();
  await page.getByRole('checkbox', { name: /^Drama/ }).check();
  await page.getByRole('checkbox', { name: /^Drama/ }).uncheck();
  await page.getByRole('combobox', { name: 'Order' }).selectOption('Newest');
  await page.getByRole('slider', { name: 'Lowest score' }).press('ArrowRight');
  await page.getByRole('button', { name: 'How to search' }).click();
  letGo();
  await page.getByRole('dialog').waitFor();
  await becomes(page, () => address(page), '?genre=crime,thriller&min=1&sort=year');
  await becomes(page, async () => `${(await films(page)).length} of ${FILMS.length} films`, await page.getByRole('region', { name: 'Films' }).getByRole('status').innerText());
  const shown = await films(page);
  await page.goto(page.url());
  await becomes(page, () => films(page), shown);
});

visit('where the list of films cannot be had or hangs, what is rendered ahead stays, and the page says so above it', { forgives: [FAILED_REQUEST] }, async (page) => {
  const says = async (words) => {
    await page.goto(BASE);
    await page.getByRole('searchbox').fill('pacino');
    const alert = page.getByRole('alert').filter({ hasText: `The list of films ${words}` });
    await alert.waitFor();
    assert.ok((await films(page)).length >= 12);
    assert.ok((await alert.boundingBox()).y < (await heading(page).boundingBox()).y);
    return alert;
  };
  const searched = () => becomes(page, () => films(page), ['Heat'], 'what was typed is searched for');
  await page.route(INDEX, (route) => route.fulfill({ status: 503 }));
  const alert = await says('could not be loaded');
  await page.unroute(INDEX);
  await alert.getByRole('button', { name: 'Try again' }).focus();
  await page.keyboard.press('Enter');
  await searched();
  assert.equal(await alert.count(), 0);
  await eventually(page, async () => assert.doesNotMatch(await focused(page), /^body/));
  const letGo = await hold(page, INDEX);
  await says('is taking long to arrive');
  letGo();
  await searched();
});

visit('what is chosen of a film’s reviews before the app is there is chosen then', async (page) => {
  const letGo = await hold(page, WASM);
  await page.goto(`${BASE}film/heat`);
  const negative = page.getByRole('radio', { name: /^Negative/ });
  await negative.check();
  await page.getByRole('combobox', { name: 'Order' }).selectOption('Longest');
  letGo();
  await becomes(page, () => address(page), 'film/heat?stance=negative&sort=length');
  assert.ok(await negative.isChecked());
  assert.equal(await page.getByRole('combobox', { name: 'Order' }).inputValue(), 'length');
  await becomes(page, () => page.getByRole('article').count(), 4);
});

visit('Enter in the search is answered without the app, by an address that asks for it', async (page) => {
  const letGo = await hold(page, WASM);
  await page.goto(BASE);
  await page.getByRole('searchbox').fill('stalker');
  await page.keyboard.press('Enter');
  await page.waitForURL(`${BASE}?q=stalker`);
  assert.equal((await films(page)).length, 0, 'what is rendered ahead is not what is asked for');
  await page.getByRole('progressbar', { name: 'Download' }).waitFor();
  letGo();
  await becomes(page, () => films(page), ['Stalker']);
});

visit('what has the focus, is unfolded and is on the screen stays so when the app takes over', async (page) => {
  const letGo = await hold(page, WASM);
  await page.goto(`${BASE}film/heat`);
  const folded = page.getByRole('article').last().getByText(/^Read on: /);
  await folded.scrollIntoViewIfNeeded();
  await folded.click();
  const link = page.getByRole('main').getByRole('link', { name: /^Compare the/ }).first();
  await link.evaluate((it) => it.focus({ preventScroll: true }));
  const name = await focused(page);
  const top = (await folded.boundingBox()).y;
  letGo();
  await settled(page);
  assert.equal(await focused(page), name);
  assert.ok(await folded.evaluate((it) => it.closest('details').open), 'what was unfolded is');
  await eventually(page, async () => assert.ok(Math.abs((await folded.boundingBox()).y - top) < 3, 'it is where it was'));
});

visit('a page whose film cannot be had says so when that is known, and stands until then', { forgives: [FAILED_REQUEST] }, async (page) => {
  let letGo;
  const gate = new Promise((resolve) => { letGo = resolve; });
  await page.route(FILM_FILE, async (route) => { await gate; await route.abort(); });
  await page.goto(`${BASE}film/heat`);
  const words = page.getByText(HEAT.reviews[0].body[0].text.slice(0, 60));
  await page.waitForFunction(() => globalThis.crosscut);
  assert.ok(await words.isVisible());
  letGo();
  await page.getByRole('alert').getByRole('heading', { name: /file/ }).waitFor();
  assert.equal(await page.locator('[data-ahead]').count(), 0);
});
