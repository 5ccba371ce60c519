// Comparisons that cannot be what their address or their data asks for: what is sound is compared, what was
// left out is said, and where nothing can be compared something else is offered.
import assert from 'node:assert/strict';
import { ASPECTS, film, label, nameOf, rowClass, stance } from './data.mjs';
import { DIGESTS, FILM, cell, chip, claimsOn, columns, compare, contested, counted, grid, head, inSentence, namesOf, rows, some } from './comparison.mjs';
import { FILM_FILE, INDEX, address, alterJson, articles, becomes, each, heading, open, shown, visit } from './support.mjs';

const ids = (reviews) => reviews.map((review) => review.id).join();
const [MATINEE] = some('matinee');
const EIGHT = FILM.reviews.slice(0, 8);
const MOST = 6;
const PATH = `compare/${FILM.slug}`;
const notice = (page) => page.getByRole('status').filter({ hasText: 'Part of the address could not be used' });
const notices = (page) => notice(page).getByRole('listitem').allInnerTexts();
const unknown = (name) => `“${name}” is no review of ${FILM.title}, so it was left out.`;
const tooMany = (review) => `${nameOf(review)} was left out: a comparison takes at most ${MOST} reviews.`;
const notPinned = (name) => `“${name}” is not among the reviews that are compared, so it was not pinned.`;
const wrong = (value, name, expected) => `“${value}” was left out of “${name}”, which takes ${expected}.`;
const noPassage = (name) => `“${name}” is no passage of the reviews that are compared, so none is looked at.`;
const PASSAGE = 'a review, a colon and the number of its claim';

const CASES = [
  ['empty lists', 'reviews=,&pin=', DIGESTS, []],
  ['reviews of another film', `reviews=${ids(film('heat').reviews.slice(0, 2))}`, DIGESTS, film('heat').reviews.slice(0, 2).map(({ id }) => unknown(id))],
  ['a review that nobody wrote, between two', `reviews=${DIGESTS[0].id},nothing,${MATINEE.id}`, [DIGESTS[0], MATINEE], [unknown('nothing')]],
  ['a review in capitals', `reviews=${DIGESTS[0].id.toUpperCase()},${ids(DIGESTS.slice(1))}`, DIGESTS.slice(1), [unknown(DIGESTS[0].id.toUpperCase())]],
  ['a review twice', `reviews=${ids([MATINEE, DIGESTS[0], MATINEE])}`, [MATINEE, DIGESTS[0]], ['Matinee is there twice and counts once.']],
  ['eight, of which some are there twice and some are not there', `reviews=${ids(EIGHT.slice(0, 5))},x,${ids(EIGHT)}`, EIGHT.slice(0, MOST), [
    unknown('x'), ...EIGHT.slice(0, 5).map((review) => `${nameOf(review)} is there twice and counts once.`), ...EIGHT.slice(MOST).map(tooMany),
  ]],
  ['eight reviews, the last to be pinned', `reviews=${ids(EIGHT)}&pin=${EIGHT[7].id}`, EIGHT.slice(0, MOST), [...EIGHT.slice(MOST).map(tooMany), notPinned(EIGHT[7].id)]],
  ['one that is compared pinned twice, and two that are not', `pin=${DIGESTS[2].id},nothing,${MATINEE.id},${DIGESTS[2].id}`, [DIGESTS[2], DIGESTS[0], DIGESTS[1], DIGESTS[3]], [notPinned('nothing'), notPinned(MATINEE.id)]],
  ['two lists of reviews', `reviews=${ids([MATINEE, DIGESTS[0]])}&reviews=x`, [MATINEE, DIGESTS[0]], ['“reviews” is there more than once; the first counts.']],
  ['unknown words', 'rows=some&order=best&mode=poster&opinions=all&spoilers=4&blind=no&colour=red', DIGESTS, [
    wrong('some', 'rows', 'one of all, differ, agree, one'), wrong('best', 'order', 'one of contested, list'), wrong('poster', 'mode', 'one of aligned, written'),
    wrong('all', 'opinions', '“only” or nothing'), wrong('4', 'spoilers', 'a whole number from 0 to 3'), wrong('no', 'blind', '“yes” or nothing'), 'This page has no parameter “colour”; it was left out.',
  ]],
  ['a broken percent escape', 'reviews=%zz', DIGESTS, ['“reviews=%zz” has a broken percent escape and was left out.']],
  ['an unknown aspect', 'aspect=colour', DIGESTS, [wrong('colour', 'aspect', `one of ${ASPECTS.join(', ')}`)]],
  ['a claim of number zero', `passage=${DIGESTS[0].id}:0`, DIGESTS, [wrong(`${DIGESTS[0].id}:0`, 'passage', PASSAGE)]],
  ['a claim that the review does not make', `passage=${DIGESTS[0].id}:99`, DIGESTS, [noPassage(`${DIGESTS[0].id}:99`)]],
  ['a claim of a review that is not compared', `passage=${MATINEE.id}:1`, DIGESTS, [noPassage(`${MATINEE.id}:1`)]],
  ['a claim of another film', 'passage=heat-matinee:1', DIGESTS, [noPassage('heat-matinee:1')]],
];
visit('of an address that cannot be what it says, what is sound is compared, and the rest is told', async (page) => {
  await each(CASES, async (query, reviews, expected) => {
    await open(page, `${PATH}?${query}`);
    assert.deepEqual(await columns(page), namesOf(reviews));
    assert.deepEqual(await notices(page), expected.slice(0, 8));
    if (expected.length > 8) await notice(page).getByText(`And ${expected.length - 8} more.`).waitFor();
    assert.equal(await page.evaluate(() => scrollY), 0, 'nothing is gone to');
    assert.ok(await chip(page, `All ${ASPECTS.length}`).getAttribute('aria-current'), 'all rows are there');
  });
});

visit('what an address cannot say is gone from it with the next choice', async (page) => {
  await open(page, `${PATH}?reviews=${DIGESTS[0].id},nothing,${MATINEE.id},${DIGESTS[0].id}&pin=nobody,${MATINEE.id}&passage=nothing:1`);
  await chip(page, 'Opinions only').click();
  await becomes(page, () => address(page), `${PATH}?reviews=${MATINEE.id},${DIGESTS[0].id}&pin=${MATINEE.id}&opinions=only`);
  assert.deepEqual(await notices(page), []);
});

const LONE = contested(DIGESTS).find((aspect) => rowClass(DIGESTS, aspect) === 'lone voice');
const VOICE = DIGESTS.find((review) => stance(review, LONE));
const PAIR = DIGESTS.filter((review) => review !== VOICE).slice(0, 2);
const AWAY = `${inSentence(LONE)[0].toUpperCase()}${inSentence(LONE).slice(1)} is not among the aspects that are shown.`;
const CLAIM = `${VOICE.id}:${VOICE.claims.indexOf(claimsOn(VOICE, LONE)[0]) + 1}`;
const LOOKS = [
  ['an aspect that is filtered away', compare(DIGESTS, `&rows=differ&aspect=${LONE}`), [AWAY]],
  ['a passage that is filtered away', compare(DIGESTS, `&rows=differ&passage=${CLAIM}`), [AWAY]],
  ['the same as written, where all words stand', compare(DIGESTS, `&rows=differ&mode=written&passage=${CLAIM}`), []],
  ['an aspect that no one speaks of', compare(PAIR, `&aspect=${LONE}`), [`No one here speaks of ${inSentence(LONE)}.`]],
  ['an aspect and a passage', compare(DIGESTS, `&aspect=${LONE}&passage=${CLAIM}`), ['“aspect” was left out, since “passage” says more.']],
];
visit('what is to be looked at and is not there is told, and a filter lets go of what it takes away', async (page) => {
  await each(LOOKS, async (path, expected) => {
    await open(page, path);
    await grid(page).waitFor();
    await becomes(page, () => notices(page), expected);
  });
  await open(page, compare(PAIR));
  await cell(page, label(LONE), 0).getByRole('link', { name: 'silent' }).click();
  await becomes(page, () => notices(page), [`No one here speaks of ${inSentence(LONE)}.`]);
  await open(page, compare(DIGESTS, `&passage=${CLAIM}`));
  await chip(page, /^Differ/).click();
  await becomes(page, () => address(page), compare(DIGESTS, '&rows=differ'));
  assert.deepEqual(await notices(page), []);
});

visit('one review cannot be compared, and the others are offered beside it', async (page) => {
  await each([['one', MATINEE.id, []], ['one twice', `${MATINEE.id},${MATINEE.id}`, ['Matinee is there twice and counts once.']], ['one, and one of another film', `heat-matinee,${MATINEE.id}`, [unknown('heat-matinee')]]], async (reviews, expected) => {
    await open(page, `${PATH}?reviews=${reviews}&rows=differ`);
    assert.equal(await heading(page).innerText(), `${FILM.title}, reviews compared`);
    await page.getByText('A comparison takes at least two reviews.', { exact: true }).waitFor();
    await page.getByText('Compare Matinee with:').waitFor();
    assert.deepEqual(await notices(page), expected);
    assert.deepEqual(await page.getByRole('main').getByRole('listitem').filter({ has: page.getByRole('link') }).allInnerTexts(), namesOf(FILM.reviews.filter((review) => review !== MATINEE)));
  });
  await page.getByRole('main').getByRole('link', { name: nameOf(DIGESTS[3]) }).click();
  await grid(page).waitFor();
  assert.equal(address(page), compare([MATINEE, DIGESTS[3]], '&rows=differ'), 'what else was chosen is kept');
  await page.goBack();
  await page.getByRole('link', { name: `All reviews of ${FILM.title}` }).click();
  await becomes(page, async () => (await articles(page)).length, FILM.reviews.length);
  await page.goBack();
  await page.getByRole('link', { name: 'Show its usual comparison' }).click();
  await becomes(page, () => columns(page), namesOf(DIGESTS));
  assert.equal(address(page), `${PATH}?rows=differ`);
});

visit('while names are hidden one review alone does not tell them either', async (page) => {
  await open(page, compare(some('matinee', 'aisle-seat'), '&blind=yes'));
  await head(page, 'B').focus();
  await page.keyboard.press('Delete');
  await page.getByText('A comparison takes at least two reviews.', { exact: true }).waitFor();
  const text = await shown(page);
  for (const review of FILM.reviews) assert.ok(!text.includes(nameOf(review)), nameOf(review));
  await page.getByRole('link', { name: 'Show its usual comparison' }).click();
  await becomes(page, () => columns(page), ['A', 'B', 'C', 'D']);
  assert.equal(address(page), `${PATH}?blind=yes`);
});

visit('a review that claims nothing has its column, silent all the way, and its words', async (page) => {
  const silent = (data) => { data.reviews.find((review) => review.id === DIGESTS[0].id).claims = []; };
  await alterJson(page, FILM_FILE, silent);
  const altered = structuredClone(FILM);
  silent(altered);
  const reviews = altered.reviews.slice(0, 4);
  await open(page, PATH);
  assert.deepEqual(await columns(page), namesOf(reviews));
  for (const { name, rest, cells } of (await rows(page)).filter((row) => ASPECTS.map(label).includes(row.name))) {
    const aspect = ASPECTS.find((it) => label(it) === name);
    assert.deepEqual(cells[0].open, ['silent'], aspect);
    assert.equal(rest[0].toLowerCase().replace(/ of .*/, ''), rowClass(reviews, aspect));
  }
  await page.getByText('How near they stand to each other').click();
  await page.getByText(/^Of \d+ aspects that two or more speak on/).waitFor();
  assert.equal(await page.getByText('no aspect that both speak on', { exact: true }).count(), 3, 'it is near to no one');
  await page.getByRole('link', { name: 'As written', exact: true }).click();
  await page.getByRole('group', { name: `${nameOf(reviews[0])} on the film` }).getByText(reviews[0].body.at(-1).text).waitFor();
  await open(page, compare(DIGESTS.slice(1)));
  await page.getByRole('button', { name: 'Add a review' }).click();
  await page.getByRole('link', { name: new RegExp(`^${nameOf(DIGESTS[0])}.*Makes no claim$`, 's') }).waitFor();
});

visit('where no review claims anything, that is said once, and the words are there as written', async (page) => {
  await alterJson(page, FILM_FILE, (data) => { for (const review of data.reviews) review.claims = []; });
  await open(page, PATH);
  await page.getByText('No claims are marked in these reviews.', { exact: true }).waitFor();
  await page.getByText('No claims are marked in these reviews. Read them as written.').waitFor();
  await page.getByRole('link', { name: 'As written', exact: true }).click();
  for (const review of DIGESTS) await page.getByRole('group', { name: `${nameOf(review)} on the film` }).getByText(review.body.at(-1).text).first().waitFor();
  await chip(page, /^Differ/).click();
  await page.getByText('They differ on nothing.').getByRole('link', { name: 'Show all aspects' }).waitFor();
});

visit('a film with one review, or none, has no comparison but leads to its own page', async (page) => {
  await each([1, 0].map((count) => [counted(count, 'review'), count]), async (count) => {
    const leave = (it) => Object.assign(it, { reviews: it.reviews.slice(0, count), compare: [] });
    await alterJson(page, INDEX, ({ films }) => { leave(films.find((it) => it.slug === FILM.slug)); });
    await alterJson(page, FILM_FILE, leave);
    for (const [path, expected] of [[PATH, []], [compare(DIGESTS.slice(0, 1)), count ? [] : [unknown(DIGESTS[0].id)]], [compare(DIGESTS.slice(1, 3)), DIGESTS.slice(1, 3).map(({ id }) => unknown(id))]]) {
      await open(page, path);
      assert.equal(await heading(page).innerText(), `${FILM.title}, reviews compared`);
      await page.getByText('A comparison takes at least two reviews.', { exact: true }).waitFor();
      assert.deepEqual(await notices(page), expected);
      assert.deepEqual(await page.getByRole('main').getByRole('link').allInnerTexts(), [`All reviews of ${FILM.title}`], 'no other way is offered, since there is none');
    }
    await page.getByRole('link', { name: `All reviews of ${FILM.title}` }).click();
    await heading(page).filter({ hasText: new RegExp(`^${FILM.title}$`) }).waitFor();
    await page.getByText(FILM.synopsis).waitFor();
    await becomes(page, () => articles(page), namesOf(DIGESTS.slice(0, count)));
    assert.equal(await page.getByText('No one has reviewed this film here yet.').count(), 1 - count);
    assert.equal(await page.getByRole('link', { name: /^Compare the/ }).count(), 0);
    assert.equal(await page.getByText('Pick to compare').filter({ visible: true }).count(), 0, 'there is nothing to compare it with');
    assert.equal(await page.getByRole('heading', { name: 'How they stand together' }).count(), 0);
    await page.unrouteAll();
  });
});
