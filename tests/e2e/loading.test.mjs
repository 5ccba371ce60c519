// What is fetched, and when; and what shows while it is on its way.
import assert from 'node:assert/strict';
import { FILMS } from './data.mjs';
import {
  BASE, FAILED_REQUEST, FILM_FILE, INDEX, articles, becomes, eventually, films, focused, framed, heading, hold, open, settled, shown, visit,
} from './support.mjs';

const forgives = [FAILED_REQUEST];
const filmFile = (slug) => new RegExp(`/data/films/${slug}[^/]*\\.json`);
const nav = (page, name) => page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name });
const retry = (page) => page.getByRole('alert').getByRole('button', { name: 'Try again' });
/** The requests for films' files, from now on. */
function filmFiles(page) {
  const asked = [];
  page.on('request', (request) => { if (FILM_FILE.test(request.url())) asked.push(new URL(request.url()).pathname); });
  return asked;
}

visit('the index is asked for once, however many pages are seen', async (page) => {
  const asked = [];
  page.on('request', (request) => { if (INDEX.test(request.url())) asked.push(request.url()); });
  await open(page);
  await nav(page, 'Reviewers').click();
  await page.getByRole('link', { name: 'Matinee' }).click();
  await nav(page, 'About').click();
  await nav(page, 'Films').click();
  await becomes(page, async () => (await films(page)).length, FILMS.length);
  assert.equal(asked.length, 1);
});

visit('a film’s file is asked for when a link to it is near, and not again', async (page) => {
  const asked = filmFiles(page);
  await open(page);
  assert.deepEqual(asked, [], 'the catalogue needs none');
  const link = (name) => page.getByRole('link', { name });
  await link('Heat').hover();
  const count = (slug) => asked.filter((path) => filmFile(slug).test(path)).length;
  await eventually(page, () => assert.equal(count('heat'), 1));
  await link('Parasite').focus();
  await eventually(page, () => assert.equal(count('parasite'), 1));
  await link('Heat').click();
  await page.getByRole('article').first().waitFor();
  await page.getByRole('link', { name: 'Compare the four that differ most' }).click();
  await page.getByRole('grid').waitFor();
  await page.goBack();
  await page.getByRole('article').first().waitFor();
  assert.deepEqual(asked.filter((path, at) => asked.indexOf(path) !== at), []);
});

visit('a film’s file is asked for when its page is opened', async (page) => {
  const asked = filmFiles(page);
  await open(page, 'film/stalker');
  assert.equal(asked.length, 1);
  assert.match(asked[0], filmFile('stalker'));
});

visit('other pages ask for no film’s file', async (page) => {
  const asked = filmFiles(page);
  for (const path of ['reviewers', 'reviewer/matinee', 'about', 'film/none-such', 'nowhere']) await open(page, path);
  assert.deepEqual(asked, []);
});

visit('a region is busy for as long as it waits for the index', async (page) => {
  const letGo = await hold(page, INDEX);
  await page.goto(`${BASE}?sort=year`);
  await heading(page).filter({ hasText: 'Film reviews' }).waitFor();
  const busy = () => page.getByRole('main').locator('[aria-busy=true]').count();
  assert.equal(await busy(), 1);
  await nav(page, 'About').click();
  await heading(page).filter({ hasText: 'About Crosscut' }).waitFor();
  assert.equal(await busy(), 0, 'what needs no data does not wait');
  for (const name of ['Reviewers', 'Films']) {
    await nav(page, name).click();
    await eventually(page, async () => assert.equal(await busy(), 1, name));
  }
  letGo();
  await becomes(page, async () => (await films(page)).length, FILMS.length);
  assert.equal(await busy(), 0);
});

visit('while a film’s file is on its way, what the index has is there and works', async (page) => {
  await framed(page);
  const letGo = await hold(page, FILM_FILE);
  await page.goto(`${BASE}film/sound-of-metal`);
  await page.getByRole('article', { name: 'Matinee' }).waitFor();
  assert.equal(await heading(page).innerText(), 'Sound of Metal');
  assert.equal(await page.getByRole('article', { name: 'Matinee' }).getAttribute('aria-busy'), 'true');
  const matinee = page.getByRole('checkbox', { name: 'Matinee' });
  await matinee.check();
  await becomes(page, () => articles(page), ['Matinee']);
  await page.getByRole('button', { name: 'Pick to compare: Matinee' }).focus();
  letGo();
  await settled(page);
  await page.getByText('A drummer who lives and tours').waitFor();
  assert.deepEqual(await articles(page), ['Matinee']);
  assert.ok(await matinee.isChecked());
  assert.notEqual((await focused(page)).split(':')[0], 'body', 'the focus is not lost when the words arrive');
});

visit('nothing moves when the words of a film arrive', async (page) => {
  await framed(page);
  const letGo = await hold(page, FILM_FILE);
  await page.goto(`${BASE}film/heat`);
  await page.getByRole('article').first().waitFor();
  const before = await heading(page).boundingBox();
  letGo();
  await settled(page);
  assert.deepEqual(await heading(page).boundingBox(), before);
});

visit('a film’s file that takes long is said to, and can be asked for again', { forgives }, async (page) => {
  await page.clock.install();
  await framed(page);
  await hold(page, FILM_FILE, { times: 1 });
  await page.goto(`${BASE}film/heat`);
  await page.getByRole('article').first().waitFor();
  assert.equal(await page.getByRole('alert').getByRole('heading').count(), 0);
  await page.clock.fastForward(6_500);
  await page.getByRole('alert').getByRole('heading', { name: 'The film’s file is taking long to arrive' }).waitFor();
  await page.getByRole('alert').getByText('The connection is slow; it is still on its way.').waitFor();
  assert.match(await shown(page), /What stands below is from the list of films, and works/);
  await retry(page).click();
  await settled(page);
  await page.getByText('In Los Angeles a disciplined thief').waitFor();
  assert.equal(await page.getByRole('alert').getByRole('heading').count(), 0);
});

visit('a film’s file that does not come is given up after 30 seconds', { forgives }, async (page) => {
  await page.clock.install();
  await framed(page);
  await hold(page, FILM_FILE, { times: 1 });
  await page.goto(`${BASE}compare/heat`);
  await heading(page).filter({ hasText: 'Heat, reviews compared' }).waitFor();
  await page.clock.fastForward(31_000);
  await page.getByText('The server did not answer within 30 seconds.').waitFor();
  await retry(page).click();
  await page.getByRole('grid').waitFor();
});

visit('an index that takes long is said to, and can be asked for again', { forgives }, async (page) => {
  await page.clock.install();
  await hold(page, INDEX, { times: 1 });
  await page.goto(`${BASE}?sort=year`);
  await heading(page).filter({ hasText: 'Film reviews' }).waitFor();
  await page.clock.fastForward(6_500);
  await page.getByRole('alert').getByRole('heading', { name: 'The list of films is taking long to arrive' }).waitFor();
  await retry(page).focus();
  await page.keyboard.press('Enter');
  await becomes(page, async () => (await films(page)).length, FILMS.length);
  assert.notEqual((await focused(page)).split(':')[0], 'body', 'the focus has not gone with the button');
});
