import { afterAll, beforeAll, expect, test } from "vitest";
import type { CycleId } from "../../shared/domain/ids.ts";
import { LANGUAGES } from "../../shared/domain/languages.ts";
import { accept, existing } from "../../shared/domain/result.ts";
import { wordsOf } from "../../shared/words/words.ts";
import { openTestVote, peselOf, type TestVote } from "../kit/city.ts";
import { newKey, openPlace, type Place } from "../kit/place.ts";
import { visitor } from "../kit/visitor.ts";
import { codeFor, identityOf } from "../kit/voting-city.ts";

const LIMIT = 3;
const WHO = (n: number) => ({ pesel: peselOf(n), mothersMaidenName: "nowak łoś" });

const MANY = { burst: 1000, perHour: 1000 };

let place: Place;
let vote: TestVote;

beforeAll(async () => {
  place = await openPlace();
  vote = await openTestVote(place, {
    pools: { L13: { amountZloty: 50_000, costsZloty: [20_000] } },
    voters: 20,
    voterCodes: {
      codesPerContact: LIMIT,
      tries: { person: MANY, address: MANY, network: MANY },
    },
  });
});
afterAll(() => place?.close());

const identify = (body: object) => place.call(`POST /v1/cycles/${vote.cycleId}/voter-sessions`, { body });

const textsTo = async (number: string) => {
  await place.settle();
  return place.mailbox.mails("0", number);
};

const codeIn = (text: string): string => /\b\d{6}\b/.exec(text)?.[0] ?? "";

test("who gives a phone number gets the code by text, votes with it, and is told by text", async () => {
  const { status, body } = await identify({ ...WHO(0), phone: "600 100 200" });
  expect(status).toBe(202);
  const [text] = await textsTo("+48600100200");
  expect(text?.channel).toBe("sms");
  const confirmed = await place.call(`POST /v1/cycles/${vote.cycleId}/voter-sessions/${body.session}/code`, {
    body: { code: codeIn(text?.text ?? "") },
  });
  const [project = ""] = vote.projects.L13 ?? [];
  const cast = await place.call(`POST /v1/cycles/${vote.cycleId}/ballots`, {
    token: confirmed.body.token,
    key: newKey(),
    body: { sections: [{ pool: "L13", points: { [project]: 3 } }] },
  });
  expect(cast.status).toBe(201);
  expect((await textsTo("+48600100200")).map(({ text }) => text)).toEqual([
    expect.stringContaining("Kod do glosowania"),
    expect.stringContaining("jest w urnie"),
  ]);
});

test("a number gets so many codes and no more, however it is written", async () => {
  const ways = ["600100201", "600 100 201", "+48600100201", "0048 600-100-201"];
  const outcomes: number[] = [];
  for (const [n, phone] of ways.entries()) outcomes.push((await identify({ ...WHO(n + 1), phone })).status);
  expect(outcomes).toEqual([202, 202, 202, 422]);
  expect(await textsTo("+48600100201")).toHaveLength(LIMIT);
});

test("a number that no text reaches is refused as one, with the field", async () => {
  for (const phone of ["32 259 31 44", "+49 1512 3456789", "600"]) {
    const { status, body } = await identify({ ...WHO(9), phone });
    expect([status, body.errors[0].pointer], phone).toEqual([422, "/phone"]);
  }
});

test("a text that the service does not take now goes out later", async () => {
  place.mailbox.trouble({ kind: "throttle", times: 1, to: "+48600100210" });
  await identify({ ...WHO(10), phone: "600100210" });
  expect(await textsTo("+48600100210")).toHaveLength(0);
  await place.clock.moveTo((now) => now + 10_000);
  expect(await textsTo("+48600100210")).toHaveLength(1);
});

test("who is not found is told so by text, in their language", async () => {
  for (const [n, language] of LANGUAGES.entries()) {
    const number = `+4860010022${n}`;
    await place.call(`POST /v1/cycles/${vote.cycleId}/voter-sessions`, {
      headers: { "accept-language": language },
      body: { ...WHO(15 + n), mothersMaidenName: "inna", phone: number },
    });
    const { short } = (await wordsOf(language)).letters;
    expect(
      (await textsTo(number)).map(({ text }) => text.trim()),
      language,
    ).toEqual([short["voting/no-match"]({ hasStatement: true, ways: ["paper"] })]);
  }
});

test("a text that goes out late takes none of the tries of its code", async () => {
  place.mailbox.trouble({ kind: "throttle", times: 1, to: "+48600100230" });
  const { session } = (await identify({ ...WHO(18), phone: "600100230" })).body;
  expect(await textsTo("+48600100230")).toHaveLength(0);
  await place.clock.moveTo((now) => now + 10_000);
  expect(await textsTo("+48600100230")).toHaveLength(1);
  const enter = (code: string) =>
    place.call(`POST /v1/cycles/${vote.cycleId}/voter-sessions/${session}/code`, { body: { code } });
  const right = await codeFor(place, session);
  const wrong = right === "000000" ? "000001" : "000000";
  for (const _of of [1, 2, 3, 4]) expect((await enter(wrong)).status).toBe(422);
  expect((await enter(right)).status).toBe(200);
});

test("on the pages one chooses a phone, and a new code takes the place of the old one", async () => {
  const browser = visitor(place);
  const identity = `/glosuj/${vote.cycleId}`;
  const { email: _email, ...who } = identityOf(11);
  const asked = await browser.send(await browser.open(identity), identity, { ...who, phone: "600 100 211" });
  expect(asked.text).toContain("+48600100211");
  const old = browser.cookies.get("code") ?? "";
  const again = await browser.send(asked, `${identity}/kod`, { act: "resend" });
  expect(again.text).toContain("+48600100211");
  const fresh = browser.cookies.get("code") ?? "";
  expect(fresh).not.toBe(old);
  expect((await textsTo("+48600100211")).map(({ text }) => codeIn(text))).toContain(
    await codeFor(place, fresh),
  );
  const stale = await place.call(`POST /v1/cycles/${vote.cycleId}/voter-sessions/${old}/code`, {
    body: { code: await codeFor(place, old) },
  });
  expect(stale.status).toBe(404);
  const listed = await browser.post(`${identity}/kod`, { code: await codeFor(place, fresh) });
  expect(listed.path).toContain("/lista/");
});

test("who gives neither address nor number is told that either will do", async () => {
  const identity = `/glosuj/${vote.cycleId}`;
  const { email: _email, ...who } = identityOf(19);
  for (const [language, prefix] of [
    ["pl", ""],
    ["en", "/en"],
    ["uk", "/uk"],
  ] as const) {
    const back = await place.call(`POST ${prefix}${identity}`, { form: { ...who, email: "", phone: " " } });
    const { noContact, data } = (await wordsOf(language)).identity;
    expect([back.status, back.text.includes(`>${noContact}<`)], language).toEqual([422, true]);
    expect(back.text).not.toContain(`>${data.email.missing}<`);
  }
});

test("a new code is asked for in vain by nobody who could tell it: stranger and voter see the same pages", async () => {
  const seen: string[][] = [];
  for (const n of [112, 12]) {
    const browser = visitor(place);
    const identity = `/glosuj/${vote.cycleId}`;
    const { email: _email, ...who } = identityOf(n);
    let page = await browser.send(await browser.open(identity), identity, { ...who, phone: "600100212" });
    const pages = [page.text];
    page = await browser.send(page, `${identity}/kod`, { act: "resend" });
    pages.push(page.text);
    seen.push(pages);
  }
  expect(seen[1]).toEqual(seen[0]);
});

test("who gives an address and a number is not refused: the code goes to the address, and the page says so", async () => {
  const browser = visitor(place);
  const identity = `/en/glosuj/${vote.cycleId}`;
  const asked = await browser.send(await browser.open(identity), identity, {
    ...identityOf(13),
    phone: "600 100 213",
  });
  expect(asked.path).toBe(`${identity}/kod`);
  expect(asked.text).toContain("voter-13@example.com");
  expect(await textsTo("+48600100213")).toEqual([]);
  const listed = await browser.post(`${identity}/kod`, {
    code: await codeFor(place, browser.cookies.get("code") ?? ""),
  });
  expect(listed.path).toContain("/lista/");
  // What a browser filled in beside it is not looked at.
  const abroad = { ...WHO(14), email: "voter-14@example.com", phone: "+380501234567" };
  expect((await identify(abroad)).status).toBe(202);
  const faulty = await identify({ ...WHO(14), phone: "600" });
  expect([faulty.status, faulty.body.errors[0].pointer]).toEqual([422, "/phone"]);
});

test("a network causes some texts that are no codes and no more; right proofs there get their codes", async () => {
  const phoneOf = (n: number): string => `600300${String(n).padStart(3, "0")}`;
  const from = { "x-forwarded-for": "203.0.113.9" };
  const ask = (body: object) =>
    place.call(`POST /v1/cycles/${vote.cycleId}/voter-sessions`, { body, headers: from });
  for (let n = 0; n < 25; n += 1)
    expect((await ask({ ...WHO(n % 20), mothersMaidenName: "nie ta", phone: phoneOf(n) })).status).toBe(202);
  await ask({ ...WHO(10), phone: phoneOf(99) });
  await place.settle();
  const told = place.letters().filter(({ to }) => to.startsWith("+48600300"));
  expect(told.filter(({ to }) => to !== `+48${phoneOf(99)}`)).toHaveLength(20);
  expect(codeIn((await textsTo(`+48${phoneOf(99)}`))[0]?.text ?? "")).toMatch(/^\d{6}$/);
});

test("a number of another country gets its code where the edition sends texts there; elsewhere the address is named as the way", async () => {
  const abroad = { ...WHO(15), phone: "+38 (050) 123-45-67" };
  const refused = await identify(abroad);
  expect([refused.status, refused.body.errors]).toEqual([
    422,
    [{ pointer: "/phone", detail: "Nie wysyłamy SMS-ów na numery spoza Polski. Podaj adres e-mail." }],
  ]);
  const { cycles } = place.deps.store;
  const cycle = existing(await cycles.get(vote.cycleId as CycleId));
  const { ruleSet } = cycle;
  const identity = { ...ruleSet.identity, foreignMobiles: true as const };
  accept(await cycles.change(cycle, { ruleSet: { ...ruleSet, identity } }));
  await place.clock.moveTo((now) => now + 60_000);
  expect((await identify(abroad)).status).toBe(202);
  expect(await textsTo("+380501234567")).toHaveLength(1);
});
