// One visit of the catalogue with a data set: what a visitor does, and what of it was written down.
import { record } from './recorder.mjs';

/** From one key to the next, in milliseconds, and how long each is held. */
const [PACE, HELD] = [120, 40];
/** Nothing changes any more when nothing has changed for so long, in milliseconds. */
const QUIET = 500;
/** As long as anything may take, in milliseconds. */
const PATIENCE = 120_000;

/** Waits without a question to the page: what is asked of it runs there, and would be counted. */
const undisturbed = (time) => new Promise((done) => { setTimeout(done, time); });

/** Gives the page an input, and does not wait for what it does. */
const give = (session, kind, event) => {
  // A page that is closed before it has answered is no trouble.
  session.send(`Input.dispatch${kind}Event`, event).catch(() => {});
};

/** Presses a key as a keyboard does. */
function press(session, key, { modifiers = 0, commands } = {}) {
  const isLetter = Array.from(key).length === 1 && !modifiers;
  const code = { Backspace: 8, ArrowDown: 40, ArrowUp: 38, a: 65 }[key];
  const about = { key, modifiers, ...(code && { windowsVirtualKeyCode: code }) };
  give(session, 'Key', { ...about, type: isLetter ? 'keyDown' : 'rawKeyDown', ...(isLetter && { text: key }), ...(commands && { commands }) });
  setTimeout(() => give(session, 'Key', { ...about, type: 'keyUp' }), HELD);
}

/** What was written down in each phase of a visit with the CPU so many times slower, and the memory that the page then has. */
export async function visit(browser, address, queries, slow) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  context.setDefaultTimeout(PATIENCE);
  const page = await context.newPage();
  // An answer of the same site, so that the page that is measured is in the same process.
  await page.goto(`${address}robots.txt`);
  await page.addInitScript(record);
  const session = await context.newCDPSession(page);
  if (slow > 1) await session.send('Emulation.setCPUThrottlingRate', { rate: slow });
  const visitor = new Visitor(page, session);
  await visitor.look(address, queries);
  const result = { phases: visitor.phases, memory: await visitor.memory() };
  await context.close();
  return result;
}

class Visitor {
  constructor(page, session) {
    Object.assign(this, { page, session, phases: {} });
  }

  /** Does something until nothing changes any more, and keeps what was written down; a phase can come several times. */
  async phase(name, act) {
    await act();
    await this.quiet();
    const { inputs, long, told } = await this.page.evaluate(() => recorder.take());
    const phase = this.phases[name] ??= { inputs: [], long: [], told: [], seen: [] };
    phase.inputs.push(...inputs);
    phase.long.push(...long);
    phase.told.push(...told);
    return phase;
  }

  async quiet() {
    do await undisturbed(QUIET); while (await this.page.evaluate((quiet) => performance.now() - recorder.changed < quiet, QUIET));
  }

  /** Milliseconds from the navigation, or from a moment, until something is on the screen. */
  async seen(name, from = 0) {
    await this.page.waitForFunction((name) => recorder.seen[name], name, { polling: 200 });
    return await this.page.evaluate((name) => recorder.seen[name], name) - from;
  }

  async look(address, queries) {
    const { page } = this;
    const field = page.getByRole('searchbox').first();
    // As the app draws it: the one that is rendered ahead does not answer.
    const card = () => page.evaluate(() => recorder.await('card', () => document.querySelector('#app:not([data-ahead]) [aria-label=Films] li a')));
    const texts = () => page.evaluate(() => recorder.await('texts', () => [...document.querySelectorAll('main p')].some((it) => it.textContent.startsWith('In titles, people, reviewers and the words of all'))));

    const search = await this.phase('load with a search', async () => {
      await page.goto(`${address}?q=${encodeURIComponent(queries[0])}`, { waitUntil: 'commit' });
      await card();
      await texts();
      await this.seen('texts');
    });
    search.seen.push(await this.seen('texts'));

    const load = await this.phase('load', async () => {
      await page.goto(address, { waitUntil: 'commit' });
      await card();
      await this.seen('card');
    });
    load.seen.push(await this.seen('card'));

    await field.focus();
    // The longest, so that there are still texts on their way as it is typed.
    const [longest, ...others] = queries.toSorted((one, other) => other.length - one.length);
    await this.phase('type as texts come', async () => {
      await texts();
      await this.type(longest);
      await this.seen('texts');
    });
    for (const query of others) {
      await this.phase('clear the field', () => this.clear());
      await this.phase('type', () => this.type(query));
    }
    await this.phase('clear the field', () => this.clear());
    await this.filter();
    await this.sort();
    await this.open();
  }

  async type(text) {
    const start = performance.now();
    for (const [at, letter] of Array.from(text).entries()) {
      await undisturbed(start + at * PACE - performance.now());
      press(this.session, letter);
    }
    await undisturbed(PACE);
  }

  async clear() {
    press(this.session, 'a', { modifiers: 2, commands: ['selectAll'] });
    await undisturbed(PACE);
    press(this.session, 'Backspace');
    await undisturbed(PACE);
  }

  /** Chooses the first value of every facet, and gives it up again. */
  async filter() {
    const groups = this.page.getByRole('form', { name: 'Filter the films' }).getByRole('group');
    for (let at = 0; at < await groups.count(); at += 1) {
      const first = groups.nth(at).getByRole('checkbox').first();
      if (!await first.count()) continue;
      for (const name of ['choose a filter', 'give up a filter']) {
        await this.onto(first);
        await this.phase(name, () => this.click());
      }
    }
    await this.page.evaluate(() => scrollTo(0, 0));
    await this.quiet();
  }

  async sort() {
    const order = this.page.getByRole('combobox', { name: 'Order' });
    await order.focus();
    const others = await order.evaluate((it) => [...it.options].filter((one) => !one.disabled).length - 1);
    await this.quiet();
    for (const key of ['ArrowDown', 'ArrowUp']) {
      for (let at = 0; at < others; at += 1) {
        await this.phase('sort', async () => {
          press(this.session, key);
          await undisturbed(PACE);
        });
      }
    }
  }

  /** Scrolls, opens a film far down and goes back. */
  async open() {
    const { page } = this;
    for (let time = 0; time < 3; time += 1) {
      await page.mouse.move(900, 500);
      await this.phase('scroll', async () => {
        for (let turn = 0; turn < 20; turn += 1) {
          await page.mouse.wheel(0, 400);
          await undisturbed(50);
        }
      });
      const link = page.getByRole('region', { name: 'Films' }).getByRole('link').filter({ has: page.getByRole('heading') });
      const inView = await link.evaluateAll((all) => all.findIndex((it) => it.getBoundingClientRect().top > 200));
      await this.onto(link.nth(inView));
      await undisturbed(200);
      const top = await page.evaluate(() => {
        recorder.seen = {};
        return scrollY;
      });
      const open = await this.phase('open a film', async () => {
        await page.evaluate(() => recorder.await('review', () => document.querySelector('main article')));
        await this.click();
        await this.seen('review');
      });
      open.seen.push(await this.seen('review', open.inputs.at(-1).at));
      const back = await this.phase('back', async () => {
        await page.evaluate((top) => {
          recorder.await('list', () => document.querySelector('main [aria-label=Films] li a') && Math.abs(scrollY - top) < 2);
          history.back();
        }, top);
        await this.seen('list');
      });
      back.seen.push(await this.seen('list', back.inputs.at(-1).at));
    }
  }

  /** Moves the pointer onto an element, or onto the label that it is in. */
  async onto(thing) {
    const { x, y } = await thing.evaluate((it) => {
      const target = it.closest('label') ?? it;
      const { top, bottom } = target.getBoundingClientRect();
      if (top < 0 || bottom > innerHeight) target.scrollIntoView({ block: 'center', behavior: 'instant' });
      const box = target.getBoundingClientRect();
      return { x: box.x + box.width / 2, y: box.y + Math.min(box.height / 2, 100) };
    });
    await this.quiet();
    this.pointer = { x, y };
    await this.page.mouse.move(x, y);
    await undisturbed(100);
  }

  async click() {
    const event = { ...this.pointer, button: 'left', clickCount: 1 };
    give(this.session, 'Mouse', { ...event, type: 'mousePressed' });
    await undisturbed(HELD);
    give(this.session, 'Mouse', { ...event, type: 'mouseReleased' });
    await undisturbed(PACE);
  }

  /** Bytes of the page's WebAssembly, and of its script after a collection. */
  async memory() {
    const { session } = this;
    await session.send('HeapProfiler.enable');
    await session.send('HeapProfiler.collectGarbage');
    const { usedSize } = await session.send('Runtime.getHeapUsage');
    const { result: kind } = await session.send('Runtime.evaluate', { expression: 'WebAssembly.Memory.prototype' });
    const { objects } = await session.send('Runtime.queryObjects', { prototypeObjectId: kind.objectId });
    const { result } = await session.send('Runtime.callFunctionOn', {
      objectId: objects.objectId, returnByValue: true, functionDeclaration: 'function () { return this.reduce((sum, it) => sum + it.buffer.byteLength, 0); }',
    });
    return { wasm: result.value, script: usedSize };
  }
}
