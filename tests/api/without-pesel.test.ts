import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { RULE_SETS } from "../../shared/rulesets/index.ts";
import { openTestVote, peselOf, type TestVote } from "../kit/city.ts";
import { newKey, openPlace, type Place } from "../kit/place.ts";
import { today } from "../kit/time.ts";
import { visitor } from "../kit/visitor.ts";
import { codeFor } from "../kit/voting-city.ts";

const PASSPORT = { country: "UKR", kind: "passport", number: "fe 123-456" };
const OLENA = { document: PASSPORT, birthDate: "14.05.1990" };
const BABY = { document: { country: "GB", kind: "passport", number: "707797979" }, birthDate: "2024-02-01" };
const JAN = {
  firstName: "Jan",
  surname: "Zielinska Bak",
  birthDate: "1980-03-02",
  address: { street: "Gliwicka", house: "12 a", flat: "4" },
};

const ROLL = `pesel;mothers_maiden_name;district;document_country;document_kind;document_number;birth_date;first_name;surname;street;house;flat
${peselOf(0)};Nowak;L13;DEU;id-card;L01X00T47;;;;;;
;;L13;UA;paszport;FE123456;1990-05-14;;;;;
;;L13;GB;passport;707797979;2024-02-01;;;;;
;;L13;;;;02.03.1980;Jan;Zielińska-Bąk;ul. Gliwicka;12A;4
;;L13;FR;passport;12AB34567;1985-01-01;;;;;
`;

let place: Place;
let vote: TestVote;

beforeAll(async () => {
  place = await openPlace();
  vote = await openTestVote(place, {
    pools: { L13: { amountZloty: 50_000, costsZloty: [20_000] } },
    voters: 5,
    roll: ROLL,
    rules: { identity: RULE_SETS.get("katowice-xiii")?.identity as never },
    paper: { registeredWithinDays: 3 },
    prepare: async ({ cycleId }, token) => {
      await place.call(`PUT /v1/staff/cycles/${cycleId}/voting-points`, {
        token,
        body: { points: [{ id: "urzad", name: "Urząd", address: "ul. Młyńska 4", hours: "8–16" }] },
      });
    },
  });
});
afterAll(() => place?.close());

const at = (): string => `/v1/cycles/${vote.cycleId}`;
const sections = () => [{ pool: "L13", points: { [vote.projects.L13?.[0] ?? ""]: 3 } }];

const identify = (body: object) => place.call(`POST ${at()}/voter-sessions`, { body });

const confirm = async (session: string, more: object = {}) =>
  place.call(`POST ${at()}/voter-sessions/${session}/code`, {
    body: { code: await codeFor(place, session), ...more },
  });

const cast = (token: string) =>
  place.call(`POST ${at()}/ballots`, { token, key: newKey(), body: { sections: sections() } });

const help = async (shown: object) =>
  place.call(`POST /v1/staff/cycles/${vote.cycleId}/voting-points/urzad/voters`, {
    token: await place.staff("clerk"),
    body: { documentSeen: true, filledIn: false, ...shown },
  });

describe("a resident without a PESEL number", () => {
  test("votes on the web by a foreign document and the day of birth, once", async () => {
    const { status, body } = await identify({ ...OLENA, email: "olena@example.com" });
    expect(status).toBe(202);
    const confirmed = await confirm(body.session);
    expect(confirmed.body).toMatchObject({ district: "L13", voted: false });
    expect((await cast(confirmed.body.token)).status).toBe(201);
    const { status: again, body: refused } = await help(OLENA);
    expect([again, refused.code]).toEqual([409, "voting/already-voted"]);
  });

  test("is not let in by another day of birth, and is answered alike", async () => {
    const wrong = await identify({ ...OLENA, birthDate: "1990-05-15", email: "zla-data@example.com" });
    expect(wrong.status).toBe(202);
    expect((await confirm(wrong.body.session)).status).toBe(422);
    expect((await place.letterTo("zla-data@example.com"))?.subject).not.toMatch(/\d{6}/);
  });

  test("below the age votes with a guardian, whom the day of birth asks for", async () => {
    const { body } = await identify({ ...BABY, email: "rodzic@example.com" });
    const alone = await confirm(body.session);
    expect(alone.body.code).toBe("voting/guardian");
    const together = await confirm(body.session, { guardian: true });
    expect(together.status).toBe(200);
    expect((await help(BABY)).body.code).toBe("voting/guardian");
  });

  test("is not let in at a point by a day that the roll does not have, whatever age it makes", async () => {
    const { status, body } = await help({ ...BABY, birthDate: "1994-02-01" });
    expect([status, body.code, body.errors?.[0]?.pointer ?? body.pointer]).toEqual([
      422,
      "roll/birth-date",
      "/birthDate",
    ]);
  });

  test("is let in at a point by name, day of birth and address, however they are written", async () => {
    const { status, body } = await help(JAN);
    expect(status).toBe(200);
    expect((await cast(body.token)).status).toBe(201);
  });

  test("votes by a paper card that two people key", async () => {
    const staff = `/v1/staff/cycles/${vote.cycleId}/paper-batches`;
    const day = today(place);
    const token = await place.staff("clerk");
    const batch = await place.call(`POST ${staff}`, {
      token,
      key: true,
      body: { point: "urzad", cards: 1, receivedOn: day },
    });
    const card = {
      document: { country: "FRA", kind: "passport", number: "12 AB 34567" },
      birthDate: "1985-01-01",
      sections: sections(),
    };
    for (const [n, state] of ["keyed", "accepted"].entries()) {
      const keyed = await place.call(`POST ${staff}/${batch.body.id}/cards/1`, {
        token: await place.staff("clerk", n),
        key: newKey(),
        body: card,
      });
      expect(keyed.body.state, keyed.text).toBe(state);
    }
  });

  test("who has a number too is one person by both", async () => {
    const byNumber = await help({ pesel: peselOf(0) });
    expect((await cast(byNumber.body.token)).status).toBe(201);
    const german = {
      document: { country: "D", kind: "id-card", number: "L01X00T47" },
      birthDate: "1990-01-01",
    };
    expect((await help(german)).body.code).toBe("voting/already-voted");
  });
});

describe("the forms", () => {
  test("lead from one set of facts to the others, in each language, and keep what was typed", async () => {
    const browser = visitor(place);
    const path = `/glosuj/${vote.cycleId}`;
    for (const prefix of ["", "/en", "/uk"]) {
      const start = await browser.open(`${prefix}/glosuj`);
      expect(start.text).toContain(`href="${prefix}${path}?by=document"`);
      const first = await browser.open(`${prefix}${path}`);
      expect(first.text).toContain(`href="${prefix}${path}?by=document"`);
      const page = await browser.open(`${prefix}${path}?by=document`);
      for (const name of ["document-country", "document-kind", "document-number", "birthDate", "email"])
        expect(page.text, name).toContain(`name="${name}"`);
      expect(page.text).not.toContain('name="pesel"');
      expect(page.text).toContain(`href="${prefix}${path}?by=address"`);
    }
    const page = await browser.open(`${path}?by=document`);
    const wrong = await browser.send(page, path, {
      "document-country": "UA",
      "document-kind": "",
      "document-number": "FE123456",
      birthDate: "4/5/1990",
      email: "olena@example.com",
    });
    expect(wrong.status).toBe(422);
    expect(wrong.text).toContain("Wybierz rodzaj dokumentu");
    expect(wrong.text).toContain("na przykład 14.05.1990");
    expect(wrong.text).toContain('value="FE123456"');
    const right = await browser.send(wrong, path, {
      "document-country": "UA",
      "document-kind": "passport",
      "document-number": "FE123456",
      birthDate: "14 maja 1990",
      email: "olena@example.com",
    });
    expect(right.text).toContain('name="code"');
  });

  test("that are sent empty ask for their own facts, each fault at a field of the page", async () => {
    const browser = visitor(place);
    const path = `/glosuj/${vote.cycleId}`;
    for (const address of [path, `${path}/oswiadczenie`])
      for (const by of ["document", "address"]) {
        const page = await browser.open(`${address}?by=${by}`);
        const { status, text } = await browser.send(page, address, {});
        expect(status).toBe(422);
        const faults = [...text.matchAll(/<li><a href="#([^"]+)"/g)].map(([, id]) => id);
        expect(faults.length, text).toBeGreaterThan(3);
        expect(faults.filter((id) => !text.includes(` id="${id}"`))).toEqual([]);
        expect(text).not.toContain("Nie znamy takiego pola");
      }
  });

  test("take a statement by document, but by no Polish one: that has a PESEL number on it", async () => {
    const stated = {
      firstName: "Amina",
      surname: "O`Brien",
      document: { country: "IE", kind: "passport", number: "PX1234567" },
      birthDate: "1992-07-08",
      address: "Gliwicka 12/5",
      district: "L13",
      email: "amina@example.com",
      declarations: [true, true, true],
    };
    const polish = await place.call(`POST ${at()}/statements`, {
      body: { ...stated, document: { ...stated.document, country: "PL" } },
    });
    expect(polish.body.errors?.[0]?.pointer, polish.text).toBe("/document/kind");
    const filed = await place.call(`POST ${at()}/statements`, { body: stated, key: true });
    expect(filed.status, filed.text).toBe(202);
    for (const n of [0, 1])
      await place.call(`POST /v1/staff/cycles/${vote.cycleId}/statements/${filed.body.statement}/decision`, {
        token: await place.staff("clerk", n),
        body: { result: "accepted" },
      });
    expect((await help({ document: stated.document, birthDate: stated.birthDate })).body.district).toBe(
      "L13",
    );
  });

  test("of who filled in both contacts use the first, whatever the second is", async () => {
    const { status } = await identify({ ...OLENA, email: "olena2@example.com", phone: "+380501234567" });
    expect(status).toBe(202);
    const abroad = await identify({ ...OLENA, phone: "+380501234567" });
    expect([abroad.status, abroad.body.errors?.[0]?.detail]).toEqual([
      422,
      "Nie wysyłamy SMS-ów na numery spoza Polski. Podaj adres e-mail.",
    ]);
  });
});
