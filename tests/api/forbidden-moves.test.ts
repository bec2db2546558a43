/** Every move of the procedure that its tables forbid, tried by the API and by page in every phase, state and role: refused, and nothing is changed. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { routes } from "../../functions/routes.ts";
import { authorProofOf } from "../../shared/acts/author-links.ts";
import { PHASES, type Phase } from "../../shared/domain/cycle/phases.ts";
import type { CycleId, ProjectId } from "../../shared/domain/ids.ts";
import { statesBefore } from "../../shared/domain/lifecycle.ts";
import { ROLES, type Role } from "../../shared/domain/office/roles.ts";
import { criteriaOf } from "../../shared/domain/procedure/criteria.ts";
import { APPEAL_STAGES, CARD_STAGES } from "../../shared/domain/procedure/stages.ts";
import { PROJECT_STAGES } from "../../shared/domain/project/stages.ts";
import { existing } from "../../shared/domain/result.ts";
import { openAppeals } from "../../shared/subjects/appeals/store.ts";
import { openChecks } from "../../shared/subjects/checks/store.ts";
import { drawn } from "../kit/chance.ts";
import { newKey, openPlace, type Place } from "../kit/place.ts";
import { PAGE_FORMS, postedFields } from "../kit/procedure-pages.ts";
import { ASKS_FOR_NONE, acceptCard, decideStage, enterPhase, fillCard, openCall } from "../kit/proposals.ts";

const SHORT = 300;

let place: Place;
beforeAll(async () => {
  place = await openPlace();
});
afterAll(() => place.close());

/** Where a proposal stands: itself, its cards and its appeal, each by the state of its table. */
interface Stand {
  readonly cycleId: string;
  readonly id: string;
  readonly status: keyof typeof PROJECT_STAGES;
  readonly formal: keyof typeof CARD_STAGES;
  readonly merit?: keyof typeof CARD_STAGES;
  readonly appeal?: keyof typeof APPEAL_STAGES | "none";
  /** Who made what stands there, and cannot be the second. */
  readonly by?: Role;
  /** Who had a part in the check, and has none in the appeal. */
  readonly said?: Role;
}

type Person = `${Role}` | "nobody" | "author" | "another author";

const OPEN = ["submission", "formal-review", "merit-review", "appeals"] as const satisfies readonly Phase[];
const CHECKED = ["formal-review", "merit-review", "appeals"] as const satisfies readonly Phase[];

interface Move {
  readonly route: string;
  readonly phases: readonly Phase[];
  /** Whether the tables let it happen from there. */
  readonly from: (stand: Stand) => boolean;
  readonly body?: (stand: Stand) => object;
  readonly isAuthors?: true;
}

const { ruleSet } = ASKS_FOR_NONE;
const met = (stage: "formal" | "merit", odd?: "not-met" | "to-correct") => {
  const all = typeof ruleSet === "string" ? [] : criteriaOf(ruleSet, stage);
  const on = all.find(({ correctable }) => correctable)?.id;
  return all.map(({ id }) =>
    id === on && odd ? { id, verdict: odd, note: "Bez kosztorysu" } : { id, verdict: "met" },
  );
};
const POINT = {
  criterion: met("formal", "not-met").find(({ verdict }) => verdict !== "met")?.id,
  text: "Było",
};

const cardMoves = (stage: "formal" | "merit", phases: readonly Phase[]): Record<string, Move> => {
  const name = stage === "formal" ? "FormalCheck" : "MeritCheck";
  const waits = stage === "formal" ? "submitted" : "formally-accepted";
  const may = (event: "fill" | "call" | "accept" | "return") => (stand: Stand) => {
    const state = stand[stage];
    // What is published comes back by an appeal alone, and that by no door.
    return (
      stand.status === waits &&
      state !== undefined &&
      state !== "published" &&
      statesBefore(CARD_STAGES, event).includes(state)
    );
  };
  const of = (row: string): string => (routes as Record<string, { readonly key: string }>)[row]?.key ?? "";
  const costs = stage === "merit" && {
    costLines: [{ name: "Całość", costGrosze: 100_000 }],
    holder: "Szkoła",
  };
  const fill = { route: of(`post${name}`), phases };
  return {
    [`fill ${stage}`]: {
      ...fill,
      from: may("fill"),
      body: () => ({ criteria: met(stage), result: "accepted", ...costs }),
    },
    [`call ${stage}`]: {
      ...fill,
      from: may("call"),
      body: () => ({ criteria: met(stage, "to-correct"), result: "to-correct" }),
    },
    [`accept ${stage}`]: { route: of(`post${name}Acceptance`), phases, from: may("accept") },
    [`return ${stage}`]: {
      ...{ route: of(`post${name}Refusal`), phases, from: may("return") },
      body: () => ({ reason: "Jeszcze raz" }),
    },
  };
};

const appealMove =
  (event: "decide" | "accept" | "return") =>
  ({ appeal }: Stand) =>
    appeal !== undefined &&
    appeal !== "none" &&
    appeal !== "published" &&
    statesBefore(APPEAL_STAGES, event).includes(appeal);
/** A call ends with its proposal. */
const isCalled = ({ status, formal, merit }: Stand): boolean =>
  (status === "submitted" && formal === "called") || (status === "formally-accepted" && merit === "called");
const canWithdraw = ({ status }: Stand): boolean => PROJECT_STAGES[status].withdraw !== undefined;
const answers = () => ({ changes: { description: "Z kosztorysem." } });

const MOVES: Readonly<Record<string, Move>> = {
  ...cardMoves("formal", CHECKED),
  ...cardMoves("merit", ["merit-review", "appeals"]),
  "answer a call": {
    route: routes.postCorrections.key,
    phases: CHECKED,
    from: isCalled,
    body: answers,
    isAuthors: true,
  },
  "key an answer": { route: routes.postStaffCorrections.key, phases: CHECKED, from: isCalled, body: answers },
  appeal: {
    ...{ route: routes.postAppeal.key, phases: CHECKED, isAuthors: true },
    from: ({ appeal }) => appeal === "none",
    body: () => ({ stage: "formal", points: [POINT] }),
  },
  "key an appeal": {
    ...{ route: routes.postStaffAppeal.key, phases: CHECKED, from: ({ appeal }) => appeal === "none" },
    body: () => ({
      stage: "formal",
      points: [POINT],
      arrivedBy: "desk",
      arrivedAt: new Date(place.clock.now()).toISOString(),
    }),
  },
  "decide an appeal": {
    ...{ route: routes.postAppealDecision.key, phases: CHECKED, from: appealMove("decide") },
    body: () => ({ verdict: "upheld", answers: [POINT] }),
  },
  "accept a decision": {
    route: routes.postAppealDecisionAcceptance.key,
    phases: CHECKED,
    from: appealMove("accept"),
  },
  "return a decision": {
    ...{ route: routes.postAppealDecisionRefusal.key, phases: CHECKED, from: appealMove("return") },
    body: () => ({ reason: "Jeszcze raz" }),
  },
  withdraw: {
    route: routes.postWithdrawal.key,
    phases: ["draft", ...OPEN],
    from: canWithdraw,
    body: () => ({}),
    isAuthors: true,
  },
  "take out": {
    ...{ route: routes.postOfficeWithdrawal.key, phases: ["draft", ...OPEN], from: canWithdraw },
    body: () => ({ reason: "Nie tu", legalBasis: "§ 1" }),
  },
  ...Object.fromEntries(
    (["formal", "merit", "appeals"] as const).map((list): [string, Move] => [
      `publish ${list}`,
      { route: routes.postVerdictPublication.key, phases: [], from: () => false, body: () => ({ list }) },
    ]),
  ),
  "accept a publication": {
    route: routes.postVerdictPublicationAcceptance.key,
    phases: [],
    from: () => false,
  },
};

const PEOPLE: readonly Person[] = [...ROLES, "nobody", "author", "another author"];
const DOORS = ["api", "page"] as const;
type Door = (typeof DOORS)[number];
const rowOf = (route: string) => Object.values(routes).find(({ key }) => key === route);
const isOffice = (person: Person): person is Role => (ROLES as readonly string[]).includes(person);

/** Whether somebody may do it at all, as its row says; whose card or decision it is cannot be the second. */
const mayDo = ({ name, person, door, stand: { by, said } }: Try): boolean => {
  const { route, isAuthors } = MOVES[name] as Move;
  if (isAuthors) return person === "author";
  const who = door === "page" ? PAGE_FORMS[name]?.row.who : rowOf(route)?.who;
  const roles: readonly Role[] = who && "roles" in who ? (who.roles as Role[]) : [];
  const isTheirs = isOffice(person) && roles.includes(person);
  const isBarred =
    (name.startsWith("accept ") && person === by) || (/decision$|^decide /.test(name) && person === said);
  return isTheirs && !isBarred;
};

interface Try {
  readonly name: string;
  readonly person: Person;
  readonly phase: Phase;
  readonly stand: Stand;
  readonly door: Door;
}

const isForbidden = (one: Try): boolean => {
  const { phases, from } = MOVES[one.name] as Move;
  return !(phases.includes(one.phase) && from(one.stand) && mayDo(one));
};

const attempt = async ({ name, person, stand, door }: Try) => {
  const { route, body, isAuthors } = MOVES[name] as Move;
  const whose = person === "author" ? stand.id : `prj_${"0".repeat(26)}`;
  const proof = isAuthors && { proof: await authorProofOf(whose as ProjectId, place.deps) };
  const pathOf = (key: string): string =>
    Object.entries({ cycleId: stand.cycleId, projectId: stand.id, ...proof }).reduce(
      (path, [field, value]) => path.replace(`{${field}}`, value),
      key,
    );
  const page = door === "page" && PAGE_FORMS[name];
  if (page) {
    const of = { place, cycleId: stand.cycleId as CycleId, projectId: stand.id as ProjectId };
    const form = await postedFields(page, { ...body?.(stand) }, of);
    return place.call(pathOf(page.row.key), {
      form,
      ...(isOffice(person) && { headers: { cookie: `staff=${await place.staff(person)}` } }),
    });
  }
  return place.call(pathOf(route), {
    ...(isOffice(person) && { token: await place.staff(person) }),
    ...(body && { body: { ...body(stand), ...proof } }),
  });
};

const cycles: string[] = [];
let stands: Stand[] = [];

/** All that a move could change. */
const everything = async (): Promise<string> => {
  const { projects, publications, pending, register, table } = place.deps.store;
  const all = cycles.map(async (id) => {
    const cycleId = id as CycleId;
    return Promise.all([
      projects.list(cycleId, { consistent: true }),
      openChecks(table).of(cycleId, "formal"),
      openChecks(table).of(cycleId, "merit"),
      openAppeals(table).of(cycleId),
      publications.of(cycleId),
      pending.on(cycleId),
      register.page(cycleId),
    ]);
  });
  return JSON.stringify([await Promise.all(all), place.letters().length]);
};

/** An edition in its formal check, with so many proposals that came on paper. */
const openEdition = async (count: number) => {
  const cycleId = await openCall(place, ASKS_FOR_NONE);
  cycles.push(cycleId);
  const ids: string[] = [];
  for (let n = 0; n < count; n++) {
    const made = await place.call(`POST /v1/staff/cycles/${cycleId}/paper-proposals`, {
      token: await place.staff("clerk"),
      key: newKey(),
      body: {
        ...{ pool: "L13", title: `Ławki ${n}`, description: "Pięć.", estimatedCostGrosze: 1_200_000 },
        author: { name: `Jan ${n}`, email: `jan${n}@example.com`, isNamePublic: false },
        ...{ arrivedAt: new Date(place.clock.now()).toISOString(), arrivedBy: "desk" },
      },
    });
    ids.push(made.body.id);
  }
  await enterPhase(place, cycleId, "formal-review");
  return { cycleId, ids };
};

const inPhase = async (phase: Phase): Promise<void> => {
  for (const id of cycles) {
    const cycle = existing(await place.deps.store.cycles.get(id as CycleId));
    if (cycle.phase !== phase) expect((await place.deps.store.cycles.change(cycle, { phase })).ok).toBe(true);
  }
};

test("proposals stand in every state of the procedure", async () => {
  const { cycleId, ids } = await openEdition(6);
  const [assigned = "", called = "", answered = "", filled = "", accepted = "", gone = ""] = ids;
  const author = { cycleId, status: "submitted" } as const;
  const done = async (name: string, person: Person, stand: Stand): Promise<void> => {
    const reply = await attempt({ name, person, stand, phase: "formal-review", door: "api" });
    expect([name, reply.status < 300], reply.text).toEqual([name, true]);
  };
  for (const id of [called, answered, gone]) await fillCard(place, [cycleId, id], "to-correct");
  await done("answer a call", "author", { ...author, id: answered, formal: "called" });
  for (const id of [filled, accepted]) await fillCard(place, [cycleId, id], "accepted");
  await acceptCard(place, [cycleId, accepted]);
  await done("withdraw", "author", { ...author, id: gone, formal: "called" });
  stands = [
    { ...author, id: assigned, formal: "assigned" },
    { ...author, id: called, formal: "called" },
    { ...author, id: answered, formal: "answered" },
    { ...author, id: filled, formal: "to-accept", by: "verifier" },
    { ...author, id: accepted, formal: "accepted", by: "verifier" },
    { ...author, id: gone, status: "withdrawn", formal: "called" },
  ];

  const second = await openEdition(7);
  const [contested = "", filed = "", decided = "", settled = "", merit = "", judged = "", asked = ""] =
    second.ids;
  const down = [contested, filed, decided, settled];
  await decideStage(
    place,
    second.cycleId,
    Object.fromEntries(second.ids.map((id) => [id, down.includes(id) ? "rejected" : "accepted"])),
  );
  const of = { cycleId: second.cycleId, formal: "published", said: "verifier" } as const;
  const rejected = { ...of, status: "rejected" } as const;
  for (const id of [filed, decided, settled])
    await done("appeal", "author", { ...rejected, id, appeal: "none" });
  for (const id of [decided, settled])
    await done("decide an appeal", "coordinator", { ...rejected, id, appeal: "filed" });
  const third = await place.call(
    `POST /v1/staff/cycles/${second.cycleId}/projects/${settled}/appeal-decision/acceptance`,
    { token: await place.staff("coordinator", 1) },
  );
  expect(third.body.state).toBe("accepted");
  await inPhase("merit-review");
  await fillCard(place, [second.cycleId, judged], "accepted", { stage: "merit" });
  await fillCard(place, [second.cycleId, asked], "to-correct", { stage: "merit" });
  const on = { ...of, status: "formally-accepted" } as const;
  stands.push(
    { ...rejected, id: contested, appeal: "none" },
    { ...rejected, id: filed, appeal: "filed" },
    { ...rejected, id: decided, appeal: "to-accept", by: "coordinator" },
    { ...rejected, id: settled, appeal: "accepted" },
    { ...on, id: merit, merit: "assigned" },
    { ...on, id: judged, merit: "to-accept", by: "coordinator" },
    { ...on, id: asked, merit: "called" },
  );
});

test("what the tables forbid is refused in every phase to everybody, and changes nothing", async () => {
  const whole = PHASES.flatMap((phase) =>
    Object.keys(MOVES).flatMap((name) =>
      PEOPLE.flatMap((person) =>
        stands.flatMap((stand) => DOORS.map((door): Try => ({ name, person, phase, stand, door }))),
      ),
    ),
  ).filter((one) => (one.door === "api" || PAGE_FORMS[one.name] !== undefined) && isForbidden(one));
  const tries = drawn("forbidden moves", whole, SHORT);
  expect(whole.length).toBeGreaterThan(20_000);
  const taken: string[] = [];
  for (const phase of PHASES) {
    await inPhase(phase);
    // What was done before is told by now.
    await place.settle();
    const before = await everything();
    for (const one of tries.filter((each) => each.phase === phase)) {
      const { status, text } = await attempt(one);
      const { name, person, stand, door } = one;
      if (![401, 403, 404, 409, ...(door === "page" ? [303] : [])].includes(status))
        taken.push(
          `${phase}: ${name}, ${door}, ${person}, ${JSON.stringify(stand)}: ${status} ${text.slice(0, 200)}`,
        );
    }
    if ((await everything()) !== before) taken.push(`${phase}: something was changed`);
  }
  expect(taken).toEqual([]);
}, 600_000);

test("what they allow is done: no refusal before was for another reason", async () => {
  await inPhase("merit-review");
  const done = new Set<string>();
  const used = new Set<string>();
  // Half of them by page, half by the API: which half is chance.
  const [odd] = drawn("the doors of moves", DOORS);
  for (const [n, name] of Object.keys(MOVES).entries())
    for (const stand of stands)
      for (const person of PEOPLE) {
        const door = PAGE_FORMS[name] && (n % 2 === 1) === (odd === "page") ? "page" : "api";
        const one: Try = { name, person, phase: "merit-review", stand, door };
        if (done.has(name) || used.has(stand.id) || isForbidden(one)) continue;
        const { status, text } = await attempt(one);
        expect([name, door, person, status < 300 || status === 303], text).toEqual([
          name,
          door,
          person,
          true,
        ]);
        done.add(name);
        used.add(stand.id);
      }
  expect(done.size).toBeGreaterThan(9);
});
