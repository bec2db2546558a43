import { cycleOf } from "../../../shared/acts/cycle-of.ts";
import type { Calendar } from "../../../shared/domain/cycle/calendar.ts";
import type { CycleId } from "../../../shared/domain/ids.ts";
import { criteriaOf } from "../../../shared/domain/procedure/criteria.ts";
import type { Project } from "../../../shared/domain/project/project.ts";
import { supportersNeededIn } from "../../../shared/domain/project/support.ts";
import { accept } from "../../../shared/domain/result.ts";
import { keys } from "../../../shared/store/keys.ts";
import { update } from "../../../shared/store/write.ts";
import { generateEdition } from "../../generator/edition.ts";
import type { PoolParameters } from "../../generator/parameters.ts";
import { seeded } from "../../generator/random.ts";
import type { Desk } from "./desk.ts";
import { inOffice, somewhen } from "./edition.ts";
import { type Entry, enterAll } from "./projects.ts";
import { poolsOf, smallRules } from "./rules.ts";
import type { Story } from "./story.ts";
import { turnedDown, WAYS } from "./ways.ts";

const list = (pool: string, amountZloty: number, projects: number): PoolParameters => ({
  pool,
  amountZloty,
  projects,
  ballots: 0,
});

interface Budget {
  readonly name: string;
  readonly slug: string;
  readonly numeral: string;
  readonly seed: number;
  readonly pools: readonly PoolParameters[];
  /** When its phases begin, and the last one ends. */
  readonly days: { readonly [phase in Calendar[number]["name"]]?: readonly [from: number, to: number] };
}

const open = async (
  { call, day, year }: Pick<Desk, "call" | "day" | "year">,
  { name, slug, numeral, pools, days }: Budget,
): Promise<CycleId> => {
  const calendar = Object.entries(days).map(([phase, [from, to]]) => ({
    name: phase,
    startsAt: day(from),
    endsAt: day(to),
  }));
  const ruleSet = smallRules(slug, numeral, year);
  const body = { name, ruleSet, calendar, pools: poolsOf(pools) };
  return (await call<{ id: CycleId }>("coordinator", "POST /v1/staff/cycles", body)).id;
};

/** Puts the proposals of a smaller budget on its lists, each as far as it came, and those that were turned down before. */
const enter = async (
  { house, ...days }: Pick<Desk, "house" | "time" | "workday">,
  id: CycleId,
  { pools, seed, days: phases }: Budget,
  { way, withOthers }: { readonly way: keyof typeof WAYS; readonly withOthers: boolean },
): Promise<void> => {
  const cycle = await cycleOf(id, house.deps);
  const chance = seeded(seed);
  const contests = generateEdition({ ruleSet: cycle.ruleSet, seed, pools, ballotsOf: () => 0 });
  const within = (phase: keyof Budget["days"]): number => {
    const [from, to] = phases[phase] ?? [0, 0];
    return from + chance.below(Math.max(1, Math.min(to, -1) - from));
  };
  const dates = () => ({
    submitted: somewhen(days, chance, within("submission")),
    formal: inOffice(days, chance, within("formal-review")),
    merit: inOffice(days, chance, within("merit-review")),
  });
  const entries = contests.flatMap(({ pool, projects, others }): Entry[] => [
    ...projects.map((one) => ({ ...one, pool, history: WAYS[way](dates()) })),
    ...(withOthers ? others : []).map((one, n) => ({ ...one, pool, history: turnedDown(n, dates()) })),
  ]);
  await enterAll(house, cycle, entries, chance);
};

const projectsOf = async ({ house }: Pick<Desk, "house">, id: CycleId): Promise<Project[]> =>
  (await house.deps.store.projects.list(id)).items.toSorted((one, other) =>
    one.number < other.number ? -1 : 1,
  );

const YOUTH: Budget = {
  name: "Młodzieżowy Budżet Obywatelski",
  slug: "mlodziezowy",
  numeral: "III",
  seed: 21,
  pools: [list("M", 150_000, 5), list("L6", 40_000, 3), list("L9", 40_000, 3), list("L17", 40_000, 3)],
  days: {
    submission: [-29, -6],
    "formal-review": [-6, 9],
    "merit-review": [9, 50],
    appeals: [50, 57],
    voting: [70, 84],
  },
};

/** The check of proposals' form: some are decided, more wait for the verifiers. */
export const FORMAL_REVIEW: Story = {
  says: "an edition whose proposals are checked for their form, with work for the verifiers",
  tell: async function* (desk) {
    yield -30;
    const id = await open(desk, YOUTH);
    yield -6;
    await enter(desk, id, YOUTH, { way: "filed", withOthers: false });
    yield -3;
    const cycle = await cycleOf(id, desk.house.deps);
    for (const [n, { id: project, pool, supporters }] of (await projectsOf(desk, id)).slice(0, 5).entries()) {
      const isBacked = supporters >= (supportersNeededIn(cycle, pool) ?? 0);
      const path = `/v1/staff/cycles/${id}/projects/${project}/formal-check`;
      const criteria = criteriaOf(cycle.ruleSet, "formal").map(({ id: criterion, fills }) =>
        fills === "supporters" && !isBacked
          ? { id: criterion, verdict: "not-met", note: "Na liście poparcia zabrakło ważnych podpisów." }
          : { id: criterion, verdict: "met" },
      );
      const result = isBacked ? "accepted" : "rejected";
      await desk.call("verifier", `POST ${path}`, { criteria, result }, n % 2);
      // The last card still waits for its second person.
      if (n < 4) await desk.call("verifier", `POST ${path}/acceptance`, undefined, (n + 1) % 2);
    }
    return {};
  },
};

const NEIGHBOURS: Budget = {
  name: "Budżet Sąsiedzki",
  slug: "sasiedzki",
  numeral: "II",
  seed: 22,
  pools: [list("M", 240_000, 6), list("L1", 90_000, 4), list("L13", 60_000, 3), list("L16", 60_000, 3)],
  days: {
    submission: [-80, -60],
    "formal-review": [-60, -30],
    "merit-review": [-30, 20],
    appeals: [20, 27],
    voting: [41, 55],
  },
};

/** Whose letters come back. */
const UNREACHED = "skrzynka-zamknieta@example.com";

/** The check of what proposals are worth and cost: some are decided, more wait for the coordinators, and one letter came back. */
export const MERIT_REVIEW: Story = {
  says: "an edition whose proposals are checked on their merits, with work for the coordinators",
  tell: async function* (desk) {
    const { house } = desk;
    yield -112;
    const id = await open(desk, NEIGHBOURS);
    yield -20;
    await enter(desk, id, NEIGHBOURS, { way: "checked", withOthers: true });
    yield -3;
    const cycle = await cycleOf(id, house.deps);
    const waiting = (await projectsOf(desk, id)).filter(({ status }) => status === "formally-accepted");
    const [first] = waiting;
    if (!first) throw new Error("nothing waits for the coordinators");
    const author = { name: "Róża Wilk", email: UNREACHED, isNamePublic: true, language: "pl" };
    accept(
      await house.deps.store.table.write([update({ key: keys.project(id, first.id), set: { author } })]),
    );
    house.mailbox.trouble({ kind: "reject", times: 1, to: UNREACHED });
    for (const [n, { id: project, title, estimatedCostGrosze }] of waiting.slice(0, 6).entries()) {
      const path = `/v1/staff/cycles/${id}/projects/${project}/merit-check`;
      const odd = { verdict: "not-met", note: "Właściciel terenu nie zgodził się na to zadanie." };
      const call = { verdict: "to-correct", note: "Podaj dokładne miejsce ławek." };
      const verdict = n === 0 ? call : n % 3 === 2 ? odd : undefined;
      const criteria = criteriaOf(cycle.ruleSet, "merit").map(({ id: criterion }) => ({
        id: criterion,
        ...(criterion === "land" && verdict ? verdict : { verdict: "met" }),
      }));
      const result = n === 0 ? "to-correct" : verdict ? "rejected" : "accepted";
      const costLines = [{ name: title.slice(0, 120), costGrosze: estimatedCostGrosze }];
      await desk.call(
        "coordinator",
        `POST ${path}`,
        { criteria, result, ...(result === "accepted" && { costLines }) },
        n % 2,
      );
      if (n > 0 && n < 5) await desk.call("verifier", `POST ${path}/acceptance`, undefined, n % 2);
    }
    return {};
  },
};

const MICROGRANTS: Budget = {
  name: "Mikrogranty Dzielnicowe",
  slug: "mikrogranty",
  numeral: "V",
  seed: 23,
  pools: [list("M", 120_000, 5), list("L4", 45_000, 3), list("L12", 45_000, 3)],
  days: {
    submission: [-100, -80],
    "formal-review": [-80, -60],
    "merit-review": [-60, -3],
    appeals: [-3, 4],
    voting: [20, 34],
  },
};

/** The checks are over, and whoever was turned down may appeal. */
export const APPEALS: Story = {
  says: "an edition in its days of appeal",
  tell: async function* (desk) {
    yield -112;
    const id = await open(desk, MICROGRANTS);
    yield -6;
    await enter(desk, id, MICROGRANTS, { way: "admitted", withOthers: true });
    return {};
  },
};

const COUNCILS: Budget = {
  name: "Budżet Rad Dzielnic",
  slug: "rady-dzielnic",
  numeral: "VI",
  seed: 24,
  pools: [list("L6", 30_000, 5), list("L15", 30_000, 4), list("L19", 30_000, 5), list("L21", 30_000, 4)],
  days: {
    submission: [-100, -80],
    "formal-review": [-80, -60],
    "merit-review": [-60, -10],
    appeals: [-10, -3],
    voting: [9, 23],
  },
};

/** The list is frozen; the roll and the commission's keys are still to come, and somebody has to see to it. */
export const FROZEN: Story = {
  says: "an edition with a frozen ballot list that waits for its roll and keys",
  tell: async function* (desk) {
    yield -112;
    const id = await open(desk, COUNCILS);
    yield -13;
    await enter(desk, id, COUNCILS, { way: "admitted", withOthers: true });
    yield -3;
    await desk.call("coordinator", `POST /v1/staff/cycles/${id}/transitions`, {
      to: "ballot-frozen",
      reason: "Nikt się nie odwołał",
    });
    return {};
  },
};
