/** The list before it is frozen: what keeps it from it, what a person confirms, and the order that a seed draws. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { verdictOnList } from "../../infra/verify/list.ts";
import { inBallotOrder } from "../../shared/domain/ballot/order.ts";
import { sha256Hex } from "../../shared/domain/canonical.ts";
import type { CycleId } from "../../shared/domain/ids.ts";
import { accept, existing } from "../../shared/domain/result.ts";
import { openPlace, type Place } from "../kit/place.ts";
import { putOnBallot } from "../kit/projects.ts";
import { type StepVisitor, stepVisitor } from "../kit/staff-visitor.ts";
import { callAs } from "../kit/two-people.ts";
import { faultsOfPage, unescaped } from "../pages/tags.ts";

const SEED = "trzy po trzy, sala sesyjna, 12 maja";
const HOUR_MS = 3_600_000;
const SPOT = { lat: 50.2601, lon: 19.0201 };

let place: Place;
let cycleId: string;
let ids: readonly string[];
let coordinator: StepVisitor;
const folder = mkdtempSync(join(tmpdir(), "list-"));
const desk = (): string => `/urzad/edycje/${cycleId}/lista`;

const PROJECTS = [
  { pool: "M", title: "Ławki w parku", costGrosze: 50_000_00, location: SPOT },
  // 22 m from the one before.
  { pool: "M", title: "Drzewa", costGrosze: 60_000_07, location: { ...SPOT, lat: SPOT.lat + 0.0002 } },
  { pool: "M", title: "ławki w  parku", costGrosze: 70_000_00, location: { lat: 50.27, lon: 19.03 } },
  {
    pool: "M",
    title: "Plac zabaw",
    costGrosze: 80_00,
    estimatedCostGrosze: 80_000_00,
    location: { lat: 50.275, lon: 19.03 },
  },
  { pool: "M", title: "Most", costGrosze: 990_000_00, location: { lat: 50.25, lon: 19.0 } },
];

const staff = (route: string, body?: unknown, n = 0) => callAs(place, ["coordinator", n], route, body);
const found = async (): Promise<{ what: string; id: string; projects: { number: string }[] }[]> =>
  (await staff(`GET /v1/staff/cycles/${cycleId}/ballot-checks`)).body.items.filter(
    ({ settled }: { settled: unknown }) => settled === null,
  );
const whats = async () => (await found()).map(({ what }) => what);
const blockers = async () => (await staff(`GET /v1/staff/cycles/${cycleId}`)).body.blockers;
const freeze = () =>
  staff(`POST /v1/staff/cycles/${cycleId}/transitions`, { to: "ballot-frozen", reason: "Lista gotowa" });

beforeAll(async () => {
  place = await openPlace();
  const now = place.clock.now();
  const at = (hours: number) => new Date(now + hours * HOUR_MS).toISOString();
  const made = await place.call("POST /v1/staff/cycles", {
    token: await place.staff("coordinator"),
    key: true,
    body: {
      name: "Budżet obywatelski",
      ruleSet: "katowice-xii",
      calendar: [{ name: "voting", startsAt: at(40), endsAt: at(60) }],
      pools: [{ id: "M", amountGrosze: 900_000_00 }],
      orderCommitment: sha256Hex(SEED),
    },
  });
  expect(made.status, made.text).toBe(201);
  cycleId = made.body.id;
  const { cycles } = place.deps.store;
  const cycle = existing(await cycles.get(cycleId as CycleId));
  const ballotChecks = { nearMetres: 100, hints: "confirmed" as const };
  const changed = accept(await cycles.change(cycle, { ruleSet: { ...cycle.ruleSet, ballotChecks } }));
  ids = await putOnBallot(place, changed, PROJECTS);
}, 60_000);
afterAll(async () => {
  await place.close();
  rmSync(folder, { recursive: true });
});

test("the freeze is refused with what keeps it from it, by the numbers of the projects", async () => {
  expect(await whats()).toEqual(["thousands", "over-pool", "near", "same-title"]);
  const { status, body } = await freeze();
  expect([status, body.code]).toEqual([409, "cycle/blocked"]);
  expect(body.detail).toContain("M/05/XII");
  expect(await blockers()).toEqual([
    { what: "over-pool", count: 1, projects: ["M/05/XII"] },
    { what: "open-hints", count: 3 },
    { what: "needs-order-seed" },
  ]);
  coordinator = stepVisitor(place);
  await coordinator.signIn("coordinator");
  const { text } = await coordinator.go(`GET ${desk()}`);
  expect(faultsOfPage(text)).toEqual([]);
  for (const said of [
    "Projekty leżą blisko siebie, 22",
    `/urzad/wnioski/${cycleId}/${ids[4]}`,
    sha256Hex(SEED),
  ])
    expect(text).toContain(said);
  const edition = (await coordinator.go(`GET /urzad/edycje/${cycleId}`)).text;
  expect(edition).toContain("M/05/XII");
  expect(edition).toContain(desk());
  for (const n of [0, 3, 4]) expect(edition).toContain(`/urzad/wnioski/${cycleId}/${ids[n]}`);
});

test("a project that cannot stay is taken out by two, and what may exclude each other is named by two", async () => {
  const path = `POST /v1/staff/cycles/${cycleId}/projects/${ids[4]}/withdrawal`;
  const asked = { reason: "Droższy niż pula.", legalBasis: "§ 9 regulaminu" };
  expect((await staff(path, asked)).status).toBe(202);
  expect((await staff(`${path}/acceptance`, undefined, 1)).status).toBeLessThan(300);

  // The way from the hint to the form of the groups, which is filled in.
  const { text } = await coordinator.go(`GET ${desk()}`);
  const href = unescaped(/href="([^"]*wykluczenia\?projects=[^"]*)"/.exec(text)?.[1] ?? "");
  const form = await coordinator.go(`GET ${href}`);
  expect(form.text).toContain('value="M/01/XII, M/02/XII"');
  const version = /name="version" value="(\d+)"/.exec(form.text)?.[1] ?? "";
  const group = { version, projects: "M/01/XII, M/02/XII", rule: "best-wins", reason: "Jedno miejsce" };
  expect((await coordinator.go(`POST /urzad/edycje/${cycleId}/wykluczenia`, { form: group })).status).toBe(
    303,
  );
  expect(await whats()).toEqual(["thousands", "near", "same-title"]);
  const accepted = await staff(`POST /v1/staff/cycles/${cycleId}/exclusion-groups/acceptance`, undefined, 1);
  expect(accepted.status).toBe(200);
  expect(await whats()).toEqual(["thousands", "same-title"]);
});

test("a hint is confirmed with a reason, by whoever has seen it as it is", async () => {
  const open = await found();
  const ids = open.map(({ id }) => id);
  const page = desk();
  const wrong = await coordinator.go(`POST ${page}`, { form: { hints: ids[0] ?? "", reason: "" } });
  expect([wrong.status, faultsOfPage(wrong.text)]).toEqual([422, []]);
  const none = await coordinator.go(`POST ${page}`, { form: { reason: "Tak jest" } });
  expect(none.status).toBe(422);
  const route = `POST /v1/staff/cycles/${cycleId}/ballot-checks/confirmations`;
  const stale = await staff(route, { hints: [ids[0], "near-0000000000000000"], reason: "Tak jest" });
  expect([stale.status, stale.body.errors?.[0].pointer]).toEqual([422, "/hints/1"]);
  expect(await whats()).toHaveLength(2);

  const sent = await coordinator.go(`POST ${page}`, {
    form: { hints: ids[0] ?? "", reason: "Kosztorys z 3 maja" },
  });
  expect(sent.status).toBe(303);
  expect(await whats()).toEqual(["same-title"]);
  expect((await coordinator.go(`GET ${page}`)).text).toContain("Kosztorys z 3 maja");
  expect((await staff(route, { hints: [ids[1]], reason: "Dwa różne parki" })).status).toBe(202);
  expect(await whats()).toEqual([]);
  const log = (await coordinator.go(`GET /urzad/edycje/${cycleId}/dziennik`)).text;
  expect(log).toContain("Dwa różne parki");
});

test("the order is drawn from the seed that was committed to, and anyone draws it again", async () => {
  const route = `POST /v1/staff/cycles/${cycleId}/order-seed`;
  const wrong = await staff(route, { seed: "inne ziarno" });
  expect([wrong.status, wrong.body.errors?.[0].pointer]).toEqual([422, "/seed"]);
  expect((await freeze()).body.code).toBe("cycle/blocked");
  expect(await blockers()).toEqual([{ what: "needs-order-seed" }]);
  expect((await staff(route, { seed: SEED })).status).toBe(202);
  expect((await place.call(`GET /v1/cycles/${cycleId}`)).body.orderSeed).toBeNull();
  expect((await freeze()).status).toBe(202);
  await place.settle();
  expect((await place.call(`GET /v1/cycles/${cycleId}`)).body.orderSeed).toBe(SEED);

  const reply = await place.call(`GET /v1/cycles/${cycleId}/lists/ballot/1.json`);
  const list = JSON.parse(reply.text);
  const listed: { id: string; number: string }[] = list.pools[0].projects;
  expect(listed.map(({ id }) => id)).toEqual(inBallotOrder(listed.toReversed(), SEED).map(({ id }) => id));
  expect(list.order).toEqual({ seed: SEED, commitment: sha256Hex(SEED) });
  for (const prefix of ["", "/en", "/uk"]) {
    const { text } = await place.call(`GET ${prefix}/listy/${cycleId}/ballot/1`);
    expect(text).toContain(SEED);
    expect(text).toContain(sha256Hex(SEED));
  }
  expect((await staff(`GET /v1/staff/cycles/${cycleId}/ballot-checks`)).body.code).toBe("cycle/locked");

  const file = (name: string, value: unknown): string => {
    const path = join(folder, name);
    writeFileSync(path, JSON.stringify(value));
    return path;
  };
  expect(await verdictOnList(file("list.json", list))).toContain("VERIFIED");
  const swapped = { ...list, pools: [{ ...list.pools[0], projects: listed.toReversed() }] };
  await expect(verdictOnList(file("swapped.json", swapped))).rejects.toThrow("is not in its place");
  const other = { ...list, order: { ...list.order, seed: "inne" } };
  await expect(verdictOnList(file("other.json", other))).rejects.toThrow("the seed is not the one");
});
