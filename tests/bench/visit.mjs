// How the site itself answers with a made-up data set, as visitors have it. Prints tables; asserts nothing.
//
// Each run is a visit in a fresh context: the catalogue opened with a search and without, queries typed
// letter by letter, filters, orders, scrolling, a film opened and left. Figures are of all runs together,
// in milliseconds, from the moment that the browser gives an input:
//   paint        to the next picture; keys that pile up wait for those before them
//   settled      to the picture of the last change that is made before the next input
//   told max     the longest that the browser's own Event Timing tells, in steps of 8
//   there        from the navigation to what was waited for (the first film; all texts looked into), from
//                the click to a film's first review, from the way back to the list as it was scrolled; a median
//   long tasks   how often in a visit, after the first paint, the page did not answer for more than 50 ms
//   longest      of these
// Time is the clock's: on a machine that does other things tasks take longer. A visit is made with the
// CPU as it is and four times slower.
import { readFile } from 'node:fs/promises';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { serveSite } from './site_server.mjs';
import { digits, median, print } from './table.mjs';
import { visit } from './visitor.mjs';

const { FOLDER, SITE, BASE, CHROMIUM } = process.env;
const SETS = process.env.SETS.split(',');
const RUNS = Number(process.env.RUNS ?? 3);
const SPEEDS = [1, 4];
/** Of the queries one of so many is typed. */
const EACH = 5;
const MB = 1e6;

const at = (sorted, share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];

/** A row for each phase: of all visits together. */
function rows(visits) {
  return Object.keys(visits[0].phases).map((name) => {
    const phases = visits.map(({ phases }) => phases[name]);
    const all = (of) => phases.flatMap(of).filter((value) => value !== undefined).toSorted((one, other) => one - other);
    const spread = (values) => [0.5, 0.95, 1].map((share) => digits(at(values, share)));
    const inputs = all(({ inputs }) => inputs.map(({ paint }) => paint));
    // What changes nothing, or only together with the next, has settled when it is painted.
    const settled = all(({ inputs }) => inputs.map(({ paint, settled = 0 }) => Math.max(paint, settled)));
    const long = all(({ long }) => long.map(({ took }) => took));
    const there = all(({ seen }) => seen);
    return [
      name, inputs.length ? String(Math.round(inputs.length / visits.length)) : '',
      ...spread(inputs), ...spread(settled), digits(all(({ told }) => told).at(-1)),
      there.length ? digits(median(there)) : '', digits(long.length / visits.length), digits(long.at(-1)),
    ];
  });
}

const HEAD = ['', 'inputs', 'paint p50', 'p95', 'max', 'settled p50', 'p95', 'max', 'told max', 'there', 'long tasks', 'longest'];

const browser = await chromium.launch({
  executablePath: CHROMIUM,
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
});
console.log(`\nThe site, Chromium ${browser.version()}, ${cpus().length} cores, ${RUNS} runs; milliseconds unless said`);
for (const set of SETS) {
  const data = join(FOLDER, set);
  const queries = JSON.parse(await readFile(join(data, 'queries.json'), 'utf8')).map(({ text }) => text).filter((_, at) => at % EACH === 0);
  const server = await serveSite({ site: SITE, data, base: BASE });
  for (const slow of SPEEDS) {
    const visits = [];
    for (let run = 0; run < RUNS; run += 1) {
      console.error(`${set}: run ${run + 1} of ${RUNS} in the site, CPU 1/${slow}`);
      visits.push(await visit(browser, server.address, queries, slow));
    }
    const memory = (of) => `${digits(median(visits.map(({ memory }) => memory[of])) / MB)} MB`;
    print(`${set} in the site, CPU 1/${slow} (${queries.length} queries; WebAssembly holds ${memory('wasm')}, script ${memory('script')})`, HEAD, rows(visits));
  }
  server.close();
}
await browser.close();
