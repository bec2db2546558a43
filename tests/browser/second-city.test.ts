import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { drawn } from "../kit/chance.ts";
import { openPlace, type Place } from "../kit/place.ts";
import { BOROWA } from "../kit/second-city.ts";
import { axeFaults, type Browser, hasBrowser, openBrowser, sidewaysScroll } from "./browser.ts";

const LOOKS = (["light", "dark"] as const).flatMap((colorScheme) =>
  [320, 1280].map((width) => ({ colorScheme, width })),
);

const rgb = (colour: string): string =>
  `rgb(${[1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16)).join(", ")})`;

describe.skipIf(!hasBrowser)("a city of other colours, with a logo, in a browser", () => {
  let browser: Browser;
  let place: Place;
  beforeAll(async () => {
    browser = await openBrowser();
    place = await openPlace({ city: BOROWA });
  });
  afterAll(async () => {
    await browser?.close();
    await place?.close();
  });

  test.each(drawn("a look", LOOKS))(
    "$colorScheme, $width px: its header, its logo painted whole, nothing for axe, no scrolling sideways",
    async ({ colorScheme, width }) => {
      const page = await browser.newPage({ colorScheme, viewport: { width, height: 740 } });
      for (const path of ["/", "/en/glosuj", "/zglos", "/prywatnosc", "/nothing"]) {
        await page.goto(place.url + path);
        const header = await page.evaluate(
          "getComputedStyle(document.querySelector('.top')).backgroundColor",
        );
        expect(header).toBe(rgb(BOROWA.theme[colorScheme].brand));
        const logo = await page.evaluate(
          "(({ complete, naturalWidth, width, height }) => [complete && naturalWidth > 0, width, height])(document.querySelector('.service img'))",
        );
        expect(logo).toEqual([true, 64, 40]);
        expect([path, await sidewaysScroll(page), await axeFaults(page)]).toEqual([path, 0, []]);
      }
      await page.close();
    },
    60_000,
  );
});
