// A film's page: its facts, its reviews at a glance, their filters, and the way to the comparison.
import assert from 'node:assert/strict';
import { ASPECTS, film, label, nameOf, rowClass, score, stance, words } from './data.mjs';
import { address, articles, becomes, each, heading, open, settled, shown, visit } from './support.mjs';

const FILM = film('sound-of-metal');
const SLUG = `film/${FILM.slug}`;
const scoreOf = (review) => score(review.grade);
const names = (reviews) => reviews.map(nameOf);
const BY_SCORE = FILM.reviews.toSorted((one, other) => (scoreOf(other) ?? -1) - (scoreOf(one) ?? -1));
const where = (test) => names(BY_SCORE.filter(test));
const filters = (page) => page.getByRole('form', { name: 'Filter and sort the reviews' });
const reviewer = (page, name) => filters(page).getByRole('checkbox', { name });
const status = (page) => page.getByRole('region', { name: 'Reviews', exact: true }).getByRole('heading', { level: 2 }).innerText();
const chips = (page) => page.getByRole('list', { name: 'Active filters' }).getByRole('link', { name: /^Remove/ })
  .evaluateAll((all) => all.map((one) => one.ariaLabel.replace('Remove ', '')));
const note = (page) => page.getByRole('status').filter({ hasText: /unscored/ });
const article = (page, name) => page.getByRole('article', { name, exact: true });

visit('a film has its facts, its synopsis and where it can be seen', async (page) => {
  await open(page, SLUG);
  assert.equal(await heading(page).innerText(), 'Sound of Metal');
  await page.getByText(FILM.synopsis).waitFor();
  const facts = await page.getByRole('term').evaluateAll((all) => Object.fromEntries(all.map((term) => [term.textContent, term.nextElementSibling.innerText.split('\n')])));
  assert.deepEqual(facts.Director, ['Darius Marder']);
  assert.deepEqual(facts['Written by'], ['Darius Marder, Abraham Marder']);
  assert.match(facts.With[0], /^Riz Ahmed \(Ruben\), Olivia Cooke \(Lou\), Paul Raci \(Joe\)/);
  assert.deepEqual(facts.Length, ['120 minutes']);
  assert.deepEqual(facts.Certificate, ['R (MPA)']);
  assert.deepEqual(facts.Country, ['United States']);
  assert.deepEqual(facts.Language, ['English, American Sign Language, French']);
  assert.deepEqual(facts.Distributor, ['Amazon Studios']);
  assert.equal(facts.Availability.length, FILM.releases.length);
  assert.equal(facts.Availability.at(-1), 'Streaming, 4 December 2020: Amazon Prime Video, United States');
});

visit('each review is an article named after its reviewer, with its grade as written', async (page) => {
  await open(page, SLUG);
  assert.deepEqual(await articles(page), names(BY_SCORE));
  assert.equal(await status(page), `${FILM.reviews.length} reviews`);
  for (const review of FILM.reviews) {
    const text = await article(page, nameOf(review)).innerText();
    const grade = review.grade === null ? 'No score given' : review.grade;
    const beside = scoreOf(review) === null ? (review.grade === null ? '' : 'no score') : `${scoreOf(review)} of 100`;
    for (const part of [grade, beside, review.headline, `${words(review)} words`]) assert.ok(text.includes(part), `${part} is not in: ${text}`);
    if (review.kind === 'digest') assert.ok(text.includes(review.source.note), 'a digest says what it is');
    const marks = article(page, nameOf(review)).getByRole('list', { name: 'Where it stands' }).getByRole('listitem');
    assert.deepEqual(await marks.allInnerTexts(), ASPECTS.filter((aspect) => stance(review, aspect)).map(label));
  }
});

visit('the scores stand on one axis with the grades as written, and the unscored beside it', async (page) => {
  await open(page, SLUG);
  const plot = page.getByRole('region', { name: 'Scores as given' });
  const scored = FILM.reviews.filter((review) => scoreOf(review) !== null).toSorted((one, other) => scoreOf(one) - scoreOf(other));
  const lists = plot.getByRole('list');
  assert.deepEqual(await lists.first().getByRole('listitem').allTextContents(), scored.map((review) => `${nameOf(review)}: ${review.grade}, ${scoreOf(review)} of 100`));
  const beside = await plot.getByRole('list', { name: 'Unscored' }).getByRole('listitem').allTextContents();
  assert.equal(beside[0], 'The Aisle Seat: thumbs down');
  assert.match(beside[1], /^No grade: The aspect-by-aspect one, The quick take, The magazine essay and Ray Schillaci$/);
  await plot.getByText('Average 77 over five scored reviews; five are unscored.').waitFor();
});

visit('the matrix shows where each review stands, and how they stand together', async (page) => {
  await each([['ten reviews', 'sound-of-metal'], ['five reviews', 'stalker']], async (slug) => {
    await open(page, `film/${slug}`);
    const table = page.getByRole('table', { name: 'Where each review stands on each aspect' });
    assert.deepEqual(await table.getByRole('columnheader').allInnerTexts(), ASPECTS.map(label));
    const { reviews } = film(slug);
    for (const review of reviews) {
      const row = table.getByRole('row').filter({ has: page.getByRole('rowheader', { name: nameOf(review), exact: true }) });
      const cells = await row.getByRole('img').evaluateAll((all) => all.map((mark) => mark.ariaLabel.split(',')[0]));
      assert.deepEqual(cells, ASPECTS.map((aspect) => stance(review, aspect) ?? 'silent'), nameOf(review));
    }
    const together = table.getByRole('row').filter({ has: page.getByRole('rowheader', { name: 'Together' }) });
    const classes = (await together.getByRole('cell').allTextContents()).map((text) => text.toLowerCase().replace(/ of .*/, ''));
    assert.deepEqual(classes, ASPECTS.map((aspect) => rowClass(reviews, aspect)));
  });
});

visit('an aspect of the matrix leaves the reviews that speak of it, with their passages marked', async (page) => {
  await open(page, SLUG);
  const matrix = page.getByRole('table', { name: 'Where each review stands on each aspect' });
  await matrix.getByRole('link', { name: 'Editing' }).click();
  const speaking = where((review) => stance(review, 'editing'));
  await becomes(page, () => articles(page), speaking);
  assert.equal(address(page), `${SLUG}?aspect=editing`);
  for (const review of FILM.reviews.filter((it) => stance(it, 'editing'))) {
    const quotes = review.claims.filter((claim) => claim.aspect === 'editing').map((claim) => claim.quote);
    const passages = await article(page, nameOf(review)).locator('mark').allTextContents();
    assert.equal(quotes.every((quote) => passages.join(' ').includes(quote) || passages.some((passage) => quote.includes(passage))), true, nameOf(review));
    assert.ok(await article(page, nameOf(review)).locator('mark').first().isVisible(), 'the passage is not folded away');
  }
  await matrix.getByRole('link', { name: 'Editing' }).click();
  await becomes(page, () => address(page), SLUG);
});

visit('reviewers are chosen by checkbox and by address, several widen', async (page) => {
  await open(page, SLUG);
  await reviewer(page, 'Matinee').check();
  await becomes(page, () => articles(page), ['Matinee']);
  assert.equal(address(page), `${SLUG}?reviewer=matinee`);
  await reviewer(page, 'Ray Schillaci').check();
  await becomes(page, () => articles(page), ['Matinee', 'Ray Schillaci']);
  assert.equal(address(page), `${SLUG}?reviewer=matinee,ray-schillaci`);
  assert.equal(await status(page), '2 of 10 reviews');
  assert.deepEqual(await chips(page), ['Reviewer: Matinee', 'Reviewer: Ray Schillaci']);
  await page.reload();
  await settled(page);
  assert.deepEqual(await articles(page), ['Matinee', 'Ray Schillaci']);
  assert.ok(await reviewer(page, 'Matinee').isChecked());
  await reviewer(page, 'Matinee').uncheck();
  await becomes(page, () => articles(page), ['Ray Schillaci']);
  await open(page, `${SLUG}?reviewer=the-sound-booth`);
  assert.deepEqual(await articles(page), ['The Sound Booth']);
});

visit('a score range leaves the unscored out, says so, and offers to include them', async (page) => {
  await open(page, SLUG);
  await filters(page).getByRole('slider', { name: 'Lowest score' }).fill('74');
  const inside = (review) => scoreOf(review) !== null && scoreOf(review) >= 74;
  await becomes(page, () => articles(page), where(inside));
  assert.equal(address(page), `${SLUG}?min=74`);
  await note(page).filter({ hasText: 'Five unscored reviews are left out.' }).waitFor();
  await note(page).getByRole('link', { name: 'Include them' }).click();
  await becomes(page, () => articles(page), where((review) => scoreOf(review) === null || inside(review)));
  assert.equal(address(page), `${SLUG}?min=74&unscored=include`);
  assert.deepEqual(await chips(page), ['Score: 74 to 100', 'Unscored too']);
  assert.equal(await note(page).count(), 0);
  await filters(page).getByRole('slider', { name: 'Highest score' }).fill('90');
  await becomes(page, () => articles(page), where((review) => scoreOf(review) === null || (inside(review) && scoreOf(review) <= 90)));
  await open(page, `${SLUG}?min=60&max=74`);
  assert.deepEqual(await articles(page), where((review) => scoreOf(review) !== null && scoreOf(review) >= 60 && scoreOf(review) <= 74));
});

visit('unscored reviews can be shown, left out, or shown alone', async (page) => {
  await open(page, SLUG);
  const choose = (label) => filters(page).getByRole('radio', { name: label }).check();
  assert.ok(await filters(page).getByRole('radio', { name: 'Show them too' }).isChecked());
  await choose('Leave them out');
  await becomes(page, () => articles(page), where((review) => scoreOf(review) !== null));
  assert.equal(address(page), `${SLUG}?unscored=exclude`);
  await note(page).filter({ hasText: 'Five unscored reviews are left out.' }).waitFor();
  await choose('Show only them');
  await becomes(page, () => articles(page), where((review) => scoreOf(review) === null));
  assert.equal(address(page), `${SLUG}?unscored=only`);
  await filters(page).getByRole('slider', { name: 'Lowest score' }).fill('50');
  await note(page).filter({ hasText: 'The score range is set aside while only unscored reviews are shown.' }).waitFor();
  assert.deepEqual(await articles(page), where((review) => scoreOf(review) === null));
  await note(page).getByRole('link', { name: 'Show scored ones too' }).click();
  await becomes(page, () => address(page), `${SLUG}?min=50&unscored=include`);
});

visit('a stance is the stance on the aspect that is chosen, else on any', async (page) => {
  await open(page, SLUG);
  await filters(page).getByRole('radio', { name: 'Negative' }).check();
  await becomes(page, () => articles(page), where((review) => ASPECTS.some((aspect) => stance(review, aspect) === 'negative')));
  assert.equal(address(page), `${SLUG}?stance=negative`);
  await filters(page).getByRole('combobox', { name: 'Aspect' }).selectOption('pacing');
  await becomes(page, () => articles(page), where((review) => stance(review, 'pacing') === 'negative'));
  assert.equal(address(page), `${SLUG}?stance=negative&aspect=pacing`);
  await page.getByRole('group', { name: 'Stance on the pacing' }).waitFor();
  await filters(page).getByRole('radio', { name: 'Mixed' }).check();
  await becomes(page, () => articles(page), where((review) => stance(review, 'pacing') === 'mixed'));
  await filters(page).getByRole('radio', { name: 'Any' }).check();
  await becomes(page, () => articles(page), where((review) => stance(review, 'pacing')));
});

visit('the count beside every option is the number of reviews that it would show', async (page) => {
  await open(page, `${SLUG}?aspect=pacing`);
  const speaking = FILM.reviews.filter((review) => stance(review, 'pacing'));
  const count = async (role, name) => Number(await filters(page).getByRole(role, { name }).evaluate((box) => box.labels[0].lastElementChild.textContent));
  for (const value of ['positive', 'mixed', 'negative']) {
    assert.equal(await count('radio', new RegExp(`^${value}`, 'i')), speaking.filter((review) => stance(review, 'pacing') === value).length, value);
  }
  for (const review of FILM.reviews) assert.equal(await count('checkbox', nameOf(review)), Number(speaking.includes(review)), nameOf(review));
  assert.equal(await count('checkbox', 'Crosscut'), speaking.filter((review) => review.outlet === 'Crosscut').length);
  const unscored = await page.getByRole('group', { name: /^Unscored reviews/ }).locator('legend').innerText();
  assert.equal(unscored, `Unscored reviews ${speaking.filter((review) => scoreOf(review) === null).length}`);
  const aspects = await filters(page).getByRole('combobox', { name: 'Aspect' }).getByRole('option').allTextContents();
  assert.deepEqual(aspects, ['Any aspect', ...ASPECTS.map((aspect) => `${label(aspect)} (${FILM.reviews.filter((review) => stance(review, aspect)).length})`)]);
});

visit('reviews can be narrowed to an outlet', async (page) => {
  await open(page, SLUG);
  await filters(page).getByRole('checkbox', { name: 'The Movie Guys' }).check();
  await becomes(page, () => articles(page), ['Ray Schillaci']);
  assert.equal(address(page), `${SLUG}?outlet=the-movie-guys`);
  await filters(page).getByRole('checkbox', { name: 'Crosscut' }).check();
  await becomes(page, () => articles(page), where((review) => review.outlet));
});

visit('reviews stand in the order that is chosen', async (page) => {
  await open(page, SLUG);
  const key = (name) => name.toLowerCase();
  const orders = {
    Newest: ['date', (one, other) => (other.published ?? '').localeCompare(one.published ?? '')],
    'Reviewer, A to Z': ['reviewer', (one, other) => (key(nameOf(one)) < key(nameOf(other)) ? -1 : 1)],
    Longest: ['length', (one, other) => words(other) - words(one)],
  };
  for (const [name, [word, compare]] of Object.entries(orders)) {
    await filters(page).getByRole('combobox', { name: 'Order' }).selectOption({ label: name });
    await becomes(page, () => articles(page), names(FILM.reviews.toSorted(compare)), name);
    assert.equal(address(page), `${SLUG}?sort=${word}`);
  }
});

visit('everything together is in the address, and reload and back restore it', async (page) => {
  const all = `${SLUG}?reviewer=matinee,slow-cinema-club,aisle-seat&min=50&unscored=include&stance=negative&aspect=story&sort=length`;
  await open(page, all);
  const expected = ['Slow Cinema Club', 'Matinee', 'The Aisle Seat'];
  assert.deepEqual(await articles(page), expected);
  await article(page, 'Matinee').getByRole('link', { name: 'Matinee' }).click();
  await page.getByRole('heading', { level: 1, name: 'Matinee' }).waitFor();
  await page.goBack();
  await becomes(page, () => articles(page), expected);
  assert.equal(address(page), all);
  assert.equal(await filters(page).getByRole('combobox', { name: 'Order' }).inputValue(), 'length');
  assert.equal(await filters(page).getByRole('combobox', { name: 'Aspect' }).inputValue(), 'story');
  assert.ok(await filters(page).getByRole('radio', { name: 'Negative' }).isChecked());
  await page.getByRole('link', { name: 'Clear all' }).click();
  await becomes(page, () => address(page), `${SLUG}?sort=length`);
});

visit('where no review is left, the page says which filter to relax', async (page) => {
  await open(page, `${SLUG}?reviewer=matinee&min=90`);
  assert.deepEqual(await articles(page), []);
  await page.getByRole('heading', { name: 'No review matches all of this' }).waitFor();
  assert.match(await shown(page), /Without “Score: 90 to 100”: 1 review\n/);
  await page.getByRole('link', { name: 'Without “Reviewer: Matinee”' }).click();
  await becomes(page, () => articles(page), where((review) => scoreOf(review) >= 90));
});

visit('two reviews that are picked lead to their comparison, and back keeps the picks', async (page) => {
  await open(page, SLUG);
  const pick = (name) => page.getByRole('button', { name: `Pick to compare: ${name}` });
  const picked = (name) => page.getByRole('button', { name: `Picked to compare: ${name}` });
  const compare = page.getByRole('link', { name: 'Compare side by side' });
  await pick('Matinee').click();
  await page.getByRole('status').filter({ hasText: 'One picked. Pick another to compare.' }).waitFor();
  assert.equal(await compare.count(), 0);
  await pick('The quick take').click();
  assert.equal(await picked('The quick take').getAttribute('aria-pressed'), 'true');
  await becomes(page, () => address(page), `${SLUG}?pick=sound-of-metal-matinee,sound-of-metal-b`);
  await compare.click();
  const grid = page.getByRole('grid');
  await grid.waitFor();
  assert.equal(address(page), 'compare/sound-of-metal?reviews=sound-of-metal-matinee,sound-of-metal-b');
  const columns = await grid.getByRole('columnheader').evaluateAll((all) => all.map((one) => one.ariaLabel ?? one.innerText));
  assert.deepEqual(columns, ['Aspect', 'Matinee', 'The quick take']);
  await page.goBack();
  await picked('Matinee').waitFor();
  assert.equal(await picked('The quick take').count(), 1);
  assert.equal(address(page), `${SLUG}?pick=sound-of-metal-matinee,sound-of-metal-b`);
  await picked('Matinee').click();
  await becomes(page, () => address(page), `${SLUG}?pick=sound-of-metal-b`);
  await page.getByRole('link', { name: 'Clear', exact: true }).click();
  await becomes(page, () => address(page), SLUG);
});

visit('six reviews can be picked, and a seventh is not taken', async (page) => {
  await open(page, SLUG);
  for (const name of names(BY_SCORE).slice(0, 7)) await page.getByRole('button', { name: `Pick to compare: ${name}`, exact: true }).click();
  await page.getByRole('status').filter({ hasText: 'Six picked, the most that can be compared.' }).waitFor();
  assert.equal(new URLSearchParams(new URL(page.url()).search).get('pick').split(',').length, 6);
});

visit('what gives the ending away is folded until it is asked for', async (page) => {
  await open(page, SLUG);
  const summaries = page.getByRole('main').locator('summary').filter({ hasText: /^Read on/ });
  for (const summary of await summaries.all()) await summary.click();
  const flat = (text) => text.replace(/\s+/g, ' ');
  const text = flat(await shown(page));
  let endings = 0;
  for (const block of FILM.reviews.flatMap((review) => review.body)) {
    const start = flat(block.text).slice(0, 60);
    if (block.spoiler === 3) endings += 1;
    assert.equal(text.includes(start), block.spoiler < 3, `${block.spoiler}: ${start}`);
  }
  assert.ok(endings > 3);
  const plot = FILM.reviews.find((review) => review.reviewer === 'ray-schillaci').body.find((block) => block.spoiler === 3);
  await article(page, 'Ray Schillaci').getByText('Plot, which gives away the ending or a twist').click();
  await article(page, 'Ray Schillaci').getByText(plot.text.split('\n')[0]).waitFor();
});

visit('an aspect does not open what gives the ending away', async (page) => {
  const away = (review) => (claim) => review.body.some((block) => block.spoiler === 3 && block.text.includes(claim.quote));
  const found = FILM.reviews.flatMap((review) => review.claims.filter(away(review)).map((claim) => [review, claim]));
  assert.ok(found.length > 0, 'the data has a claim on the ending');
  for (const [review, claim] of found.slice(0, 2)) {
    await open(page, `${SLUG}?aspect=${claim.aspect}&reviewer=${review.reviewer}`);
    assert.ok(!(await shown(page)).includes(claim.quote), claim.quote);
  }
});
