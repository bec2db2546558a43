/** A vote of the canary is on beside a real one, and nobody finds it: not a resident, not a reader of feeds, not the office. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Route, routes } from "../../functions/routes.ts";
import { type Probe, probeAt } from "../../shared/acts/probe.ts";
import { isProbe } from "../../shared/domain/ids.ts";
import type { Role } from "../../shared/domain/office/roles.ts";
import { openTestVote } from "../kit/city.ts";
import { openPlace, type Place } from "../kit/place.ts";
import { stepVisitor } from "../kit/staff-visitor.ts";

/** The rows that the canary's votes are told on to whoever asks by their ids. */
const ITS_OWN = ["getReceipt"];

let place: Place;
let probe: Probe;
let real: string;
const traces = (): string[] => [
  probe.id,
  ...probe.lists.flatMap(({ projects }) => projects.map(({ id }) => id)),
];

beforeAll(async () => {
  place = await openPlace();
  const vote = await openTestVote(place, {
    pools: { M: { amountZloty: 3000, costsZloty: [2000, 900] } },
    voters: 2,
  });
  real = vote.cycleId;
  expect((await place.call("POST /local/canary")).body).toMatchObject({ taken: true });
  const { deps } = place;
  probe = (await probeAt(deps.system.now(), deps.site.city, deps.vault)) as Probe;
  await place.settle();
}, 120_000);
afterAll(() => place.close());

const rows = Object.entries<Route>(routes).filter(([, { key }]) => key.startsWith("GET "));

/** The path of a row, by the ids of one vote. */
const pathOf = ({ key }: Route, ids: Readonly<Record<string, string>>): string =>
  key.replace(/^GET /, "").replace(/\{(\w+)\+?\}/g, (_, name: string) => ids[name] ?? "0".repeat(16));

/** Asks as whoever may: with a token, as somebody who is signed in, or as anybody. */
const asker = async () => {
  const cookies = new Map<Role, ReturnType<typeof stepVisitor>>();
  return async ({ who }: Route, path: string) => {
    const [role] = "roles" in who ? who.roles : [];
    if (who.by === "staff-token" && role)
      return place.call(`GET ${path}`, { token: await place.staff(role) });
    if (who.by !== "staff-cookie" || !role) return place.call(`GET ${path}`);
    const known = cookies.get(role) ?? stepVisitor(place);
    if (!cookies.has(role)) await known.signIn(role);
    cookies.set(role, known);
    return known.go(`GET ${path}`);
  };
};

test("no answer to any question names it, whoever asks", async () => {
  const ask = await asker();
  const [{ projects: [{ id: projectId } = { id: "" }] = [] } = {}] = probe.lists;
  const seen: string[] = [];
  const found: string[] = [];
  for (const [name, row] of rows) {
    const { status, text } = await ask(row, pathOf(row, { cycleId: real, projectId }));
    if (status === 200) seen.push(name);
    // What was asked for by its id, such as a project that is none of this vote, is not told: it is said back at most.
    for (const trace of traces())
      if (text.replaceAll(projectId, "").includes(trace)) found.push(`${name} ${trace}`);
  }
  expect(found).toEqual([]);
  // The walk meets the real one: what it does not find is not there.
  expect(seen).toEqual(
    expect.arrayContaining(["getCycles", "getCycle", "getHome", "getCycleCalendar", "getOffice", "getWork"]),
  );
}, 120_000);

test("asked for by its id, it is not there for anybody but a voter and who has a receipt", async () => {
  const ask = await asker();
  // A voter's own pages ask for a token first, and take no such id after it.
  const asked = rows.filter(([, { key, who }]) => key.includes("{cycleId}") && who.by !== "voter-token");
  const told: string[] = [];
  for (const [name, row] of asked) {
    const { status } = await ask(row, pathOf(row, { cycleId: probe.id }));
    if (status !== 404) told.push(`${name} ${status}`);
  }
  expect(told.filter((one) => !ITS_OWN.includes(one.split(" ")[0] ?? ""))).toEqual([]);
}, 120_000);

test("no list of cycles has it, so nothing moves, counts, destroys or restores it", async () => {
  const { items } = await place.deps.store.cycles.list();
  expect(items.map(({ id }) => id)).toContain(real);
  expect(items.filter(({ id }) => isProbe(id))).toEqual([]);
});
