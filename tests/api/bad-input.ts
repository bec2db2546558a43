/** Longer than most: one way to spoil a request stands beside the next, so that it can be seen which are there. */
import { gzipSync } from "node:zlib";
import type { Chance } from "../kit/chance.ts";
import { MARK, NASTY_TEXTS, nasty, nastyText } from "./nasty.ts";
import type { Sent } from "./wire.ts";

/** A request that its endpoint would take: to be spoiled. */
export interface Base {
  readonly method: string;
  /** Path with `{names}`. */
  readonly path: string;
  readonly params: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: unknown;
  readonly takes?: "json" | "form" | "csv";
}

export interface Spoiled {
  /** What was done, for the message of a failure. */
  readonly how: string;
  readonly sent: Sent;
}

const nested = (depth: number, open: string, close: string): string =>
  open.repeat(depth) + close.repeat(depth);

const encoded = (text: string): string => encodeURIComponent(text.toWellFormed());

/** The request as it goes over the wire. */
export const sentOf = (base: Base): Sent => {
  const path = base.path.replace(/\{(\w+)\+?\}/g, (_, name: string) => encoded(base.params[name] ?? name));
  const query = new URLSearchParams(base.query).toString();
  const body =
    base.body === undefined
      ? undefined
      : base.takes === "form"
        ? formOf(base.body as Record<string, unknown>)
        : base.takes === "csv"
          ? written(base.body)
          : JSON.stringify(base.body);
  const type = { json: "application/json", form: "application/x-www-form-urlencoded", csv: "text/csv" }[
    base.takes ?? "json"
  ];
  return {
    method: base.method,
    target: query ? `${path}?${query}` : path,
    headers: { ...(body !== undefined && { "content-type": type }), ...base.headers },
    ...(body !== undefined && { body }),
  };
};

const written = (value: unknown): string => (typeof value === "string" ? value : JSON.stringify(value));

/** Characters of one field, at most: a long name stands before each value of a list, and two thousand of them fill all memory. */
const LONGEST_FIELD = 1_000_000;

const formOf = (fields: Record<string, unknown>): string =>
  new URLSearchParams(
    Object.entries(fields).flatMap(([name, value]) =>
      [value]
        .flat()
        .slice(0, Math.ceil(LONGEST_FIELD / (name.length + 1)))
        .map((one): [string, string] => [name.toWellFormed(), written(one).toWellFormed()]),
    ),
  ).toString();

/** A copy with one value somewhere inside replaced, removed, or joined by one that nobody asked for. */
const meddled = (value: unknown, chance: Chance): unknown => {
  if (Array.isArray(value) && value.length > 0 && chance.happens(0.8)) {
    const at = chance.below(value.length);
    if (chance.happens(0.15))
      return [
        ...value,
        ...Array.from({ length: chance.one([1, 50, 400]) }, () => structuredClone(value[at])),
      ];
    return value.map((one, index) => (index === at ? meddled(one, chance) : one));
  }
  if (typeof value === "object" && value !== null && !Array.isArray(value) && chance.happens(0.9)) {
    const entries = Object.entries(value);
    const at = chance.below(entries.length);
    switch (chance.below(5)) {
      case 0:
        return Object.fromEntries(entries.filter((_, index) => index !== at));
      case 1:
        return Object.fromEntries([...entries, [nastyText(chance), nasty(chance)]]);
      default:
        return Object.fromEntries(
          entries.map(([name, one], index) => [name, index === at ? meddled(one, chance) : one]),
        );
    }
  }
  return nasty(chance);
};

const BOMB = gzipSync(Buffer.alloc(20_000_000, "a"));

type Way = (base: Base, chance: Chance) => Spoiled;

const raw = (how: string, base: Base, body: string | Uint8Array, headers: Sent["headers"] = {}): Spoiled => {
  const sent = sentOf({ ...base, body: base.body ?? {} });
  return { how, sent: { ...sent, headers: { ...sent.headers, ...headers }, body } };
};

const CHANGES: Readonly<Record<string, Way>> = {
  value: (base, chance) => {
    const body = meddled(base.body ?? {}, chance);
    return {
      how: "value",
      sent: sentOf({
        ...base,
        body:
          base.takes === "form" && (typeof body !== "object" || body === null)
            ? { [written(body)]: "1" }
            : body,
      }),
    };
  },
  top: (base, chance) => raw("top", base, JSON.stringify(nasty(chance)) ?? ""),
  deep: (base, chance) => {
    const depth = chance.one([19, 21, 50, 500, 1500, 3000, 6000, 12_000, 60_000]);
    const inside = chance.happens(0.5)
      ? nested(depth, "[", "]")
      : nested(depth, '{"a":', "}").replace(":}", ":1}");
    const name = chance.one(Object.keys((base.body ?? { a: 1 }) as object));
    return raw(`deep ${depth}`, base, `{${JSON.stringify(name)}:${inside}}`);
  },
  text: (base, chance) => {
    const text = JSON.stringify(base.body ?? {});
    const [first = "a"] = Object.keys((base.body ?? {}) as object);
    const way = chance.one<readonly [string, string | Uint8Array]>([
      ["cut", text.slice(0, chance.below(text.length))],
      ["empty", ""],
      ["byte order mark", `\ufeff${text}`],
      ["twice", `{${JSON.stringify(first)}:1,${text.slice(1)}`],
      ["twice in escapes", `{"\\u00${first.charCodeAt(0).toString(16)}${first.slice(1)}":1,${text.slice(1)}`],
      ["prototype", `{"__proto__":{"isAdmin":true},${text.slice(1)}`],
      ["prototype in escapes", `{"\\u005f_proto__":1,${text.slice(1)}`],
      ["constructor", `{"constructor":{"prototype":{"a":1}},${text.slice(1)}`],
      ["infinity", text.replace(/\d+/, "1e999")],
      ["not a number", text.replace(/\d+/, "NaN")],
      ["comment", `/* */${text}`],
      ["two documents", `${text}${text}`],
      ["utf-16", Buffer.from(text, "utf16le")],
      [
        "broken utf-8",
        Buffer.concat([Buffer.from(text.slice(0, -1)), Buffer.from([0xc3, 0x28, 0xff, 0xfe])]),
      ],
      ["lone surrogate", text.replace(/":"/, '":"\\ud800')],
      ["many digits", text.replace(/\d+/, "1".repeat(5000))],
      ["long", `{"a":"${"x".repeat(chance.one([1000, 250_000, 300_000]))}"}`],
      ["many members", `{${Array.from({ length: 20_000 }, (_, n) => `"k${n}":0`).join()}}`],
    ]);
    return raw(way[0], base, way[1]);
  },
  type: (base, chance) =>
    raw("type", base, sentOf({ ...base, body: base.body ?? {} }).body ?? "", {
      "content-type": chance.one([
        "",
        "text/plain",
        "application/xml",
        "application/json; charset=utf-16",
        "multipart/form-data; boundary=x",
        "application/x-www-form-urlencoded",
        "text/csv",
        "application/jsonp",
        "a".repeat(5000),
        "application/json, text/html",
        `text/html${MARK}`,
      ]),
    }),
  encoding: (base, chance) =>
    raw("encoding", base, chance.one([BOMB, gzipSync(JSON.stringify(base.body ?? {}))]), {
      "content-encoding": chance.one(["gzip", "deflate", "br", "x"]),
    }),
  param: (base, chance) => {
    const names = Object.keys(base.params);
    if (names.length === 0) return CHANGES.header?.(base, chance) as Spoiled;
    const name = chance.one(names);
    const written = chance.one([
      ...NASTY_TEXTS.filter((text) => text.length < 5000).map(encoded),
      "%ff",
      "%c3%28",
      "%",
      "%00",
      "..%2f..%2f",
      "%2e%2e",
      "%u0041",
      "{cycleId}",
      "cyc_%23x",
      `${base.params[name]}%00`,
      `${base.params[name]}%0a`,
      base.params[name]?.toUpperCase() ?? "",
      `mtg_${"0".repeat(16)}`,
      `cns_${"z".repeat(26)}`,
      "x".repeat(6000),
    ]);
    const sent = sentOf(base);
    const target = base.path.replace(/\{(\w+)\+?\}/g, (_, each: string) =>
      each === name ? written : encoded(base.params[each] ?? each),
    );
    return { how: `param ${name}`, sent: { ...sent, target: target.replace(/\/\//g, "/%20/") } };
  },
  query: (base, chance) => {
    const sent = sentOf(base);
    const value = () =>
      chance.one([
        "-1",
        "0",
        "1",
        "200",
        "201",
        "1e2",
        "1,2",
        "NaN",
        "",
        "A",
        "_",
        "-",
        "AA",
        "w4M",
        "_____w",
        "a".repeat(200),
        "a".repeat(201),
        Buffer.from("CYCLES").toString("base64url"),
        Buffer.from("~~~~").toString("base64url"),
        Buffer.from("\u0000").toString("base64url"),
        Buffer.from([0xff, 0xfe]).toString("base64url"),
        ...NASTY_TEXTS.filter((text) => text.length < 300).map(encoded),
        "%",
        "%ff",
        "%zz",
        "+",
        "%26",
      ]);
    const name = () =>
      chance.one([
        "limit",
        "cursor",
        "q",
        "pool",
        "status",
        "district",
        "consultation",
        "cycle",
        "page",
        "__proto__",
        "constructor",
        "a[]",
        "",
        "limit",
        "cursor",
        encoded(MARK),
      ]);
    return {
      how: "query",
      sent: {
        ...sent,
        target: `${sent.target.split("?")[0]}?${Array.from({ length: chance.between(1, 3) }, () => `${name()}=${value()}`).join("&")}`,
      },
    };
  },
  header: (base, chance) => {
    const [name, values] = chance.one<readonly [string, readonly string[]]>([
      [
        "idempotency-key",
        [
          "",
          "short",
          "a".repeat(256),
          "a".repeat(4000),
          "with space in it",
          "zażółć gęślą".normalize("NFD").replace(/[^\x20-\x7e]/g, "\u00e9"),
          "\u00e9\u00e9\u00e9\u00e9\u00e9\u00e9\u00e9\u00e9",
          "__proto__",
          "\t\t\t\t\t\t\t\t\t",
          MARK,
        ],
      ],
      [
        "if-match",
        ["", "*", "v1", 'W/"v1"', '"v0"', '"v99999999999999999999"', '"v1", "v2"', "a".repeat(4000)],
      ],
      [
        "authorization",
        [
          "",
          "Bearer",
          "Bearer ",
          "Bearer x",
          "Basic YTpi",
          `Bearer ${"a".repeat(5000)}`,
          "Bearer eyJhbGciOiJub25lIn0.eyJzdWIiOiJ4In0.",
          "Bearer a.b.c.d.e",
          "bearer  x",
          "Bearer null",
          "Bearer eyJhbGciOiJkaXIiLCJlbmMiOiJBMjU2R0NNIn0..AAAA.AAAA.AAAA",
          "\u00ff\u00fe",
        ],
      ],
      [
        "accept-language",
        [
          "",
          "*",
          "en;q=NaN",
          "pl;q=0,en;q=0",
          "a".repeat(9000),
          "en-;q=1e9",
          ",,,;;;",
          "\u00e9",
          "__proto__",
          "constructor",
        ],
      ],
      ["accept", ["", "*/*", "text/html", "application/xml", "application/geo+json", MARK]],
      [
        "cookie",
        [
          "",
          ";;;",
          "voter",
          "voter=",
          "voter=x",
          "staff=x.y.z",
          "staff=",
          "__proto__=1",
          `voter=${"a".repeat(6000)}`,
          "voter=eyJhbGciOiJkaXIiLCJlbmMiOiJBMjU2R0NNIn0..AAAA.AAAA.AAAA",
          "sign-in=x",
          "\u00e9=1",
        ],
      ],
      ["if-none-match", ["", "*", '"', "a".repeat(5000)]],
      ["origin", ["null", "https://evil.example", "", "\u00e9"]],
      ["sec-fetch-site", ["cross-site", "same-site", "x"]],
      ["referer", ["x", "https://evil.example/urzad", "//", "\u00e9"]],
      ["x-http-method-override", ["DELETE"]],
      ["x-forwarded-host", ["evil.example"]],
      ["range", ["bytes=0-0", "bytes=-1"]],
    ]);
    const sent = sentOf(base);
    return {
      how: `header ${name}`,
      sent: { ...sent, headers: { ...sent.headers, [name]: chance.one(values) } },
    };
  },
  method: (base, chance) => ({
    how: "method",
    sent: {
      ...sentOf(base),
      method: chance.one(
        ["GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS", "PROPFIND", "MKCOL"].filter(
          (method) => method !== base.method,
        ),
      ),
    },
  }),
};

const ways = (base: Base): Way[] => {
  const all = Object.entries(CHANGES);
  const forBody = base.body === undefined ? [] : [...Array(6).fill(CHANGES.value)];
  const fits = ([name]: [string, Way]) =>
    base.body !== undefined || ["param", "query", "header", "method", "type"].includes(name);
  return [...forBody, ...all.filter(fits).map(([, way]) => way)];
};

/** The request with something wrong in it, or at least unheard of. */
export const spoiled = (base: Base, chance: Chance): Spoiled => chance.one(ways(base))(base, chance);
