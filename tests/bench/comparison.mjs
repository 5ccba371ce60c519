// How fast a comparison opens and answers. Prints a table; asserts nothing.
//
// The film is Sound of Metal with six reviews of 550 words made up here, from a fixed seed, with 24
// claims each. `script` is the processor's time for all of the page's own code from the click until
// nothing is left to draw; `next paint` is the Event Timing API's time from the key or click to the
// picture that shows what it did, in steps of 8 ms.
import { chromium } from 'playwright-core';

const BASE = process.env.BASE_URL;
const RUNS = Number(process.env.RUNS ?? 7);
const ASPECTS = ['story', 'theme', 'acting', 'direction', 'writing', 'cinematography', 'sound', 'editing', 'pacing', 'production-design', 'effects', 'representation', 'overall', 'audience'];
const STANCES = ['positive', 'mixed', 'negative'];

/** Numbers from 0 to 1 that are the same in every run (mulberry32). */
function random(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Three thousand words of two to nine letters. */
const WORDS = (() => {
  const next = random(0);
  const letters = (count) => Array.from({ length: count }, () => 'etaoinshrdlucmfwypvbgk'[Math.floor(next() ** 2 * 22)]).join('');
  return Array.from({ length: 3000 }, () => letters(2 + Math.floor(next() * 8)));
})();

/**
 * A review of 550 words in eight blocks, each sentence of eleven words with its own number in it. As
 * in any language few words are frequent: half of a text is made of the hundred most frequent ones.
 */
function longReview(review, seed, people) {
  const next = random(seed);
  const word = () => WORDS[Math.floor(WORDS.length ** next()) - 1];
  const sentences = Array.from({ length: 50 }, (_, at) => `S${seed}x${at} ${Array.from({ length: 10 }, word).join(' ')}.`);
  const kinds = ['opinion', 'plot', 'opinion', 'opinion', 'credits', 'opinion', 'opinion', 'opinion'];
  const body = kinds.map((kind, at) => ({
    kind, spoiler: at % 4, borrowed: false, heading: null,
    text: sentences.slice(Math.floor(at * 50 / 8), Math.floor((at + 1) * 50 / 8)).join(' '),
  }));
  const claims = Array.from({ length: 24 }, (_, at) => ({
    aspect: ASPECTS[Math.floor(next() * ASPECTS.length)], stance: STANCES[Math.floor(next() * 3)], strength: 1 + Math.floor(next() * 3),
    hedged: next() < 0.2, about: next() < 0.4 ? people[Math.floor(next() * people.length)] : null, quote: sentences[at * 2],
  }));
  return { ...review, body, claims };
}

const heavy = (film) => {
  const people = [...film.directors, ...film.cast.map((member) => member.name)].slice(0, 4);
  // One more than are compared, to be added.
  return { ...film, compare: [], reviews: film.reviews.slice(0, 7).map((review, at) => longReview(review, at + 1, people)) };
};

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM,
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
});

async function filmPage(slow) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  let film;
  await page.route(/\/data\/films\/sound-of-metal[^/]*\.json/, async (route) => {
    const answer = await route.fetch();
    film = heavy(await answer.json());
    await route.fulfill({ response: answer, json: film });
  });
  // Not asked of the page: it lists the film's reviews before this file, which has fewer, is there.
  const read = page.waitForResponse(/sound-of-metal[^/]*\.json/);
  await page.goto(`${BASE}film/sound-of-metal`);
  await read;
  await page.goto(`${BASE}film/sound-of-metal?pick=${film.reviews.slice(0, 6).map(({ id }) => id).join()}`);
  const link = page.getByRole('link', { name: 'Compare side by side' });
  await link.waitFor();
  await undisturbed(1000);
  const session = await context.newCDPSession(page);
  if (slow > 1) await session.send('Emulation.setCPUThrottlingRate', { rate: slow });
  return { context, page, session, link };
}

/** Waits without a question to the page: what is asked of it runs there, and would be counted. */
const undisturbed = (time) => new Promise((done) => { setTimeout(done, time); });

/** A click on something as a mouse makes it, and nothing else: where it is, is asked before. */
async function clickOn(page, thing) {
  await thing.scrollIntoViewIfNeeded();
  await undisturbed(200);
  const { x, y, width, height } = await thing.boundingBox();
  await page.mouse.move(x + width / 2, y + height / 2);
  await undisturbed(200);
  return () => page.mouse.click(x + width / 2, y + height / 2);
}

const TRACED = new Set(['FunctionCall', 'EvaluateScript', 'RunMicrotasks', 'TimerFire', 'FireAnimationFrame', 'EventDispatch', 'v8.run']);

/** Milliseconds of script from `act` until what it drew is painted, and of the layout forced within. */
async function script(session, act) {
  const events = [];
  const collect = ({ value }) => events.push(...value);
  session.on('Tracing.dataCollected', collect);
  await session.send('Tracing.start', { transferMode: 'ReportEvents', traceConfig: { includedCategories: ['devtools.timeline', 'disabled-by-default-devtools.timeline'] } });
  await act();
  await undisturbed(1500);
  const complete = new Promise((done) => session.once('Tracing.tracingComplete', done));
  await session.send('Tracing.end');
  await complete;
  session.off('Tracing.dataCollected', collect);
  const main = events.find(({ name }) => name === 'EventDispatch')?.tid;
  const clicks = events.filter(({ name, args, tid }) => tid === main && name === 'EventDispatch' && args?.data?.type === 'click');
  const from = clicks[0]?.ts ?? 0;
  const within = (name) => events.filter((event) => event.ph === 'X' && event.tid === main && event.ts >= from && name(event.name));
  const scripts = outermost(within((name) => TRACED.has(name)));
  const layouts = outermost(within((name) => ['Layout', 'UpdateLayoutTree'].includes(name)));
  const forced = (scripts) => cpu(layouts.filter((layout) => scripts.some((script) => contains(script, layout))));
  const own = (scripts) => cpu(scripts) - forced(scripts);
  // The click draws the table; the greatest script after it the words; the others lay out what is far.
  const click = scripts.filter(({ ts }) => ts === from);
  const later = scripts.filter((script) => !click.includes(script)).toSorted((one, other) => (other.tdur ?? 0) - (one.tdur ?? 0));
  return { table: own(click), words: own(later.slice(0, 1)), rest: own(later.slice(1)), forced: forced(scripts) };
}

const contains = (outer, inner) => inner.ts >= outer.ts && inner.ts + inner.dur <= outer.ts + outer.dur;

/** Of events that lie in each other, those that lie in no other. */
function outermost(events) {
  const kept = [];
  for (const event of events.toSorted((one, other) => one.ts - other.ts || other.dur - one.dur)) {
    if (!kept.length || !contains(kept.at(-1), event)) kept.push(event);
  }
  return kept;
}
/** Milliseconds that the page's thread was at work, which other programs on the machine do not add to. */
const cpu = (events) => events.reduce((sum, event) => sum + (event.tdur ?? 0), 0) / 1000;
const median = (values) => values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)];
const figures = (values) => [Math.min(...values), median(values), Math.max(...values)].map((value) => value.toFixed(1).padStart(7)).join('');

/** Milliseconds from an input to the next picture, as the browser itself counts them. */
async function nextPaint(page, prepare) {
  const act = await prepare(page);
  await page.evaluate(() => {
    globalThis.inputs = [];
    new PerformanceObserver((list) => inputs.push(...list.getEntries().filter((entry) => entry.interactionId).map((entry) => entry.duration)))
      .observe({ type: 'event', durationThreshold: 16 });
  });
  await act();
  await undisturbed(1200);
  // What took less than the threshold is not listed.
  return Math.max(8, ...(await page.evaluate(() => inputs)));
}

const rows = [];
for (const slow of [1, 4]) {
  const took = [];
  for (let run = 0; run < RUNS; run += 1) {
    const { context, page, session, link } = await filmPage(slow);
    const click = await clickOn(page, link);
    took.push(await script(session, click));
    await context.close();
  }
  const parts = { table: 'open six reviews: script until the table is drawn', words: '  script of the words, after it is on the screen', rest: '  script of laying out in steps what is far', forced: '  layout within all of it' };
  for (const [part, name] of Object.entries(parts)) rows.push([`${name}, CPU /${slow}`, took.map((times) => times[part])]);
}

const key = (name) => (page) => () => page.keyboard.press(name);
const click = (find) => (page) => clickOn(page, find(page));
const link = (name) => click((page) => page.getByRole('link', { name }));
const onHead = (name) => async (page) => {
  await page.getByRole('columnheader').nth(2).focus();
  await undisturbed(200);
  return () => page.keyboard.press(name);
};
const spoilers = async (page) => {
  const level = page.getByRole('combobox', { name: 'Spoilers' });
  await level.focus();
  return () => page.keyboard.press('ArrowDown');
};

const INPUTS = [
  ['arrow key', key('ArrowDown')],
  ['Enter on a cell', key('Enter')],
  ['next passage (j)', key('j')],
  ['Escape to the cell', key('Escape')],
  ['rows: differ', link(/^Differ/)],
  ['rows: all', link(/^All \d/)],
  ['as written', link('As written')],
  ['opinions only', link('Opinions only')],
  ['aspect by aspect', link('Aspect by aspect')],
  ['blind', link('Blind')],
  ['reveal all', click((page) => page.getByRole('button', { name: 'Reveal all' }))],
  ['move a column', onHead('Shift+ArrowRight')],
  ['pin a column', onHead('p')],
  ['remove a column', onHead('Delete')],
  ['open the list of others', click((page) => page.getByRole('button', { name: 'Add a review' }))],
  ['add a column', click((page) => page.locator('.review-chooser').getByRole('link').first())],
  ['in list order', link('In list order')],
  ['spoilers: all', spoilers],
];
const paints = INPUTS.map(() => []);
for (let run = 0; run < RUNS; run += 1) {
  const { context, page, link: compare } = await filmPage(4);
  await compare.click();
  await page.getByRole('grid').waitFor();
  await page.getByRole('gridcell').first().focus();
  for (const [at, [, prepare]] of INPUTS.entries()) paints[at].push(await nextPaint(page, prepare));
  await context.close();
}
for (const [at, [name]] of INPUTS.entries()) rows.push([`${name}: next paint, CPU /4`, paints[at]]);

console.log(`\nComparison of six reviews of 550 words, ${RUNS} runs, milliseconds; one frame is 16.7\n`);
console.log(`${''.padEnd(58)}    min median    max`);
for (const [name, values] of rows) console.log(`${name.padEnd(58)}${figures(values)}`);
await browser.close();
