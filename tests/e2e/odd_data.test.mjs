// Data sets that no one thinks of: empty, tiny, huge, in any writing.
import assert from 'node:assert/strict';
import { FILMS } from './data.mjs';
import { BASE, FILM_FILE, INDEX, alterJson, articles, becomes, eventually, films, framed, heading, open, shown, visit } from './support.mjs';
import { overflow } from './look.mjs';

/** Answers with an index that has these films, made of the first one of the real one. */
const withFilms = (page, make) => alterJson(page, INDEX, (index) => { index.films = make(index.films.find((film) => film.slug === 'heat')); });

visit('a site without films says so', async (page) => {
  await withFilms(page, () => []);
  await open(page);
  await page.getByText('There are no films here yet.').waitFor();
  assert.deepEqual(await films(page), []);
  await open(page, 'reviewers');
  await page.getByRole('main').getByRole('link', { name: 'Matinee' }).first().click();
  await heading(page).filter({ hasText: 'Matinee' }).waitFor();
  assert.match(await shown(page), /0 reviews/);
});

visit('a site with one film works', async (page) => {
  await withFilms(page, (heat) => [heat]);
  await open(page);
  assert.deepEqual(await films(page), ['Heat']);
  assert.match(await shown(page), /1 film and 5 reviews/);
  await page.getByRole('link', { name: 'Heat' }).click();
  await heading(page).filter({ hasText: 'Heat' }).waitFor();
  await eventually(page, async () => assert.equal((await articles(page)).length, 5));
});

visit('a film without reviews says so, on its card, its page and its comparison', async (page) => {
  const none = (film) => { film.reviews = []; };
  await withFilms(page, (heat) => [{ ...heat, reviews: [] }]);
  await alterJson(page, FILM_FILE, none);
  await framed(page);
  await open(page);
  assert.match(await page.getByRole('region', { name: 'Films' }).innerText(), /0 reviews/);
  await open(page, 'film/heat');
  await page.getByText('No one has reviewed this film here yet.').waitFor();
  await open(page, 'compare/heat');
  await page.getByText('A comparison takes at least two reviews.').waitFor();
});

visit('five hundred films are listed, searched and filtered', async (page) => {
  await withFilms(page, (heat) => Array.from({ length: 500 }, (_, at) => ({ ...heat, slug: `film-${at}`, title: `Film ${at}`, year: 1920 + (at % 100) })));
  await open(page);
  const counted = page.getByRole('status').getByText('500 films', { exact: true });
  await counted.waitFor();
  await page.getByRole('searchbox').fill('499');
  await becomes(page, () => films(page), ['Film 499']);
  await page.getByRole('searchbox').fill('');
  await counted.waitFor();
  await becomes(page, async () => (await films(page))[0], 'Film 0');
});

const TITLES = ['花樣年華', '東京物語：完全版', 'المومياء', 'הסודות', '🎬🎞️ Popcorn 🍿', 'Ångström’s “Ünïcødé”', 'n'.repeat(120)];
for (const [device, viewport] of [['phone', { width: 390, height: 800 }], ['desktop', { width: 1280, height: 800 }]]) {
  visit(`titles of any writing are shown, found and fit, on a ${device}`, { viewport }, async (page) => {
    await withFilms(page, (heat) => TITLES.map((title, at) => ({ ...heat, slug: `film-${at}`, title })));
    await open(page);
    assert.deepEqual((await films(page)).toSorted(), TITLES.toSorted());
    assert.equal(await overflow(page), null);
    for (const title of TITLES) {
      await page.getByRole('searchbox').fill([...title].slice(0, 3).join(''));
      await eventually(page, async () => assert.ok((await films(page)).includes(title), title));
    }
    await page.getByRole('searchbox').fill('المومياء');
    await becomes(page, () => films(page), ['المومياء']);
    const arabic = page.getByRole('heading', { level: 3, name: 'المومياء' });
    assert.equal(await arabic.evaluate((it) => getComputedStyle(it).direction), 'rtl');
  });
}

visit('a film with a slug that leads elsewhere is left out and told', async (page) => {
  const slugs = ['../../etc/passwd', 'https://example.org', '..', 'a b', ''];
  const asked = [];
  page.on('request', (request) => asked.push(request.url()));
  await withFilms(page, (heat) => [heat, ...slugs.map((slug) => ({ ...heat, slug, title: `At ${slug}` }))]);
  await open(page);
  assert.deepEqual(await films(page), ['Heat']);
  for (const slug of slugs.filter(Boolean)) assert.match(await shown(page), new RegExp(slug.replaceAll('.', '\\.')));
  assert.ok(asked.every((url) => url.startsWith(BASE) && !url.includes('..')), asked.join(' '));
});
