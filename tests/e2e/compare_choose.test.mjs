// Which reviews are compared: added, removed, moved, pinned, and the sets that can be asked for.
import assert from 'node:assert/strict';
import { ASPECTS, FILMS, film, nameOf, rowClass, stance } from './data.mjs';
import { DIGESTS, FILM, IN_WORDS, cell, columns, compare, contested, counted, grid, head, inSentence, listed, namesOf, said, some } from './comparison.mjs';
import { address, becomes, each, eventually, focused, heading, open, settled, visit } from './support.mjs';

const FOUR = some('matinee', 'a', 'the-sound-booth', 'aisle-seat');
const NAMES = namesOf(FOUR);
/** Opens the actions of a column and takes one. */
async function act(page, name, action) {
  await head(page, name).getByRole('button', { name: `What to do with ${name}` }).click();
  await head(page, name).getByRole('link', { name: action }).click();
}
/** Waits until these are the columns, the address says so, and the change was said. */
async function compares(page, reviews, sentence, more = '') {
  await becomes(page, () => columns(page), namesOf(reviews));
  assert.equal(address(page), compare(reviews, more));
  await becomes(page, async () => (await said(page)).some((it) => it.includes(sentence)), true, `it is said: ${sentence}`);
  assert.equal(await heading(page).innerText(), `${FILM.title}, ${IN_WORDS[reviews.length]} ways`);
}
const columnsAre = (reviews) => `The columns are ${listed(namesOf(reviews))}.`;
const at = (reviews, ...places) => places.map((place) => reviews[place]);

visit('a column is moved, pinned and removed from its menu, and each change is said', async (page) => {
  await open(page, compare(FOUR));
  await head(page, NAMES[0]).getByRole('button', { name: `What to do with ${NAMES[0]}` }).click();
  const labels = () => head(page, NAMES[0]).getByRole('link').allInnerTexts();
  assert.deepEqual((await labels()).slice(1), ['Move to the right', 'Pin, so that it stays in view', 'Remove'], 'the first cannot go to the left');
  await page.keyboard.press('Escape');
  await act(page, NAMES[0], 'Move to the right');
  await compares(page, at(FOUR, 1, 0, 2, 3), columnsAre(at(FOUR, 1, 0, 2, 3)));
  await act(page, NAMES[0], 'Move to the left');
  await compares(page, FOUR, columnsAre(FOUR));
  await act(page, NAMES[2], 'Pin, so that it stays in view');
  await becomes(page, () => columns(page), namesOf(at(FOUR, 2, 0, 1, 3)));
  assert.equal(address(page), compare(FOUR, `&pin=${FOUR[2].id}`));
  await becomes(page, async () => (await said(page)).some((it) => it.includes(`${NAMES[2]} is pinned`)), true);
  await act(page, NAMES[2], 'Unpin');
  await becomes(page, async () => (await said(page)).some((it) => it.includes(`${NAMES[2]} is no longer pinned`)), true);
  await becomes(page, () => address(page), compare(FOUR));
  await act(page, NAMES[1], 'Remove');
  await compares(page, at(FOUR, 0, 2, 3), `${NAMES[1]} was removed.`);
  await eventually(page, async () => assert.ok((await focused(page)).includes(NAMES[2]), `the focus is on ${await focused(page)}, not at the next column`));
  await page.goBack();
  await page.waitForURL('about:blank');
});

visit('the same by keyboard: Shift with arrows moves, p pins, Delete removes, and the focus goes along', async (page) => {
  await open(page, compare(FOUR));
  await head(page, NAMES[1]).focus();
  const has = async (name) => eventually(page, async () => assert.ok(await head(page, name).evaluate((it) => it === document.activeElement), `${await focused(page)} has the focus, not ${name}`));
  await page.keyboard.press('Shift+ArrowRight');
  await compares(page, at(FOUR, 0, 2, 1, 3), columnsAre(at(FOUR, 0, 2, 1, 3)));
  await has(NAMES[1]);
  await page.keyboard.press('Shift+ArrowLeft');
  await compares(page, FOUR, columnsAre(FOUR));
  await has(NAMES[1]);
  await page.keyboard.press('p');
  await becomes(page, () => columns(page), namesOf(at(FOUR, 1, 0, 2, 3)));
  await has(NAMES[1]);
  await page.keyboard.press('Shift+ArrowRight');
  assert.deepEqual(await columns(page), namesOf(at(FOUR, 1, 0, 2, 3)), 'a pinned column stays before the others');
  await page.keyboard.press('p');
  await becomes(page, () => columns(page), NAMES);
  await page.keyboard.press('Delete');
  await compares(page, at(FOUR, 0, 2, 3), `${NAMES[1]} was removed.`);
  await has(NAMES[2]);
  await page.keyboard.press('End');
  await has(NAMES[3]);
  await page.keyboard.press('Delete');
  await compares(page, at(FOUR, 0, 2), `${NAMES[3]} was removed.`);
  await has(NAMES[2]);
  await page.keyboard.press('Delete');
  await page.getByText('A comparison takes at least two reviews.').waitFor();
  await page.getByText(`Compare ${NAMES[0]} with:`).waitFor();
  await page.getByRole('main').getByRole('link', { name: NAMES[3] }).click();
  await becomes(page, () => columns(page), namesOf(at(FOUR, 0, 3)));
});

visit('a column that goes is pale at once, and a key that is pressed too often takes no other', async (page) => {
  await open(page, compare(FOUR));
  await settled(page);
  await head(page, NAMES[1]).focus();
  const opacities = await page.evaluate(() => new Promise((answer) => {
    const head = document.activeElement;
    const press = () => head.dispatchEvent(new KeyboardEvent('keydown', { key: 'Delete', bubbles: true, cancelable: true }));
    press();
    queueMicrotask(() => setTimeout(() => {
      press();
      const cell = document.querySelectorAll('[role=grid] tbody [role=row]')[0].children[2];
      answer([head, cell, head.previousElementSibling].map((it) => Number(getComputedStyle(it).opacity)));
    }));
  }));
  assert.ok(opacities[0] < 1 && opacities[1] < 1, 'head and cell are pale');
  assert.equal(opacities[2], 1, 'the others are not');
  await compares(page, at(FOUR, 0, 2, 3), `${NAMES[1]} was removed.`);
  await page.goBack();
  await page.waitForURL('about:blank');
});

visit('columns are dragged by their heads to the place of another', async (page) => {
  await open(page, compare(FOUR));
  await head(page, NAMES[0]).dragTo(head(page, NAMES[2]), { sourcePosition: { x: 60, y: 8 } });
  await compares(page, at(FOUR, 1, 2, 0, 3), columnsAre(at(FOUR, 1, 2, 0, 3)));
  await head(page, NAMES[3]).dragTo(head(page, NAMES[1]), { sourcePosition: { x: 60, y: 8 } });
  await compares(page, at(FOUR, 3, 1, 2, 0), columnsAre(at(FOUR, 3, 1, 2, 0)));
});

visit('a pinned column stays beside the names when the others are scrolled away', async (page) => {
  await page.setViewportSize({ width: 900, height: 800 });
  const six = some('a', 'b', 'c', 'd', 'matinee', 'aisle-seat');
  await open(page, compare(six, `&pin=${six[4].id}`));
  await grid(page).waitFor();
  assert.deepEqual(await columns(page), namesOf(at(six, 4, 0, 1, 2, 3, 5)));
  const before = await head(page, 'Matinee').boundingBox();
  const [aspect] = contested(six);
  await cell(page, aspect[0].toUpperCase() + aspect.slice(1), 5).evaluate((it) => it.scrollIntoView({ inline: 'end', block: 'center' }));
  await eventually(page, async () => {
    const last = await head(page, nameOf(six[5])).boundingBox();
    assert.ok(last.x + last.width <= 905, 'the last column is in view');
  });
  assert.equal(Math.round((await head(page, 'Matinee').boundingBox()).x), Math.round(before.x));
  await page.getByRole('status').filter({ hasText: /^Reviews 1 and \d–6 of 6$|^Reviews 1 and 6 of 6$/ }).waitFor();
});

/** What another review would add: the aspects that it would split, those it alone would speak of. */
function addition(compared, review) {
  const splits = ASPECTS.filter((aspect) => rowClass([...compared, review], aspect) === 'split' && rowClass(compared, aspect) !== 'split');
  const own = ASPECTS.filter((aspect) => rowClass(compared, aspect) === 'silent' && stance(review, aspect));
  const speaks = ASPECTS.filter((aspect) => stance(review, aspect)).length;
  const named = (aspects) => listed(aspects.map(inSentence));
  const parts = [splits.length && `splits them on ${named(splits)}`, own.length && `speaks of ${named(own)}, which no one here does`].filter(Boolean);
  const text = parts.length ? parts.join('; ') : `speaks of ${counted(speaks, 'aspect')}, all spoken of here, and splits none`;
  return { review, splits: splits.length, own: own.length, text: text[0].toUpperCase() + text.slice(1) };
}

visit('another review is added from a list that can be searched, those that add most first', async (page) => {
  const compared = some('b', 'd');
  await open(page, compare(compared));
  const expected = FILM.reviews.filter((review) => !compared.includes(review)).map((review) => addition(compared, review))
    .toSorted((one, other) => other.splits - one.splits || other.own - one.own);
  await page.getByRole('button', { name: 'Add a review' }).click();
  const search = page.getByRole('searchbox', { name: 'Search the film’s other reviews' });
  await eventually(page, async () => assert.ok(await search.evaluate((it) => it === document.activeElement), 'the search has the focus'));
  const list = page.getByRole('listitem').filter({ has: page.getByRole('link', { name: /splits|speaks of/i }) });
  const shown = async () => Promise.all((await list.all()).map(async (item) => (await item.innerText()).split('\n').filter(Boolean)));
  const texts = (some) => some.map(({ review, text }) => [nameOf(review), text]);
  assert.deepEqual((await shown()).map((lines) => [lines[0], lines.at(-1)]), texts(expected));
  await page.getByText(`${expected.length} reviews`, { exact: true }).waitFor();
  await page.keyboard.type('SPLITS pacing');
  const found = expected.filter(({ text }) => /splits/i.test(text) && text.includes('pacing'));
  await becomes(page, async () => (await shown()).map((lines) => [lines[0], lines.at(-1)]), texts(found), 'what it would add can be searched for');
  await search.fill('aisle');
  await becomes(page, async () => (await shown()).map(([name]) => name), ['The Aisle Seat']);
  await page.getByText('1 review', { exact: true }).waitFor();
  await search.fill('nobody at all');
  await page.getByText('0 reviews', { exact: true }).waitFor();
  await search.fill('aisle');
  await page.getByRole('link', { name: /^The Aisle Seat .*(splits|speaks of)/i }).click();
  const three = [...compared, ...some('aisle-seat')];
  await compares(page, three, 'The Aisle Seat was added.');
  await eventually(page, async () => assert.ok((await focused(page)).includes('The Aisle Seat'), `the focus is on ${await focused(page)}, not on the new column`));
});

visit('six are the most, and where no other review is left the list says so', async (page) => {
  const six = FILM.reviews.slice(0, 6);
  await open(page, compare(six));
  await page.getByRole('button', { name: 'Add a review' }).click();
  await page.getByText('6 are compared, which is the most. Remove one to add another.').waitFor();
  const all = film('heat').reviews;
  await open(page, `compare/heat?reviews=${all.map((review) => review.id).join()}`);
  await page.getByRole('button', { name: 'Add a review' }).click();
  await page.getByText('The film has no other review.').waitFor();
});

/** A film's most contrasting set: the most splits, then the most aspects spoken of, then first in the file. */
function contrasting(reviews) {
  const sets = reviews.flatMap((a, i) => reviews.slice(i + 1).flatMap((b, j) => reviews.slice(i + j + 2).flatMap((c, k) => reviews.slice(i + j + k + 3).map((d) => [a, b, c, d]))));
  const worth = (set) => {
    const classes = ASPECTS.map((aspect) => rowClass(set, aspect));
    return classes.filter((it) => it === 'split').length * 100 + classes.filter((it) => it !== 'silent').length;
  };
  return sets.reduce((best, set) => (worth(set) > worth(best) ? set : best));
}

visit('the page says how the reviews were chosen, and each of the two sets is one click away', async (page) => {
  const differ = contrasting(FILM.reviews);
  await open(page, compare(FOUR));
  await page.getByText('You, or whoever sent you the link, chose these.').waitFor();
  await page.getByRole('link', { name: 'Show the four that differ most' }).click();
  await becomes(page, () => columns(page), namesOf(differ));
  await page.getByText('These are the ones that differ most: the most splits, then the most aspects spoken of.').waitFor();
  assert.equal(address(page), compare(differ));
  assert.equal(await page.getByRole('link', { name: 'Show the four that differ most' }).count(), 0);
  await page.getByRole('link', { name: 'Show the ones that this film opens with' }).click();
  await becomes(page, () => columns(page), namesOf(DIGESTS));
  await page.getByText('These are the ones that this film opens with.').waitFor();
  assert.equal(address(page), 'compare/sound-of-metal', 'what a film opens with needs no naming');
  await each(FILMS.filter((it) => !it.compare).slice(4).map((it) => [it.title, it]), async ({ slug, reviews }) => {
    await open(page, `compare/${slug}`);
    assert.deepEqual(await columns(page), namesOf(contrasting(reviews)));
    await page.getByText('These are the ones that differ most').waitFor();
    assert.equal(await page.getByRole('link', { name: /Show the ones that this film/ }).count(), 0);
  });
});

visit('all that is chosen is in the address, survives a reload and is kept by the next choice', async (page) => {
  const more = `&pin=${FOUR[3].id}&rows=differ&order=list&mode=written&opinions=only&spoilers=1&blind=yes&aspect=pacing`;
  await open(page, compare(FOUR, more));
  const letters = at(FOUR, 3, 0, 1, 2).map((review) => 'ABCD'[FOUR.toSorted((one, other) => FILM.reviews.indexOf(one) - FILM.reviews.indexOf(other)).indexOf(review)]);
  const state = async () => ({
    columns: await columns(page),
    on: (await page.getByRole('main').locator('[aria-current=true]').allInnerTexts()).map((text) => text.replace(/\s+\d+$/, '')).toSorted(),
    spoilers: await page.getByRole('combobox', { name: 'Spoilers' }).inputValue(),
  });
  const expected = { columns: letters, on: ['As written', 'Blind', 'Differ', 'In list order', 'Opinions only'], spoilers: '1' };
  await becomes(page, state, expected);
  await page.reload();
  await settled(page);
  await becomes(page, state, expected);
  assert.equal(address(page), compare(FOUR, more));
  await page.getByRole('link', { name: 'Opinions only' }).click();
  await becomes(page, () => address(page), compare(FOUR, more.replace('&opinions=only', '')));
  await open(page, compare(FOUR, '&rows=all&order=contested&mode=aligned&spoilers=2'));
  await page.getByRole('link', { name: 'Blind' }).click();
  await becomes(page, () => address(page), compare(FOUR, '&blind=yes'), 'defaults are left out');
});

visit('a column that is moved again before the words have followed is where the last key takes it', async (page) => {
  await open(page, 'compare/sound-of-metal');
  await page.getByRole('link', { name: 'As written', exact: true }).waitFor();
  const before = await columns(page);
  await page.getByRole('columnheader').nth(1).focus();
  for (let time = 0; time < 3; time += 1) await page.keyboard.press('Shift+ArrowRight');
  const [first, ...others] = before;
  await becomes(page, () => columns(page), [...others, first]);
  await page.getByRole('link', { name: 'As written', exact: true }).click();
  await becomes(page, () => page.locator('.words .who').allTextContents(), [...others, first]);
});
