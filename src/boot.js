// Starts Crosscut while the page's frame, which is plain HTML, is already on screen. A classic script
// in the head, so that the theme is set before the first paint and the downloads start early.
(() => {
  const base = document.querySelector('meta[name="crosscut:base"]').content;
  const glue = document.querySelector('link[rel="modulepreload"]');
  const asked = glue.dataset;
  const size = Number(asked.size);
  const parsed = new Promise((done) => document.addEventListener('DOMContentLoaded', done, { once: true }));
  // What is in the HTML can be shown once the style sheet is there: what comes after it does not share its line.
  const styled = new Promise((done) => {
    const told = ({ target }) => { if (target.rel === 'stylesheet') done(); };
    for (const name of ['load', 'error']) document.addEventListener(name, told, true); // What a part tells, the window does not hear.
    addEventListener('load', done);
  });
  const part = (name) => document.getElementById(`boot-${name}`);

  try {
    const theme = localStorage.getItem('crosscut:theme');
    if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
  } catch { /* Storage is blocked: the system's theme it is. */ }
  class Trouble extends Error {} // Its message is for the visitor.

  /** The smallest module that needs SIMD, so that nobody downloads what their browser cannot run. */
  const capable = () => typeof WebAssembly === 'object' && WebAssembly.validate(Uint8Array.of(
    0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 96, 0, 1, 123, 3, 2, 1, 0, 10, 10, 1, 8, 0, 65, 0, 253, 15, 253, 98, 11));

  let received = 0;
  const show = () => {
    // Until the body is parsed, and once the app has drawn itself, there is nothing to show it on.
    if (!part('note')) return;
    part('note').textContent = `Loading ${Math.floor((100 * received) / size)} %`;
    if (part('progress')) part('progress').value = received; // A page rendered ahead has none.
  };
  // The catalogue rendered ahead is the one that nothing is asked of: for another there is what shows meanwhile.
  if (location.search) document.documentElement.dataset.asked = '';
  parsed.then(() => location.search && part('asked') && document.getElementById('app').replaceWith(part('asked').content));
  parsed.then(() => received && show());
  // What is open on a wide screen, on a page rendered ahead.
  parsed.then(() => document.querySelectorAll('[data-open-where]').forEach((it) => { it.open = matchMedia(it.dataset.openWhere).matches; }));

  // A page rendered ahead looks as if it answered already: where that takes long, it says so below.
  setTimeout(() => {
    const app = document.querySelector('#app[data-ahead]');
    if (!app || part('note')) return;
    app.append(Object.assign(document.createElement('p'), { id: 'boot-note', role: 'status', className: 'slow-note' }));
    show();
  }, 5_000);

  // What is pressed on a page rendered ahead the app does when it is there: of other controls it sees what was chosen.
  document.addEventListener('click', ({ target }) => target.closest('[data-ahead] button')?.setAttribute('data-pressed', ''));

  /** The module's bytes, as they come. Servers compress, so only the size in the page is the true one. */
  async function download(attempt, signal, alive) {
    const response = await fetch(asked.wasm, { signal, cache: attempt ? 'reload' : 'default' });
    if (!response.ok) throw new Trouble(`The server answered with status ${response.status}.`);
    const bytes = new Uint8Array(size);
    const reader = response.body.getReader();
    for (received = 0; ;) {
      const { done, value } = await reader.read();
      if (done && received === size) return bytes;
      if (done || received + value.length > size) throw new Trouble('What arrived is not complete, or not what was published.');
      bytes.set(value, received);
      received += value.length;
      alive();
      show();
    }
  }

  /** What the page vouches for, or nothing. Plain http beyond localhost has no digests to check with. */
  async function verify(bytes) {
    if (!globalThis.crypto?.subtle) return;
    const digest = new Uint8Array(await crypto.subtle.digest('SHA-384', bytes));
    if (`sha384-${btoa(String.fromCharCode(...digest))}` !== asked.digest) throw new Trouble('What arrived is not what was published.');
  }

  /** The JavaScript half of the module. Browsers remember a module that failed, and its bytes, so a
      retry asks for it by another name, with a preload of its own that carries the integrity. */
  function bindings(attempt) {
    if (!attempt) return import(glue.href);
    const again = glue.cloneNode();
    again.href = `${glue.href}?retry=${attempt}`;
    document.head.append(again);
    return import(again.href);
  }

  async function start(attempt) {
    const stop = new AbortController();
    let clock;
    try {
      if (!capable()) throw new Trouble('This browser does not have WebAssembly with SIMD. Any current browser does.');
      const silence = new Promise((_, reject) => stop.signal.addEventListener('abort', () => reject(stop.signal.reason)));
      const alive = () => {
        clearTimeout(clock);
        clock = setTimeout(() => stop.abort(new Trouble('Nothing has arrived for 30 seconds.')), 30_000);
      };
      alive();
      const [bytes, module] = await Promise.race([silence, Promise.all([download(attempt, stop.signal, alive), bindings(attempt)])])
        .finally(() => clearTimeout(clock));
      await verify(bytes);
      const compiled = await WebAssembly.compile(bytes);
      await parsed; // The app draws into the body.
      await module.default({ module_or_path: compiled });
    } catch (error) {
      stop.abort(error); // Whatever is still on its way.
      parsed.then(() => fail(error, attempt));
    }
  }

  /** Says what happened, what still works and what to do, in place of the progress. */
  function fail(error, attempt) {
    console.error('The site could not start:', error);
    const what = error instanceof Trouble ? error.message
      : !navigator.onLine ? 'You seem to be offline.'
      : error instanceof TypeError ? 'A part of it could not be downloaded.'
      : `It did not start here (${error.message}).`;
    const main = document.getElementById('main') ?? document.getElementById('app');
    const make = (tag, properties) => Object.assign(document.createElement(tag), properties);
    const note = part('note') ?? make('p', { id: 'boot-note' });
    if (!note.isConnected || note.className === 'slow-note') main.prepend(Object.assign(note, { className: '' }));
    const data = make('a', { href: `${base}data/index.json`, textContent: 'read as data' });
    const retry = make('button', { type: 'button', textContent: 'Try again' });
    note.replaceChildren(`${document.querySelector('[name=application-name]').content} could not be loaded. ${what} The films and reviews can still be `, data, '. ', retry);
    if (part('progress')) part('progress').hidden = true;
    main.ariaBusy = 'false';
    retry.addEventListener('click', () => {
      Object.assign(note, { textContent: 'Loading…', tabIndex: -1 }).focus(); // The button, which had the focus, is gone.
      if (part('progress')) Object.assign(part('progress'), { hidden: false, value: 0 });
      main.ariaBusy = 'true';
      fetchIndex(globalThis.crosscut.index);
      start(attempt + 1);
    });
  }

  /** The list of films, asked for once and handed to the app; again only where that did not go well. */
  function fetchIndex(before) {
    const ask = () => fetch(asked.index);
    const index = before ? before.then((answer) => (answer.ok ? answer : ask()), ask) : ask();
    index.catch(() => {}); // The app says what is wrong with it.
    globalThis.crosscut = { base, indexUrl: asked.index, index };
  }
  /** After a panic the module has stopped halfway, and what it drew would look alive. */
  function broke(error) {
    if (!(error instanceof WebAssembly.RuntimeError)) return;
    const make = (tag, textContent, properties) => Object.assign(document.createElement(tag), { textContent, ...properties });
    const main = make('main', '', { className: 'frame' });
    main.append(
      make('h1', 'Something broke'),
      make('p', 'This is a fault of the site and not of anything you did. Your address is unchanged, so loading the page again brings you back to where you were.'),
      make('a', 'Load the page again', { className: 'button', href: '' }),
    );
    document.body.replaceChildren(main);
    // What the module still listens to it would answer without doing it.
    for (const name of ['click', 'keydown', 'popstate']) addEventListener(name, (event) => event.stopImmediatePropagation(), true);
  }
  addEventListener('error', (event) => broke(event.error));
  addEventListener('unhandledrejection', (event) => broke(event.reason));

  styled.then(() => { fetchIndex(), start(0); });
})();
