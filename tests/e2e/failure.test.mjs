// Data that is missing or damaged: what happened is said plainly, everything that is sound is there,
// and a retry leads on.
import assert from 'node:assert/strict';
import { ASPECTS, FILMS, average, film, label, nameOf, stance } from './data.mjs';
import { BASE, FAILED_REQUEST, FILM_FILE, INDEX, alterJson, articles, becomes, each, eventually, films, focused, heading, open, settled, shown, visit } from './support.mjs';

const FILM = film('sound-of-metal');
const forgives = [FAILED_REQUEST];
const alert = (page) => page.getByRole('alert').filter({ has: page.getByRole('heading') });
const retry = (page) => alert(page).getByRole('button', { name: 'Try again' });
const notices = (page, title) => page.getByRole('status').filter({ hasText: title });

const cut = async (route) => {
  const answer = await route.fetch();
  const text = await answer.text();
  await route.fulfill({ response: answer, body: text.slice(0, text.length / 2) });
};
const page404 = (route) => route.fulfill({ status: 404, contentType: 'text/html', body: '<!doctype html><title>Not found</title>' });
const html = (route) => route.fulfill({ status: 200, contentType: 'text/html', body: '<!doctype html><title>Welcome</title>' });
const otherFilm = async (route) => {
  const index = await (await route.fetch({ url: route.request().url().replace(/films\/.*/, 'index.json') })).json();
  const { file } = index.films.find((it) => it.slug === 'heat');
  await route.fulfill({ response: await route.fetch({ url: route.request().url().replace(/films\/.*/, file) }) });
};
const emptied = (route) => route.fulfill({ status: 200, contentType: 'application/json', body: '' });
const otherJson = (route) => route.fulfill({ status: 200, contentType: 'application/json', body: '{"hello": 1}' });

const BROKEN = [
  ['is missing', page404, 'The server has no such file (404).'],
  ['is answered with an error', (route) => route.fulfill({ status: 503, body: '' }), 'The server answered with an error (503).'],
  ['is a web page in place of data', html, 'The server sent a web page in place of the data.'],
  ['is cut off halfway', cut, /^The data arrived damaged: .+ at line 1, column \d+\.$/],
  ['is empty', emptied, /^The data arrived damaged: .+ at line 1, column \d+\.$/],
  ['is something else', otherJson, /^The data arrived damaged: .+\.$/],
  ['does not get through', (route) => route.abort('connectionreset'), 'The server could not be reached, or the connection broke off.'],
];

visit('when a film’s file is missing or damaged, its page says so, shows the rest, and a retry works', { forgives }, async (page) => {
  await each([...BROKEN, ['is another film’s', otherFilm, 'The server sent the file of another film, “heat”.']], async (answer, words) => {
    await page.route(FILM_FILE, answer);
    await open(page, `film/${FILM.slug}`);
    await alert(page).getByRole('heading', { name: 'The film’s file could not be loaded' }).waitFor();
    await alert(page).getByText(words).waitFor();
    assert.match(await alert(page).innerText(), /What stands below is from the list of films, and works: the grades, where each review stands, and the filters\./);
    assert.equal(await heading(page).innerText(), 'Sound of Metal');
    assert.deepEqual((await articles(page)).toSorted(), FILM.reviews.map(nameOf).toSorted());
    const matinee = page.getByRole('article', { name: 'Matinee' });
    assert.match(await matinee.innerText(), /3\/5\s+60 of 100[^]*The words of this review have not arrived\./);
    await page.getByRole('checkbox', { name: 'Matinee' }).check();
    await becomes(page, () => articles(page), ['Matinee']);
    await page.getByRole('table', { name: 'Where each review stands on each aspect' }).waitFor();

    await page.unroute(FILM_FILE);
    await retry(page).focus();
    await page.keyboard.press('Enter');
    await page.getByText(FILM.synopsis).waitFor();
    assert.equal(await alert(page).count(), 0);
    assert.deepEqual(await articles(page), ['Matinee'], 'what was chosen is still chosen');
    await matinee.getByText('Like a hand on the collar').waitFor();
    await eventually(page, async () => assert.doesNotMatch(await focused(page), /^body/, 'the focus has not gone with the button'));
  });
});

visit('when a film’s file is missing, its comparison says so, leads to the film, and a retry works', { forgives }, async (page) => {
  await page.route(FILM_FILE, page404);
  await open(page, 'compare/sound-of-metal');
  await alert(page).getByText('The server has no such file (404).').waitFor();
  assert.equal(await heading(page).innerText(), 'Sound of Metal, reviews compared');
  await page.getByRole('link', { name: 'To the film’s page' }).waitFor();
  await retry(page).click();
  await alert(page).getByText('The server has no such file (404).').waitFor();
  await page.unroute(FILM_FILE);
  await retry(page).click();
  await page.getByRole('grid').waitFor();
});

visit('when the list of films is missing or damaged, the page says so, what needs no data works, and a retry leads on', { forgives }, async (page) => {
  await each(BROKEN, async (answer, words) => {
    await page.route(INDEX, answer);
    await page.goto(`${BASE}film/heat`);
    await alert(page).getByRole('heading', { name: 'The list of films could not be loaded' }).waitFor();
    assert.equal(await heading(page).innerText(), 'Heat', 'what was rendered ahead can be read');
    await alert(page).getByText(words).waitFor();
    assert.equal(await heading(page).count(), 1);
    await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'About' }).click();
    await heading(page).filter({ hasText: 'About Crosscut' }).waitFor();
    await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Films' }).click();
    await alert(page).getByText(words).waitFor();
    await page.unroute(INDEX);
    await retry(page).click();
    await becomes(page, async () => (await films(page)).length, FILMS.length);
    assert.equal(await alert(page).count(), 0);
  });
});

visit('an index of another version asks for a reload', async (page) => {
  await alterJson(page, INDEX, (index) => { index.version = 99; });
  await page.goto(BASE);
  await alert(page).getByText('reload the page to get the site').waitFor();
});

visit('rows of the index that are not sound are left out and listed, and the other films are there', async (page) => {
  await alterJson(page, INDEX, (index) => {
    const at = (slug) => index.films.findIndex((it) => it.slug === slug);
    index.films[at('heat')].year = 'nineteen ninety-five';
    index.films[at('stalker')].reviews[0][6] = 'nine out of ten';
    index.films[at('parasite')].certificate = ['MPA', 'XXX'];
  });
  await open(page);
  const said = await notices(page, 'Part of the list of films could not be read').innerText();
  assert.match(said, /\$\.films\[\d+\]\.year: found .*“nineteen ninety-five”, expected a whole number/);
  assert.match(said, /\$\.films\[\d+\]\.reviews\[0\]\[6\]: found “nine out of ten”, expected a grade/);
  assert.match(said, /\$\.films\[\d+\]\.certificate\[1\]: found “XXX”, expected an MPA certificate/);
  const sound = FILMS.map((it) => it.title).filter((title) => title !== 'Heat').toSorted();
  await becomes(page, async () => (await films(page)).toSorted(), sound);
  const rest = average({ reviews: film('stalker').reviews.slice(1) });
  assert.match(await page.getByRole('link', { name: 'Stalker' }).innerText(), new RegExp(`5 reviews, average ${rest}`));
  await page.getByRole('link', { name: 'Parasite' }).click();
  await heading(page).filter({ hasText: 'Parasite' }).waitFor();
});

visit('offline a film’s page says so, and goes on by itself once the network is back', { forgives }, async (page) => {
  await open(page);
  await page.context().setOffline(true);
  await page.getByRole('link', { name: 'Heat' }).click();
  await alert(page).getByText('You seem to be offline.').waitFor();
  await becomes(page, async () => (await articles(page)).length, film('heat').reviews.length);
  await page.context().setOffline(false);
  await page.getByText(film('heat').synopsis).waitFor();
  assert.equal(await alert(page).count(), 0);
});

visit('offline a search says what it has not looked into, and does once the network is back', { forgives }, async (page) => {
  await open(page);
  await page.context().setOffline(true);
  await page.getByRole('searchbox').fill('drummer');
  await page.getByText('You seem to be offline.').first().waitFor();
  await page.context().setOffline(false);
  await page.getByText('In titles, people, reviewers and the words of all').waitFor();
  assert.equal(await retry(page).count(), 0);
  assert.ok((await films(page)).includes(FILM.title));
});

const DAMAGED = 'Parts of this film’s file are damaged and were left out; the rest is here';
/** Opens the page of Sound of Metal with its file changed, and gives what is said of it. */
async function damaged(page, change, path = `film/${FILM.slug}`) {
  await alterJson(page, FILM_FILE, (json) => change(json.reviews.find((review) => review.reviewer === 'matinee'), json));
  await open(page, path);
  const notice = notices(page, DAMAGED);
  await notice.waitFor();
  assert.deepEqual((await articles(page)).length, path.startsWith('film') ? FILM.reviews.length : 0);
  return (await notice.getByRole('listitem').allInnerTexts());
}
const MATINEE = FILM.reviews.findIndex((review) => review.reviewer === 'matinee');
const matinee = FILM.reviews[MATINEE];
const matineeOn = (page) => page.getByRole('article', { name: 'Matinee' }).getByRole('list', { name: 'Where it stands' }).getByRole('listitem').allInnerTexts();
const spoken = (review) => ASPECTS.filter((aspect) => stance(review, aspect)).map(label);

visit('a claim on an unknown aspect is left out and listed, and its review is there', async (page) => {
  const said = await damaged(page, (review) => { review.claims[0].aspect = 'actng'; });
  assert.deepEqual(said, [`$.reviews[${MATINEE}].claims[0].aspect: found “actng”, expected an aspect of the list ${ASPECTS.join(', ')} (did you mean “acting”?)`]);
  assert.deepEqual(await matineeOn(page), spoken({ claims: matinee.claims.slice(1) }));
  await page.getByText('Like a hand on the collar').waitFor();
});

visit('a grade that cannot be read is left out and listed, and its review stands among the unscored', async (page) => {
  const said = await damaged(page, (review) => { review.grade = 'three stars'; });
  assert.equal(said.length, 1);
  assert.match(said[0], new RegExp(`^\\$\\.reviews\\[${MATINEE}\\]\\.grade: found “three stars”, expected `));
  const text = await page.getByRole('article', { name: 'Matinee' }).innerText();
  assert.match(text, /No score given/);
  assert.doesNotMatch(text, /of 100/);
  await page.getByRole('radio', { name: 'Show only them' }).check();
  await eventually(page, async () => assert.ok((await articles(page)).includes('Matinee')));
});

visit('a claim whose quote is not in the body is left out and listed', async (page) => {
  const said = await damaged(page, (review) => { review.claims[1].quote = 'Nobody wrote this.'; });
  assert.deepEqual(said, [`$.reviews[${MATINEE}].claims[1].quote: found “Nobody wrote this.”, expected a run of words that stands in one block of this review's body, letter for letter`]);
  assert.deepEqual(await matineeOn(page), spoken({ claims: matinee.claims.filter((_, at) => at !== 1) }));
  assert.ok(!(await shown(page)).replace(said[0], '').includes('Nobody wrote this.'));
});

visit('a damaged claim is left out of the comparison too', async (page) => {
  const pacing = (claim) => claim.aspect === 'pacing';
  const said = await damaged(page, (_, json) => {
    json.reviews.find((review) => review.id === 'sound-of-metal-b').claims.find(pacing).quote = 'Nobody wrote this.';
  }, 'compare/sound-of-metal');
  assert.equal(said.length, 1);
  const row = page.getByRole('row').filter({ has: page.getByRole('rowheader', { name: /^Pacing/ }) });
  assert.match(await row.getByRole('rowheader').textContent(), /Pacing\s+Qualified/);
  assert.equal(await row.getByRole('gridcell').nth(1).textContent(), 'silent');
});

visit('a review that cannot be read at all is left out and listed, and the others are there', async (page) => {
  await alterJson(page, FILM_FILE, (json) => {
    json.reviews[MATINEE] = { id: 7 };
    json.reviews[0].body.forEach((block) => { block.spoiler = 9; });
    json.releases[0].date = '2019-02-30';
    json.certificate.code = 'Z';
  });
  await open(page, `film/${FILM.slug}`);
  const said = await notices(page, DAMAGED).innerText();
  assert.match(said, /\$\.certificate\.code: found “Z”, expected an MPA certificate/);
  assert.match(said, /\$\.releases\[0\]\.date: found “2019-02-30”, expected a date that exists/);
  assert.match(said, /\$\.reviews\[0\]\.body\[0\]\.spoiler: found 9, expected a spoiler level/);
  assert.match(said, /And \d+ more\./);
  assert.deepEqual((await articles(page)).toSorted(), FILM.reviews.filter((_, at) => at !== MATINEE).map(nameOf).toSorted());
  const unknown = page.getByRole('article', { name: nameOf(FILM.reviews[0]) });
  assert.ok(!(await unknown.innerText()).includes(FILM.reviews[0].body.at(-1).text), 'an unknown spoiler level is taken for the ending');
});

visit('markup in the data is shown as the text that it is', async (page) => {
  await alterJson(page, FILM_FILE, (json) => {
    json.synopsis = '<img src=x onerror="globalThis.evil = 1"> & <b>bold</b>';
    json.reviews[MATINEE].source = { note: 'A note', by: null, outlet: null, url: 'javascript:globalThis.evil=1' };
  });
  await open(page, `film/${FILM.slug}`);
  await page.getByText('<img src=x onerror="globalThis.evil = 1"> & <b>bold</b>').waitFor();
  assert.equal(await page.evaluate(() => globalThis.evil), undefined);
  assert.equal(await page.getByRole('link', { name: 'Read the original' }).count(), 0);
  await settled(page);
});
