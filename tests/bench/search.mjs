// How fast reviews are searched and filtered, by ours and by known libraries. Prints tables;
// asserts only that all count alike. How the site answers with the same data is measured in visit.mjs.
//
// Each library has a fresh page of the same browser in every run, in turns, and each run begins with
// another one; figures are medians of the runs. `ready` is from the answer in hand to the first
// result, decoding and parsing included; `build` is the part of it that makes the index. `memory` is
// what the page holds more than before, all that the library keeps included; what the browser tells
// has typed arrays in it, but not the memory of WebAssembly, which is added. A key is a search for
// all that is typed so far, ranked, of which 100 are taken; facets are all counts after a filter
// changed. Each single one's time is the least of three passes, or that of the only one where a pass
// takes longer than half a minute; one pass before is not counted. `worst` is the greatest of these; `max`
// is the greatest of all times, in which whatever else the machine does shows.
// The clock's step is 0.005 ms.
//
// A library is a module of peers/ that exports
//   name             as tables show it
//   files            what it is given of the data set's folder, or a function of that folder that
//                    promises it; records.json where it does not say
//   load(files)      makes its index of a map from names to ArrayBuffers; returns, or promises, the
//                    milliseconds that it took beside parsing
//   search(query, limit)  returns { ids, total }, the best first; total null where it does not know
//   facets(step)     takes a step of steps.json and returns the counts of every value under all
//                    filters but those of its own dimension
//   plain(counts)    makes of them { dimension: { value: count } }, where they are not that already
//   later()          does what it does in the background once it answers: not part of `ready`, but said
//   wasmBytes()      the size of its WebAssembly memory in bytes, where it has one
// and it leaves out what it cannot do. Ours are peers/crosscut.mjs and peers/crosscut_facets.mjs, and
// what they load is below target/bench/engine/, served as /engine/. PEERS=crosscut,json measures only those.
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { build } from 'esbuild';
import { chromium } from 'playwright-core';
import { plainCounter, sumOf } from './counts.mjs';
import { serve } from './server.mjs';
import { figures, printGrowth, printSet } from './table.mjs';

const HERE = import.meta.dirname;
const { FOLDER, CHROMIUM } = process.env;
const ENGINE = join(FOLDER, 'engine');
const SETS = process.env.SETS.split(',');
const RUNS = Number(process.env.RUNS ?? 3);
const PEERS = process.env.PEERS?.split(',') ?? ['crosscut', 'crosscut_facets', 'flexsearch', 'minisearch', 'ufuzzy', 'orama', 'crossfilter', 'itemsjs', 'json'];
/** What is larger than this is compressed less thoroughly: it would take minutes. */
const LARGE = 8 << 20;

/** Makes one module for the page of each library that is there. */
async function bundled() {
  const peers = [];
  for (const peer of PEERS) {
    const entry = join(HERE, 'peers', `${peer}.mjs`);
    const ours = peer.startsWith('crosscut');
    if (ours && !existsSync(ENGINE)) {
      console.error(`${peer}: left out, since target/bench/engine/ is not there`);
      continue;
    }
    const module = join(FOLDER, 'peers', `${peer}.mjs`);
    await build({ entryPoints: [entry], outfile: module, bundle: true, minify: true, format: 'esm', target: 'es2022', logLevel: 'warning', external: ['/engine/*'] });
    const engine = ours ? (await readdir(ENGINE)).map((name) => join(ENGINE, name)) : [];
    peers.push({ peer, code: [module, ...engine] });
  }
  return peers;
}

const compressed = new Map();

/** The bytes that some files have when they are sent, and the lowest quality of brotli among them. */
async function sent(files) {
  const all = { bytes: 0, quality: 11 };
  for (const file of files) {
    if (!compressed.has(file)) {
      const text = await readFile(file);
      const quality = text.length > LARGE ? 5 : 11;
      const params = { [constants.BROTLI_PARAM_QUALITY]: quality, [constants.BROTLI_PARAM_SIZE_HINT]: text.length };
      compressed.set(file, { bytes: brotliCompressSync(text, { params }).length, quality });
    }
    const { bytes, quality } = compressed.get(file);
    all.bytes += bytes;
    all.quality = Math.min(all.quality, quality);
  }
  return all;
}

async function measured(browser, address, peer, set) {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(address);
  const result = await page.evaluate(async ([module, folder]) => {
    const { measure } = await import('/bench/measure.mjs');
    return measure(module, folder);
  }, [`/data/peers/${peer}.mjs`, `/data/${set}`]);
  await context.close();
  return result;
}

async function measuredSet(browser, address, peers, set) {
  const rows = peers.map(({ peer, code }) => ({ peer, code, runs: [] }));
  for (let run = 0; run < RUNS; run += 1) {
    for (let turn = 0; turn < rows.length; turn += 1) {
      const row = rows[(turn + run) % rows.length];
      console.error(`${set}: run ${run + 1} of ${RUNS}, ${row.peer}`);
      row.runs.push(await measured(browser, address, row.peer, set));
    }
  }
  for (const row of rows) {
    row.data = await sent(row.runs[0].files.map((file) => join(FOLDER, set, file)));
    row.code = await sent(row.code);
  }
  return rows;
}

/** Says whose counts are not those of looking at every record; true where all are. */
async function countAlike(set, rows) {
  const read = async (name) => JSON.parse(await readFile(join(FOLDER, set, name), 'utf8'));
  const expected = await sumOf(await read('steps.json'), plainCounter(await read('records.json')));
  const wrong = rows.filter(({ runs: [run] }) => run.counts && run.counts !== expected);
  for (const { peer } of wrong) console.error(`${set}: ${peer} counts otherwise than a plain count`);
  return wrong.length === 0;
}

/** Says whether ours finds something for as many queries as there are whose words stand in one record; true where it does. */
async function foundAlike(set, rows) {
  const read = async (name) => JSON.parse(await readFile(join(FOLDER, set, name), 'utf8'));
  const ours = rows.find(({ peer, runs: [run] }) => peer === 'crosscut' && run.search);
  if (!ours) return true;
  const fold = (text) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  const texts = (await read('records.json')).map((record) => fold(['title', 'people', 'reviewer', 'outlet', 'headline', 'text'].map((name) => record[name]).flat().join('\n')));
  const queries = (await read('queries.json')).map(({ text }) => fold(text).split(/\s+/));
  const expected = queries.filter((words) => texts.some((text) => words.every((word) => text.includes(word)))).length;
  if (ours.runs[0].found === expected) return true;
  console.error(`${set}: ours finds something for ${ours.runs[0].found} queries, where ${expected} have all their words in a record`);
  return false;
}

const peers = await bundled();
const server = await serve({ bench: HERE, data: FOLDER, engine: ENGINE });
const browser = await chromium.launch({
  executablePath: CHROMIUM,
  args: [
    '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync',
    // Memory is told at once, and after a collection.
    '--js-flags=--expose-gc', '--enable-blink-features=ForceEagerMeasureMemory',
  ],
});
console.log(`Chromium ${browser.version()}, node ${process.version}, ${cpus().length} cores, ${RUNS} runs; milliseconds unless said`);

let before;
let alike = true;
for (const set of SETS) {
  const rows = await measuredSet(browser, server.address, peers, set);
  const { keys, queries, steps } = Object.assign({}, ...rows.map(({ runs: [run] }) => run));
  const once = rows.filter(({ runs }) => runs.some((run) => run.search?.passes === 1)).map((row) => figures(row).name);
  const notes = [`${keys} keys of ${queries} queries, ${steps ?? 0} filter changes`, ...rows.slice(0, 1).map(({ data }) => `brotli ${data.quality}`)];
  if (once.length) notes.push(`one pass for ${once.join(', ')}`);
  for (const { runs: [run] } of rows.filter(({ runs: [run] }) => run.later)) notes.push(`${run.name} works on for ${Math.round(run.later)} ms`);
  printSet(`${set} (${notes.join('; ')})`, rows);
  if (before?.corpus === set.split('-')[0]) printGrowth(`Growth from ${before.set} to ${set}`, before.rows, rows);
  before = { set, corpus: set.split('-')[0], rows };
  alike = await countAlike(set, rows) && alike;
  alike = await foundAlike(set, rows) && alike;
}
await browser.close();
server.close();
process.exitCode = alike ? 0 : 1;
