import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openTestVote, type TestVote } from "../kit/city.ts";
import { openPlace, type Place } from "../kit/place.ts";
import { visitor } from "../kit/visitor.ts";
import { castByApi, identityOf } from "../kit/voting-city.ts";
import { type Browser, hasBrowser, openBrowser } from "./browser.ts";

describe.skipIf(!hasBrowser)("what a script adds", () => {
  let place: Place;
  let vote: TestVote;
  let browser: Browser;

  beforeAll(async () => {
    [place, browser] = await Promise.all([openPlace(), openBrowser()]);
    vote = await openTestVote(place, { pools: { L13: { amountZloty: 600, costsZloty: [300] } }, voters: 3 });
  });
  afterAll(async () => {
    await browser?.close();
    await place?.close();
  });

  test("a receipt's link types its number in, and the number leaves the address before anything is sent", async () => {
    const [project = ""] = vote.projects.L13 ?? [];
    const { body } = await castByApi(place, vote.cycleId, 0, [{ pool: "L13", points: { [project]: 3 } }]);
    const page = await browser.newPage();
    const asked: string[] = [];
    page.on("request", (request) => asked.push(request.url()));
    await page.goto(`${place.url}/en/sprawdz-glos#${body.receipt}`);
    expect([await page.inputValue("#receipt"), page.url()]).toEqual([
      body.receipt,
      `${place.url}/en/sprawdz-glos`,
    ]);
    await Promise.all([page.waitForEvent("load"), page.locator("main form button").click()]);
    expect(await page.locator("main").innerText()).toContain("The vote is in the ballot box");
    expect(asked.filter((url) => new URL(url).href.replace(/#.*/, "").includes(body.receipt))).toEqual([]);

    const context = await browser.newContext();
    await context.addCookies([{ name: "receipt", value: `${vote.cycleId}.${body.receipt}`, url: place.url }]);
    const receipt = await context.newPage();
    await receipt.goto(`${place.url}/en/glosuj/${vote.cycleId}/potwierdzenie`);
    expect(await receipt.locator("[data-print]").isVisible()).toBe(true);
    await context.close();
  });

  test("the wait for another code is counted down on its button", async () => {
    const asks = visitor(place);
    const identity = `/en/glosuj/${vote.cycleId}`;
    await asks.send(await asks.open(identity), identity, identityOf(1));
    const context = await browser.newContext();
    await context.addCookies([{ name: "code", value: asks.cookies.get("code") ?? "", url: place.url }]);
    const page = await context.newPage();
    // The clock of the place is not this machine's: the page's own is set to it.
    await page.clock.install({ time: place.clock.now() });
    await page.goto(`${place.url}${identity}/kod`);
    await page.locator("summary").last().click();
    const button = page.locator("[data-until] button");
    expect([await button.isDisabled(), await button.innerText()]).toEqual([
      true,
      expect.stringMatching(/^Send a new code \(\d+ s\)$/),
    ]);
    await page.clock.runFor(121_000);
    expect([await button.isDisabled(), await button.innerText()]).toEqual([false, "Send a new code"]);
    await context.close();
  });
});
