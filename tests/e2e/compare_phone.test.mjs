// A comparison on a phone: two columns at a time, by swipe and by buttons, and nothing out of step or reach.
import assert from 'node:assert/strict';
import { label, nameOf, rowClass, stance } from './data.mjs';
import { DIGESTS, FILM, cell, chip, claimName, claimsOn, compare, contested, grid, head, inSentence, inText, settled } from './comparison.mjs';
import { overflow, tooSmall } from './look.mjs';
import { address, becomes, each, eventually, open, visit } from './support.mjs';

const WIDTH = 390;
const PHONE = { viewport: { width: WIDTH, height: 800 }, hasTouch: true, isMobile: true };
const ORDER = contested(DIGESTS);
const pager = (page, way) => page.getByRole('button', { name: `Reviews to the ${way}` });
const mode = (page, name) => page.getByRole('region', { name: 'Their words' }).getByRole('link', { name, exact: true });
const rowHead = (page, aspect) => grid(page).getByRole('rowheader', { name: new RegExp(`^${label(aspect)} `) });
const on = (page, review, what) => page.getByRole('group', { name: `${nameOf(review)} on ${what}`, exact: true });
const toTop = (locator) => locator.evaluate((it) => it.scrollIntoView({ block: 'start', inline: 'nearest' }));

/** Draws a finger over the screen, from one point to another. */
async function swipe(page, from, to) {
  const finger = await page.context().newCDPSession(page);
  const touch = (type, ...touchPoints) => finger.send('Input.dispatchTouchEvent', { type, touchPoints });
  const at = (share) => ({ x: from[0] + (to[0] - from[0]) * share, y: from[1] + (to[1] - from[1]) * share });
  await touch('touchStart', at(0));
  for (let step = 1; step <= 4; step += 1) await touch('touchMove', at(step / 4));
  await touch('touchEnd');
  await finger.detach();
}
/** Where an element is on the screen: a height that a finger can be put on. */
const height = async (locator) => { const { y, height } = await locator.boundingBox(); return y + height / 2; };

/**
 * The columns that are wholly between the edges of the screen and not under a pinned one, from 0: by the
 * heads and a row of the table, and by the names over the words and the words on an aspect.
 */
const inView = (page, aspect = ORDER[0]) => page.evaluate((name) => {
  const grid = document.querySelector('[role=grid]');
  const row = [...grid.querySelectorAll('[role=row]')].find((row) => row.querySelector('[role=rowheader]')?.textContent.startsWith(`${name} `));
  const words = document.querySelector('main section[aria-labelledby]');
  const whole = (elements) => {
    const boxes = elements.map((it) => ({ box: it.getBoundingClientRect(), pinned: getComputedStyle(it).position === 'sticky' }));
    const edge = Math.max(0, ...boxes.filter(({ pinned }) => pinned).map(({ box }) => box.right));
    return boxes.flatMap(({ box, pinned }, at) => (box.right <= innerWidth + 2 && box.left >= (pinned ? 0 : edge) - 2 ? [at] : []));
  };
  return {
    heads: whole([...grid.querySelectorAll('[role=columnheader]')].slice(1)),
    cells: whole([...row.querySelectorAll('[role=gridcell]')]),
    names: whole([...words.querySelector('[aria-hidden=true]').children].slice(1)),
    words: whole([...words.querySelector(`section[aria-label="${name}"]`).querySelectorAll('[role=group]')]),
  };
}, label(aspect));
const all = (columns) => ({ heads: columns, cells: columns, names: columns, words: columns });
/** Where the columns are said to be. */
const position = async (page) => (await page.getByRole('main').getByRole('status').allInnerTexts()).find((text) => text.startsWith('Review'));
/** Waits until these columns, and no others, are in view everywhere, and said to be. */
async function shows(page, columns, count) {
  const [first, last] = [columns[0] + 1, columns.at(-1) + 1];
  await becomes(page, () => inView(page), all(columns));
  await becomes(page, () => position(page), `Reviews ${first}${last - first === 1 ? '–' : ' and '}${last} of ${count}`);
}

/** Swipes that way at a height of the screen until these columns are in view; wherever it rests between, all is in step. */
async function swipeTo(page, y, way, columns, count) {
  for (let swipes = 0; swipes < 4; swipes += 1) {
    await swipe(page, ...(way === 'left' ? [[320, y], [60, y]] : [[60, y], [320, y]]));
    const found = await eventually(page, async () => {
      const { heads, ...others } = await inView(page);
      assert.equal(heads.length, 2);
      assert.deepEqual({ heads, ...others }, all(heads));
      return heads;
    });
    if (found.join() === columns.join()) break;
  }
  await shows(page, columns, count);
}

const SETS = [3, 5].map((count) => [`${count} reviews`, FILM.reviews.slice(0, count)]);
visit('two columns are in view, and the buttons reach all others and end at the ends', PHONE, async (page) => {
  await each(SETS, async (reviews) => {
    await open(page, compare(reviews));
    await mode(page, 'As written').waitFor();
    const last = reviews.length - 2;
    let at = 0;
    const ends = async () => {
      await shows(page, [at, at + 1], reviews.length);
      const disabled = (way) => pager(page, way).getAttribute('aria-disabled');
      await becomes(page, async () => [await disabled('left'), await disabled('right')], [at === 0 ? 'true' : null, at === last ? 'true' : null]);
    };
    await ends();
    for (const way of ['right', 'left']) {
      for (let taps = 0; taps <= Math.ceil(last / 2); taps += 1) {
        // One tap too many: at the end it does nothing.
        await pager(page, way).tap({ force: true });
        at = way === 'right' ? Math.min(at + 2, last) : Math.max(at - 2, 0);
        await ends();
      }
    }
  });
  await open(page, compare(DIGESTS.slice(0, 2)));
  await mode(page, 'As written').waitFor();
  assert.deepEqual(await inView(page, contested(DIGESTS.slice(0, 2))[0]), all([0, 1]));
  assert.equal(await pager(page, 'right').isVisible(), false, 'two need no buttons');
});

visit('a column that is moved out of view by the keyboard stays in view', PHONE, async (page) => {
  await open(page, compare(DIGESTS));
  await mode(page, 'As written').waitFor();
  await head(page, nameOf(DIGESTS[0])).focus();
  for (const [at, columns] of [[1, [0, 1]], [2, [1, 2]], [3, [2, 3]]]) {
    await page.keyboard.press('Shift+ArrowRight');
    await becomes(page, () => grid(page).getByRole('columnheader').evaluateAll((all) => all.indexOf(document.activeElement)), at);
    await shows(page, columns, 4);
  }
});

visit('a swipe takes along heads, table and words, whichever of them it is on', PHONE, async (page) => {
  await open(page, compare(DIGESTS));
  await mode(page, 'As written').waitFor();
  // Until all is laid out, what is under a finger may move away.
  await settled(page);
  const places = [
    ['the table', () => rowHead(page, ORDER[3]), () => height(cell(page, label(ORDER[3]), 0))],
    ['its heads', () => rowHead(page, ORDER[4]), () => height(head(page, nameOf(DIGESTS[0])))],
    ['the words', () => page.getByRole('region', { name: label(ORDER[0]), exact: true }), () => height(on(page, DIGESTS[0], inSentence(ORDER[0])))],
  ];
  await each(places, async (place, y) => {
    await toTop(place());
    await eventually(page, async () => assert.ok((await y()) > 0));
    const down = await page.evaluate(() => scrollY);
    await swipeTo(page, await y(), 'left', [2, 3], 4);
    await swipeTo(page, await y(), 'right', [0, 1], 4);
    assert.deepEqual(await page.evaluate(() => [scrollX, scrollY]), [0, down], 'the page itself stays');
  });
  assert.equal(await overflow(page), null);
});

visit('heads and names of aspects stay in view while the page is scrolled and the columns are swiped', PHONE, async (page) => {
  await open(page, compare(DIGESTS));
  await mode(page, 'As written').waitFor();
  await toTop(rowHead(page, ORDER[1]));
  await swipeTo(page, 500, 'left', [2, 3], 4);
  const within = ({ left, right }) => left >= 0 && right <= WIDTH;
  for (let swipes = 0; swipes < 2; swipes += 1) {
    const before = await page.evaluate(() => scrollY);
    await swipe(page, [200, 600], [200, 250]);
    await eventually(page, async () => assert.ok((await page.evaluate(() => scrollY)) > before + 250, 'the page is scrolled'));
    for (const review of DIGESTS.slice(2)) await becomes(page, async () => Math.abs(Math.round((await head(page, nameOf(review)).boundingBox()).y)), 0, `${nameOf(review)} is at the top`);
    const rows = await grid(page).getByRole('rowheader').evaluateAll((all) => all.map((it) => [it.textContent, it.getBoundingClientRect().toJSON()]));
    assert.ok(rows.some(([, { top }]) => top > 0 && top < 800), 'a row is on the screen');
    for (const [name, box] of rows) assert.ok(within(box), `${name}: from ${box.left} to ${box.right}`);
  }
  const title = page.getByRole('heading', { level: 3, name: label(ORDER[1]), exact: true });
  const over = page.getByRole('region', { name: 'Their words' }).getByText(nameOf(DIGESTS[2]), { exact: true });
  await becomes(page, async () => {
    await toTop(page.getByRole('region', { name: label(ORDER[1]), exact: true }));
    const [name, heading, words] = await Promise.all([over, title, on(page, DIGESTS[2], inSentence(ORDER[1]))].map((it) => it.boundingBox()));
    return { 'the name is at the top': name.y >= 0 && name.y < 20, 'over its words': Math.abs(name.x - words.x) < 2, 'and the aspect under it': heading.y >= name.y + name.height - 2 && heading.x >= 0 && heading.x < 40 };
  }, { 'the name is at the top': true, 'over its words': true, 'and the aspect under it': true });
});

visit('a pinned column stays, the others go by beside it, and of two that are pinned the first does', PHONE, async (page) => {
  await open(page, compare(DIGESTS));
  await mode(page, 'As written').waitFor();
  await head(page, nameOf(DIGESTS[2])).getByRole('button', { name: /^What to do with/ }).evaluate((it) => it.scrollIntoView({ inline: 'end', block: 'center' }));
  await head(page, nameOf(DIGESTS[2])).getByRole('button', { name: /^What to do with/ }).tap();
  await head(page, nameOf(DIGESTS[2])).getByRole('link', { name: /^Pin/ }).tap();
  await becomes(page, () => address(page), compare(DIGESTS, `&pin=${DIGESTS[2].id}`));
  await pager(page, 'left').tap({ force: true });
  await pager(page, 'left').tap({ force: true });
  await shows(page, [0, 1], 4);
  for (const columns of [[0, 2], [0, 3], [0, 3]]) {
    await pager(page, 'right').tap({ force: true });
    await shows(page, columns, 4);
  }
  await toTop(rowHead(page, ORDER[2]));
  await swipeTo(page, 500, 'right', [0, 1], 4);
  await open(page, compare(DIGESTS, `&pin=${DIGESTS[2].id},${DIGESTS[3].id}`));
  await mode(page, 'As written').waitFor();
  await shows(page, [0, 1], 4);
  await pager(page, 'right').tap();
  await shows(page, [0, 2], 4);
});

visit('a quote leads to its words in the column that is looked at, and a link from elsewhere to a column further on', PHONE, async (page) => {
  const review = DIGESTS[3];
  const aspect = ORDER.filter((it) => stance(review, it)).at(-1);
  const [claim] = claimsOn(review, aspect);
  const words = page.getByRole('region', { name: 'Their words' }).locator('mark').filter({ hasText: claim.quote }).first();
  const arrives = async (column) => {
    await eventually(page, async () => {
      const { x, y, width } = await words.boundingBox();
      assert.ok(y >= 0 && y < 780 && x >= 0 && x + width <= WIDTH, `${x}, ${y}, ${width} wide`);
    });
    await becomes(page, async () => (await inView(page)).heads.includes(column), true, 'the table goes along');
  };
  await open(page, compare(DIGESTS));
  await mode(page, 'As written').waitFor();
  await pager(page, 'right').tap();
  await shows(page, [2, 3], 4);
  await cell(page, label(aspect), 3).getByRole('link', { name: claim.quote }).first().tap();
  await becomes(page, () => address(page), compare(DIGESTS, `&passage=${claimName(review, claim)}`));
  await arrives(3);
  assert.deepEqual(await inView(page), all([2, 3]));
  await each([['aspect by aspect', ''], ['as written', '&mode=written']], async (how) => {
    await open(page, compare(DIGESTS, `${how}&passage=${claimName(review, claim)}`));
    await eventually(page, async () => assert.ok(await words.isVisible()));
    await eventually(page, async () => assert.ok((await words.boundingBox()).x < WIDTH));
    await eventually(page, async () => assert.ok((await position(page)).endsWith('–4 of 4')));
  });
});

visit('the words have buttons of their own, which go from one text to the next as written', PHONE, async (page) => {
  await open(page, compare(DIGESTS, '&mode=written'));
  const words = page.getByRole('region', { name: 'Their words' });
  const fills = (at) => eventually(page, async () => {
    const { x, width } = await on(page, DIGESTS[at], 'the film').boundingBox();
    assert.ok(x >= 0 && x + width <= WIDTH, `${nameOf(DIGESTS[at])}: ${x}, ${width} wide`);
    assert.equal(await words.getByText(/^Reviews? \d/).innerText(), `Review ${at + 1} of ${DIGESTS.length}`);
  });
  await settled(page);
  await fills(0);
  for (const at of [1, 2, 3]) {
    await words.getByRole('button', { name: 'Words to the right' }).tap();
    await fills(at);
  }
  assert.equal(await words.getByRole('button', { name: 'Words to the right' }).getAttribute('aria-disabled'), 'true');
  for (const at of [2, 1, 0]) {
    await words.getByRole('button', { name: 'Words to the left' }).tap();
    await fills(at);
  }
});

visit('as written one review fills the screen, and the table goes along with its heads over its columns', PHONE, async (page) => {
  await open(page, compare(DIGESTS, '&mode=written'));
  await on(page, DIGESTS[0], 'the film').waitFor();
  const texts = DIGESTS.map((review) => on(page, review, 'the film'));
  // First the name that stands over the column; its heading within is not to be seen.
  const names = DIGESTS.map((review) => page.getByRole('region', { name: 'Their words' }).getByText(nameOf(review), { exact: true }).first());
  /** Waits until this text is what fills the screen, under its name, and the table shows it too. */
  const shown = (at) => eventually(page, async () => {
    const { x, width } = await texts[at].boundingBox();
    assert.ok(x >= 0 && x + width <= WIDTH && width > 0.7 * WIDTH, `${nameOf(DIGESTS[at])}: ${x}, ${width} wide`);
    assert.ok(Math.abs((await names[at].boundingBox()).x - x) < 3, 'its name stands over it');
    const table = await page.evaluate(() => {
      const all = (role) => [...document.querySelectorAll(`[role=grid] [role=${role}]`)].map((it) => it.getBoundingClientRect());
      const [, ...heads] = all('columnheader');
      const cells = all('gridcell').slice(0, heads.length);
      const seen = cells.flatMap(({ left, right }, at) => (left >= -2 && right <= innerWidth + 2 ? [at] : []));
      return { seen, apart: Math.max(...heads.map(({ left }, at) => Math.abs(left - cells[at].left))) };
    });
    assert.ok(table.seen.includes(at), `the table shows ${table.seen}, not ${at}`);
    assert.ok(table.apart < 3, `its heads are ${table.apart} pixels off`);
  });
  await toTop(texts[0]);
  await shown(0);
  for (const at of [1, 2, 3, 2]) {
    await texts[at].evaluate((it) => it.scrollIntoView({ block: 'start', inline: 'start' }));
    await shown(at);
  }
  let resting = 2;
  // Not further than to the first: beyond it a swipe is the browser's own way back.
  while (resting > 0) {
    const before = resting;
    await swipe(page, [60, 400], [330, 400]);
    await eventually(page, async () => {
      const boxes = await Promise.all(texts.map((it) => it.boundingBox()));
      resting = boxes.findIndex(({ x, width }) => x >= 0 && x + width <= WIDTH);
      assert.ok(resting >= 0 && resting < before, `it rests at ${resting}`);
    });
  }
  await shown(0);
  const [review] = DIGESTS;
  const aspect = ORDER.find((it) => stance(review, it) && rowClass(DIGESTS, it) === 'lone voice');
  await rowHead(page, aspect).getByRole('link').tap();
  await becomes(page, () => address(page), compare(DIGESTS, `&mode=written&aspect=${aspect}`));
  const [claim] = inText(review, claimsOn(review, aspect));
  await eventually(page, async () => {
    const { y } = await texts[0].locator('mark').filter({ hasText: claim.quote }).first().boundingBox();
    assert.ok(y >= 0 && y < 800);
  });
  assert.equal(await overflow(page), null);
});

visit('a mark stands beside the first line of the quote that it is for', PHONE, async (page) => {
  await open(page, compare(DIGESTS));
  const apart = await grid(page).evaluate((grid) => [...grid.querySelectorAll('[role=gridcell] [role=img]:not(details *)')].flatMap((mark) => {
    const words = mark.parentElement.querySelector('a');
    if (!words) return []; // Over its quote, with its own word.
    const range = document.createRange();
    range.selectNode(document.createTreeWalker(words, NodeFilter.SHOW_TEXT).nextNode());
    const middle = ({ top, height }) => top + height / 2;
    return [Math.abs(middle(mark.getBoundingClientRect()) - middle(range.getClientRects()[0]))];
  }));
  assert.ok(apart.length > 8 && Math.max(...apart) < 5, `${apart.map(Math.round)} pixels apart`);
});

visit('everything that opens fits the screen and can be hit with a finger', PHONE, async (page) => {
  await open(page, compare(DIGESTS));
  await mode(page, 'As written').waitFor();
  const name = nameOf(DIGESTS[1]);
  const opened = [
    ['what to do with a column', () => head(page, name).getByRole('button'), () => head(page, name).getByRole('list')],
    ['other reviews', () => page.getByRole('button', { name: 'Add a review' }), () => page.getByRole('searchbox')],
    ['taking it along', () => page.getByRole('button', { name: 'Take it with you' }), () => page.getByRole('button', { name: 'Print' })],
    ['the keys', () => page.getByRole('button', { name: /keys/i }), () => page.getByRole('dialog', { name: 'Keys and search' })],
  ];
  const fits = async (locator) => {
    const { x, width } = await locator.boundingBox();
    assert.ok(x >= 0 && x + width <= WIDTH, `from ${x}, ${width} wide`);
    assert.deepEqual(await tooSmall(page), []);
    assert.equal(await overflow(page), null);
  };
  // What opens finds its place beside its button, wherever that is.
  const places = ['center', 'end'].flatMap((block) => opened.map(([what, ...rest]) => [`${what}, ${block}`, block, ...rest]));
  await each(places, async (block, button, panel) => {
    // The page settles under the finger once what is above is laid out.
    await eventually(page, async () => {
      await button().evaluate((it, where) => it.scrollIntoView({ block: where }), block);
      assert.ok(await button().evaluate((it) => {
        const { x, y, width, height } = it.getBoundingClientRect();
        return it.contains(document.elementFromPoint(x + width / 2, y + height / 2));
      }));
    });
    await button().tap();
    await panel().waitFor();
    const over = page.locator(':popover-open, dialog[open]');
    await fits(over);
    const { y, height } = await over.boundingBox();
    assert.ok(y >= 0 && y + height <= page.viewportSize().height, `from ${y}, ${height} high`);
    await page.keyboard.press('Escape');
    await eventually(page, async () => assert.equal(await panel().isVisible(), false));
  });
  const chips = [['blind', () => chip(page, 'Blind')], ['as written', () => mode(page, 'As written')], ['opinions only', () => chip(page, 'Opinions only')]];
  await each(chips, async (link) => {
    const before = page.url();
    await link().tap();
    await page.waitForURL((url) => url.href !== before);
    await fits(page.getByRole('region', { name: 'Their words' }));
  });
});
