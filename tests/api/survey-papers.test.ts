import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { asEditor } from "../kit/office.ts";
import { openPlace, type Place } from "../kit/place.ts";
import { aSurvey, everything, FULL, finish, openSurvey, QUESTIONS } from "../kit/surveys.ts";
import { HOUR, inHours } from "../kit/time.ts";

let place: Place;
let clerk: string;
beforeAll(async () => {
  place = await openPlace();
  clerk = await place.staff("clerk");
});
afterAll(() => place?.close());

describe("papers and the clock of a survey", () => {
  test("enters paper into batches of its own, each of the origin that was said first", async () => {
    const { id } = await openSurvey(place);
    const enter = (more: object, token = clerk) =>
      place.call(`POST /v1/staff/surveys/${id}/paper-answers`, {
        token,
        key: true,
        body: { origin: { place: "Filia 5", collectedOn: "2026-12-01" }, answers: [FULL], ...more },
      });
    const { batch } = (await enter({})).body;
    const kept = async () =>
      (await everything(place)).filter((one) => one.includes(id) && /BATCH#/.test(one));
    const [first = "{}"] = await kept();
    const editor = await place.staff("editor");
    const moved = { batch, origin: { place: "Inna filia", collectedOn: "2026-12-01" } };
    for (const [more, pointer] of [
      [moved, "/origin"],
      [{ batch: "bat_cudza" }, "/batch"],
      [{ batch: "" }, "/batch"],
    ] as const) {
      const { status, body } = await enter(more, editor);
      expect([status, body.errors[0].pointer]).toEqual([422, pointer]);
    }
    expect((await enter({ batch }, editor)).status).toBe(201);
    expect((await kept()).map((one) => JSON.parse(one))).toEqual([{ ...JSON.parse(first), entered: 2 }]);
  });

  test("says how many papers it takes at once, and takes so many", async () => {
    const options = { pl: Array.from({ length: 10 }, (_, n) => `Miejsce ${n}`) };
    const ranking = { ...QUESTIONS[3], options };
    const { id } = await openSurvey(place, { questions: Array.from({ length: 40 }, () => ranking) });
    const { papersAtOnce } = (await asEditor(place, `GET /v1/staff/surveys/${id}`)).body;
    expect(papersAtOnce).toBe(3);
    const paper = (first: number) =>
      Object.fromEntries(
        Array.from({ length: 40 }, (_, n) => [
          `q${n + 1}`,
          Array.from({ length: 10 }, (_, at) => String(((first + at) % 10) + 1)),
        ]),
      );
    const enter = (count: number) =>
      place.call(`POST /v1/staff/surveys/${id}/paper-answers`, {
        token: clerk,
        key: true,
        body: {
          origin: { place: "Filia 5", collectedOn: "2026-12-01" },
          answers: Array.from({ length: count }, (_, n) => paper(n)),
        },
      });
    const refused = await enter(4);
    expect([refused.status, refused.body.errors?.[0]?.pointer ?? refused.body.issues?.[0]?.pointer]).toEqual([
      422,
      "/answers",
    ]);
    expect((await enter(3)).status).toBe(201);
  });

  test("starts and ends by the clock: the sweep writes both down, and leaves the final results to the office", async () => {
    const made = await asEditor(
      place,
      "POST /v1/staff/surveys",
      aSurvey(place, { endsAt: inHours(place, 3) }),
    );
    const { id } = made.body;
    await asEditor(place, `POST /v1/staff/surveys/${id}/publication`);
    await place.clock.moveTo((now) => now + 4 * HOUR);
    await place.invoke("consultations", { sweep: true });
    await place.invoke("consultations", { sweep: true });
    const { body } = await place.call(`GET /v1/staff/audit?subject=${id}`, {
      token: await place.staff("editor"),
    });
    const said = body.items.map((one: { said?: { pl: string } }) => one.said?.pl);
    expect(said.filter((one: string) => /zaczęła|skończyła/.test(one))).toHaveLength(1);
    const work = await place.call("GET /v1/staff/work?whose=mine", { token: await place.staff("editor") });
    const mine = work.body.items.filter((one: { id: string }) => one.id === id);
    expect(mine).toHaveLength(1);
    await finish(place, id);
    const after = await place.call("GET /v1/staff/work?whose=mine", { token: await place.staff("editor") });
    expect(after.body.items.filter((one: { id: string }) => one.id === id)).toEqual([]);
  });
});
