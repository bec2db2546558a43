import { PutCommand } from "@aws-sdk/lib-dynamodb";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { NAMES } from "../../infra/local/local-deps.ts";
import type { Role } from "../../shared/domain/office/roles.ts";
import { openTestVote } from "../kit/city.ts";
import { type Item, itemsIn } from "../kit/items.ts";
import { keepLogs } from "../kit/logged.ts";
import { openPlace, type Place } from "../kit/place.ts";
import { openCall } from "../kit/proposals.ts";
import { staffVisitor } from "../kit/staff-visitor.ts";
import { openSurvey } from "../kit/surveys.ts";
import { AT } from "../store/tables.ts";
import { aConsultation, callMeeting, signUp } from "./meeting-parts.ts";

const logged = keepLogs();

/** Things that stand in lists. What decides a vote is none of them: that is read whole or not at all. */
const LISTED: Readonly<Record<string, RegExp>> = {
  cycle: /^CYCLES /,
  consultation: /^CONSULTATIONS /,
  meeting: /^MEETINGS /,
  "sign-up": /^MEETING#\S+ SIGNUP#/,
  project: /^CYCLE#\S+ PROJECT#/,
  survey: /^SURVEYS /,
  unit: /^UNITS /,
  person: /^STAFF /,
};

const keyOf = ({ pk, sk }: Item): string => `${pk} ${sk}`;

let place: Place;
let odd: string[];

const put = (item: Item) =>
  place.deps.store.table.client.send(new PutCommand({ TableName: NAMES.main, Item: item }));

/** An item in the place of its like, of which nothing can be read but where it lies and what waits for it. */
const spoiled = async ({ pk, sk, pendingOf, pendingKey, workOf, workKey, work }: Item) => {
  await put({ pk, sk, pendingOf, pendingKey, workOf, workKey, work, odd: true });
  return `${pk} ${sk}`;
};

/** The item under a key beside its own, as if it were one more; what the index has of it, too. */
const beside = (item: Item): Item => ({ ...item, sk: `${String(item.sk).slice(0, -1)}~` });

beforeAll(async () => {
  place = await openPlace();
  await openTestVote(place, { pools: { M: { amountZloty: 3000, costsZloty: [1600, 1600] } }, voters: 1 });
  await openCall(place);
  await openSurvey(place);
  await place.call("POST /v1/staff/consultations", {
    token: await place.staff("editor"),
    key: true,
    body: aConsultation(place),
  });
  const { body: meeting } = await callMeeting(place, { title: "Odczytać się nie da" });
  await signUp(place, meeting.id, 1);
  await callMeeting(place, { title: "Odczytać się da" });
  await place.settle();
  const items = await itemsIn(place, "main");
  odd = [];
  for (const [kind, at] of Object.entries(LISTED)) {
    const one = items.find((item) => at.test(keyOf(item)));
    if (!one) throw new Error(`there is no ${kind}`);
    const own = items.find((item) => at.test(keyOf(item)) && keyOf(item).includes(meeting.id));
    // As if its request had been cut off: the sweep takes it up.
    const waits = kind === "sign-up" && { pendingOf: "signups", pendingKey: `${AT}#x` };
    odd.push(await spoiled({ ...(own ?? beside(one)), ...waits }));
  }
});
afterAll(() => place.close());

describe("one item of each kind that cannot be read", () => {
  test.each([
    ["/", "Katowice"],
    ["/projekty", "Budżet"],
    ["/wyniki", "Wyniki"],
    ["/konsultacje", "Konsultacje"],
    ["/spotkania", "Odczytać się da"],
    ["/ankiety", "Park Boguckich"],
    ["/v1/cycles", "Budżet Obywatelski 2025"],
    ["/v1/consultations", "items"],
    ["/v1/meetings", "Odczytać się da"],
  ])("is left out of %s, and the others are there", async (path, other) => {
    const { status, text } = await place.call(`GET ${path}`);
    expect(status).toBe(200);
    expect(text).toContain(other);
    expect(text).not.toContain("Odczytać się nie da");
  });

  test.each<[Role, string[]]>([
    ["coordinator", ["/urzad", "/urzad/edycje", "/urzad/formularze"]],
    ["editor", ["/urzad", "/urzad/spotkania", "/urzad/konsultacje", "/urzad/ankiety"]],
    ["admin", ["/urzad", "/urzad/ludzie"]],
    ["verifier", ["/urzad", "/urzad/wnioski"]],
    ["auditor", ["/urzad", "/urzad/dziennik"]],
  ])("keeps %s from no list, and is named there", async (role, paths) => {
    const browser = await staffVisitor(place, role);
    for (const path of paths) {
      const { status, text } = await browser.open(path);
      expect(status, path).toBe(200);
      expect(text, path).toMatch(/<code>[A-Z]+\S* \S+<\/code>/);
    }
  });

  test("is logged by its key, and keeps no sweep from the rest", async () => {
    place.said.length = 0;
    await place.settle();
    expect(place.said).toEqual([]);
    const lines = logged
      .join("")
      .split("\n")
      .filter((line) => line.includes("item/unreadable"));
    expect(odd.filter((key) => !lines.some((line) => JSON.parse(line).item === key))).toEqual([]);
  });
});

describe("what is spoiled where it lies", () => {
  test("a hold that cannot be read keeps no other edition from its place, and is an accident", async () => {
    const holds = (await itemsIn(place, "main")).filter((item) => item.sk === "HOLD");
    expect(holds.length).toBeGreaterThan(1);
    const [first] = holds;
    if (!first) throw new Error("no hold");
    await spoiled(first);
    place.said.length = 0;
    await place.settle();
    expect(place.said.join("\n")).toContain("the sweep of the function workflow failed");
    await put(first);
    place.said.length = 0;
    await place.settle();
    expect(place.said).toEqual([]);
  });
});
