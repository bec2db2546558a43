import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { BallotForm } from "../../shared/domain/voting/ballot-form.ts";
import { drawn } from "../kit/chance.ts";
import { openPlace, type Place } from "../kit/place.ts";
import { codeFor, identityOf, openVoteOnForms } from "../kit/voting-city.ts";
import { type Browser, expectUsable, hasBrowser, openBrowser, type Page, PHONE } from "./browser.ts";

const repeatedProject = "void";

/** A voter's hand on the first list, and on the page after it where there is one. */
type Hand = (page: Page) => Promise<unknown>;

const tick =
  (...which: number[]): Hand =>
  async (page) => {
    for (const index of which) await page.locator("input[name=pick]").nth(index).check();
  };

const choose =
  (...values: string[]): Hand =>
  async (page) => {
    for (const [index, value] of values.entries())
      await page.locator("select").nth(index).selectOption(value);
  };

const CASES: readonly [string, BallotForm, readonly Hand[]][] = [
  [
    "places",
    { kind: "ordinal", weights: [3, 2, 1], minProjects: 3, required: true, repeatedProject },
    [tick(0, 1, 2), choose("2", "1", "3")],
  ],
  ["scores", { kind: "scoring", min: -2, max: 2, repeatedProject }, [choose("2", "-2")]],
  ["one of a list", { kind: "choose-one", repeatedProject }, [tick(1)]],
  [
    "a knapsack",
    { kind: "knapsack", maxCostGrosze: 350_00, maxProjects: null, repeatedProject },
    [tick(0, 2)],
  ],
];

describe.skipIf(!hasBrowser)("every form of ballot, on a phone and at 400 % zoom", () => {
  let place: Place;
  let browser: Browser;
  beforeAll(async () => {
    [place, browser] = await Promise.all([openPlace(), openBrowser()]);
  });
  afterAll(async () => {
    await browser?.close();
    await place?.close();
  });

  test.each(drawn("a form of ballot", CASES, 2))(
    "%s: nothing to find for axe, no scrolling sideways",
    async (_, ballot, hands) => {
      const { cycleId } = await openVoteOnForms(place, ballot);
      const context = await browser.newContext({ viewport: PHONE });
      const page = await context.newPage();
      page.setDefaultTimeout(10_000);
      const send = (button: string) =>
        Promise.all([page.waitForEvent("load"), page.locator(button).first().click()]);
      await page.goto(`${place.url}/glosuj/${cycleId}`);
      for (const [name, value] of Object.entries(identityOf(0))) await page.fill(`#${name}`, value);
      await send("form button");
      const session = (await context.cookies()).find(({ name }) => name === "code")?.value ?? "";
      await page.fill("#code", await codeFor(place, session));
      await send("form button");
      await expectUsable(page, "list");
      for (const hand of hands) {
        await send("main [value=next]");
        await expectUsable(page, "faulty");
        await hand(page);
        await send("main [value=next]");
        await expectUsable(page, "next");
      }
      if (!ballot.required) {
        await send("[value=skip]");
        await expectUsable(page, "check");
        await send("form[action$=glos] button");
        expect(page.url()).toContain("/potwierdzenie");
      }
      await context.close();
    },
    60_000,
  );
});
