// ItemsJS, set up as its README says: an aggregation a facet, with `conjunction: false`, so that
// several values of one facet widen what is found and each is counted under all filters but those of
// its own facet; `size` large enough for every value. Its own search of texts is off
// (`native_search_enabled`), since only the filters are measured here.
import itemsjs from 'itemsjs';
import { DIMENSIONS, readRecords } from '../records.mjs';

export const name = 'ItemsJS';
let engine;
let filters = {};

export function load(files) {
  const records = readRecords(files);
  const from = performance.now();
  const items = records.map((record) => ({
    id: record.id,
    ...Object.fromEntries(Object.entries(DIMENSIONS).map(([dimension, values]) => [dimension, values(record)])),
  }));
  engine = itemsjs(items, {
    native_search_enabled: false,
    aggregations: Object.fromEntries(Object.keys(DIMENSIONS).map((dimension) => [
      dimension,
      { conjunction: false, size: 10_000 },
    ])),
  });
  return performance.now() - from;
}

export function facets({ dimension, values }) {
  filters = { ...filters, [dimension]: values };
  return engine.search({ per_page: 1, filters }).data.aggregations;
}

export const plain = (counts) => Object.fromEntries(
  Object.entries(counts).map(([dimension, { buckets }]) => [
    dimension,
    Object.fromEntries(buckets.map(({ key, doc_count: count }) => [key, count])),
  ]),
);
