// Serves a build of the site with the data of another folder in place of its own.
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';

const TYPES = {
  '.html': 'text/html; charset=utf-8', '.css': 'text/css; charset=utf-8', '.js': 'text/javascript; charset=utf-8', '.json': 'application/json',
  '.wasm': 'application/wasm', '.woff2': 'font/woff2', '.svg': 'image/svg+xml', '.txt': 'text/plain; charset=utf-8',
};

/**
 * The address of the site under a base, which begins and ends with a slash. The catalogue's page and what is
 * asked for below data/ are looked for in the data's folder, and nowhere else.
 */
export async function serveSite({ site, data, base }) {
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url, 'http://localhost');
    const below = normalize(decodeURIComponent(pathname.slice(base.length)));
    const own = below === '.' ? 'index.html' : below.startsWith('data/') && below.slice('data/'.length);
    const file = own ? join(data, own) : join(site, below);
    const isInside = pathname.startsWith(base) && !below.startsWith('..');
    const found = isInside ? await stat(file).catch(() => null) : null;
    const [status, name, size] = found?.isFile() ? [200, file, found.size] : [404, join(site, '404.html')];
    const length = size === undefined ? {} : { 'Content-Length': size };
    response.writeHead(status, { 'Content-Type': TYPES[extname(name)] ?? 'application/octet-stream', 'Cache-Control': 'no-store', ...length });
    createReadStream(name).pipe(response);
  });
  await new Promise((done) => { server.listen(0, '127.0.0.1', done); });
  return { address: `http://127.0.0.1:${server.address().port}${base}`, close: () => server.close() };
}
