import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { TestVote } from "../kit/city.ts";
import { openPlace, type Place } from "../kit/place.ts";
import { codeFor, identityOf, openVoteWithHardTitles } from "../kit/voting-city.ts";
import { type Browser, focused, hasBrowser, openBrowser, type Page, PHONE } from "./browser.ts";

const MOST_TABS = 60;

/** Tabs on until the focus is on what is looked for; nothing that has the focus on the way may be covered. */
const tabTo = async (page: Page, wanted: RegExp): Promise<void> => {
  for (let n = 0; n < MOST_TABS; n++) {
    await page.keyboard.press("Tab");
    const { selector, isSeen } = await focused(page);
    expect([selector, isSeen]).toEqual([selector, true]);
    if (wanted.test(selector)) return;
  }
  throw new Error(`the keyboard does not reach ${wanted} at ${page.url()}`);
};

const type = async (page: Page, field: RegExp, text: string): Promise<void> => {
  await tabTo(page, field);
  await page.keyboard.type(text);
};

const press = async (page: Page, button: RegExp, key = "Enter"): Promise<void> => {
  await tabTo(page, button);
  await Promise.all([page.waitForEvent("load"), page.keyboard.press(key)]);
};

const heading = (page: Page): Promise<string> => page.locator("h1").innerText();

describe.skipIf(!hasBrowser)("on a phone, in English, without scripts, by the keyboard alone", () => {
  let place: Place;
  let vote: TestVote;
  let browser: Browser;

  beforeAll(async () => {
    [place, browser] = await Promise.all([openPlace(), openBrowser()]);
    vote = await openVoteWithHardTitles(place, {
      pools: {
        M: { amountZloty: 3000, costsZloty: [2000, 1500, 900] },
        L13: { amountZloty: 600, costsZloty: [300, 100, 50, 20, 10] },
      },
      voters: 3,
    });
  });
  afterAll(async () => {
    await browser?.close();
    await place?.close();
  });

  test("a vote is cast, from the start to the receipt", async () => {
    const context = await browser.newContext({ viewport: PHONE, javaScriptEnabled: false, locale: "en-GB" });
    const page = await context.newPage();
    await page.goto(`${place.url}/en/glosuj`);
    await press(page, /^a#\[\] Start voting/);

    const { pesel, mothersMaidenName, email } = identityOf(0);
    await type(page, /^input#pesel/, pesel);
    await type(page, /^input#mothersMaidenName/, mothersMaidenName);
    await type(page, /^input#email/, email);
    await press(page, /Send the code/);
    expect(await heading(page)).toBe("Enter the code from the message");

    const session = (await context.cookies()).find(({ name }) => name === "code")?.value ?? "";
    await type(page, /^input#code/, await codeFor(place, session));
    await Promise.all([page.waitForEvent("load"), page.keyboard.press("Enter")]);
    expect(await heading(page)).toBe("Choose up to 3 projects in the district Bogucice");

    await press(page, /\[next\] Continue/);
    expect(await page.title()).toMatch(/^Error: /);
    expect((await focused(page)).selector).toContain("There is a problem");
    for (const id of ["pick", "pick-4"]) {
      await tabTo(page, new RegExp(`^input#${id}\\[`));
      await page.keyboard.press("Space");
    }
    await press(page, /\[next\] Continue/);
    expect(await heading(page)).toBe("How do you want to split 3 points?");

    await tabTo(page, /^input#split/);
    await page.keyboard.press("Space");
    await press(page, /\[next\] Continue/);
    await tabTo(page, /^input#pick-3/);
    await page.keyboard.press("Space");
    await press(page, /\[next\] Continue/, "Space");
    expect(await heading(page)).toBe("Check your vote");

    await press(page, /Change: Citywide projects/);
    await press(page, /\[skip\] Skip this list/);
    expect(await page.innerText("main")).toContain("No projects chosen. You cannot add them after sending.");
    await press(page, /Send the vote/);
    expect(await heading(page)).toBe("Your vote is recorded");

    const receipt = await page.locator(".reference").innerText();
    await page.reload();
    expect(await page.locator(".reference").innerText()).toBe(receipt);
    expect(new URL(page.url()).pathname).toBe(`/en/glosuj/${vote.cycleId}/potwierdzenie`);
    await press(page, /Check that your vote is recorded/);
    await type(page, /^input#receipt/, receipt);
    await Promise.all([page.waitForEvent("load"), page.keyboard.press("Enter")]);
    expect(await page.innerText("main")).toContain("The vote is in the ballot box");
    await context.close();
  }, 90_000);
});
