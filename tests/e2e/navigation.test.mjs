// Going from page to page: title, focus, announcement, history, scroll, keys, and the base path.
import assert from 'node:assert/strict';
import { FILMS, film } from './data.mjs';
import {
  BASE, FILM_FILE, ROOT, address, articles, becomes, eventually, films, focused, heading, hold, open, settled, tabTo, visit,
} from './support.mjs';

/** One address of each kind of page, with its title and its heading. */
const PAGES = [
  ['', 'Crosscut: film reviews, side by side', 'Film reviews, read against each other'],
  ['film/sound-of-metal', 'Sound of Metal (2019), its reviews · Crosscut', 'Sound of Metal'],
  ['compare/sound-of-metal', 'Sound of Metal (2019), reviews compared · Crosscut', 'Sound of Metal, four ways'],
  ['compare/sound-of-metal?reviews=sound-of-metal-a', 'Sound of Metal (2019), reviews compared · Crosscut', 'Sound of Metal, reviews compared'],
  ['reviewers', 'Reviewers · Crosscut', 'Reviewers'],
  ['reviewer/matinee', 'Matinee · Crosscut', 'Matinee'],
  ['about', 'About · Crosscut', 'About Crosscut'],
  ['film/none-such', 'No such film · Crosscut', 'No such film'],
  ['reviewer/none-such', 'No such reviewer · Crosscut', 'No such reviewer'],
  ['nowhere', 'Page not found · Crosscut', 'There is no page here'],
];
const announcement = (page) => page.locator('#announcement').textContent();
const nav = (page, name) => page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name });
const searchbox = (page) => page.getByRole('main').getByRole('searchbox');
const scroll = (page) => page.evaluate(() => Math.round(scrollY));

for (const [path, title, text] of PAGES) {
  visit(`the page at /${path} has its title, one h1, no link beyond the base, and a way to search by key`, async (page) => {
    await open(page, path);
    await becomes(page, () => page.title(), title);
    assert.deepEqual(await page.getByRole('heading', { level: 1 }).allInnerTexts(), [text]);
    assert.equal(await heading(page).count(), 1, 'the heading is inside main');
    assert.equal(await page.getByRole('main').count(), 1);
    assert.equal(await announcement(page), '', 'a first page is not announced: browsers do that');
    assert.equal(await page.evaluate(() => document.activeElement === document.body), true, 'nor does it take the focus');

    const targets = await page.locator('[href], [src], [action]').evaluateAll((all) => all.map((one) => [one.getAttribute('href') ?? one.getAttribute('src') ?? one.getAttribute('action'), one.getAttribute('rel')]));
    assert.ok(targets.length > 10);
    assert.deepEqual(targets.filter(([target, rel]) => !target.startsWith(ROOT) && !target.startsWith('#') && !/external/.test(rel)), []);
    const links = await page.getByRole('link').evaluateAll((all) => all.map((one) => one.href));
    assert.deepEqual(links.filter((href) => !href.startsWith(BASE)), []);

    await page.keyboard.press('/');
    await becomes(page, () => focused(page), 'input[search]: ');
    assert.equal(await searchbox(page).inputValue(), '');
    await page.keyboard.type('a/b');
    assert.equal(await searchbox(page).inputValue(), 'a/b', 'inside a field it is a letter like any other');
  });
}

visit('title, focus and announcement change with every page, forth and back', async (page) => {
  await open(page);
  const arrived = async (title, text, focus = `h1: ${text}`) => {
    await heading(page).filter({ hasText: text }).waitFor();
    await becomes(page, () => page.title(), title);
    await becomes(page, () => focused(page), focus);
    await becomes(page, () => announcement(page), title);
  };
  await nav(page, 'About').click();
  await arrived('About · Crosscut', 'About Crosscut');
  await nav(page, 'Reviewers').click();
  await arrived('Reviewers · Crosscut', 'Reviewers');
  assert.equal(await nav(page, 'Reviewers').getAttribute('aria-current'), 'page');
  assert.equal(await nav(page, 'About').getAttribute('aria-current'), null);
  await page.getByRole('link', { name: 'Matinee' }).click();
  await arrived('Matinee · Crosscut', 'Matinee');
  await page.getByRole('main').getByRole('link', { name: 'Stalker' }).click();
  await arrived('Stalker (1979), its reviews · Crosscut', 'Stalker');
  await page.getByRole('link', { name: 'Compare the four that differ most' }).click();
  await arrived('Stalker (1979), reviews compared · Crosscut', 'Stalker, four ways');
  // On the way back it is where it was.
  await page.goBack();
  await arrived('Stalker (1979), its reviews · Crosscut', 'Stalker', 'a: Compare the four that differ most');
  await page.goBack();
  await arrived('Matinee · Crosscut', 'Matinee', 'a: Stalker');
  await page.goForward();
  await arrived('Stalker (1979), its reviews · Crosscut', 'Stalker', 'a: Compare the four that differ most');
});

visit('the focus stays on the heading when a film’s file arrives late', async (page) => {
  await open(page);
  const letGo = await hold(page, FILM_FILE);
  await page.evaluate((to) => { document.querySelector('nav a').href = to; }, `${ROOT}compare/heat`);
  await nav(page, 'Films').click();
  await becomes(page, () => focused(page), 'h1: Heat, reviews compared');
  letGo();
  await page.getByRole('grid').waitFor();
  await becomes(page, () => focused(page), 'h1: Heat, four ways');
  await page.goBack();
  await page.getByRole('link', { name: 'Parasite' }).click();
  await settled(page);
  await becomes(page, () => focused(page), 'h1: Parasite');
});

visit('refining makes no entries in the history, going to a page makes one', async (page) => {
  await open(page);
  const entries = () => page.evaluate(() => history.length);
  const before = await entries();
  await page.getByRole('checkbox', { name: /^Drama/ }).check();
  await page.getByRole('combobox', { name: 'Order' }).selectOption('year');
  await becomes(page, () => address(page), '?genre=drama&sort=year');
  assert.equal(await entries(), before);
  await page.getByRole('link', { name: 'Parasite' }).click();
  await becomes(page, () => entries(), before + 1);
});

visit('refining keeps the scroll position', { viewport: { width: 1280, height: 500 } }, async (page) => {
  await open(page);
  const certificate = page.getByRole('checkbox', { name: /^PG \d/ });
  await certificate.scrollIntoViewIfNeeded();
  const before = await scroll(page);
  assert.ok(before > 100);
  await certificate.check();
  await becomes(page, () => address(page), '?certificate=PG');
  assert.equal(await scroll(page), before);
});

visit('back, forward and reload restore the scroll position, and a new page starts at its top', { viewport: { width: 1280, height: 500 } }, async (page) => {
  await open(page);
  await page.evaluate(() => scrollTo(0, 700));
  await page.getByRole('link', { name: 'Stalker' }).evaluate((link) => link.click()); // Without scrolling to it first.
  await heading(page).filter({ hasText: 'Stalker' }).waitFor();
  await becomes(page, () => scroll(page), 0);
  await settled(page);
  await page.evaluate(() => scrollTo(0, 900));
  await becomes(page, () => scroll(page), 900);
  await page.getByRole('combobox', { name: 'Order' }).selectOption('length');
  await becomes(page, () => address(page), 'film/stalker?sort=length');
  await page.reload();
  await settled(page);
  await becomes(page, () => scroll(page), 900);
  await page.goBack();
  await heading(page).filter({ hasText: 'Film reviews' }).waitFor();
  await becomes(page, () => scroll(page), 700);
  await page.goForward();
  await heading(page).filter({ hasText: 'Stalker' }).waitFor();
  await becomes(page, () => scroll(page), 900);
});

visit('back restores the scroll position of a page whose data comes late', { viewport: { width: 1280, height: 500 } }, async (page) => {
  await open(page, 'film/heat');
  await page.evaluate(() => scrollTo(0, 1500));
  await nav(page, 'About').evaluate((link) => link.click());
  await heading(page).filter({ hasText: 'About' }).waitFor();
  await page.goBack();
  await heading(page).filter({ hasText: 'Heat' }).waitFor();
  await becomes(page, () => scroll(page), 1500);
});

visit('with the keyboard alone: tab to a film, open it, and search from there', async (page) => {
  await open(page);
  await tabTo(page, page.getByRole('link', { name: 'Cléo from 5 to 7' }), 200);
  await page.keyboard.press('Enter');
  await becomes(page, () => focused(page), 'h1: Cléo from 5 to 7');
  await tabTo(page, page.getByRole('link', { name: 'Compare the four that differ most' }));
  await page.keyboard.press('Enter');
  await page.getByRole('grid').waitFor();
  await page.keyboard.press('/');
  await becomes(page, () => focused(page), 'input[search]: ');
  await page.keyboard.type('stalker');
  await becomes(page, () => films(page), ['Stalker']);
  await tabTo(page, page.getByRole('link', { name: 'Remove Search: stalker' }), 200);
  await page.keyboard.press('Enter');
  await becomes(page, () => films(page).then((all) => all.length), FILMS.length);
});

visit('with the keyboard alone: filter the reviews of a film and pick two', async (page) => {
  await open(page, 'film/sound-of-metal');
  await tabTo(page, page.getByRole('checkbox', { name: 'Matinee' }), 120);
  await page.keyboard.press('Space');
  await becomes(page, () => articles(page), ['Matinee']);
  assert.match(await focused(page), /^input\[checkbox\]/, 'the focus stays on the control');
  await tabTo(page, page.getByRole('button', { name: 'Pick to compare: Matinee' }));
  await page.keyboard.press('Space');
  await page.getByRole('button', { name: 'Picked to compare: Matinee' }).waitFor();
  assert.equal(await focused(page), 'button[button]: Picked to compare: Matinee');
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Tab');
  assert.equal(await focused(page), 'button[button]: Picked to compare: Matinee');
});

visit('the first tab offers to skip to the content, and does', async (page) => {
  await open(page, 'film/heat');
  await page.keyboard.press('Tab');
  assert.equal(await focused(page), 'a: Skip to the content');
  const skip = page.getByRole('link', { name: 'Skip to the content' });
  assert.ok((await skip.boundingBox()).y >= 0, 'it is in sight');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  assert.ok(await page.evaluate(() => document.querySelector('main').contains(document.activeElement)));
  await heading(page).filter({ hasText: 'Heat' }).waitFor();
  assert.equal(new URL(page.url()).pathname, `${ROOT}film/heat`);
});

visit('the focus is always to be seen', async (page) => {
  await open(page, 'film/heat');
  const unseen = [];
  for (let pressed = 0; pressed < 70; pressed += 1) {
    await page.keyboard.press('Tab');
    const seen = await page.evaluate(() => {
      const marked = (element) => element && getComputedStyle(element).outlineStyle !== 'none' && parseFloat(getComputedStyle(element).outlineWidth) > 0;
      const element = document.activeElement;
      return element === document.body || marked(element) || marked(element.closest('label'));
    });
    if (!seen) unseen.push(await focused(page));
  }
  assert.deepEqual(unseen, []);
});

visit('a link into the page leads to the review, and the page stays', async (page) => {
  await open(page, 'film/sound-of-metal');
  await page.getByRole('table').getByRole('link', { name: 'Ray Schillaci' }).click();
  await eventually(page, async () => {
    const { y } = await page.getByRole('article', { name: 'Ray Schillaci' }).boundingBox();
    assert.ok(Math.abs(y) < 100, `it stands at ${y}`);
  });
  await page.goBack();
  await heading(page).filter({ hasText: 'Sound of Metal' }).waitFor();
  assert.equal((await articles(page)).length, film('sound-of-metal').reviews.length);
});

visit('a link that is to open elsewhere is left to the browser', async (page) => {
  await open(page);
  const [other] = await Promise.all([
    page.context().waitForEvent('page'),
    page.getByRole('link', { name: 'Heat' }).click({ modifiers: ['ControlOrMeta'] }),
  ]);
  await other.waitForURL(`${BASE}film/heat`);
  assert.equal(address(page), '');
  await other.close();
});

visit('a slash more, or the name of the index page, leads to the same page', async (page) => {
  for (const [path, text] of [['film/heat/', 'Heat'], ['index.html', 'Film reviews, read against each other'], ['reviewers/', 'Reviewers']]) {
    await open(page, path);
    assert.equal(await heading(page).innerText(), text);
  }
});

visit('the address above the base leads to the catalogue', async (page) => {
  const answer = await page.request.get(new URL('/', BASE).href, { maxRedirects: 0 });
  assert.equal(answer.status(), 302);
  assert.equal(answer.headers().location, ROOT);
});
