import { afterAll, beforeAll, expect } from "vitest";
import type { Role } from "../../shared/domain/office/roles.ts";
import { inTurn } from "../kit/in-turn.ts";
import { openPlace, type Place } from "../kit/place.ts";
import {
  ASKS_FOR_TWO,
  acceptCard,
  decideStage,
  enterPhase,
  fillCard,
  gatherSupport,
  letterAbout,
  officeCookie,
  openCall,
  propose,
  publish,
} from "../kit/proposals.ts";
import { faultsOfPage } from "../pages/tags.ts";

const { describe, test: it } = inTurn();

let place: Place;
let cycleId: string;
const proposals: Record<string, { readonly id: string; readonly number: string }> = {};
const BACKED = ["ola", "adam", "zenon", "hanna"];
const UNBACKED = ["iza", "ewa", "marek"];
beforeAll(async () => {
  place = await openPlace();
  cycleId = await openCall(place, ASKS_FOR_TWO);
  for (const name of [...BACKED, ...UNBACKED])
    proposals[name] = await propose(place, cycleId, {
      author: { name, email: `${name}@example.com`, isNamePublic: true },
    });
  for (const name of BACKED) await gatherSupport(place, cycleId, of(name).id);
}, 60_000);
afterAll(() => place.close());

const of = (name: string) => {
  const found = proposals[name];
  if (!found) throw new Error(`nothing of ${name}`);
  return found;
};

const staffCall = async (
  role: Role,
  name: string,
  act: string,
  body: object = {},
  headers: Record<string, string> = {},
) =>
  place.call(`POST /v1/staff/cycles/${cycleId}/projects/${of(name).id}/${act}`, {
    token: await place.staff(role),
    body,
    headers,
  });

const formOf = async (role: "coordinator" | "verifier", path: string, form: Record<string, string>) =>
  place.call(`POST /urzad/wnioski/${cycleId}/${path}`, { headers: await officeCookie(place, role), form });

describe("while the call is open the office", () => {
  it("finds the queue of the edition in which proposals wait, and tells editions of one name apart", async () => {
    const { body } = await place.call(`GET /v1/cycles/${cycleId}`);
    const made = await place.call("POST /v1/staff/cycles", {
      token: await place.staff("coordinator"),
      key: true,
      body: {
        name: body.name,
        ruleSet: "katowice-xi",
        calendar: [{ name: "voting", startsAt: "2050-01-01T00:00:00Z", endsAt: "2050-01-02T00:00:00Z" }],
        pools: [{ id: "L13", amountGrosze: 100_000 }],
      },
    });
    expect(made.status).toBe(201);
    const headers = await officeCookie(place, "verifier");
    const queue = await place.call("GET /urzad/wnioski", { headers });
    expect(queue.text).toContain(of("ewa").number);
    expect(queue.text).toContain(`${body.name}, edycja XI<`);
    expect(queue.text).toContain(`${body.name}, edycja ${body.edition}<`);
    const submitted = await place.call(`GET /urzad/wnioski?cycle=${cycleId}&status=submitted`, { headers });
    expect(submitted.text).toContain(of("ewa").number);
    expect(faultsOfPage(submitted.text)).toEqual([]);
  });

  it("takes a proposal out by two people, and tells its author once the second has agreed", async () => {
    const asked = { reason: "Na prośbę", legalBasis: "§ 9" };
    expect((await staffCall("coordinator", "ewa", "withdrawal", asked)).status).toBe(202);
    expect(await letterAbout(place, "ewa@example.com", /wycofany$/)).toBeUndefined();
    expect((await staffCall("commission", "ewa", "withdrawal/acceptance")).body.state).toBe("accepted");
    const { body } = await place.call(`GET /v1/staff/cycles/${cycleId}/projects/${of("ewa").id}`, {
      token: await place.staff("coordinator"),
    });
    expect(body).toMatchObject({ status: "withdrawn", withdrawnAfterFreeze: false, legalBasis: "§ 9" });
    expect(await letterAbout(place, "ewa@example.com", /wycofany$/)).toBeDefined();
  });
});

describe("in the formal check", () => {
  it("proposals are judged by two, and their authors are told", async () => {
    await enterPhase(place, cycleId, "formal-review");
    const [accepted, rejected] = [
      ["ola", "adam", "hanna"],
      ["iza", "marek", "zenon"],
    ];
    await decideStage(
      place,
      cycleId,
      Object.fromEntries([
        ...accepted.map((name) => [of(name).id, "accepted"]),
        ...rejected.map((name) => [of(name).id, "rejected"]),
      ]),
    );
    expect((await letterAbout(place, "ola@example.com", /ocenę formalną/))?.subject).toContain(
      of("ola").number,
    );
    const letter = await letterAbout(place, "iza@example.com", /odrzucony formalnie$/);
    expect(letter?.text).toMatch(/Brak listy poparcia[\s\S]*Odpowiedz na tę wiadomość/);
  });
});

describe("in the merit check a proposal", () => {
  beforeAll(() => enterPhase(place, cycleId, "merit-review"));

  it("ends well with its verified cost within the cap, line by line; its form keeps what was typed", async () => {
    const at: [string, string] = [cycleId, of("ola").id];
    const dear = await fillCard(place, at, "accepted", { stage: "merit", costGrosze: 36_000_001 });
    expect([dear.body.code, dear.body.errors[0].pointer]).toEqual(["project/over-cap", "/costLines"]);
    const path = `${of("hanna").id}/ocena-merytoryczna`;
    const shown = await place.call(`GET /urzad/wnioski/${cycleId}/${path}`, {
      headers: await officeCookie(place, "coordinator"),
    });
    expect(faultsOfPage(shown.text)).toEqual([]);
    const ids = [...shown.text.matchAll(/name="criteria-(\d+)-id" value="([^"]+)"/g)];
    const met = Object.fromEntries(
      ids.flatMap(([, n, id]) => [
        [`criteria-${n}-id`, id ?? ""],
        [`criteria-${n}-verdict`, "met"],
        [`criteria-${n}-note`, ""],
      ]),
    );
    const form = (cost: string) => ({
      ...met,
      ...{ "costLines-0-name": "Ławki", "costLines-0-costGrosze": cost, holder: "Szkoła nr 5", years: "2" },
      ...{ result: "accepted", reasons: "Cena wody wzrosła", version: "0" },
    });
    const odd = await formOf("coordinator", path, form("dużo"));
    expect([odd.status, odd.text.includes("Cena wody wzrosła")]).toEqual([422, true]);
    expect(faultsOfPage(odd.text)).toEqual([]);
    const kept = await formOf("coordinator", path, form("31 000"));
    expect(kept.status).toBe(303);
    const card = await place.call(`GET /v1/staff/cycles/${cycleId}/projects/${of("hanna").id}/merit-check`, {
      token: await place.staff("auditor"),
    });
    expect(card.body.verified).toMatchObject({ costGrosze: 3_100_000, holder: "Szkoła nr 5", years: 2 });
    expect((await acceptCard(place, [cycleId, of("hanna").id], { stage: "merit" })).body.state).toBe(
      "accepted",
    );
  });

  it("is put on the ballot with its verified cost, or not, by the publication of the list", async () => {
    const say = async (name: string, result: "accepted" | "rejected", said: object) => {
      await fillCard(place, [cycleId, of(name).id], result, { stage: "merit", ...said });
      await acceptCard(place, [cycleId, of(name).id], { stage: "merit" });
    };
    await say("ola", "accepted", { costGrosze: 3_500_000 });
    await say("adam", "rejected", { note: "Teren prywatny" });
    const project = async (name: string) =>
      (await place.call(`GET /v1/cycles/${cycleId}/projects/${of(name).id}`)).body;
    expect(await project("ola")).toMatchObject({ status: "formally-accepted", costGrosze: 3_200_000 });
    await publish(place, cycleId, "merit");
    const ola = await project("ola");
    expect(ola).toMatchObject({
      ...{ status: "on-ballot", costGrosze: 3_500_000, estimatedCostGrosze: 3_200_000 },
    });
    expect(ola.history.map(({ status }: { status: string }) => status)).toEqual([
      "submitted",
      "formally-accepted",
      "on-ballot",
    ]);
    const letter = await letterAbout(place, "ola@example.com", /dopuszczony do głosowania$/);
    expect(letter?.text).toContain("35\u00a0000,00\u00a0zł");
    const adam = await project("adam");
    expect([adam.status, adam.reason]).toEqual(["not-admitted", expect.stringContaining("Teren prywatny")]);
    const english = await place.call(`GET /en/urzad/wnioski/${cycleId}/${of("hanna").id}`, {
      headers: await officeCookie(place, "coordinator"),
    });
    expect(english.text).toContain("On the ballot");
    expect(faultsOfPage(english.text)).toEqual([]);
  });
});

describe("who may", () => {
  const rows: [string, Role[]][] = [
    ["GET /v1/staff/cycles/{c}/projects", ["coordinator", "verifier", "auditor"]],
    ["GET /v1/staff/cycles/{c}/projects/{p}", ["coordinator", "verifier", "auditor"]],
    ["POST /v1/staff/cycles/{c}/projects", ["coordinator"]],
    ["POST /v1/staff/cycles/{c}/projects/acceptance", ["coordinator", "commission"]],
    ["POST /v1/staff/cycles/{c}/projects/refusal", ["coordinator", "commission"]],
    ["POST /v1/staff/cycles/{c}/projects/{p}/formal-check", ["verifier"]],
    ["POST /v1/staff/cycles/{c}/projects/{p}/formal-check/acceptance", ["verifier", "coordinator"]],
    ["POST /v1/staff/cycles/{c}/projects/{p}/formal-check/refusal", ["verifier", "coordinator"]],
    ["POST /v1/staff/cycles/{c}/projects/{p}/merit-check", ["coordinator"]],
    ["POST /v1/staff/cycles/{c}/projects/{p}/merit-check/acceptance", ["verifier", "coordinator"]],
    ["POST /v1/staff/cycles/{c}/projects/{p}/merit-check/refusal", ["verifier", "coordinator"]],
    ["POST /v1/staff/cycles/{c}/publications", ["coordinator"]],
    ["POST /v1/staff/cycles/{c}/publications/acceptance", ["coordinator", "commission"]],
    ["POST /v1/staff/cycles/{c}/projects/{p}/withdrawal", ["coordinator"]],
    ["POST /v1/staff/cycles/{c}/projects/{p}/withdrawal/acceptance", ["coordinator", "commission"]],
    ["POST /v1/staff/cycles/{c}/projects/{p}/withdrawal/refusal", ["coordinator", "commission"]],
  ];

  it.each(rows)("%s: the roles of the route table and nobody else", async (row, roles) => {
    const ask = row.replace("{c}", cycleId).replace("{p}", "prj_0000000000000000");
    const body = ask.startsWith("POST") ? { body: {} } : {};
    expect((await place.call(ask, body)).status).toBe(401);
    for (const role of ["coordinator", "verifier", "auditor", "moderator", "commission", "clerk"] as const) {
      const { status } = await place.call(ask, { ...body, token: await place.staff(role) });
      expect([role, status === 403]).toEqual([role, !roles.includes(role)]);
    }
  });

  it("the office's pages: a session of the right role", async () => {
    for (const ask of [
      "GET /urzad/wnioski",
      `POST /urzad/wnioski/${cycleId}/prj_0000000000000000/ocena-merytoryczna`,
    ]) {
      const form = ask.startsWith("POST") ? { form: {} } : {};
      expect([401, 303]).toContain((await place.call(ask, form)).status);
      const editor = { cookie: `staff=${await place.staff("editor")}` };
      expect((await place.call(ask, { ...form, headers: editor })).status).toBe(403);
    }
  });

  it("authors are private: in no public reply, and reading them leaves a record", async () => {
    const open = await place.call(`GET /v1/cycles/${cycleId}/projects`);
    expect(open.text).not.toContain("@example.com");
    const staff = await place.call(`GET /v1/staff/cycles/${cycleId}/projects`, {
      token: await place.staff("auditor"),
    });
    expect(staff.text).toContain("hanna@example.com");
    const { items } = await place.deps.store.audit.list(cycleId);
    expect(items.some(({ act }) => act === "getStaffProjects")).toBe(true);
  });
});
