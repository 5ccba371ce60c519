// What the browser tests share: one Chromium a file, a fresh context a test, and a watch that fails a
// test whose page complains or asks for anything beyond the site.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { chromium } from 'playwright-core';

/** The address of the catalogue; it ends with a slash. `cargo xtask test e2e` sets it. */
export const BASE = process.env.BASE_URL;
/** The path of the catalogue. */
export const ROOT = new URL(BASE).pathname;
/** The file of a film, as requests ask for it. */
export const FILM_FILE = /\/data\/films\/[^/]+\.json/;
/** The index, as requests ask for it. */
export const INDEX = /\/data\/index\.json/;
/** The WebAssembly, as requests ask for it. */
export const WASM = /\.wasm$/;
/** The browser's own line about a request that did not go well: for tests that break one. */
export const FAILED_REQUEST = /^error: Failed to load resource: /;

/** As long as anything on a page may take; a busy machine included. */
const PATIENCE = 10_000;
const FLAGS = [
  '--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-background-networking',
  '--disable-component-update', '--disable-sync',
  // Of several such flags Chromium reads the last: this one has what matters here of Playwright's own, and
  // the pop-up of the address bar, which takes as long to start as all the rest of a new context.
  `--disable-features=${[
    'AimEnabled', 'AvoidCorsURLLoaderRestartOnRedirect', 'AvoidUnnecessaryBeforeUnloadCheckSync', 'HttpsUpgrades',
    'HttpsFirstBalancedModeAutoEnable', 'MediaRouter', 'NetworkTimeServiceQuerying', 'OptimizationHints',
    'PaintHolding', 'PreconnectToSearch', 'WebUIOmniboxAimPopup', 'WebUIOmniboxPopup',
  ].join()}`,
];
let browser;
before(async () => {
  browser = await chromium.launch({ executablePath: process.env.CHROMIUM, args: FLAGS });
});
after(() => browser?.close());

/**
 * A test with a page in a context of its own. Options are those of the context, and `forgives`: the
 * complaints that the test provokes, as patterns.
 */
export function visit(name, ...rest) {
  const body = rest.pop();
  const { forgives = [], ...options } = rest[0] ?? {};
  test(name, { timeout: 6 * PATIENCE }, async () => {
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, reducedMotion: 'reduce', ...options });
    context.setDefaultTimeout(PATIENCE);
    const page = await context.newPage();
    const complaints = watch(page);
    const unforgiven = () => complaints().filter((said) => !forgives.some((pattern) => pattern.test(said)));
    try {
      await body(page);
    } catch (error) {
      if (!unforgiven().length) throw error;
      throw new Error(`${error.message}\nThe page complained:\n${unforgiven().join('\n')}`, { cause: error });
    } finally {
      await context.close();
    }
    assert.deepEqual(unforgiven(), []);
  });
}

/** Collects what a page complains of. A document that answers 404 makes browsers say so: not counted. */
function watch(page) {
  const said = [];
  const lost = new Set();
  page.on('console', (message) => {
    if (['error', 'warning', 'assert'].includes(message.type())) {
      said.push({ text: `${message.type()}: ${message.text()}`, at: message.location().url });
    }
  });
  page.on('pageerror', (error) => said.push({ text: `page error: ${error.stack ?? error}` }));
  page.on('crash', () => said.push({ text: 'the page crashed' }));
  page.on('request', (request) => {
    if (!request.url().startsWith(BASE)) said.push({ text: `asked for ${request.url()}, which is not of the site` });
  });
  page.on('response', (response) => {
    if (response.status() === 404 && response.request().isNavigationRequest()) lost.add(response.url());
  });
  const own = ({ text, at }) => lost.has(at) && FAILED_REQUEST.test(text) && text.includes('404');
  return () => said.filter((one) => !own(one)).map(({ text }) => text);
}

/** Opens an address of the site, given below the base, and waits until nothing on the page is waited for. */
export async function open(page, address = '') {
  const answer = await page.goto(BASE + address);
  await settled(page);
  return answer;
}

/** Answers addresses of the site with its bare frame, as a host does that has no page rendered ahead for them. */
export const framed = (page) => page.route((url) => url.href.startsWith(BASE) && /\/(film|compare|reviewer)\//.test(url.pathname), async (route) => {
  const frame = await route.fetch({ url: `${BASE}404.html` });
  await route.fulfill({ response: frame, status: 200 });
});

/** Waits until the app has drawn the page, and no region of it waits for data. */
export async function settled(page) {
  await page.locator('main h1').waitFor();
  await page.waitForFunction(() => !document.querySelector('[aria-busy=true], [data-ahead]'));
}

/** Looks again, once a frame, until the check passes; what it said last if it does not. */
export async function eventually(page, check) {
  const end = performance.now() + PATIENCE;
  for (;;) {
    try {
      return await check();
    } catch (error) {
      if (performance.now() > end) throw error;
      await page.evaluate(() => new Promise(requestAnimationFrame));
    }
  }
}

/** Waits until `read` gives the expected value. */
export function becomes(page, read, expected, why) {
  return eventually(page, async () => assert.deepEqual(await read(), expected, why));
}

/** Checks one case after another on one page; a failure names its case. */
export async function each(cases, check) {
  for (const [name, ...details] of cases) {
    try {
      await check(...details);
    } catch (error) {
      throw new Error(`${name}: ${error.message}`, { cause: error });
    }
  }
}

/** The main heading. */
export const heading = (page) => page.getByRole('main').getByRole('heading', { level: 1 });
/** The path and query of where the page is, below the base. */
export const address = (page) => {
  const url = new URL(page.url());
  assert.ok(url.href.startsWith(BASE), `${url} is outside the base`);
  return decodeURIComponent(url.pathname.slice(ROOT.length) + url.search);
};
/** The titles of the films that the catalogue shows, in their order. */
export const films = (page) => page.getByRole('region', { name: 'Films' }).locator('li').getByRole('heading', { level: 3 }).allTextContents();
/** The names of the reviews that a film's page shows, in their order. */
export const articles = (page) => page.getByRole('article').evaluateAll((all) => all.map((one) => one.ariaLabel));
/** The element that has the focus, in a few words. */
export const focused = (page) => page.evaluate(() => {
  const { tagName, ariaLabel, textContent, type } = document.activeElement;
  return `${tagName.toLowerCase()}${type ? `[${type}]` : ''}: ${(ariaLabel ?? textContent.trim()).slice(0, 80)}`;
});
/** All text of the page's main part as it is shown. */
export const shown = (page) => page.getByRole('main').innerText();

/**
 * All text of an element, or of the page's main part, that is not hidden or folded; what is laid out only
 * when it comes near the screen is in it, which it is not in `shown`.
 */
export const readable = (page, element = page.getByRole('main')) => element.evaluate((root) => {
  const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const found = [];
  while (texts.nextNode()) if (texts.currentNode.parentElement.checkVisibility()) found.push(texts.currentNode.data);
  return found.join('\n');
});

/** Presses Tab until the focus is on the element. */
export async function tabTo(page, locator, most = 60) {
  for (let pressed = 0; pressed < most; pressed += 1) {
    await page.keyboard.press('Tab');
    if (await locator.evaluate((element) => element === document.activeElement)) return;
  }
  assert.fail(`${most} tabs do not lead there; the focus is on ${await focused(page)}`);
}

/** Answers requests for a JSON file with the real one as `change` leaves it, or with what it gives back. */
export async function alterJson(page, pattern, change) {
  await page.route(pattern, async (route) => {
    const answer = await route.fetch();
    const json = await answer.json();
    await route.fulfill({ response: answer, json: change(json) ?? json });
  });
}

/** Holds requests back; the function that it gives lets them go, to what was to answer them before. */
export async function hold(page, pattern, options) {
  let letGo;
  const gate = new Promise((resolve) => { letGo = resolve; });
  await page.route(pattern, async (route) => {
    await gate;
    await route.fallback().catch(() => {}); // It may have been given up.
  }, options);
  return letGo;
}
