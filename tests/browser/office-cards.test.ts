/** A clerk works through cards by keyboard, at a desk and on a phone: with a script and without. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openPlace, type Place } from "../kit/place.ts";
import { ASKS_FOR_NONE, enterPhase, fillCard, openCall, propose } from "../kit/proposals.ts";
import {
  axeFaults,
  type Browser,
  hasBrowser,
  openBrowser,
  type Page,
  PHONE,
  sidewaysScroll,
} from "./browser.ts";

const DESK = { width: 1200, height: 900 };

describe.skipIf(!hasBrowser)("cards by keyboard", { timeout: 120_000 }, () => {
  let place: Place;
  let browser: Browser;
  let cycleId = "";
  const ids: string[] = [];

  beforeAll(async () => {
    [place, browser] = await Promise.all([openPlace(), openBrowser()]);
    cycleId = await openCall(place, ASKS_FOR_NONE);
    for (const name of ["ola", "adam", "iza"]) {
      const author = { name, email: `${name}@example.com`, isNamePublic: true };
      ids.push((await propose(place, cycleId, { title: `Ławki: ${name}`, author })).id);
    }
    await enterPhase(place, cycleId, "formal-review");
  });
  afterAll(async () => {
    await browser?.close();
    await place?.close();
  });

  const urlOf = (n: number): string => `${place.url}/urzad/wnioski/${cycleId}/${ids[n]}/ocena-formalna`;
  const open = async (n: number, more: object = {}): Promise<Page> => {
    const context = await browser.newContext({ viewport: DESK, locale: "pl-PL", ...more });
    const value = await place.staff("verifier");
    await context.addCookies([{ name: "staff", value, url: place.url }]);
    const page = await context.newPage();
    await page.goto(urlOf(n));
    return page;
  };
  const verdictOf = (page: Page, n: number): Promise<string | null> =>
    page.evaluate(`document.querySelector('[name="criteria-${n}-verdict"]:checked')?.value ?? null`);
  const focused = (page: Page): Promise<string> => page.evaluate("document.activeElement?.name ?? ''");

  test("a digit at a criterion says what it is, and a digit in a text is a digit", async () => {
    const page = await open(0);
    const first = page.locator('[name="criteria-0-verdict"]').first();
    // Nothing has the focus: a digit does nothing.
    await page.keyboard.press("2");
    expect(await page.locator('[name="criteria-0-verdict"][value="not-met"]').isChecked()).toBe(false);
    await first.focus();
    await page.keyboard.press("1");
    expect([await verdictOf(page, 0), await focused(page)]).toEqual(["met", "criteria-1-verdict"]);
    await page.keyboard.press("2");
    // What is not met needs a sentence: the field for it opens, and the digit typed there stays one.
    expect([await verdictOf(page, 1), await focused(page)]).toEqual(["not-met", "criteria-1-note"]);
    await page.keyboard.type("Brak 1 podpisu");
    expect(await page.inputValue('[name="criteria-1-note"]')).toBe("Brak 1 podpisu");
    expect(await verdictOf(page, 1)).toBe("not-met");
    await first.focus();
    await page.keyboard.press("Control+2");
    expect(await verdictOf(page, 0)).toBe("met");
    await page.context().close();
  });

  test("the whole page is gone through by Tab in the order in which it is read, and each letter is used once", async () => {
    const page = await open(1, { javaScriptEnabled: false });
    const keys = await page
      .locator("[accesskey]")
      .evaluateAll((all) => all.map((one) => one.getAttribute("accesskey")));
    expect(keys).toEqual(["p", "n", "k", "s"]);
    expect(await page.locator("[tabindex]:not([tabindex='-1'])").count()).toBe(0);
    expect(await page.locator("main kbd").count()).toBe(7);
    await page.locator('a[rel="next"]').click();
    expect(page.url()).toBe(urlOf(2));
    expect(await page.locator('a[rel="next"]').count()).toBe(0);
    await page.locator('a[rel="prev"]').click();
    expect(page.url()).toBe(urlOf(1));
    await page.context().close();
  });

  test("the queue leads past cards that wait for somebody else", async () => {
    await place.call(`POST /v1/staff/cycles/${cycleId}/projects/${ids[1]}/formal-check/taking`, {
      token: await place.staff("verifier", 1),
    });
    await fillCard(place, [cycleId, ids[2] ?? ""], "accepted");
    const page = await open(0);
    expect(await page.locator('a[rel="next"]').count()).toBe(0);
    await page.context().close();
  });

  test("on a phone and at a desk nothing sticks out, and axe finds nothing", async () => {
    for (const viewport of [PHONE, DESK]) {
      const page = await open(0, { viewport });
      expect([await sidewaysScroll(page), await axeFaults(page)]).toEqual([0, []]);
      expect(await page.locator("details[open] kbd").count()).toBe(7);
      await page.context().close();
    }
  });
});
