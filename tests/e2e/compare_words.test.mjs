// The words under a comparison's table: side by side, and the way from the table to them.
import assert from 'node:assert/strict';
import { ASPECTS, label, nameOf, rowClass, stance } from './data.mjs';
import { DIGESTS, carrying, cell, claimName, claimsOn, classLabel, compare, contested, counts, grid, inSentence, inText, some, spoilerOf } from './comparison.mjs';
import { address, becomes, each, eventually, open, visit } from './support.mjs';

const PAIR = some('b', 'matinee');
const FOUR = some('a', 'b', 'matinee', 'the-sound-booth');
const section = (page, aspect) => page.getByRole('region', { name: label(aspect), exact: true });
const on = (page, review, what) => page.getByRole('group', { name: `${nameOf(review)} on ${what}`, exact: true });
const mode = (page, name) => page.getByRole('region', { name: 'Their words' }).getByRole('link', { name, exact: true });
/** Text with every run of white space as one space. */
const flat = (text) => text.replace(/\s+/g, ' ');
/** What has the focus, whether all of it is on the screen, and whether it stands out. */
const looked = (page) => page.evaluate(() => {
  const it = document.activeElement;
  const { top, bottom } = it.getBoundingClientRect();
  const style = getComputedStyle(it);
  return { text: it.textContent, seen: top >= 0 && top < innerHeight && bottom > 0, marked: style.backgroundColor !== 'rgba(0, 0, 0, 0)' };
});
/** Waits until the words of a claim are what is looked at: on the screen, marked, with the focus. */
const goesTo = (page, claim) => eventually(page, async () => {
  const { text, seen, marked } = await looked(page);
  assert.ok(flat(text).includes(flat(claim.quote)), `${claim.quote} is not in what has the focus: ${text}`);
  assert.ok(seen && marked, `seen: ${seen}, marked: ${marked}`);
});
/** Whether an element's top is on the screen. */
const inView = (locator) => locator.evaluate((it) => it.getBoundingClientRect().top >= 0 && it.getBoundingClientRect().top < innerHeight - 20);

visit('aspect by aspect the passages of all reviews stand side by side, quotes marked, with the reason for the class', async (page) => {
  await open(page, compare(FOUR));
  await mode(page, 'Aspect by aspect').waitFor();
  const spoken = contested(FOUR).filter((aspect) => rowClass(FOUR, aspect) !== 'silent');
  const found = await page.getByRole('region', { name: 'Their words' }).evaluate((words) => [...words.querySelectorAll('section')].map((section) => ({
    name: section.ariaLabel,
    title: [...section.firstElementChild.children].map((part) => part.textContent),
    cells: [...section.querySelectorAll('[role=group]')].map((cell) => ({ name: cell.getAttribute('aria-labelledby').split(' ').map((id) => document.getElementById(id).textContent).join(' '), marked: [...cell.querySelectorAll('mark')].map((it) => it.textContent).join(''), text: cell.textContent, folded: [...cell.querySelectorAll('details mark')].map((it) => it.textContent).join('') })),
  })));
  assert.deepEqual(found.map(({ name }) => name), spoken.map(label));
  for (const [at, { title, cells }] of found.entries()) {
    const aspect = spoken[at];
    assert.deepEqual(title.slice(0, 2), [label(aspect), classLabel(FOUR, aspect)]);
    assert.ok(title[2].toLowerCase().startsWith(`${counts(FOUR, aspect)}: ${rowClass(FOUR, aspect) === 'split' ? 'split' : ''}`), title[2]);
    assert.deepEqual(cells.map(({ name }) => name), FOUR.map((review) => `${nameOf(review)} on ${inSentence(aspect)}`));
    for (const [column, review] of FOUR.entries()) {
      const claims = claimsOn(review, aspect);
      for (const claim of claims) {
        assert.ok(cells[column].marked.includes(claim.quote), `${review.id}: ${claim.quote}`);
        assert.equal(cells[column].folded.includes(claim.quote), spoilerOf(review, claim) > 2, claim.quote);
      }
      if (!claims.length) assert.equal(cells[column].text, `Says nothing of ${inSentence(aspect)}.`);
    }
  }
});

visit('a quote, an aspect and a silent cell of the table each lead to the words', async (page) => {
  await open(page, compare(FOUR));
  const told = (review, aspect) => claimsOn(review, aspect).length && claimsOn(review, aspect).every((claim) => spoilerOf(review, claim) <= 2);
  const aspect = contested(FOUR).find((it) => told(FOUR[3], it) && FOUR.some((review) => !stance(review, it)));
  const [claim] = carrying(FOUR[3], claimsOn(FOUR[3], aspect), 2);
  await cell(page, label(aspect), 3).getByRole('link', { name: claim.quote }).click();
  await becomes(page, () => address(page), compare(FOUR, `&passage=${claimName(FOUR[3], claim)}`));
  await goesTo(page, claim);
  await grid(page).getByRole('link', { name: label(aspect), exact: true }).click();
  await becomes(page, () => address(page), compare(FOUR, `&aspect=${aspect}`));
  await eventually(page, async () => assert.ok(await section(page, aspect).evaluate((it) => it === document.activeElement)));
  assert.ok(await inView(section(page, aspect)));
  const away = FOUR.findIndex((review) => !stance(review, aspect));
  await cell(page, label(contested(FOUR)[0]), 0).getByRole('link').first().click();
  await cell(page, label(aspect), away).getByRole('link', { name: 'silent' }).click();
  await becomes(page, () => address(page), compare(FOUR, `&aspect=${aspect}`));
  await eventually(page, async () => assert.ok(await inView(on(page, FOUR[away], inSentence(aspect)))));
  await on(page, FOUR[away], inSentence(aspect)).getByText(`Says nothing of ${inSentence(aspect)}.`).waitFor();
});

visit('as written every review stands whole in its column, and an aspect scrolls each to its own passage', async (page) => {
  await open(page, compare(FOUR));
  await mode(page, 'As written').click();
  await becomes(page, () => address(page), compare(FOUR, '&mode=written'));
  for (const review of FOUR) {
    const text = flat(await on(page, review, 'the film').evaluate((it) => it.textContent));
    for (const block of review.body) assert.ok(text.includes(flat(block.text)), block.text.slice(0, 60));
    assert.equal(await on(page, review, 'the film').locator('mark').count(), 0, 'nothing is marked before it is asked for');
  }
  for (const aspect of contested(FOUR).filter((it) => rowClass(FOUR, it) !== 'silent').slice(0, 6)) {
    await grid(page).getByRole('link', { name: label(aspect), exact: true }).click();
    await becomes(page, () => address(page), compare(FOUR, `&mode=written&aspect=${aspect}`));
    for (const review of FOUR) {
      const column = on(page, review, 'the film');
      const claims = inText(review, claimsOn(review, aspect));
      await becomes(page, () => column.getByText(`Says nothing of ${inSentence(aspect)}.`, { exact: true }).count(), claims.length ? 0 : 1);
      if (!claims.length) continue;
      await eventually(page, async () => {
        const marked = await column.locator('mark').evaluateAll((all) => all.map((it) => it.textContent).join(''));
        for (const claim of claims) assert.ok(marked.includes(claim.quote), claim.quote);
        if (spoilerOf(review, claims[0]) > 2) return;
        const place = await column.evaluate((it) => {
          const frame = it.getBoundingClientRect();
          const mark = it.querySelector('mark').getBoundingClientRect();
          return { 'in its column': mark.top >= frame.top && mark.top < frame.bottom, 'on the screen': mark.top >= 0 && mark.top < innerHeight };
        });
        assert.deepEqual(place, { 'in its column': true, 'on the screen': true }, `${review.id} on ${aspect}`);
      });
    }
  }
});

/** Presses a key again and again while it leads on; what had the focus each time. */
async function walk(page, key, most = 60) {
  const found = [];
  for (let pressed = 0; pressed < most; pressed += 1) {
    const before = address(page);
    await page.keyboard.press(key);
    // It is answered at once; the focus follows within two frames.
    await page.evaluate(() => new Promise((done) => { requestAnimationFrame(() => requestAnimationFrame(() => requestAnimationFrame(done))); }));
    if (address(page) === before) return found;
    found.push({ passage: new URLSearchParams(address(page).split('?')[1]).get('passage'), ...(await looked(page)) });
  }
  return found;
}

/** Checks that passages, in their order, hold these claims in theirs, each passage at least one. */
function hold(passages, claims) {
  const used = new Set();
  let at = 0;
  for (const [review, claim] of claims) {
    while (at < passages.length && !flat(passages[at].text).includes(flat(claim.quote))) at += 1;
    assert.ok(at < passages.length, `${claimName(review, claim)} is not reached, or not in its place`);
    assert.ok(passages[at].seen && passages[at].marked, `${claim.quote} is on the screen and marked`);
    used.add(at);
  }
  assert.equal(used.size, passages.length, 'no passage is gone through twice or in vain');
}

visit('j goes through all passages, k back, and both stop at the ends', async (page) => {
  await open(page, compare(PAIR));
  await mode(page, 'As written').waitFor();
  const claims = contested(PAIR).flatMap((aspect) => PAIR.flatMap((review) => inText(review, claimsOn(review, aspect)).map((claim) => [review, claim])));
  const forth = await walk(page, 'j');
  hold(forth, claims);
  const back = await walk(page, 'k');
  assert.deepEqual(back.map(({ passage }) => passage), forth.map(({ passage }) => passage).toReversed().slice(1));
});

visit('j goes past what is filtered away', async (page) => {
  const differ = contested(PAIR).filter((aspect) => ['split', 'qualified'].includes(rowClass(PAIR, aspect)));
  assert.ok(differ.length > 0 && differ.length < ASPECTS.length);
  await open(page, compare(PAIR, '&rows=differ'));
  await mode(page, 'As written').waitFor();
  hold(await walk(page, 'j'), differ.flatMap((aspect) => PAIR.flatMap((review) => inText(review, claimsOn(review, aspect)).map((claim) => [review, claim]))));
});

visit('a link to a passage or an aspect shows it marked on the screen, and leaves the focus at the heading', async (page) => {
  const [review] = PAIR;
  const claim = review.claims.find((it) => it.aspect === contested(PAIR).filter((aspect) => stance(review, aspect)).at(-1));
  await each([['aligned', ''], ['written', '&mode=written']], async (how) => {
    await open(page, compare(PAIR, `${how}&passage=${claimName(review, claim)}`));
    const passage = page.getByRole('region', { name: 'Their words' }).locator('mark').filter({ hasText: claim.quote }).first();
    await eventually(page, async () => assert.ok(await inView(passage)));
    assert.ok(await page.evaluate(() => !document.activeElement.closest('section')), 'the focus is not taken to the words');
    await open(page, compare(PAIR, `${how}&aspect=${claim.aspect}`));
    await eventually(page, async () => assert.ok(await inView(passage)));
  });
});

visit('a passage leads to its place in the whole review and back, and Escape to its cell', async (page) => {
  await open(page, compare(DIGESTS));
  const [, review] = DIGESTS;
  const aspect = contested(DIGESTS).find((it) => claimsOn(review, it).length === 1);
  const [claim] = claimsOn(review, aspect);
  await cell(page, label(aspect), 1).getByRole('link').first().click();
  await goesTo(page, claim);
  await page.keyboard.press('Escape');
  assert.ok(await cell(page, label(aspect), 1).evaluate((it) => it === document.activeElement), 'Escape leads to the cell');
  await page.keyboard.press('Enter');
  await goesTo(page, claim);
  await on(page, review, inSentence(aspect)).getByRole('link', { name: 'In the review' }).click();
  await becomes(page, () => address(page), compare(DIGESTS, `&mode=written&passage=${claimName(review, claim)}`));
  await eventually(page, async () => {
    assert.ok(await inView(on(page, review, 'the film').locator('mark').filter({ hasText: claim.quote }).first()));
  });
  await mode(page, 'Aspect by aspect').click();
  await becomes(page, () => address(page), compare(DIGESTS, `&passage=${claimName(review, claim)}`));
  await eventually(page, async () => assert.ok(await inView(section(page, aspect).locator('mark').filter({ hasText: claim.quote }).first())));
});

visit('a click beside the words of a cell leads to its passage too', async (page) => {
  await open(page, compare(DIGESTS));
  const aspect = contested(DIGESTS).find((it) => stance(DIGESTS[0], it));
  const [claim] = carrying(DIGESTS[0], claimsOn(DIGESTS[0], aspect), 2);
  const { height } = await cell(page, label(aspect), 0).boundingBox();
  await cell(page, label(aspect), 0).click({ position: { x: 100, y: height - 3 } });
  await becomes(page, () => address(page), compare(DIGESTS, `&passage=${claimName(DIGESTS[0], claim)}`));
  await goesTo(page, claim);
});

visit('j goes from the aspect that is looked at to its first passage, aligned and as written', async (page) => {
  const aspect = contested(PAIR).filter((it) => PAIR.every((review) => stance(review, it))).at(-1);
  const claims = PAIR.flatMap((review) => inText(review, claimsOn(review, aspect)).map((claim) => [review, claim]));
  await each([['aligned', ''], ['as written', '&mode=written']], async (how) => {
    await open(page, compare(PAIR, `${how}&aspect=${aspect}`));
    await eventually(page, async () => assert.ok(await inView(page.getByRole('region', { name: 'Their words' }).locator('mark').filter({ hasText: claims[0][1].quote }).first())));
    await page.keyboard.press('j');
    await becomes(page, () => address(page), compare(PAIR, `${how}&passage=${claimName(...claims[0])}`));
    await page.keyboard.press('j');
    await becomes(page, () => address(page), compare(PAIR, `${how}&passage=${claimName(...claims[1])}`));
  });
});
