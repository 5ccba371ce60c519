// Orama, set up as its README says: a schema of strings, `insertMultiple`, and `search` with a term;
// it finds words by their beginnings, folds accents, and by default (`threshold` 1) finds what has
// any of the words. `tolerance` 0 is no misspelling, its default too.
import { create, insertMultiple, search as find } from '@orama/orama';
import { FIELDS, readRecords } from '../records.mjs';

export const name = 'Orama';
let database;

export async function load(files) {
  const records = readRecords(files);
  const from = performance.now();
  database = create({ schema: Object.fromEntries(FIELDS.map((field) => [field, 'string'])) });
  const documents = records.map((record) => ({
    id: String(record.id),
    ...Object.fromEntries(FIELDS.map((field) => [field, record[field] ?? ''])),
  }));
  await insertMultiple(database, documents);
  return performance.now() - from;
}

export function search(query, limit) {
  const found = find(database, { term: query, limit, tolerance: 0 });
  return { ids: found.hits.map(({ id }) => Number(id)), total: found.count };
}
