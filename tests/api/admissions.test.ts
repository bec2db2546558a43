import { AsyncLocalStorage } from "node:async_hooks";
import type { ConsumedCapacity } from "@aws-sdk/client-dynamodb";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Route, routes } from "../../functions/routes.ts";
import { type Bucket, toleranceMs } from "../../shared/domain/bucket.ts";
import { accept } from "../../shared/domain/result.ts";
import type { VoterCodes } from "../../shared/domain/rule-set.ts";
import { EDITION_BUCKETS } from "../../shared/domain/voting/edition-buckets.ts";
import { type BucketRule, limitsOf } from "../../shared/platform/admission.ts";
import { keys } from "../../shared/store/keys.ts";
import type { Taking } from "../../shared/store/limits.ts";
import { put } from "../../shared/store/write.ts";
import { chanceOf, runs, seed } from "../kit/chance.ts";
import type { Answered, Asked } from "../kit/event.ts";
import type { RowName } from "../kit/walk.ts";
import { type Guest, openVisits, type Visit, VOTER_CODES } from "./admission-visits.ts";

let city: Awaited<ReturnType<typeof openVisits>>;
/** What a request that runs in it costs in write units, and the buckets that it takes from. */
const spending = new AsyncLocalStorage<{ units: number; readonly acts: (readonly Taking[])[] }>();

beforeAll(async () => {
  city = await openVisits();
  const { store } = city.place.deps;
  const { limits, table } = store;
  const take: typeof limits.take = (takings, ...rest) => {
    spending.getStore()?.acts.push(takings);
    return limits.take(takings, ...rest);
  };
  Object.assign(store, { limits: { ...limits, take } });
  const { middlewareStack } = table.client;
  middlewareStack.add(
    (next, { commandName = "" }) =>
      async (args) => {
        const spent = spending.getStore();
        if (!spent || /^(Get|BatchGet|Query|Scan)/.test(commandName)) return next(args);
        Object.assign(args.input, { ReturnConsumedCapacity: "TOTAL" });
        const done = await next(args);
        const { ConsumedCapacity: consumed = [] } = done.output as {
          ConsumedCapacity?: ConsumedCapacity | ConsumedCapacity[];
        };
        spent.units += [consumed].flat().reduce((sum, { CapacityUnits = 0 }) => sum + CapacityUnits, 0);
        return done;
      },
    { step: "initialize", name: "count-units" },
  );
}, 60_000);
afterAll(() => city?.place.close());

interface Case {
  readonly row: RowName;
  readonly act: string;
  readonly rule: BucketRule;
}

/** Each bucket of each act of each row. */
const all: readonly Case[] = (Object.entries(routes) as [RowName, Route][]).flatMap(([row, route]) =>
  Object.entries(limitsOf(route)?.buckets ?? {}).flatMap(([act, rules]) =>
    rules.map((rule) => ({ row, act, rule })),
  ),
);

/** The long form fills every bucket of every row; the short one each kind of bucket in a row that the seed draws. */
const chance = chanceOf(seed);
const cases =
  runs(1) > 1
    ? all
    : [
        ...Map.groupBy(
          all,
          ({ act, rule }) => `${rule.name === "letters" ? "" : act} ${rule.name} ${rule.by}`,
        ).values(),
      ].map((alike) => chance.one(alike));

const bucketOf = ({ size }: BucketRule): Bucket =>
  typeof size === "string" ? EDITION_BUCKETS[size](VOTER_CODES as VoterCodes) : size;

let guests = 0;
const newGuest = (): Guest => {
  const n = guests++;
  return { person: n, contact: n, network: n, host: 1 + (n % 200), answer: n };
};

/** Somebody else who has in common with the first only what the bucket is of. */
const alike = (first: Guest, { by }: BucketRule): Guest => {
  const other = newGuest();
  const isOf = (...subjects: readonly string[]) => by.some((subject) => subjects.includes(subject));
  return {
    person: isOf("person", "person's contact") ? first.person : other.person,
    contact: isOf("contact", "person's contact") ? first.contact : other.contact,
    network: isOf("network", "address") ? first.network : other.network,
    host: isOf("address") ? first.host : other.host,
    answer: isOf("answer") ? first.answer : other.answer,
  };
};

const lettersSent = async (): Promise<number> => {
  await city.place.settle();
  return city.place.letters().length;
};

/** Leaves one token in a bucket: as many requests would, in less time. */
const drain = async ({ of, subject, bucket }: Taking): Promise<void> => {
  const arrivalMs = city.place.clock.now() + toleranceMs(bucket);
  accept(
    await city.place.deps.store.table.write([put({ key: keys.bucket(of, subject), item: { arrivalMs } })]),
  );
};

const isRefusal = ({ status }: Answered): boolean => status >= 400;

/** After a wait as short as this one a form is sent once more. */
const SHORT_WAIT_SECONDS = 600;

/** Nothing that was typed is lost: the page has it all in a form. */
const expectKept = ({ text }: Answered, { body }: Asked): void => {
  const fields = [...(body as URLSearchParams)];
  expect(fields.length).toBeGreaterThan(0);
  // In hidden fields, or in those where it was typed.
  for (const [name, value] of fields) {
    expect(text).toContain(`name="${name}"`);
    const typed = value.replaceAll("&", "&amp;");
    expect(text.includes(`value="${typed}"`) || text.includes(`\n${typed}</textarea>`)).toBe(true);
  }
};

/** What an empty bucket answers, as its row says. */
const expectEmpty = ({ rule }: Case, route: Route, answer: Answered, asked: Asked): void => {
  const code = route.page ? undefined : (answer.json() as { code?: string }).code;
  switch (rule.empty) {
    case "wait":
    case "wait while the vote lasts":
      expect([answer.status, Number(answer.headers["retry-after"]) > 0]).toEqual([429, true]);
      if (!route.page) expect(code).toBe("request/too-many");
      else if (Number(answer.headers["retry-after"]) <= SHORT_WAIT_SECONDS) expectKept(answer, asked);
      break;
    case "other ways":
      expect([answer.status, answer.headers["retry-after"]]).toEqual([422, undefined]);
      if (!route.page) expect(code).toBe("voting/no-more-codes");
      break;
    case "no letter":
      expect(isRefusal(answer)).toBe(false);
      break;
    case "gone":
      expect([answer.status, answer.headers["retry-after"]]).toEqual([400, undefined]);
  }
};

describe.each(cases.map((one) => [`${one.row}: ${one.act} of a ${one.rule.by.join(" and ")}`, one] as const))(
  "%s",
  (_name, one) => {
    test("passes as often as the row says, costs no more, and then is answered as it says", async () => {
      const route: Route = routes[one.row];
      const { cost, buckets } = limitsOf(route) as NonNullable<ReturnType<typeof limitsOf>>;
      const visit = city.visits[one.row]?.[one.act] as Visit;
      const {
        prepare,
        preparationTakes = 0,
        ask,
        askWrongly = ask,
        isLetIn = (answer) => !isRefusal(answer),
      } = visit;
      let taking: Taking | undefined;
      let lastAsked: Asked | undefined;
      /** What is asked has its answer, and costs no more than its row says. */
      const go = async (guest: Guest): Promise<Answered> => {
        const asked = await (one.rule.counts === "wrong proofs" ? askWrongly : ask)(guest);
        lastAsked = asked;
        const spent = { units: 0, acts: [] as (readonly Taking[])[] };
        const answer = await spending.run(spent, () => city.send(route.fn, asked, guest));
        expect(spent.units).toBeLessThanOrEqual(cost.units);
        const rules: readonly BucketRule[] = buckets[one.act] ?? [];
        // A request may try several acts: no two of a row take from as many buckets.
        const takings = spent.acts.findLast(({ length }) => length === rules.length);
        taking ??= takings?.[rules.indexOf(one.rule)];
        return answer;
      };
      const first = newGuest();
      const last = alike(first, one.rule);
      const isShort = bucketOf(one.rule).burst < 2 + 3 * preparationTakes;
      const between = isShort ? [] : [alike(first, one.rule)];
      const comers = [first, ...between, last];
      for (const guest of comers) await prepare?.(guest);
      const before = await lettersSent();

      const passed: Answered[] = [];
      const pass = async (guest: Guest): Promise<void> => {
        const answer = await go(guest);
        expect([isLetIn(answer), answer.text]).toEqual([true, answer.text]);
        passed.push(answer);
      };
      await pass(first);
      if (!taking) throw new Error(`nothing was taken for ${one.row}`);
      if (!isShort) await drain(taking);
      for (const guest of between) await pass(guest);
      const full = await go(last);
      const sent = (await lettersSent()) - before;
      expect(sent).toBeLessThanOrEqual(passed.length * cost.letters);

      expectEmpty(one, route, full, lastAsked ?? { ask: "" });
      const stranger = newGuest();
      await prepare?.(stranger);
      expect(isLetIn(await go(stranger))).toBe(true);
    });
  },
);

test("every act of a row has somebody who tries it, and nobody tries what no row says", () => {
  const said = all.map(({ row, act }) => `${row} ${act}`);
  const tried = Object.entries(city.visits).flatMap(([row, acts]) =>
    Object.keys(acts).map((act) => `${row} ${act}`),
  );
  expect([...new Set(said)].sort()).toEqual(tried.sort());
});
