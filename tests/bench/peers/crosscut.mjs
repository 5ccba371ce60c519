// Ours: the search of the page, as a module by itself (xtask/engine), given the files that the page
// is given: the index, and the texts in files of their own, which it names.
import init, { Search } from '/engine/engine.js';
import { filesOf, memoryOf } from '../ours.mjs';

export const name = 'Crosscut';
export const files = filesOf;
let memory;
let search_;

export async function load(given) {
  memory = memoryOf(await init());
  const from = performance.now();
  const { 'index.json': index, ...texts } = given;
  search_ = new Search(new Uint8Array(index));
  let film = 0;
  for (const text of Object.values(texts)) film = search_.add(new Uint8Array(text), film);
  return performance.now() - from;
}

/** What the page does in the background once all texts are there, in slices. */
export function later() {
  while (search_.look_up());
}

export function search(query, limit) {
  const found = search_.search(query, limit);
  return { ids: Array.from(found.subarray(0, -1)), total: found.at(-1) };
}

export const wasmBytes = () => memory.buffer.byteLength;
