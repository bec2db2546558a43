import { afterAll, beforeAll, expect, test } from "vitest";
import { openTestVote, type TestVote } from "../kit/city.ts";
import { itemsIn } from "../kit/items.ts";
import { openPlace, type Place } from "../kit/place.ts";
import { type Seen, type Visitor, visitor } from "../kit/visitor.ts";
import { toFirstList } from "../kit/voting-city.ts";
import { tagsOf } from "./tags.ts";
import { expectWhole } from "./whole.ts";

let place: Place;
let vote: TestVote;
let next = 0;

const at = (page: string, prefix = "/en"): string => `${prefix}/glosuj/${vote.cycleId}${page}`;

beforeAll(async () => {
  place = await openPlace();
  vote = await openTestVote(place, {
    pools: {
      M: { amountZloty: 3000, costsZloty: [2000, 1500, 900, 300] },
      L13: { amountZloty: 600, costsZloty: [300, 100, 50, 20] },
    },
    voters: 20,
  });
});
afterAll(() => place?.close());

const begin = async (): Promise<{ readonly browser: Visitor; readonly first: Seen }> => {
  const browser = visitor(place);
  return { browser, first: await toFirstList(place, browser, vote.cycleId, { n: next++, prefix: "/en" }) };
};

/** Values of what is ticked on a page. */
const ticked = ({ text }: Seen): string[] =>
  tagsOf(text).flatMap(({ attributes: { name, value = "", checked } }) =>
    (name === "pick" || name === "split") && checked !== undefined ? [value] : [],
  );

const rows = async () => [...(await itemsIn(place, "main")), ...(await itemsIn(place, "ballots"))];

test("every page of a half-filled ballot has an address that Back and reload fetch, ticks and all", async () => {
  const { browser, first } = await begin();
  const { L13 = [], M = [] } = vote.projects;
  await place.settle();
  const before = (await rows()).filter(({ pk }) => !String(pk).startsWith("FORM#"));
  const split = await browser.send(first, at("/karta"), { pick: L13.slice(0, 2), act: "next" });
  const second = await browser.send(split, at("/karta"), { split: "1-2", act: "next" });
  const check = await browser.send(second, at("/karta"), { pick: M[3] ?? "", act: "next" });
  const seen = [split, second, check];
  expect(seen.map(({ path }) => path)).toEqual([at("/lista/L13/punkty"), at("/lista/M"), at("/karta")]);
  expect((await rows()).filter(({ pk }) => !String(pk).startsWith("FORM#"))).toEqual(before);

  const list = await browser.open(at("/lista/L13"));
  expect(ticked(list)).toEqual(L13.slice(0, 2));
  const points = await browser.open(at("/lista/L13/punkty"));
  expect(ticked(points)).toEqual(["1-2"]);
  expect(ticked(await browser.open(at("/lista/M")))).toEqual([M[3]]);
  const again = await browser.open(at("/karta"));
  expect(again.text.replace(/name="key" value="[^"]*"/, "")).toBe(
    check.text.replace(/name="key" value="[^"]*"/, ""),
  );
  for (const page of [list, points, again]) expectWhole(page, "en");

  // From a page that Back brought, nothing of the other list is lost, though the page that the browser kept knew nothing of it.
  const onward = await browser.send(first, at("/karta"), { pick: L13[2] ?? "", act: "next" });
  expect([onward.path, ticked(onward)]).toEqual([at("/lista/M"), [M[3]]]);
  const receipt = await browser.send(await browser.open(at("/karta")), at("/glos"));
  expect(receipt.path).toBe(at("/potwierdzenie"));
  expect(browser.cookies.has("ballot")).toBe(false);
});

test("what is ticked on a page goes along into another language, faults too", async () => {
  const { browser, first } = await begin();
  const { L13 = [] } = vote.projects;
  const switches = tagsOf(first.text).filter(({ attributes: { lang, formaction } }) => lang && formaction);
  expect(
    switches.map(({ attributes: { name, value, form, formaction } }) => [name, value, form, formaction]),
  ).toEqual([
    ["act", "sum", "ballot", at("/karta", "")],
    ["act", "sum", "ballot", at("/karta", "/uk")],
  ]);
  const fields = tagsOf(first.text).flatMap(({ name, attributes }): [string, string][] =>
    name === "input" && attributes.type === "hidden" ? [[attributes.name ?? "", attributes.value ?? ""]] : [],
  );
  const polish = await browser.post(at("/karta", ""), [...fields, ["pick", L13[1] ?? ""], ["act", "sum"]]);
  expect([polish.status, polish.path, ticked(polish)]).toEqual([200, at("/lista/L13", ""), [L13[1]]]);
  const faulty = await browser.send(polish, at("/karta", ""), { pick: L13, act: "next" });
  expect([faulty.status, faulty.path, ticked(faulty)]).toEqual([422, at("/lista/L13", ""), L13]);
  const english = await browser.open(at("/lista/L13"));
  expectWhole(english, "en");
  expect([english.text.includes("You ticked 4"), ticked(english)]).toEqual([true, L13]);
  const mended = await browser.send(english, at("/karta"), { pick: L13[0] ?? "", act: "next" });
  expect(mended.path).toBe(at("/lista/M"));
  expect(ticked(await browser.open(at("/lista/L13")))).toEqual([L13[0]]);
});

test("what is cast is what the page shows, whatever another window did meanwhile", async () => {
  const { browser, first } = await begin();
  const { L13 = [] } = vote.projects;
  const second = await browser.send(first, at("/karta"), { pick: L13[0] ?? "", act: "next" });
  const check = await browser.send(second, at("/karta"), { act: "skip" });
  await browser.send(first, at("/karta"), { pick: L13[1] ?? "", act: "next" });
  expect(check.text).toContain(`value="${L13[0]}:3"`);
  expect((await browser.send(check, at("/glos"))).path).toBe(at("/potwierdzenie"));
});

test("a draft is of one session, lives for 15 minutes, and goes when the voter leaves", async () => {
  const { browser, first } = await begin();
  const { L13 = [] } = vote.projects;
  await browser.send(first, at("/karta"), { pick: L13[0] ?? "", act: "next" });
  const stolen = browser.cookies.get("ballot") ?? "";
  expect(stolen).not.toBe("");

  const other = await begin();
  other.browser.cookies.set("ballot", stolen);
  expect(ticked(await other.browser.open(at("/lista/L13")))).toEqual([]);

  const left = await browser.send(await browser.open(at("/lista/L13")), at("/karta"), { act: "leave" });
  expect([left.path, [...browser.cookies.keys()]]).toEqual(["/en/glosuj", []]);

  const late = await begin();
  await late.browser.send(late.first, at("/karta"), { pick: L13[0] ?? "", act: "next" });
  const kept = late.browser.cookies.get("ballot") ?? "";
  await place.clock.moveTo((now) => now + 15 * 60_000);
  late.browser.cookies.set("ballot", kept);
  const emptied = await late.browser.open(at("/lista/M"));
  expectWhole(emptied, "en");
  expect([emptied.text.includes("The ballot is empty"), ticked(emptied)]).toEqual([true, []]);
  expect((await late.browser.open(at("/karta"))).text).toContain("The ballot is empty");
});

test("points and the check are not there before their list", async () => {
  const { browser } = await begin();
  expect((await browser.open(at("/lista/L13/punkty"))).path).toBe(at("/lista/L13"));
  const { L13 = [] } = vote.projects;
  const list = await browser.open(at("/lista/L13"));
  await browser.send(list, at("/karta"), { pick: L13.slice(0, 2), act: "next" });
  expect((await browser.open(at("/karta"))).path).toBe(at("/lista/L13/punkty"));
});
