// Addresses that cannot be what they say: each part that cannot be used is said plainly, the rest counts.
import assert from 'node:assert/strict';
import { FILMS, film } from './data.mjs';
import { BASE, ROOT, address, articles, becomes, each, films, heading, open, shown, visit } from './support.mjs';

const SLUG = 'film/sound-of-metal';
const REVIEWS = film('sound-of-metal').reviews.length;
const notice = (page) => page.getByRole('status').filter({ hasText: 'Part of the address could not be used' });
const lines = async (page) => {
  await notice(page).waitFor();
  return notice(page).getByRole('listitem').allInnerTexts();
};
const SORTS = 'match, title, year, score, reviews, contested';
const RANGE = 'a whole number from 0 to 100';

const IN_THE_CATALOGUE = [
  ['an unknown parameter', 'colour=red', ['This page has no parameter “colour”; it was left out.']],
  ['an unknown order', 'sort=best', [`“best” was left out of “sort”, which takes one of ${SORTS}.`]],
  ['scores that are none', 'min=low&max=101', [`“low” was left out of “min”, which takes ${RANGE}.`, `“101” was left out of “max”, which takes ${RANGE}.`]],
  ['a score with a sign', 'min=-5', [`“-5” was left out of “min”, which takes ${RANGE}.`]],
  ['a range that ends below its start', 'min=80&max=20', ['The score range from 80 to 20 ends below its start, so it was left out.']],
  ['values that no film has', 'genre=western&decade=1890s&director=nobody&certificate=XXX&reviewer=someone', [
    'Nothing here has “western” as its genre, so it was left out.', 'Nothing here has “1890s” as its decade, so it was left out.',
    'Nothing here has “nobody” as its director, so it was left out.', 'Nothing here has “XXX” as its certificate, so it was left out.',
    'Nothing here has “someone” as its reviewer, so it was left out.',
  ]],
  ['a switch that is neither on nor off', 'split=maybe', ['“maybe” was left out of “split”, which takes “yes” or nothing.']],
  ['a broken percent escape', 'q=%zz', ['“q=%zz” has a broken percent escape and was left out.']],
  ['bytes that are no text', 'q=%ff%fe', ['“q=%ff%fe” has a broken percent escape and was left out.']],
  ['a parameter twice', 'sort=title&sort=year', ['“sort” is there more than once; the first counts.']],
];
visit('what the catalogue’s address asks for and cannot be is left out and said', async (page) => {
  await each(IN_THE_CATALOGUE, async (query, expected) => {
    await open(page, `?${query}`);
    assert.deepEqual(await lines(page), expected);
    assert.equal((await films(page)).length, FILMS.length, 'all films are there');
    await page.getByRole('searchbox').fill('stalker');
    await becomes(page, () => films(page), ['Stalker']);
    await becomes(page, () => address(page), '?q=stalker', 'what could not be used is gone with the next choice');
    assert.equal(await notice(page).getByRole('listitem').count(), 0);
  });
});

const OF_A_FILM = [
  ['unknown words', 'stance=great&aspect=colour&unscored=maybe&sort=best', [
    '“maybe” was left out of “unscored”, which takes one of include, exclude, only.',
    '“great” was left out of “stance”, which takes one of positive, mixed, negative.',
    '“colour” was left out of “aspect”, which takes one of story, theme, acting, direction, writing, cinematography, sound, editing, pacing, production-design, effects, representation, overall, audience.',
    '“best” was left out of “sort”, which takes one of score, date, reviewer, length.',
  ]],
  ['reviewers and outlets that the film does not have', 'reviewer=second-viewing,nobody&outlet=the-times&pick=heat-matinee', [
    'Nothing here has “second-viewing” as its reviewer, so it was left out.', 'Nothing here has “nobody” as its reviewer, so it was left out.',
    'Nothing here has “the-times” as its outlet, so it was left out.', 'Nothing here has “heat-matinee” as its pick, so it was left out.',
  ]],
  ['a reviewer that cannot be one', 'reviewer=Not+a+slug!', ['“Not a slug!” was left out of “reviewer”, which takes slugs parted by commas.']],
  ['a range that ends below its start', 'min=70&max=60', ['The score range from 70 to 60 ends below its start, so it was left out.']],
  ['an unknown parameter', 'foo=1&bar=2', ['This page has no parameter “foo”; it was left out.', 'This page has no parameter “bar”; it was left out.']],
  ['a broken percent escape', 'aspect=%E0%A4%A', ['“aspect=%E0%A4%A” has a broken percent escape and was left out.']],
];
visit('what a film’s address asks for and cannot be is left out and said', async (page) => {
  await each(OF_A_FILM, async (query, expected) => {
    await open(page, `${SLUG}?${query}`);
    assert.deepEqual(await lines(page), expected);
    assert.equal((await articles(page)).length, REVIEWS, 'all reviews are there');
  });
});

visit('of a list the values that are known count', async (page) => {
  await open(page, `${SLUG}?reviewer=nobody,matinee`);
  assert.deepEqual(await articles(page), ['Matinee']);
  assert.deepEqual(await lines(page), ['Nothing here has “nobody” as its reviewer, so it was left out.']);
});

const NOWHERE = ['film/Sound%20of%20Metal!', 'film/a--b', 'compare/%2e%2e', 'reviewer/', 'film/%00', 'film/sound-of-metal/more', '%F0%9F%8E%AC'];
visit('nothing stands at an address that no film can have, and the page says so', async (page) => {
  await open(page);
  await each(NOWHERE.map((path) => [path, path]), async (path) => {
    await page.evaluate((href) => { document.querySelector('nav a').setAttribute('href', href); }, ROOT + path);
    await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Films' }).click();
    await heading(page).filter({ hasText: /^(There is no page here|No such film|Reviewers|Film reviews)/ }).waitFor();
    await page.getByRole('searchbox').waitFor();
    await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'About' }).click();
    await heading(page).filter({ hasText: 'About' }).waitFor();
  });
});

visit('a path with a broken percent escape is no page, whoever hosts the site', async (page) => {
  const path = `${ROOT}film/%zz`;
  await page.route((url) => url.pathname === path, async (route) => route.fulfill({ response: await route.fetch({ url: BASE }) }));
  await open(page, 'film/%zz');
  assert.equal(await heading(page).innerText(), 'There is no page here');
  await page.getByText('Nothing stands at “/film/%zz”.').waitFor();
});

const LONG = 100_000;
const ENDLESS = [
  ['a search', `?q=${'x'.repeat(LONG)}`, '“q” is longer than 200 characters and was left out.'],
  ['a list of genres', `?genre=${'drama,'.repeat(LONG / 6)}`, 'Only the first 40 of “genre” were read.'],
  ['parameters', `?${'a=1&'.repeat(LONG / 4)}`, 'Only the first 60 of “parameters” were read.'],
  ['percent signs', `?q=${'%'.repeat(LONG)}`, 'has a broken percent escape and was left out.'],
  ['a name', `?${'n'.repeat(LONG)}=1`, 'it was left out.'],
];
visit('100 kB in the address harm nothing', async (page) => {
  await each(ENDLESS, async (path, expected) => {
    await open(page, path);
    const said = await notice(page).innerText();
    assert.ok(said.includes(expected), said.slice(0, 400));
    assert.ok(said.length < 2_000, 'what is said is short');
    assert.ok((await films(page)).length > 0);
    await page.getByRole('checkbox', { name: /^Animation/ }).check();
    await page.getByRole('link', { name: 'Spirited Away' }).click();
    await heading(page).filter({ hasText: 'Spirited Away' }).waitFor();
  });
});

visit('100 kB in a path or in a list of reviews harm nothing', async (page) => {
  await open(page, `film/${'x'.repeat(LONG)}`);
  assert.match(await heading(page).innerText(), /^(No such film|There is no page here)$/);
  assert.ok((await shown(page)).length < 2_000);
  await open(page, `compare/heat?reviews=${'heat-matinee,'.repeat(LONG / 13)}`);
  await page.getByRole('grid').waitFor();
  assert.ok((await notice(page).innerText()).length < 2_000);
});

visit('what mail programs and networks add to links is no mistake', async (page) => {
  await open(page, '?utm_source=letter&fbclid=abc&q=stalker');
  assert.deepEqual(await films(page), ['Stalker']);
  assert.equal(await notice(page).count(), 0);
});

visit('markup in an address is shown as the text that it is', async (page) => {
  await open(page, `?q=${encodeURIComponent('<img src=x onerror=alert(1)>')}&${encodeURIComponent('<b>')}=1`);
  await page.getByText('This page has no parameter “<b>”; it was left out.').waitFor();
  assert.equal(await page.getByRole('searchbox').inputValue(), '<img src=x onerror=alert(1)>');
  assert.equal(await page.getByRole('main').locator('img').count(), 0);
});
