import { afterAll, beforeAll, expect } from "vitest";
import { pathTo } from "../../shared/domain/addresses.ts";
import { heard } from "../kit/documents.ts";
import { inTurn } from "../kit/in-turn.ts";
import { keyPaper } from "../kit/papers.ts";
import { openPlace, type Place } from "../kit/place.ts";
import { openCall } from "../kit/proposals.ts";
import { staffVisitor } from "../kit/staff-visitor.ts";
import { today } from "../kit/time.ts";

const { describe, test: it } = inTurn();

const letterSearch = pathTo("letterSearch");

let place: Place;
let cycleId: string;
let marks: string[];
beforeAll(async () => {
  place = await openPlace();
  cycleId = await openCall(place);
  marks = [];
  for (const title of ["Ławki", "Huśtawki"]) marks.push((await keyPaper(place, cycleId, { title })).mark);
});
afterAll(() => place.close());

const staff = async (act: string, body?: object, role: "clerk" | "coordinator" | "verifier" = "clerk") => {
  const token = await place.staff(role);
  const [method, path] = act.split(" ");
  return place.call(`${method} /v1/staff/cycles/${cycleId}/printed-letters${path}`, {
    token,
    ...(body && { body }),
  });
};

const lettersNow = async () => (await staff("GET ")).body.items;
const workOf = async (role: "clerk" | "coordinator") => {
  const { body } = await place.call("GET /v1/staff/work", { token: await place.staff(role) });
  return body.items.filter(({ link }: { link: string }) => link.includes("listy-do-druku"));
};

describe("letters to an author without a mailbox", () => {
  it("wait to be printed, each a piece of work", async () => {
    expect(place.mailbox.mails("0").filter(({ text }) => text.includes("Ławki"))).toEqual([]);
    const letters = await lettersNow();
    expect(letters).toHaveLength(2);
    expect(letters[0]).toMatchObject({
      state: "to-print",
      kind: "proposal/received",
      to: { name: "Józefa Kot", street: "ul. Mariacka 3/4", postcode: "40-014", town: "Katowice" },
    });
    expect(letters.map(({ mark }: { mark: string }) => mark).toSorted()).toEqual(marks.toSorted());
    expect(await workOf("clerk")).toHaveLength(2);
    expect((await staff("GET ", undefined, "verifier")).status).toBe(403);
  });

  it("are found by the name of whom they are to, however it is written, with a reason that the journal keeps", async () => {
    const search = async (body: object) =>
      place.call("POST /v1/staff/letters/search", {
        token: await place.staff("clerk"),
        body: { reason: "pyta przy okienku o swój list", ...body },
      });
    for (const name of ["Józefa Kot", "KOT, jozefa"]) {
      const { status, body, text } = await search({ name });
      expect([name, status, body.isWhole, body.letters]).toEqual([name, 200, true, []]);
      expect(body.onPaper.map(({ mark }: { mark: string }) => mark).toSorted()).toEqual(marks.toSorted());
      expect(body.onPaper[0]).toMatchObject({ kind: "proposal/received", state: "to-print" });
      expect(text).not.toMatch(/Mariacka|Kot/);
    }
    expect((await search({ name: "Józefa" })).body.onPaper).toEqual([]);
    expect((await search({})).body.errors[0].pointer).toBe("/to");
    expect((await search({ name: "Józefa Kot", to: "jozefa@example.com" })).status).toBe(422);
    const { items } = await place.deps.store.audit.list("office", { limit: 5 });
    expect(JSON.stringify(items)).toContain("pyta przy okienku o swój list");
    expect(JSON.stringify(items)).not.toContain("Kot");
    const clerk = await staffVisitor(place, "clerk");
    const asked = await clerk.open(letterSearch);
    const found = await clerk.send(asked, letterSearch, { name: "Józefa Kot", reason: "pyta o list" });
    expect(found.text).toContain(`/urzad/listy-do-druku/${cycleId}/`);
  });

  it("are one file with their addresses and case marks, each with pages of its own", async () => {
    const ids = (await lettersNow()).map(({ id }: { id: string }) => id);
    const printed = await staff("POST /printings", { letters: ids });
    expect(printed.body.items.map(({ state }: { state: string }) => state)).toEqual(["printed", "printed"]);
    const file = await fetch(
      `${place.url}/v1/staff/cycles/${cycleId}/printed-letters.pdf?letters=${ids.join(",")}`,
      {
        headers: { authorization: `Bearer ${await place.staff("clerk")}` },
      },
    );
    expect([file.status, file.headers.get("content-type")]).toEqual([200, "application/pdf"]);
    const { pages, roles } = await heard(new Uint8Array(await file.arrayBuffer()));
    expect(pages).toHaveLength(2);
    expect(roles.filter((role) => role === "H1")).toHaveLength(2);
    for (const page of pages) {
      expect(page).toContain("Józefa Kot");
      expect(page).toContain("40-014 Katowice");
      expect(page).not.toContain("http");
    }
    expect(pages.join()).toContain(marks[0]);
    const token = await place.staff("auditor");
    const journal = await place.call(`GET /v1/staff/audit?subject=${cycleId}`, { token });
    const acts = journal.body.items.map(({ act }: { act: string }) => act);
    expect(acts).toEqual(expect.arrayContaining(["postPrinting", "getPrintedFile", "getPrintedLetters"]));
  });

  it("are posted with their number, and one that comes back is work until it is sent again or told otherwise", async () => {
    const [one, other] = await lettersNow();
    const on = today(place);
    const early = await staff(`POST /${one.id}/return`, { reason: "moved", on });
    expect([early.status, early.body.code]).toEqual([409, "act/wrong-state"]);
    for (const wrong of ["2035-01-01", "2005-01-01"]) {
      const { status, body } = await staff(`POST /${one.id}/posting`, { number: "00159007734", on: wrong });
      expect([status, body.errors?.[0].pointer]).toEqual([422, "/on"]);
    }
    expect((await staff(`POST /${one.id}/posting`, { number: "00159007734", on })).body.state).toBe("posted");
    expect((await staff(`POST /${other.id}/posting`, { number: "00159007735", on })).status).toBe(200);
    expect(await workOf("clerk")).toEqual([]);
    expect((await staff(`POST /${one.id}/return`, { reason: "moved", on })).body.returned.reason).toBe(
      "moved",
    );
    expect(await workOf("coordinator")).toHaveLength(1);
    const to = { street: "ul. Nowa 1", postcode: "40-002", town: "Katowice" };
    const again = await staff(`POST /${one.id}/resending`, to);
    expect(again.body).toMatchObject({ state: "to-print", to });
    expect(await workOf("coordinator")).toEqual([]);
    await staff("POST /printings", { letters: [one.id] });
    await staff(`POST /${one.id}/posting`, { number: "00159007736", on });
    await staff(`POST /${one.id}/return`, { reason: "unknown-address", on });
    // What the first posting was is in the journal still, though the letter went out again.
    const journal = await place.call(`GET /v1/staff/audit?subject=${cycleId}`, {
      token: await place.staff("auditor"),
    });
    expect(journal.text).toContain("00159007734");
    const settled = await staff(`POST /${one.id}/settlement`, { note: "Telefonicznie" }, "coordinator");
    expect(settled.body.state).toBe("settled");
    expect(await workOf("coordinator")).toEqual([]);
  });

  it("are worked through on pages: ticked, printed, posted", async () => {
    await keyPaper(place, cycleId, { title: "Zegar" });
    const clerk = await staffVisitor(place, "clerk");
    const list = await clerk.open(`/urzad/listy-do-druku?cycle=${cycleId}`);
    const done = await clerk.send(list, `/urzad/listy-do-druku/${cycleId}/wydruk`);
    expect(done.text).toContain("Listy są gotowe do druku.");
    const path =
      /href="(\/urzad\/listy-do-druku\/[^"]+\/listy\.pdf\?letters=[^"]+)"/.exec(done.text)?.[1] ?? "";
    expect((await clerk.open(path)).headers.get("content-type")).toBe("application/pdf");
    const id = /letters=(ltr_\w+)/.exec(path)?.[1];
    const own = `/urzad/listy-do-druku/${cycleId}/${id}`;
    const on = today(place);
    const posted = await clerk.send(await clerk.open(own), `${own}/nadanie`, { number: "00159", on });
    expect(posted.text).toContain("Nadanie jest zapisane.");
  });
});

describe("an author with no address at all", () => {
  it("is told by a clerk, who says how; until then it is work", async () => {
    const before = (await workOf("clerk")).length;
    const author = { name: "Jan Bąk", phone: "32 259 39 09", isNamePublic: false };
    const { letter } = await keyPaper(place, cycleId, { title: "Zegar", author });
    const [found] = (await lettersNow()).filter(({ id }: { id: string }) => id === letter);
    expect(found).toMatchObject({
      state: "to-tell",
      kind: "proposal/received",
      to: { name: "Jan Bąk", phone: "+48322593909" },
    });
    expect(await workOf("clerk")).toHaveLength(before + 1);
    expect((await staff("POST /printings", { letters: [letter] })).status).toBe(409);
    const desk = await staffVisitor(place, "clerk");
    const path = `/urzad/listy-do-druku/${cycleId}/${letter}`;
    expect((await desk.open(`/urzad/listy-do-druku?cycle=${cycleId}`)).text).toContain(
      "Jan Bąk, +48322593909",
    );
    const page = await desk.open(path);
    const file = await fetch(
      `${place.url}/v1/staff/cycles/${cycleId}/printed-letters.pdf?letters=${letter}`,
      {
        headers: { authorization: `Bearer ${await place.staff("clerk")}` },
      },
    );
    const { pages } = await heard(new Uint8Array(await file.arrayBuffer()));
    expect(pages.join()).toContain("Jan Bąk");
    const closed = await desk.send(page, `${path}/zalatwienie`, {
      version: /name="version" value="(\d+)"/.exec(page.text)?.[1] ?? "",
      note: "Telefon, wtorek, odebrała osobiście",
    });
    expect(closed.text).toContain("Telefon, wtorek");
    expect((await staff("GET ")).body.items.find(({ id }: { id: string }) => id === letter).state).toBe(
      "settled",
    );
    expect(await workOf("clerk")).toHaveLength(before);
  });
});
