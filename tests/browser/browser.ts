import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { type Browser, type BrowserContext, chromium, type Page } from "playwright-core";
import { expect } from "vitest";
import { chanceOf, IS_LONG, seed } from "../kit/chance.ts";

/** Debian's Chromium, first the one without a screen, which is the same engine at two thirds of the time; without any the tests are skipped, and say so. */
const CHROMIUM = ["/usr/bin/chromium-headless-shell", "/usr/bin/chromium"].find(existsSync);

export const hasBrowser = CHROMIUM !== undefined;

if (!hasBrowser)
  console.warn(
    "tests in a browser are skipped: no Chromium (apt-get install -y --no-install-recommends chromium-headless-shell)",
  );

const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

export const openBrowser = (): Promise<Browser> =>
  chromium.launch({ executablePath: CHROMIUM ?? "chromium", args: FLAGS, headless: true });

export const PHONE = { width: 360, height: 740 } as const;

const AXE = createRequire(import.meta.url).resolve("axe-core/axe.min.js");

const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"];

const OPTIONS = { runOnly: { type: "tag", values: RULES }, resultTypes: ["violations"], selectors: false };

interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly html: string; readonly failureSummary: string }[];
}

const WITHOUT_CONTRAST = { ...OPTIONS, rules: { "color-contrast": { enabled: false } } };

/** Contrast takes half of axe's time: `npm test` looks at the colours of one state in six that chance draws; those of every page are looked at once. */
const colours = chanceOf(seed, "colours");

/** What axe finds against WCAG 2.1 AA on the page as it stands, in a few words each. Scripts must be on. */
export const axeFaults = async (
  page: Page,
  { contrast = IS_LONG || colours.happens(1 / 6) } = {},
): Promise<string[]> => {
  // Past the content security policy: the page itself may run no script that is not a file of the site.
  if (await page.evaluate("typeof axe === 'undefined'")) await page.evaluate(readFileSync(AXE, "utf8"));
  const run = `axe.run(${JSON.stringify(contrast ? OPTIONS : WITHOUT_CONTRAST)}).then(({ violations }) => violations)`;
  const violations = await page.evaluate<readonly Violation[]>(run);
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary}`),
  );
};

/** How far the page can be scrolled sideways, in CSS pixels. */
export const sidewaysScroll = (page: Page): Promise<number> =>
  page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");

/** The narrowest screen that WCAG speaks of, as a phone at 400 % zoom has it. */
const NARROW = 320;

const looks = chanceOf(seed, "looks");

/** Nothing of a page sticks out of a phone, and axe finds nothing: in the short form on every other page, as chance draws. */
export const expectUsable = async (page: Page, state: string): Promise<void> => {
  const scrolled: number[] = [];
  for (const width of [NARROW, PHONE.width]) {
    await page.setViewportSize({ ...PHONE, width });
    scrolled.push(await sidewaysScroll(page));
  }
  const faults = IS_LONG || looks.happens(0.5) ? await axeFaults(page) : [];
  expect([state, scrolled, faults]).toEqual([state, [0, 0], []]);
};

/** The element that has the focus, as `tag#id[value] text`, and whether it can be seen whole. */
export const focused = (page: Page): Promise<{ readonly selector: string; readonly isSeen: boolean }> =>
  // A string: the types of a browser are not those of the tests. A link of two lines has its middle beside its words.
  page.evaluate(`(() => {
    const element = document.activeElement;
    if (!element || element === document.body) return { selector: "body", isSeen: true };
    const { left, top, right, bottom } = element.getBoundingClientRect();
    const there = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
    const isOnTop = there !== null && (element.contains(there) || there.contains(element));
    return {
      selector: element.tagName.toLowerCase() + "#" + element.id + "[" + (element.getAttribute("value") ?? "") + "] " + element.textContent.trim(),
      isSeen: isOnTop && top >= 0 && bottom <= innerHeight,
    };
  })()`);

export type { Browser, BrowserContext, Page };
