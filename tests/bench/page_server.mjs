// Passes the built site on as hosts send it: compressed with brotli 11, once, before anything is
// measured. Beside it stands the page by hand, below the same base and with the same headers.
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';
import { build } from 'esbuild';

const PLAIN = join(import.meta.dirname, 'plain');
/** What a browser that measures is started with, by root in a container as well. */
export const FLAGS = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];
/** Of what the site's server says, what is said for each connection anew. */
const OWN = new Set(['connection', 'content-length', 'keep-alive', 'transfer-encoding', 'date']);
const COMPRESSIBLE = /^(?:text\/|application\/(?:json|wasm|xml|manifest)|image\/svg)/;

async function packed(body) {
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: body.length };
  return promisify(brotliCompress)(body, { params });
}

/** The page by hand: its files by name, minified; with the site's own style sheet, fonts and list of films. */
async function plainPage(siteHtml, base) {
  const found = (pattern, what) => {
    const address = siteHtml.match(pattern)?.[1];
    if (!address) throw new Error(`the site's index.html names no ${what}; see plainPage in tests/bench/page_server.mjs`);
    return address;
  };
  const values = {
    BASE: base,
    INDEX: found(/data-index="?([^"\s>]+)/, 'list of films'),
    SHEET: found(/href="?([^"\s>]+\.css)/, 'style sheet'),
    ICON: found(/href="?([^"\s>]+\.svg)/, 'icon'),
    SERIF: found(/href="?([^"\s>]+newsreader-latin-[^"\s>]+\.woff2)/, 'serif font'),
    SANS: found(/href="?([^"\s>]+instrument-sans-latin-[^"\s>]+\.woff2)/, 'sans-serif font'),
  };
  const page = (await readFile(join(PLAIN, 'index.html'), 'utf8')).replace(/%([A-Z]+)%/g, (_, name) => values[name]);
  const { outputFiles: [script] } = await build({ entryPoints: [join(PLAIN, 'plain.js')], bundle: true, minify: true, format: 'iife', target: 'es2022', write: false, logLevel: 'warning' });
  return {
    '': { type: 'text/html; charset=utf-8', body: Buffer.from(page) },
    'plain.js': { type: 'text/javascript; charset=utf-8', body: Buffer.from(script.contents) },
  };
}

/** A server for the site at an address and for the page by hand: the addresses of both. */
export async function serve(site, compressed) {
  const { origin, pathname: base } = new URL(site);
  const answers = new Map();
  const asked = (target) => {
    if (!answers.has(target)) answers.set(target, answerOf(target));
    return answers.get(target);
  };
  async function finished(status, headers, body) {
    const send = compressed && COMPRESSIBLE.test(headers['content-type'] ?? '') ? await packed(body) : body;
    return { status, headers: { ...headers, ...(send === body ? {} : { 'content-encoding': 'br', vary: 'Accept-Encoding' }) }, body: send };
  }
  async function answerOf(target) {
    const response = await fetch(origin + target, { redirect: 'manual' });
    const headers = Object.fromEntries([...response.headers].filter(([name]) => !OWN.has(name)));
    return finished(response.status, headers, Buffer.from(await response.arrayBuffer()));
  }
  const index = await fetch(site);
  const headers = Object.fromEntries([...index.headers].filter(([name]) => !OWN.has(name) && name !== 'etag'));
  for (const [name, { type, body }] of Object.entries(await plainPage(await index.text(), base))) {
    answers.set(`${base}plain/${name}`, finished(200, { ...headers, 'content-type': type }, body));
  }
  const server = createServer(async (request, response) => {
    try {
      const { status, headers, body } = await asked(request.url);
      response.writeHead(status, { ...headers, 'content-length': body.length }).end(body);
    } catch (error) {
      response.writeHead(502).end(String(error));
    }
  });
  await new Promise((done) => { server.listen(0, '127.0.0.1', done); });
  const own = `http://127.0.0.1:${server.address().port}${base}`;
  return { site: own, plain: `${own}plain/`, close: () => { server.close(); server.closeAllConnections(); } };
}
