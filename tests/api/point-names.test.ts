import { afterAll, beforeAll, expect } from "vitest";
import type { CycleId } from "../../shared/domain/ids.ts";
import type { Role } from "../../shared/domain/office/roles.ts";
import { accept } from "../../shared/domain/result.ts";
import { dayOf, instant, localInstant, milliseconds, plusWorkingDays } from "../../shared/domain/time.ts";
import { keys } from "../../shared/store/keys.ts";
import { put } from "../../shared/store/write.ts";
import { countTestVote, type TestVote } from "../kit/city.ts";
import { inTurn } from "../kit/in-turn.ts";
import { openPlace, type Place } from "../kit/place.ts";
import { today } from "../kit/time.ts";
import { cardOf, clerksOf, openVoteWithPoints, POINTS } from "../kit/voting-points.ts";

const { test } = inTurn();

const [{ id: ID = "", name: NAME = "" } = {}] = POINTS;
/** The id of a point as a reader would meet it, not in an address of a page. */
const BARE_ID = new RegExp(`(?<!/)\\b${ID}\\b`);

let place: Place;
let city: TestVote;
let clerks: ReturnType<typeof clerksOf>;
let sections: { pool: string; points: Record<string, number> }[];
let batch: string;

beforeAll(async () => {
  place = await openPlace();
  city = await openVoteWithPoints(place);
  clerks = clerksOf(place, city.cycleId);
  sections = [{ pool: "M", points: { [city.projects.M?.[0] ?? ""]: 1 } }];
  const { body } = await clerks.identify(0);
  await clerks.cast(body.token, sections);
  batch = await clerks.register(3);
});
afterAll(() => place?.close());

const read = async (role: Role, path: string, n = 0): Promise<string> => {
  const { status, text } = await place.call(`GET ${path}`, {
    headers: { cookie: `staff=${await place.staff(role, n)}` },
  });
  expect([path, status]).toEqual([path, 200]);
  return text;
};

/** The page says the name, and the id only in addresses. */
const expectNamed = (text: string, about: string): void => {
  expect(text, about).toContain(NAME);
  expect(text, about).not.toMatch(BARE_ID);
};

test("the desk names the point whose day is to be signed and whose cards are to be keyed", async () => {
  const desk = await read("clerk", "/urzad");
  expectNamed(desk, "the desk");
  expect(desk).toContain(`Partia kart papierowych do wpisania: punkt ${NAME}`);
  expect(desk).toContain(`Podpis pod dniem punktu ${NAME}: `);
});

test("a correction of a batch names the point to whoever accepts it, and in the journal", async () => {
  const { body } = await clerks.clerk(0, `POST /paper-batches/${batch}/correction`, {
    body: { cards: 1, reason: "Przeliczono jeszcze raz" },
  });
  expectNamed(await read("clerk", `/urzad/sprawy/${body.pendingId}`, 1), "the pending act");
  const accepted = await clerks.clerk(1, `POST /paper-batches/${batch}/correction/acceptance`, {
    body: { pendingId: body.pendingId },
  });
  expect(accepted.status).toBe(200);
  for (const by of [0, 1]) await clerks.key(by, batch, 1, cardOf(1, sections));
  expect((await clerks.clerk(0, `POST /paper-batches/${batch}/closing`)).body.state).toBe("closed");
  const signed = await clerks.clerk(0, `POST /voting-points/${ID}/days/${today(place)}/signatures`, {
    body: { receipts: 1, cards: 1 },
  });
  expect(signed.status, signed.text).toBe(200);
  expectNamed(await read("commission", `/urzad/dziennik/${city.cycleId}`), "the journal");
  expectNamed(await read("commission", "/urzad"), "the desk of the commission");
});

test("a point that the vote needs is named to whoever leaves it out", async () => {
  const { status, body } = await place.call(`PUT /v1/staff/cycles/${city.cycleId}/voting-points`, {
    token: await place.staff("coordinator"),
    body: { points: POINTS.slice(1) },
  });
  expect([status, body.code]).toEqual([409, "point/in-use"]);
  expectNamed(body.detail, "the refusal");
});

test("the morning letter and who signs the count read the names of points whose days two people have not signed", async () => {
  await place.clock.moveTo((now) =>
    milliseconds(localInstant(`${plusWorkingDays(dayOf(instant(now)), 1)}T07:30`)),
  );
  await place.clock.moveTo((now) => now + 60_000);
  const letters = place.letters().map(({ text = "" }) => text.replace(/\s+/g, " "));
  const morning = letters.filter((text) => text.includes("Podpis pod dniem punktu"));
  expect(morning.length).toBeGreaterThan(0);
  for (const text of morning) expectNamed(text, "the morning letter");
  await place.clock.moveTo((now) => now + 4 * 24 * 3_600_000);
  await place.settle();
  await countTestVote(place, city);
  const page = await read("commission", `/urzad/edycje/${city.cycleId}/podpis`);
  expectNamed(page, "the page of the sign-off");
});

test("what differs at a point is told by its name, its day and how the ballots came", async () => {
  const other = await openVoteWithPoints(place);
  const shift = keys.shift(other.cycleId as CycleId, ID, today(place), "nobody");
  const item = {
    point: ID,
    day: today(place),
    clerk: "nobody",
    clerkName: "Nikt",
    looked: 1,
    cast: 1,
    filledIn: 0,
  };
  accept(await place.deps.store.table.write([put({ key: shift, item })]));
  await place.clock.moveTo((now) => now + 4 * 24 * 3_600_000);
  await place.settle();
  await countTestVote(place, other);
  expectNamed(await read("commission", `/urzad/edycje/${other.cycleId}`), "the edition");
});
