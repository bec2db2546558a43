import { afterAll, beforeAll, expect, test } from "vitest";
import { newKey, openPlace, type Place } from "../kit/place.ts";
import { beginDraft, letterAbout, openCall, pathInLetter } from "../kit/proposals.ts";
import { faultsOfPage } from "../pages/tags.ts";

let place: Place;
let cycleId: string;
beforeAll(async () => {
  place = await openPlace();
  cycleId = await openCall(place);
}, 60_000);
afterAll(() => place?.close());

/** The page that waits for a code, and the letter that has it. */
const asked = async (email: string) => {
  const page = await place.call("POST /zglos", { form: { cycle: cycleId, email, key: newKey() } });
  expect(faultsOfPage(page.text)).toEqual([]);
  const letter = await letterAbout(place, email, /link do formularza/i);
  const sealed = /name="sealed"[^>]*value="([^"]+)"/.exec(page.text)?.[1] ?? "";
  const code = /^\s*(\d{8})\s*$/m.exec(letter?.text ?? "")?.[1] ?? "";
  return { sealed, code, link: pathInLetter(letter) };
};
const enter = (sealed: string, code: string) =>
  place.call("POST /kod-do-wniosku", { form: { sealed, code } });
const other = (code: string): string => String((Number(code) + 1) % 1e8).padStart(8, "0");

test("the code of a letter leads where its link leads, to begin and to come back", async () => {
  const first = await asked("ola@example.com");
  const entered = await enter(first.sealed, `${first.code.slice(0, 4)} ${first.code.slice(4)}`);
  expect(entered.status).toBe(303);
  expect((await place.call(`GET ${entered.headers.get("location")}`)).text).toContain("ola@example.com");
  const draft = await beginDraft(place, cycleId, "ola@example.com");
  const again = await asked("ola@example.com");
  const back = await enter(again.sealed, again.code);
  expect((await place.call(`GET ${back.headers.get("location")}`)).text).toContain(draft);
});

test("a code opens nothing at another page, nor after an hour; the link of its letter still does", async () => {
  const [ola, ewa] = [await asked("ola@example.com"), await asked("ewa@example.com")];
  expect((await enter(ola.sealed, ewa.code)).status).toBe(422);
  expect((await enter("x", ewa.code)).status).toBe(400);
  await place.clock.moveTo((now) => now + 3_601_000);
  const late = await enter(ewa.sealed, ewa.code);
  expect([late.status, faultsOfPage(late.text)]).toEqual([400, []]);
  expect((await place.call(`GET ${ewa.link}`)).status).toBe(200);
});

test("five wrong tries end a code, and what is told of it does not say which", async () => {
  const { sealed, code, link } = await asked("jan@example.com");
  for (let tries = 1; tries <= 5; tries++) {
    const wrong = await enter(sealed, other(code));
    expect([wrong.status, faultsOfPage(wrong.text)]).toEqual([422, []]);
  }
  expect((await enter(sealed, code)).status).toBe(400);
  expect((await place.call(`GET ${link}`)).status).toBe(200);
  const anew = await asked("jan@example.com");
  expect((await enter(anew.sealed, anew.code)).status).toBe(303);
});
