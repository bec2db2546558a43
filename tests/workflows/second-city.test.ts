import { unzipSync } from "fflate";
import { afterAll, beforeAll, expect } from "vitest";
import { reportOf } from "../../infra/tally/report.ts";
import { verdictOn } from "../../infra/verify/checks.ts";
import { readPb } from "../../shared/domain/pabulib/read.ts";
import { poolsOfDistrict } from "../../shared/domain/rule-set.ts";
import { countTestVote, openTestVote, peselOf, signAndPublish, type TestVote } from "../kit/city.ts";
import { inTurn } from "../kit/in-turn.ts";
import { openPlace, type Place } from "../kit/place.ts";
import { enterProjects, proposeProjects } from "../kit/projects.ts";
import { openCall, propose } from "../kit/proposals.ts";
import { BOROWA, BOROWA_2027 } from "../kit/second-city.ts";
import { hiddenFields, stepVisitor } from "../kit/staff-visitor.ts";
import { visitor } from "../kit/visitor.ts";
import { castByApi, toFirstList } from "../kit/voting-city.ts";
import { tagsOf, unescaped } from "../pages/tags.ts";

const { test } = inTurn();

const VOTERS = 16;
const HOME = ["rynek", "stare-mlyny", "pod-lasem", "M"] as const;

/** The n-th voter's district. */
const homeOf = (n: number): string => HOME[n % HOME.length] ?? "";

const POOLS = {
  L1: { amountZloty: 4000, costsZloty: [1900, 900, 700, 400] },
  duze: { amountZloty: 9000, costsZloty: [8000, 2000, 1000] },
  "lewy-brzeg": { amountZloty: 1200, costsZloty: [600, 500, 300] },
  "nad-rzeka": { amountZloty: 1000, costsZloty: [450, 350] },
  rynek: { amountZloty: 300, costsZloty: [140, 90] },
  "stare-mlyny": { amountZloty: 200, costsZloty: [80, 70] },
  M: { amountZloty: 100, costsZloty: [60, 30] },
};

let place: Place;
let one: TestVote;
let files: Map<string, Uint8Array>;
// biome-ignore lint/suspicious/noExplicitAny: tests look into answers of every shape
let results: any;

/** The places that the n-th voter gives on one list: another order for each, and not always all of them. */
const placesOf = (n: number, ids: readonly string[]): Record<string, number> =>
  Object.fromEntries(
    ids
      .map((_, index) => ids[(index + n) % ids.length] ?? "")
      .slice(0, 1 + (n % ids.length))
      .map((id, index) => [id, index + 1]),
  );

const newEdition = async () =>
  place.call("GET /urzad/edycje/nowa", {
    headers: { cookie: `staff=${await place.staff("coordinator")}` },
  });

beforeAll(async () => {
  place = await openPlace({ city: BOROWA });
  const fresh = await newEdition();
  expect([fresh.status, fresh.text.includes("nie ma jeszcze zasad edycji")]).toEqual([200, true]);
  const roll = Array.from({ length: VOTERS }, (_, n) => `${peselOf(n)};Nowak-Łoś;${homeOf(n)}`);
  one = await openTestVote(place, {
    ruleSet: BOROWA_2027,
    pools: POOLS,
    voters: VOTERS,
    roll: `pesel;mothers_maiden_name;district\n${roll.join("\n")}\n`,
  });
  await place.clock.moveTo((now) => now + 2000);
});
afterAll(() => place?.close());

/** What is read speaks of no other city, nor of its lists. */
const isOfThisCity = async (path: string): Promise<void> => {
  const { status, text } = await place.call(`GET ${path}`);
  expect([path, status]).toEqual([path, 200]);
  expect(text, path).not.toMatch(/atowic|ogólnomiejsk/i);
};

test("Who votes is asked on this city's own legal basis", async () => {
  for (const path of [`/glosuj/${one.cycleId}`, `/en/glosuj/${one.cycleId}`, `/v1/cycles/${one.cycleId}`]) {
    await isOfThisCity(path);
    expect((await place.call(`GET ${path}`)).text).toContain("Rady Gminy Borowa Góra");
  }
});

test("The next edition is opened on the page, with the rules of the one before", async () => {
  const { status, text } = await newEdition();
  expect([status, text.includes(`value="${BOROWA_2027.name}"`)]).toEqual([200, true]);
  const coordinator = stepVisitor(place);
  await coordinator.signIn("coordinator");
  const path = "/urzad/edycje/nowa";
  const page = await coordinator.go(`GET ${path}`);
  const form = {
    ...hiddenFields(page.text, path),
    name: "Budżet Borowej",
    "start-voting": "2101-09-10T00:00",
    "end-voting": "2101-09-24T00:00",
    "amount-rynek": "300",
  };
  const check = await coordinator.go(`POST ${path}`, { form });
  expect([check.status, check.text.includes("Budżet Borowej")]).toEqual([200, true]);
  const confirmed = { ...hiddenFields(check.text, path), confirmed: "yes" };
  const made = await coordinator.go(`POST ${path}`, { form: confirmed });
  expect(made.status).toBe(303);
  const cycleId = coordinator.locationOf(made).split("/").at(-1);
  expect((await place.call(`GET /v1/cycles/${cycleId}`)).body.pools).toMatchObject([{ id: "rynek" }]);
});

test("An edition is opened with kinds and residents of its pools, from the profile", async () => {
  const { body } = await place.call(`GET /v1/cycles/${one.cycleId}`);
  expect(body.edition).toBe("2027");
  const pools = body.pools.map(({ id, kind, residents }: Record<string, unknown>) => [id, kind, residents]);
  expect(body.residents).toEqual({ rynek: 4100, "stare-mlyny": 2300, "pod-lasem": 1900, M: 700 });
  expect(pools).toEqual([
    ["L1", "citywide", 9000],
    ["duze", "citywide", 9000],
    ["lewy-brzeg", "area", 6400],
    ["nad-rzeka", "area", 3000],
    ["rynek", "district", 4100],
    ["stare-mlyny", "district", 2300],
    ["M", "district", 700],
  ]);
});

test("The office has newer numbers of residents: of a district, of its pool, or of a wider pool alone", async () => {
  const open = async (body: object) =>
    place.call("POST /v1/staff/cycles", {
      token: await place.staff("coordinator"),
      key: true,
      body: {
        name: "Budżet",
        ruleSet: BOROWA_2027,
        calendar: [{ name: "voting", startsAt: "2040-01-01T00:00:00Z", endsAt: "2040-01-02T00:00:00Z" }],
        ...body,
      },
    });
  const pools = (residents: Readonly<Record<string, number>>) =>
    ["L1", "duze", "nad-rzeka", "rynek"].map((id) => ({
      id,
      amountGrosze: 100_000,
      ...(residents[id] !== undefined && { residents: residents[id] }),
    }));
  const { status, body } = await open({ residents: { M: 800 }, pools: pools({ rynek: 4000, duze: 8888 }) });
  expect([status, body.residents]).toEqual([
    201,
    { rynek: 4000, "stare-mlyny": 2300, "pod-lasem": 1900, M: 800 },
  ]);
  expect(body.pools.map(({ residents }: { residents: number }) => residents)).toEqual([
    9000, 8888, 3100, 4000,
  ]);

  const faults = async (wrong: object) => {
    const { status, body } = await open(wrong);
    return [status, body.errors?.map(({ pointer }: { pointer: string }) => pointer)];
  };
  expect(await faults({ residents: { L13: 1 }, pools: pools({}) })).toEqual([422, ["/residents/L13"]]);
  expect(await faults({ residents: { M: 0 }, pools: pools({}) })).toEqual([422, ["/residents/M"]]);
  // More than any city has: together they would be no number that a count can be told with.
  const huge = Number.MAX_SAFE_INTEGER;
  expect(await faults({ residents: { M: huge }, pools: pools({}) })).toEqual([422, ["/residents/M"]]);
  expect(await faults({ pools: pools({ duze: huge }) })).toEqual([422, ["/pools/1/residents"]]);
  expect(await faults({ residents: { rynek: 4000 }, pools: pools({ rynek: 4000 }) })).toEqual([
    400,
    ["/pools/3/residents"],
  ]);
  // A district that the profile does not know: its own list is asked for residents, and the edition has none by district.
  const ruleSet = {
    ...BOROWA_2027,
    pools: [...BOROWA_2027.pools, { id: "nowe", kind: "district", name: { pl: "Nowe" } }],
  };
  const nowe = { id: "nowe", amountGrosze: 100_000 };
  expect(await faults({ ruleSet, pools: [nowe] })).toEqual([422, ["/pools/0/residents"]]);
  const made = await open({ ruleSet, pools: [{ id: "rynek", amountGrosze: 100_000 }] });
  expect([made.status, made.body.residents]).toEqual([201, null]);
  const whole = await open({ ruleSet, pools: [{ ...nowe, residents: 50 }] });
  expect([whole.status, whole.body.residents?.nowe]).toEqual([201, 50]);
});

test("A rule set of another city is refused", async () => {
  const token = await place.staff("coordinator");
  const foreign = await place.call("POST /v1/staff/cycles", {
    token,
    key: true,
    body: {
      name: "Budżet",
      ruleSet: "katowice-xii",
      calendar: [{ name: "voting", startsAt: "2040-01-01T00:00:00Z", endsAt: "2040-01-02T00:00:00Z" }],
      pools: [{ id: "M", amountGrosze: 100_000 }],
    },
  });
  expect([foreign.status, foreign.body.errors?.[0]?.pointer]).toEqual([422, "/ruleSet"]);
});

test("A proposal gets a number by the city's scheme, and supporters are asked by its residents", async () => {
  const cycleId = await openCall(place, {
    ruleSet: BOROWA_2027,
    pools: [
      { id: "lewy-brzeg", amountGrosze: 60_000_000 },
      { id: "rynek", amountGrosze: 60_000_000 },
    ],
  });
  const { id, number } = await propose(place, cycleId, { pool: "lewy-brzeg" });
  expect(number).toBe("BG.2027:lewy-brzeg.001");
  expect((await propose(place, cycleId, { pool: "rynek" })).number).toBe("BG.2027:rynek.001");
  const { body } = await place.call(`GET /v1/cycles/${cycleId}/projects/${id}`);
  expect(body.supportersNeeded).toBe(6);
  const paper = await place.call("POST /v1/staff/cycles", {
    token: await place.staff("coordinator"),
    key: true,
    body: {
      name: "Budżet",
      ruleSet: BOROWA_2027,
      calendar: [{ name: "voting", startsAt: "2040-01-01T00:00:00Z", endsAt: "2040-01-02T00:00:00Z" }],
      pools: [{ id: "rynek", amountGrosze: 60_000_000 }],
    },
  });
  const given = (...numbers: string[]) =>
    numbers.map((one) => ({ pool: "rynek", title: "Z papieru", costGrosze: 100, number: one }));
  for (const wrong of ["rynek/07/2027", "BG.2026:rynek.008", "BG.2027:M.008"])
    expect((await proposeProjects(place, paper.body.id, given(wrong))).status, wrong).toBe(422);
  expect(await enterProjects(place, paper.body.id, given("BG.2027:rynek.007"))).toHaveLength(1);

  // The map leads to the list nearest to a district: its own, or that of an area which it is in.
  const { text } = await place.call(`GET /projekty?cycle=${cycleId}&pool=lewy-brzeg`);
  const links = tagsOf(text.slice(text.indexOf("<svg"), text.indexOf("</svg>"))).flatMap(
    ({ name, attributes }) =>
      name === "a" && attributes.href
        ? [[attributes["aria-label"], unescaped(attributes.href), attributes["aria-current"]]]
        : [],
  );
  expect(links).toEqual([
    ["Rynek", `/projekty?cycle=${cycleId}&pool=rynek`, undefined],
    ["Stare Młyny", `/projekty?cycle=${cycleId}&pool=lewy-brzeg`, "true"],
  ]);
});

test("Consultations know the city's districts, and no others", async () => {
  const token = await place.staff("editor");
  const open = (territory: readonly string[]) =>
    place.call("POST /v1/staff/consultations", {
      token,
      key: true,
      body: {
        kind: "formal",
        subject: { title: "Młynówka", decided: "Gdzie będzie kładka.", fixed: "Termin." },
        territory,
        forms: ["online"],
        startsAt: new Date(place.clock.now() + 86_400_000).toISOString(),
        endsAt: new Date(place.clock.now() + 30 * 86_400_000).toISOString(),
      },
    });
  expect((await open(["stare-mlyny", "M"])).status).toBe(201);
  expect((await open(["L13"])).status).toBe(422);
});

test("Residents vote on the lists of their district, its areas and the city, near things first", async () => {
  const browser = visitor(place);
  const first = await toFirstList(place, browser, one.cycleId, { n: 1 });
  expect(first.path).toBe(`/glosuj/${one.cycleId}/lista/stare-mlyny`);
  expect(first.text).toContain("w dzielnicy Stare Młyny");
  const seen = async (pool: string) => (await browser.open(`/glosuj/${one.cycleId}/lista/${pool}`)).text;
  expect(await seen("lewy-brzeg")).toContain("z listy „Lewy Brzeg”");
  expect(await seen("L1")).toContain("z listy „Zielony budżet”");

  for (let n = 0; n < VOTERS; n++) {
    const sections = poolsOfDistrict(BOROWA_2027, homeOf(n)).flatMap((pool) => {
      const ids = one.projects[pool];
      return ids && (n + pool.length) % 5 !== 0 ? [{ pool, points: placesOf(n, ids) }] : [];
    });
    const { status, text } = await castByApi(place, one.cycleId, n, sections);
    expect(status, text).toBe(201);
  }
});

test("Nobody votes on a list of other districts", async () => {
  const [id = ""] = one.projects.rynek ?? [];
  const { status, body } = await castByApi(place, one.cycleId, 2, [{ pool: "rynek", points: { [id]: 1 } }]);
  expect(status).toBeGreaterThanOrEqual(400);
  expect(body.code).toMatch(/^(ballot\/pool|voting\/already-voted)$/);
});

test("Letters speak in the city's own name", () => {
  const letters = place.letters();
  expect(letters.length).toBeGreaterThan(VOTERS);
  for (const { text = "", html = "" } of letters) expect(`${text}${html}`).not.toMatch(/atowic/i);
  const letter = letters.find(({ to }) => to === "voter-1@example.com");
  expect(letter?.text).toContain("Urząd Miasta i Gminy Borowa Góra, Referat Partycypacji");
  expect(letter?.text).toContain("iod@borowa.example");
});

test("The results are counted, signed, published, and verified from the package alone", async () => {
  const { count } = await countTestVote(place, one);
  expect(count.undecidedPools).toEqual([]);
  await signAndPublish(place, one.cycleId, count.digest);
  results = (await place.call(`GET /v1/cycles/${one.cycleId}/results`)).body;
  expect(results.turnout.voters).toBe(VOTERS);
  expect(results.pools.map(({ id }: { id: string }) => id)).toEqual(Object.keys(POOLS));
  for (const { selected } of results.pools) expect(selected.length).toBeGreaterThan(0);
  const reply = await fetch(`${place.url}/v1/cycles/${one.cycleId}/results/package.zip`);
  files = new Map(Object.entries(unzipSync(new Uint8Array(await reply.arrayBuffer()))));
  expect(await verdictOn(files, undefined, () => undefined)).toMatch(/^CONSISTENT/);
});

test.each(Object.keys(POOLS).map((pool): [string] => [pool]))(
  "The file of %s is read back, and funds the same projects",
  async (pool) => {
    const served = await fetch(`${place.url}/v1/cycles/${one.cycleId}/results/${pool}.pb`);
    const reading = readPb([new Uint8Array(await served.arrayBuffer())]);
    if (!reading.ok) throw new Error(reading.fault.message);
    const { meta } = reading.file;
    expect([meta.get("unit"), meta.get("edition"), meta.get("vote_type"), meta.get("rule")]).toEqual([
      "Borowa Góra",
      "2027",
      "ordinal",
      "equalshares",
    ]);
    expect(meta.has("district")).toBe(!["L1", "duze"].includes(pool));
    const again = reportOf(`${pool}.pb`, reading.file, {
      files: [],
      rule: undefined,
      tie: undefined,
      whatIf: undefined,
      json: true,
      figures: false,
      rules: false,
      check: false,
      fix: undefined,
      force: false,
    });
    const published = results.pools.find(({ id }: { id: string }) => id === pool);
    const numbers = published.selected.map(
      (id: string) => published.projects.find((project: { id: string }) => project.id === id).number,
    );
    expect([...again.selected].sort()).toEqual([...numbers].sort());
    for (const number of numbers) expect(number).toMatch(new RegExp(`^BG\\.2027:${pool}\\.\\d{3}$`));
  },
);

test("Pages of the site and of the results speak of no other city, and show every pool by its name", async () => {
  const paths = ["/", "/pomoc", "/prywatnosc", "/dostepnosc", "/glosuj", `/wyniki/${one.cycleId}`];
  for (const path of [
    ...paths,
    `/wyniki/${one.cycleId}/lewy-brzeg`,
    `/wyniki/${one.cycleId}/duze/inna-zasada`,
  ])
    await isOfThisCity(path);
  const { text } = await place.call(`GET /wyniki/${one.cycleId}`);
  for (const { name } of BOROWA_2027.pools.filter(({ id }) => id in POOLS)) expect(text).toContain(name.pl);
});
