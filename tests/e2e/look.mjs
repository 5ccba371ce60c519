// What holds for every page whatever its content, as questions to a page.
import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What makes the page wider than its window, if anything does. */
export const overflow = (page) => page.evaluate(() => {
  const root = document.documentElement;
  if (root.scrollWidth <= root.clientWidth) return null;
  const scrolls = (element) => element && (getComputedStyle(element).overflowX !== 'visible' || scrolls(element.parentElement));
  const wide = [...document.querySelectorAll('body *')].filter((element) => element.getBoundingClientRect().right > root.clientWidth + 0.5 && !scrolls(element.parentElement));
  return `${root.scrollWidth} > ${root.clientWidth}: ${wide.slice(0, 3).map((element) => element.outerHTML.slice(0, 100)).join('\n')}`;
});

/** What axe finds in either theme, in a few lines each: on the page, or in a part of it. */
export async function violations(page, part = page.locator('html')) {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(AXE);
  const found = [];
  // The themes differ in nothing but colours.
  const runs = { light: { rules: { 'target-size': { enabled: true } } }, dark: { runOnly: ['color-contrast', 'link-in-text-block'] } };
  for (const [colorScheme, run] of Object.entries(runs)) {
    await page.emulateMedia({ colorScheme });
    const { violations } = await part.evaluate((part, run) => globalThis.axe.run(part, { resultTypes: ['violations'], preload: false, ...run }), run);
    found.push(...violations.flatMap(({ id, nodes }) => nodes.map((node) => `${colorScheme}, ${id}: ${node.html.slice(0, 160)}\n  ${node.failureSummary.replaceAll('\n', ' ')}`)));
  }
  return found;
}

/** What stands by itself and is less than 44 pixels one way or 24 the other. */
export const tooSmall = (page) => page.evaluate(() => [...document.querySelectorAll('a[href], button, input, select, summary')].filter((element) => {
  const target = element.matches('input') ? (element.closest('label') ?? element) : element;
  const { width, height } = target.getBoundingClientRect();
  if (!element.checkVisibility() || !width || element.matches('.skip')) return false;
  const inSentence = getComputedStyle(target).display === 'inline' && [...target.parentElement.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent.trim());
  return !inSentence && (Math.max(width, height) < 44 || Math.min(width, height) < 24);
}).map((element) => `${element.outerHTML.slice(0, 120)} ${Math.round(element.getBoundingClientRect().width)}x${Math.round(element.getBoundingClientRect().height)}`));
