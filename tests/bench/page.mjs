// What a visitor waits for: Lighthouse's figures, and the time to the first film card beside that of a
// page by hand in plain JavaScript. Prints tables; asserts only that both pages draw the same cards.
//
// The site comes from the server of `cargo xtask serve`, through one that compresses as hosts do
// (page_server.mjs). CHECKS names what is measured, of `lighthouse` and `first-card`.
import { cpus, loadavg } from 'node:os';
import { chromium } from 'playwright-core';
import { firstCard } from './page_first_card.mjs';
import { lighthouseRuns } from './page_lighthouse.mjs';
import { FLAGS, serve } from './page_server.mjs';

const { BASE_URL, CHROMIUM } = process.env;
const CHECKS = process.env.CHECKS?.split(',') ?? ['lighthouse', 'first-card'];
const RUNS = Number(process.env.RUNS ?? 9);
const compressed = process.env.COMPRESSED !== 'no';

const server = await serve(BASE_URL, compressed);
console.log(compressed
  ? '\nServed with brotli 11, as hosts do (`cargo xtask serve` sends files as they are), over HTTP/1.1.'
  : '\nServed as files are, not compressed, as `cargo xtask serve` does, over HTTP/1.1. Hosts compress.');
// What others do on the machine shows in every figure but the bytes.
console.log(`${cpus().length} cores, and ${loadavg()[0].toFixed(1)} programs at work on them as it begins; node ${process.version}.`);
if (CHECKS.includes('lighthouse')) await lighthouseRuns(server, CHROMIUM);
if (CHECKS.includes('first-card')) {
  const browser = await chromium.launch({ executablePath: CHROMIUM, args: FLAGS });
  const trouble = await firstCard(server, browser, RUNS);
  if (trouble) console.error(`\n${trouble}`);
  process.exitCode = trouble ? 1 : 0;
  await browser.close();
}
server.close();
