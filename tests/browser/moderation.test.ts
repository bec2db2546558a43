/** A moderator looks at a post on a telephone, without a script: takes it, blacks out a number, and sees what residents see. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { appealLink, moderate } from "../kit/moderation.ts";
import { openPlace, type Place } from "../kit/place.ts";
import { openGathering, remark } from "../kit/remarks.ts";
import {
  axeFaults,
  type Browser,
  hasBrowser,
  openBrowser,
  type Page,
  PHONE,
  sidewaysScroll,
} from "./browser.ts";

describe.skipIf(!hasBrowser)("moderation on a telephone", { timeout: 120_000 }, () => {
  let place: Place;
  let browser: Browser;
  let id = "";

  beforeAll(async () => {
    [place, browser] = await Promise.all([openPlace(), openBrowser()]);
    id = await openGathering(place);
    await remark(place, id, { text: `Proszę dzwonić: 501 222 333. ${"Ławki".repeat(60)}` });
    await remark(place, id, { text: "Złodzieje!", email: "drugi@example.com" });
  });
  afterAll(async () => {
    await browser?.close();
    await place?.close();
  });

  const open = async (path: string): Promise<Page> => {
    const context = await browser.newContext({
      viewport: PHONE,
      locale: "pl-PL",
      javaScriptEnabled: false,
    });
    await context.addCookies([{ name: "staff", value: await place.staff("moderator"), url: place.url }]);
    const page = await context.newPage();
    await page.goto(`${place.url}${path}`);
    return page;
  };
  const isFit = async (path: string): Promise<void> => {
    const page = await open(path);
    expect([path, await sidewaysScroll(page)]).toEqual([path, 0]);
    await page.context().close();
    const context = await browser.newContext({ viewport: PHONE, locale: "pl-PL" });
    await context.addCookies([{ name: "staff", value: await place.staff("moderator"), url: place.url }]);
    const scripted = await context.newPage();
    await scripted.goto(`${place.url}${path}`);
    expect([path, await axeFaults(scripted)]).toEqual([path, []]);
    await context.close();
  };

  test("from the queue to a number blacked out, by taps alone", async () => {
    const page = await open("/urzad/moderacja");
    await page.getByRole("link", { name: /Obejrzyj uwagę nr 1/ }).click();
    await page.getByRole("button", { name: "Biorę" }).click();
    expect(await page.inputValue('[name="words"]')).toBe("501 222 333");
    await page.locator('[name="why-point"][value="3"]').check();
    await page.getByRole("button", { name: "Zaczernij", exact: true }).click();
    expect(await page.content()).toContain("Słowa są zaczernione.");
    await page.goto(`${place.url}/konsultacje/${id}/uwagi`);
    expect(await page.getByRole("img", { name: "zaczernione" }).count()).toBe(1);
    expect(await page.content()).not.toContain("501 222 333");
    await page.context().close();
  });

  test("no page of it scrolls sideways or has a fault for whoever listens", async () => {
    await moderate(place, id, "hiding", { point: "2" }, { post: "rmk_000002" });
    for (const path of [
      "/urzad/moderacja",
      `/urzad/moderacja/${id}/rmk_000001`,
      `/urzad/moderacja/${id}/rmk_000002`,
      `/urzad/moderacja/${id}/rmk_000001/oryginal`,
      "/konsultacje/zasady",
      "/konsultacje/moderacja",
      `/konsultacje/${id}/uwagi`,
      await appealLink(place, "drugi@example.com"),
    ])
      await isFit(path);
  });
});
