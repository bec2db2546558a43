import { afterAll, beforeAll, expect } from "vitest";
import { voterKeysOf } from "../../shared/acts/voter-keys.ts";
import type { CycleId } from "../../shared/domain/ids.ts";
import {
  childPeselOf,
  countTestVote,
  peselOf,
  type Sections,
  signAndPublish,
  type TestVote,
} from "../kit/city.ts";
import { guardianDeclarations } from "../kit/guardian-declarations.ts";
import { inTurn } from "../kit/in-turn.ts";
import { openPlace, type Place } from "../kit/place.ts";
import { staffVisitor } from "../kit/staff-visitor.ts";
import { today } from "../kit/time.ts";
import { codeFor, identityOf } from "../kit/voting-city.ts";
import { clerksOf, openVoteWithPoints } from "../kit/voting-points.ts";

const { describe, test } = inTurn();

let place: Place;
let city: TestVote;
let clerks: ReturnType<typeof clerksOf>;
let sections: Sections;

beforeAll(async () => {
  place = await openPlace();
  const row = (pesel: string) => `${pesel};Nowak-Łoś;L13\n`;
  city = await openVoteWithPoints(place, 0, {
    roll: Array.from({ length: 10 }, (_, n) => row(peselOf(n)) + row(childPeselOf(n))).join(""),
  });
  clerks = clerksOf(place, city.cycleId);
  sections = [{ pool: "M", points: { [city.projects.M?.[0] ?? ""]: 2 } }];
});
afterAll(() => place?.close());

const show = (body: object) =>
  clerks.clerk(0, "POST /voting-points/biblioteka-5/voters", {
    body: { documentSeen: true, filledIn: false, ...body },
  });

const markerOf = async (pesel: string) => {
  const hashed = await voterKeysOf(place.deps.vault, city.cycleId as CycleId);
  const voterKey = hashed.voterKey(hashed.entryId(pesel));
  return place.deps.store.ballots.marker(city.cycleId as CycleId, voterKey);
};

const declarations = async () => (await guardianDeclarations(place, city.cycleId)).length;

const looked = async () => {
  const day = today(place);
  const shifts = await place.deps.store.votingPoints.shifts(city.cycleId as CycleId, "biblioteka-5", day);
  return shifts.reduce((sum, shift) => sum + shift.looked, 0);
};

const card = (n: number, guardian?: boolean) => ({
  pesel: childPeselOf(n),
  ...(guardian !== undefined && { guardian }),
  sections,
});

const MISSING = { refused: 422, code: "voting/guardian", pointers: ["/guardian"] };

const refusalOf = ({
  status,
  body,
}: {
  status: number;
  body: { code: string; errors: { pointer: string }[] };
}) => ({
  refused: status,
  code: body.code,
  pointers: body.errors.map(({ pointer }) => pointer),
});

describe("a child at a voting point", () => {
  test("is let in with a guardian who states so, and not without; nobody is looked up before", async () => {
    expect(refusalOf(await show({ pesel: childPeselOf(0) }))).toEqual(MISSING);
    expect(refusalOf(await show({ pesel: childPeselOf(0), guardian: false }))).toEqual(MISSING);
    expect(refusalOf(await show({ pesel: childPeselOf(5000) }))).toEqual(MISSING);
    expect([await looked(), await declarations()]).toEqual([0, 0]);
    const met = await show({ pesel: childPeselOf(0), guardian: true });
    expect(await declarations()).toBe(1);
    expect((await clerks.cast(met.body.token, sections)).status).toBe(201);
    expect(await markerOf(childPeselOf(0))).toMatchObject({ channel: "desk", guardian: true });
    expect(await looked()).toBe(1);
  });

  test("leaves no statement when it is not on the roll or has voted; nor does an adult beside whom one is ticked", async () => {
    const before = await declarations();
    expect((await show({ pesel: childPeselOf(5000), guardian: true })).body.code).toBe("roll/not-listed");
    expect((await show({ pesel: childPeselOf(0), guardian: true })).body.code).toBe("voting/already-voted");
    const met = await show({ pesel: peselOf(0), guardian: true });
    expect((await clerks.cast(met.body.token, sections)).status).toBe(201);
    expect((await markerOf(peselOf(0)))?.guardian).toBeUndefined();
    expect(await declarations()).toBe(before);
  });

  test("comes in on the page when the clerk ticks the guardian's statement, which stands there word for word", async () => {
    const browser = await staffVisitor(place, "clerk");
    const path = `/urzad/punkty/${city.cycleId}/biblioteka-5`;
    const point = await browser.open(path);
    expect(point.text).toContain("Oświadczam, że jestem rodzicem lub opiekunem prawnym tej osoby");
    const unticked = await browser.send(point, path, { pesel: childPeselOf(1), documentSeen: "yes" });
    expect([unticked.status, unticked.text]).toEqual([
      422,
      expect.stringContaining("Bez niego dziecko nie może głosować"),
    ]);
    expect(unticked.text).not.toContain(childPeselOf(1));
    const list = await browser.send(unticked, path, { pesel: childPeselOf(1), guardian: "yes" });
    expect(list.path).toContain("/lista/L13");
  });
});

describe("a child's paper card", () => {
  test("is a ballot when both people key that the guardian has signed", async () => {
    const batch = await clerks.register(1);
    expect(refusalOf(await clerks.key(0, batch, 1, card(2)))).toEqual(MISSING);
    expect((await clerks.key(0, batch, 1, card(2, true))).body.state).toBe("keyed");
    const before = await declarations();
    expect(refusalOf(await clerks.key(1, batch, 1, card(2, false)))).toEqual(MISSING);
    expect(await declarations()).toBe(before);
    expect((await clerks.key(1, batch, 1, card(2, true))).body.state).toBe("accepted");
    expect(await declarations()).toBe(before + 1);
    expect(await markerOf(childPeselOf(2))).toMatchObject({ channel: "paper", guardian: true });
    await clerks.clerk(0, `POST /paper-batches/${batch}/closing`);
  });

  test("without that signature is rejected for this reason, once two people agree", async () => {
    const batch = await clerks.register(1);
    const UNSTATED = { rejection: "guardian" };
    await clerks.key(0, batch, 1, card(3, true));
    const differs = await clerks.key(1, batch, 1, UNSTATED);
    expect([differs.body.code, differs.body.detail]).toEqual([
      "paper/differs",
      "Sprawdź z kartą: czy to ważny głos, i powód odrzucenia.",
    ]);
    expect((await clerks.key(0, batch, 1, UNSTATED)).body.state).toBe("keyed");
    expect((await clerks.key(1, batch, 1, UNSTATED)).body.state).toBe("rejected");
    expect(await markerOf(childPeselOf(3))).toBeUndefined();
    await clerks.clerk(0, `POST /paper-batches/${batch}/closing`);
  });

  test("is keyed on the pages by two clerks, each of whom is asked for the signature anew", async () => {
    const batch = await clerks.register(1);
    const at = `/urzad/partie/${city.cycleId}/${batch}/1`;
    for (const n of [0, 1]) {
      const browser = await staffVisitor(place, "clerk", n);
      const first = await browser.open(at);
      const unticked = await browser.send(first, at, { act: "find", pesel: childPeselOf(4) });
      expect([unticked.status, unticked.text]).toEqual([
        422,
        expect.stringContaining("Jeżeli nie, odrzuć kartę z tym powodem."),
      ]);
      expect(unticked.text).toContain("brak podpisanego oświadczenia opiekuna");
      const lists = await browser.send(first, at, {
        act: "find",
        pesel: childPeselOf(4),
        guardian: "yes",
      });
      await browser.send({ text: lists.text.slice(lists.text.indexOf("<h1>")) }, at, {
        [`points-${city.projects.M?.[0]}`]: "1",
      });
    }
    expect(await markerOf(childPeselOf(4))).toMatchObject({ channel: "paper", guardian: true });
    await clerks.clerk(0, `POST /paper-batches/${batch}/closing`);
  });
});

test("an edition in which nobody needs a guardian asks for none", async () => {
  const other = await openVoteWithPoints(place, 0, {
    roll: `${childPeselOf(0)};Nowak;L13\n`,
    rules: { guardianBelowAge: 0 },
  });
  const browser = await staffVisitor(place, "clerk");
  const point = await browser.open(`/urzad/punkty/${other.cycleId}/biblioteka-5`);
  expect(point.text).not.toContain('name="guardian"');
  const theirs = clerksOf(place, other.cycleId);
  const page = await browser.open(`/urzad/partie/${other.cycleId}/${await theirs.register(1)}/1`);
  expect(page.text).not.toMatch(/name="guardian"|value="guardian"/);
  const body = { pesel: childPeselOf(0), documentSeen: true, filledIn: false };
  expect((await theirs.clerk(0, "POST /voting-points/urzad/voters", { body })).status).toBe(200);
});

test("the result tells how many children voted with a guardian, on the web, at points and on paper", async () => {
  const { session } = (
    await place.call(`POST /v1/cycles/${city.cycleId}/voter-sessions`, {
      body: { ...identityOf(0), pesel: childPeselOf(5) },
    })
  ).body;
  const web = await place.call(`POST /v1/cycles/${city.cycleId}/voter-sessions/${session}/code`, {
    body: { code: await codeFor(place, session), guardian: true },
  });
  expect((await clerks.cast(web.body.token, sections)).status).toBe(201);
  const met = await show({ pesel: childPeselOf(6), guardian: true });
  expect((await clerks.cast(met.body.token, sections)).status).toBe(201);
  await place.clock.moveTo((now) => now + 2 * 3_600_000);
  await place.call(`POST /v1/staff/cycles/${city.cycleId}/transitions`, {
    token: await place.staff("coordinator"),
    body: { to: "sealed", reason: "Wszystkie partie są zgłoszone" },
  });
  const { count } = await countTestVote(place, city);
  const told = Object.values(count.guardians as Record<string, number>);
  expect(told.reduce((sum, one) => sum + one, 0)).toBe(5);
  await signAndPublish(place, city.cycleId, count.digest);
  const { body } = await place.call(`GET /v1/cycles/${city.cycleId}/results`);
  expect(body.turnout).toMatchObject({ voters: 6, withGuardian: 5 });
  expect(body.paper).toEqual({ cards: 3, accepted: 2, rejected: { guardian: 1 }, afterClose: 0 });
  expect((await place.call(`GET /wyniki/${city.cycleId}`)).text).toContain(
    "Odrzucone: brak podpisanego oświadczenia opiekuna",
  );
});
