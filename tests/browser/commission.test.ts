import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openTestVote, peselOf, vote } from "../kit/city.ts";
import { openPlace, type Place } from "../kit/place.ts";
import { HOUR_MS } from "../workflows/edition.ts";
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

/** Set to a folder, every page that is looked at here leaves its picture there. */
const PICTURES = process.env.RYNEK_PICTURES;

describe.skipIf(!hasBrowser)("the commission on its phones", { timeout: 120_000 }, () => {
  let place: Place;
  let browser: Browser;
  let zofia: Page;
  let andrzej: Page;
  const contexts: BrowserContext[] = [];
  let edition = "";
  let cycleId = "";

  const signIn = async (page: Page, name: RegExp): Promise<void> => {
    await page.goto(`${place.url}/urzad/zaloguj?do=${encodeURIComponent(edition)}`);
    await page.getByRole("button", { name }).click();
  };

  const look = async (page: Page, name: string): Promise<void> => {
    expect(await sidewaysScroll(page), name).toBe(0);
    expect(await axeFaults(page), name).toEqual([]);
    if (PICTURES) await page.screenshot({ path: `${PICTURES}/${name}.png`, fullPage: true });
  };

  beforeAll(async () => {
    [place, browser] = await Promise.all([openPlace(), openBrowser()]);
    const one = await openTestVote(place, {
      pools: { L13: { amountZloty: 600, costsZloty: [300] } },
      voters: 2,
    });
    cycleId = one.cycleId;
    edition = `/urzad/edycje/${cycleId}`;
    await vote(place, cycleId, 0, [{ pool: "L13", points: { [one.projects.L13?.[0] ?? ""]: 3 } }]);
    [zofia, andrzej] = (await Promise.all(
      [0, 1].map(async () => {
        const context = await browser.newContext({ viewport: PHONE, locale: "pl-PL" });
        contexts.push(context);
        return await context.newPage();
      }),
    )) as [Page, Page];
    await signIn(zofia, /Zofia Kania/);
    await signIn(andrzej, /Andrzej Puchacz/);
  });
  afterAll(async () => {
    await browser?.close();
    await place?.close();
  });

  test("extends the vote by two people", async () => {
    await zofia.getByRole("link", { name: "Przedłuż głosowanie" }).click();
    await look(zofia, "extension");
    const [day] = new Date(place.clock.now() + 48 * HOUR_MS).toISOString().split("T");
    await zofia.getByLabel("Koniec").fill("jutro");
    await zofia.getByRole("button", { name: "Zgłoś przedłużenie" }).click();
    await look(zofia, "extension-fault");
    await zofia.getByLabel("Koniec").fill(`${day} 24:00`);
    await zofia.getByLabel("Powód").fill("Awaria poczty przez trzy godziny");
    await zofia.getByRole("button", { name: "Zgłoś przedłużenie" }).click();
    await zofia.getByRole("link", { name: "Przedłużenie głosowania" }).click();
    await look(zofia, "extension-mine");
    await andrzej.goto(zofia.url());
    await look(andrzej, "extension-other");
    await andrzej.getByRole("button", { name: "Przyjmij propozycję" }).click();
    await andrzej.getByText("przyjęta", { exact: true }).waitFor();
    await zofia.goto(`${place.url}/glosuj`);
    await zofia.getByText("Głosowanie jest przedłużone").waitFor();
    await look(zofia, "vote-extended");
  });

  test("leaves a ballot out by two people, on pages that are whole", async () => {
    const { closesAt } = (await place.call(`GET /v1/cycles/${cycleId}`)).body;
    await place.clock.moveTo(Date.parse(closesAt) + 62_000);
    await signIn(zofia, /Zofia Kania/);
    await signIn(andrzej, /Andrzej Puchacz/);
    await zofia.getByRole("link", { name: "Karty nieważne" }).click();
    await look(zofia, "voids");
    await zofia.getByRole("button", { name: "Złóż propozycję" }).click();
    expect(await zofia.getByRole("link", { name: "Wybierz powód." }).count()).toBe(1);
    await look(zofia, "voids-fault");
    await zofia.getByLabel("Numer PESEL").fill(peselOf(0));
    await zofia.getByLabel("ktoś zagłosował za kogoś innego").check();
    await zofia.getByLabel("Uzasadnienie").fill("Posiedzenie nr 7");
    await zofia.getByRole("button", { name: "Złóż propozycję" }).click();
    await zofia.goto(`${place.url}${edition}/niewazne`);
    const path = await zofia.getByRole("link", { name: /^vod_/ }).getAttribute("href");
    await andrzej.goto(`${place.url}${path}`);
    await look(andrzej, "void-proposed");
    await andrzej.getByRole("button", { name: "Przyjmij propozycję" }).click();
    await zofia.goto(`${place.url}${path}`);
    await look(zofia, "void-link");
    await zofia.getByLabel("Numer karty, na który wskazuje powiązanie").fill("nie wiem");
    await zofia.getByRole("button", { name: "Zapisz numer karty" }).click();
    expect(await zofia.getByRole("link", { name: "Wpisz numer karty: 20 znaków." }).count()).toBe(1);
    await look(zofia, "void-fault");
    await zofia.getByLabel("Powód zamknięcia").fill("Zgubiony klucz powiązań");
    await zofia.getByRole("button", { name: "Zamknij sprawę" }).click();
    await zofia.goto(`${place.url}${path}`);
    await zofia.getByText("zamknięta bez zmian").waitFor();
    await look(zofia, "void-declined");
  });
});
