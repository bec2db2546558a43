import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { drawn } from "../kit/chance.ts";
import { openTestVote, type TestVote } from "../kit/city.ts";
import { openPlace, type Place } from "../kit/place.ts";
import { visitor } from "../kit/visitor.ts";
import { toFirstList } from "../kit/voting-city.ts";
import { type Browser, hasBrowser, openBrowser, type Page } from "./browser.ts";

describe.skipIf(!hasBrowser)("a half-filled ballot in a browser", () => {
  let place: Place;
  let vote: TestVote;
  let browser: Browser;

  beforeAll(async () => {
    [place, browser] = await Promise.all([openPlace(), openBrowser()]);
    vote = await openTestVote(place, {
      pools: {
        M: { amountZloty: 3000, costsZloty: [2000, 1500, 900] },
        L13: { amountZloty: 600, costsZloty: [300, 100, 50] },
      },
      voters: 5,
    });
  });
  afterAll(async () => {
    await browser?.close();
    await place?.close();
  });

  const ticked = (page: Page): Promise<number[]> =>
    page.evaluate(
      `[...document.querySelectorAll("input[name=pick]")].flatMap((box, n) => (box.checked ? [n] : []))`,
    );

  test.each(
    drawn("a draft", [
      ["with scripts", true, 0],
      ["without scripts", false, 1],
    ] as const),
  )("%s survives Back, Forward, reload and another language", async (_name, javaScriptEnabled, n) => {
    const letIn = visitor(place);
    await toFirstList(place, letIn, vote.cycleId, { n });
    // What is looked at is looked at by the test's own script, which a page without scripts runs too.
    const context = await browser.newContext({ javaScriptEnabled });
    await context.addCookies([...letIn.cookies].map(([name, value]) => ({ name, value, url: place.url })));
    const page = await context.newPage();
    page.setDefaultTimeout(10_000);
    const root = `${place.url}/glosuj/${vote.cycleId}`;
    const send = (button: string) =>
      Promise.all([page.waitForEvent("load"), page.locator(button).first().click()]);
    const tick = (n: number) => page.locator("input[name=pick]").nth(n).check();

    await page.goto(`${root}/lista/L13`);
    await tick(1);
    await send("main [value=next]");
    await tick(0);
    await tick(2);
    await send("main [value=next]");
    expect(page.url()).toBe(`${root}/lista/M/punkty`);
    await page.reload();
    await page.locator("input[name=split]").nth(1).check();
    await send("main [value=next]");
    expect(page.url()).toBe(`${root}/karta`);
    await page.reload();
    const check = await page.locator("main").innerText();

    for (const [at, ticks] of [
      ["/lista/M/punkty", []],
      ["/lista/M", [0, 2]],
      ["/lista/L13", [1]],
    ] as const) {
      await page.goBack();
      expect([page.url(), await ticked(page)]).toEqual([`${root}${at}`, ticks]);
      await page.reload();
      expect([page.url(), await ticked(page)]).toEqual([`${root}${at}`, ticks]);
    }
    await tick(2);
    await send("header [lang=en]");
    expect([page.url(), await ticked(page)]).toEqual([
      `${place.url}/en/glosuj/${vote.cycleId}/lista/L13`,
      [1, 2],
    ]);
    await send("header [lang=pl]");
    await page.locator("input[name=pick]").nth(2).uncheck();
    await send("main [value=next]");
    await send("main [value=next]");
    await send("main [value=next]");
    expect([page.url(), await page.locator("main").innerText()]).toEqual([`${root}/karta`, check]);
    await send("form[action$=glos] button");
    expect(page.url()).toBe(`${root}/potwierdzenie`);
    expect((await context.cookies()).map(({ name }) => name)).not.toContain("ballot");
    await context.close();
  });
});
