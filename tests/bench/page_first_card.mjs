// How long until the first film card is there, on the site and on the page by hand (plain/), which
// fetches the same list and draws the same cards and nothing else: no search, filters or other pages.
// The cards are held against each other; what is around them on the site is not.
//
// `in the page` is from the start of the navigation until the first card is in the document, wherever
// it comes from; `alive` until the module has drawn it, which is later only where the build has put it
// into the HTML; `painted` until a task after the frame that shows it. Each load has a fresh context of
// the same browser, with a telephone's screen, so nothing is cached; the pages take turns. `bytes` are
// all that came over the wire until the network was quiet, headers included.
import { median } from './table.mjs';

/** Slow 4G as Lighthouse has it: bytes a second, and milliseconds for each request. */
const SLOW = { offline: false, latency: 150, downloadThroughput: 1.6e6 / 8, uploadThroughput: 0.75e6 / 8 };
const CONDITIONS = [[1, false], [4, false], [1, true], [4, true]];

/** In the page, before all else: notes when a card is there, alive and painted, in milliseconds. */
function watch() {
  const seen = {};
  globalThis.firstCard = seen;
  const cards = document.getElementsByClassName('film-card');
  const painted = (name) => requestAnimationFrame(() => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => { seen[name] = performance.now(); };
    port2.postMessage(null);
  });
  const observer = new MutationObserver(() => {
    if (!cards.length) return;
    const now = performance.now();
    if (!seen.inPage) {
      seen.inPage = now;
      painted('painted');
    }
    if (document.querySelector('#app[data-ahead]')) return;
    observer.disconnect();
    seen.alive = now;
    painted('alivePainted');
  });
  observer.observe(document, { childList: true, subtree: true, attributes: true, attributeFilter: ['data-ahead'] });
}

/** A page in a context of its own, loaded until its cards are alive and the network is quiet. */
async function loaded(browser, address, cpu, slow) {
  const context = await browser.newContext({ viewport: { width: 412, height: 823 }, deviceScaleFactor: 1.75, isMobile: true });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  let bytes = 0;
  session.on('Network.loadingFinished', ({ encodedDataLength }) => { bytes += encodedDataLength; });
  await session.send('Network.enable');
  if (slow) await session.send('Network.emulateNetworkConditions', SLOW);
  if (cpu > 1) await session.send('Emulation.setCPUThrottlingRate', { rate: cpu });
  await page.addInitScript(watch);
  await page.goto(address, { waitUntil: 'commit' });
  await page.waitForFunction(() => globalThis.firstCard.alivePainted, null, { polling: 100, timeout: 120_000 });
  await page.waitForLoadState('networkidle');
  return { context, page, bytes };
}

async function measured(browser, address, cpu, slow) {
  const { context, page, bytes } = await loaded(browser, address, cpu, slow);
  const times = await page.evaluate(() => globalThis.firstCard);
  await context.close();
  return { ...times, bytes };
}

/** Every card of a page: what it reads, and its HTML but for comments, by which the module finds its places. */
async function cardsOf(browser, address) {
  const { context, page } = await loaded(browser, address, 1, false);
  const cards = await page.evaluate(() => [...document.querySelectorAll('.film-grid .film-card')].map((card) => {
    const copy = card.cloneNode(true);
    const comments = document.createTreeWalker(copy, NodeFilter.SHOW_COMMENT);
    while (comments.nextNode()) comments.currentNode.data = '';
    return { text: card.innerText, html: copy.outerHTML.replaceAll('<!---->', '') };
  }));
  await context.close();
  return cards;
}

/** What is not alike on the two pages, in words; nothing where all is. */
async function difference(server, browser) {
  const [site, plain] = [await cardsOf(browser, server.site), await cardsOf(browser, server.plain)];
  if (site.length !== plain.length) return `the site has ${site.length} film cards and the page by hand ${plain.length}: mend tests/bench/plain`;
  for (const part of ['text', 'html']) {
    const at = site.findIndex((card, at) => card[part] !== plain[at][part]);
    if (at >= 0) {
      return `the ${part} of film card ${at + 1} is not alike on the site and on the page by hand: mend tests/bench/plain\n`
        + `site:    ${JSON.stringify(site[at][part])}\nby hand: ${JSON.stringify(plain[at][part])}`;
    }
  }
  console.log(`\nBoth pages draw ${site.length} film cards, the same HTML and text in the same order.`);
  return undefined;
}

const FIGURES = { inPage: 'first card in the page', painted: '  painted', alive: 'first card alive', alivePainted: '  painted' };
const figures = (values) => [Math.min(...values), median(values), Math.max(...values)].map((value) => value.toFixed(0).padStart(7)).join('');

/** Measures and prints; gives back what is wrong with the two pages. */
export async function firstCard(server, browser, runs) {
  const trouble = await difference(server, browser);
  if (trouble) return trouble;
  let isAhead = false;
  for (const [cpu, slow] of CONDITIONS) {
    const all = { site: [], plain: [] };
    for (let run = 0; run < runs; run += 1) {
      for (const page of run % 2 ? ['plain', 'site'] : ['site', 'plain']) {
        console.error(`first card: CPU ${cpu}×, ${slow ? 'slow 4G' : 'unthrottled'}, run ${run + 1} of ${runs}, ${page}`);
        all[page].push(await measured(browser, server[page], cpu, slow));
      }
    }
    isAhead ||= all.site.some(({ inPage, alive }) => alive > inPage);
    console.log(`\nCPU ${cpu}× slower, ${slow ? 'slow 4G (1.6 Mbit/s down, 150 ms)' : 'network as it is'}, ${runs} runs, milliseconds\n`.replace('CPU 1× slower', 'CPU as it is'));
    console.log(`${''.padEnd(26)}${'the site'.padStart(21)}${'by hand'.padStart(24)}${'ratio'.padStart(9)}`);
    console.log(`${''.padEnd(26)}${'    min median    max   '.repeat(2)}${'of medians'.padStart(6)}`);
    for (const [figure, name] of Object.entries(FIGURES)) {
      const [site, plain] = [all.site, all.plain].map((loads) => loads.map((load) => load[figure]));
      console.log(`${name.padEnd(26)}${figures(site)}   ${figures(plain)}   ${(median(site) / median(plain)).toFixed(2).padStart(6)}`);
    }
    const [site, plain] = [all.site, all.plain].map((loads) => median(loads.map(({ bytes }) => bytes)));
    console.log(`${'bytes moved'.padEnd(26)}${site.toFixed(0).padStart(14)}${''.padEnd(10)}${plain.toFixed(0).padStart(14)}${''.padEnd(10)}${(site / plain).toFixed(2).padStart(6)}`);
  }
  console.log(isAhead
    ? '\nThe site’s first card is in the HTML that the build writes: it is to be seen before any script, and alive when the module has taken over.'
    : '\nNo card is in the HTML that the build writes: on the site, too, the first card is drawn by script, and alive from then on.');
  return undefined;
}
