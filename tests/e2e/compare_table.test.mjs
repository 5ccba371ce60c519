// The table of a comparison: what its rows, cells and heads say, and that they stay in view.
import assert from 'node:assert/strict';
import { ASPECTS, label, rowClass, stance } from './data.mjs';
import { FILM, FILTERS, DIGESTS, carrying, cell, chip, claimsOn, classLabel, columns, compare, contested, counts, grid, head, namesOf, rows, said, some, spoilerOf, standing } from './comparison.mjs';
import { address, becomes, each, open, visit } from './support.mjs';

const SIX = some('the-sound-booth', 'a', 'slow-cinema-club', 'c', 'matinee', 'aisle-seat');
const SETS = [['the four digests', DIGESTS], ['six with spoilers', SIX], ['two', some('aisle-seat', 'front-row-left')], ['three', some('b', 'd', 'standing-ticket')]];
const LEVEL = 2;
const LABELS = ASPECTS.map(label);
/** The rows of aspects, each with the rows of people under it. */
const byAspect = (found) => found.reduce((all, row) => {
  if (LABELS.includes(row.name)) all.push({ ...row, people: [] });
  else all.at(-1).people.push(row);
  return all;
}, []);
/** What a cell on these claims shows. */
function expectedCell(review, claims) {
  if (!claims.length) return { mark: null, words: null, open: ['silent'], folded: [] };
  const lead = carrying(review, claims, LEVEL);
  const away = (claim) => spoilerOf(review, claim) > LEVEL;
  const quotes = (some) => some.map((claim) => claim.quote);
  return {
    ...standing(claims),
    open: quotes(lead.filter((claim) => !away(claim))),
    folded: [...quotes(lead.filter(away)), ...quotes(claims.filter((claim) => !lead.includes(claim)))],
  };
}

visit('a cell has the mark, its word and strength, and the quotes that carry it; the rest is one step away', async (page) => {
  await each(SETS, async (reviews) => {
    await open(page, compare(reviews));
    const found = byAspect(await rows(page));
    assert.deepEqual(await columns(page), namesOf(reviews));
    for (const { name, cells } of found) {
      const aspect = ASPECTS.find((it) => label(it) === name);
      for (const [at, review] of reviews.entries()) {
        const { why, ...shown } = cells[at];
        const expected = expectedCell(review, claimsOn(review, aspect));
        assert.deepEqual(shown, expected, `${review.id} on ${aspect}`);
        const rest = claimsOn(review, aspect).length - carrying(review, claimsOn(review, aspect), LEVEL).length;
        assert.equal(why.some((it) => it.startsWith(`and ${rest} more`)), rest > 0, why.join());
      }
    }
  });
});

visit('people have rows of their own under an aspect, those whom most speak of first', async (page) => {
  await each(SETS, async (reviews) => {
    await open(page, compare(reviews));
    for (const { name, people } of byAspect(await rows(page))) {
      const aspect = ASPECTS.find((it) => label(it) === name);
      const about = new Set(reviews.flatMap((review) => claimsOn(review, aspect).map((claim) => claim.about)).filter(Boolean));
      assert.deepEqual(people.map((person) => person.name).toSorted(), [...about].toSorted(), aspect);
      const speak = people.map((person) => reviews.filter((review) => claimsOn(review, aspect, person.name).length).length);
      assert.deepEqual(speak, speak.toSorted((one, other) => other - one), aspect);
      for (const person of people) {
        const role = FILM.cast.find((member) => member.name === person.name)?.role;
        if (role) assert.deepEqual(person.rest, [role]);
        for (const [at, review] of reviews.entries()) {
          const { mark, open, folded } = person.cells[at];
          const claims = claimsOn(review, aspect, person.name);
          const expected = expectedCell(review, claims);
          // Only the head of the row leads from a silent one to what the others say.
          const leads = claims.length ? expected.open : [];
          assert.deepEqual({ mark, open, folded }, { mark: expected.mark, open: leads, folded: expected.folded }, `${review.id} on ${person.name}`);
        }
      }
    }
  });
});

visit('rows say their class and counts, stand by contention or in the list’s order, and can be narrowed', async (page) => {
  await each(SETS, async (reviews) => {
    await open(page, compare(reviews));
    const heads = async () => byAspect(await rows(page)).map(({ name, rest }) => [name, ...rest]);
    const expected = (aspects) => aspects.map((aspect) => [label(aspect), classLabel(reviews, aspect), counts(reviews, aspect)]);
    assert.deepEqual(await heads(), expected(contested(reviews)));
    for (const [name, classes] of Object.entries(FILTERS)) {
      const left = contested(reviews).filter((aspect) => classes.includes(rowClass(reviews, aspect)));
      await chip(page, `${name} ${left.length}`).click();
      await becomes(page, heads, expected(left), name);
      assert.equal(await chip(page, `${name} ${left.length}`).getAttribute('aria-current'), 'true');
      const none = { Differ: 'They differ on nothing.', Agree: 'They agree on nothing.', 'One speaks': 'On no aspect one speaks alone.' }[name];
      assert.equal(await page.getByText(none ?? '(never)').count(), left.length ? 0 : 1);
      if (name !== 'All') await becomes(page, async () => (await said(page)).includes(`${left.length} of ${ASPECTS.length} aspects are shown.`), true, 'it is said');
    }
    assert.match(address(page), /&rows=one$/);
    await chip(page, /^All/).click();
    await chip(page, 'In list order').click();
    await becomes(page, heads, expected(ASPECTS));
    assert.match(address(page), /&order=list$/);
    await page.reload();
    await becomes(page, heads, expected(ASPECTS));
  });
});

visit('a filter that leaves nothing says so and offers all aspects', async (page) => {
  const pairs = FILM.reviews.flatMap((one, at) => FILM.reviews.slice(at + 1).map((other) => [one, other]));
  const agreed = pairs.find((pair) => !ASPECTS.some((aspect) => FILTERS.Differ.includes(rowClass(pair, aspect))));
  const differing = pairs.find((pair) => !ASPECTS.some((aspect) => FILTERS.Agree.includes(rowClass(pair, aspect))));
  const cases = [['nothing differs', agreed, 'differ', 'They differ on nothing.'], ['nothing agrees', differing, 'agree', 'They agree on nothing.']];
  assert.ok(agreed || differing, 'the data has such a pair');
  await each(cases.filter(([, pair]) => pair), async (pair, filter, why) => {
    await open(page, compare(pair, `&rows=${filter}`));
    await page.getByText(why).getByRole('link', { name: 'Show all aspects' }).click();
    await becomes(page, async () => byAspect(await rows(page)).length, ASPECTS.length);
    assert.equal(address(page), compare(pair));
  });
});

visit('a mark is outlined where every claim behind it is hedged, and has one shape a stance', async (page) => {
  const hedged = FILM.reviews.filter((review) => ASPECTS.some((aspect) => claimsOn(review, aspect).length && claimsOn(review, aspect).every((claim) => claim.hedged)));
  await open(page, compare([...new Set([...hedged, ...FILM.reviews])].slice(0, 6)));
  await grid(page).waitFor();
  const marks = await grid(page).getByRole('img').evaluateAll((all) => all.map((mark) => {
    const path = mark.querySelector('path');
    const alpha = (colour) => colour === 'none' || /, 0\)$/.test(colour);
    return { name: mark.ariaLabel, outlined: alpha(getComputedStyle(path).fill) && !alpha(getComputedStyle(path).stroke), shape: path.getAttribute('d') };
  }));
  assert.ok(marks.some(({ name }) => name.endsWith('hedged')));
  for (const { name, outlined } of marks) assert.equal(outlined, name.endsWith('hedged'), name);
  const names = new Set(marks.map(({ name }) => name));
  assert.ok(names.size > 3);
  assert.equal(new Set(marks.map(({ shape }) => shape)).size, names.size, 'a shape for each name');
  assert.equal(new Set(marks.map(({ name, shape }) => name + shape)).size, names.size, 'and one only');
});

visit('heads and names of rows stay in view at every size', async (page) => {
  await open(page, compare(SIX));
  await grid(page).waitFor();
  await each([[320, 700], [390, 800], [768, 900], [1280, 800], [1920, 1000], [2560, 1200]].map((size) => [`${size[0]} px`, ...size]), async (width, height) => {
    await page.setViewportSize({ width, height });
    const aspect = contested(SIX)[5];
    await cell(page, label(aspect), 0).evaluate((it) => it.scrollIntoView({ block: 'center' }));
    await cell(page, label(aspect), 5).evaluate((it) => it.scrollIntoView({ block: 'nearest', inline: 'end' }));
    const name = grid(page).getByRole('rowheader', { name: new RegExp(`^${label(aspect)} `) });
    const last = head(page, namesOf(SIX)[5]);
    await becomes(page, async () => {
      const [top, row, own, column] = await Promise.all([last, name, cell(page, label(aspect), 5), last].map((it) => it.boundingBox()));
      return {
        'the head is at the top': Math.abs(top.y) < 2,
        'the name is at the left': row.x >= 0 && row.x < Math.max(width / 8, (width - 1760) / 2 + 40),
        'the name is within the screen': row.y >= 0 && row.y < height,
        'the head stands over its column': Math.abs(column.x - own.x) < 3,
        'the column is in view': column.x + column.width / 2 < width,
      };
    }, { 'the head is at the top': true, 'the name is at the left': true, 'the name is within the screen': true, 'the head stands over its column': true, 'the column is in view': true });
  });
});

visit('four columns are in view at once from 1280 pixels, two to three before', async (page) => {
  const pager = page.getByRole('button', { name: 'Reviews to the right' });
  for (const width of [1280, 1440, 1920]) {
    await page.setViewportSize({ width, height: 800 });
    for (const reviews of [DIGESTS, DIGESTS.slice(0, 3), DIGESTS.slice(0, 2)]) {
      await open(page, compare(reviews));
      await grid(page).waitFor();
      for (const name of namesOf(reviews)) {
        const { x, width: own } = await head(page, name).boundingBox();
        assert.ok(x >= 0 && x + own <= width, `${name} at ${width} px`);
        assert.ok(own >= 160, 'a column is wide enough to read');
      }
      assert.ok(!(await pager.isVisible()));
    }
  }
  await page.setViewportSize({ width: 2560, height: 1000 });
  await open(page, compare(SIX));
  await grid(page).waitFor();
  const { x, width } = await head(page, namesOf(SIX)[5]).boundingBox();
  assert.ok(x + width <= 2560 && !(await pager.isVisible()), 'six fit a wide screen');
});

visit('a silent cell says so without a mark, and leads to what the others say', async (page) => {
  await open(page, compare(DIGESTS));
  const [aspect, column] = contested(DIGESTS).flatMap((it) => DIGESTS.map((review, at) => [it, at, stance(review, it)])).find(([, , its]) => its === null);
  const silent = cell(page, label(aspect), column);
  assert.equal(await silent.innerText(), 'silent');
  assert.equal(await silent.getByRole('img').count(), 0);
  await silent.getByRole('link').click();
  await becomes(page, () => address(page), compare(DIGESTS, `&aspect=${aspect}`));
});
