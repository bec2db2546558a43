import { ScanCommand } from "@aws-sdk/lib-dynamodb";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { NAMES } from "../../infra/local/local-deps.ts";
import { type Call, openPlace, type Place } from "../kit/place.ts";
import { openCall, proposalBody, propose } from "../kit/proposals.ts";
import { openSurvey } from "../kit/surveys.ts";
import { visitor } from "../kit/visitor.ts";
import { letterLeads } from "../kit/walk.ts";
import { everyWalker, openWholeCity } from "../kit/whole-city.ts";
import { callMeeting } from "./meeting-parts.ts";

/** An id of a stored thing, which opens nothing by itself; its prefix says what it is of. */
const ID = /^[a-z]{3}_[a-z0-9]+$/;
const TOKENS = ["voter", "card", "sign-in", "eid", "survey", "support", "author", "signup"] as const;
const DAY_MS = 86_400_000;

/** What of an address may let somebody in: parts that are long and of no word, and that name nothing. */
const keysIn = (path: string): string[] =>
  path
    .split(/[/?&=#]/)
    .map(decodeURIComponent)
    .filter((part) => part.length >= 20 && /\d/.test(part) && !ID.test(part));

interface Row {
  readonly key: string;
  readonly text: string;
}

let place: Place;
/** The tables while every letter of the city has left, and while some of every kind wait. */
const states: Row[][] = [];
/** Values of cookies that were given out while the city was used. */
const given = new Set<string>();
let links: Set<string>;

const rowsNow = async (): Promise<Row[]> => {
  const found: Row[] = [];
  for (const TableName of Object.values(NAMES)) {
    let ExclusiveStartKey: Record<string, unknown> | undefined;
    do {
      const page = await place.deps.store.table.client.send(
        new ScanCommand({ TableName, ExclusiveStartKey }),
      );
      for (const item of page.Items ?? [])
        found.push({ key: `${item.pk} ${item.sk ?? ""}`, text: JSON.stringify(item) });
      ExclusiveStartKey = page.LastEvaluatedKey;
    } while (ExclusiveStartKey);
  }
  return found;
};

/** Rows of both states that hold one of these. */
const holding = (secrets: ReadonlySet<string>): string[] =>
  states
    .flat()
    .flatMap(({ key, text }) =>
      [...secrets].flatMap((secret) => (text.includes(secret) ? [`${key}: ${secret}`] : [])),
    );

/** Everything that a letter with a link is asked for by, while no letter leaves. */
const askWhileMailStands = async (): Promise<void> => {
  const call = await openCall(place);
  const { id } = await propose(place, call);
  const { body: meeting } = await callMeeting(place);
  const survey = await openSurvey(place, { access: "address" });
  await place.settle();
  place.mailbox.allow(0);
  const post = async (path: string, body: NonNullable<Call["body"]>): Promise<void> => {
    const { status, text } = await place.call(`POST ${path}`, { key: true, body });
    if (status >= 300) throw new Error(`${path}: ${text}`);
  };
  await post(
    `/v1/cycles/${call}/proposals`,
    proposalBody({ author: { name: "Ola", email: "ola@example.com", isNamePublic: false } }),
  );
  await post(`/v1/cycles/${call}/proposals/${id}/supports`, {
    name: "Ala Nowa",
    address: "ul. Mariacka 5/7",
    email: "ala-nowa@example.com",
  });
  await post(`/v1/meetings/${meeting.id}/signups`, { name: "Iga", email: "iga@example.com", seats: 1 });
  await post(`/v1/surveys/${survey.id}/links`, { email: "hania@example.com" });
  const beginner = visitor(place);
  await beginner.send(await beginner.open("/zglos"), "/zglos", { email: "jakub@example.com" });
  await place.settle();
};

beforeAll(async () => {
  place = await openPlace();
  const city = await openWholeCity(place);
  for (const { cookie = "" } of await everyWalker(place, city))
    for (const [, value = ""] of cookie.matchAll(/(?:^|; )[^=]+=([^;]+)/g)) given.add(value);
  await place.settle();
  states.push(await rowsNow());
  const before = place.letters().length;
  await askWhileMailStands();
  states.push(await rowsNow());
  place.mailbox.allow(-1);
  await place.clock.moveTo((now) => now + DAY_MS);
  await place.settle();
  const letters = place.letters();
  const late = letterLeads(place.url, letters.slice(before)).flatMap(({ to }) => keysIn(to));
  expect(new Set(late).size, "links of letters that had to wait").toBeGreaterThanOrEqual(5);
  links = new Set(letterLeads(place.url, letters).flatMap(({ to }) => keysIn(to)));
}, 240_000);
afterAll(() => place?.close());

describe("who reads the tables of a whole city", () => {
  test("finds no link of a letter, whether it has left or waits", () => {
    expect(links.size).toBeGreaterThan(12);
    expect(states.map((rows) => rows.length > 200)).toEqual([true, true]);
    expect(holding(links)).toEqual([]);
  });

  test("finds no session, draft or half of a sign-in that is in a cookie", () => {
    const cookies = [...given].filter((value) => value.length >= 20);
    expect(cookies.length).toBeGreaterThan(8);
    expect(holding(new Set(cookies))).toEqual([]);
  });

  test("finds no sealed text that any door takes for a token", async () => {
    const sealed = new Set(
      states.flat().flatMap(({ text }) => text.match(/eyJ[\w-]+\.[\w-]*\.[\w-]+\.[\w-]+\.[\w-]+/g) ?? []),
    );
    for (const text of sealed)
      for (const purpose of TOKENS)
        expect(await place.deps.tokens.open(purpose, text, z.unknown()), purpose).toBeUndefined();
  });
});
