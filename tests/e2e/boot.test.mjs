// The page before and while the module arrives: what a visitor sees when it goes well, and when not.
import assert from 'node:assert/strict';
import {
  BASE, FAILED_REQUEST, INDEX, ROOT, WASM, eventually, focused, heading, hold, open, settled, visit,
} from './support.mjs';

const GLUE = /\/crosscut-[0-9a-f]+\.js/;
const COULD_NOT_START = /^error: The site could not start: /;
const NOT_THE_GLUE = /^error: Failed to find a valid digest in the 'integrity' attribute/;
const forgives = [FAILED_REQUEST, COULD_NOT_START, NOT_THE_GLUE];

const catalogue = (page) => page.getByRole('heading', { level: 1, name: 'Film reviews, read against each other' });
/** The catalogue in an order of its own: not what is rendered ahead, so that a frame shows until the app is there. */
const ASKED = `${BASE}?sort=year`;
/** Notes every request, from now on. */
function requests(page) {
  const asked = [];
  page.on('request', (request) => asked.push(request.url()));
  return asked;
}

visit('the first paint does not wait for the WebAssembly', async (page) => {
  const letGo = await hold(page, WASM);
  await page.goto(ASKED);
  await heading(page).filter({ hasText: 'Crosscut' }).waitFor();
  const links = page.getByRole('navigation', { name: 'Main' }).getByRole('link');
  assert.deepEqual(await links.allTextContents(), ['Films', 'Reviewers', 'About']);
  assert.equal(await page.getByRole('progressbar', { name: 'Download' }).count(), 1);
  assert.equal(await page.getByRole('main').getAttribute('aria-busy'), 'true');
  assert.equal(await page.getByRole('main').getByRole('heading', { level: 1 }).count(), 1);
  assert.equal(await page.title(), 'Crosscut: film reviews, side by side');
  const paint = 'performance.getEntriesByName("first-contentful-paint").length';
  await page.waitForFunction(paint);
  letGo();
  await catalogue(page).waitFor();
  assert.equal(await page.getByRole('progressbar').count(), 0);
});

visit('a good load asks for everything once, and vouches for what runs', async (page) => {
  const asked = requests(page);
  const answer = await open(page);
  assert.match(answer.headers()['content-security-policy'], /^default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self';.*frame-ancestors 'none'$/);
  await catalogue(page).waitFor();
  assert.deepEqual(asked.filter((url, at) => asked.indexOf(url) !== at), []);
  assert.equal(asked.filter((url) => INDEX.test(url)).length, 1);
  assert.equal(asked.filter((url) => WASM.test(url)).length, 1);
  const unvouched = await page.evaluate(() => [...document.querySelectorAll('script, link[rel=stylesheet], link[rel=modulepreload]')]
    .filter((part) => !part.integrity).map((part) => part.outerHTML));
  assert.deepEqual(unvouched, []);
  assert.equal(await page.locator('script:not([src]), style').count(), 0, 'no inline script or style');
  assert.match(await page.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute('content'), /^default-src 'none'/);
});

visit('the fonts that are preloaded are the ones that the first page is set in', async (page) => {
  await open(page);
  const preloaded = await page.locator('link[rel=preload][as=font]').evaluateAll((all) => all.map((link) => new URL(link.href).pathname));
  assert.equal(preloaded.length, 2);
  assert.ok(preloaded.every((path) => path.startsWith(`${ROOT}fonts/`)), preloaded.join());
  await page.evaluate(() => document.fonts.ready);
  const loaded = await page.evaluate(() => [...document.fonts].filter((face) => face.status === 'loaded').map((face) => face.family.replaceAll('"', '')));
  for (const family of ['Newsreader', 'Instrument Sans']) assert.ok(loaded.includes(family), `${family} is not among ${loaded}`);
});

visit('the progress is true, grows and ends at 100', async (page) => {
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', { offline: false, latency: 5, downloadThroughput: 500_000, uploadThroughput: 50_000 });
  await page.addInitScript(() => addEventListener('DOMContentLoaded', () => {
    globalThis.seen = [];
    new MutationObserver(() => {
      const bar = document.querySelector('progress');
      if (bar) globalThis.seen.push([bar.value / bar.max, document.querySelector('[role=status]').textContent]);
    }).observe(document.getElementById('app'), { subtree: true, childList: true, attributes: true, characterData: true });
  }));
  await page.goto(ASKED, { waitUntil: 'commit' });
  await settled(page);
  const seen = await page.evaluate(() => globalThis.seen);
  const parts = seen.map(([part]) => part);
  assert.ok(parts.length > 3, `${parts.length} steps`);
  assert.deepEqual(parts, parts.toSorted((one, other) => one - other));
  assert.deepEqual(seen.at(-1), [1, 'Loading 100 %']);
});

const cut = async (route) => {
  const answer = await route.fetch();
  await route.fulfill({ response: answer, body: (await answer.body()).subarray(0, 50_000) });
};
const lengthen = async (route) => {
  const answer = await route.fetch();
  await route.fulfill({ response: answer, body: Buffer.concat([await answer.body(), Buffer.from('x')]) });
};
const turnABit = async (route) => {
  const answer = await route.fetch();
  const body = Buffer.from(await answer.body());
  body[body.length - 9] ^= 1;
  await route.fulfill({ response: answer, body });
};
const addALine = async (route) => {
  const answer = await route.fetch();
  await route.fulfill({ response: answer, body: `globalThis.evil = 1;${await answer.text()}` });
};
const missing = (route) => route.fulfill({ status: 404, body: 'no' });

for (const [name, pattern, answer, words] of [
  ['the module is not there', WASM, missing, 'The server answered with status 404.'],
  ['the module is cut short', WASM, cut, 'What arrived is not complete, or not what was published.'],
  ['the module is longer than it was', WASM, lengthen, 'What arrived is not complete, or not what was published.'],
  ['the module is tampered with', WASM, turnABit, 'What arrived is not what was published.'],
  ['the script beside it is tampered with', GLUE, addALine, 'A part of it could not be downloaded.'],
  ['the script beside it is not there', GLUE, missing, 'A part of it could not be downloaded.'],
  ['the connection breaks', WASM, (route) => route.abort(), 'A part of it could not be downloaded.'],
]) {
  visit(`when ${name}, the page says so, and a retry works`, { forgives }, async (page) => {
    const asked = requests(page);
    await page.route(pattern, answer);
    await page.goto(ASKED);
    const note = page.getByRole('status').filter({ hasText: words });
    await note.waitFor();
    assert.equal(await page.getByRole('main').getAttribute('aria-busy'), 'false');
    assert.equal(await page.getByRole('progressbar').count(), 0);
    assert.equal(await page.getByRole('link', { name: 'read as data' }).getAttribute('href'), `${ROOT}data/index.json`);
    assert.equal(await page.evaluate(() => globalThis.evil), undefined);

    // Still broken: the retry says so again, and the focus is not lost meanwhile.
    const letGo = await hold(page, pattern);
    await page.getByRole('button', { name: 'Try again' }).focus();
    await page.keyboard.press('Enter');
    await eventually(page, async () => assert.match(await focused(page), /^p: Loading/));
    letGo();
    await note.waitFor();

    await page.unroute(pattern);
    await page.getByRole('button', { name: 'Try again' }).click();
    await catalogue(page).waitFor();
    assert.equal(asked.filter((url) => INDEX.test(url)).length, 1, 'the index is not asked for again');
  });
}

visit('where the module cannot be had, what is rendered ahead stays, the page says so above it, and a retry works', { forgives }, async (page) => {
  for (const path of ['', 'film/heat']) {
    await page.route(WASM, missing);
    await page.goto(BASE + path);
    const note = page.getByRole('main').getByText('The server answered with status 404.');
    await note.waitFor();
    assert.ok((await note.boundingBox()).y < (await heading(page).boundingBox()).y, path);
    await page.getByRole('main').getByRole('link').nth(1).waitFor();
    await page.unroute(WASM);
    await page.getByRole('button', { name: 'Try again' }).click();
    await settled(page);
    assert.equal(await note.count(), 0, path);
  }
});

visit('where the module takes long, a page rendered ahead says so, without moving', async (page) => {
  const letGo = await hold(page, WASM);
  await page.goto(BASE);
  const before = await heading(page).boundingBox();
  await page.getByRole('status').filter({ hasText: /^Loading \d+ %$/ }).waitFor();
  assert.deepEqual(await heading(page).boundingBox(), before);
  letGo();
  await settled(page);
  assert.equal(await page.getByText(/^Loading/).count(), 0);
});

visit('without a network the page says so, and a retry works once it is back', { forgives }, async (page) => {
  await page.route(WASM, (route) => route.abort('internetdisconnected'));
  await page.route(INDEX, (route) => route.abort('internetdisconnected'));
  await page.addInitScript(() => Object.defineProperty(navigator, 'onLine', { get: () => globalThis.online === true }));
  await page.goto(ASKED);
  await page.getByText('You seem to be offline.').waitFor();
  await page.unroute(WASM);
  await page.unroute(INDEX);
  await page.evaluate(() => { globalThis.online = true; });
  await page.getByRole('button', { name: 'Try again' }).click();
  await page.getByRole('region', { name: 'Films' }).waitFor();
});

visit('a download that stands still is given up after 30 seconds', { forgives }, async (page) => {
  await page.clock.install();
  await hold(page, WASM);
  await page.goto(ASKED, { waitUntil: 'domcontentloaded' });
  await page.getByText('Loading').waitFor();
  await page.clock.fastForward(31_000);
  await page.getByText('Nothing has arrived for 30 seconds.').waitFor();
});

for (const [name, lose] of [
  ['WebAssembly with SIMD', () => { WebAssembly.validate = () => false; }],
  ['WebAssembly', () => { delete globalThis.WebAssembly; }],
]) {
  visit(`a browser without ${name} is told so, and downloads nothing in vain`, { forgives }, async (page) => {
    const asked = requests(page);
    await page.addInitScript(lose);
    await page.goto(BASE);
    await page.getByText('This browser does not have WebAssembly with SIMD.').waitFor();
    assert.deepEqual(asked.filter((url) => WASM.test(url)), []);
  });
}

visit('a visitor without script reads why, and gets a link to every film', { javaScriptEnabled: false }, async (page) => {
  await page.goto(BASE);
  await page.locator('noscript p', { hasText: /^Searching and filtering need JavaScript\. Every film and its reviews can be read without/ }).waitFor();
  assert.equal(await page.getByRole('progressbar').count(), 0, 'nothing pretends to load');
  const film = await page.locator('noscript li a').first().getAttribute('href');
  assert.ok(film.startsWith(`${ROOT}film/`), film);
  assert.equal((await page.request.get(new URL(film, BASE).href)).status(), 200);
});

visit('should the module ever stop halfway, the page says so and offers to load it again', { forgives: [/./] }, async (page) => {
  await open(page, '?q=heat');
  await page.evaluate(() => { Promise.reject(new WebAssembly.RuntimeError('unreachable')); });
  await heading(page).filter({ hasText: 'Something broke' }).waitFor();
  await page.getByRole('link', { name: 'Load the page again' }).click();
  await eventually(page, async () => assert.equal(await page.getByRole('searchbox').inputValue(), 'heat'));
});
