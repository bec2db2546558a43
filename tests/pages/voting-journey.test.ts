import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { TestVote } from "../kit/city.ts";
import { itemsIn } from "../kit/items.ts";
import { openPlace, type Place } from "../kit/place.ts";
import { fieldsOf, type Seen, visitor } from "../kit/visitor.ts";
import { codeFor, HARD_TITLES, identityOf, openVoteWithHardTitles, toFirstList } from "../kit/voting-city.ts";
import { expectWhole } from "./whole.ts";

let place: Place;
let vote: TestVote;
let next = 0;

const newVoter = (): number => next++;
const at = (prefix: string, page = ""): string => `${prefix}/glosuj/${vote.cycleId}${page}`;

beforeAll(async () => {
  place = await openPlace();
  vote = await openVoteWithHardTitles(place, {
    pools: {
      M: { amountZloty: 3000, costsZloty: [2000, 1500, 900, 400] },
      L13: { amountZloty: 600, costsZloty: [300, 100, 50, 20, 10] },
    },
    voters: 60,
  });
});
afterAll(() => place.close());

/** All that is stored, but for how often the form was sent. */
const rows = async (): Promise<unknown[]> => {
  const main = (await itemsIn(place, "main")).filter(({ pk }) => !String(pk).startsWith("FORM#"));
  return [...main, ...(await itemsIn(place, "ballots"))];
};

describe.each([
  ["", "pl"],
  ["/en", "en"],
] as const)("the way of a vote at %s/glosuj", (prefix, language) => {
  test("leads from the start to a receipt, and no address, no table and no open cookie ever holds a choice", async () => {
    const n = newVoter();
    const browser = visitor(place);
    const { L13 = [], M = [] } = vote.projects;
    const pages: Seen[] = [];
    const keep = (seen: Seen): Seen => {
      expectWhole(seen, language);
      pages.push(seen);
      return seen;
    };
    const start = keep(await browser.open(`${prefix}/glosuj`));
    expect(start.text).toContain(`href="${at(prefix)}"`);
    const identity = keep(await browser.open(at(prefix)));
    const asked = keep(await browser.send(identity, at(prefix), identityOf(n)));
    expect(asked.path).toBe(at(prefix, "/kod"));
    const code = await codeFor(place, browser.cookies.get("code") ?? "");
    const first = keep(
      await browser.send(asked, at(prefix, "/kod"), { code: `${code.slice(0, 3)} ${code.slice(3)}` }),
    );
    expect(first.path).toBe(at(prefix, "/lista/L13"));
    expect(first.headers.get("cache-control")).toBe("no-store");
    expect(first.text).toContain("&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;");

    await place.settle();
    const before = await rows();
    const split = keep(
      await browser.send(first, at(prefix, "/karta"), { pick: L13.slice(0, 2), act: "next" }),
    );
    expect(split.text).toContain('name="split"');
    const second = keep(await browser.send(split, at(prefix, "/karta"), { split: "1-2", act: "next" }));
    const check = keep(await browser.send(second, at(prefix, "/karta"), { pick: M[3] ?? "", act: "next" }));
    expect(await rows()).toEqual(before);
    expect(fieldsOf(check.text, at(prefix, "/glos")).filter(([name]) => name === "mark")).toEqual([
      ["mark", `${L13[0]}:1`],
      ["mark", `${L13[1]}:2`],
      ["mark", `${M[3]}:3`],
    ]);

    const receipt = keep(await browser.send(check, at(prefix, "/glos")));
    expect(receipt.path).toBe(at(prefix, "/potwierdzenie"));
    expect(receipt.text).toMatch(/(?:[0-9A-Z]{4}-){8}[0-9A-Z]{4}/);
    for (const title of [...HARD_TITLES, "Projekt L13", "prj_"]) expect(receipt.text).not.toContain(title);
    for (const { wire } of pages)
      expect(wire.replace(/ballot=[\w-]+/g, "")).not.toMatch(/prj_|points|mark|L13\/\d|pick|split/);
    expect((await browser.open(receipt.path)).text).toBe(receipt.text);
    // The next person at the screen goes back: the browser posts the ballot again, and sees nothing of it.
    const after = await browser.send(second, at(prefix, "/karta"), { pick: M[3] ?? "", act: "next" });
    expect([after.status, after.text.includes(HARD_TITLES[0]?.slice(0, 5) ?? "")]).toEqual([409, false]);
  });

  test("gives one receipt for a button that is pressed twice", async () => {
    const browser = visitor(place);
    const first = await toFirstList(place, browser, vote.cycleId, { n: newVoter(), prefix });
    const second = await browser.send(first, at(prefix, "/karta"), { act: "skip" });
    const check = await browser.send(second, at(prefix, "/karta"), {
      pick: vote.projects.M?.[0] ?? "",
      act: "next",
    });
    const [one, other] = await Promise.all([0, 1].map(() => browser.send(check, at(prefix, "/glos"))));
    const later = await browser.send(check, at(prefix, "/glos"));
    expect(one?.status).toBe(200);
    expect(other?.text).toBe(one?.text);
    expect(later.text).toBe(one?.text);
  });

  test("asks nothing of who gives all points to one project, or one to each of three", async () => {
    const browser = visitor(place);
    const first = await toFirstList(place, browser, vote.cycleId, { n: newVoter(), prefix });
    const { L13 = [], M = [] } = vote.projects;
    const second = await browser.send(first, at(prefix, "/karta"), { pick: L13.slice(1, 4), act: "next" });
    expect(fieldsOf(second.text, at(prefix, "/karta"))).toContainEqual(["at", "list:M"]);
    const check = await browser.send(second, at(prefix, "/karta"), { pick: M[0] ?? "", act: "next" });
    const marks = fieldsOf(check.text, at(prefix, "/glos")).flatMap(([name, value]) =>
      name === "mark" ? [value] : [],
    );
    expect(marks).toEqual([...L13.slice(1, 4).map((id) => `${id}:1`), `${M[0]}:3`]);
  });

  test("keeps what was ticked when there is too much of it, going back and changing from the check", async () => {
    const browser = visitor(place);
    const first = await toFirstList(place, browser, vote.cycleId, { n: newVoter(), prefix });
    const karta = at(prefix, "/karta");
    const { L13 = [], M = [] } = vote.projects;
    const faulty = await browser.send(first, karta, { pick: L13.slice(0, 4), act: "next" });
    expect(faulty.status).toBe(422);
    expectWhole(faulty, language);
    expect(faulty.text).toMatch(/<title>(?:Błąd|Error): /);
    expect(faulty.text.match(/ checked/g)).toHaveLength(4);
    const nothing = await browser.send(first, karta, { act: "next" });
    expect([nothing.status, nothing.text.match(/ checked/g)]).toEqual([422, null]);

    const split = await browser.send(faulty, karta, { pick: L13.slice(0, 2), act: "next" });
    const unanswered = await browser.send(split, karta, { act: "next" });
    expect(unanswered.status).toBe(422);
    expectWhole(unanswered, language);
    const listAgain = await browser.send(split, karta, { act: "back" });
    expect(listAgain.text.match(/ checked/g)).toHaveLength(2);
    const second = await browser.send(split, karta, { split: "1-1", act: "next" });
    const back = await browser.send(second, karta, { pick: M[0] ?? "", act: "back" });
    expect(back.text.match(/ checked/g)).toHaveLength(2);
    const check = await browser.send(second, karta, { act: "skip" });
    expectWhole(check, language);
    expect(check.text).toContain(
      prefix === "" ? "Zostaje niewykorzystany 1 punkt." : "1 point stays unused.",
    );
    const changing = await browser.send(check, karta, { act: "change:M" });
    const checked = await browser.send(changing, karta, { pick: M[1] ?? "", act: "next" });
    expect(fieldsOf(checked.text, at(prefix, "/glos")).filter(([name]) => name === "mark")).toHaveLength(3);
  });

  test("lets one list be skipped, not both", async () => {
    const browser = visitor(place);
    const first = await toFirstList(place, browser, vote.cycleId, { n: newVoter(), prefix });
    const second = await browser.send(first, at(prefix, "/karta"), { act: "skip" });
    const check = await browser.send(second, at(prefix, "/karta"), { act: "skip" });
    expectWhole(check, language);
    expect(check.text).not.toContain(`action="${at(prefix, "/glos")}"`);
    const forced = await browser.post(at(prefix, "/glos"), { at: "check", key: "k".repeat(32) });
    expect(forced.status).toBe(422);
    expectWhole(forced, language);
    const changed = await browser.send(forced, at(prefix, "/karta"), { act: "change:L13" });
    expect(changed.status).toBe(200);
  });
});
