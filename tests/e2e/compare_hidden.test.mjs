// What a comparison hides until it is asked for: spoilers, what is not opinion, and whose words they are.
import assert from 'node:assert/strict';
import { ASPECTS, label, nameOf, words } from './data.mjs';
import { FILM, cell, chip, claimsOn, columns, compare, counted, grid, head, inSentence, namesOf, rows, said, some, spoilerOf } from './comparison.mjs';
import { address, becomes, each, eventually, open, readable, settled, visit } from './support.mjs';

const FOUR = some('matinee', 'd', 'standing-ticket', 'a');
const flat = (text) => text.replace(/\s+/g, ' ');
const column = (page, review) => page.getByRole('group', { name: `${nameOf(review)} on the film`, exact: true });
const AWAY = ['the premise', 'the set-up', 'what happens on the way', 'the ending or a twist'];
/** The words of some blocks. */
const count = (blocks) => blocks.reduce((sum, block) => sum + words({ body: [block] }), 0);
const SHOWN = ['Only the premise', 'Up to the set-up', 'No endings or twists', 'Everything'];

visit('a level of spoilers hides what goes beyond it, in the table and in the words, until it is asked for', async (page) => {
  const reviews = some('matinee', 'the-sound-booth', 'slow-cinema-club', 'aisle-seat');
  await open(page, compare(reviews));
  for (const [level, name] of [...SHOWN.entries()].toReversed()) {
    await page.getByRole('combobox', { name: 'Spoilers' }).selectOption({ label: name });
    await becomes(page, () => address(page), compare(reviews, level === 2 ? '' : `&spoilers=${level}`));
    await eventually(page, async () => {
      await grid(page).locator('details:not([open]) > summary').filter({ hasText: /^and \d+ more/ }).evaluateAll((all) => all.forEach((one) => one.click()));
      const text = flat(await readable(page));
      for (const review of reviews) {
        for (const claim of review.claims) assert.equal(text.includes(flat(claim.quote)), spoilerOf(review, claim) <= level, `${level}: ${claim.quote}`);
      }
    });
  }
  await becomes(page, async () => (await said(page)).some((it) => it.includes('Spoilers: only the premise.')), true);
  const review = reviews.find((it) => it.claims.some((claim) => spoilerOf(it, claim) === 3));
  const claim = review.claims.find((it) => spoilerOf(review, it) === 3);
  await page.getByRole('group', { name: `${nameOf(review)} on ${inSentence(claim.aspect)}` }).getByText(`Gives away ${AWAY[3]}`).first().click();
  await becomes(page, async () => flat(await readable(page)).includes(flat(claim.quote)), true);
});

visit('as written too, a block that gives away too much is folded under what it gives away', async (page) => {
  await each([0, 1, 2, 3].map((level) => [`level ${level}`, level]), async (level) => {
    await open(page, compare(FOUR, `&mode=written${level === 2 ? '' : `&spoilers=${level}`}`));
    for (const review of FOUR) {
      const text = flat(await readable(page, column(page, review)));
      for (const block of review.body) assert.equal(text.includes(flat(block.text)), block.spoiler <= level, `${review.id}, ${block.spoiler}: ${block.text.slice(0, 50)}`);
      const why = await column(page, review).locator('summary').filter({ hasText: /gives away/i }).allTextContents();
      assert.deepEqual(why.map((it) => it.match(/gives away (.*)/i)[1]), review.body.filter((block) => block.spoiler > level).map((block) => AWAY[block.spoiler]));
    }
  });
  await open(page, compare(FOUR, '&mode=written&spoilers=0'));
  const hidden = FOUR[0].body.find((block) => block.spoiler === 2);
  await column(page, FOUR[0]).getByText(`Gives away ${AWAY[2]}`).first().click();
  await becomes(page, async () => flat(await readable(page, column(page, FOUR[0]))).includes(flat(hidden.text)), true);
});

visit('a link to a passage that gives away the ending does not open others', async (page) => {
  const [review] = some('matinee');
  const away = review.claims.filter((claim) => spoilerOf(review, claim) === 3);
  const reviews = some('matinee', 'a');
  await open(page, compare(reviews, `&passage=${review.id}:${review.claims.indexOf(away[0]) + 1}`));
  const text = await (async () => flat(await readable(page, grid(page))))();
  for (const claim of away) assert.ok(!text.includes(flat(claim.quote)), claim.quote);
});

visit('opinions only folds plot, credits and boilerplate, and says how much of each review that is', async (page) => {
  await open(page, compare(FOUR, '&mode=written'));
  const notes = async () => Promise.all(FOUR.map((review) => column(page, review).getByText(/^\d+ words, /).textContent()));
  const makeup = (review) => {
    const plot = Math.floor((200 * count(review.body.filter((block) => block.kind === 'plot')) + words(review)) / (2 * words(review)));
    return `${counted(words(review), 'word')}, ${plot ? `${plot} % plot` : 'no plot'}`;
  };
  const beside = (review) => review.body.filter((block) => block.kind !== 'opinion');
  await becomes(page, notes, FOUR.map(makeup));
  const seen = async (only) => {
    for (const review of FOUR) {
      const text = flat(await readable(page, column(page, review)));
      for (const block of review.body) {
        assert.equal(text.includes(flat(block.text)), block.spoiler <= 2 && !(only && block.kind !== 'opinion'), `${review.id}, ${block.kind}`);
      }
    }
  };
  await seen(false);
  await chip(page, 'Opinions only').click();
  await becomes(page, notes, FOUR.map((review) => makeup(review) + (beside(review).length ? `; ${counted(count(beside(review)), 'word')} folded` : '; nothing to fold')));
  assert.equal(address(page), compare(FOUR, '&mode=written&opinions=only'));
  await eventually(page, () => seen(true));
  await becomes(page, async () => (await said(page)).some((it) => it.includes('All but opinions is folded.')), true);
  for (const review of FOUR) {
    const folded = beside(review).filter((block) => block.spoiler <= 2);
    const sums = await column(page, review).locator('summary').filter({ hasText: / words?$/ }).allTextContents();
    assert.deepEqual(sums.map((it) => Number(it.match(/(\d+) words?$/)[1])), folded.map((block) => count([block])), review.id);
    if (!folded.length) continue;
    await column(page, review).locator('summary').filter({ hasText: / words?$/ }).first().click();
    await becomes(page, async () => flat(await readable(page, column(page, review))).includes(flat(folded[0].text)), true, 'one is shown when asked for');
  }
  await chip(page, 'Opinions only').click();
  await eventually(page, () => seen(false));
});

/** All that the page tells: its text, hidden or not, but for the reviews' own words; labels, titles and where links lead. */
const told = (page) => page.evaluate(() => {
  const found = [document.title.replace(/ · Crosscut$/, ''), document.getElementById('announcement')?.textContent];
  const main = document.querySelector('main').cloneNode(true);
  for (const own of main.querySelectorAll('[hidden], .prose, .headline, .sentences, q, .q')) own.remove();
  found.push(main.textContent);
  for (const it of main.querySelectorAll('*')) found.push(it.ariaLabel, it.title, it.getAttribute('alt'));
  return found.filter(Boolean).join('\n');
});
const letterOf = (reviews, review) => 'ABCDEF'[reviews.toSorted((one, other) => FILM.reviews.indexOf(one) - FILM.reviews.indexOf(other)).indexOf(review)];

visit('blind hides names, outlets and grades everywhere; a letter stays with its review; one or all are revealed', async (page) => {
  await open(page, compare(FOUR));
  await chip(page, 'Blind').click();
  await becomes(page, () => address(page), compare(FOUR, '&blind=yes'));
  const letters = FOUR.map((review) => letterOf(FOUR, review));
  await becomes(page, () => columns(page), letters);
  const hides = async (reviews) => {
    const text = await told(page);
    for (const review of reviews) {
      for (const secret of [nameOf(review), review.outlet, review.grade].filter((it) => it?.length > 1)) assert.ok(!text.includes(secret), `${secret} is told: …${text.slice(Math.max(0, text.indexOf(secret) - 60), text.indexOf(secret) + 40)}…`);
    }
  };
  await eventually(page, () => hides(FILM.reviews));
  for (const mode of ['As written', 'Aspect by aspect']) {
    await page.getByRole('link', { name: mode, exact: true }).click();
    await page.getByRole('group', { name: mode === 'As written' ? `${letters[0]} on the film` : new RegExp(`^${letters[0]} on `) }).first().waitFor();
    await hides(FILM.reviews);
  }
  await head(page, letters[0]).focus();
  await page.keyboard.press('Shift+ArrowRight');
  await becomes(page, () => columns(page), [letters[1], letters[0], letters[2], letters[3]], 'a letter goes with its column');
  await hides(FILM.reviews);
  await head(page, letters[0]).getByRole('button', { name: `Reveal who ${letters[0]} is` }).click();
  await becomes(page, () => columns(page), [letters[1], nameOf(FOUR[0]), letters[2], letters[3]]);
  assert.ok((await head(page, nameOf(FOUR[0])).textContent()).includes(FOUR[0].grade));
  await hides(FOUR.slice(1));
  await page.getByRole('button', { name: 'Reveal all' }).click();
  const moved = [FOUR[1], FOUR[0], FOUR[2], FOUR[3]];
  await becomes(page, () => columns(page), namesOf(moved));
  await page.getByRole('button', { name: 'Hide them again' }).click();
  await becomes(page, () => columns(page), moved.map((review) => letterOf(FOUR, review)));
  await hides(FILM.reviews);
  await chip(page, 'Blind').click();
  await becomes(page, () => columns(page), namesOf(moved));
  assert.equal(await page.getByRole('button', { name: 'Reveal all' }).isVisible(), false);
});

visit('while names are hidden the list of other reviews hides them too, and cannot be searched for them', async (page) => {
  await open(page, compare(FOUR, '&blind=yes'));
  await page.getByRole('button', { name: 'Add a review' }).click();
  const others = FILM.reviews.filter((review) => !FOUR.includes(review));
  const links = page.getByRole('link', { name: /^Another review/ });
  await becomes(page, () => links.count(), others.length);
  const text = await told(page);
  for (const review of others) assert.ok(!text.includes(nameOf(review)), nameOf(review));
  await page.getByRole('searchbox', { name: 'Search the film’s other reviews' }).fill(nameOf(others[0]).split(' ').at(-1));
  await page.getByText('0 reviews', { exact: true }).waitFor();
  await page.getByRole('searchbox', { name: 'Search the film’s other reviews' }).fill('');
  await links.first().click();
  await becomes(page, async () => (await columns(page)).toSorted(), ['A', 'B', 'C', 'D', 'E']);
  await becomes(page, async () => (await said(page)).some((it) => it.includes('A review was added. 5 reviews are compared.')), true);
});

visit('an address that is blind tells no name even at first, nor in what it says of itself', async (page) => {
  await open(page, compare([...FOUR, FOUR[1]], '&blind=yes'));
  await becomes(page, () => columns(page), FOUR.map((review) => letterOf(FOUR, review)));
  await page.getByText('A review is there twice and counts once.').waitFor();
  await page.reload();
  await settled(page);
  await becomes(page, async () => (await told(page)).includes('Matinee'), false);
});

visit('cells keep what they show under another level: what carries a cell gives away no more than it may', async (page) => {
  const reviews = some('slow-cinema-club', 'front-row-left');
  await open(page, compare(reviews, '&spoilers=0'));
  for (const { name, cells } of (await rows(page)).filter((row) => ASPECTS.map(label).includes(row.name))) {
    const aspect = ASPECTS.find((it) => label(it) === name);
    for (const [at, review] of reviews.entries()) {
      for (const quote of cells[at].open.filter((it) => it !== 'silent')) {
        assert.equal(spoilerOf(review, claimsOn(review, aspect).find((claim) => claim.quote === quote)), 0, quote);
      }
    }
  }
  assert.ok(await cell(page, 'Overall', 0).isVisible());
});
