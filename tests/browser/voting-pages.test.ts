import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { drawn } from "../kit/chance.ts";
import { countTestVote, signAndPublish, type TestVote } from "../kit/city.ts";
import { openPlace, type Place } from "../kit/place.ts";
import { castByApi, codeFor, identityOf, openVoteWithHardTitles } from "../kit/voting-city.ts";
import {
  type Browser,
  type BrowserContext,
  expectUsable,
  hasBrowser,
  openBrowser,
  PHONE,
} from "./browser.ts";

describe.skipIf(!hasBrowser)("pages of the vote, in every state", () => {
  let place: Place;
  let vote: TestVote;
  let browser: Browser;
  let counted: { readonly published: string; readonly receipt: string } | undefined;

  beforeAll(async () => {
    [place, browser] = await Promise.all([openPlace(), openBrowser()]);
    vote = await openVoteWithHardTitles(place, {
      pools: {
        M: { amountZloty: 3000, costsZloty: [2000, 1500, 900, 300] },
        L13: { amountZloty: 600, costsZloty: [300, 100, 50, 20] },
      },
      voters: 40,
    });
  });
  afterAll(async () => {
    await browser?.close();
    await place?.close();
  });

  /** The vote once its results are known, with the receipt of one ballot. */
  const result = async () => {
    if (counted) return counted;
    const [dear = "", cheap = ""] = vote.projects.L13 ?? [];
    const sections = [{ pool: "L13", points: { [dear]: 2, [cheap]: 1 } }];
    let receipt = "";
    for (let n = 2; n < 10; n++) receipt = (await castByApi(place, vote.cycleId, n, sections)).body.receipt;
    const { count } = await countTestVote(place, vote);
    await signAndPublish(place, vote.cycleId, count.digest);
    counted = { published: vote.cycleId, receipt };
    return counted;
  };

  const walk = async (context: BrowserContext, start: string, n: number): Promise<void> => {
    const page = await context.newPage();
    page.setDefaultTimeout(10_000);
    const root = `${place.url}${start}/glosuj`;
    const send = (button: string) =>
      Promise.all([page.waitForEvent("load"), page.locator(button).first().click()]);
    const seen = (state: string) => expectUsable(page, `${start} ${state}`);

    await page.goto(root);
    await seen("start");
    await page.goto(`${root}/${vote.cycleId}`);
    await seen("identity");
    await send("form button");
    await seen("identity with faults");
    for (const [name, value] of Object.entries(identityOf(n))) await page.fill(`#${name}`, value);
    await send("form button");
    await seen("code");
    await page.fill("#code", "1");
    await send("form button");
    await seen("wrong code");
    const session = (await context.cookies()).find(({ name }) => name === "code")?.value ?? "";
    await page.fill("#code", await codeFor(place, session));
    await send("form button");
    await seen("list");
    for (const box of await page.locator("input[name=pick]").all()) await box.check();
    await send("main [value=next]");
    await seen("list with too many ticks");
    for (const place of [0, 1]) await page.locator("input[name=pick]").nth(place).uncheck();
    await send("main [value=next]");
    await seen("points");
    await send("main [value=next]");
    await seen("points without an answer");
    await page.locator("summary").last().click();
    await seen("points with fewer shown");
    await page.locator("#split").check();
    await send("main [value=next]");
    await seen("second list");
    await send("[value=skip]");
    await seen("check");
    await context.clearCookies({ name: "ballot" });
    await page.goto(`${root}/${vote.cycleId}/karta`);
    await seen("emptied ballot");
    await send("[value=skip]");
    await send("[value=skip]");
    await seen("empty check");
    await send("[value='change:M']");
    await page.locator("#pick").check();
    await send("main [value=next]");
    await send("form[action$=glos] button");
    await seen("receipt");
    await page.goto(`${root}/${vote.cycleId}/lista/M`);
    await seen("voted before");
    await page.goto(`${place.url}${start}/sprawdz-glos`);
    await seen("check of a receipt");
    await page.fill("#receipt", "0".repeat(36));
    await send("form button");
    await seen("unknown receipt");
    await send("form button");
    await seen("no receipt");
    await context.clearCookies();
    await page.goto(`${root}/${vote.cycleId}/lista/M`);
    await seen("no session");
    await page.goto(`${place.url}${start}/wyniki/${vote.cycleId}`);
    await seen("results to come");
  };

  test.each(
    drawn("a vote", [
      ["", "light", 0],
      ["/en", "dark", 1],
    ] as const),
  )(
    "%s/glosuj, %s: nothing to find for axe, no scrolling sideways",
    async (start, colorScheme, n) => {
      const context = await browser.newContext({ viewport: PHONE, colorScheme });
      await walk(context, start, n);
      await context.close();
    },
    120_000,
  );

  test.each(
    drawn("a proof", [
      ["", "dark"],
      ["/en", "light"],
    ] as const),
  )("%s, %s: the proof that a vote is in the box fits a phone", async (start, colorScheme) => {
    const { published, receipt } = await result();
    const context = await browser.newContext({ viewport: PHONE, colorScheme });
    const page = await context.newPage();
    await page.goto(`${place.url}${start}/sprawdz-glos`);
    await page.fill("#receipt", receipt);
    await Promise.all([page.waitForEvent("load"), page.locator("form button").first().click()]);
    await page.locator("main summary").click();
    expect(await page.locator("main pre").innerText()).toContain(published);
    await expectUsable(page, `${start} counted receipt with its proof`);
    await context.close();
  });
});
