import { unzipSync } from "fflate";
import { afterAll, beforeAll, expect, test } from "vitest";
import { verdictOn } from "../../infra/verify/checks.ts";
import { countTestVote, openTestVote, signAndPublish, type TestVote } from "../kit/city.ts";
import { openPlace, type Place } from "../kit/place.ts";
import { type StepVisitor, stepVisitor } from "../kit/staff-visitor.ts";
import { visitor } from "../kit/visitor.ts";
import { faultsOfPage } from "../pages/tags.ts";
import { expectWhole } from "../pages/whole.ts";
import { editionOf } from "./edition.ts";

let place: Place;
let one: TestVote;
let coordinator: StepVisitor;
let path = "";
const numbers: Record<string, string> = {};

const groupsNow = async () => (await place.call(`GET /v1/cycles/${one.cycleId}`)).body.exclusionGroups;

/** A square that two projects of a district want, and a street that a district and the city want. */
beforeAll(async () => {
  place = await openPlace();
  one = await openTestVote(place, {
    pools: {
      M: { amountZloty: 3000, costsZloty: [2000, 1500] },
      L13: { amountZloty: 600, costsZloty: [300, 200, 100] },
    },
    voters: 200,
    prepare: async ({ cycleId, projects }, token) => {
      const [street] = projects.M ?? [];
      const [square, other, side] = projects.L13 ?? [];
      path = `/v1/staff/cycles/${cycleId}/exclusion-groups`;
      const list = await place.call(`GET /v1/staff/cycles/${cycleId}/projects`, { token });
      for (const { id, number } of list.body.items) numbers[id] = number;
      const { version } = (await place.call(`GET /v1/staff/cycles/${cycleId}`, { token })).body;
      const put = (groups: object[], tag = `"v${version}"`) =>
        place.call(`PUT ${path}`, { token, headers: { "if-match": tag }, body: { groups } });
      const group = { projects: [square, other], rule: "best-wins", reason: "Jedno miejsce na placu" };
      expect((await put([group], '"v999"')).status).toBe(412);
      const twice = await put([{ ...group, projects: [square, square] }]);
      expect([twice.status, twice.body.errors[0].pointer]).toEqual([400, "/groups/0/projects/1"]);
      expect((await put([{ ...group, projects: [square, "prj_0000000000000000"] }])).status).toBe(422);
      expect((await put([{ ...group, rule: { atMost: 0 } }])).status).toBe(422);
      expect((await put([group])).status).toBe(202);
      // Nothing holds that one person alone has said, and nobody's list takes its place meanwhile.
      expect((await place.call(`GET /v1/cycles/${cycleId}`)).body.exclusionGroups).toEqual([]);
      expect((await put([])).body.code).toBe("pending/waits");
      const accept = async () =>
        place.call(`POST ${path}/acceptance`, { token: await place.staff("coordinator", 1) });
      expect((await accept()).status).toBe(200);

      // The second one by the office's page.
      coordinator = stepVisitor(place);
      await coordinator.signIn("coordinator");
      const desk = `/urzad/edycje/${cycleId}/wykluczenia`;
      const shown = await coordinator.go(`GET ${desk}`);
      const versionNow = /name="version" value="(\d+)"/.exec(shown.text)?.[1] ?? "";
      const form = {
        version: versionNow,
        rule: "at-most",
        atMost: "1",
        reason: "Jedna ulica",
        legalBasis: "§ 7",
      };
      const wrong = await coordinator.go(`POST ${desk}`, {
        form: { ...form, projects: "M/99/XII", reason: "" },
      });
      expect(wrong.status).toBe(422);
      expect(faultsOfPage(wrong.text)).toEqual([]);
      expect(wrong.text).toContain("M/99/XII");
      const typed = `${numbers[street ?? ""]}, ${numbers[side ?? ""]?.toLowerCase()}`;
      expect((await coordinator.go(`POST ${desk}`, { form: { ...form, projects: typed } })).status).toBe(303);
      expect((await accept()).status).toBe(200);
      expect((await coordinator.go(`POST ${desk}`, { form: { ...form, projects: typed } })).status).toBe(412);
    },
  });
});
afterAll(() => place?.close());

test("Residents read which projects exclude each other, and nothing changes once the vote is open", async () => {
  const { L13: [square = "", other = "", side = ""] = [], M: [street = ""] = [] } = one.projects;
  expect(await groupsNow()).toEqual([
    { projects: [square, other], rule: "best-wins", reason: "Jedno miejsce na placu" },
    { projects: [street, side], rule: { atMost: 1 }, reason: "Jedna ulica", legalBasis: "§ 7" },
  ]);
  for (const prefix of ["", "/en"]) {
    const page = await visitor(place).open(`${prefix}/projekty/${one.cycleId}/${side}`);
    expectWhole(page, prefix === "" ? "pl" : "en");
    expect(page.text).toContain(numbers[street]);
    expect(page.text).toContain("Jedna ulica");
  }
  const token = await place.staff("coordinator");
  const { version } = (await place.call(`GET /v1/staff/cycles/${one.cycleId}`, { token })).body;
  const late = await place.call(`PUT ${path}`, {
    token,
    headers: { "if-match": `"v${version}"` },
    body: { groups: [] },
  });
  expect([late.status, late.body.code]).toEqual([409, "cycle/locked"]);
});

test("Within a pool the best of a group wins, and what a district funded shuts the city's project out", async () => {
  const { L13: [square = "", other = "", side = ""] = [], M: [street = "", park = ""] = [] } = one.projects;
  const edition = editionOf(place, one);
  const points = (pool: string, id: string) => ({ pool, points: { [id]: 3 } });
  await edition.fillBox([points("M", street), points("L13", square)], 80);
  await edition.fillBox([points("M", park), points("L13", other)], 70);
  await edition.fillBox([points("L13", side)], 30);
  const { count } = await countTestVote(place, one);
  expect(count).toMatchObject({ undecidedPools: [] });
  await signAndPublish(place, one.cycleId, count.digest);

  const { body } = await edition.results();
  const outcomes = Object.fromEntries(
    body.pools.flatMap(({ projects }: { projects: { id: string; outcome: string; reason: string }[] }) =>
      projects.map(({ id, outcome, reason }) => [id, [outcome, reason]]),
    ),
  );
  expect(outcomes[square]?.[0]).toBe("funded");
  expect(outcomes[side]?.[0]).toBe("funded");
  expect(outcomes[other]?.[0]).toBe("excluded");
  expect(outcomes[street]?.[0]).toBe("excluded");
  expect(outcomes[street]?.[1]).toContain("Jedna ulica");
  expect(outcomes[park]?.[0]).toBe("funded");

  const reply = await fetch(`${place.url}/v1/cycles/${one.cycleId}/results/package.zip`);
  const files = new Map(Object.entries(unzipSync(new Uint8Array(await reply.arrayBuffer()))));
  expect(await verdictOn(files, undefined, () => undefined)).toMatch(/^CONSISTENT/);
  const pb = new TextDecoder().decode(files.get("pools/L13.pb"));
  expect(pb).toContain("rule;greedy-exclusive");
  expect(pb).toContain("Jedno miejsce na placu");
});
