import { afterAll, beforeAll, expect, test } from "vitest";
import { eligibleOf } from "../../shared/domain/cycle/cycle.ts";
import type { CycleId } from "../../shared/domain/ids.ts";
import { openTestVote, peselOf, rollOf, type TestVote } from "../kit/city.ts";
import { openPlace, type Place } from "../kit/place.ts";
import { importRoll } from "../kit/roll.ts";
import { codeFor } from "../kit/voting-city.ts";
import { cardOf, clerksOf, openVoteWithPoints } from "../kit/voting-points.ts";

let place: Place;
let city: TestVote;
let clerks: ReturnType<typeof clerksOf>;

beforeAll(async () => {
  place = await openPlace();
  city = await openVoteWithPoints(place);
  clerks = clerksOf(place, city.cycleId);
});
afterAll(() => place?.close());

const ON_ROLL = "Nowak-Łoś";

const statementOf = (n: number, more: object) => ({
  firstName: "Zofia",
  surname: "Przybylska",
  pesel: peselOf(n),
  mothersMaidenName: ON_ROLL,
  address: "ul. Mariacka 5/7",
  district: "L13",
  email: `listed-${n}@example.com`,
  declarations: [true, true],
  ...more,
});

/** A statement at the desk about the n-th person, who is on the roll in L13. */
const takeIn = async (n: number, more: object = {}): Promise<string> => {
  const { body } = await clerks.clerk(0, "POST /statements", { key: true, body: statementOf(n, more) });
  return body.statement;
};

const accepted = (id: string) =>
  clerks.clerk(1, `POST /statements/${id}/decision`, { body: { result: "accepted" } });

const standing = async (id: string) => (await clerks.clerk(1, `GET /statements/${id}`)).body.roll;

/** The page of a statement in a language, as the second clerk reads it. */
const pageOf = async (id: string, language = "") =>
  (
    await place.call(`GET ${language}/urzad/oswiadczenia/${city.cycleId}/${id}`, {
      headers: { cookie: `staff=${await place.staff("clerk", 1)}` },
    })
  ).text;

/** The district of who types this on the web and gets the code right; undefined for who is let in nowhere. */
const districtOnTheWeb = async (
  n: number,
  mothersMaidenName: string,
  { cycleId }: Pick<TestVote, "cycleId"> = city,
): Promise<string | undefined> => {
  const at = `/v1/cycles/${cycleId}/voter-sessions`;
  const { body } = await place.call(`POST ${at}`, {
    body: { pesel: peselOf(n), mothersMaidenName, email: `v${n}@example.com` },
  });
  const code = await codeFor(place, body.session);
  return (await place.call(`POST ${at}/${body.session}/code`, { body: { code } })).body.district;
};

test("once somebody on the roll is added, the addition alone proves who they are, and gives the district in every channel", async () => {
  expect(await districtOnTheWeb(0, ON_ROLL)).toBe("L13");
  const id = await takeIn(0, { mothersMaidenName: "Wiśniewska", district: "L9" });
  expect((await accepted(id)).body.state).toBe("accepted");
  expect([await districtOnTheWeb(0, "Wiśniewska"), await districtOnTheWeb(0, ON_ROLL)]).toEqual([
    "L9",
    undefined,
  ]);
  expect((await clerks.identify(0)).body.district).toBe("L9");
  const batch = await clerks.register(1);
  const card = cardOf(0, [{ pool: "L13", points: { [city.projects.L13?.[0] ?? ""]: 1 } }]);
  await clerks.key(0, batch, 1, card);
  expect((await clerks.key(1, batch, 1, card)).body.code).toBe("ballot/pool");
});

test("who decides is told that the person is on the roll, and what differs, and not what the roll holds", async () => {
  const renamed = await takeIn(1, { mothersMaidenName: "Wiśniewska" });
  expect(await standing(renamed)).toEqual({ isListed: true, differs: ["mothersMaidenName"] });
  const moved = await takeIn(2, { district: "L9" });
  expect(await standing(moved)).toEqual({ isListed: true, differs: ["district"] });
  const same = await takeIn(3);
  expect(await standing(same)).toEqual({ isListed: true, differs: [] });
  const stranger = await takeIn(500);
  expect(await standing(stranger)).toEqual({ isListed: false, differs: [] });

  const page = await pageOf(renamed);
  expect(page).toContain("Ta osoba jest już w spisie");
  expect(page).toContain("Przyjęcie zmieni to, po czym rozpoznajemy tę osobę");
  expect(page).not.toContain(ON_ROLL);
  expect(await pageOf(moved, "/en")).toContain("Acceptance changes how we recognise this person");
  expect(await pageOf(same)).toContain("są takie jak w spisie");
  expect(await pageOf(stranger)).toContain("Tej osoby nie ma w spisie");
});

test("a later addition is compared with the one before, and a decided statement with nothing", async () => {
  const first = await takeIn(4, { district: "L9" });
  await accepted(first);
  expect(await standing(first)).toBeNull();
  expect(await pageOf(first)).not.toContain("jest już w spisie");
  expect(await standing(await takeIn(4))).toEqual({ isListed: true, differs: ["district"] });
});

test("who was added and stands on a newer roll is counted once, and where the addition says; the addition goes on proving", async () => {
  const seen: unknown[] = [];
  const again = await openTestVote(place, {
    pools: { L13: { amountZloty: 50_000, costsZloty: [20_000] } },
    voters: 3,
    prepare: async ({ cycleId }, token) => {
      const office = clerksOf(place, cycleId);
      const roll = async () => {
        const { body } = await place.call(`GET /v1/staff/cycles/${cycleId}`, { token });
        const { entries, perDistrict, additions, added } = body.roll;
        seen.push({ entries, perDistrict, additions, added });
      };
      // The second of them has another address by then; nobody knows the third; the last stands on the roll elsewhere.
      for (const [n, district] of [
        [3, "L13"],
        [4, "L9"],
        [50, "L9"],
        [0, "L9"],
      ] as const) {
        const taken = await office.clerk(0, "POST /statements", {
          key: true,
          body: statementOf(n, { district, mothersMaidenName: "Wiśniewska" }),
        });
        const path = `POST /statements/${taken.body.statement}/decision`;
        expect((await office.clerk(1, path, { body: { result: "accepted" } })).status).toBe(200);
      }
      await roll();
      const imported = await importRoll(place, cycleId, rollOf(5));
      expect(imported.body.perDistrict).toEqual({ L13: 5 });
      await roll();
    },
  });
  expect(seen).toEqual([
    { entries: 3, perDistrict: { L13: 3 }, additions: 4, added: { L13: 0, L9: 3 } },
    { entries: 5, perDistrict: { L13: 5 }, additions: 4, added: { L13: -2, L9: 3 } },
  ]);
  const vote = await place.deps.store.cycles.get(again.cycleId as CycleId);
  expect(eligibleOf(vote?.roll)).toEqual({ L13: 3, L9: 3 });
  expect([
    await districtOnTheWeb(4, "Wiśniewska", again),
    await districtOnTheWeb(4, ON_ROLL, again),
    await districtOnTheWeb(2, ON_ROLL, again),
  ]).toEqual(["L9", undefined, "L13"]);
});
