import { afterAll, beforeAll, expect } from "vitest";
import { DEMO_STAFF } from "../../infra/local/issuer/staff.ts";
import { subjectOf } from "../../infra/local/issuer/tokens.ts";
import type { Role } from "../../shared/domain/office/roles.ts";
import { STATUTORY } from "../../shared/domain/procedure/criteria.ts";
import type { RuleSet } from "../../shared/domain/rule-set.ts";
import { endOfDay, plusWorkingDays } from "../../shared/domain/time.ts";
import { inTurn } from "../kit/in-turn.ts";
import { openPlace, type Place } from "../kit/place.ts";
import {
  ASKS_FOR_NONE,
  acceptCard,
  decideStage,
  enterPhase,
  fillCard,
  officeCookie,
  openCall,
  propose,
  publish,
} from "../kit/proposals.ts";
import { today } from "../kit/time.ts";
import { faultsOfPage } from "../pages/tags.ts";

const { test } = inTurn();

/** People with the role of units, by their places in it: the head of investments, two of the greenery below it, and one more of investments. */
const [HEAD, MAREK, OLGA, ROMAN] = [0, 1, 2, 3] as const;
const DAYS = 3;
const RULES = {
  ...ASKS_FOR_NONE,
  ruleSet: {
    ...(ASKS_FOR_NONE.ruleSet as RuleSet),
    procedure: {
      ...STATUTORY,
      opinionDays: DAYS,
      routing: [
        { unit: "zielen" },
        { unit: "inwestycje", pools: ["L13"] },
        { unit: "audyt", pools: ["M"] },
        { unit: "nie-ma-takiej" },
      ],
    },
  },
};

let place: Place;
let cycleId: string;
const ids: string[] = [];
const proofs: string[] = [];
beforeAll(async () => {
  place = await openPlace();
  cycleId = await openCall(place, RULES);
  for (const name of ["ola", "adam", "iza"]) {
    const author = { name, email: `${name}@example.com`, isNamePublic: true };
    const { id, path } = await propose(place, cycleId, { title: `Ławki: ${name}`, author });
    ids.push(id);
    proofs.push(path.split("/").at(-1) ?? "");
  }
  await enterPhase(place, cycleId, "formal-review");
}, 60_000);
afterAll(() => place.close());

const of = (n: number): string => `/v1/staff/cycles/${cycleId}/projects/${ids[n]}`;
const pageOf = (n: number, rest = ""): string => `/urzad/wnioski/${cycleId}/${ids[n]}/opinie${rest}`;
type Who = readonly [role: Role, n: number];
const sent = async ([role, n]: Who, path: string, body: object = {}) =>
  place.call(`POST ${path}`, { token: await place.staff(role, n), body });
const got = async ([role, n]: Who, path: string) =>
  place.call(`GET ${path}`, { token: await place.staff(role, n) });
const unit = (n: number): Who => ["unit", n];
const COORDINATOR: Who = ["coordinator", 0];
const told = ({ status, body }: { readonly status: number; readonly body: { readonly code?: string } }) => [
  status,
  body.code,
];
const linksOf = async (who: Who, whose: string): Promise<string[]> =>
  (await got(who, `/v1/staff/work?whose=${whose}&limit=100`)).body.items.map(
    ({ link }: { link: string }) => link,
  );
const linkOf = (n: number, name: string): string => pageOf(n, `/${name}`);

/** What a unit found, with everything that it judges met but for what is said. */
const opinion = (verdict: string, more: object = {}) => ({
  criteria: [
    {
      id: "land",
      verdict: verdict === "negative" ? "not-met" : "met",
      note: "Teren przy szkole jest prywatny",
    },
    { id: "feasible", verdict: "met" },
  ],
  verdict,
  reasons: "Działka 12/3 leży przy szkole",
  ...more,
});
const LINES = { costLines: [{ name: "Ławki", costGrosze: 2_000_000 }], holder: "Zakład Zieleni", years: 2 };

test("units are asked while the merits are checked, and by a coordinator alone", async () => {
  const body = { units: ["zielen"] };
  // The proposal is not accepted in its form yet.
  expect(told(await sent(COORDINATOR, `${of(0)}/opinions`, body))).toEqual([409, "act/wrong-state"]);
  await decideStage(place, cycleId, Object.fromEntries(ids.map((id) => [id, "accepted"] as const)));
  expect(told(await sent(COORDINATOR, `${of(0)}/opinions`, body))).toEqual([409, "cycle/wrong-phase"]);
  await enterPhase(place, cycleId, "merit-review");
  for (const role of ["verifier", "unit", "auditor", "clerk"] as const)
    expect((await sent([role, 0], `${of(0)}/opinions`, body)).status).toBe(403);
  const before = (await got(COORDINATOR, `${of(0)}/opinions`)).body;
  expect([before.state, before.proposed, before.opinions]).toEqual(["open", ["zielen", "inwestycje"], []]);
  const unknown = await sent(COORDINATOR, `${of(0)}/opinions`, { units: ["zielen", "nie-ma"] });
  expect([unknown.status, unknown.body.errors[0].pointer]).toEqual([422, "/units/1"]);
  const twice = await sent(COORDINATOR, `${of(0)}/opinions`, { units: ["zielen", "zielen"] });
  expect([twice.status, twice.body.errors[0].pointer]).toEqual([400, "/units/1"]);
});

test("several are asked at once, each on its own list, and the card waits for all of them", async () => {
  const asked = await sent(COORDINATOR, `${of(0)}/opinions`, {
    units: ["zielen", "inwestycje"],
    note: "Czyj jest teren?",
  });
  expect(asked.status).toBe(200);
  const until = endOfDay(plusWorkingDays(today(place), DAYS));
  expect(asked.body.opinions.map((one: { until: string }) => one.until)).toEqual([until, until]);
  expect(asked.body.proposed).toEqual([]);
  expect(told(await sent(COORDINATOR, `${of(0)}/opinions`, { units: ["zielen"] }))).toEqual([
    409,
    "opinion/asked",
  ]);
  expect(await linksOf(unit(MAREK), "unit")).toEqual([linkOf(0, "zielen")]);
  expect((await linksOf(unit(HEAD), "unit")).toSorted()).toEqual([
    linkOf(0, "inwestycje"),
    linkOf(0, "zielen"),
  ]);
  expect((await got(unit(MAREK), `${of(0)}/opinions/inwestycje`)).status).toBe(404);
  expect((await sent(unit(MAREK), `${of(0)}/opinions/inwestycje`, opinion("positive"))).status).toBe(404);
  const card = await fillCard(place, [cycleId, ids[0] ?? ""], "accepted", { stage: "merit" });
  expect(told(card)).toEqual([409, "opinion/open"]);
  expect(card.body.detail).toContain("Wydział Inwestycji");
});

test("who took an opinion up and is away leaves it to who stands in, and nobody accepts their own", async () => {
  const path = `${of(0)}/opinions/zielen`;
  expect((await sent(unit(MAREK), `${path}/taking`)).body).toMatchObject({
    state: "writing",
    writtenBy: "Marek Zięba",
  });
  expect(await linksOf(unit(MAREK), "mine")).toEqual([linkOf(0, "zielen")]);
  expect(await linksOf(unit(OLGA), "mine")).toEqual([]);
  const [marek, olga] = ["marek.zieba", "olga.sasanka"].map((username) => subjectOf({ username }));
  const person = `/v1/staff/people/${marek}`;
  const admin = await place.staff("admin");
  const { version } = (await place.call(`GET ${person}`, { token: admin })).body;
  const day = today(place);
  await place.call(`PATCH ${person}`, {
    token: admin,
    headers: { "if-match": `"v${version}"` },
    body: { absence: { from: day, to: day, standIn: olga } },
  });
  expect(await linksOf(unit(OLGA), "mine")).toEqual([linkOf(0, "zielen")]);
  const odd = await sent(
    unit(OLGA),
    path,
    opinion("negative", { criteria: [{ id: "land", verdict: "met" }] }),
  );
  expect([odd.status, odd.body.errors[0].pointer]).toEqual([422, "/verdict"]);
  const silent = await sent(unit(OLGA), path, {
    ...opinion("negative"),
    criteria: [{ id: "land", verdict: "not-met" }],
  });
  expect([silent.status, silent.body.errors[0].pointer]).toEqual([422, "/criteria/0/note"]);
  const none = await sent(unit(OLGA), path, { ...opinion("positive"), criteria: [] });
  expect([none.status, none.body.errors[0].pointer]).toEqual([422, "/criteria"]);
  const other = await sent(unit(OLGA), path, { ...opinion("positive"), unit: "inwestycje" });
  expect([other.status, other.body.errors[0].pointer]).toEqual([422, "/unit"]);
  const filled = await sent(unit(OLGA), path, { ...opinion("positive", LINES), unit: "zielen" });
  expect([filled.status, filled.body.state, filled.body.costGrosze]).toEqual([202, "to-accept", 2_000_000]);
  expect(told(await sent(unit(OLGA), `${path}/acceptance`))).toEqual([403, "identity/same-person"]);
  expect((await sent(unit(ROMAN), `${path}/acceptance`)).status).toBe(200);
  expect((await got(["auditor", 0], path)).body).toMatchObject({
    state: "accepted",
    acceptedBy: "Roman Drozd",
  });
  expect(await linksOf(unit(OLGA), "unit")).toEqual([]);
});

test("on pages an opinion is written and accepted as by the API, with what was typed kept", async () => {
  const headers = { cookie: `staff=${await place.staff("unit", ROMAN)}` };
  const page = await place.call(`GET ${pageOf(0, "/inwestycje")}`, { headers });
  expect(page.text).toContain("Czyj jest teren?");
  expect(page.text).toContain("Zapisz opinię");
  expect(page.text).not.toContain("Wycofaj pytanie");
  expect(faultsOfPage(page.text)).toEqual([]);
  const version = /name="version" value="(\d+)"/.exec(page.text)?.[1] ?? "";
  const form = {
    "criteria-0-id": "law",
    "criteria-0-verdict": "not-ours",
    "criteria-0-note": "",
    "criteria-1-id": "land",
    "criteria-1-verdict": "not-met",
    "criteria-1-note": "",
    "costLines-0-name": "Ławki",
    "costLines-0-costGrosze": "25 000,00",
    holder: "",
    upkeepGrosze: "1 200",
    years: "1",
    verdict: "negative",
    reasons: "Pisane ręką",
    version,
  };
  const shown = await place.call(`POST ${pageOf(0, "/inwestycje")}`, { headers, form });
  expect(shown.status).toBe(422);
  expect(shown.text).toContain("Pisane ręką");
  const whole = { ...form, "criteria-1-note": "Teren należy do spółdzielni" };
  expect((await place.call(`POST ${pageOf(0, "/inwestycje")}`, { headers, form: whole })).status).toBe(303);
  const { body } = await got(COORDINATOR, `${of(0)}/opinions/inwestycje`);
  expect(body).toMatchObject({ state: "to-accept", costGrosze: 2_500_000, upkeepGrosze: 120_000 });
  expect(body.criteria.filter(({ verdict }: { verdict: string }) => verdict !== null)).toHaveLength(1);
  const back = await sent(unit(HEAD), `${of(0)}/opinions/inwestycje/refusal`, { reason: "Sprawdź księgę" });
  expect(back.body).toMatchObject({ state: "writing", returned: "Sprawdź księgę" });
  expect(await linksOf(unit(ROMAN), "mine")).toEqual([linkOf(0, "inwestycje")]);
  await sent(
    unit(ROMAN),
    `${of(0)}/opinions/inwestycje`,
    opinion("negative", { costLines: LINES.costLines }),
  );
  const accepting = { cookie: `staff=${await place.staff("unit", HEAD)}` };
  const done = await place.call(`POST ${pageOf(0, "/inwestycje/przyjecie")}`, {
    headers: accepting,
    form: { version: String((await got(COORDINATOR, `${of(0)}/opinions/inwestycje`)).body.version) },
  });
  expect(done.status).toBe(303);
});

test("the coordinator sees all opinions beside the card, in what they differ, and starts from their cost", async () => {
  const headers = await officeCookie(place, "coordinator");
  const path = `/urzad/wnioski/${cycleId}/${ids[0]}/ocena-merytoryczna`;
  const { text } = await place.call(`GET ${path}`, { headers });
  expect(text).toContain("Opinie różnią się między sobą");
  expect(text).toMatch(
    /name="costLines-0-costGrosze"[^>]*value="20000,00"|value="20000,00"[^>]*name="costLines-0/,
  );
  expect(text).toContain("Zakład Zieleni");
  expect(faultsOfPage(text)).toEqual([]);
  const list = await place.call(`GET ${pageOf(0)}`, { headers });
  expect(faultsOfPage(list.text)).toEqual([]);
  const filled = await fillCard(place, [cycleId, ids[0] ?? ""], "accepted", { stage: "merit" });
  expect(filled.status).toBe(202);
  // Nobody is asked once the card waits for its second person.
  expect(told(await sent(COORDINATOR, `${of(0)}/opinions`, { units: ["audyt"] }))).toEqual([
    409,
    "act/wrong-state",
  ]);
});

test("what is not a unit's matter is handed on or sent back, and what was asked can be taken back", async () => {
  await sent(COORDINATOR, `${of(1)}/opinions`, { units: ["inwestycje", "audyt"] });
  const [first, second] = [`${of(1)}/opinions/inwestycje`, `${of(1)}/opinions/zielen`];
  const to = { to: "zielen", note: "To trawnik" };
  expect((await sent(unit(MAREK), `${first}/handing-on`, to)).status).toBe(404);
  const own = await sent(unit(ROMAN), `${first}/handing-on`, { ...to, to: "inwestycje" });
  expect([own.status, own.body.errors[0].pointer]).toEqual([422, "/to"]);
  expect(told(await sent(unit(ROMAN), `${first}/handing-on`, { ...to, to: "audyt" }))).toEqual([
    409,
    "opinion/asked",
  ]);
  const handed = await sent(unit(ROMAN), `${first}/handing-on`, to);
  expect(handed.body).toMatchObject({ state: "handed-on", left: { to: "Zakład Zieleni Miejskiej" } });
  const next = (await got(unit(MAREK), second)).body;
  expect(next).toMatchObject({
    state: "asked",
    until: handed.body.until,
    handedOnBy: { reason: "To trawnik" },
  });
  expect(told(await sent(unit(ROMAN), first, opinion("positive")))).toEqual([409, "act/wrong-state"]);
  const back = await sent(unit(MAREK), `${second}/sending-back`, { reason: "Teren jest powiatu" });
  expect(back.body.state).toBe("sent-back");
  expect(await linksOf(COORDINATOR, "mine")).toContain(linkOf(1, "zielen"));
  const card = () => fillCard(place, [cycleId, ids[1] ?? ""], "accepted", { stage: "merit" });
  expect(told(await card())).toEqual([409, "opinion/open"]);
  expect((await sent(["verifier", 0], `${second}/withdrawal`, { reason: "Nie" })).status).toBe(403);
  expect((await sent(COORDINATOR, `${second}/withdrawal`, {})).status).toBe(422);
  for (const path of [second, `${of(1)}/opinions/audyt`])
    expect((await sent(COORDINATOR, `${path}/withdrawal`, { reason: "Wiemy już" })).body.state).toBe(
      "withdrawn",
    );
  for (const act of ["", "/taking", "/acceptance", "/sending-back", "/refusal"]) {
    const body =
      act === "" ? opinion("positive") : act === "/taking" || act === "/acceptance" ? {} : { reason: "x" };
    expect(told(await sent(unit(MAREK), `${second}${act}`, body)), act).toEqual([409, "act/wrong-state"]);
  }
  // It may be asked anew, with the term from then on.
  const anew = await sent(COORDINATOR, `${of(1)}/opinions`, { units: ["zielen"] });
  expect(anew.body.opinions.find((one: { unit: string }) => one.unit === "zielen").state).toBe("asked");
});

test("while the author is called the clock of a unit stands still", async () => {
  const { body: before } = await sent(COORDINATOR, `${of(2)}/opinions`, { units: ["zielen"] });
  expect((await fillCard(place, [cycleId, ids[2] ?? ""], "to-correct", { stage: "merit" })).status).toBe(200);
  const after = (await got(unit(MAREK), `${of(2)}/opinions/zielen`)).body;
  expect(after.until > before.opinions[0].until).toBe(true);
});

test("of a unit that is silent past its term the coordinator learns, and the unit can still answer", async () => {
  const link = linkOf(1, "zielen");
  expect(await linksOf(COORDINATOR, "mine")).not.toContain(link);
  const { until } = (await got(unit(MAREK), `${of(1)}/opinions/zielen`)).body;
  await place.clock.moveTo(() => Date.parse(until) + 1000);
  await place.settle();
  expect(await linksOf(COORDINATOR, "mine")).toContain(link);
  expect(await linksOf(unit(MAREK), "overdue")).toContain(link);
  await sent(unit(MAREK), `${of(1)}/opinions/zielen`, opinion("conditional"));
  await sent(unit(OLGA), `${of(1)}/opinions/zielen/acceptance`);
  expect(await linksOf(COORDINATOR, "mine")).not.toContain(link);
});

test("a proposal that the office takes out leaves nobody waiting, and nothing of an opinion is public", async () => {
  expect(await linksOf(unit(MAREK), "unit")).toContain(linkOf(2, "zielen"));
  const { body: asked } = await sent(COORDINATOR, `${of(2)}/withdrawal`, {
    reason: "Teren nie jest gminy",
    legalBasis: "§ 5 uchwały",
  });
  const out = await sent(["coordinator", 1], `/v1/staff/pending/${asked.pendingId}/acceptance`);
  expect(told(out)).toEqual([200, undefined]);
  await place.settle();
  for (const who of [unit(MAREK), COORDINATOR])
    for (const whose of ["mine", "unit", "overdue"])
      expect(await linksOf(who, whose)).not.toContain(linkOf(2, "zielen"));
  const closed = await sent(unit(MAREK), `${of(2)}/opinions/zielen`, opinion("positive"));
  expect(told(closed)).toEqual([409, "act/wrong-state"]);
  const { text } = await place.call(`GET /projekty/${cycleId}/${ids[0]}`);
  expect(text).not.toContain("Działka 12/3");
});

test("whoever gave the card back, or had a say in an opinion, does not decide the appeal", async () => {
  const [first, second] = [
    [cycleId, ids[0] ?? ""],
    [cycleId, ids[1] ?? ""],
  ] as const;
  const back = await sent(["coordinator", 1], `${of(0)}/merit-check/refusal`, { reason: "Sprawdź teren" });
  expect(back.body.state).toBe("assigned");
  for (const [at, result] of [
    [first, "rejected"],
    [second, "accepted"],
  ] as const) {
    expect((await fillCard(place, at, result, { stage: "merit" })).status).toBe(202);
    expect((await acceptCard(place, at, { stage: "merit" })).body.state).toBe("accepted");
  }
  await publish(place, cycleId, "merit");
  const points = [{ criterion: "land", text: "Teren jest miejski" }];
  const filed = await place.call(`POST /v1/cycles/${cycleId}/proposals/${ids[0]}/appeals`, {
    body: { stage: "merit", points, proof: proofs[0] },
  });
  expect(filed.status).toBeLessThan(300);
  const olga = DEMO_STAFF.find(({ username }) => username === "olga.sasanka");
  if (!olga) throw new Error("nobody of this name");
  const answers = [{ criterion: "land", text: "Jest miejski" }];
  const decide = (token: string) =>
    place.call(`POST ${of(0)}/appeal-decision`, { token, body: { verdict: "upheld", answers } });
  for (const token of [
    await place.staff("coordinator", 1),
    await place.issuer.mint({ ...olga, roles: ["unit", "verifier"] }),
  ])
    expect(told(await decide(token))).toEqual([403, "appeal/decided-before"]);
  expect((await decide(await place.staff("verifier", 0))).status).toBe(200);
});
