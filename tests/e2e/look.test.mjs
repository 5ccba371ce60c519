// What holds for every page whatever its content: it fits every width, and axe finds nothing.
import assert from 'node:assert/strict';
import { overflow, tooSmall, violations } from './look.mjs';
import { BASE, FAILED_REQUEST, FILM_FILE, INDEX, open, settled, visit } from './support.mjs';

const PAGES = {
  'the catalogue': '',
  'the catalogue with filters': '?q=e&genre=drama,music&min=60&sort=year&colour=red',
  'the catalogue without a match': '?q=heat&genre=music',
  'a film': 'film/sound-of-metal',
  'a film with filters and picks': 'film/sound-of-metal?aspect=pacing&stance=negative&min=50&unscored=include&pick=sound-of-metal-b,sound-of-metal-matinee',
  'a film’s filters without a match': 'film/heat?reviewer=matinee,aisle-seat&min=90',
  'a comparison': 'compare/sound-of-metal',
  'a comparison of six': 'compare/sound-of-metal?reviews=sound-of-metal-a,sound-of-metal-b,sound-of-metal-c,sound-of-metal-matinee,sound-of-metal-aisle-seat,sound-of-metal-the-sound-booth',
  'a comparison of one': 'compare/heat?reviews=heat-aisle-seat,x',
  'the reviewers': 'reviewers',
  'a reviewer': 'reviewer/matinee',
  'two reviewers': 'reviewers/compare?who=matinee,second-viewing',
  'two reviewers without scores in common': 'reviewers/compare?who=the-cutting-room,aisle-seat',
  'two reviewers with too few films': 'reviewers/compare?who=matinee,the-cutting-room',
  'a reviewer to be compared': 'reviewers/compare?who=matinee,nobody',
  'the page about the site': 'about',
  'an unknown film': 'film/sound-of-metl',
  'an unknown page': 'nowhere',
};
const WIDTHS = [320, 390, 768, 1280, 2560];

visit('opened filters and passages fit a narrow screen too', { viewport: { width: 320, height: 700 } }, async (page) => {
  for (const path of ['', 'film/sound-of-metal', 'compare/sound-of-metal']) {
    await open(page, path);
    await page.evaluate(() => document.querySelectorAll('details').forEach((details) => { details.open = true; }));
    assert.equal(await overflow(page), null, path);
  }
});

for (const [name, path] of Object.entries(PAGES)) {
  visit(`${name}: every width fits without sideways scroll, and axe finds nothing in either theme`, async (page) => {
    await open(page, path);
    const found = {};
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 800 });
      const what = await overflow(page);
      if (what) found[width] = what;
      if (width === 390 || width === 1280) assert.deepEqual(await violations(page), [], `${width} px`);
    }
    assert.deepEqual(found, {});
  });
}

for (const [name, pattern, path] of [['the list of films', INDEX, ''], ['the list of films, with a search,', INDEX, '?q=heat'], ['a film’s file', FILM_FILE, 'film/heat'], ['a film’s file for a comparison', FILM_FILE, 'compare/heat']]) {
  visit(`axe finds nothing where ${name} is missing, in either theme`, { forgives: [FAILED_REQUEST] }, async (page) => {
    await page.route(pattern, (route) => route.fulfill({ status: 404, body: '' }));
    await page.goto(BASE + path);
    await page.getByRole('alert').getByText('could not be loaded').waitFor();
    assert.deepEqual(await violations(page), []);
    await page.setViewportSize({ width: 320, height: 700 });
    assert.equal(await overflow(page), null);
  });
}

visit('axe finds nothing in what opens: filters on a phone, whole reviews, the rest of a cell', { viewport: { width: 390, height: 800 } }, async (page) => {
  for (const path of ['', 'film/sound-of-metal?aspect=acting', 'compare/sound-of-metal?reviews=sound-of-metal-a,sound-of-metal-matinee']) {
    await open(page, path);
    await page.evaluate(() => document.querySelectorAll('details').forEach((details) => { details.open = true; }));
    assert.deepEqual(await violations(page), [], path);
  }
});

visit('axe finds nothing in a comparison whatever is chosen or opened, in either theme', async (page) => {
  const words = page.getByRole('region', { name: 'Their words' });
  const first = page.getByRole('grid').getByRole('columnheader', { name: 'The quick take' });
  const choose = (name) => page.getByRole('main').getByRole('link', { name, exact: true }).click();
  const over = (locator) => locator.locator('xpath=ancestor-or-self::*[@popover or self::dialog]');
  const chosen = {
    'a passage looked at': [() => page.getByRole('gridcell').getByRole('link').first().click(), words],
    'an aspect looked at': [() => page.getByRole('rowheader').getByRole('link').first().click(), words],
    'opinions only, as written': [async () => { await choose('As written'); await choose('Opinions only'); }, words],
    'names hidden': [() => choose('Blind'), page.getByRole('main')],
  };
  const opened = {
    'what to do with a column': [() => first.getByRole('button', { name: 'What to do with' }).click(), over(first.getByRole('link', { name: 'Remove' }))],
    'other reviews': [() => page.getByRole('button', { name: 'Add a review' }).click(), over(page.getByRole('searchbox'))],
    'taking it along': [() => page.getByRole('button', { name: 'Take it with you' }).click(), over(page.getByRole('button', { name: 'Print' }))],
    'the keys': [() => page.keyboard.press('?'), page.getByRole('dialog', { name: 'Keys and search' })],
  };
  const sound = async (name, part) => {
    for (const width of [1280, 390]) {
      await page.setViewportSize({ width, height: 800 });
      assert.deepEqual(await violations(page, part), [], `${name}, ${width} px`);
    }
    await page.setViewportSize({ width: 1280, height: 800 });
  };
  await open(page, 'compare/sound-of-metal?reviews=sound-of-metal-b,sound-of-metal-matinee&rows=differ');
  for (const [name, [act, part]] of Object.entries(opened)) {
    await act();
    await part.waitFor();
    await sound(name, part);
    await page.keyboard.press('Escape');
    await part.waitFor({ state: 'hidden' });
  }
  for (const [name, [act, part]] of Object.entries(chosen)) {
    const before = page.url();
    await act();
    await page.waitForURL((url) => url.href !== before);
    await settled(page);
    await sound(name, part);
  }
});

visit('on a touch screen everything that stands by itself is 44 pixels one way and 24 the other', { viewport: { width: 390, height: 800 }, hasTouch: true, isMobile: true }, async (page) => {
  for (const path of ['', 'film/sound-of-metal?pick=sound-of-metal-a', 'compare/sound-of-metal', 'reviewers', 'reviewer/matinee', 'reviewers/compare?who=matinee,second-viewing', 'reviewers/compare?who=matinee', 'about', 'nowhere']) {
    await open(page, path);
    await page.evaluate(() => document.querySelectorAll('details').forEach((details) => { details.open = true; }));
    assert.deepEqual(await tooSmall(page), [], path);
  }
});

visit('with text at twice the size the narrow pages still fit', { viewport: { width: 390, height: 800 } }, async (page) => {
  for (const path of ['', 'film/sound-of-metal', 'compare/sound-of-metal', 'reviewers', 'reviewer/matinee', 'reviewers/compare?who=matinee,second-viewing', 'reviewers/compare?who=matinee', 'about']) {
    await open(page, path);
    await page.evaluate(() => { document.documentElement.style.fontSize = '32px'; });
    assert.equal(await overflow(page), null, path);
  }
});

visit('colours are not all that tells: the marks are there in forced colours', { forcedColors: 'active' }, async (page) => {
  await open(page, 'compare/sound-of-metal');
  const marks = page.getByRole('grid').getByRole('img');
  assert.ok(await marks.first().isVisible());
  const shapes = await marks.evaluateAll((all) => all.map((mark) => [mark.ariaLabel, mark.querySelector('path').getAttribute('d')]));
  for (const [name, shape] of shapes) assert.deepEqual(shapes.filter(([, other]) => other === shape).map(([other]) => other), shapes.filter(([other]) => other === name).map(([other]) => other), 'a shape is of one name, and a name of one shape');
});
