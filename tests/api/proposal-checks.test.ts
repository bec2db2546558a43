import { afterAll, beforeAll, expect } from "vitest";
import type { Role } from "../../shared/domain/office/roles.ts";
import { inTurn } from "../kit/in-turn.ts";
import { openPlace, type Place } from "../kit/place.ts";
import {
  ASKS_FOR_TWO,
  enterPhase,
  gatherSupport,
  letterAbout,
  officeCookie,
  openCall,
  propose,
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

describe("in the formal check a proposal", () => {
  beforeAll(() => enterPhase(place, cycleId, "formal-review"));

  it("is accepted, with its author told", async () => {
    const checked = await staffCall("verifier", "ola", "formal-check", { result: "accepted" });
    expect([checked.status, checked.body.status]).toEqual([200, "formally-accepted"]);
    expect((await letterAbout(place, "ola@example.com", /ocenę formalną/))?.subject).toContain(
      of("ola").number,
    );
    expect((await staffCall("verifier", "adam", "formal-check", { result: "accepted" })).status).toBe(200);
    const twice = await staffCall("verifier", "ola", "formal-check", { result: "accepted" });
    expect([twice.status, twice.body.code]).toEqual([409, "project/state"]);
  });

  it("is rejected with reasons that the author reads, and where to ask", async () => {
    const silent = await staffCall("verifier", "iza", "formal-check", { result: "rejected" });
    expect([silent.status, silent.body.errors[0].pointer]).toEqual([422, "/reasons"]);
    const rejected = await staffCall("verifier", "iza", "formal-check", {
      result: "rejected",
      reasons: "Brak listy",
    });
    expect(rejected.body).toMatchObject({ status: "rejected", reason: "Brak listy" });
    const letter = await letterAbout(place, "iza@example.com", /odrzucony formalnie$/);
    expect(letter?.text).toMatch(/Brak listy[\s\S]*Odpowiedz na tę wiadomość/);
  });

  it("goes by the version that was seen, when the client names it", async () => {
    const body = { result: "rejected", reasons: "Brak listy" };
    const check = (tag: string) => staffCall("verifier", "marek", "formal-check", body, { "if-match": tag });
    expect((await check('"v7"')).status).toBe(412);
    expect((await check('"v1"')).status).toBe(200);
  });

  it("is decided once when two officers decide at once", async () => {
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, n) =>
        staffCall("verifier", "zenon", "formal-check", {
          result: n % 2 ? "accepted" : "rejected",
          reasons: "Powód",
        }),
      ),
    );
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(answers.filter(({ status }) => status >= 500)).toEqual([]);
    await staffCall("coordinator", "zenon", "withdrawal", { reason: "Na prośbę", legalBasis: "§ 9" });
  });

  it("is decided by a form, which says what is missing and goes back to the case", async () => {
    const path = `${of("hanna").id}/ocena-formalna`;
    const empty = await formOf("verifier", path, { result: "rejected", reasons: "" });
    expect(empty.status).toBe(422);
    expect(empty.text).toContain("Wpisz uzasadnienie.");
    expect(faultsOfPage(empty.text)).toEqual([]);
    const done = await formOf("verifier", path, { result: "accepted", reasons: "" });
    expect([done.status, done.headers.get("location")]).toEqual([
      303,
      `/urzad/wnioski/${cycleId}/${of("hanna").id}`,
    ]);
  });
});

describe("in the merit check a proposal", () => {
  beforeAll(() => enterPhase(place, cycleId, "merit-review"));

  it("is put on the ballot with its verified cost, within the cap, with its author told", async () => {
    const dear = await staffCall("coordinator", "ola", "admission", {
      result: "admitted",
      costGrosze: 36_000_001,
    });
    expect([dear.body.code, dear.body.errors[0].pointer]).toEqual(["project/over-cap", "/costGrosze"]);
    const admitted = await staffCall("coordinator", "ola", "admission", {
      result: "admitted",
      costGrosze: 3_500_000,
      reasons: "Cena wody wzrosła",
    });
    expect(admitted.body).toMatchObject({
      status: "on-ballot",
      costGrosze: 3_500_000,
      estimatedCostGrosze: 3_200_000,
    });
    const letter = await letterAbout(place, "ola@example.com", /dopuszczony do głosowania$/);
    expect(letter?.text).toContain("35\u00a0000,00\u00a0zł");
    const { history } = admitted.body;
    expect(history.map(({ status }: { status: string }) => status)).toEqual([
      "submitted",
      "formally-accepted",
      "on-ballot",
    ]);
  });

  it("is not put on the ballot, with reasons", async () => {
    const not = await staffCall("coordinator", "adam", "admission", {
      result: "not-admitted",
      reasons: "Teren prywatny",
    });
    expect(not.body).toMatchObject({ status: "not-admitted", reason: "Teren prywatny" });
  });

  it("is decided by a form, which keeps what was typed", async () => {
    const path = `${of("hanna").id}/dopuszczenie`;
    const dear = await formOf("coordinator", path, { result: "admitted", cost: "400 000", reasons: "" });
    expect(dear.status).toBe(422);
    expect(dear.text).toContain("Koszt może wynosić najwyżej");
    expect(dear.text).toContain('value="400000"');
    const admitted = await formOf("coordinator", path, { result: "admitted", cost: "31 000", reasons: "" });
    expect(admitted.status).toBe(303);
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
    ["POST /v1/staff/cycles/{c}/projects/{p}/admission", ["coordinator"]],
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
      `POST /urzad/wnioski/${cycleId}/prj_0000000000000000/dopuszczenie`,
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
