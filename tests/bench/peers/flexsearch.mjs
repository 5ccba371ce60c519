// FlexSearch: a document index (README, “Document Search”). Set up as its README says:
// - numeric ids (“Use numeric IDs”);
// - `tokenize: 'forward'`, which finds words by their beginnings (“Tokenizer”);
// - `Charset.Normalize`, the encoder that folds case and accents and changes nothing else
//   (“Charset Collection”); those named Latin are phonetic on top of it;
// - `merge` for one list over all fields (“Merge Document Results”).
// A query is found where one field has all its words: words of two fields together find nothing.
import { Charset, Document } from 'flexsearch';
import { FIELDS, readRecords } from '../records.mjs';

export const name = 'FlexSearch';
let index;

export function load(files) {
  const records = readRecords(files);
  const from = performance.now();
  index = new Document({
    tokenize: 'forward',
    encoder: Charset.Normalize,
    document: { id: 'id', index: FIELDS },
  });
  for (const record of records) index.add(record);
  return performance.now() - from;
}

export function search(query, limit) {
  const found = index.search(query, { limit, merge: true });
  return { ids: found.map(({ id }) => id).slice(0, limit), total: null };
}
