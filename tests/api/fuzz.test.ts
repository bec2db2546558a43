/** Longer than most: what an answer to bad input must be stands in one place. */
import { createHash } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { chanceOf, drawn, runs, seed } from "../kit/chance.ts";
import { itemsIn } from "../kit/items.ts";
import { newKey } from "../kit/place.ts";
import { type Spoiled, sentOf, spoiled } from "./bad-input.ts";
import { type FuzzCity, openAskings, openFuzzCity } from "./fuzz-city.ts";
import { MARK } from "./nasty.ts";
import { NOT_THERE } from "./not-there.ts";
import { openWire, type Received, type Wire } from "./wire.ts";

/** What takes longer hangs, even on a machine that is busy with other tests. */
const SLOW_MS = 10_000;
const LONG = 3_600_000;

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

const STACK =
  /(?:\\n|\n)\s+at .+:\d+:\d+|node_modules|\.ts:\d+|ZodError|ValidationException|SyntaxError|RangeError|TypeError/;

/** What is wrong with an answer to something wrong. */
const faultsOf = ({ sent }: Spoiled, got: Received): string[] => {
  const faults: string[] = [];
  const { status, type, text, ms, headers } = got;
  if (status >= 500) faults.push(`a ${status}`);
  if (ms > SLOW_MS) faults.push(`${Math.round(ms)} ms`);
  if (STACK.test(text) && !text.startsWith('{"openapi"')) faults.push("tells of the code");
  if (status >= 400 && text.includes(MARK)) faults.push("echoes markup");
  if (type?.startsWith("text/html") && text.includes(MARK)) faults.push("shows markup");
  if (
    type?.startsWith("text/html") &&
    !String(headers["content-security-policy"]).includes("default-src 'none'")
  )
    faults.push("a page without a policy");
  const [path = ""] = sent.target.split("?");
  // The firewall takes no other type, and is no part of the document.
  if (type === "application/json" && status >= 400 && JSON.parse(text).code === `edge/${status}`)
    return faults;
  if (status >= 400 && sent.method !== "HEAD" && path.startsWith("/v1")) {
    if (!type?.startsWith("application/problem+json")) return [...faults, `a ${status} of type ${type}`];
    const problem = JSON.parse(text);
    for (const name of ["type", "title", "detail"])
      if (typeof problem[name] !== "string" || problem[name] === "") faults.push(`a problem without ${name}`);
    if (problem.status !== status) faults.push(`a problem of status ${problem.status}`);
    if (problem.code === "request/not-valid" && !(problem.errors?.length > 0)) faults.push("no pointers");
    if (
      problem.errors?.some(
        ({ pointer }: { pointer: unknown }) => typeof pointer !== "string" || !/^(?:\/|$)/.test(pointer),
      )
    )
      faults.push("a pointer that is none");
  }
  if (askings.conformity && sent.method !== "HEAD")
    faults.push(
      ...askings.conformity.faults({ ...got, method: sent.method, path: decodeURIComponent(safe(path)) }),
    );
  return faults;
};

const safe = (path: string): string => {
  try {
    decodeURIComponent(path);
    return path;
  } catch {
    return "/";
  }
};

const inParallel = async <T>(
  items: readonly T[],
  lanes: number,
  work: (one: T) => Promise<void>,
): Promise<void> => {
  const left = [...items].reverse();
  await Promise.all(
    Array.from({ length: lanes }, async () => {
      for (let one = left.pop(); one !== undefined; one = left.pop()) await work(one);
    }),
  );
};

interface Found {
  readonly of: string;
  readonly how: string;
  readonly faults: readonly string[];
  readonly sent: string;
  readonly got: string;
}

/** Sends so many spoiled requests of each asking and tells what came of them. */
const spoil = async (
  which: readonly {
    name: string;
    of: (chance: ReturnType<typeof chanceOf>) => Parameters<typeof spoiled>[0];
  }[],
  each: number,
) => {
  const found: Found[] = [];
  const statuses = new Map<number, number>();
  let sentInAll = 0;
  await inParallel(
    which.flatMap((one, index) =>
      Array.from({ length: each }, (_, n) => ({ one, chance: chanceOf(seed + index * 1_000_003 + n) })),
    ),
    6,
    async ({ one, chance }) => {
      const bad = spoiled(one.of(chance), chance);
      sentInAll += 1;
      try {
        const got = await wire.send(bad.sent);
        statuses.set(got.status, (statuses.get(got.status) ?? 0) + 1);
        const faults = faultsOf(bad, got);
        if (faults.length > 0)
          found.push({
            of: one.name,
            how: bad.how,
            faults,
            sent: `${bad.sent.method} ${bad.sent.target.slice(0, 200)} ${JSON.stringify(bad.sent.headers).slice(0, 300)} ${String(bad.sent.body ?? "").slice(0, 300)}`,
            got: `${got.status} ${got.text.slice(0, 300)}`,
          });
      } catch (error) {
        // What this client itself will not send (a control in a header) is no answer of the city.
        if (
          !/ERR_INVALID_CHAR|ERR_UNESCAPED|ERR_HTTP_INVALID/.test(String((error as { code?: string }).code))
        )
          found.push({
            of: one.name,
            how: bad.how,
            faults: [String(error)],
            sent: `${bad.sent.method} ${bad.sent.target.slice(0, 200)} ${JSON.stringify(bad.sent.headers).slice(0, 300)}`,
            got: "",
          });
      }
    },
  );
  if (process.env.RYNEK_RUNS)
    console.log(
      `${sentInAll} bad inputs (seed ${seed}): ${JSON.stringify(Object.fromEntries([...statuses].sort()))}`,
    );
  return { found, statuses, sentInAll };
};

/** The first of each kind of fault is enough to know it by. */
const summary = (found: readonly Found[]): string[] =>
  [...new Map(found.map((one) => [`${one.of} ${one.faults.join()}`, one])).values()].map(
    ({ of, how, faults, sent, got }) => `${of}: ${faults.join("; ")} after ${how}\n  ${sent}\n  ${got}`,
  );

describe("whatever is sent to a door of the city", () => {
  test("what is sent comes past the doors that ask who and where: what is spoiled is what is refused", async () => {
    const statuses = new Map<string, number>();
    for (const one of [...askings.operations, ...askings.pages])
      statuses.set(one.name, (await wire.send(sentOf(one.of(chanceOf(seed))))).status);
    const told = (which: readonly number[], isExcused: boolean): string[] =>
      [...statuses].flatMap(([name, status]) =>
        which.includes(status) && name in NOT_THERE === isExcused ? [`${name} ${status}`] : [],
      );
    expect(told([401, 403, 404], false)).toEqual([]);
    // A reason for what is done says nothing any more. What is drawn may be refused before anybody looks whether it is there.
    expect(told([200, 201, 202, 204, 303], true)).toEqual([]);
    expect(Object.keys(NOT_THERE).filter((name) => !statuses.has(name))).toEqual([]);
  });

  test(
    "the API answers with a problem in the caller's language, and never with an accident",
    async () => {
      const each = Math.max(1, Math.ceil(runs(300) / (askings.operations.length + askings.pages.length)));
      const { found, sentInAll } = await spoil(askings.operations, each);
      expect(summary(found)).toEqual([]);
      expect(sentInAll).toBeGreaterThanOrEqual(askings.described);
    },
    LONG,
  );

  test(
    "the pages answer with a page, and never with an accident",
    async () => {
      const each = Math.max(1, Math.ceil(runs(300) / (askings.operations.length + askings.pages.length)));
      const { found } = await spoil(askings.pages, each);
      expect(summary(found)).toEqual([]);
    },
    LONG,
  );

  test("what once broke a door is refused", async () => {
    const headers = {
      "content-type": "application/json",
      authorization: `Bearer ${city.tokens.coordinator}`,
      "idempotency-key": newKey(),
    };
    const later = { startsAt: city.later(10), endsAt: city.later(20) };
    const cycle = {
      name: "Edycja",
      ruleSet: "katowice-xii",
      calendar: [{ name: "voting", ...later }],
      pools: [{ id: "M", amountGrosze: 1 }],
    };
    const sent: [string, string?][] = [
      ["POST /v1/staff/cycles", `{"name":${"[".repeat(3000)}${"]".repeat(3000)}}`],
      ["POST /v1/staff/cycles", `{"name":1e999}`],
      ["POST /v1/staff/cycles", `{"name":${"1".repeat(400)}}`],
      ["POST /v1/staff/cycles", `{"${MARK}":1}`],
      [
        "POST /v1/staff/cycles",
        JSON.stringify({ ...cycle, calendar: [{ name: "voting", ...later, endsAt: "jutro" }] }),
      ],
      [
        "POST /v1/staff/cycles",
        JSON.stringify({ ...cycle, voterCodes: { codeSeconds: Number.MAX_SAFE_INTEGER } }),
      ],
      [
        "POST /v1/staff/cycles",
        JSON.stringify({ ...cycle, voterCodes: { sessionSeconds: Number.MAX_SAFE_INTEGER } }),
      ],
      ["GET /v1/cycles?cursor=A"],
      ["GET /v1/cycles?cursor=_w"],
    ];
    for (const [route, body] of sent) {
      const [method = "", target = ""] = route.split(" ");
      const got = await wire.send({ method, target, headers, ...(body && { body }) });
      expect([route, got.status >= 400 && got.status < 500, got.text.includes(MARK)]).toEqual([
        route,
        true,
        false,
      ]);
    }
  });

  test("what the gateway says by itself is a problem as the document has it, too", async () => {
    for (const authorization of ["", "Bearer", "Bearer a.b.c"]) {
      const sent = { method: "GET", target: "/v1/staff/work", headers: { authorization } };
      const got = await wire.send(sent);
      expect([got.status, faultsOf({ how: "no token", sent }, got)]).toEqual([401, []]);
    }
  });

  test("a refusal is in Polish, and in English for whoever asks for it", async () => {
    let compared = 0;
    const asked = drawn("a language", askings.operations, Math.ceil(askings.operations.length / 2));
    for (const one of asked) {
      const base = one.of(chanceOf(seed));
      const ask = (language: string) =>
        wire.send({
          ...sentOf({
            ...base,
            params: Object.fromEntries(Object.keys(base.params).map((name) => [name, "x"])),
          }),
          ...(base.body !== undefined && { body: "{" }),
          headers: { ...base.headers, "content-type": "application/json", "accept-language": language },
        });
      const [polish, english] = [await ask("de, pl;q=0.8"), await ask("en-GB, pl;q=0.5")];
      if (polish.status < 400) continue;
      compared += 1;
      const [inPolish, inEnglish] = [JSON.parse(polish.text), JSON.parse(english.text)];
      expect([one.name, polish.headers["content-language"], english.headers["content-language"]]).toEqual([
        one.name,
        "pl",
        "en",
      ]);
      expect([one.name, inPolish.code, inPolish.title === inEnglish.title]).toEqual([
        one.name,
        inEnglish.code,
        false,
      ]);
    }
    expect(compared).toBeGreaterThan(asked.length * 0.6);
  });

  test(
    "nothing is written for what is refused",
    async () => {
      const { place } = city;
      await place.settle();
      const before = await digest();
      // With nothing to ask for identity and no body, nothing about a request can be wrong.
      const writing = askings.operations.filter(({ of }) => {
        const { method, headers, body } = of(chanceOf(seed));
        return method !== "GET" && (headers.authorization !== undefined || body !== undefined);
      });
      const taken: string[] = [];
      await inParallel(
        Array.from({ length: Math.min(2000, runs(80)) }, (_, n) => n),
        4,
        async (n) => {
          const chance = chanceOf(seed + 77 + n);
          const one = chance.one(writing);
          // Without identity or with a body that nobody could take: every one of them is to be refused.
          const base = one.of(chance);
          const { authorization: who, ...headers } = base.headers;
          const isUnknown = base.body === undefined || (who !== undefined && chance.happens(0.3));
          const sent = isUnknown
            ? sentOf({ ...base, headers })
            : {
                ...sentOf(base),
                body: chance.one(['{"a":1}', "[1,2", "null", '{"__proto__":{}}', "\u0000"]),
              };
          const got = await wire.send({
            ...sent,
            headers: { ...sent.headers, "content-type": "application/json" },
          });
          if (got.status < 400) taken.push(`${sent.method} ${sent.target} ${got.status}`);
        },
      );
      await place.settle();
      expect(taken).toEqual([]);
      expect(await digest()).toEqual(before);
    },
    LONG,
  );

  test(
    "what is right is taken: at least 99 of 100",
    async () => {
      const creating = [
        "postCycle",
        "postConsultation",
        "postMeeting",
        "postSignup",
        "postVoterSession",
        "postProposal",
      ];
      const refused: string[] = [];
      const tried = Math.min(2000, runs(60));
      await inParallel(
        Array.from({ length: tried }, (_, n) => n),
        4,
        async (n) => {
          const chance = chanceOf(seed + 555 + n);
          const one = askings.operations.find(({ name }) => name === creating[n % creating.length]);
          if (!one) throw new Error(`${creating[n % creating.length]} is not in the document`);
          const got = await wire.send(sentOf(one.of(chance)));
          if (got.status >= 300) refused.push(`${one.name}: ${got.status} ${got.text}`);
        },
      );
      expect(refused.slice(0, 5)).toEqual([]);
      expect(refused.length).toBeLessThanOrEqual(tried / 100);
    },
    LONG,
  );
});

/** Counters of tries, which a refused try is there to move, and what the machine does by itself. */
const COUNTERS = /^(?:ATTEMPTS|CODES|VOTER-SESSION|MAILS)#|^READINGS$/;

/** A digest of all that is stored in both tables. */
const digest = async (): Promise<Record<string, string>> => {
  const digests: Record<string, string> = {};
  for (const table of ["main", "ballots"] as const)
    for (const item of await itemsIn(city.place, table))
      if (!COUNTERS.test(String(item.pk)))
        digests[`${item.pk}|${item.sk}`] = createHash("sha256")
          .update(JSON.stringify(item, Object.keys(item).sort()))
          .digest("hex");
  return digests;
};
