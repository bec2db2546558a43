import { afterAll, beforeAll, expect, test } from "vitest";
import type { CycleId } from "../../shared/domain/ids.ts";
import { accept } from "../../shared/domain/result.ts";
import { electionOf } from "../../shared/domain/tally/election-of.ts";
import { tally } from "../../shared/domain/tally/tally.ts";
import { openPlace, type Place } from "../kit/place.ts";
import { type StepVisitor, stepVisitor } from "../kit/staff-visitor.ts";
import { faultsOfPage } from "../pages/tags.ts";

const ONE = "prj_1111111111111111";
const OTHER = "prj_2222222222222222";

let place: Place;
let commission: StepVisitor;
let cycleId: CycleId;
let path = "";

/** An edition whose count ended in a tie that only a lot can settle: two equal projects, and money for one. */
beforeAll(async () => {
  place = await openPlace();
  const { store } = place.deps;
  const made = await place.call("POST /v1/staff/cycles", {
    token: await place.staff("coordinator"),
    key: true,
    body: {
      name: "Budżet Obywatelski",
      ruleSet: "katowice-xii",
      calendar: [{ name: "voting", startsAt: "2040-01-01T00:00:00Z", endsAt: "2040-01-02T00:00:00Z" }],
      pools: [{ id: "L13", amountGrosze: 100_000 }],
    },
  });
  cycleId = made.body.id;
  path = `/urzad/edycje/${cycleId}/losowanie`;
  await place.settle();
  const cycle = await store.cycles.get(cycleId);
  if (!cycle) throw new Error("no cycle");
  const projects = [ONE, OTHER].map((id, index) => ({
    id: id as typeof ONE & `prj_${string}`,
    number: `L13/0${index + 1}/XII`,
    title: `Projekt ${index + 1}`,
    costGrosze: 60_000,
  }));
  const ballots = [ONE, OTHER].map((id) => ({ choices: [[id, 3]] as [string, number][], count: 30 }));
  const election = electionOf({ budgetGrosze: 100_000, projects, ballots });
  const counted = tally(election, {
    order: "points",
    fill: { kind: "skip" },
    ties: ["cheaper", "lot"],
    threshold: null,
  });
  accept(
    await store.table.write([await store.ballotLists.freeze({ cycleId, pools: [{ id: "L13", projects }] })]),
  );
  accept(
    await store.counts.saveTally(cycleId, {
      run: "run",
      pool: "L13",
      tally: counted,
      inputs: "",
      agrees: true,
    }),
  );
  accept(
    await store.counts.collected({
      cycleId,
      run: "run",
      markers: 60,
      ballots: 60,
      differences: [],
      voids: [],
      leavesDigest: "0".repeat(64),
      perDistrict: { L13: 60 },
      digest: "1".repeat(64),
      undecidedPools: ["L13"],
      disputedPools: [],
      leftOver: null,
      leftOverTies: [],
      signOffs: [],
    }),
  );
  accept(await store.cycles.change(cycle, { phase: "counting" }));
  commission = stepVisitor(place);
  await commission.signIn("commission");
});
afterAll(() => place?.close());

const draws = async () =>
  (await place.deps.store.counts.draws(cycleId)).find(({ pool }) => pool === "L13")?.draws;

const enter = async (drawn: Record<string, unknown>) =>
  place.call(`POST /v1/staff/cycles/${cycleId}/draws`, {
    token: await place.staff("commission"),
    key: true,
    body: { pool: "L13", ...drawn },
  });

const send = (places: readonly [string, string], protocol = "Protokół nr 4") =>
  commission.go(`POST ${path}`, {
    form: {
      pool: "L13",
      [`place-${ONE}`]: places[0],
      [`place-${OTHER}`]: places[1],
      "protocol-L13": protocol,
    },
  });

test("the tied projects are listed, each with a field for its place", async () => {
  const { status, text } = await commission.go(`GET ${path}`);
  expect(status).toBe(200);
  expect(text).toContain("Miejsce: L13/02/XII Projekt 2");
  expect(faultsOfPage(text)).toEqual([]);
});

test("nobody signs while a tie is open", async () => {
  const { text } = await commission.go(`GET /urzad/edycje/${cycleId}/podpis`);
  expect(text).toContain("Najpierw trzeba rozstrzygnąć remisy.");
  expect(text).not.toContain('name="digest"');
});

test.each([
  ["1", "1"],
  ["0", "1"],
  ["1", ""],
  ["1", "3"],
  ["1", "dwa"],
] as const)("places %s and %s are no order, and what was typed stays", async (one, other) => {
  const { status, text } = await send([one, other]);
  expect(status).toBe(422);
  expect(text).toContain("Daj każdemu projektowi inne miejsce");
  expect(text).toContain('value="Protokół nr 4"');
  expect(faultsOfPage(text)).toEqual([]);
});

test("a draw needs its minutes", async () => {
  const { status, text } = await send(["2", "1"], " ");
  expect(status).toBe(422);
  expect(text).toContain('id="protocol-L13-fault"');
});

test("the order that was drawn is kept with its minutes and in the log", async () => {
  expect((await send(["2", "1"])).status).toBe(303);
  expect(await draws()).toEqual([{ order: [OTHER, ONE], protocol: "Protokół nr 4" }]);
  const { items } = await place.deps.store.audit.list(cycleId);
  expect(items[0]).toMatchObject({ act: "postDraw", facts: { pool: "L13", protocols: "Protokół nr 4" } });
});

test.each([
  ["nothing that settles a tie", {}, "/draws"],
  ["a project twice", { draws: [{ order: [ONE, ONE], protocol: "4" }] }, "/draws/0/order/1"],
  [
    "a project of nowhere",
    { draws: [{ order: [ONE, "prj_3333333333333333"], protocol: "4" }] },
    "/draws/0/order/1",
  ],
  ["another seed than the committed one", { seed: "ours" }, "/seed"],
])("a draw with %s is refused, and what was drawn before stands", async (_, drawn, pointer) => {
  const before = await draws();
  const { status, body } = await enter(drawn);
  expect([400, 422]).toContain(status);
  expect(body.errors[0].pointer).toBe(pointer);
  expect(await draws()).toEqual(before);
});

test("the same projects drawn again correct the draw before", async () => {
  const order = [ONE, OTHER];
  for (let time = 0; time < 2; time++)
    expect((await enter({ draws: [{ order, protocol: "Protokół nr 5" }] })).status).toBe(202);
  expect(await draws()).toEqual([{ order, protocol: "Protokół nr 5" }]);
});

test("a draw changes the edition, so that a result read before it is not published", async () => {
  const { store } = place.deps;
  const read = await store.cycles.get(cycleId);
  if (!read) throw new Error("no cycle");
  await enter({ draws: [{ order: [OTHER, ONE], protocol: "Protokół nr 6" }] });
  expect((await store.cycles.enter(read, "results", {}, [])).ok).toBe(false);
});
