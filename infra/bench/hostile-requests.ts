/** What is asked, as an event of the gateway has it. */
interface Asked {
  readonly ask: string;
  readonly route?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly cookies?: readonly string[];
  readonly body?: string | URLSearchParams;
  readonly claims?: Readonly<Record<string, unknown>>;
}

/** A request that grows: of about so many bytes, and which function it is for. */
export interface Hostile {
  readonly name: string;
  readonly fn: string;
  readonly of: (bytes: number) => Asked;
}

const FORM = "application/x-www-form-urlencoded";
const repeated = (text: string, bytes: number): string => text.repeat(Math.ceil(bytes / text.length));
const counted = (of: (n: number) => string, bytes: number, joint: string): string => {
  const parts: string[] = [];
  for (let length = 0, n = 0; length < bytes; n += 1) {
    const part = of(n);
    parts.push(part);
    length += part.length + joint.length;
  }
  return parts.join(joint);
};

const form = (
  name: string,
  text: (bytes: number) => string,
  fn = "proposals",
  ask = "POST /zglos",
  route = ask,
): Hostile => ({
  name: `a form of ${name}`,
  fn,
  of: (bytes) => ({ ask, route, body: text(bytes), headers: { "content-type": FORM } }),
});

const SIGNUPS = "/v1/meetings/mtg_0000000000000000/signups";

const json = (name: string, text: (bytes: number) => string): Hostile => ({
  name: `JSON of ${name}`,
  fn: "consultations",
  of: (bytes) => ({
    ask: `POST ${SIGNUPS}`,
    route: "POST /v1/meetings/{meetingId}/signups",
    body: text(bytes),
    headers: { "content-type": "application/json" },
  }),
});

const page = (name: string, more: (bytes: number) => Partial<Asked>): Hostile => ({
  name,
  fn: "proposals",
  of: (bytes) => ({ ask: "GET /projekty", ...more(bytes) }),
});

const CLAIMS = { sub: "x", token_use: "access", "cognito:groups": "[coordinator]" };

const roll = (name: string, cycleId: string, text: (bytes: number) => string): Hostile => ({
  name: `a roll of ${name}`,
  fn: "voting",
  of: (bytes) => ({
    ask: `POST /v1/staff/cycles/${cycleId}/roll`,
    route: "POST /v1/staff/cycles/{cycleId}/roll",
    body: text(bytes),
    claims: CLAIMS,
  }),
});

/** Requests that strangers send to keep the city busy: every kind of body, and every other part of a request that is read. */
export const hostileRequests = (cycleId: string): readonly Hostile[] => [
  form("one field again and again", (bytes) => repeated("a=&", bytes)),
  form("a known field again and again", (bytes) => repeated("email=a&", bytes)),
  form("fields that nobody asked for", (bytes) => counted((n) => `f${n}=1`, bytes, "&")),
  form("one long value", (bytes) => `email=${"a".repeat(bytes)}`),
  form("one long address", (bytes) => `email=${repeated("a.", bytes)}@${repeated("b.", 99)}`),
  form("one long name", (bytes) => `${"a".repeat(bytes)}=1`),
  form("escapes", (bytes) => `email=${repeated("%C5%82", bytes)}`),
  form("broken escapes", (bytes) => `email=${repeated("%", bytes)}`),
  form("blanks", (bytes) => `cycle=${repeated("+", bytes)}&email=${repeated("%20%0A", bytes)}`),
  form(
    "identity",
    (bytes) => `pesel=${repeated("1 ", bytes)}&mothersMaidenName=${repeated("a-", bytes)}`,
    "voting",
    "POST /glosuj/cyc_0000000000000000",
    "POST /glosuj/{cycleId}",
  ),
  json("one key again and again", (bytes) => `{${counted(() => '"a":1', bytes, ",")}}`),
  json("one long key, twice", (bytes) => `{"${"a".repeat(bytes / 2)}":1,"${"a".repeat(bytes / 2)}":1}`),
  json(
    "long keys again and again",
    (bytes) => `{${counted((n) => `"${"a".repeat(1000)}${n % 2}":1`, bytes, ",")}}`,
  ),
  json("keys that nobody asked for", (bytes) => `{${counted((n) => `"f${n}":1`, bytes, ",")}}`),
  json("a list where a text belongs", (bytes) => `{"name":[${counted(() => "1", bytes, ",")}]}`),
  json("lists within lists", (bytes) => `{"name":${"[".repeat(bytes / 2)}${"]".repeat(bytes / 2)}}`),
  json("one long text", (bytes) => `{"name":"${"a".repeat(bytes)}"}`),
  json("one long text of blanks", (bytes) => `{"name":"x${" ".repeat(bytes)}x"}`),
  json("one letter below marks", (bytes) => `{"name":"a${repeated("\u0300\u0316", bytes / 4)}"}`),
  json("escapes", (bytes) => `{"name":"${repeated("\\u0061\\u0301", bytes)}"}`),
  json("half of what it should be", (bytes) => `{"name":"${"a".repeat(bytes)}`),
  json("comments", (bytes) => `{"name":1,${repeated("/* */", bytes)}}`),
  roll("faulty rows", cycleId, (bytes) => counted((n) => `${n};Nowak;L13`, bytes, "\n")),
  roll("one row", cycleId, (bytes) => repeated("a;", bytes)),
  roll("quotes", cycleId, (bytes) => repeated('"', bytes)),
  roll("one cell", cycleId, (bytes) => `"${repeated('""', bytes)}`),
  roll("empty rows", cycleId, (bytes) => repeated("\n", bytes)),
  page("a query of many names", (bytes) => ({
    ask: `GET /projekty?${counted((n) => `f${n}=1`, Math.min(bytes, 16_000), "&")}`,
  })),
  page("a long search", (bytes) => ({ ask: `GET /projekty?q=${repeated("a ", Math.min(bytes, 16_000))}` })),
  page("slashes", (bytes) => ({ ask: `GET /a${"/".repeat(Math.min(bytes, 16_000))}a/` })),
  page("many cookies", (bytes) => ({ cookies: counted((n) => `c${n}=1`, bytes, ";").split(";") })),
  page("many languages", (bytes) => ({ headers: { "accept-language": repeated("en;q=0.1,", bytes) } })),
  page("a long cookie", (bytes) => ({
    cookies: [`voter=${repeated("a.", bytes)}`, `staff=${repeated("a.", bytes)}`],
  })),
];
