// Two reviewers over all the films that both reviewed, and the ways there.
import assert from 'node:assert/strict';
import { ASPECTS, FILMS, REVIEWERS, label, score, stance, titleKey } from './data.mjs';
import { address, becomes, each, focused, heading, open, shown, tabTo, visit } from './support.mjs';

const reviewer = (slug) => REVIEWERS.find((it) => it.slug === slug);
const counted = (count, noun) => `${count} ${noun}${count === 1 ? '' : 's'}`;
const total = (numbers) => numbers.reduce((sum, it) => sum + it, 0);
const OPPOSITE = ['positive negative', 'negative positive'];

/** How two stand on the aspects that both speak on, film by film. */
function stances({ reviews }) {
  const pairs = ASPECTS.map((aspect) => ({ aspect, both: reviews.map((review) => stance(review, aspect)) })).filter(({ both }) => both.every(Boolean));
  return pairs.map(({ aspect, both }) => ({ aspect, both, how: both[0] === both[1] ? 'same' : OPPOSITE.includes(both.join(' ')) ? 'opposite' : 'between' }));
}
const count = (all, how) => all.filter((it) => it.how === how).length;

/** The films that both reviewed, biggest quarrel first. */
function shared(...who) {
  const films = FILMS.map((film) => ({ film, reviews: who.map((slug) => film.reviews.find((review) => review.reviewer === slug)) })).filter(({ reviews }) => reviews.every(Boolean));
  for (const it of films) {
    it.stances = stances(it);
    it.opposite = count(it.stances, 'opposite');
    it.scores = it.reviews.map((review) => score(review.grade));
    it.gap = it.scores.includes(null) ? null : Math.abs(it.scores[0] - it.scores[1]);
  }
  return films.sort((one, other) => other.opposite - one.opposite || (other.gap ?? -1) - (one.gap ?? -1) || (titleKey(one.film) < titleKey(other.film) ? -1 : 1));
}

/** The figure of agreement as written; none under three films. */
function figure(films) {
  const all = films.flatMap((it) => it.stances);
  if (films.length < 3 || !all.length) return null;
  const value = (count(all, 'same') - count(all, 'opposite')) / all.length;
  const hundredths = Math.floor(Math.abs(value) * 100 + 0.5 + 1e-9);
  const sign = hundredths === 0 ? '' : value > 0 ? '+' : '−';
  return `${sign}${Math.floor(hundredths / 100)}.${String(hundredths % 100).padStart(2, '0')}`;
}
const rests = (all) => `same stance on ${count(all, 'same')}, opposite on ${count(all, 'opposite')}, of ${counted(all.length, 'aspect')} that both speak on`;

/** The line of figures. */
function summary(films) {
  if (!films.length) return 'They have no film in common.';
  if (films.length < 3) return `They have ${counted(films.length, 'film')} in common; figures take three at least.`;
  const gaps = films.map((it) => it.gap).filter((gap) => gap !== null);
  const mean = Math.floor((total(gaps) * 10) / gaps.length + 0.5 + 1e-9) / 10;
  const scores = gaps.length < 3 ? 'fewer than three have a score from both' : `the scores of ${gaps.length} are ${mean} points apart on average`;
  return `Agreement ${figure(films)} over ${films.length} films: ${rests(films.flatMap((it) => it.stances))}; ${scores}.`;
}

const PAIRS = REVIEWERS.flatMap((one, place) => REVIEWERS.slice(place + 1).map((other) => [one.slug, other.slug]));
const CASES = {
  'both score': ['matinee', 'second-viewing'],
  'the other way round': ['second-viewing', 'matinee'],
  'one gives thumbs': ['aisle-seat', 'the-sound-booth'],
  'one gives no grade': ['front-row-left', 'the-cutting-room'],
  'two films': ['matinee', 'the-cutting-room'],
  'one film': ['ray-schillaci', 'unsigned-quick-info'],
};
const path = (...who) => `reviewers/compare?who=${who.join()}`;
const section = (page, name) => page.getByRole('heading', { level: 2, name }).locator('xpath=..');
const entries = (page) => page.getByRole('main').getByRole('listitem').filter({ has: page.getByRole('heading', { level: 3 }) });
const choice = (page, name) => page.getByRole('combobox', { name });
const status = (page, text) => page.getByRole('main').getByRole('status').filter({ hasText: text });
const notices = (page) => page.getByRole('status').filter({ hasText: 'could not be used' }).getByRole('listitem').allInnerTexts();

visit('two reviewers are compared in figures that say what they rest on', async (page) => {
  await each(Object.entries(CASES), async (who) => {
    const films = shared(...who);
    await open(page, path(...who));
    const names = who.map((slug) => reviewer(slug).name);
    assert.equal(await heading(page).innerText(), names.join(' and '));
    assert.equal(await page.title(), 'Two reviewers compared · Crosscut');
    await status(page, summary(films)).waitFor();
    assert.deepEqual(await Promise.all(['One reviewer', 'The other'].map((name) => choice(page, name).inputValue())), who);
    const text = await shown(page);
    if (films.length < 3) {
      assert.doesNotMatch(text, /[+−]\d|points apart/);
    } else {
      const all = films.flatMap((it) => it.stances);
      assert.ok(text.includes(`(${count(all, 'same')}\u00a0−\u00a0${count(all, 'opposite')})\u00a0÷\u00a0${all.length}`), text);
    }
  });
});

visit('the films stand biggest quarrel first, each with both grades and the aspects on which the two are opposite', async (page) => {
  await each(Object.entries(CASES), async (who) => {
    await open(page, path(...who));
    const films = shared(...who);
    assert.deepEqual(await entries(page).getByRole('heading').allTextContents(), films.map(({ film }, place) => `${place + 1} ${film.title} ${film.year}`));
    for (const [place, { reviews, stances, scores, gap, film }] of films.entries()) {
      const entry = entries(page).nth(place);
      const lines = (await entry.innerText()).split('\n').map((line) => line.trim()).filter(Boolean);
      const apart = gap === null ? '' : `scores ${gap} apart; `;
      assert.ok(lines.includes(`${apart}${rests(stances)}.`.replace(/^./, (letter) => letter.toUpperCase())), lines.join(' | '));
      const sides = reviews.map((review, side) => [reviewer(who[side]).name, review.grade, scores[side] === null ? review.grade && 'no score' : `${scores[side]} of 100`].filter(Boolean));
      for (const side of sides) assert.ok(lines.join('|').includes(side.join('|')), `${film.title}: ${side} in ${lines.join('|')}`);
      const opposite = stances.filter(({ how }) => how === 'opposite');
      const marks = await entry.getByRole('img').evaluateAll((all) => all.map((mark) => `${mark.ariaLabel.split(',')[0]} ${mark.parentElement.textContent}`));
      assert.deepEqual(marks, [0, 1].flatMap((side) => opposite.map(({ aspect, both }) => `${both[side]} ${label(aspect)}`)), film.title);
    }
  });
});

visit('each film leads to the comparison of the two reviews', async (page) => {
  const who = CASES['both score'];
  await open(page, path(...who));
  const { film, reviews } = shared(...who)[1];
  await entries(page).getByRole('link', { name: film.title }).click();
  await page.getByRole('grid').waitFor();
  assert.equal(address(page), `compare/${film.slug}?reviews=${reviews.map((review) => review.id).join()}`);
  assert.equal(await page.getByRole('columnheader').count(), 3);
  await page.goBack();
  await heading(page).filter({ hasText: 'Matinee and Second Viewing' }).waitFor();
});

visit('scores are plotted against each other, with the same in words and the unscored beside', async (page) => {
  await each(Object.entries(CASES), async (who) => {
    await open(page, path(...who));
    const films = shared(...who);
    const plot = section(page, 'Score against score');
    const lines = films.map(({ film, reviews, scores }, place) => {
      const given = (side) => `${reviewer(who[side]).name} ${scores[side] ?? reviews[side].grade ?? 'no grade'}`;
      return `${scores.includes(null) ? '' : place + 1}${film.title}: ${given(0)}, ${given(1)}`;
    });
    assert.deepEqual(await plot.getByRole('listitem').allTextContents(), lines);
    const scored = films.map((it, place) => ({ ...it, number: String(place + 1) })).filter(({ scores }) => !scores.includes(null));
    const dots = await plot.locator('path[d*="a5 5"]').evaluateAll((all) => all.map((dot) => dot.getAttribute('d').match(/^M(\d+) (\d+)/).slice(1).map(Number)));
    assert.deepEqual(dots, scored.map(({ scores: [across, up] }) => [34 + across * 3, 316 - up * 3]));
    if (!scored.length) return;
    const picture = plot.locator('svg');
    assert.equal(await picture.getAttribute('aria-hidden'), 'true');
    const boxes = await picture.locator('text').evaluateAll((all) => all.slice(10).map((text) => ({ text: text.textContent, box: text.getBoundingClientRect().toJSON() })));
    assert.deepEqual(boxes.map(({ text }) => text), scored.map(({ number }) => number));
    const apart = (one, other) => one.right <= other.left || other.right <= one.left || one.bottom <= other.top || other.bottom <= one.top;
    for (const [place, { box }] of boxes.entries()) assert.ok(boxes.slice(place + 1).every((other) => apart(box, other.box)), 'no number covers another');
  });
});

visit('agreement is counted aspect by aspect where there are films enough', async (page) => {
  await each(Object.entries(CASES), async (who) => {
    await open(page, path(...who));
    const films = shared(...who);
    const expected = ASPECTS.map((aspect) => [aspect, films.flatMap((it) => it.stances.filter((one) => one.aspect === aspect))]).filter(([, all]) => all.length)
      .map(([aspect, all]) => label(aspect) + ['same', 'between', 'opposite'].filter((how) => count(all, how)).map((how) => `${count(all, how)} ${how}`).join(', '));
    const found = page.getByRole('heading', { level: 2, name: 'Agreement by aspect' });
    if (films.length < 3) assert.equal(await found.count(), 0);
    else assert.deepEqual(await section(page, 'Agreement by aspect').getByRole('listitem').allTextContents(), expected);
  });
});

visit('whom to compare is chosen from two lists, by keyboard too, and the address follows', async (page) => {
  await open(page, 'reviewers');
  await page.getByRole('main').getByRole('link', { name: 'Compare two reviewers' }).click();
  await heading(page).filter({ hasText: 'Compare two reviewers' }).waitFor();
  assert.equal(address(page), 'reviewers/compare');
  await becomes(page, () => focused(page), 'h1: Compare two reviewers');
  const [one, other] = ['One reviewer', 'The other'].map((name) => choice(page, name));
  const names = ['Choose a reviewer', ...REVIEWERS.map((it) => it.name).sort((a, b) => (titleKey({ title: a }) < titleKey({ title: b }) ? -1 : 1))];
  for (const list of [one, other]) assert.deepEqual(await list.getByRole('option').allTextContents(), names);
  const entered = await page.evaluate(() => history.length);
  await tabTo(page, one);
  await page.keyboard.type('Mat');
  await heading(page).filter({ hasText: 'Matinee and another' }).waitFor();
  assert.equal(address(page), 'reviewers/compare?who=matinee');
  assert.ok(await other.getByRole('option', { name: 'Matinee' }).isDisabled(), 'nobody is compared with themselves');
  assert.ok(await one.evaluate((list) => list === document.activeElement), 'the focus stays');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Sec');
  await heading(page).filter({ hasText: 'Matinee and Second Viewing' }).waitFor();
  assert.equal(address(page), path('matinee', 'second-viewing'));
  await status(page, summary(shared('matinee', 'second-viewing'))).waitFor();
  await page.keyboard.press('ArrowDown');
  await becomes(page, async () => address(page), path('matinee', 'slow-cinema-club'));
  await status(page, summary(shared('matinee', 'slow-cinema-club'))).waitFor();
  assert.ok(await other.evaluate((list) => list === document.activeElement), 'the focus stays');
  await one.selectOption({ label: 'Front Row Left' });
  await heading(page).filter({ hasText: 'Front Row Left and Slow Cinema Club' }).waitFor();
  assert.equal(await page.evaluate(() => history.length), entered, 'refining replaces the entry');
  await page.reload();
  await heading(page).filter({ hasText: 'Front Row Left and Slow Cinema Club' }).waitFor();
  await page.goBack();
  await heading(page).filter({ hasText: /^Reviewers$/ }).waitFor();
});

const BAD = [
  ['nobody', 'reviewers/compare', [], []],
  ['an empty list', 'reviewers/compare?who=', [], []],
  ['one', 'reviewers/compare?who=matinee', ['matinee'], []],
  ['one who is not there', 'reviewers/compare?who=nobody', [], ['Nobody here is called “nobody”, so that name was left out.']],
  ['one of two who is not there', 'reviewers/compare?who=No+Body,matinee', ['matinee'], ['Nobody here is called “No Body”, so that name was left out.']],
  ['the same twice', 'reviewers/compare?who=matinee,matinee', ['matinee'], ['Matinee is there twice and counts once.']],
  ['three', 'reviewers/compare?who=matinee,second-viewing,aisle-seat', ['matinee', 'second-viewing'], ['Only the first 2 of “who” were read.']],
  ['more than that', 'reviewers/compare?who=matinee&x=1', ['matinee'], ['This page has no parameter “x”; it was left out.']],
  ['a broken percent escape', 'reviewers/compare?who=%zz', [], ['“who=%zz” has a broken percent escape and was left out.']],
];
visit('an address that does not name two reviewers is told what is left out, keeps what it says and leads on', async (page) => {
  await each(BAD, async (wrong, who, expected) => {
    const before = (await open(page, wrong)).url();
    const names = who.map((slug) => reviewer(slug).name);
    assert.equal(await heading(page).innerText(), ['Compare two reviewers', `${names[0]} and another`, names.join(' and ')][who.length]);
    assert.deepEqual(await notices(page), expected);
    assert.equal(page.url(), before, 'the address stays as it is');
    if (who.length === 2) return;
    await status(page, 'Choose two, and see where they stand over the films that both reviewed.').waitFor();
    const [others, offered] = who.length ? [REVIEWERS.filter((it) => it.slug !== who[0] && shared(who[0], it.slug).length), page.getByRole('main').getByRole('listitem').filter({ has: page.getByRole('link') })] : [[], page.getByRole('main').getByRole('link')];
    assert.deepEqual((await offered.allTextContents()).sort(), others.map((it) => `${it.name}: ${counted(shared(who[0], it.slug).length, 'film')}`).sort());
    const [list, slug] = who.length ? ['The other', 'second-viewing'] : ['One reviewer', 'matinee'];
    await choice(page, list).selectOption(slug);
    await becomes(page, async () => address(page), path(...who, slug));
    assert.deepEqual(await notices(page), [], 'what could not be used is gone with the next choice');
  });
});

visit('two without a film in common are told so, and each can be compared with others', async (page) => {
  const who = PAIRS.find((slugs) => !shared(...slugs).length && slugs.every((slug) => FILMS.some((film) => film.reviews.some((it) => it.reviewer === slug))));
  await open(page, path(...who));
  await status(page, 'They have no film in common.').waitFor();
  for (const slug of who) await page.getByText(`${reviewer(slug).name} has films in common with:`).waitFor();
  const other = REVIEWERS.filter((it) => it.slug !== who[1] && shared(who[1], it.slug).length).at(-1);
  await page.getByRole('main').getByRole('link', { name: other.name, exact: true }).last().click();
  await heading(page).filter({ hasText: `${reviewer(who[1]).name} and ${other.name}` }).waitFor();
  await becomes(page, async () => (await focused(page)).slice(0, 2), 'h1', 'the link is gone, and the focus has a home');
});

visit('a reviewer’s page names whom they agree with most and least, and leads to both', async (page) => {
  await each(REVIEWERS.map((it) => [it.slug, it]), async ({ slug, name }) => {
    await open(page, `reviewer/${slug}`);
    const value = (it) => Number(it.figure.replace('−', '-'));
    const companions = REVIEWERS.filter((it) => it.slug !== slug).map((it) => ({ name: it.name, films: shared(slug, it.slug) })).map((it) => ({ ...it, figure: figure(it.films) })).filter((it) => it.figure);
    companions.sort((one, other) => value(other) - value(one));
    const agreement = section(page, 'Whom they agree with');
    const rows = await agreement.getByRole('listitem').allTextContents();
    if (companions.length) {
      const line = (it) => `${it.name} ${it.figure} over ${it.films.length} films: ${rests(it.films.flatMap((film) => film.stances))}`;
      const all = (how, edge) => companions.filter((it) => value(it) === value(edge)).map((it) => `${how} with ${line(it)}`);
      assert.equal(rows.length, 2);
      assert.ok(all('Most', companions[0]).includes(rows[0]), rows[0]);
      assert.ok(all('Least', companions.at(-1)).includes(rows[1]), rows[1]);
    } else {
      assert.deepEqual(rows, []);
      await agreement.getByText('With nobody yet: a figure takes three films that both reviewed.').waitFor();
    }
    assert.equal(await agreement.getByRole('link', { name: `Compare ${name} with another` }).count(), 1);
  });
  await open(page, 'reviewer/the-sound-booth');
  const most = section(page, 'Whom they agree with').getByRole('listitem').first().getByRole('link');
  const name = await most.innerText();
  await most.click();
  await heading(page).filter({ hasText: `The Sound Booth and ${name}` }).waitFor();
  await page.goBack();
  await page.getByRole('link', { name: 'Compare The Sound Booth with another' }).click();
  await heading(page).filter({ hasText: 'The Sound Booth and another' }).waitFor();
  assert.equal(address(page), path('the-sound-booth'));
});
