// Counts beside filters: the plain way, and one form of them in which all libraries can be compared.
import { DIMENSIONS } from './records.mjs';

/** What one library counted after one change: only what is not 0, in order. */
function ordered(counts) {
  const values = (group) => Object.entries(group).filter(([value, count]) => value !== '' && count > 0);
  const sorted = (entries) => entries.sort(([one], [other]) => (one < other ? -1 : 1));
  return sorted(Object.entries(counts).map(([dimension, group]) => [dimension, sorted(values(group))]));
}

async function hash(text) {
  const bytes = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return Array.from(new Uint8Array(bytes, 0, 8), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** One short text for all the counts after all changes: the same for all who count alike. */
export async function sumOf(steps, count) {
  const hashes = [];
  for (const step of steps) hashes.push(await hash(JSON.stringify(ordered(count(step)))));
  return hash(hashes.join());
}

/**
 * A function that takes one change after the other and counts every value under all filters but
 * those of its own dimension, by looking at every record.
 */
export function plainCounter(records) {
  const dimensions = Object.keys(DIMENSIONS);
  const rows = records.map((record) => dimensions.map((dimension) => DIMENSIONS[dimension](record)));
  const chosen = dimensions.map(() => new Set());
  return ({ dimension, values }) => {
    chosen[dimensions.indexOf(dimension)] = new Set(values);
    const counts = dimensions.map(() => ({}));
    for (const row of rows) {
      const misses = row.flatMap((values, at) => (chosen[at].size && !values.some((value) => chosen[at].has(value)) ? [at] : []));
      if (misses.length > 1) continue;
      for (const at of misses.length ? misses : row.keys()) {
        for (const value of row[at]) counts[at][value] = (counts[at][value] ?? 0) + 1;
      }
    }
    return Object.fromEntries(dimensions.map((dimension, at) => [dimension, counts[at]]));
  };
}
