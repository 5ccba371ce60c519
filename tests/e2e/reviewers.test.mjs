// The pages about reviewers, about the site, and about what is not there.
import assert from 'node:assert/strict';
import { ASPECTS, FILMS, REVIEWERS, label, score, stance, titleKey } from './data.mjs';
import { BASE, address, articles, becomes, each, films, heading, open, shown, visit } from './support.mjs';

const reviewsBy = (reviewer) => FILMS.flatMap((film) => film.reviews.filter((review) => review.reviewer === reviewer.slug).map((review) => ({ film, review })));
const counted = (count) => (count === 1 ? '1 review' : `${count} reviews`);
const section = (page, name) => page.getByRole('heading', { level: 2, name }).locator('xpath=..');

visit('every reviewer is listed by kind, with the number of reviews', async (page) => {
  await open(page, 'reviewers');
  assert.equal(await heading(page).innerText(), 'Reviewers');
  const groups = { 'House columns': 'house', Critics: 'person', Unsigned: 'unsigned' };
  for (const [name, kind] of Object.entries(groups)) {
    const expected = REVIEWERS.filter((it) => it.kind === kind).sort((one, other) => (titleKey({ title: one.name }) < titleKey({ title: other.name }) ? -1 : 1));
    const rows = section(page, name).getByRole('listitem');
    assert.deepEqual(await rows.getByRole('link').allTextContents(), expected.map((it) => it.name));
    for (const reviewer of expected) {
      const row = rows.filter({ has: page.getByRole('link', { name: reviewer.name, exact: true }) });
      assert.ok((await row.innerText()).includes(counted(reviewsBy(reviewer).length)), reviewer.name);
    }
  }
  await page.getByRole('link', { name: 'Second Viewing' }).click();
  await heading(page).filter({ hasText: 'Second Viewing' }).waitFor();
  assert.equal(address(page), 'reviewer/second-viewing');
});

visit('a reviewer’s page has the reviews, the habits and the way to each review', async (page) => {
  await each([['matinee', 'matinee'], ['no grades', 'the-cutting-room'], ['one review', 'ray-schillaci']], async (slug) => {
    const reviewer = REVIEWERS.find((it) => it.slug === slug);
    await open(page, `reviewer/${slug}`);
    assert.equal(await heading(page).innerText(), reviewer.name);
    await page.getByText(reviewer.about).waitFor();
    const reviews = reviewsBy(reviewer);
    const list = section(page, counted(reviews.length));
    assert.deepEqual((await list.getByRole('heading', { level: 3 }).allTextContents()).sort(), reviews.map(({ film }) => `${film.title} ${film.year}`).sort());
    for (const { film, review } of reviews) {
      const row = await list.getByRole('listitem').filter({ has: page.getByRole('link', { name: film.title, exact: true }) }).first().innerText();
      assert.ok(row.includes(review.grade ?? 'No grade'), `${film.title}: ${row}`);
      assert.ok(row.includes(review.headline), review.headline);
    }
    const habits = await section(page, 'What they write on').getByRole('listitem').allTextContents();
    const expected = ASPECTS.map((aspect) => [aspect, reviews.map(({ review }) => stance(review, aspect))]).filter(([, stances]) => stances.some(Boolean))
      .map(([aspect, stances]) => {
        const count = (value) => stances.filter((it) => it === value).length;
        return `${label(aspect)}${stances.filter(Boolean).length} of ${stances.length}: ${count('positive')} positive, ${count('mixed')} mixed, ${count('negative')} negative`;
      });
    assert.deepEqual(habits, expected);
    const scored = reviews.filter(({ review }) => score(review.grade) !== null);
    const grades = await section(page, 'How they grade').innerText();
    for (const { review } of scored) assert.ok(grades.includes(review.grade), review.grade);
    if (!scored.length) assert.match(grades, /No review gives a score\./);
    const { film } = reviews[0];
    await list.getByRole('link', { name: film.title, exact: true }).click();
    await becomes(page, () => articles(page), [reviewer.name]);
    assert.equal(address(page), `film/${film.slug}?reviewer=${slug}`);
  });
});

visit('the page about the site says how scores, marks and agreement are worked out', async (page) => {
  await open(page, 'about');
  assert.equal(await heading(page).innerText(), 'About Crosscut');
  const rows = await page.getByRole('table', { name: 'Grades and their scores' }).getByRole('row').allInnerTexts();
  const scores = Object.fromEntries(rows.slice(1).map((row) => row.split('\t')));
  assert.ok(Object.keys(scores).length >= 10);
  for (const [grade, shown] of Object.entries(scores)) assert.equal(shown, String(score(grade) ?? 'unscored'), grade);
  assert.deepEqual(await page.getByRole('term').allTextContents(), ['Split', 'Qualified', 'Consensus', 'Lone voice', 'Silent']);
  for (const mark of ['positive', 'mixed', 'negative', 'mixed, hedged', 'silent']) await page.getByRole('img', { name: mark, exact: true }).waitFor();
});

visit('an address that nothing stands at is answered with 404 and a search that leads on', async (page) => {
  const answer = await open(page, 'no/such/page');
  assert.equal(answer.status(), 404);
  assert.equal(await heading(page).innerText(), 'There is no page here');
  await page.getByText('Nothing stands at “/no/such/page”.').waitFor();
  await page.getByRole('link', { name: 'All reviewers' }).waitFor();
  const search = page.getByRole('searchbox', { name: 'Search films, people and the words of reviews' });
  await search.fill('stalker');
  await search.press('Enter');
  await becomes(page, () => films(page), ['Stalker']);
  assert.equal(address(page), '?q=stalker');
  await page.goBack();
  await heading(page).filter({ hasText: 'There is no page here' }).waitFor();
  await page.getByRole('link', { name: 'All films' }).click();
  await becomes(page, async () => (await films(page)).length, FILMS.length);
});

const MISSPELT = [
  ['film', 'film/sound-of-metl', 'No such film', 'No film here is called “sound-of-metl”.', 'Sound of Metal'],
  ['comparison', 'compare/parasit', 'No such film', 'No film here is called “parasit”.', 'Parasite'],
  ['reviewer', 'reviewer/matinees', 'No such reviewer', 'Nobody here is called “matinees”.', 'Matinee'],
];
visit('a film or a reviewer that is not there is said so, and the nearest is offered', async (page) => {
  await each(MISSPELT, async (wrong, title, said, near) => {
    await open(page, wrong);
    assert.equal(await heading(page).innerText(), title);
    await page.getByText(said).waitFor();
    assert.match(await shown(page), /Did you mean:/);
    assert.equal(await page.title(), `${title} · Crosscut`);
    await page.getByRole('main').getByRole('link', { name: near, exact: true }).click();
    await heading(page).filter({ hasText: near }).waitFor();
  });
});

visit('only the app’s own addresses are answered with 200', async (page) => {
  const status = async (path) => (await page.request.get(BASE + path, { maxRedirects: 0 })).status();
  for (const path of ['', 'film/heat', 'compare/heat', 'reviewers', 'reviewers/compare', 'reviewer/matinee', 'about', 'data/index.json', 'robots.txt']) assert.equal(await status(path), 200, path);
  for (const path of ['nowhere', 'film', 'reviewers/matinee', 'library', 'data/nothing.json', '_headers']) assert.equal(await status(path), 404, path);
});
