// Searching in titles, people, reviewers and the words of reviews.
import assert from 'node:assert/strict';
import { FILMS, nameOf } from './data.mjs';
import {
  FAILED_REQUEST, INDEX, address, alterJson, becomes, eventually, films, focused, heading, hold, open, settled, shown, visit,
} from './support.mjs';

const TEXTS = /\/data\/texts\/[^/]+\.txt/;
const field = (page) => page.getByRole('searchbox', { name: 'Search films, people and the words of reviews' });
const card = (page, title) => page.getByRole('region', { name: 'Films' }).getByRole('listitem').filter({ has: page.getByRole('heading', { name: title, exact: true }) });
const results = (page) => page.getByRole('region', { name: 'Films' });

/** The words of a text, as the search takes them; good enough for words without accents. */
const words = (text) => text.toLowerCase().replaceAll(/[’']/g, '').match(/[a-z0-9]+/g) ?? [];

/** What stands in the first block of a review that one of few words stands in, and nowhere else. */
function rare() {
  const places = new Map();
  for (const it of FILMS) {
    const names = [it.title, ...it.directors, ...it.writers, ...it.crew.map(({ name }) => name), ...it.cast.map(({ name }) => name)].flatMap(words);
    for (const review of it.reviews) {
      const known = new Set([...names, ...words(review.headline ?? ''), ...words(nameOf(review)), ...words(review.outlet ?? '')]);
      for (const block of review.body) for (const word of words(block.text)) {
        if (!places.has(word)) places.set(word, []);
        places.get(word).push({ film: it, review, block, word, named: known.has(word) });
      }
    }
  }
  const all = [...places.keys()];
  return (allowed) => [...places.values()].filter((list) => list.length === 1).map(([place]) => place)
    .find((place) => allowed(place) && place.word.length > 7 && all.every((other) => other === place.word || !other.includes(place.word)));
}
const only = rare();
const IN_TEXT = only(({ block, named, review }) => !named && block.spoiler < 3 && block.kind === 'opinion' && review.kind !== 'digest');
const IN_DIGEST = only(({ block, named, review }) => !named && block.spoiler < 3 && review.kind === 'digest');
const IN_ENDING = only(({ block, named }) => !named && block.spoiler === 3);

visit('a word of one review finds its film, and shows whose it is and the sentence', async (page) => {
  await open(page);
  await field(page).fill(IN_TEXT.word);
  await becomes(page, () => films(page), [IN_TEXT.film.title]);
  const found = card(page, IN_TEXT.film.title);
  await found.locator('mark').first().waitFor();
  assert.equal((await found.locator('mark').first().innerText()).toLowerCase().replaceAll(/[’']/g, ''), IN_TEXT.word);
  const sentence = (await found.locator('q').innerText()).replaceAll('…', '').trim();
  assert.ok(IN_TEXT.block.text.includes(sentence), sentence);
  assert.equal(await results(page).getByRole('status').first().innerText(), `1 of ${FILMS.length} films, 1 review`);
  await found.getByRole('link', { name: nameOf(IN_TEXT.review) }).click();
  await heading(page).filter({ hasText: IN_TEXT.film.title }).waitFor();
  assert.equal(address(page), `film/${IN_TEXT.film.slug}?reviewer=${IN_TEXT.review.reviewer}`);
});

visit('words of a digest are shown without quotation marks: they are not the reviewer’s', async (page) => {
  await open(page, `?q=${IN_DIGEST.word}`);
  await becomes(page, () => films(page), [IN_DIGEST.film.title]);
  await card(page, IN_DIGEST.film.title).locator('mark').first().waitFor();
  assert.equal(await card(page, IN_DIGEST.film.title).locator('q').count(), 0);
});

visit('words that give away the ending are found and not shown', async (page) => {
  await open(page, `?q=${IN_ENDING.word}`);
  await becomes(page, () => films(page), [IN_ENDING.film.title]);
  const found = card(page, IN_ENDING.film.title);
  await found.getByText('in a passage that gives away the ending or a twist').waitFor();
  assert.equal(await found.locator('q').count(), 0);
});

visit('the best match comes first, and another order can be chosen', async (page) => {
  await open(page);
  await field(page).fill('heat');
  await eventually(page, async () => assert.equal((await films(page))[0], 'Heat'));
  const order = page.getByRole('combobox', { name: 'Order' });
  assert.equal(await order.inputValue(), 'match');
  assert.equal(await card(page, 'Heat').locator('mark').first().innerText(), 'Heat');
  // Those beyond the screen come last.
  await eventually(page, async () => assert.equal((await films(page)).length, parseInt(await results(page).getByRole('status').innerText(), 10)));
  const found = (await films(page)).toSorted();
  await order.selectOption({ label: 'Newest' });
  await becomes(page, () => address(page), '?q=heat&sort=year');
  await eventually(page, async () => {
    const years = await results(page).locator('.meta').allInnerTexts();
    assert.deepEqual(years.map((it) => Number(it.slice(0, 4))), years.map((it) => Number(it.slice(0, 4))).toSorted((one, other) => other - one));
  });
  await becomes(page, async () => (await films(page)).toSorted(), found);
  await field(page).fill('');
  await becomes(page, () => order.inputValue(), 'year');
});

visit('who of a film’s people was searched for is named', async (page) => {
  await open(page, '?q=pacino');
  await becomes(page, () => card(page, 'Heat').getByText('With Al Pacino').count(), 1);
});

visit('phrases, words left out and fields narrow a search, and mean what the filters mean', async (page) => {
  await open(page);
  const splits = async () => {
    await open(page, '?split=yes');
    return films(page);
  };
  const expected = await splits();
  await open(page, '?q=is%3Asplit');
  assert.deepEqual(await films(page), expected);
  await open(page, '?reviewer=matinee');
  const by = await films(page);
  await open(page, '?q=reviewer%3Amatinee');
  assert.deepEqual(await films(page), by);
  await field(page).fill('reviewer:matinee aspect:pacing stance:negative');
  const slow = FILMS.filter((it) => it.reviews.some((review) => {
    const stances = new Set(review.claims.filter((claim) => claim.aspect === 'pacing').map((claim) => claim.stance));
    return review.reviewer === 'matinee' && stances.size === 1 && stances.has('negative');
  }));
  await becomes(page, async () => (await films(page)).toSorted(), slow.map((it) => it.title).toSorted());
  await field(page).fill('director:mann year:1990..1999 -heather');
  await becomes(page, () => films(page), ['Heat']);
});

visit('what cannot be read is said, and the rest is searched for', async (page) => {
  await open(page, '?q=heat+aspect%3Apacin+nofield%3Ax');
  await page.getByText('aspect:pacin cannot be read and is left out.').waitFor();
  await page.getByText('There is no field nofield').waitFor();
  await field(page).fill('"slow burn');
  await page.getByText('A quotation mark is not closed').waitFor();
  await field(page).fill('heat');
  await becomes(page, () => page.getByText('A quotation mark').count(), 0);
});

visit('a misspelt word leads to what was meant', async (page) => {
  await open(page, '?q=parasitte');
  await page.getByRole('link', { name: 'parasite', exact: true }).click();
  await eventually(page, async () => assert.equal((await films(page))[0], 'Parasite'));
  await becomes(page, () => address(page), '?q=parasite');
});

visit('texts are asked for when the search is, once, and it says how far it has got', async (page) => {
  const asked = [];
  page.on('request', (request) => { if (TEXTS.test(request.url())) asked.push(request.url()); });
  const release = await hold(page, TEXTS);
  await open(page);
  assert.deepEqual(asked, [], 'the catalogue needs no texts');
  await field(page).focus();
  await eventually(page, () => assert.equal(asked.length, 1));
  await field(page).fill(IN_TEXT.word);
  const total = FILMS.reduce((sum, it) => sum + it.reviews.length, 0);
  await page.getByText(`Looking into the reviews’ words too: 0 of ${total} reviews so far.`).waitFor();
  assert.deepEqual(await films(page), []);
  release();
  await becomes(page, () => films(page), [IN_TEXT.film.title]);
  await becomes(page, () => page.getByText('Looking into the reviews’ words').count(), 0);
  await field(page).fill('heat');
  await eventually(page, async () => assert.equal((await films(page))[0], 'Heat'));
  assert.equal(asked.length, new Set(asked).size);
});

visit('filters that change while texts are on their way hold when they are there', async (page) => {
  const release = await hold(page, TEXTS);
  await open(page, `?q=${IN_TEXT.word}`);
  const genre = IN_TEXT.film.genres[0];
  await page.getByRole('group', { name: 'Genre', exact: true }).getByRole('checkbox', { name: new RegExp(`^${genre} \\d+$`, 'i') }).check();
  release();
  await becomes(page, () => films(page), [IN_TEXT.film.title]);
  await becomes(page, () => page.getByRole('group', { name: 'Genre', exact: true }).getByRole('checkbox', { name: new RegExp(`^${genre} 1$`, 'i') }).count(), 1);
});

visit('whoever types faster than texts arrive gets what was typed last', async (page) => {
  const release = await hold(page, TEXTS);
  await open(page);
  await field(page).pressSequentially('zzz');
  await field(page).fill('');
  await field(page).pressSequentially(IN_TEXT.word);
  release();
  await becomes(page, () => films(page), [IN_TEXT.film.title]);
  assert.equal(await field(page).inputValue(), IN_TEXT.word);
  await becomes(page, () => address(page), `?q=${IN_TEXT.word}`);
});

for (const [name, break_, said] of [
  ['missing', (route) => route.fulfill({ status: 404, body: '' }), 'The server has no such file (404).'],
  ['damaged', async (route) => {
    const answer = await route.fetch();
    const body = await answer.body();
    body[body.length >> 1] ^= 1;
    await route.fulfill({ response: answer, body });
  }, 'The file arrived damaged: its checksum is not that of its content.'],
  ['cut short', async (route) => {
    const answer = await route.fetch();
    await route.fulfill({ response: answer, body: (await answer.body()).subarray(0, 5000) });
  }, 'The file arrived damaged: its checksum is not that of its content.'],
  ['another file', (route) => route.fulfill({ status: 200, body: 'hello' }), 'The file arrived damaged: it is not a file of texts.'],
]) {
  visit(`a file of texts that is ${name} is told with its films, the rest is searched, and it can be asked for again`, { forgives: [FAILED_REQUEST] }, async (page) => {
    await page.route(TEXTS, break_);
    await open(page);
    await field(page).fill('heat');
    await page.getByText('The reviews’ words of these films are not searched:').waitFor();
    assert.ok((await shown(page)).includes(said));
    await eventually(page, async () => assert.equal((await films(page))[0], 'Heat'));
    await field(page).fill(IN_TEXT.word);
    await becomes(page, () => films(page), []);
    await page.unroute(TEXTS);
    await page.getByRole('button', { name: 'Try again' }).focus();
    await page.keyboard.press('Enter');
    await becomes(page, () => films(page), [IN_TEXT.film.title]);
    assert.doesNotMatch(await focused(page), /^body/, 'the focus has not gone with the button');
    assert.ok(!(await shown(page)).includes('are not searched'));
  });
}

visit('files of texts that cannot be had are told by their films, once for each reason, and what is on its way stays so', { forgives: [FAILED_REQUEST] }, async (page) => {
  let rows;
  await alterJson(page, INDEX, (index) => {
    const [[file, count]] = index.texts;
    rows = index.films.map((it) => it.title);
    // One that cannot be read has its place in the first file all the same.
    index.films[0].year = 'long ago';
    index.texts = [['texts/one.txt', 3], ['texts/other.txt', 2], [file, count - 5]];
  });
  const letGo = await hold(page, /\/texts\/0\.txt/);
  await open(page);
  await field(page).fill(IN_TEXT.word);
  const notice = page.getByText('The reviews’ words of these films are not searched:');
  const expected = `${rows[1]} to ${rows[2]}; ${rows[3]} to ${rows[4]}. `;
  await becomes(page, async () => (await notice.innerText()).replace(/^.*?: /, '').startsWith(expected), true);
  assert.equal(await notice.count(), 1);
  await page.getByText('No film so far. The reviews’ words are still being looked into.').waitFor();
  await page.getByRole('button', { name: 'Try again' }).click();
  await notice.waitFor();
  await page.getByText(/^Looking into the reviews’ words too: 0 of/).waitFor();
  // A field does not wait for words.
  await field(page).fill('year:1901');
  await page.getByRole('heading', { name: 'No film matches all of this' }).waitFor();
  await field(page).fill(IN_TEXT.word);
  letGo();
  await page.getByText(/^In titles, people, reviewers and the words of/).waitFor();
});

visit('what may have been meant is offered where it finds something, and leads there', async (page) => {
  await open(page);
  await field(page).fill('(Kubrik),');
  const meant = page.getByText('Did you mean').getByRole('link');
  await meant.waitFor();
  assert.equal(await meant.innerText(), '(kubrick),');
  await meant.focus();
  await page.keyboard.press('Enter');
  const kubrick = FILMS.filter((it) => it.directors.includes('Stanley Kubrick')).map((it) => it.title).toSorted();
  await becomes(page, async () => (await films(page)).toSorted().filter((title) => kubrick.includes(title)), kubrick);
  await eventually(page, async () => assert.doesNotMatch(await focused(page), /^body/));
  // It stands somewhere, and nowhere with that.
  await field(page).fill('kubrik year:1901');
  await page.getByRole('heading', { name: 'No film matches all of this' }).waitFor();
  assert.equal(await meant.count(), 0);
});

visit('any input is searched for, and nothing breaks', async (page) => {
  await open(page);
  for (const typed of ['', 'a', '!!!', '""', '"', '-', '- -', ':', 'aspect:', '🎬', 'e\u0301', 'שלום', 'ıİ', 'ß', '千と千尋', 'a\u0000b', '\u202Eheat', 'x'.repeat(10_000)]) {
    await field(page).fill(typed);
    await settled(page);
    await eventually(page, async () => assert.match(await results(page).getByRole('status').first().innerText(), /\d+ films?/));
  }
  await field(page).fill('heat');
  await eventually(page, async () => assert.equal((await films(page))[0], 'Heat'));
});

visit('how to search is a click away', async (page) => {
  await open(page);
  await page.getByRole('button', { name: 'How to search' }).click();
  await page.getByRole('dialog').getByText('aspect:pacing stance:negative').waitFor();
  await page.keyboard.press('Escape');
});
