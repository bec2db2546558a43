import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { CycleId } from "../../shared/domain/ids.ts";
import { instant } from "../../shared/domain/time.ts";
import { rollOf } from "../kit/city.ts";
import { openPlace, type Place } from "../kit/place.ts";
import { importRoll } from "../kit/roll.ts";
import { today } from "../kit/time.ts";
import {
  axeFaults,
  type Browser,
  type BrowserContext,
  hasBrowser,
  openBrowser,
  type Page,
  PHONE,
  sidewaysScroll,
} from "./browser.ts";

const DESKTOP = { width: 1200, height: 900 };

/** Set to a folder, every page that is looked at here leaves its picture there. */
const PICTURES = process.env.RYNEK_PICTURES;

describe.skipIf(!hasBrowser)("the office in a browser", { timeout: 120_000 }, () => {
  let place: Place;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  let edition = "";

  beforeAll(async () => {
    [place, browser] = await Promise.all([openPlace(), openBrowser()]);
    context = await browser.newContext({ viewport: DESKTOP, locale: "pl-PL" });
    page = await context.newPage();
    edition = await editionWithRoll();
  });
  afterAll(async () => {
    await browser?.close();
    await place?.close();
  });

  const editionWithRoll = async (): Promise<string> => {
    const token = await place.staff("coordinator");
    const at = (days: number) => new Date(place.clock.now() + days * 86_400_000).toISOString();
    const { body } = await place.call("POST /v1/staff/cycles", {
      token,
      key: true,
      body: {
        name: "Budżet Obywatelski Katowice",
        ruleSet: "katowice-xii",
        calendar: [
          { name: "submission", startsAt: at(-3), endsAt: at(20) },
          { name: "formal-review", startsAt: at(20), endsAt: at(50) },
          { name: "ballot-frozen", startsAt: at(50), endsAt: at(60) },
          { name: "voting", startsAt: at(60), endsAt: at(74) },
          { name: "results", startsAt: at(90), endsAt: at(120) },
        ],
        pools: [
          { id: "L13", amountGrosze: 32_000_000 },
          { id: "M", amountGrosze: 300_000_000 },
        ],
      },
    });
    // The call for proposals opens by itself first; an import in the same moment would be told that the edition has changed.
    await place.settle();
    await importRoll(place, body.id, rollOf(40));
    return `/urzad/edycje/${body.id}`;
  };

  /** Nothing sticks out on a phone or on a desk, and axe finds nothing on the phone, which shows everything that the desk does. */
  const look = async (name: string): Promise<void> => {
    for (const viewport of [PHONE, DESKTOP]) {
      await page.setViewportSize(viewport);
      expect(await sidewaysScroll(page), `${name} at ${viewport.width}`).toBe(0);
      if (viewport === PHONE) expect(await axeFaults(page), name).toEqual([]);
      if (PICTURES)
        await page.screenshot({ path: `${PICTURES}/${name}-${viewport.width}.png`, fullPage: true });
    }
  };

  const visit = async (path: string, name: string): Promise<void> => {
    await page.goto(`${place.url}${path}`);
    await look(name);
  };

  test("one click signs in, and leads back to the page that was asked for", async () => {
    await page.goto(`${place.url}${edition}`);
    await page.getByRole("link", { name: "Zaloguj się" }).click();
    await page.getByRole("button", { name: /Anna Wrona/ }).click();
    expect(page.url()).toBe(`${place.url}${edition}`);
  });

  test("the menu stays where it is when it opens, on a phone", async () => {
    await page.setViewportSize(PHONE);
    await page.goto(`${place.url}${edition}`);
    const menu = page.locator("header summary");
    const left = async () => Math.round((await menu.boundingBox())?.x ?? Number.NaN);
    const before = await left();
    await menu.click();
    await page.getByRole("link", { name: "Dzienniki" }).waitFor();
    expect(await left()).toBe(before);
    await page.setViewportSize(DESKTOP);
  });

  test("with the keyboard alone, dates are changed and what was wrong is found first", async () => {
    await page.goto(`${place.url}${edition}/daty/voting`);
    await page.getByLabel("Koniec").focus();
    await page.keyboard.press("Control+A");
    await page.keyboard.type("kiedyś");
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: "Popraw formularz" }).waitFor();
    expect(await page.title()).toMatch(/^Błąd: /);
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    expect(await page.evaluate("document.activeElement.id")).toBe("endsAt");
    await page.keyboard.press("Control+A");
    await page.keyboard.type(`${today(place, 80)} 24:00`);
    await page.keyboard.press("Tab");
    await page.keyboard.type("Wniosek rady miasta");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: /Czy zmienić daty/ }).waitFor();
    await look("dates-check");
    await page.getByRole("button", { name: "Zmień daty" }).focus();
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: "Przebieg edycji" }).waitFor();
    expect(await page.getByText("Wniosek rady miasta").count()).toBe(1);
  });

  test("a role that a page is not for is told so, and signs out with one button", async () => {
    await page.goto(`${place.url}${edition}/klucze`);
    await page.getByRole("heading", { name: "Brak uprawnień" }).waitFor();
    await page.goto(`${place.url}/urzad`);
    await page.getByRole("button", { name: "Wyloguj się" }).click();
    await page.waitForURL(`${place.url}/`);
    await page.goto(`${place.url}/urzad`);
    expect(await page.getByRole("link", { name: "Zaloguj się" }).count()).toBe(1);
  });

  test("the commission reads signals on a phone and on a desk", async () => {
    await page.goto(`${place.url}/urzad/zaloguj?do=${encodeURIComponent(edition)}`);
    await page.getByRole("button", { name: /Zofia Kania/ }).click();
    const cycleId = edition.split("/").at(-1) as CycleId;
    for (let n = 0; n < 24; n++) {
      const at = instant(place.clock.now() + n * 50_000);
      await place.deps.store.signals.arrive({
        cycleId,
        crowd: { shared: "address", subject: "k".repeat(26), day: "2027-09-15" },
        last: "m".repeat(26),
        voter: `${n}`.padStart(26, "0"),
        contact: `phone-${n % 5}`,
        at,
        keptUntil: at,
      });
    }
    await visit(`${edition}/sygnaly`, "signals");
    await visit(`/en${edition}/sygnaly`, "signals-en");
    expect(await page.getByText("24 people went to 5 addresses").count()).toBe(1);
  });
});
