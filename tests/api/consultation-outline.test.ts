import { afterAll, beforeAll, expect, test } from "vitest";
import { openPlace, type Place } from "../kit/place.ts";
import { openGathering, say } from "../kit/remarks.ts";
import { staffVisitor } from "../kit/staff-visitor.ts";
import { visitor } from "../kit/visitor.ts";

let place: Place;
beforeAll(async () => {
  place = await openPlace();
});
afterAll(() => place.close());

const SQUARE = ["50.25, 19.00", "50.27, 19.00", "50.27, 19.04", "50.25, 19.04"];
const [WITHIN, OUTSIDE] = ["50.26, 19.02", "50.30, 19.02"];

test("the area is drawn, and its corners stand in words too", async () => {
  const id = await openGathering(place, { outline: SQUARE });
  const { text } = await place.call(`GET /konsultacje/${id}`);
  expect(text).toContain("data:image/svg+xml");
  expect(text).toContain("Rysunek granic obszaru. Liczba punktów: 4.");
  expect(text).toContain("<li>50.27, 19.04</li>");
});

test("a place outside is a warning that its author may pass", async () => {
  const id = await openGathering(place, { outline: SQUARE });
  const far = await say(place, id, { place: OUTSIDE });
  expect([far.status, far.body.code]).toEqual([422, "remark/outside"]);
  expect((await say(place, id, { place: OUTSIDE, isPlaceMeant: true })).status).toBe(202);
  expect((await say(place, id, { place: WITHIN })).status).toBe(202);
  expect((await say(place, id)).status).toBe(202);

  const someone = visitor(place);
  const form = `/konsultacje/${id}/uwagi/nowa`;
  const typed = { text: "Ławka przy stawie.", place: OUTSIDE, email: "staw@example.com" };
  const warned = await someone.send(await someone.open(form), form, typed);
  expect([warned.status, warned.text.includes("poza obszarem konsultacji")]).toEqual([422, true]);
  expect(warned.text).toContain(OUTSIDE);
  expect((await someone.send(warned, form, { isPlaceMeant: "yes" })).status).toBe(200);
});

test("a consultation without an outline asks nobody about it", async () => {
  const id = await openGathering(place);
  expect((await say(place, id, { place: OUTSIDE })).status).toBe(202);
  expect((await place.call(`GET /konsultacje/${id}/uwagi/nowa`)).text).not.toContain("isPlaceMeant");
});

test("what a program for maps writes is pasted into the form; what cannot be read stays as it was typed", async () => {
  const desk = await staffVisitor(place, "editor");
  const form = "/urzad/konsultacje/nowe";
  const ring = [...SQUARE, SQUARE[0] ?? ""].map((one) => one.split(", ").map(Number).toReversed());
  const geometry = { type: "Polygon", coordinates: [ring] };
  const typed = {
    kind: "dialogue",
    "subject-title": "Park",
    "subject-decided": "Ławki.",
    "subject-fixed": "Drzewa.",
    forms: ["online"],
    startsAt: "2031-03-01T10:00",
    endsAt: "2031-04-01T10:00",
  };
  const page = await desk.open(form);
  const broken = await desk.send(page, form, { ...typed, outline: '{"type": "Polygon"' });
  expect([broken.status, broken.text.includes("Polygon")]).toEqual([422, true]);
  const pasted = JSON.stringify({ type: "Feature", properties: {}, geometry }, null, 1);
  const saved = await desk.send(page, form, { ...typed, outline: pasted });
  expect(saved.text).toContain("Szkic konsultacji jest zapisany.");
  const change = await desk.open(`${saved.path.split("?")[0]}/zmiana`);
  expect(change.text).toContain("50.25, 19\n50.27, 19\n50.27, 19.04\n50.25, 19.04");
});
