import { afterAll, beforeAll, expect } from "vitest";
import { inTurn } from "../kit/in-turn.ts";
import { newKey, openPlace, type Place } from "../kit/place.ts";
import { proposeProjects } from "../kit/projects.ts";
import { letterAbout, openCall, pathInLetter, proposalBody, propose } from "../kit/proposals.ts";

const { describe, test: it } = inTurn();

let place: Place;
let cycleId: string;
beforeAll(async () => {
  place = await openPlace();
  cycleId = await openCall(place);
});
afterAll(() => place.close());

const submit = (body: object, key: string = newKey()) =>
  place.call(`POST /v1/cycles/${cycleId}/proposals`, { body, key });

describe("a proposal that comes through the API", () => {
  it("is seen by nobody until its author uses the mailed link, and then has a number", async () => {
    const body = proposalBody({
      title: "Łąka kwietna",
      description: "Kwiaty przy szkole.",
      author: { name: "Jan Nowak", email: "jan@example.com", isNamePublic: false },
    });
    const sent = await submit(body);
    expect(sent.status).toBe(201);
    expect(sent.body).toMatchObject({ number: null, status: "unconfirmed" });
    const { id } = sent.body;
    expect((await place.call(`GET /v1/cycles/${cycleId}/projects/${id}`)).status).toBe(404);
    expect((await place.call(`GET /v1/cycles/${cycleId}/projects`)).body.items).toEqual([]);

    const path = pathInLetter(await letterAbout(place, "jan@example.com", /^Potwierdź/));
    expect(path).not.toContain("jan");
    expect((await place.call(`GET ${path}`)).text).toContain("Potwierdzić wniosek?");
    expect((await place.call(`POST ${path}`, { form: {} })).status).toBe(303);
    expect((await place.call(`POST ${path}`, { form: {} })).status).toBe(303);
    const { body: shown } = await place.call(`GET /v1/cycles/${cycleId}/projects/${id}`);
    expect(shown).toMatchObject({
      number: "L13/01/XII",
      status: "submitted",
      authorName: null,
      supporters: 0,
    });
    expect(JSON.stringify(shown)).not.toContain("Nowak");
    expect(await letterAbout(place, "jan@example.com", /L13\/01\/XII/)).toMatchObject({
      subject: "Przyjęliśmy Twój wniosek L13/01/XII",
      text: expect.stringContaining("Potrzebne poparcie mieszkańców: 12."),
    });
  });

  it("is the same proposal when the client tries again, and another when the body differs is refused", async () => {
    const key = newKey();
    const first = await submit(proposalBody(), key);
    expect((await submit(proposalBody(), key)).body).toEqual(first.body);
    const other = await submit(proposalBody({ title: "Inny tytuł" }), key);
    expect([other.status, other.body.code]).toEqual([422, "request/key-reused"]);
    const path = pathInLetter(await letterAbout(place, "lucja@example.com", /^Potwierdź/));
    await place.call(`POST ${path}`, { form: {} });
    const again = await submit(proposalBody(), key);
    expect(again.body).toMatchObject({ id: first.body.id, status: "submitted", number: "L13/02/XII" });
  });

  it("is forgotten a day after, when nobody confirmed it", async () => {
    const sent = await submit(
      proposalBody({ author: { name: "Ewa", email: "ewa@example.com", isNamePublic: true } }),
    );
    const path = pathInLetter(await letterAbout(place, "ewa@example.com", /^Potwierdź/));
    await place.clock.moveTo((now) => now + 25 * 3_600_000);
    expect((await place.call(`POST ${path}`, { form: {} })).status).toBe(410);
    expect((await place.call(`GET /v1/cycles/${cycleId}/projects/${sent.body.id}`)).status).toBe(404);
  });

  it.each([
    [
      "a cost over the pool's cap",
      { estimatedCostGrosze: 36_000_001 },
      "project/over-cap",
      "/estimatedCostGrosze",
    ],
    ["a pool that the cycle does not have", { pool: "L1" }, "request/not-valid", "/pool"],
    ["a title longer than 120 characters", { title: "ą".repeat(121) }, "request/not-valid", "/title"],
    ["a point outside the city", { location: { lat: 50.06, lon: 19.94 } }, "project/elsewhere", "/location"],
    ["a point outside Poland", { location: { lat: 19, lon: 50 } }, "request/not-valid", "/location/lat"],
  ])("is refused for %s, with a pointer", async (_what, more, code, pointer) => {
    const refused = await submit(proposalBody(more));
    expect([refused.status, refused.body.code]).toEqual([422, code]);
    expect(refused.body.errors[0].pointer).toBe(pointer);
  });
});

describe("numbers", () => {
  it("are twenty different ones for twenty authors at once, and none is given again after a withdrawal", async () => {
    const numbers = await Promise.all(
      Array.from({ length: 20 }, (_, n) =>
        propose(place, cycleId, {
          pool: "M",
          title: `Pomysł ${n}`,
          author: { name: `Osoba ${n}`, email: `osoba-${n}@example.com`, isNamePublic: true },
        }),
      ),
    );
    const given = numbers.map(({ number }) => number).sort();
    expect(given).toEqual(Array.from({ length: 20 }, (_, n) => `M/${String(n + 1).padStart(2, "0")}/XII`));
    const last = numbers.find(({ number }) => number === "M/20/XII");
    expect((await place.call(`POST ${last?.path}/wycofaj`, { form: {} })).status).toBe(303);
    const next = await propose(place, cycleId, { pool: "M" });
    expect(next.number).toBe("M/21/XII");
  });

  it("are never given by staff alone: an edition with a call has its ballot from it", async () => {
    const refused = await proposeProjects(place, cycleId, [
      { pool: "L13", title: "Z papieru", costGrosze: 100, number: "L13/40/XII" },
    ]);
    expect([refused.status, refused.body.code]).toEqual([409, "project/by-call"]);
  });
});

describe("the list of projects", () => {
  it("finds words whatever their case and diacritics, pages by number, and filters", async () => {
    const list = (query: string) => place.call(`GET /v1/cycles/${cycleId}/projects?${query}`);
    const found = await list("q=LAWKI+zrodelko&pool=L13");
    expect(found.body.items.map(({ number }: { number: string }) => number)).toEqual(["L13/02/XII"]);
    expect((await list("q=l13%2F02")).body.items).toHaveLength(1);
    expect((await list("status=withdrawn")).body.items).toHaveLength(1);
    const numbers: string[] = [];
    for (let cursor = ""; ; ) {
      const { body } = await list(`limit=7&pool=M${cursor}`);
      numbers.push(...body.items.map(({ number }: { number: string }) => number));
      if (body.next === null) break;
      cursor = `&cursor=${body.next}`;
    }
    expect(numbers).toHaveLength(21);
    expect(numbers).toEqual([...numbers].sort());
    expect((await list("status=red")).status).toBe(400);
  });

  it("is GeoJSON, longitude first, for who asks for it, and may be cached apart", async () => {
    await propose(place, cycleId, { title: "Z punktem", location: { lat: 50.26, lon: 19.04 } });
    const map = await place.call(`GET /v1/cycles/${cycleId}/projects`, {
      headers: { accept: "application/geo+json" },
    });
    expect(map.headers.get("content-type")).toBe("application/geo+json");
    expect(map.headers.get("vary")).toContain("accept");
    expect(map.body.features).toHaveLength(1);
    expect(map.body.features[0].geometry).toEqual({ type: "Point", coordinates: [19.04, 50.26] });
    expect((await place.call(`GET /v1/cycles/${cycleId}/projects.geojson`)).body).toEqual(map.body);
    const csv = await place.call(`GET /v1/cycles/${cycleId}/projects.csv`);
    expect(csv.text.split("\r\n")[0]).toBe("Numer;Pula;Tytuł;Koszt;Koszt z wniosku;Stan;Powód;Poparcie");
  });
});

describe("the end of the call", () => {
  it("is kept to the millisecond of the gateway's clock", async () => {
    const cycle = await place.call(`GET /v1/cycles/${cycleId}`);
    const endsAt = Date.parse(cycle.body.calendar[0].endsAt);
    await place.clock.moveTo(endsAt);
    const late = await submit(proposalBody());
    expect([late.status, late.body.code]).toEqual([409, "project/call-closed"]);
  });
});
