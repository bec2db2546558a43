/** Each rate of AWS's is passed once through its door here, and stands in the template. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, expect, test } from "vitest";
import { z } from "zod";
import { routes } from "../../functions/routes.ts";
import { firewall } from "../../infra/local/gateway/firewall.ts";
import { LOCAL_RATES, type StageRates } from "../../infra/local/gateway/rates.ts";
import { throttles } from "../../infra/local/gateway/throttles.ts";
import { type Gateway, openGateway } from "../../infra/local/gateway.ts";
import { LANGUAGES } from "../../shared/domain/languages.ts";
import { type AwsRate, RATES } from "../../shared/platform/aws-limits.ts";
import { type GatewayRow, gatewayRows } from "../../shared/platform/gateway.ts";
import { build, completion, settingsOf } from "../infra/cloud.ts";

type Rate = keyof typeof RATES;

/** So many are let through. */
const MOST = 3;
/** None comes anew while the test lasts. */
const SELDOM = 1e-9;

let gateway: Gateway;
afterEach(() => gateway?.close());

interface Door {
  readonly rates?: { readonly [K in keyof StageRates]?: Partial<StageRates[K]> };
  readonly limit?: GatewayRow["limit"];
  readonly invoke?: () => Promise<unknown>;
}

/** A gateway that lets through as much as the stage `local` does, but for what is named. */
const open = async ({
  rates,
  limit,
  invoke = async () => ({ statusCode: 200, body: "" }),
}: Door): Promise<void> => {
  gateway = await openGateway({
    spoken: LANGUAGES,
    rows: [
      { key: "ANY /x", fn: "voting", guard: "none", ...(limit && { limit }) },
      { key: "ANY /y", fn: "site", guard: "none" },
      { key: "ANY /v1/x", fn: "voting", guard: "none", ...(limit && { limit }) },
    ],
    invoke,
    authorizer: async () => null,
    clock: { now: () => 0 },
    frontSecret: "front",
    port: 0,
    host: "127.0.0.1",
    rates: {
      throttle: { ...LOCAL_RATES.throttle, ...rates?.throttle },
      reserved: { ...LOCAL_RATES.reserved, ...rates?.reserved },
    },
  });
};

const ask = (path: string, init: RequestInit & { from?: string } = {}): Promise<Response> =>
  fetch(gateway.url + path, {
    ...init,
    headers: { "x-forwarded-for": init.from ?? "203.0.113.7", ...init.headers },
  });

const post = (path: string, init = {}) => ask(path, { method: "POST", body: "a=b", ...init });

/** What comes of one more than is let through, and what of somebody else beside. */
const passing = async (send: () => Promise<Response>, beside: () => Promise<Response>) => {
  for (let n = 0; n < MOST; n++) expect((await send()).status).toBe(200);
  const beyond = await send();
  expect((await beside()).status).toBe(200);
  return beyond;
};

const TRIES: Readonly<Record<Rate, () => Promise<Response>>> = {
  perAddress: async () => {
    await open({ rates: { throttle: { perAddress: MOST } } });
    return await passing(
      () => ask("/uk/x"),
      () => ask("/x", { from: "203.0.113.8" }),
    );
  },
  perPath: async () => {
    await open({ rates: { throttle: { perPath: MOST } } });
    return await passing(
      () => post("/uk/x"),
      async () => {
        await ask("/uk/x");
        return await post("/uk/y");
      },
    );
  },
  row: async () => {
    await open({ rates: { throttle: { rate: SELDOM, burst: MOST } } });
    let from = 0;
    return await passing(
      () => ask("/uk/x", { from: `198.51.100.${++from}` }),
      () => ask("/y"),
    );
  },
  limitedRow: async () => {
    await open({ limit: { rate: SELDOM, burst: MOST } });
    let from = 0;
    return await passing(
      () => ask("/uk/x", { from: `198.51.100.${++from}` }),
      () => ask("/y"),
    );
  },
  atOnce: async () => {
    const done = Promise.withResolvers<void>();
    const all = Promise.withResolvers<void>();
    let running = 0;
    await open({
      rates: { reserved: { voting: MOST } },
      invoke: async () => {
        running += 1;
        if (running === MOST) all.resolve();
        if (running <= MOST) await done.promise;
        return { statusCode: 200, body: "" };
      },
    });
    const waiting = Array.from({ length: MOST }, () => ask("/x"));
    await all.promise;
    const beyond = await ask("/uk/x");
    expect((await ask("/y")).status).toBe(200);
    done.resolve();
    expect((await Promise.all(waiting)).map(({ status }) => status)).toEqual([200, 200, 200]);
    expect((await ask("/x")).status).toBe(200);
    return beyond;
  },
};

const rows = Object.entries<AwsRate>(RATES) as [Rate, AwsRate][];

test.each(rows)(
  "%s: who comes too often is told in words when to come again, and nobody else is",
  async (name, { answers }) => {
    const beyond = await TRIES[name]();
    expect(beyond.status).toBe(answers);
    expect(beyond.headers.get("content-type")).toMatch(/^text\/html/);
    expect(beyond.headers.get("content-language")).toBe("uk");
    expect(Number(beyond.headers.get("retry-after"))).toBeGreaterThan(0);
    expect(await beyond.text()).toMatch(/<h1>[А-ЯЇІЄҐ]/u);
  },
);

test.each(["perAddress", "row"] as const)(
  "%s: programs are told as a problem, in the language that they ask for",
  async (name) => {
    const { throttle } =
      name === "row" ? { throttle: { rate: SELDOM, burst: 1 } } : { throttle: { perAddress: 1 } };
    await open({ rates: { throttle } });
    await ask("/v1/x");
    const beyond = await ask("/v1/x", { headers: { "accept-language": "en" } });
    expect(beyond.headers.get("content-type")).toMatch(/json$/);
    expect(await beyond.json()).toMatchObject({ status: 429, title: expect.stringMatching(/^(?:Wait|Too)/) });
  },
);

test("a path is counted as the gateway reads it, however it is written", async () => {
  await open({ rates: { throttle: { perPath: MOST } } });
  for (const path of ["/uk/x", "/uk/%78", "/%75k/x", "/u%6b/%78"]) await post(path);
  expect((await post("/uk/x")).status).toBe(RATES.perPath.answers);
});

test("a bucket fills again at its rate, and no higher than its brim", () => {
  let now = 0;
  const row = { key: "ANY /x", fn: "site", guard: "none", limit: { rate: 2, burst: 2 } } as const;
  const { refusal } = throttles([row], LOCAL_RATES, () => now);
  const passes = () => refusal(row) === undefined;
  expect([passes(), passes(), passes()]).toEqual([true, true, false]);
  now = 500;
  expect([passes(), passes()]).toEqual([true, false]);
  now = 1_000_000;
  expect([passes(), passes(), passes()]).toEqual([true, true, false]);
});

test("an address that waits is let through again, by and by", () => {
  let now = 0;
  const { windowMs } = RATES.perAddress;
  const rates = { throttle: { ...LOCAL_RATES.throttle, perAddress: MOST } };
  const stops = firewall(rates, LANGUAGES, () => now);
  const passes = () =>
    stops({ method: "GET", uri: "/", query: "", headers: {}, address: "203.0.113.7" }) === undefined;
  expect(Array.from({ length: MOST + 1 }, passes)).toEqual([true, true, true, false]);
  // A fourth of what came before still counts.
  now = windowMs * 1.75;
  expect([passes(), passes(), passes()]).toEqual([true, true, false]);
  now = windowMs * 10;
  expect(Array.from({ length: MOST + 1 }, passes)).toEqual([true, true, true, false]);
});

const ROOT = join(import.meta.dirname, "../..");

test.each(rows)("%s is counted where its row says, by that row", (name, { here, source }) => {
  expect(source).not.toBe("");
  expect(existsSync(join(ROOT, here))).toBe(true);
  expect(readFileSync(join(ROOT, here), "utf8")).toContain(`RATES.${name}.`);
});

const Limit = z.object({ ThrottlingRateLimit: z.number(), ThrottlingBurstLimit: z.number() });
const Rates = z.object({
  Limit: z.number(),
  EvaluationWindowSec: z.number(),
  AggregateKeyType: z.enum(["IP", "CUSTOM_KEYS"]),
});

test.each(rows)(
  "%s stands in the template where its row says, as the stage sets it",
  (name, { there, windowMs }) => {
    const settings = settingsOf("prod", completion);
    const [type = "", property = ""] = there.split(" ");
    const found = build(settings)
      .all(type)
      .map(([, { Properties }]) => Properties[property]);
    const { throttle, reserved } = settings;
    const rules = () =>
      z
        .array(z.looseObject({ Statement: z.looseObject({ RateBasedStatement: Rates.optional() }) }))
        .parse(found[0])
        .flatMap(({ Statement }) => Statement.RateBasedStatement ?? []);
    const stands: Readonly<Record<Rate, () => void>> = {
      perAddress: () =>
        expect(rules()).toContainEqual({
          AggregateKeyType: "IP",
          Limit: throttle.perAddress,
          EvaluationWindowSec: (windowMs ?? 0) / 1000,
        }),
      perPath: () =>
        expect(rules()).toContainEqual({
          AggregateKeyType: "CUSTOM_KEYS",
          Limit: throttle.perPath,
          EvaluationWindowSec: (windowMs ?? 0) / 1000,
        }),
      row: () =>
        expect(found).toEqual([{ ThrottlingRateLimit: throttle.rate, ThrottlingBurstLimit: throttle.burst }]),
      limitedRow: () => {
        const limited = gatewayRows(routes).flatMap(({ key, limit }) =>
          limit ? [[key, limit] as const] : [],
        );
        expect(limited.length).toBeGreaterThan(5);
        expect(
          Object.entries(z.record(z.string(), Limit).parse(found[0])).map(([key, one]) => [
            key,
            { rate: one.ThrottlingRateLimit, burst: one.ThrottlingBurstLimit },
          ]),
        ).toEqual(limited);
      },
      atOnce: () => expect(found).toEqual(expect.arrayContaining(Object.values(reserved ?? { none: 0 }))),
    };
    stands[name]();
  },
);
