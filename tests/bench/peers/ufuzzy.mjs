// uFuzzy, set up as its README says:
// - a haystack of strings, here the fields of a record joined, with `uFuzzy.latinize` for accents
//   (“Charsets, Alphabets, Diacritics”);
// - `search` with `outOfOrder` for words in any order, and its `infoThresh` of 1,000: what finds more
//   is not ranked (“Integrated Search”);
// - its own default sort.
// It finds words by any part of them.
import uFuzzy from '@leeoniya/ufuzzy';
import { FIELDS, readRecords } from '../records.mjs';

export const name = 'uFuzzy';
const fuzzy = new uFuzzy();
let haystack;

export function load(files) {
  const records = readRecords(files);
  const from = performance.now();
  haystack = uFuzzy.latinize(records.map((record) => FIELDS.map((field) => record[field] ?? '').join(' | ')));
  return performance.now() - from;
}

export function search(query, limit) {
  const [found, info, order] = fuzzy.search(haystack, uFuzzy.latinize(query), true);
  if (!found) return { ids: [], total: 0 };
  const ids = order ? order.slice(0, limit).map((at) => info.idx[at]) : found.slice(0, limit);
  return { ids, total: found.length };
}
