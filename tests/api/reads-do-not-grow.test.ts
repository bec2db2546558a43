import type { ConsumedCapacity } from "@aws-sdk/client-dynamodb";
import { afterAll, beforeAll, expect, test } from "vitest";
import { routes } from "../../functions/routes.ts";
import { pathTo } from "../../shared/domain/addresses.ts";
import type { CycleId, MeetingId, ProjectId, SignupId } from "../../shared/domain/ids.ts";
import { Project } from "../../shared/domain/project/project.ts";
import { accept } from "../../shared/domain/result.ts";
import { keys } from "../../shared/store/keys.ts";
import { listing, PART_LINES } from "../../shared/store/project-lines.ts";
import { rosterWrite } from "../../shared/store/roster-writes.ts";
import { put, update } from "../../shared/store/write.ts";
import { IS_LONG } from "../kit/chance.ts";
import { openPlace, type Place } from "../kit/place.ts";
import { openCall } from "../kit/proposals.ts";
import { callMeeting } from "./meeting-parts.ts";

/** How many projects the two editions have. */
const [FEW, MANY] = IS_LONG ? [300, 10_000] : [150, 600];

/** Ten thousand projects are not written within the runner's two minutes. */
const SETTING_UP_MS = IS_LONG ? 900_000 : 120_000;

/** A line of the list is half a kilobyte; a unit reads eight. */
const UNITS_A_LINE = 0.5 / 8;

const WORDS = ["boisko", "ławki", "park", "ścieżka", "drzewa", "plac", "szkoła"];
const STATUSES = ["submitted", "formally-accepted", "rejected", "on-ballot"] as const;

let place: Place;
let spent = 0;
let editions: readonly { readonly cycleId: string; readonly projectId: string }[];
let known: Readonly<Record<string, string>>;

const idOf = (edition: number, n: number): string => `prj_${edition}${String(n).padStart(15, "0")}`;

const aProject = (cycleId: CycleId, edition: number, n: number): Project =>
  Project.parse({
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
  });

const anEdition = async (edition: number, count: number) => {
  const cycleId = (await openCall(place)) as CycleId;
  await place.deps.store.projects.restore(
    cycleId,
    Array.from({ length: count }, (_, n) => ({ sequence: n + 1, project: aProject(cycleId, edition, n) })),
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

/** Nothing is remembered of what was read before. */
const forget = async (): Promise<void> => {
  const { cycles, table } = place.deps.store;
  for (const { cycleId, projectId } of editions) {
    await cycles.listed(cycleId as CycleId);
    const key = keys.project(cycleId as CycleId, projectId as ProjectId);
    accept(await table.write([update({ key, set: { fingerprint: "reads" } })]));
  }
  await place.told();
};

/** What one read costs, of all that is not remembered. */
const unitsOf = async (path: string, before: () => Promise<void> = forget): Promise<number> => {
  await before();
  spent = 0;
  const { status, text } = await place.call(`GET ${path}`);
  if (status >= 500) throw new Error(`${path}: ${text}`);
  return spent;
};

type PathOf = (edition: (typeof editions)[number]) => string;

const isMore = (many: number, few: number): boolean => many > few * 1.2 + 0.5;

interface Row {
  readonly path: string;
  readonly units: readonly number[];
  readonly ms: readonly number[];
}
const rows: Row[] = [];

/** How long a read takes of which nothing is remembered, in the middle of five. */
const msOf = async (path: string): Promise<number> => {
  const all: number[] = [];
  for (let n = 0; n < 5; n++) {
    await forget();
    const started = performance.now();
    await place.call(`GET ${path}`);
    all.push(performance.now() - started);
  }
  return all.sort((a, b) => a - b)[2] ?? Number.NaN;
};

afterAll(() => {
  const line = ({ path, units, ms }: Row): string =>
    `| \`${path}\` | ${units.join(" | ")} | ${ms.map((one) => one.toFixed(1)).join(" | ")} |`;
  if (IS_LONG)
    console.log(
      `| GET | units at ${FEW} | at ${MANY} | ms at ${FEW} | at ${MANY} |\n${rows.map(line).join("\n")}`,
    );
});

/** What a read costs beside another; read again where it is more: what the house does every minute may fall into a reading. */
const unitsBeside = async (path: string, few: number, before = forget): Promise<number> => {
  const units = await unitsOf(path, before);
  return units > few ? Math.min(units, await unitsOf(path, before)) : units;
};

/** What costs more for many. */
const grown = async (pathOf: PathOf): Promise<string[]> => {
  const [small, big] = editions.map(pathOf);
  if (small === undefined || big === undefined) throw new Error("two editions");
  const few = await unitsOf(small);
  const many = await unitsBeside(big, few);
  const path = pathOf({ cycleId: "{}", projectId: "{}" });
  if (IS_LONG) rows.push({ path, units: [few, many], ms: [await msOf(small), await msOf(big)] });
  return isMore(many, few) ? [`${path}: ${few} → ${many}`] : [];
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
    // A file costs what is in it, up to a part.
    if (/\.(csv|geojson)$/.test(key) && path.includes("/projects.")) continue;
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
      const later = await unitsBeside(`${path}&cursor=${next}`, first);
      expect({ page, later, isMore: isMore(later, first) }).toMatchObject({ isMore: false });
      ({ next } = (await place.call(`GET ${path}&cursor=${next}`)).body);
    }
  }
});

test("files of an edition rest on one reading of a part, until something changes in it", async () => {
  const { cycleId = "", projectId = "" } = editions[1] ?? {};
  const { cycles, projects } = place.deps.store;
  const path = `/v1/cycles/${cycleId}/projects`;
  const page = await unitsOf(`${path}?limit=1`);
  const whole = await unitsOf(`${path}.csv`);
  expect(whole).toBeGreaterThan(page);
  expect(whole).toBeLessThanOrEqual(page + PART_LINES * UNITS_A_LINE);
  if (IS_LONG)
    for (const file of ["projects.csv", "projects.geojson"]) {
      const [few = "", many = ""] = editions.map((one) => `/v1/cycles/${one.cycleId}/${file}`);
      const units = [await unitsOf(few), await unitsOf(many)];
      rows.push({ path: `/v1/cycles/{}/${file}`, units, ms: [await msOf(few), await msOf(many)] });
      await unitsOf(`${path}.csv`);
    }
  const aMomentLater = () => cycles.listed(cycleId as CycleId).then(() => undefined);
  for (const file of [
    ".csv?lang=en",
    ".csv?category=sport",
    ".csv?status=rejected&minCostGrosze=2000",
    ".geojson",
  ])
    expect(await unitsBeside(path + file, page, aMomentLater)).toBeLessThanOrEqual(page);
  const before = (await place.call(`GET ${path}.csv?status=withdrawn`)).text;
  const project = await projects.get(cycleId as CycleId, projectId as ProjectId);
  if (project) accept(await projects.move(project, "withdraw", { at: "2027-01-11T10:00:00.000Z" }));
  const after = (await place.call(`GET ${path}.csv?status=withdrawn`)).text;
  expect(after.split("\r\n")).toHaveLength(before.split("\r\n").length + 1);
});

test("a long file comes in parts that hold every project once", async () => {
  const cycleId = (await openCall(place)) as CycleId;
  // Its lines alone, which nobody finds by a word: what is found by words is written for minutes.
  const projects = Array.from({ length: PART_LINES + 5 }, (_, n) => aProject(cycleId, 3, n));
  await place.deps.store.table.fill(
    projects.map((project) => ({
      key: keys.project(cycleId, project.id),
      item: { ...project, ...listing(project) },
    })),
  );
  const path = `/v1/cycles/${cycleId}/projects`;
  const partsOf = async (file: string) => {
    const parts: Awaited<ReturnType<Place["call"]>>[] = [];
    for (let query: string | undefined = "?minCostGrosze=1000"; query !== undefined; ) {
      const part = await place.call(`GET ${path}.${file}${query}`);
      parts.push(part);
      query = /^<(\?minCostGrosze=1000&cursor=[\w-]+)>; rel="next"$/.exec(
        part.headers.get("link") ?? "",
      )?.[1];
    }
    return parts;
  };
  const ids = (parts: Awaited<ReturnType<typeof partsOf>>) =>
    parts.map(({ body }) => body.features.map(({ id }: { id: string }) => id));
  const maps = ids(await partsOf("geojson"));
  expect(maps.map(({ length }) => length)).toEqual([PART_LINES, 5]);
  expect(new Set(maps.flat()).size).toBe(projects.length);
  const tables = (await partsOf("csv")).map(({ text }) => text.trimEnd().split("\r\n").slice(1));
  expect(tables.map(({ length }) => length)).toEqual([PART_LINES, 5]);
  expect(new Set(tables.flat()).size).toBe(projects.length);
  const ofPool = await place.call(`GET ${path}.csv?pool=M`);
  expect(ofPool.headers.get("link")).toBeNull();
  expect(ofPool.text.trimEnd().split("\r\n")).toHaveLength(1 + Math.ceil(projects.length / 3));
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
  const roster = { capacity: 500, left: 0, seated, offered: [], queue, isOpen: true, version: 1001 };
  await place.deps.store.table.write([put(rosterWrite(meetingId as MeetingId, roster))]);
  expect((await place.call(`GET ${paths[0]}`)).body).toMatchObject({ seatsLeft: 0, waiting: 500 });
  expect(await spentOn()).toEqual(empty);
});

test.each(["", "/projects?limit=20", "/projects?q=boisko&limit=5"])(
  "readers of one moment ask once for an edition%s",
  async (what) => {
    const path = `/v1/cycles/${editions[0]?.cycleId}${what}`;
    const first = await unitsOf(path);
    expect(first).toBeGreaterThan(0);
    const many = () => Promise.all(Array.from({ length: 20 }, () => place.call(`GET ${path}`)));
    await forget();
    spent = 0;
    await many();
    expect(spent).toBeLessThanOrEqual(first);
  },
);

test("a page tells at once what is written, and stands through a vote", async () => {
  const { cycleId = "", projectId = "" } = editions[0] ?? {};
  const { projects, table } = place.deps.store;
  const path = `/v1/cycles/${cycleId}/projects?limit=100`;
  const first = await unitsOf(path);
  const project = await projects.get(cycleId as CycleId, projectId as ProjectId);
  const isListed = async () =>
    (await place.call(`GET ${path}`)).body.items.find(({ id }: { id: string }) => id === projectId)?.status;
  if (project) accept(await projects.move(project, "withdraw", { at: "2027-01-11T10:00:00.000Z" }));
  expect(await isListed()).toBe("withdrawn");
  spent = 0;
  accept(await table.write([put({ key: keys.turnout(cycleId as CycleId), item: {} })]));
  expect(await isListed()).toBe("withdrawn");
  expect(spent).toBeLessThan(first);
});
