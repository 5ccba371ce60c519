// crossfilter2, set up as its API reference says: one dimension a facet, the genres as an array
// dimension (`dimension(value, true)`), one group each, which counts under all filters but those of
// its own dimension. Several values of one facet are a `filterFunction`.
import crossfilter from 'crossfilter2';
import { DIMENSIONS, readRecords } from '../records.mjs';

export const name = 'crossfilter2';
const dimensions = {};

export function load(files) {
  const records = readRecords(files);
  const from = performance.now();
  const all = crossfilter(records);
  for (const [dimension, values] of Object.entries(DIMENSIONS)) {
    const many = dimension === 'genre';
    const made = all.dimension(many ? values : (record) => values(record)[0], many);
    dimensions[dimension] = { made, group: made.group() };
  }
  return performance.now() - from;
}

export function facets({ dimension, values }) {
  const { made } = dimensions[dimension];
  if (values.length === 0) made.filterAll();
  else if (values.length === 1) made.filterExact(values[0]);
  else {
    const chosen = new Set(values);
    made.filterFunction((value) => chosen.has(value));
  }
  const counts = {};
  for (const [name, { group }] of Object.entries(dimensions)) {
    counts[name] = group.all();
  }
  return counts;
}

/** The counts of a step as plain objects, value by value; made outside of what is measured. */
export const plain = (counts) => Object.fromEntries(
  Object.entries(counts).map(([dimension, group]) => [dimension, Object.fromEntries(group.map(({ key, value }) => [key, value]))]),
);
