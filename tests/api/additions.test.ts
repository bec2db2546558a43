import { afterAll, beforeAll, expect, test } from "vitest";
import { peselOf, type TestVote } from "../city.ts";
import { openPlace, type Place } from "../place.ts";
import { cardOf, clerksOf, openVoteWithPoints } from "../points.ts";
import { codeFor } from "../voting-city.ts";

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

/** A statement at the desk about the n-th person, who is on the roll in L13. */
const takeIn = async (n: number, more: object = {}): Promise<string> => {
  const { body } = await clerks.clerk(0, "POST /statements", {
    key: true,
    body: {
      firstName: "Zofia",
      surname: "Przybylska",
      pesel: peselOf(n),
      mothersMaidenName: ON_ROLL,
      address: "ul. Mariacka 5/7",
      district: "L13",
      email: `listed-${n}@example.com`,
      declarations: [true, true],
      ...more,
    },
  });
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
const districtOnTheWeb = async (n: number, mothersMaidenName: string): Promise<string | undefined> => {
  const at = `/v1/cycles/${city.cycleId}/voter-sessions`;
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
