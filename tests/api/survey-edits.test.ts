import { afterAll, beforeAll, expect, test } from "vitest";
import { asEditor } from "../kit/office.ts";
import { openPlace, type Place } from "../kit/place.ts";
import { stepVisitor } from "../kit/staff-visitor.ts";
import { aSurvey, openSurvey } from "../kit/surveys.ts";
import { fieldsOf } from "../kit/visitor.ts";

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

test("a survey that has not started is taken back by either face, and is a draft again; one that is on is not", async () => {
  const { id } = (await asEditor(place, "POST /v1/staff/surveys", aSurvey(place))).body;
  const api = `POST /v1/staff/surveys/${id}`;
  const page = `/urzad/ankiety/${id}`;
  const stateAfter = async () => {
    const { state } = (
      await place.call(`GET /v1/staff/surveys/${id}`, { token: await place.staff("editor") })
    ).body;
    return [state, (await place.call(`GET /v1/surveys/${id}`)).status];
  };
  expect((await asEditor(place, `${api}/withdrawal`)).body.code).toBe("act/wrong-state");
  await asEditor(place, `${api}/publication`);
  expect(await stateAfter()).toEqual(["announced", 200]);
  expect((await asEditor(place, `${api}/withdrawal`)).body.state).toBe("draft");
  expect(await stateAfter()).toEqual(["draft", 404]);
  await asEditor(place, `${api}/publication`);
  const browser = stepVisitor(place);
  await browser.signIn("editor");
  const form = Object.fromEntries(fieldsOf((await browser.go(`GET ${page}`)).text, `${page}/cofniecie`));
  const sent = await browser.go(`POST ${page}/cofniecie`, { form: form as Record<string, string> });
  expect((await browser.go(`GET ${browser.locationOf(sent)}`)).text).toContain("Ankieta jest znowu szkicem.");
  expect(await stateAfter()).toEqual(["draft", 404]);
  const open = await openSurvey(place);
  const late = await asEditor(place, `POST /v1/staff/surveys/${open.id}/withdrawal`);
  expect([late.status, late.body.code]).toEqual([409, "act/wrong-state"]);
});
