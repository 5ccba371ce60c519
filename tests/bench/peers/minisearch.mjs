// MiniSearch, set up as its README says:
// - `prefix: true` finds words by their beginnings (“Search options”);
// - `boost` for titles (the same place);
// - `processTerm` folds accents (“Term processing”), with the browser's own normalisation;
// - `combineWith: 'AND'`, as its own suggestions do while somebody types (“Auto suggestions”).
// It has no limit: all that is found is scored and sorted, and the first are taken.
import MiniSearch from 'minisearch';
import { FIELDS, readRecords } from '../records.mjs';

export const name = 'MiniSearch';
let index;

const fold = (term) => term.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

export function load(files) {
  const records = readRecords(files);
  const from = performance.now();
  index = new MiniSearch({
    fields: FIELDS,
    processTerm: fold,
    searchOptions: { prefix: true, combineWith: 'AND', boost: { title: 2 } },
  });
  index.addAll(records);
  return performance.now() - from;
}

export function search(query, limit) {
  const found = index.search(query);
  return { ids: found.slice(0, limit).map(({ id }) => id), total: found.length };
}
