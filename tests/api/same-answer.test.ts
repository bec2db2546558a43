import { AsyncLocalStorage } from "node:async_hooks";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { allEndpoints } from "../../functions/all.ts";
import { type Route, routes } from "../../functions/routes.ts";
import { mailboxOf } from "../../shared/domain/mailbox.ts";
import { limitsOf } from "../../shared/platform/admission.ts";
import { keys } from "../../shared/store/keys.ts";
import { put } from "../../shared/store/write.ts";
import { personOf } from "../../shared/subjects/surveys/person.ts";
import { SurveyId } from "../../shared/subjects/surveys/rules.ts";
import { letterAbout, pathInLetter, propose } from "../kit/proposals.ts";
import type { RowName } from "../kit/walk.ts";
import { contactOf, type Guest, openVisits } from "./admission-visits.ts";
import { signUp } from "./meeting-parts.ts";

let city: Awaited<ReturnType<typeof openVisits>>;
/** Items that the requests which run in it write. */
const writing = new AsyncLocalStorage<{ items: number }>();

const guest = (n: number): Guest => ({ person: n, contact: n, network: n, host: 1, answer: n });
const [KNOWN, UNKNOWN] = [guest(1), guest(2)];

beforeAll(async () => {
  city = await openVisits();
  const { place, meeting, call, projectId } = city;
  const email = contactOf(KNOWN);
  await signUp(place, meeting, 1, { email });
  await propose(place, call, { author: { name: "Ala", email, isNamePublic: false } });
  const support = { body: { name: "Ala", address: "ul. Mariacka 5/7", email } };
  await place.call(`POST /v1/cycles/${call}/proposals/${projectId}/supports`, support);
  await place.call(`POST ${pathInLetter(await letterAbout(place, email, /poparcie/))}`, { form: {} });
  const survey = (await city.surveyOf("address")).id;
  const key = keys.surveyAnswered(survey, await personOf(SurveyId.parse(survey), email, place.deps));
  await place.deps.store.table.write([put({ key, item: {} })]);
  await place.settle();
  place.deps.store.table.client.middlewareStack.add(
    (next, { commandName = "" }) =>
      async (args) => {
        const { TransactItems: all } = args.input as { TransactItems?: unknown[] };
        const written = writing.getStore();
        if (written && !/^(Get|BatchGet|Query|Scan)/.test(commandName)) written.items += all?.length ?? 1;
        return next(args);
      },
    { step: "initialize", name: "count-writes" },
  );
}, 60_000);
afterAll(() => city?.place.close());

const rowOf = (name: string): Route => routes[name as RowName];

/** Rows that anybody may post an address or a number to, as their bodies and their limits say. */
const takingContacts = async (): Promise<string[]> => {
  const bodies = (await allEndpoints()).filter(({ route, spec }) => {
    if (!spec.body || route.who.by !== "anyone") return false;
    const schema = z.toJSONSchema(spec.body, { io: "input", unrepresentable: "any" });
    return /"(e-?mail|phone)"/i.test(JSON.stringify(schema));
  });
  const limited = Object.values<Route>(routes).filter((route) => {
    const by = Object.values(limitsOf(route)?.buckets ?? {}).flatMap((rules) =>
      rules.flatMap((rule) => rule.by),
    );
    return route.who.by === "anyone" && by.includes("contact");
  });
  return [
    ...new Set([...bodies.map(({ route }) => route), ...limited].flatMap(({ name = [] }) => name)),
  ].sort();
};

/** These name a session, which the answer to an address opened: what they say is not of the address. */
const BY_SESSION = ["postCodePage", "postResend", "postStartCode"];

/** An answer without what names this request alone, and without what was typed. */
const told = (text: string, of: Guest): string =>
  text
    .replaceAll(contactOf(of), "ADDRESS")
    .replace(/\b(prj|ses|stm)_[0-9a-z]+/g, "$1_ID")
    .replace(/"(session|confirmBy)":"[^"]+"/, '"$1":""')
    .replace(/(name="key" value=")[^"]+/g, "$1")
    // What is sealed tells by its length alone.
    .replace(/(name="sealed" value=")([^"]+)/g, (_, field, sealed) => field + sealed.length);

const asked = async (name: string, of: Guest) => {
  const visit = Object.values(city.visits[name as RowName] ?? {}).at(-1);
  if (!visit) throw new Error(`nobody tries ${name}`);
  const request = await visit.ask(of);
  const written = { items: 0 };
  const { status, text, headers } = await writing.run(written, () => city.send(rowOf(name).fn, request, of));
  return { status, text: told(text, of), headers: Object.keys(headers).sort(), written: written.items };
};

const rows = (await takingContacts()).filter((name) => !BY_SESSION.includes(name));

describe.each(rows)("%s", (name) => {
  test("answers, and writes, the same for an address that is known and for one that is not", async () => {
    const known = await asked(name, KNOWN);
    const unknown = await asked(name, UNKNOWN);
    expect(known.status).toBeLessThan(400);
    expect(known.written).toBeGreaterThan(0);
    expect(known).toEqual(unknown);
  });
});

test("rows that take an address are all here, and the two are not one mailbox", () => {
  expect(rows.length).toBeGreaterThan(10);
  expect(mailboxOf(contactOf(KNOWN), "likely")).not.toBe(mailboxOf(contactOf(UNKNOWN), "likely"));
});
