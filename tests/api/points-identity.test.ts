import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { CycleId } from "../../shared/domain/ids.ts";
import type { IdentityPolicy } from "../../shared/domain/voting/identity-policy.ts";
import { KATOWICE_IDENTITY } from "../../shared/rulesets/katowice-identity.ts";
import { peselOf, type Sections, type TestVote } from "../kit/city.ts";
import { itemsIn } from "../kit/items.ts";
import { keepLogs } from "../kit/logged.ts";
import { openPlace, type Place } from "../kit/place.ts";
import { POZNAN_IDENTITY } from "../kit/poznan-identity.ts";
import { staffVisitor } from "../kit/staff-visitor.ts";
import { today } from "../kit/time.ts";
import { clerksOf, openVoteWithPoints } from "../kit/voting-points.ts";

const ROLL = `first_name;surname;address;pesel_last_4;district
Jan;Kowalski;ul. Długa 5/7;1359;L13
Jan;Kowalski;ul. Długa 5/7;2468;L13
Łucja;Żak-Bąk;os. Chrobrego 12 m. 3;0042;L13
Ewa;Wróbel;Krótka 1;7777;L13
`;

const JAN = { firstName: "jan", surname: "KOWALSKI", address: "Długa 5 m. 7", peselLast4: "1359" };
const SON = { ...JAN, peselLast4: "2468" };
const LUCJA = { firstName: "Łucja", surname: "Żak Bąk", address: "Os. Chrobrego 12/3", peselLast4: "0042" };
const EWA = { firstName: "Ewa", surname: "Wróbel", address: "ul. Krótka 1", peselLast4: "7777" };
const SEEN = { documentSeen: true, filledIn: false };

let place: Place;
let city: TestVote;
let clerks: ReturnType<typeof clerksOf>;
let sections: Sections;
const logged = keepLogs();

beforeAll(async () => {
  place = await openPlace();
  city = await openVoteWithPoints(place, 0, {
    roll: ROLL,
    rules: { identity: POZNAN_IDENTITY, guardianBelowAge: 0 },
  });
  clerks = clerksOf(place, city.cycleId);
  sections = [{ pool: "M", points: { [city.projects.M?.[0] ?? ""]: 2 } }];
});
afterAll(() => place?.close());

const show = (body: object, by = 0) =>
  clerks.clerk(by, "POST /voting-points/biblioteka-5/voters", { body: { ...SEEN, ...body } });

const pointersOf = ({ body }: { body: { errors: { pointer: string }[] } }) =>
  body.errors.map(({ pointer }) => pointer).sort();

const looked = async () => {
  const day = today(place);
  const shifts = await place.deps.store.votingPoints.shifts(city.cycleId as CycleId, "biblioteka-5", day);
  return shifts.reduce((sum, shift) => sum + shift.looked, 0);
};

describe("a point of an edition that knows its people by name, address and the last digits", () => {
  test("lets in who is on the roll, however the name and the address are written", async () => {
    const met = await show(JAN);
    expect([met.status, met.body.district]).toEqual([200, "L13"]);
    expect((await clerks.cast(met.body.token, sections)).status).toBe(201);
    expect((await show(JAN)).body.code).toBe("voting/already-voted");
    expect((await show(SON)).status).toBe(200);
  });

  test("names each fact that is missing, wrong, or another edition's, and has looked nobody up", async () => {
    const before = await looked();
    const { peselLast4: _left, ...rest } = JAN;
    const foreign = await show({ ...rest, pesel: peselOf(0) });
    expect([foreign.status, pointersOf(foreign)]).toEqual([400, ["/pesel", "/peselLast4"]]);
    const wrong = await show({ ...JAN, surname: "K0walski", peselLast4: "13" });
    expect([wrong.status, pointersOf(wrong)]).toEqual([422, ["/peselLast4", "/surname"]]);
    expect(await looked()).toBe(before);
  });

  test("says of who is not on the roll that nobody there has these facts", async () => {
    const stranger = await show({ ...JAN, peselLast4: "9999" });
    expect([stranger.status, stranger.body.code, pointersOf(stranger)]).toEqual([
      422,
      "roll/not-listed",
      ["/firstName"],
    ]);
  });

  test("takes the paper card on which two people key the same person, each in their own spelling", async () => {
    const batch = await clerks.register(1);
    expect((await clerks.key(0, batch, 1, { ...JAN, sections })).body.code).toBe("voting/already-voted");
    expect((await clerks.key(0, batch, 1, { pesel: peselOf(0), sections })).status).toBe(400);
    expect((await clerks.key(0, batch, 1, { ...SON, sections })).body.state).toBe("keyed");
    const other = await clerks.key(1, batch, 1, { ...LUCJA, sections });
    expect([other.body.code, other.body.detail]).toEqual([
      "paper/differs",
      expect.stringContaining("dane osoby"),
    ]);
    const same = { ...SON, firstName: "JAN", address: "ulica Długa 5/7" };
    expect((await clerks.key(1, batch, 1, { ...same, sections })).body.state).toBe("accepted");
    expect((await show(SON)).body.code).toBe("voting/already-voted");
  });

  test("asks for these on its page, tells what to correct, and shows no digits again", async () => {
    const browser = await staffVisitor(place, "clerk");
    const path = `/urzad/punkty/${city.cycleId}/biblioteka-5`;
    const point = await browser.open(path);
    for (const name of Object.keys(JAN)) expect(point.text).toContain(`name="${name}"`);
    expect(point.text).not.toMatch(/name="(?:pesel|guardian)"/);
    const wrong = await browser.send(point, path, { ...LUCJA, address: "", documentSeen: "yes" });
    expect([wrong.status, wrong.text]).toEqual([422, expect.stringContaining("Wpisz adres zamieszkania")]);
    expect(wrong.text).toContain('value="Łucja"');
    expect(wrong.text).not.toContain("0042");
    const list = await browser.send(point, path, { ...LUCJA, documentSeen: "yes" });
    expect([list.status, list.path]).toEqual([200, `/glosuj/${city.cycleId}/lista/L13`]);
    expect(list.wire).not.toContain("Chrobrego");
  });

  test("asks for these on a card's page", async () => {
    const browser = await staffVisitor(place, "clerk");
    const at = `/urzad/partie/${city.cycleId}/${await clerks.register(1)}/1`;
    const card = await browser.open(at);
    const stranger = await browser.send(card, at, { act: "find", ...EWA, peselLast4: "1111" });
    expect([stranger.status, stranger.text]).toEqual([422, expect.stringContaining('href="#firstName"')]);
    expect(stranger.text).not.toContain("1111");
    const empty = await browser.send(card, at, { act: "find" });
    expect([empty.status, empty.text]).toEqual([422, expect.stringContaining("Wpisz nazwisko")]);
    const lists = await browser.send(card, at, { act: "find", ...EWA });
    expect(lists.text).not.toContain("Krótka");
    const keyed = await browser.send({ text: lists.text.slice(lists.text.indexOf("<h1>")) }, at, {
      [`points-${city.projects.M?.[0]}`]: "1",
    });
    expect(keyed.path).toBe(at.slice(0, -2));
  });

  test("leaves nothing of these facts in the tables and in the log", async () => {
    for (const table of ["main", "ballots"] as const)
      logged.push(JSON.stringify(await itemsIn(place, table)));
    expect(logged.join("").match(/kowalski|długa|dluga|chrobrego|żak|wróbel|krótka/gi)).toBeNull();
  });
});

test("a policy that says who this is by PESEL and surname asks a clerk for both, and not for what proves", async () => {
  const asks = KATOWICE_IDENTITY.roll.asks.flatMap((one): IdentityPolicy["roll"]["asks"] =>
    one.datum === "pesel" ? [one, { ...one, datum: "surname" }] : [one],
  );
  const identity = { ...KATOWICE_IDENTITY, roll: { ...KATOWICE_IDENTITY.roll, asks }, eid: null };
  const vote = await openVoteWithPoints(place, 0, {
    rules: { identity, guardianBelowAge: 16 },
    roll: `${peselOf(0)};Wiśniewska;Nowak;L13\n`,
  });
  const { clerk } = clerksOf(place, vote.cycleId);
  const meet = (body: object) =>
    clerk(0, "POST /voting-points/urzad/voters", { body: { ...SEEN, pesel: peselOf(0), ...body } });
  expect(pointersOf(await meet({}))).toEqual(["/surname"]);
  expect(pointersOf(await meet({ surname: "wiśniewska", mothersMaidenName: "Nowak" }))).toEqual([
    "/mothersMaidenName",
  ]);
  expect((await meet({ surname: "Kowalska" })).body.code).toBe("roll/not-listed");
  expect((await meet({ surname: "wisniewska" })).status).toBe(200);
});
