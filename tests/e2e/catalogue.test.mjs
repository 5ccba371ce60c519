// The catalogue: cards, search, facets with their counts, orders, and the address that holds it all.
import assert from 'node:assert/strict';
import { FACETS, FILMS, average, contention, titleKey } from './data.mjs';
import { listed } from './comparison.mjs';
import { INDEX, address, alterJson, becomes, each, films, focused, open, settled, shown, visit } from './support.mjs';

const byTitle = (one, other) => titleKey(one).localeCompare(titleKey(other));
const ALL = FILMS.toSorted(byTitle);
const titles = (list) => list.map((film) => film.title);
const search = (page) => page.getByRole('searchbox', { name: 'Search films, people and the words of reviews' });
const group = (page, facet) => page.getByRole('group', { name: facet, exact: true });
const option = (page, facet, value) => group(page, facet).getByRole('checkbox', { name: new RegExp(`^${value} \\d+$`) });
const status = (page) => page.getByRole('region', { name: 'Films' }).getByRole('status').innerText();
const chip = (page, label) => page.getByRole('list', { name: 'Active filters' }).getByRole('link', { name: `Remove ${label}` });
const counted = (count, noun) => (count === 1 ? `1 ${noun}` : `${count} ${noun}s`);

/** The options of a facet with their counts, as shown. */
const options = (page, facet) => group(page, facet).getByRole('checkbox').evaluateAll((all) => Object.fromEntries(all.map((box) => {
  const [, label, count] = box.labels[0].children;
  return [label.textContent, Number(count.textContent)];
})));

/** The options of a facet with their counts, as they should be among these films. */
function expectedOptions(facet, among) {
  const values = [...new Set(FILMS.flatMap(FACETS[facet]))];
  return Object.fromEntries(values.map((value) => [value, among.filter((film) => FACETS[facet](film).includes(value)).length]));
}

visit('every film has a card with its year, directors, reviews and splits', async (page) => {
  await open(page);
  await becomes(page, () => films(page), titles(ALL));
  assert.equal(await status(page), counted(FILMS.length, 'film'));
  const count = FILMS.reduce((sum, film) => sum + film.reviews.length, 0);
  await page.getByText(`${counted(FILMS.length, 'film')} and ${counted(count, 'review')}`).waitFor();
  for (const film of FILMS) {
    const text = await page.getByRole('link', { name: film.title }).innerText();
    const { splits } = contention(film);
    const facts = [
      `${film.year} · ${listed(film.directors)}`,
      `${counted(film.reviews.length, 'review')}, average ${average(film)}`,
      splits > 1 ? `and ${splits - 1} more` : splits === 1 ? 'split on' : 'no split',
    ];
    for (const fact of facts) assert.ok(text.includes(fact), `“${fact}” is not in: ${text}`);
  }
});

visit('no two title cards are alike, and assistive technology does not hear of them', async (page) => {
  await open(page);
  await becomes(page, async () => (await films(page)).length, FILMS.length);
  const cards = await page.getByRole('region', { name: 'Films' }).locator('svg').evaluateAll((all) => all.map((svg) => [svg.getAttribute('aria-hidden'), svg.innerHTML]));
  assert.equal(cards.length, FILMS.length);
  assert.ok(cards.every(([hidden]) => hidden === 'true'));
  assert.equal(new Set(cards.map(([, drawing]) => drawing)).size, FILMS.length);
});

visit('the search finds titles, people and reviewers with every key, whatever the accents', async (page) => {
  await open(page);
  const entries = await page.evaluate(() => history.length);
  for (const [text, expected] of [
    ['stalker', ['Stalker']],
    ['CLEO', ['Cléo from 5 to 7']],
    ['varda 1962', ['Cléo from 5 to 7']],
    ['cooke', ['Sound of Metal']],
    ['schillaci', ['Sound of Metal']],
    ['reviewer:cutting', titles(ALL.filter((film) => film.reviews.some((review) => review.reviewer === 'the-cutting-room')))],
    ['  ', titles(ALL)],
  ]) {
    await search(page).fill('');
    await search(page).pressSequentially(text);
    await becomes(page, () => films(page), expected, text);
    assert.equal(await search(page).inputValue(), text, 'what is typed stays as typed');
  }
  // Keys that come faster than their answers can be drawn, the last of them a space.
  await search(page).fill('');
  await search(page).evaluate((field) => {
    for (const text of ['v', 'va', 'varda ']) {
      field.value = text;
      field.dispatchEvent(new InputEvent('input', { bubbles: true }));
    }
  });
  await becomes(page, () => address(page), '?q=varda');
  await becomes(page, () => films(page), ['Cléo from 5 to 7']);
  assert.equal(await search(page).inputValue(), 'varda ', 'the space stays');
  await search(page).pressSequentially('1962');
  await becomes(page, () => address(page), '?q=varda+1962');

  await search(page).fill('');
  await search(page).press('h');
  await becomes(page, () => address(page), '?q=h');
  await search(page).press('e');
  await becomes(page, () => address(page), '?q=he');
  assert.equal(await page.evaluate(() => history.length), entries, 'typing makes no entries in the history');
  await chip(page, 'Search: he').click();
  await becomes(page, () => search(page).inputValue(), '');
  await becomes(page, () => films(page), titles(ALL));
});

visit('every facet counts its films, and each of its values narrows to just them', async (page) => {
  await open(page);
  await each(Object.keys(FACETS).map((facet) => [facet, facet]), async (facet) => {
    const all = expectedOptions(facet, FILMS);
    assert.deepEqual(await options(page, facet), all);
    for (const [value, count] of Object.entries(all)) {
      const expected = ALL.filter((film) => FACETS[facet](film).includes(value));
      await option(page, facet, value).check();
      await becomes(page, () => films(page), titles(expected), value);
      assert.equal(expected.length, count);
      await option(page, facet, value).uncheck();
      await becomes(page, () => films(page), titles(ALL), value);
    }
  });
});

visit('values of one facet widen, facets narrow each other, and all counts follow', async (page) => {
  await open(page);
  await option(page, 'Genre', 'Drama').check();
  await option(page, 'Genre', 'Music').check();
  const chosen = ALL.filter((film) => film.genres.some((genre) => ['drama', 'music'].includes(genre)));
  await becomes(page, () => films(page), titles(chosen));
  await option(page, 'Certificate', 'R').check();
  const rated = chosen.filter((film) => film.certificate?.code === 'R');
  await becomes(page, () => films(page), titles(rated));
  assert.equal(await status(page), `${rated.length} of ${counted(FILMS.length, 'film')}`);
  for (const facet of ['Decade', 'Director', 'Reviewer']) assert.deepEqual(await options(page, facet), expectedOptions(facet, rated), facet);
  assert.deepEqual(await options(page, 'Certificate'), expectedOptions('Certificate', chosen));
  assert.deepEqual(await options(page, 'Genre'), expectedOptions('Genre', ALL.filter((film) => film.certificate?.code === 'R')));
  assert.equal(address(page), '?genre=drama,music&certificate=R');
});

visit('the score range narrows by the average, by pointer and by keys', async (page) => {
  await open(page);
  const lowest = page.getByRole('slider', { name: 'Lowest score' });
  await lowest.fill('80');
  const high = ALL.filter((film) => average(film) >= 80);
  await becomes(page, () => films(page), titles(high));
  assert.ok(high.length > 0 && high.length < FILMS.length);
  assert.equal(address(page), '?min=80');
  await page.getByRole('slider', { name: 'Highest score' }).press('End');
  await lowest.press('ArrowRight');
  await becomes(page, () => address(page), '?min=81');
  await becomes(page, () => films(page), titles(ALL.filter((film) => average(film) >= 81)));
  assert.deepEqual(await options(page, 'Genre'), expectedOptions('Genre', ALL.filter((film) => average(film) >= 81)));
  await lowest.press('Home');
  await becomes(page, () => address(page), '');
  await page.getByRole('slider', { name: 'Highest score' }).fill('75');
  await becomes(page, () => films(page), titles(ALL.filter((film) => average(film) <= 75)));
  await chip(page, 'Average score: 0 to 75').click();
  await becomes(page, () => films(page), titles(ALL));
  assert.equal(await page.getByRole('slider', { name: 'Highest score' }).inputValue(), '100');
});

visit('only films with a split are left where that is asked for', async (page) => {
  await alterJson(page, INDEX, (index) => {
    const heat = index.films.find((film) => film.slug === 'heat');
    for (const review of heat.reviews) review[review.length - 1] = 'b';
  });
  await open(page);
  const split = ALL.filter((film) => film.slug !== 'heat' && contention(film).splits > 0);
  assert.match(await page.getByRole('link', { name: 'Heat' }).innerText(), /no split/);
  await page.getByRole('checkbox', { name: `Has a split ${split.length}` }).check();
  await becomes(page, () => films(page), titles(split));
  assert.equal(address(page), '?split=yes');
  assert.deepEqual(await options(page, 'Genre'), expectedOptions('Genre', split));
  await chip(page, 'Has a split').click();
  await becomes(page, () => films(page), titles(ALL));
});

const ORDERS = {
  Newest: ['year', (one, other) => other.year - one.year],
  'Highest average score': ['score', (one, other) => average(other) - average(one)],
  'Most reviews': ['reviews', (one, other) => other.reviews.length - one.reviews.length],
  'Most contested': ['contested', (one, other) => {
    const [a, b] = [contention(one), contention(other)];
    return b.splits * a.shared - a.splits * b.shared || b.splits - a.splits;
  }],
};
visit('the films stand in the order that is chosen, and ties by title', async (page) => {
  await open(page);
  const order = page.getByRole('combobox', { name: 'Order' });
  for (const [label, [word, compare]] of Object.entries(ORDERS)) {
    await order.selectOption({ label });
    await becomes(page, () => films(page), titles(ALL.toSorted(compare)), label);
    assert.equal(address(page), `?sort=${word}`);
  }
  await order.selectOption({ label: 'Title' });
  await becomes(page, () => films(page), titles(ALL));
  assert.equal(address(page), '', 'the default is left out of the address');
});

visit('a chip takes one filter away, and one link takes all', async (page) => {
  await open(page, '?q=e&genre=drama,thriller&decade=2010s&min=70&sort=year');
  const list = page.getByRole('list', { name: 'Active filters' });
  const labels = ['Search: e', 'Genre: drama', 'Genre: thriller', 'Decade: 2010s', 'Average score: 70 to 100'];
  assert.deepEqual(await list.getByRole('link', { name: /^Remove/ }).evaluateAll((all) => all.map((one) => one.ariaLabel)), labels.map((label) => `Remove ${label}`));
  await chip(page, 'Genre: drama').click();
  await becomes(page, () => address(page), '?q=e&genre=thriller&decade=2010s&min=70&sort=year');
  assert.equal(await option(page, 'Genre', 'Drama').isChecked(), false);
  assert.equal(await option(page, 'Genre', 'Thriller').isChecked(), true);
  const home = await page.evaluate(() => document.activeElement !== document.body);
  assert.ok(home, 'the focus has not gone with the chip');
  await list.getByRole('link', { name: 'Clear all' }).click();
  await becomes(page, () => address(page), '?sort=year');
  assert.equal(await list.count(), 0);
  await becomes(page, async () => (await films(page)).length, FILMS.length);
});

visit('where nothing is left, the page says which filter to relax and offers it', async (page) => {
  await open(page, '?q=director%3Amann&genre=drama&decade=1940s');
  assert.deepEqual(await films(page), []);
  await page.getByRole('heading', { name: 'No film matches all of this' }).waitFor();
  const forties = FILMS.filter((film) => film.genres.includes('drama') && FACETS.Decade(film).includes('1940s'));
  assert.match(await shown(page), new RegExp(`Without “Search: director:mann”: ${counted(forties.length, 'film')}`));
  assert.doesNotMatch(await shown(page), /Without “Genre: drama”/, 'a way that leads to nothing is no way out');
  await page.getByRole('link', { name: 'Without “Decade: 1940s”' }).click();
  await becomes(page, () => films(page), ['Heat']);
  await page.goBack();
  await open(page, '?q=zzyzx+qwfp');
  await page.getByRole('link', { name: 'Show all films' }).click();
  await becomes(page, () => films(page), titles(ALL));
  assert.equal(address(page), '');
});

visit('reload, a shared link and the way back from a film restore all that was chosen', async (page) => {
  await open(page);
  await search(page).fill('a');
  await option(page, 'Genre', 'Drama').check();
  await option(page, 'Director', 'Agnès Varda').check();
  await option(page, 'Reviewer', 'Matinee').check();
  await page.getByRole('combobox', { name: 'Order' }).selectOption({ label: 'Newest' });
  await page.getByRole('slider', { name: 'Highest score' }).fill('90');
  const all = '?q=a&genre=drama&director=agnes-varda&reviewer=matinee&max=90&sort=year';
  await becomes(page, () => address(page), all);
  const check = async (how) => {
    assert.equal(address(page), all, how);
    await becomes(page, () => films(page), ['Cléo from 5 to 7'], how);
    assert.equal(await search(page).inputValue(), 'a', how);
    for (const [facet, value] of [['Genre', 'Drama'], ['Director', 'Agnès Varda'], ['Reviewer', 'Matinee']]) {
      assert.ok(await option(page, facet, value).isChecked(), `${how}: ${value}`);
    }
    assert.equal(await page.getByRole('combobox', { name: 'Order' }).inputValue(), 'year', how);
    assert.equal(await page.getByRole('slider', { name: 'Highest score' }).inputValue(), '90', how);
  };
  await check('as chosen');
  await page.reload();
  await settled(page);
  await check('after a reload');
  await page.getByRole('link', { name: 'Cléo from 5 to 7' }).click();
  await page.getByRole('heading', { level: 1, name: 'Cléo from 5 to 7' }).waitFor();
  await page.goBack();
  await search(page).waitFor();
  await check('after going back');
});

visit('a tick is on the screen before what it finds; all ticks of one frame hold, and none follows to another page', async (page) => {
  await open(page);
  await becomes(page, () => films(page), titles(ALL));
  const drama = await option(page, 'Genre', 'Drama').elementHandle();
  const music = await option(page, 'Genre', 'Music').elementHandle();
  const both = ALL.filter((film) => film.genres.some((genre) => ['drama', 'music'].includes(genre)));
  const tickAtOnce = (ticks) => page.evaluate((ticks) => new Promise((done) => {
    const drawn = () => document.querySelectorAll('[aria-label=Films] li').length;
    requestAnimationFrame(() => {
      for (const tick of ticks) tick.click();
      // The frame that shows the ticks.
      requestAnimationFrame(() => done([ticks.map((tick) => tick.checked), drawn()]));
    });
  }), ticks);
  assert.deepEqual(await tickAtOnce([drama, music]), [[true, true], ALL.length], 'the ticks are drawn first');
  await becomes(page, () => films(page), titles(both));
  await becomes(page, () => address(page), '?genre=drama,music');
  const about = await page.getByRole('link', { name: 'About' }).first().elementHandle();
  await page.evaluate((parts) => parts.forEach((part) => part.click()), [drama, about]);
  await page.getByRole('heading', { level: 1, name: 'About' }).waitFor();
  await page.evaluate(() => new Promise((done) => { requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done))); }));
  assert.equal(address(page), 'about');
});

visit('with the keyboard the many filters are skipped by one link, which is seen while it has the focus', async (page) => {
  await open(page);
  await page.getByRole('button', { name: 'How to search' }).focus();
  await page.keyboard.press('Tab');
  assert.equal(await focused(page), 'a: Skip the filters');
  const seen = () => page.evaluate(() => getComputedStyle(document.querySelector('.filters-fold .skip')).clipPath);
  assert.equal(await seen(), 'none');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  assert.match(await focused(page), new RegExp(`^a: ${ALL[0].title}`));
  assert.notEqual(await seen(), 'none');
});

visit('on a phone the filters are folded away until they are asked for', { viewport: { width: 390, height: 800 } }, async (page) => {
  await open(page);
  const drama = option(page, 'Genre', 'Drama');
  assert.equal(await drama.count(), 0);
  await page.getByText('Filters', { exact: true }).click();
  await drama.check();
  await becomes(page, () => address(page), '?genre=drama');
  assert.ok(await drama.isVisible(), 'choosing does not fold them again');
});
