/** The way back of whoever has lost the link to what they submitted: by their mailbox, as long as the edition knows its authors. */
import { afterAll, beforeAll, expect } from "vitest";
import { z } from "zod";
import { inTurn } from "../kit/in-turn.ts";
import { keyPaper } from "../kit/papers.ts";
import { newKey, openPlace, type Place } from "../kit/place.ts";
import {
  ASKS_FOR_NONE,
  beginDraft,
  enterPhase,
  letterAbout,
  openCall,
  PARTS,
  pathInLetter,
  propose,
  savePart,
} from "../kit/proposals.ts";
import { faultsOfPage } from "../pages/tags.ts";

const { test } = inTurn();

const MONTHS_MS = 60 * 86_400_000;
const [ONLINE, API, PAPER, STRANGER, SIGNED] = ["lucja", "ola", "jozefa", "nikt", "wit"].map(
  (name) => `${name}@example.com`,
) as [string, string, string, string, string];

let place: Place;
let cycleId: string;
const ids: Record<string, string> = {};
beforeAll(async () => {
  place = await openPlace();
  cycleId = await openCall(place, ASKS_FOR_NONE);
  const draft = await beginDraft(place, cycleId, ONLINE);
  for (const [part, fields] of Object.entries(PARTS)) await savePart(place, draft, part, fields);
  expect((await place.call(`POST ${draft}/sprawdz`, { form: {} })).status).toBe(303);
  ids[ONLINE] = draft.split("/").at(-2) ?? "";
  ids[API] = (await propose(place, cycleId, { author: { name: "Ola", email: API, isNamePublic: false } })).id;
  const author = { name: "Józefa Kot", email: PAPER, isNamePublic: false };
  ids[PAPER] = (await keyPaper(place, cycleId, { author })).id;
  ids[SIGNED] = ids[PAPER];
  const body = { name: "Wit Mróz", email: SIGNED, isNamePublic: false };
  const entered = await place.call(`POST /v1/staff/cycles/${cycleId}/projects/${ids[PAPER]}/co-authors`, {
    ...{ token: await place.staff("clerk"), key: newKey(), body },
  });
  expect(entered.status).toBe(200);
}, 60_000);
afterAll(() => place?.close());

const ask = (email: string) => place.call("POST /zglos", { form: { cycle: cycleId, email, key: newKey() } });
/** The page behind the link of the last such letter. */
const behind = async (email: string, subject = /złożonych wniosków/) => {
  const letter = await letterAbout(place, email, subject);
  return place.call(`GET ${pathInLetter(letter)}`);
};
const linkTo = (id = "", text = ""): string =>
  [...text.matchAll(/href="([^"]*\/moje\/wnioski\/[^"]+)"/g)]
    .map(([, to = ""]) => to)
    .find((to) => to.includes(id)) ?? "";

test("while the call is open, whatever came in from a mailbox is behind its link, on paper and by the API too", async () => {
  for (const email of [ONLINE, API, PAPER, SIGNED]) {
    expect((await ask(email)).status).toBe(200);
    const { text } = await behind(email, /link do formularza/);
    expect([email, linkTo(ids[email], text)]).toEqual([email, expect.stringContaining("/moje/wnioski/")]);
  }
});

test("long after the call the way back is there, and nothing can be begun by it", async () => {
  await enterPhase(place, cycleId, "formal-review");
  await place.clock.moveTo((now) => now + MONTHS_MS);
  const start = await place.call("GET /zglos");
  expect([start.status, faultsOfPage(start.text)]).toEqual([200, []]);
  expect(start.text).toContain("Masz już złożony wniosek?");
  const wrong = await place.call("POST /zglos", { form: { cycle: cycleId, email: "nic", key: newKey() } });
  expect([wrong.status, faultsOfPage(wrong.text)]).toEqual([422, []]);
  for (const email of [ONLINE, API, PAPER, SIGNED]) {
    expect((await ask(email)).status).toBe(200);
    const page = await behind(email);
    expect([page.status, faultsOfPage(page.text)]).toEqual([200, []]);
    expect(page.text).not.toContain("Nowy wniosek");
    const own = await place.call(`GET ${linkTo(ids[email], page.text)}`);
    expect([email, own.status]).toEqual([email, 200]);
    const begun = await place.call(
      `POST ${pathInLetter(await letterAbout(place, email, /złożonych wniosków/))}`,
      {
        form: { key: newKey() },
      },
    );
    expect(begun.status).toBe(409);
  }
});

test("while another call is open its form comes first, and the way back has a page of its own", async () => {
  const other = await openCall(place, ASKS_FOR_NONE);
  const start = await place.call("GET /zglos");
  expect([start.text.includes(`value="${other}"`), start.text.includes(`value="${cycleId}"`)]).toEqual([
    true,
    false,
  ]);
  expect(start.text).toContain('href="/zglos?lost=1"');
  const lost = await place.call("GET /zglos?lost=1");
  expect([lost.status, faultsOfPage(lost.text)]).toEqual([200, []]);
  expect([lost.text.includes(`value="${other}"`), lost.text.includes(`value="${cycleId}"`)]).toEqual([
    false,
    true,
  ]);
});

test("whoever has nothing there is answered and written to as everybody else", async () => {
  const [known, unknown] = [await ask(API), await ask(STRANGER)];
  const bare = ({ text }: { text: string }, email: string) =>
    text
      .replaceAll(email, "")
      .replace(/value="[^"]*"/g, "")
      .replace(/nonce-[^'"]*/g, "");
  expect([unknown.status, bare(unknown, STRANGER)]).toEqual([known.status, bare(known, API)]);
  const page = await behind(STRANGER);
  expect([page.status, linkTo("", page.text)]).toEqual([200, ""]);
  expect(page.text).toContain("Z tego adresu nie ma wniosku w tej edycji.");
});

test("once its authors are forgotten there is no way back, and no row of it", async () => {
  const version = (
    await place.call(`GET /v1/staff/cycles/${cycleId}`, { token: await place.staff("coordinator") })
  ).body.version;
  const done = await place.call(`POST /v1/staff/cycles/${cycleId}/transitions`, {
    token: await place.staff("coordinator"),
    headers: { "if-match": `"v${version}"` },
    body: { to: "cancelled", reason: "Nie będzie głosowania" },
  });
  expect(done.status, done.text).toBeLessThan(300);
  await place.settle();
  expect((await ask(API)).status).toBe(200);
  await place.clock.moveTo((now) => now + 2 * MONTHS_MS);
  await place.invoke("workflow", { sweep: true });
  expect((await ask(API)).status).toBe(409);
  const rows = await place.deps.store.table.scan("main", "AUTHORED#", z.looseObject({}));
  expect(rows).toEqual([]);
});
