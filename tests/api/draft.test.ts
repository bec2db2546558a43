import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { cookieOf } from "../../shared/platform/cookies.ts";
import { draftIn } from "../../shared/platform/draft.ts";
import { openPlace, type Place } from "../kit/place.ts";

let place: Place;
beforeAll(async () => {
  place = await openPlace();
});
afterAll(() => place?.close());

const Typed = z.object({ typed: z.record(z.string(), z.string()) });
const DRAFT = draftIn({ cookie: "form", lifetimeSeconds: 900, holds: Typed });
const typed = { typed: { q1: "zażółć", q2: "" } };

/** A browser that holds this cookie. */
const holding = (line = "") => {
  const [cookie = ""] = line.split(";");
  return { cookie: (name: string) => cookieOf({ cookies: [cookie] }, name, place.url) };
};
const kept = async (form: string, data: z.input<typeof Typed> = typed, kind = DRAFT): Promise<string> =>
  (await kind.keep(form, data, place.deps)) ?? "";

test("what was typed is found by its own form alone, until its time is over, and read by nobody else", async () => {
  const line = await kept("srv_1");
  expect(line).toMatch(/^form=[\w-]+; Path=\/; Max-Age=900; HttpOnly; SameSite=Lax$/);
  expect(await DRAFT.read("srv_1", holding(line), place.deps)).toEqual(typed);
  expect(await DRAFT.read("srv_2", holding(line), place.deps)).toBeUndefined();
  const other = draftIn({ cookie: "other", lifetimeSeconds: 900, holds: Typed });
  expect(await other.read("srv_1", holding(line.replace("form=", "other=")), place.deps)).toBeUndefined();
  const site = { ...place.deps.site, url: "https://rynek.example" };
  expect(await DRAFT.keep("srv_1", typed, { ...place.deps, site })).toMatch(/^__Host-form=.*; Secure$/);
  await place.clock.moveTo((now) => now + 880_000);
  expect(await DRAFT.read("srv_1", holding(line), place.deps)).toEqual(typed);
  await place.clock.moveTo((now) => now + 30_000);
  expect(await DRAFT.read("srv_1", holding(line), place.deps)).toBeUndefined();
});

test("one changed character, anywhere, and what is no draft at all are as if there were none", async () => {
  const line = await kept("srv_1");
  const [value = ""] = line.slice("form=".length).split(";");
  for (const at of [0, 7, 16, 40, value.length - 20, value.length - 2]) {
    const changed = `${value.slice(0, at)}${value[at] === "A" ? "B" : "A"}${value.slice(at + 1)}`;
    expect(await DRAFT.read("srv_1", holding(`form=${changed}`), place.deps)).toBeUndefined();
  }
  for (const none of ["", "x", "ł", "A".repeat(4000)])
    expect(await DRAFT.read("srv_1", holding(`form=${none}`), place.deps)).toBeUndefined();
  expect(await DRAFT.read("srv_1", holding(), place.deps)).toBeUndefined();
});

test("what another version of the form kept is no draft of this one", async () => {
  const before = draftIn({ cookie: "form", lifetimeSeconds: 900, holds: z.object({ ticks: z.string() }) });
  const line = (await before.keep("srv_1", { ticks: "1" }, place.deps)) ?? "";
  expect(await DRAFT.read("srv_1", holding(line), place.deps)).toBeUndefined();
});

test("its length says little of what is in it, and stays below what a browser takes; more is refused", async () => {
  const lengths = await Promise.all(
    ["", "x", "Nie", "x".repeat(80)].map(
      async (text) => (await kept("srv_1", { typed: { q1: text } })).length,
    ),
  );
  expect(new Set(lengths).size).toBe(1);
  const long = place.deps.system.random(1400);
  const text = Buffer.from(long).toString("base64url");
  const most = await kept("srv_1", { typed: { q1: text } });
  expect(most.length).toBeLessThanOrEqual(3000);
  expect(await DRAFT.read("srv_1", holding(most), place.deps)).toEqual({ typed: { q1: text } });
  const more = Buffer.from(place.deps.system.random(2100)).toString("base64url");
  expect(await DRAFT.keep("srv_1", { typed: { q1: more } }, place.deps)).toBeUndefined();
  expect(await DRAFT.keep("srv_1", { typed: { q1: "a".repeat(70_000) } }, place.deps)).toBeUndefined();
});
