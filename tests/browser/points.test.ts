import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { peselOf, type TestVote } from "../kit/city.ts";
import { openPlace, type Place } from "../kit/place.ts";
import { stepVisitor } from "../kit/staff-visitor.ts";
import { today } from "../kit/time.ts";
import { clerksOf, openVoteWithPoints } from "../kit/voting-points.ts";
import {
  axeFaults,
  type Browser,
  hasBrowser,
  openBrowser,
  type Page,
  PHONE,
  sidewaysScroll,
} from "./browser.ts";

describe.skipIf(!hasBrowser)("a voting point in a browser", { timeout: 120_000 }, () => {
  let place: Place;
  let browser: Browser;
  let city: TestVote;
  let page: Page;

  beforeAll(async () => {
    [place, browser] = await Promise.all([openPlace(), openBrowser()]);
    city = await openVoteWithPoints(place);
    page = await (await browser.newContext({ viewport: PHONE, locale: "pl-PL" })).newPage();
    await signIn("clerk");
  });
  afterAll(async () => {
    await browser?.close();
    await place?.close();
  });

  const signIn = async (role: "clerk" | "coordinator", n = 0): Promise<void> => {
    const signedIn = stepVisitor(place);
    await signedIn.signIn(role, n);
    await page
      .context()
      .addCookies([{ name: "staff", value: signedIn.jar.get("staff") ?? "", url: place.url }]);
  };

  const looksRight = async (): Promise<void> => {
    expect([page.url(), await axeFaults(page)]).toEqual([page.url(), []]);
    expect([page.url(), await sidewaysScroll(page)]).toEqual([page.url(), 0]);
  };

  const faulty = () => page.locator(".faults").count();

  test("its pages have no fault of accessibility, and fit a phone", async () => {
    await page.goto(`${place.url}/urzad/punkty`);
    await looksRight();
    await page.goto(`${place.url}/urzad/punkty/${city.cycleId}/biblioteka-5`);
    await looksRight();
    await page.getByRole("button", { name: "Otwórz kartę do głosowania" }).click();
    expect(await faulty()).toBe(1);
    await looksRight();

    await page.getByLabel("Numer PESEL").fill(peselOf(0));
    await page.getByLabel("Mam przed sobą dokument").check();
    await page.getByRole("button", { name: "Otwórz kartę do głosowania" }).click();
    await page.getByLabel("Projekt L13 1").check();
    await page.getByRole("button", { name: "Dalej" }).click();
    await page.locator('button[value="skip"]').click();
    await page.locator('form[action$="/glos"] button').click();
    await page.waitForURL("**/potwierdzenie");
    await looksRight();
    await page.getByRole("link", { name: "Zakończ i wyczyść ekran" }).click();
    await page.waitForURL("**/biblioteka-5");
  });

  test("nor have the pages of paper cards", async () => {
    const clerks = clerksOf(place, city.cycleId);
    const batch = await clerks.register(2);
    await page.goto(`${place.url}/urzad/partie/${city.cycleId}/${batch}`);
    await looksRight();
    await page.getByRole("link", { name: "Wprowadź kartę 1" }).click();
    await looksRight();
    await page.getByRole("button", { name: "Odrzuć kartę" }).click();
    expect(await faulty()).toBe(1);
    await looksRight();
    await page.getByLabel("Numer PESEL").fill(peselOf(1));
    await page.getByRole("button", { name: "Pokaż listy" }).click();
    await looksRight();
    await page.getByLabel("Projekt M 1").fill("2");
    await page.getByRole("button", { name: "Zapisz kartę" }).click();
    await page.waitForURL(`**/${batch}/2`);

    await signIn("clerk", 1);
    await page.goto(`${place.url}/urzad/partie/${city.cycleId}/${batch}/1`);
    await page.getByLabel("Numer PESEL").fill(peselOf(1));
    await page.getByRole("button", { name: "Pokaż listy" }).click();
    await page.getByLabel("Projekt M 2").fill("2");
    await page.getByRole("button", { name: "Zapisz kartę" }).click();
    expect(await faulty()).toBe(1);
    await looksRight();
    await page.getByLabel("Projekt M 2").fill("");
    await page.getByLabel("Projekt M 1").fill("2");
    await page.getByRole("button", { name: "Zapisz kartę" }).click();
    await page.goto(`${place.url}/urzad/partie/${city.cycleId}/${batch}/1`);
    expect(await page.locator("main").textContent()).toContain("Karta jest rozstrzygnięta");
    await looksRight();
    for (const by of [0, 1])
      expect((await clerks.key(by, batch, 2, { rejection: "blank" })).status).toBe(200);
  });

  test("nor has the blank card, which tells what to do without a connection and is printed without the page around it", async () => {
    await page.goto(`${place.url}/urzad/punkty/${city.cycleId}/biblioteka-5`);
    await page.getByRole("link", { name: "Karta do druku: Bogucice" }).click();
    await looksRight();
    await page.emulateMedia({ media: "print" });
    expect(await page.locator(".menu, .back, .language, .foot").filter({ visible: true }).count()).toBe(0);
    await page.emulateMedia({ media: "screen" });
  });

  test("nor has the record of a day, signed or with a fault", async () => {
    const day = today(place);
    await page.goto(`${place.url}/urzad/punkty/${city.cycleId}/biblioteka-5/dzien/${day}`);
    await looksRight();
    await page.getByLabel("Wydane potwierdzenia").fill("9");
    await page.getByLabel("Karty wyjęte z urny").fill("2");
    await page.getByRole("button", { name: "Podpisz jako osoba z punktu" }).click();
    expect(await faulty()).toBe(1);
    await looksRight();
    await page.getByLabel("Wyjaśnienie różnicy").fill("Wydruki próbne");
    await page.getByRole("button", { name: "Podpisz jako osoba z punktu" }).click();
    expect(await page.locator("main ol").textContent()).toContain("Adam Jaskółka");
    await looksRight();
  });

  test("nor has the coordinator's list of points", async () => {
    await signIn("coordinator");
    await page.goto(`${place.url}/urzad/edycje/${city.cycleId}/punkty`);
    await looksRight();
  });
});
