import type { ConsumedCapacity } from "@aws-sdk/client-dynamodb";
import { afterAll, beforeAll, expect, test } from "vitest";
import { routes } from "../../functions/routes.ts";
import { pathTo } from "../../shared/domain/addresses.ts";
import type { CycleId, MeetingId, ProjectId, SignupId } from "../../shared/domain/ids.ts";
import { Project } from "../../shared/domain/project/project.ts";
import { accept } from "../../shared/domain/result.ts";
import { rosterWrite } from "../../shared/store/roster-writes.ts";
import { put } from "../../shared/store/write.ts";
import { IS_LONG } from "../kit/chance.ts";
import { openPlace, type Place } from "../kit/place.ts";
import { openCall } from "../kit/proposals.ts";
import { callMeeting } from "./meeting-parts.ts";

/** How many projects the two editions have. */
const [FEW, MANY] = IS_LONG ? [300, 10_000] : [150, 600];

/** Ten thousand projects are not written within the runner's two minutes. */
const SETTING_UP_MS = IS_LONG ? 900_000 : 120_000;

const WORDS = ["boisko", "ławki", "park", "ścieżka", "drzewa", "plac", "szkoła"];
const STATUSES = ["submitted", "formally-accepted", "rejected", "on-ballot"] as const;

let place: Place;
let spent = 0;
let editions: readonly { readonly cycleId: string; readonly projectId: string }[];
let known: Readonly<Record<string, string>>;

const idOf = (edition: number, n: number): string => `prj_${edition}${String(n).padStart(15, "0")}`;

const anEdition = async (edition: number, count: number) => {
  const cycleId = (await openCall(place)) as CycleId;
  await place.deps.store.projects.restore(
    cycleId,
    Array.from({ length: count }, (_, n) => ({
      sequence: n + 1,
      project: Project.parse({
        id: idOf(edition, n),
        cycleId,
        number: `${n % 3 ? "L13" : "M"}/${String(n + 1).padStart(2, "0")}/XII`,
        pool: n % 3 ? "L13" : "M",
        title: `${WORDS[n % 7]} i ${WORDS[(n + 1) % 7]} przy ulicy ${n % 40}`,
        description: "Opis na kilka słów, jakich w każdym projekcie jest więcej.",
        location: { lat: 50 + (n % 50) / 100, lon: 19 },
        estimatedCostGrosze: 1000 + (n % 11) * 1000,
        status: STATUSES[n % 4],
        history: [],
        version: 1,
        submittedAt: "2027-01-10T10:00:00.000Z",
        fingerprint: "reads",
      }),
    })),
  );
  return { cycleId, projectId: idOf(edition, 7) };
};

beforeAll(async () => {
  place = await openPlace();
  const { middlewareStack } = place.deps.store.table.client;
  middlewareStack.add(
    (next) => async (args) => {
      const done = await next(args);
      const { ConsumedCapacity: consumed = [] } = done.output as {
        ConsumedCapacity?: ConsumedCapacity | ConsumedCapacity[];
      };
      for (const { CapacityUnits = 0 } of [consumed].flat()) spent += CapacityUnits;
      return done;
    },
    { step: "initialize", priority: "high", name: "spent" },
  );
  middlewareStack.add(
    (next) => async (args) => next({ ...args, input: { ...args.input, ReturnConsumedCapacity: "TOTAL" } }),
    { step: "serialize", priority: "high", name: "asks-what-is-spent" },
  );
  editions = [await anEdition(1, FEW), await anEdition(2, MANY)];
  const { body: meeting } = await callMeeting(place, {});
  known = { meetingId: meeting.id, poolId: "M" };
}, SETTING_UP_MS);
afterAll(() => place?.close());

/** What one read costs, when no edition is remembered of the one before. */
const unitsOf = async (path: string): Promise<number> => {
  for (const { cycleId } of editions) await place.deps.store.cycles.listed(cycleId as CycleId);
  await place.told();
  spent = 0;
  const { status, text } = await place.call(`GET ${path}`);
  if (status >= 500) throw new Error(`${path}: ${text}`);
  return spent;
};

type PathOf = (edition: (typeof editions)[number]) => string;

const isMore = (many: number, few: number): boolean => many > few * 1.2 + 0.5;

/** What costs more for many; read again where it does: what the house does every minute may fall into a reading, and a file's list is kept. */
const grown = async (pathOf: PathOf): Promise<string[]> => {
  const [small, big] = editions.map(pathOf);
  if (small === undefined || big === undefined) throw new Error("two editions");
  const few = await unitsOf(small);
  let many = await unitsOf(big);
  if (isMore(many, few)) many = Math.min(many, await unitsOf(big));
  return isMore(many, few) ? [`${pathOf({ cycleId: "{}", projectId: "{}" })}: ${few} → ${many}`] : [];
};

const PUBLIC = Object.entries(routes).filter(
  ([, { key, who }]) => key.startsWith("GET ") && who.by === "anyone",
);

test(`no public read costs more at ${MANY} projects than at ${FEW}`, async () => {
  expect(PUBLIC.length).toBeGreaterThan(40);
  const wrong: string[] = [];
  for (const [, { key }] of PUBLIC) {
    const path = key.slice("GET ".length);
    const filled = (values: Readonly<Record<string, string>>): string =>
      path.replace(/\{(\w+)\+?\}/g, (_, name: string) => values[name] ?? known[name] ?? "x");
    wrong.push(...(await grown((edition) => filled({ ...edition }))));
  }
  expect(wrong).toEqual([]);
});

test.each([
  "limit=1",
  "limit=100",
  "limit=100&pool=M,L13",
  "limit=5&pool=L13",
  "limit=5&status=rejected",
  "limit=5&status=on-ballot&pool=M",
  "limit=5&q=boisko",
  "limit=5&q=boiska+%C5%82awek",
  "limit=2&q=szko%C5%82a&status=on-ballot",
  "limit=5&minCostGrosze=9000",
])("nor does a page by %s that is full in both", async (query) => {
  expect(await grown(({ cycleId }) => `/v1/cycles/${cycleId}/projects?${query}`)).toEqual([]);
});

test("a later page costs what the first one does", async () => {
  for (const { cycleId } of editions) {
    const path = `/v1/cycles/${cycleId}/projects?limit=10`;
    const first = await unitsOf(path);
    let { next } = (await place.call(`GET ${path}`)).body;
    for (let page = 0; page < 4; page++) {
      expect(await unitsOf(`${path}&cursor=${next}`)).toBeLessThanOrEqual(first * 1.2);
      ({ next } = (await place.call(`GET ${path}&cursor=${next}`)).body);
    }
  }
});

test("every file of an edition rests on one reading, until something changes in it", async () => {
  const { cycleId = "", projectId = "" } = editions[1] ?? {};
  const { projects } = place.deps.store;
  const path = `/v1/cycles/${cycleId}/projects`;
  const page = await unitsOf(`${path}?limit=1`);
  await unitsOf(`${path}.csv`);
  for (const file of [".csv?lang=en", ".csv?pool=L13", ".csv?status=rejected&minCostGrosze=2000", ".geojson"])
    expect(await unitsOf(path + file)).toBeLessThanOrEqual(page);
  const before = (await place.call(`GET ${path}.csv?status=withdrawn`)).text;
  const project = await projects.get(cycleId as CycleId, projectId as ProjectId);
  if (project) accept(await projects.move(project, "withdraw", { at: "2027-01-11T10:00:00.000Z" }));
  const after = (await place.call(`GET ${path}.csv?status=withdrawn`)).text;
  expect(after.split("\r\n")).toHaveLength(before.split("\r\n").length + 1);
});

test("a meeting costs the same with an empty hall as with a full one", async () => {
  const { meetingId = "" } = known;
  const paths = [
    `/v1/meetings/${meetingId}`,
    "/v1/meetings",
    pathTo("meeting", { meetingId: meetingId as MeetingId }),
  ];
  const spentOn = async (): Promise<number[]> => {
    const units: number[] = [];
    for (const path of paths) units.push(await unitsOf(path));
    return units;
  };
  const empty = await spentOn();
  const entry = (n: number) => ({ id: `sgn_${String(n).padStart(16, "0")}` as SignupId, seats: 1 });
  const seated = Array.from({ length: 500 }, (_, n) => entry(n));
  const queue = seated.map((_, n) => entry(500 + n));
  const roster = { capacity: 500, left: 0, seated, queue, isOpen: true, version: 1001 };
  await place.deps.store.table.write([put(rosterWrite(meetingId as MeetingId, roster))]);
  expect((await place.call(`GET ${paths[0]}`)).body).toMatchObject({ seatsLeft: 0, waiting: 500 });
  expect(await spentOn()).toEqual(empty);
});

test("readers of one moment ask once for the edition", async () => {
  const path = `/v1/cycles/${editions[0]?.cycleId}`;
  const first = await unitsOf(path);
  spent = 0;
  await Promise.all(Array.from({ length: 20 }, () => place.call(`GET ${path}`)));
  expect(spent).toBeLessThanOrEqual(first);
});
