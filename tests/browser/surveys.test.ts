import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { localMoment } from "../../shared/domain/local-moment.ts";
import { dayOf } from "../../shared/domain/time.ts";
import { drawn } from "../kit/chance.ts";
import { openPlace, type Place } from "../kit/place.ts";
import { openSurvey } from "../kit/surveys.ts";
import { inHours } from "../kit/time.ts";
import {
  axeFaults,
  type Browser,
  type BrowserContext,
  hasBrowser,
  openBrowser,
  type Page,
  PHONE,
} from "./browser.ts";

/** Set to a folder, every page that is looked at here leaves its picture there. */
const PICTURES = process.env.RYNEK_PICTURES;

/** Eight questions of every kind, as the office types them, the second of those alone who said so in the first. */
const QUESTIONS: readonly Readonly<Record<string, string>>[] = [
  {
    kind: "one",
    pl: "Czy bywasz w parku?",
    uk: "Чи буваєте ви в парку?",
    options: "Tak\nNie",
    optionsUk: "Так\nНі",
  },
  { kind: "several", pl: "Kiedy?", uk: "Коли?", options: "Rano\nW południe\nWieczorem", after: "q1" },
  { kind: "scale", pl: "Jak oceniasz park?", uk: "Як ви оцінюєте парк?" },
  { kind: "ranking", pl: "Co zrobić najpierw?", uk: "Що спочатку?", options: "Alejki\nŁawki\nOświetlenie" },
  { kind: "short", pl: "Jedno słowo o parku", uk: "Одне слово про парк" },
  { kind: "long", pl: "Co jeszcze?", uk: "Що ще?" },
  { kind: "place", pl: "Gdzie mieszkasz?", uk: "Де ви живете?" },
  { kind: "one", pl: "Czy to dobra ankieta?", uk: "Чи це добре опитування?", options: "Tak\nNie" },
];

describe.skipIf(!hasBrowser)("a survey on a phone, without a script", { timeout: 180_000 }, () => {
  let place: Place;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  let office = "";
  beforeAll(async () => {
    [place, browser] = await Promise.all([openPlace(), openBrowser()]);
    context = await browser.newContext({ viewport: PHONE, locale: "pl-PL", javaScriptEnabled: false });
    context.setDefaultTimeout(10_000);
    page = await context.newPage();
  });
  afterAll(async () => {
    await browser?.close();
    await place?.close();
  });

  const look = async (name: string): Promise<void> => {
    const width = (await page.locator("html").boundingBox())?.width ?? 0;
    expect(width, name).toBeLessThanOrEqual(PHONE.width);
    if (PICTURES) await page.screenshot({ path: `${PICTURES}/${name}.png`, fullPage: true });
  };
  const press = (name: string | RegExp) => page.getByRole("button", { name }).first().click();
  const pathOf = (): string => new URL(page.url()).pathname;

  test("is made of eight questions and announced in the console", async () => {
    await page.goto(`${place.url}/urzad/zaloguj?do=${encodeURIComponent("/urzad/ankiety/nowa")}`);
    await press(/redakc|edytor/i);
    const write = (name: string, text: string) => page.locator(`[name="${name}"]`).fill(text);
    for (const [name, text] of Object.entries({
      "title-pl": "Park Boguckich",
      "title-uk": "Парк Богуцьких",
      "about-pl": "Pytamy o park.",
      "about-uk": "Питаємо про парк.",
    }))
      await write(name, text);
    await write("startsAt", localMoment(inHours(place, -1)));
    await write("endsAt", localMoment(inHours(place, 24)));
    await page.locator('[name="access"][value="anonymous"]').check();
    await page.locator('[name="results"][value="live"]').check();
    await look("new-survey");
    await press("Utwórz szkic");
    office = pathOf();
    for (const { kind = "", pl = "", uk = "", options = "", optionsUk = "", after } of QUESTIONS) {
      await page.goto(`${place.url}${office}/pytania`);
      await page.locator('[name="kind"]').selectOption(kind);
      await write("text-pl", pl);
      await write("text-uk", uk);
      await write("options-pl", options);
      await write("options-uk", optionsUk);
      if (after) {
        await page.locator('[name="after-question"]').selectOption(after);
        await write("after-option", "1");
      }
      await look("new-question");
      await press("Dodaj pytanie");
      expect(pathOf()).toBe(office);
    }
    await look("draft");
    await press("Ogłoś ankietę");
    await look("announced");
    await page.getByRole("link", { name: "Czysta ankieta do druku: Українська" }).click();
    await look("print-uk");
  });

  test("is answered with Back, reload, Enter and another language, and nothing is lost", async () => {
    const answer = `${office.replace("/urzad", "")}/odpowiedz`;
    await page.goto(`${place.url}${answer.replace("/odpowiedz", "")}`);
    await look("start");
    await page.getByRole("link", { name: "Zacznij ankietę" }).click();
    await look("question-1");
    await page.getByLabel("Tak").check();
    await press("Dalej");
    await page.getByLabel("Wieczorem").check();
    await page.getByLabel("Rano").check();
    await press("Українська");
    expect(pathOf()).toBe(`/uk${answer}`);
    expect(await page.getByLabel("Wieczorem").isChecked()).toBe(true);
    await look("question-2-uk");
    await press("Далі");
    await page.getByLabel("4").check();
    await press("Далі");
    await page.getByLabel("Ławki").fill("1");
    await page.getByLabel("Alejki").fill("2");
    await look("question-4-uk");
    await page.keyboard.press("Enter");
    await page.getByLabel("Одне слово про парк").fill("зелено");
    await page.goBack();
    expect(await page.getByLabel("Ławki").inputValue()).toBe("1");
    await page.reload();
    expect(await page.getByLabel("Alejki").inputValue()).toBe("2");
    await press("Далі");
    await page.getByLabel("Одне слово про парк").fill("зелено");
    await page.keyboard.press("Enter");
    await page.getByLabel("Що ще?").fill("Більше дерев");
    await press("Далі");
    await look("question-7-uk");
    await page.locator("select").selectOption({ index: 1 });
    await press("Далі");
    await press("Далі");
    await look("check-uk");
    await page.reload();
    await press("Polski");
    await look("check-pl");
    await press("Wyślij odpowiedzi");
    expect(await page.getByRole("link", { name: "Park Boguckich" }).count()).toBe(1);
    await look("thanks");
    await page.reload();
    expect(await page.getByText("зелено").count()).toBe(1);
    await page.goBack();
    expect(await page.getByText("Odpowiedzi zapisane").count()).toBeGreaterThan(0);
  });

  test("takes papers, is closed, and its results are read", async () => {
    await page.goto(`${place.url}${office}/papier`);
    await page.locator('[name="place"]').fill("Filia nr 5");
    await page.locator('[name="collectedOn"]').fill(dayOf(inHours(place, -24)));
    await page.getByLabel("Tak").first().check();
    await look("paper");
    await press("Zapisz i wpisz następną");
    await look("paper-next");
    await page.goto(`${place.url}${office}`);
    await look("open");
    await press("Zamknij ankietę");
    await look("closed");
    await page.getByRole("link", { name: "Zobacz wyniki" }).click();
    await look("results");
    expect(await page.getByText("1 osoba przez internet, 1 osoba na papierze").count()).toBe(1);
  });

  test("has nothing on a page of questions that axe stumbles over, in light and in dark", async () => {
    const { id } = await openSurvey(place);
    for (const colorScheme of drawn("a survey", ["light", "dark"] as const)) {
      const reader = await browser.newContext({ viewport: PHONE, locale: "pl-PL", colorScheme });
      const seen = await reader.newPage();
      await seen.goto(`${place.url}/ankiety/${id}/odpowiedz`);
      expect([colorScheme, await axeFaults(seen)]).toEqual([colorScheme, []]);
      await reader.close();
    }
  });
});
