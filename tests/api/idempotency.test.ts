import { afterAll, beforeAll, expect, test } from "vitest";
import { chanceOf, seed } from "../kit/chance.ts";
import { itemsIn } from "../kit/items.ts";
import { newKey } from "../kit/place.ts";
import { sentOf } from "./bad-input.ts";
import { type FuzzCity, openAskings, openFuzzCity } from "./fuzz-city.ts";
import { openWire, type Received, type Wire } from "./wire.ts";

let city: FuzzCity;
let wire: Wire;
let askings: Awaited<ReturnType<typeof openAskings>>;

beforeAll(async () => {
  city = await openFuzzCity();
  wire = openWire(city.place.url);
  askings = await openAskings(city);
});
afterAll(async () => {
  wire?.close();
  await city?.place.close();
});

/** Keys of all that is stored, but for what is counted or waits. */
const stored = async (): Promise<Set<string>> => {
  const found = new Set<string>();
  // A hold comes when the state machine does its step, a row of a letter when that has left.
  for (const { pk, sk } of await itemsIn(city.place, "main"))
    if (!/^(?:ATTEMPTS|CODES|SIGNUPS|MAILS|LETTERS)#/.test(String(pk)) && sk !== "HOLD")
      found.add(`${pk} ${sk}`);
  return found;
};

const same = ({ status, text }: Received) => [status, text];

/** What a body names by itself is one thing, whatever the key: the same address signs up once, a unit has the name that it was given. */
const NAMED_BY_BODY = ["postStaffSignup", "postUnit"];

/** POSTs of the document that answer 201; a ballot has a test of its own, with its own rule. */
const creating = () =>
  askings.conformity.operations
    .filter(
      ({ method, id, described }) =>
        method === "POST" && id !== "postBallot" && "201" in (described.responses as object),
    )
    .map(({ id }) => askings.operations.find(({ name }) => name === id))
    .filter((one) => one !== undefined);

const takesBody = (name: string): boolean =>
  askings.conformity.operations.some(({ id, described }) => id === name && "requestBody" in described);

test("what creates something makes it once for a key, tells of a key that comes with another body, and makes two without a key", async () => {
  const tried: string[] = [];
  for (const one of creating()) {
    const base = one.of(chanceOf(seed));
    const { "idempotency-key": _none, ...headers } = base.headers;
    const key = newKey();
    const send = (more: object, body: unknown = base.body) =>
      wire.send(sentOf({ ...base, headers: { ...headers, ...more }, body }));

    const first = await send({ "idempotency-key": key });
    expect([one.name, first.status, first.text]).toEqual([one.name, 201, expect.any(String)]);
    const after = await stored();
    const second = await send({ "idempotency-key": key });
    const third = await send({ "idempotency-key": key });
    expect([one.name, same(second), same(third)]).toEqual([one.name, same(first), same(first)]);
    expect([one.name, [...(await stored())].filter((each) => !after.has(each))]).toEqual([one.name, []]);

    const other = one.of(chanceOf(seed + 1)).body;
    // What takes no body cannot come with another one.
    if (!NAMED_BY_BODY.includes(one.name) && takesBody(one.name)) {
      const reused = await send({ "idempotency-key": key }, other);
      expect([one.name, reused.status, JSON.parse(reused.text).code]).toEqual([
        one.name,
        422,
        "request/key-reused",
      ]);
      // An answer to a survey has no name by which anybody could be asked for it.
      const { id } = JSON.parse(first.text);
      const ids = [JSON.parse((await send({})).text).id, JSON.parse((await send({})).text).id];
      if (id !== undefined) expect([one.name, new Set([...ids, id]).size]).toEqual([one.name, 3]);
    }
    tried.push(one.name);
  }
  expect(tried).toEqual(
    expect.arrayContaining([
      "postCycle",
      "postConsultation",
      "postMeeting",
      "postStaffSignup",
      "postProposal",
    ]),
  );
});

test("twenty at once with one key make one thing, and all are told of it", async () => {
  for (const one of creating()) {
    const sent = sentOf(one.of(chanceOf(seed + 9)));
    const answers = await Promise.all(Array.from({ length: 20 }, () => wire.send(sent)));
    expect([one.name, new Set(answers.map(({ status }) => status))]).toEqual([one.name, new Set([201])]);
    expect([one.name, new Set(answers.map(({ text }) => JSON.parse(text).id)).size]).toEqual([one.name, 1]);
  }
});

test("what is read again is the same to the letter: caches know by it that nothing has changed", async () => {
  await city.place.settle();
  const reading = askings.conformity.operations.filter(
    ({ method, path }) => method === "GET" && !path.startsWith("/v1/staff/"),
  );
  let compared = 0;
  for (const { id } of reading) {
    const base = askings.operations.find(({ name }) => name === id)?.of(chanceOf(seed));
    if (!base) continue;
    const answers = [];
    for (let n = 0; n < 4; n++) answers.push(await wire.send(sentOf(base)));
    if (answers[0]?.status !== 200) continue;
    compared += 1;
    expect([id, new Set(answers.map(({ headers }) => headers.etag)).size]).toEqual([id, 1]);
  }
  expect(compared).toBeGreaterThan(5);
});
