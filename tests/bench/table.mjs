// Tables of what was measured, in Markdown.

const MB = 1e6;

/** The figures of a row; `bytes` are the same in every run, the others are medians of the runs. */
const FIGURES = [
  ['ready ms', (run) => run.ready],
  ['build ms', (run) => run.build],
  ['memory MB', (run) => (run.memory + (run.wasm ?? 0)) / MB],
  ['key p50', (run) => run.search?.p50],
  ['key p95', (run) => run.search?.p95],
  ['key worst', (run) => run.search?.worst],
  ['key max', (run) => run.search?.max],
  ['facets p50', (run) => run.facets?.p50],
  ['facets p95', (run) => run.facets?.p95],
  ['facets worst', (run) => run.facets?.worst],
  ['facets max', (run) => run.facets?.max],
];

export const median = (values) => values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)];

/** Three digits, or as many as stand before the point. */
export function digits(value) {
  if (value === undefined) return '';
  if (value === 0) return '0';
  if (value >= 100) return value.toFixed(0);
  return value.toFixed(value >= 10 ? 1 : value >= 1 ? 2 : 3);
}

/** What was measured of each library with one data set: its name and figures by their names. */
export function figures({ runs, data, code }) {
  const [{ name, files }] = runs;
  const all = {};
  for (const [figure, of] of FIGURES) {
    const values = runs.map(of).filter((value) => value !== undefined && value !== null);
    if (values.length) all[figure] = median(values);
  }
  all['data MB'] = data.bytes / MB;
  all['code KB'] = code.bytes / 1000;
  return { name, files, all };
}

const NAMES = [...FIGURES.map(([name]) => name), 'data MB', 'code KB'];

/** Prints a table; columns in which no row has anything are left out, but for the first. */
export function print(title, head, rows) {
  const used = head.map((_, at) => at === 0 || rows.some((row) => row[at]));
  const table = [head, ...rows].map((row) => row.filter((_, at) => used[at]));
  const widths = table[0].map((_, at) => Math.max(3, ...table.map((row) => row[at].length)));
  const line = (cells) => `| ${cells.map((cell, at) => (at ? cell.padStart(widths[at]) : cell.padEnd(widths[at]))).join(' | ')} |`;
  console.log(`\n${title}\n`);
  console.log(line(table[0]));
  console.log(line(widths.map((width, at) => (at ? `${'-'.repeat(width - 1)}:` : '-'.repeat(width)))));
  for (const row of table.slice(1)) console.log(line(row));
}

/** The figures of one data set, and how they stand to ours, or to the best where ours are absent. */
export function printSet(title, rows) {
  const found = ({ runs: [run] }) => (run.queries ? `${run.found}/${run.queries}` : '');
  print(title, ['', ...NAMES, 'found'], rows.map((row) => {
    const { name, all } = figures(row);
    return [name, ...NAMES.map((figure) => digits(all[figure])), found(row)];
  }));
  const libraries = rows.filter(({ peer }) => peer !== 'json');
  const ours = rows.find(({ peer }) => peer === 'crosscut');
  const best = (figure) => Math.min(...libraries.map((row) => figures(row).all[figure]).filter((value) => value > 0));
  print(ours ? 'Times ours' : 'Times the best', ['', ...NAMES], rows.map((row) => {
    const { name, all } = figures(row);
    const times = (figure) => all[figure] / ((ours && figures(ours).all[figure]) ?? best(figure));
    return [name, ...NAMES.map((figure) => (Number.isFinite(times(figure)) ? digits(times(figure)) : ''))];
  }));
}

/** How the figures grow from one size of a corpus to the next. */
export function printGrowth(title, rows, larger) {
  print(title, ['', ...NAMES], larger.map((row) => {
    const before = rows.find(({ peer }) => peer === row.peer);
    const [small, large] = [figures(before).all, figures(row).all];
    return [figures(row).name, ...NAMES.map((figure) => (small[figure] > 0 && large[figure] > 0 ? digits(large[figure] / small[figure]) : ''))];
  }));
}
