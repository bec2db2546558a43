import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openLocalEid } from "../../infra/local/eid.ts";
import { drawn } from "../kit/chance.ts";
import { childPeselOf, openTestVote, peselOf, type TestVote } from "../kit/city.ts";
import { openPlace, type Place } from "../kit/place.ts";
import { codeFor } from "../kit/voting-city.ts";
import { type Browser, expectUsable, hasBrowser, openBrowser, type Page, PHONE } from "./browser.ts";

describe.skipIf(!hasBrowser)("who somebody is, in a browser", () => {
  let browser: Browser;
  let place: Place;
  let vote: TestVote;

  beforeAll(async () => {
    browser = await openBrowser();
    place = await openPlace({ eid: openLocalEid });
    vote = await openTestVote(place, {
      pools: { L13: { amountZloty: 600, costsZloty: [300, 100] } },
      voters: 0,
      roll: [peselOf(0), peselOf(101), childPeselOf(0), childPeselOf(1)]
        .map((pesel) => `${pesel};Nowak-Łoś;L13\n`)
        .join(""),
    });
  });
  afterAll(async () => {
    await browser?.close();
    await place?.close();
  });

  const send = (page: Page) =>
    Promise.all([page.waitForEvent("load"), page.locator("main form button").first().click()]);

  test.each(
    drawn("a child", [
      ["", "light", 0],
      ["/en", "dark", 1],
    ] as const),
  )(
    "%s, %s: a child with a guardian, by phone; nothing for axe, no scrolling sideways",
    async (language, colorScheme, n) => {
      const context = await browser.newContext({ viewport: PHONE, colorScheme });
      const page = await context.newPage();
      const seen = (state: string) => expectUsable(page, `${language} ${state}`);
      await page.goto(`${place.url}${language}/glosuj/${vote.cycleId}`);
      await seen("identity with every way");
      await send(page);
      await seen("identity with faults");
      await page.fill("#pesel", childPeselOf(n));
      await page.fill("#mothersMaidenName", "Nowak Łoś");
      await page.fill("#phone", `60010020${n}`);
      await send(page);
      await seen("guardian");
      await send(page);
      await seen("guardian without a statement");
      await page.check("#guardian");
      await send(page);
      await page.click("details:has(ul) > summary >> nth=-1");
      await seen("code, by phone");
      const session = (await context.cookies()).find(({ name }) => name === "code")?.value ?? "";
      await page.fill("#code", await codeFor(place, session));
      await send(page);
      expect(new URL(page.url()).pathname).toContain("/lista/");
      await context.close();
    },
    60_000,
  );

  test.each(
    drawn("a statement", [
      ["", "dark", 100],
      ["/en", "light", 101],
    ] as const),
  )(
    "%s, %s: a statement, filed and accepted first; nothing for axe, no scrolling sideways",
    async (language, colorScheme, n) => {
      const context = await browser.newContext({ viewport: PHONE, colorScheme });
      const page = await context.newPage();
      const seen = (state: string) => expectUsable(page, `${language} ${state}`);
      await page.goto(`${place.url}${language}/glosuj/${vote.cycleId}/oswiadczenie`);
      await seen("statement");
      await send(page);
      await seen("statement with faults");
      const fields = {
        firstName: "Zofia",
        surname: "Brzęczyszczykiewicz-Wędrychowicz",
        pesel: peselOf(n),
        mothersMaidenName: "Nowak",
        address: "Mariacka 5/7",
        email: `a-rather-long-address-of-somebody-${n}@long-domain-name.example.com`,
      };
      for (const [id, value] of Object.entries(fields)) await page.fill(`#${id}`, value);
      await page.selectOption("#district", "L13");
      await page.check("#declarations-0");
      await page.check("#declarations-1");
      await send(page);
      await seen("statement filed");
      const id = /stm_[0-9a-z]{16}/.exec(await page.content())?.[0] ?? "";

      await context.addCookies([{ name: "staff", value: await place.staff("clerk"), url: place.url }]);
      await page.goto(`${place.url}${language}/urzad/oswiadczenia`);
      await seen("statements");
      await page.goto(`${place.url}${language}/urzad/oswiadczenia/${vote.cycleId}`);
      await seen("taking a statement in");
      await page.goto(`${place.url}${language}/urzad/oswiadczenia/${vote.cycleId}/${id}`);
      await seen("one statement");
      if (n === 101) expect(await page.content()).toContain("is on the roll already");
      await page.check("input[value=accepted]");
      await send(page);
      await seen("statements, one waits for a second person");
      await page.goto(`${place.url}${language}/urzad/oswiadczenia/${vote.cycleId}/${id}`);
      await seen("one statement, accepted by the reader");
      await page.goto(`${place.url}${language}/eid/powrot?state=x`);
      await seen("an eID that did not begin here");
      await context.addCookies([{ name: "staff", value: await place.staff("coordinator"), url: place.url }]);
      await page.goto(`${place.url}${language}/urzad/edycje/${vote.cycleId}/spis`);
      await seen("the roll in force");
      await context.close();
    },
    60_000,
  );
});
