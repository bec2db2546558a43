import { afterAll, beforeAll, expect, test } from "vitest";
import { openPlace, type Place } from "../kit/place.ts";
import { aSurvey, asEditor } from "../kit/surveys.ts";

let place: Place;
beforeAll(async () => {
  place = await openPlace();
});
afterAll(() => place?.close());

test("an edit empties what may be empty, and leaves what it does not send", async () => {
  const made = await asEditor(place, "POST /v1/staff/surveys", aSurvey(place));
  const { id, version, contact: _, ...rest } = made.body;
  const after = await asEditor(place, `PATCH /v1/staff/surveys/${id}`, { contact: null }, version);
  expect(after.body).toEqual({ ...rest, id, version: version + 1 });
  const wrong = await asEditor(place, `PATCH /v1/staff/surveys/${id}`, { title: null }, version + 1);
  expect([wrong.status, wrong.body.errors?.[0]?.pointer]).toEqual([400, "/title"]);
});
