import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { TestVote } from "../kit/city.ts";
import { openPlace, type Place } from "../kit/place.ts";
import { type Seen, visitor } from "../kit/visitor.ts";
import { castByApi, codeFor, identityOf, openVoteWithHardTitles, toFirstList } from "../kit/voting-city.ts";
import { faultsOfPage } from "./tags.ts";
import { expectWhole } from "./whole.ts";

const MANY = { burst: 1000, perHour: 1000 };

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
    voterCodes: { tries: { person: { burst: 5, perHour: 5 }, address: MANY, network: MANY } },
  });
});
afterAll(() => place.close());

describe("before the code is right", () => {
  const ask = async (identity: ReturnType<typeof identityOf>) => {
    const browser = visitor(place);
    const identityPage = await browser.open(at(""));
    const asked = await browser.send(identityPage, at(""), identity);
    const wrong = await browser.send(asked, at("", "/kod"), { code: "000 000" });
    const shape = (seen: Seen) => seen.wire.replace(/code=[0-9a-z]{26}/g, "code=…");
    return {
      pages: [asked, wrong].map(({ status, text }) => ({ status, text })),
      wires: [asked, wrong].map(shape),
      faults: [asked, wrong].flatMap(({ text }) => faultsOfPage(text)),
    };
  };

  test("a stranger, a voter and one who has voted see the same, byte for byte", async () => {
    const [known, voted] = [newVoter(), newVoter()];
    const cast = await castByApi(place, vote.cycleId, voted, [
      { pool: "M", points: { [vote.projects.M?.[0] ?? ""]: 3 } },
    ]);
    expect(cast.status).toBe(201);
    const email = "same@example.com";
    const seen = [];
    for (const identity of [
      identityOf(known),
      identityOf(voted),
      identityOf(999),
      { ...identityOf(known), mothersMaidenName: "Inna" },
    ])
      seen.push(await ask({ ...identity, email }));
    for (const one of seen) expect(one).toEqual(seen[0]);
    expect(seen[0]?.faults).toEqual([]);
    expect(JSON.stringify(seen)).not.toMatch(/Bogucice|L13/);
  });

  test("says of each field what is wrong with it, and keeps what was typed", async () => {
    const browser = visitor(place);
    const faulty = await browser.post(at(""), { pesel: "4405 140135", mothersMaidenName: "<b>", email: "" });
    expect(faulty.status).toBe(422);
    expectWhole(faulty, "pl");
    expect(faulty.text).toContain("PESEL ma 11 cyfr, wpisano 10");
    expect(faulty.text).toContain('value="&lt;b&gt;"');
    expect(faulty.text).toContain("Wpisz adres e-mail");
    expect(browser.cookies.size).toBe(0);
  });

  test("five wrong codes end a session, and the way on is a new code", async () => {
    const browser = visitor(place);
    let seen = await browser.send(await browser.open(at("/en")), at("/en"), identityOf(newVoter()));
    const session = browser.cookies.get("code") ?? "";
    const empty = await browser.send(seen, at("/en", "/kod"), { code: " " });
    expect(empty.text).toContain("Enter the code");
    for (const left of [4, 3, 2, 1]) {
      seen = await browser.send(seen, at("/en", "/kod"), { code: "12" });
      expect(seen.text).toContain(`Tries left: ${left}`);
    }
    const over = await browser.send(seen, at("/en", "/kod"), { code: "12" });
    expectWhole(over, "en");
    expect([over.status, over.text]).toEqual([422, expect.stringContaining("This code no longer works")]);
    const right = await browser.post(at("/en", "/kod"), { code: await codeFor(place, session) });
    expect(right.text).toContain("This code no longer works");
  });

  test("too many sessions for one person bring a page that says when to come back", async () => {
    const browser = visitor(place);
    const identity = { ...identityOf(newVoter()), mothersMaidenName: "Kowalska" };
    let seen = await browser.open(at(""));
    for (let n = 0; n < 9; n++)
      seen = await browser.post(at(""), { ...identity, email: `a${n}@example.com` });
    expect([seen.status, seen.text]).toEqual([429, expect.stringContaining("Za dużo prób")]);
    expectWhole(seen, "pl");
  });

  test("a contact that had its codes brings a page that names the other ways", async () => {
    const browser = visitor(place);
    const identity = identityOf(newVoter());
    let seen = await browser.open(at("/en"));
    for (let n = 0; n < 4; n++) seen = await browser.post(at("/en"), identity);
    expect([seen.status, seen.text]).toEqual([422, expect.stringContaining("Give another e-mail address")]);
    expectWhole(seen, "en");
  });
});

describe("a voter who cannot go on finds a way on", () => {
  test("without a session, with one of another vote, and at addresses that take only a form", async () => {
    const browser = visitor(place);
    for (const page of ["/lista/L13", "/karta"]) {
      const lost = await browser.open(at("/en", page));
      expect([lost.status, lost.text]).toEqual([401, expect.stringContaining("Your voting session is over")]);
      expectWhole(lost, "en");
      expect(lost.text).not.toContain("/urzad/zaloguj");
    }
    expect((await browser.open(at("", "/kod"))).path).toBe(at(""));
    expect((await browser.open(at("", "/potwierdzenie"))).path).toBe("/sprawdz-glos");
  });

  test("who has voted is told so, after the code", async () => {
    const n = newVoter();
    await castByApi(place, vote.cycleId, n, [{ pool: "M", points: { [vote.projects.M?.[0] ?? ""]: 3 } }]);
    const again = await toFirstList(place, visitor(place), vote.cycleId, { n, prefix: "/en" });
    expect([again.status, again.text]).toEqual([409, expect.stringContaining("is in the ballot box")]);
    expectWhole(again, "en");
  });

  test("a form of another site is refused", async () => {
    const reply = await fetch(`${place.url}${at("")}`, {
      method: "POST",
      headers: { origin: "https://evil.example", "content-type": "application/x-www-form-urlencoded" },
      body: new URLSearchParams(identityOf(0)),
    });
    expect(reply.status).toBe(403);
  });

  test("a ballot with a project of another district is refused", async () => {
    const browser = visitor(place);
    await toFirstList(place, browser, vote.cycleId, { n: newVoter() });
    const forged = await browser.post(at("", "/karta"), {
      at: "list:L13",
      act: "next",
      mark: "prj_zzzzzzzzzzzzzzzz:3",
    });
    expect(forged.status).toBe(422);
  });
});

describe("checking a receipt", () => {
  const check = (browser: ReturnType<typeof visitor>, receipt: string) =>
    browser.post("/sprawdz-glos", { receipt });

  test("tells a mistake of typing from a vote that is not there, and a vote that is", async () => {
    const cast = await castByApi(place, vote.cycleId, newVoter(), [
      { pool: "L13", points: { [vote.projects.L13?.[0] ?? ""]: 1 } },
    ]);
    const receipt: string = cast.body.receipt;
    const browser = visitor(place);
    const stored = await check(browser, receipt.toLowerCase().replaceAll("-", " "));
    expect(stored.text).toContain("Głos jest w urnie");
    expectWhole(stored, "pl");
    const typo = await check(browser, receipt.slice(0, -1) + (receipt.endsWith("0") ? "1" : "0"));
    expect([typo.status, typo.text]).toEqual([422, expect.stringContaining("Któryś znak się nie zgadza")]);
    expectWhole(typo, "pl");
    expect((await check(browser, receipt.slice(0, 20))).text).toContain("Numer ma 36 znaków, wpisano 16");
    const missing = await check(browser, `${"0".repeat(36)}`);
    expect(missing.text).toContain("Nie znamy takiego numeru");
    expectWhole(missing, "pl");
  });
});

describe("when the vote closes in between", () => {
  test("a ballot not yet sent is told so, one that was keeps its receipt, and the start says what comes next", async () => {
    await place.clock.moveTo((moment) => moment + 110 * 60_000);
    const [late, done] = [visitor(place), visitor(place)];
    const lateFirst = await toFirstList(place, late, vote.cycleId, { n: newVoter(), prefix: "/en" });
    const doneFirst = await toFirstList(place, done, vote.cycleId, { n: newVoter(), prefix: "/en" });
    const toCheck = async (browser: ReturnType<typeof visitor>, first: Seen) => {
      const second = await browser.send(first, at("/en", "/karta"), {
        pick: vote.projects.L13?.[0] ?? "",
        act: "next",
      });
      return browser.send(second, at("/en", "/karta"), { act: "skip" });
    };
    const [lateCheck, doneCheck] = [await toCheck(late, lateFirst), await toCheck(done, doneFirst)];
    const receipt = await done.send(doneCheck, at("/en", "/glos"));
    expect(receipt.path).toBe(at("/en", "/potwierdzenie"));

    await place.clock.moveTo((moment) => moment + 11 * 60_000);
    for (const [seen, isBallot] of [
      [await late.send(lateCheck, at("/en", "/glos")), true],
      [await late.send(lateFirst, at("/en", "/karta"), { act: "skip" }), false],
      [await visitor(place).open(at("/en")), false],
    ] as const) {
      expect([seen.path, seen.status]).toEqual([seen.path, 409]);
      expect(seen.text).toContain("Voting has ended");
      expect(seen.text).toContain("Voting ended: ");
      expect(seen.text.includes("This vote was not recorded")).toBe(isBallot);
      expectWhole(seen, "en");
    }
    const again = await done.send(doneCheck, at("/en", "/glos"));
    expect(/(?:[0-9A-Z]{4}-){8}[0-9A-Z]{4}/.exec(again.text)?.[0]).toBe(
      /(?:[0-9A-Z]{4}-){8}[0-9A-Z]{4}/.exec(receipt.text)?.[0],
    );
    const start = await visitor(place).open("/en/glosuj");
    expect(start.text).toContain("Voting in edition XII ended");
    expectWhole(start, "en");
  });
});
