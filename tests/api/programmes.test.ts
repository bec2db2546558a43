import { afterAll, beforeAll, expect, test } from "vitest";
import { makeProgramme } from "../kit/consultations.ts";
import { asEditor } from "../kit/office.ts";
import { openPlace, type Place } from "../kit/place.ts";
import { openGathering } from "../kit/remarks.ts";
import { staffVisitor } from "../kit/staff-visitor.ts";

let place: Place;
beforeAll(async () => {
  place = await openPlace();
});
afterAll(() => place.close());

const STAFF = "/v1/staff/consultations/programmes";

test("a programme is seen once a consultation in it is, and lists them with their ways to take part", async () => {
  const { id } = await makeProgramme(place, await place.staff("editor"));
  const path = `/konsultacje/programy/${id}`;
  expect((await place.call(`GET ${path}`)).status).toBe(404);
  expect((await place.call("GET /v1/consultations/programmes")).body.items).toEqual([]);
  const consultation = await openGathering(place, { programme: id });
  const page = await place.call(`GET ${path}`);
  expect(page.text).toContain("Park Bogucki");
  expect((await place.call(`GET /uk${path}`)).text).toContain("Програма консультацій");
  const { body } = await place.call(`GET /v1/consultations/programmes/${id}`);
  expect(body.consultations.map((one: { id: string }) => one.id)).toEqual([consultation]);
  expect((await place.call("GET /v1/consultations/programmes")).body.items).toMatchObject([{ id }]);
  expect((await place.call("GET /konsultacje")).text).toContain(path);
  expect((await place.call(`GET /konsultacje/${consultation}`)).text).toContain(path);
});

test("one that is not there is not named, and one that is named is not removed", async () => {
  const unknown = await asEditor(place, "POST /v1/staff/consultations", {
    kind: "dialogue",
    subject: { title: "T", decided: "D", fixed: "F" },
    territory: "citywide",
    forms: ["online"],
    startsAt: new Date(place.clock.now()).toISOString(),
    endsAt: new Date(place.clock.now() + 3_600_000).toISOString(),
    programme: "pgm_7k3m9x2qav5d8r1t",
  });
  expect(unknown.body.errors[0].pointer).toBe("/programme");
  const { id, version } = await makeProgramme(place, await place.staff("editor"));
  await openGathering(place, { programme: id });
  expect((await asEditor(place, `DELETE ${STAFF}/${id}`, undefined, version)).body.code).toBe("act/blocked");
});

test("the office makes, changes and removes a programme by forms", async () => {
  const desk = await staffVisitor(place, "editor");
  const list = "/urzad/konsultacje/programy";
  const wrong = await desk.send(await desk.open(`${list}/nowy`), `${list}/nowy`, { name: "Parki", lead: "" });
  expect([wrong.status, wrong.text.includes('value="Parki"')]).toEqual([422, true]);
  const made = await desk.send(wrong, `${list}/nowy`, { lead: "O parkach." });
  expect(made.text).toContain("Program konsultacji jest zapisany.");
  const one = made.path.split("?")[0] ?? "";
  const changed = await desk.send(await desk.open(`${one}/zmiana`), `${one}/zmiana`, {
    name: "Parki i skwery",
  });
  expect(changed.text).toContain("Parki i skwery");
  const gone = await desk.send(await desk.open(one), `${one}/usuniecie`);
  expect(gone.text).toContain("Program konsultacji jest usunięty.");
  expect((await desk.open(one)).status).toBe(404);
});
