import { afterAll, beforeAll, expect } from "vitest";
import { inTurn } from "../kit/in-turn.ts";
import { newKey, openPlace, type Place } from "../kit/place.ts";
import { ASKS_FOR_NONE, enterPhase, fillCard, letterAbout, openCall, propose } from "../kit/proposals.ts";
import { staffVisitor } from "../kit/staff-visitor.ts";

const { describe, test: it } = inTurn();

let place: Place;
let cycleId: string;
beforeAll(async () => {
  place = await openPlace();
  cycleId = await openCall(place, ASKS_FOR_NONE);
});
afterAll(() => place.close());

const now = (): string => new Date(place.clock.now()).toISOString();

const wish = async (id: string, body: object, key = newKey(), n = 0) =>
  place.call(`POST /v1/staff/cycles/${cycleId}/projects/${id}/wishes/withdrawal`, {
    token: await place.staff("clerk", n),
    body,
    key,
  });

const statusOf = async (id: string): Promise<string> =>
  (await place.call(`GET /v1/cycles/${cycleId}/projects/${id}`)).body.status;

/** The clock on the wall in Poland. */
const wall = (): string =>
  new Date(place.clock.now())
    .toLocaleString("sv-SE", { timeZone: "Europe/Warsaw" })
    .slice(0, 16)
    .replace(" ", "T");

describe("a proposal that its author asks to withdraw", () => {
  it("is withdrawn by a clerk and a second person, and the author reads how the wish came", async () => {
    const { id, number } = await propose(place, cycleId);
    const body = { arrivedBy: "post", arrivedAt: now(), mark: "WKS.17.2026" };
    const key = newKey();
    const [first, again] = [await wish(id, body, key), await wish(id, body, key)];
    expect([first.status, again.status]).toEqual([202, 202]);
    expect(again.body).toEqual(first.body);
    const other = await wish(id, { ...body, mark: "inny" }, newKey(), 1);
    expect([other.status, other.body.code]).toEqual([409, "pending/waits"]);
    expect(await statusOf(id)).toBe("submitted");

    const accept = async (role: "clerk" | "coordinator") =>
      place.call(`POST /v1/staff/pending/${first.body.pendingId}/acceptance`, {
        token: await place.staff(role),
      });
    expect((await accept("clerk")).status).toBe(403);
    expect((await accept("coordinator")).body).toMatchObject({ kind: "withdraw-at-wish", state: "accepted" });
    expect(await statusOf(id)).toBe("withdrawn");
    const letter = await letterAbout(place, "lucja@example.com", new RegExp(`${number} został wycofany`));
    expect(letter?.text).toContain("Prośba przyszła pocztą");
    const late = await wish(id, body);
    expect([late.status, late.body.code]).toEqual([409, "project/state"]);
  });

  it("is told what is wrong with how the wish came, at its field", async () => {
    const { id } = await propose(place, cycleId);
    const wrong = async (more: object) => {
      const { status, body } = await wish(id, { arrivedBy: "desk", arrivedAt: now(), ...more });
      return [status, body.code, body.errors?.[0]?.pointer];
    };
    const ago = (hours: number) => new Date(place.clock.now() - hours * 3_600_000).toISOString();
    expect(await wrong({ arrivedBy: "email" })).toEqual([422, "request/not-valid", "/mark"]);
    expect(await wrong({ arrivedAt: ago(-1) })).toEqual([422, "request/not-valid", "/arrivedAt"]);
    expect(await wrong({ arrivedAt: ago(30) })).toEqual([422, "request/not-valid", "/arrivedAt"]);
    expect(await wrong({ arrivedBy: "online" })).toEqual([422, "request/not-valid", "/arrivedBy"]);
  });

  it("is dealt with at the desk, from the case in the register to the paper that its author takes home", async () => {
    const { id, number } = await propose(place, cycleId, { title: "Zegar słoneczny" });
    const desk = await staffVisitor(place, "clerk");
    const { body } = await place.call(`GET /v1/staff/cycles/${cycleId}/register?q=Zegar`, {
      token: await place.staff("clerk"),
    });
    const entry = await desk.open(`/urzad/rejestr/${cycleId}/${body.items[0].number}`);
    const path = `/urzad/wnioski/${cycleId}/${id}/na-zyczenie`;
    expect(entry.text).toContain(`href="${path}"`);
    const page = await desk.open(path);
    expect(page.text).toContain("Łucja Żak");
    const form = { arrivedBy: "post", arrivedAt: wall(), mark: "" };
    const faulty = await desk.send(page, `${path}/wycofanie`, form);
    expect(faulty.status).toBe(422);
    expect(faulty.text).toContain('href="#mark"');
    const sent = await desk.send(faulty, `${path}/wycofanie`, { ...form, arrivedBy: "desk" });
    expect(sent.text).toContain("Czeka na drugą osobę");
    const paper = await desk.open(`/urzad/punkt/potwierdzenie/${id}`);
    expect(paper.text).toContain(number);
    expect(paper.text).toContain("Zegar słoneczny");
    expect(paper.text).not.toContain(`<dd>${id}`);
    expect(paper.text).toContain("Zaproponowano wycofanie wniosku na prośbę autora.");
  });
});

describe("a proposal that its author asks to change", () => {
  const change = async (id: string, body: object, key = newKey()) =>
    place.call(`POST /v1/staff/cycles/${cycleId}/projects/${id}/wishes/change`, {
      token: await place.staff("clerk"),
      body,
      key,
    });
  const seen = async (id: string) =>
    (
      await place.call(`GET /v1/staff/cycles/${cycleId}/projects/${id}`, {
        token: await place.staff("coordinator"),
      })
    ).body;

  it("says what they asked for; how it came in stays, and the author is told of it", async () => {
    const { id, number } = await propose(place, cycleId, { title: "Stara nazwa" });
    const before = await seen(id);
    const body = {
      wish: { arrivedBy: "email", arrivedAt: now(), mark: "WKS.18" },
      changes: { title: "Nowa nazwa", author: { isNamePublic: false } },
    };
    const { status, body: after } = await change(id, body);
    expect([status, after.title, after.author.isNamePublic]).toEqual([200, "Nowa nazwa", false]);
    for (const field of ["number", "register", "submittedAt", "pool", "place", "description"])
      expect(after[field]).toEqual(before[field]);
    expect(after.author).toMatchObject({ name: "Łucja Żak", email: "lucja@example.com" });
    expect(after.history.at(-1)).toMatchObject({ changed: ["title", "isNamePublic"] });
    const letter = await letterAbout(place, "lucja@example.com", new RegExp(`${number} jest zmieniony`));
    expect(letter?.text).toContain("Prośba przyszła e-mailem");
    const again = await change(id, body);
    expect([again.status, again.body.code]).toEqual([422, "request/not-valid"]);
    const verifier = await staffVisitor(place, "verifier");
    const file = await verifier.open(`/urzad/wnioski/${cycleId}/${id}`);
    expect(file.text).toContain("<del>Stara nazwa</del>");
    expect(file.text).toContain("(WKS.18)");
  });

  it("is keyed at the desk in the edition's form, over what the author has not changed meanwhile", async () => {
    const { id, path: own } = await propose(place, cycleId, { title: "Plac" });
    const desk = await staffVisitor(place, "clerk");
    const path = `/urzad/wnioski/${cycleId}/${id}/na-zyczenie`;
    expect((await desk.open(path)).text).toContain(`${path}/zmiana`);
    const page = await desk.open(`${path}/zmiana`);
    const typed = {
      times: /name="times" value="(\d+)"/.exec(page.text)?.[1] ?? "",
      arrivedBy: "desk",
      arrivedAt: wall(),
      mark: "",
      title: "Plac zabaw",
      description: "Pięć ławek.",
      place: "Park",
      name: "Łucja Żak",
      isNamePublic: "yes",
    };
    const faulty = await desk.send(page, `${path}/zmiana`, { ...typed, name: "", arrivedBy: "post" });
    expect(faulty.status).toBe(422);
    expect(faulty.text).toContain('href="#name"');
    expect(faulty.text).toContain('value="Plac zabaw"');
    const saved = await desk.send(faulty, `${path}/zmiana`, typed);
    expect(saved.text).toContain("Zmiana jest zapisana");
    expect((await seen(id)).title).toBe("Plac zabaw");
    const stale = await desk.send(page, `${path}/zmiana`, { ...typed, title: "Inny" });
    expect(stale.status).toBe(412);
    expect((await place.call(`GET ${own}`)).text).toContain("Plac zabaw");
  });

  it("was asked in time and is keyed after the call, until somebody begins to check it", async () => {
    const { id } = await propose(place, cycleId, { title: "W ostatniej chwili" });
    const wish = { arrivedBy: "desk", arrivedAt: now() };
    await enterPhase(place, cycleId, "formal-review");
    const late = await change(id, { wish: { ...wish, arrivedAt: now() }, changes: { title: "Za późno" } });
    expect([late.status, late.body.code, late.body.errors?.[0]?.pointer ?? late.body.pointer]).toEqual([
      409,
      "project/call-closed",
      "/arrivedAt",
    ]);
    expect((await change(id, { wish, changes: { title: "Jeszcze" } })).status).toBe(200);
    await fillCard(place, [cycleId, id], "accepted");
    const checked = await change(id, { wish, changes: { title: "Już nie" } });
    expect([checked.status, checked.body.code]).toEqual([409, "cycle/wrong-phase"]);
    const desk = await staffVisitor(place, "clerk");
    expect((await desk.open(`/urzad/wnioski/${cycleId}/${id}/na-zyczenie`)).text).not.toContain("/zmiana");
  });
});
