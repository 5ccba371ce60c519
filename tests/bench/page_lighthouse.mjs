// Lighthouse with its own defaults: a telephone, simulated slow 4G and a processor four times slower.
// Each run has a browser of its own.
import { launch } from 'chrome-launcher';
import lighthouse from 'lighthouse';
import { FLAGS } from './page_server.mjs';
import { median } from './table.mjs';

const RUNS = 5;
/** How often a run is begun where Lighthouse breaks off, as it now and then does on a busy machine. */
const ATTEMPTS = 3;
const PAGES = { 'the catalogue': '', 'a film': 'film/sound-of-metal', 'a comparison': 'compare/sound-of-metal' };
const SCORES = { performance: 'perf.', accessibility: 'access.', 'best-practices': 'practices', seo: 'SEO' };
const FIGURES = {
  'first-contentful-paint': 'FCP ms', 'largest-contentful-paint': 'LCP ms', 'total-blocking-time': 'TBT ms',
  'cumulative-layout-shift': 'CLS', 'speed-index': 'SI ms',
};

async function report(address, chromePath) {
  const chrome = await launch({ chromePath, chromeFlags: FLAGS, logLevel: 'silent' });
  try {
    const { lhr } = await lighthouse(address, { port: chrome.port, output: 'json', logLevel: 'error', onlyCategories: Object.keys(SCORES) });
    if (lhr.runtimeError) throw new Error(lhr.runtimeError.message);
    return lhr;
  } finally {
    chrome.kill();
  }
}

/** A report that is whole. What Lighthouse broke off counts for nothing, and is said. */
async function measured(address, chromePath) {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await report(address, chromePath);
    } catch (error) {
      if (attempt === ATTEMPTS) throw new Error(`Lighthouse could not measure ${address} in ${ATTEMPTS} attempts: ${error.message}`);
      console.error(`lighthouse: once more, since it broke off: ${error.message}`);
    }
  }
}

const whole = (value) => value.toFixed(0);
/** The columns: a name, its value in a report, and how it is written. */
const COLUMNS = [
  ...Object.entries(SCORES).map(([id, name]) => [name, (lhr) => lhr.categories[id].score * 100, whole]),
  ...Object.entries(FIGURES).map(([id, name]) => [name, (lhr) => lhr.audits[id].numericValue, name === 'CLS' ? (value) => value.toFixed(3) : whole]),
];
const print = (name, cells) => console.log(name.padEnd(8) + cells.map((cell) => cell.padStart(11)).join(''));

/** What keeps a score below 100, beside the figures themselves. */
function faults(reports) {
  const titles = new Set();
  for (const { categories, audits } of reports) {
    for (const id of ['accessibility', 'best-practices', 'seo']) {
      for (const { id: audit, weight } of categories[id].auditRefs) {
        const { score, title, scoreDisplayMode } = audits[audit];
        if (weight > 0 && score !== null && score < 1 && scoreDisplayMode !== 'notApplicable') titles.add(`${id}: ${title}`);
      }
    }
  }
  return [...titles];
}

export async function lighthouseRuns(server, chromium) {
  for (const [name, path] of Object.entries(PAGES)) {
    const address = server.site + path;
    // The server has compressed everything when the first run begins.
    await measured(address, chromium);
    const reports = [];
    for (let run = 0; run < RUNS; run += 1) {
      console.error(`lighthouse: ${name}, run ${run + 1} of ${RUNS}`);
      reports.push(await measured(address, chromium));
    }
    const [{ lighthouseVersion, configSettings: { formFactor, throttlingMethod } }] = reports;
    const speed = median(reports.map(({ environment }) => environment.benchmarkIndex));
    console.log(`\nLighthouse ${lighthouseVersion} of ${name} (${formFactor}, throttling ${throttlingMethod}, this machine's speed by its own index ${whole(speed)})\n`);
    print('', COLUMNS.map(([column]) => column));
    for (const [run, report] of reports.entries()) print(`run ${run + 1}`, COLUMNS.map(([, of, write]) => write(of(report))));
    print('median', COLUMNS.map(([, of, write]) => write(median(reports.map(of)))));
    for (const fault of faults(reports)) console.log(`  ${fault}`);
  }
}
