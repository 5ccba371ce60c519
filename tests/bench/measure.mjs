// Runs in the page: measures one library with one data set.
import { sumOf } from './counts.mjs';
import { RECORDS } from './records.mjs';

const LIMIT = 100;
/** Passes over everything that is typed or filtered; one before them is not counted. */
const PASSES = 3;
/** Where the one before takes longer than this, in milliseconds, one is counted. */
const LONG = 30_000;

const pause = () => new Promise((done) => { setTimeout(done, 0); });

/** Bytes that the page holds after a collection; with the API that counts all of it, where there is one. */
async function memory() {
  globalThis.gc?.();
  await pause();
  if (performance.measureUserAgentSpecificMemory) return (await performance.measureUserAgentSpecificMemory()).bytes;
  return performance.memory.usedJSHeapSize;
}

/** Does the work for each thing in several passes: of each one's least time the median, the 95th percentile and the greatest; of all times the greatest. */
async function timed(things, work) {
  const least = new Float64Array(things.length).fill(Infinity);
  let [max, passes] = [0, PASSES];
  for (let pass = 0; pass <= passes; pass += 1) {
    const start = performance.now();
    for (let at = 0; at < things.length; at += 1) {
      const from = performance.now();
      work(things[at]);
      const took = performance.now() - from;
      if (pass > 0) {
        least[at] = Math.min(least[at], took);
        max = Math.max(max, took);
      }
      if (at % 16 === 0) await pause();
    }
    if (pass === 0 && performance.now() - start > LONG) passes = 1;
  }
  const sorted = least.toSorted();
  const at = (share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
  return { p50: at(0.5), p95: at(0.95), worst: at(1), max, passes };
}

async function get(address) {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return response.arrayBuffer();
}

const json = async (address) => JSON.parse(new TextDecoder().decode(await get(address)));

/** Everything typed on the way to a query, letter by letter. */
function typed(query) {
  const letters = Array.from(query);
  return letters.map((_, at) => letters.slice(0, at + 1).join(''));
}

/** Measures the library of a module with the files of a folder. */
export async function measure(module, folder) {
  const library = await import(module);
  const queries = (await json(`${folder}/queries.json`)).map(({ text }) => text);
  const steps = await json(`${folder}/steps.json`);
  const { files: named = RECORDS } = library;
  const result = { name: library.name, files: typeof named === 'function' ? await named(folder) : named };
  const before = await memory();

  const files = {};
  for (const name of result.files) files[name] = await get(`${folder}/${name}`);
  const from = performance.now();
  result.build = await library.load(files);
  library.search?.(queries[0], LIMIT);
  library.facets?.({ dimension: 'stance', values: [] });
  result.ready = performance.now() - from;
  if (library.later) {
    const start = performance.now();
    library.later();
    result.later = performance.now() - start;
  }
  for (const name of result.files) delete files[name];
  result.memory = (await memory()) - before;
  result.wasm = library.wasmBytes?.();

  if (library.search) {
    const keys = queries.flatMap(typed);
    result.keys = keys.length;
    result.search = await timed(keys, (key) => library.search(key, LIMIT));
    result.found = queries.filter((query) => library.search(query, LIMIT).ids.length > 0).length;
    result.queries = queries.length;
  }
  if (library.facets) {
    const plain = library.plain ?? ((counts) => counts);
    result.steps = steps.length;
    result.facets = await timed(steps, (step) => library.facets(step));
    // Once more from no filter at all, to see whether it counts right.
    for (const dimension of new Set(steps.map((step) => step.dimension))) library.facets({ dimension, values: [] });
    result.counts = await sumOf(steps, (step) => plain(library.facets(step)));
  }
  return result;
}
