// Ours: filters with live counts, as the catalogue has them, over reviews and the dimensions that all
// libraries are measured with.
import init, { Facets } from '/engine/engine.js';
import { memoryOf } from '../ours.mjs';
import { DIMENSIONS } from '../records.mjs';

export const name = 'Crosscut';
export const files = ['index.json'];
const dimensions = Object.keys(DIMENSIONS);
let memory;
let facets_;

export async function load(given) {
  memory = memoryOf(await init());
  const from = performance.now();
  facets_ = new Facets(new Uint8Array(given['index.json']));
  return performance.now() - from;
}

export function facets({ dimension, values }) {
  facets_.choose(dimensions.indexOf(dimension), values.join('\n'));
  return dimensions.map((_, at) => facets_.count(at));
}

export const plain = (counts) => Object.fromEntries(dimensions.map((dimension, at) => {
  const values = facets_.values(at).split('\n');
  return [dimension, Object.fromEntries(values.map((value, number) => [value, counts[at][number]]))];
}));

export const wasmBytes = () => memory.buffer.byteLength;
