import { afterAll, beforeAll, expect, test } from "vitest";
import type { CycleId } from "../../shared/domain/ids.ts";
import { openPlace, type Place } from "../kit/place.ts";
import { type StepVisitor, stepVisitor } from "../kit/staff-visitor.ts";
import { openTiedEdition, TIED } from "../kit/tied-edition.ts";
import { faultsOfPage } from "../pages/tags.ts";

const [ONE, OTHER] = TIED;

let place: Place;
let commission: StepVisitor;
let cycleId: CycleId;
let path = "";

beforeAll(async () => {
  place = await openPlace();
  cycleId = await openTiedEdition(place);
  path = `/urzad/edycje/${cycleId}/losowanie`;
  commission = stepVisitor(place);
  await commission.signIn("commission");
});
afterAll(() => place?.close());

const draws = async () =>
  (await place.deps.store.counts.draws(cycleId)).find(({ pool }) => pool === "L13")?.draws;

const accept = async () =>
  place.call(`POST /v1/staff/cycles/${cycleId}/draws/L13/acceptance`, {
    token: await place.staff("commission", 1),
  });

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

test("the order that one member typed is kept once another accepts it, with its minutes and in the log", async () => {
  expect((await send(["2", "1"])).status).toBe(303);
  expect(await draws()).toBeUndefined();
  expect((await enter({ draws: [{ order: [ONE, OTHER], protocol: "4" }] })).body.code).toBe("pending/waits");
  expect((await accept()).status).toBe(200);
  expect(await draws()).toEqual([{ order: [OTHER, ONE], protocol: "Protokół nr 4" }]);
  const { items } = await place.deps.store.audit.list(cycleId);
  expect(items[0]).toMatchObject({
    act: "postDrawAcceptance",
    facts: { pool: "L13", protocols: "Protokół nr 4" },
  });
});

test.each([
  ["nothing that settles a tie", { draws: [] }, "/draws"],
  ["a project twice", { draws: [{ order: [ONE, ONE], protocol: "4" }] }, "/draws/0/order/1"],
  [
    "a project of nowhere",
    { draws: [{ order: [ONE, "prj_3333333333333333"], protocol: "4" }] },
    "/draws/0/order/1",
  ],
])("a draw with %s is refused, and what was drawn before stands", async (_, drawn, pointer) => {
  const before = await draws();
  const { status, body } = await enter(drawn);
  expect([400, 422]).toContain(status);
  expect(body.errors[0].pointer).toBe(pointer);
  expect(await draws()).toEqual(before);
});

test("a seed that does not fit what was committed is refused", async () => {
  const { status, body } = await place.call(`POST /v1/staff/cycles/${cycleId}/lot-seed`, {
    token: await place.staff("commission"),
    body: { seed: "ours" },
  });
  expect([status, body.errors[0].pointer]).toEqual([422, "/seed"]);
});

test("the same projects drawn again correct the draw before", async () => {
  const order = [ONE, OTHER];
  for (let time = 0; time < 2; time++)
    expect((await enter({ draws: [{ order, protocol: "Protokół nr 5" }] })).status).toBe(202);
  expect((await accept()).status).toBe(200);
  expect(await draws()).toEqual([{ order, protocol: "Protokół nr 5" }]);
});

test("a draw changes the edition, so that a result read before it is not published", async () => {
  const { store } = place.deps;
  const read = await store.cycles.get(cycleId);
  if (!read) throw new Error("no cycle");
  await enter({ draws: [{ order: [OTHER, ONE], protocol: "Protokół nr 6" }] });
  expect((await accept()).status).toBe(200);
  expect((await store.cycles.enter(read, "results", {}, [])).ok).toBe(false);
});
