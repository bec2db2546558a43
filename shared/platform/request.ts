import { z } from "zod";
import { base32 } from "../domain/base32.ts";
import { canonicalJson } from "../domain/canonical.ts";
import { instant } from "../domain/instant.ts";
import { Language, languageFor, spokenOr } from "../domain/languages.ts";
import { networkOf } from "../domain/network.ts";
import { type Issue, notValid, refusal } from "../domain/refusals.ts";
import { Refused } from "../domain/result.ts";
import { languagesAt } from "../pages/languages-at.ts";
import { wordsOf } from "../words/words.ts";
import type { Actor } from "./actor.ts";
import { addressOf } from "./address.ts";
import { limitsOf, sizeOf } from "./admission.ts";
import { readBody } from "./body.ts";
import { cookieOf } from "./cookies.ts";
import type { Deps } from "./deps.ts";
import type { Endpoint, Request } from "./endpoint.ts";
import type { HttpEvent } from "./http.ts";
import { issuesOf } from "./issues.ts";
import { sha256 } from "./keyed.ts";
import { idFrom } from "./system.ts";

/** The language that the edge took off the path: it says so in this header, and lets nobody else say it. */
const takenOff = ({ headers }: HttpEvent): Language | undefined =>
  Language.safeParse(headers["x-rynek-language"]).data;

/** A page is in the language of its path, where it is written in it; the API goes by Accept-Language. */
export const languageOf = (
  { route }: Pick<Endpoint, "route">,
  event: HttpEvent,
  { site: { city } }: Pick<Deps, "site">,
): Language =>
  route.page
    ? spokenOr(takenOff(event), languagesAt(event.rawPath, city.languages))
    : languageFor(event.headers["accept-language"], city.languages);

/** Only pages stand under a language: the API has one address. */
export const checkPath = ({ route }: Endpoint, event: HttpEvent): void => {
  if (!route.page && takenOff(event)) throw new Refused(refusal("thing/not-found", {}));
};

const KEY = /^[\x21-\x7e]{8,255}$/;

const keyOf = (event: HttpEvent, body: unknown): string | undefined => {
  const fromForm = body !== null && typeof body === "object" && "key" in body ? body.key : undefined;
  const key = event.headers["idempotency-key"] ?? (typeof fromForm === "string" ? fromForm : undefined);
  if (key === undefined) return undefined;
  if (!KEY.test(key)) {
    throw new Refused(notValid([{ pointer: "/Idempotency-Key", rule: "format" }]));
  }
  return key;
};

const callerOf = (actor: Actor): string =>
  actor.kind === "staff"
    ? `staff:${actor.id}`
    : actor.kind === "voter"
      ? `voter:${actor.voterKey}`
      : "anyone";

/** A form posted by a page of another site is refused; a client that is not a browser says nothing of its origin. */
const checkOrigin = ({ route }: Endpoint, event: HttpEvent, deps: Deps): void => {
  const bringsCookie = route.page === true || route.who.by === "staff-cookie";
  if (!bringsCookie || event.requestContext.http.method === "GET") return;
  const fetchSite = event.headers["sec-fetch-site"];
  const isOwn =
    fetchSite === undefined
      ? event.headers.origin === undefined || event.headers.origin === new URL(deps.site.url).origin
      : fetchSite === "same-origin" || fetchSite === "none";
  if (!isOwn) throw new Refused(refusal("request/foreign-origin", {}));
};

interface Parsed {
  readonly request: Request;
  readonly issues: readonly Issue[];
  /** The body as it came, for a form that is shown again. */
  readonly typed: unknown;
  /** How long somebody has to wait whom a bucket turned away. */
  readonly waitSeconds: () => number | undefined;
}

const parsed = (schema: z.ZodType | undefined, value: unknown, base: string) => {
  if (!schema) return { value: undefined, issues: [] };
  const result = schema.safeParse(value, { reportInput: true });
  return result.success
    ? { value: result.data, issues: [] }
    : { value: undefined, issues: issuesOf(result.error, base) };
};

/** Links to what is public are passed on with what others hang on them (`?fbclid=…`, `?_=17`): what no schema knows is dropped there. */
const queryFor = ({ route, spec }: Endpoint): z.ZodType | undefined =>
  route.who.by.startsWith("staff-") || !(spec.query instanceof z.ZodObject) ? spec.query : spec.query.strip();

/** A field of a form that was left empty asks for nothing: `?status=&maxCostGrosze=`. */
const askedOf = (query: HttpEvent["queryStringParameters"]) =>
  Object.fromEntries(Object.entries(query ?? {}).filter(([, value]) => value !== ""));

/** Of a row without buckets. */
const UNLIMITED = { admit: {}, waitSeconds: () => undefined };

/** How an endpoint takes a request, or the issues that keep it out. Its schemas are made once: the first use of one costs a hundred of its others. */
export const readerOf = (endpoint: Endpoint, deps: Deps) => {
  const { route, spec } = endpoint;
  const querySchema = queryFor(endpoint);
  return async (event: HttpEvent, actor: Actor): Promise<Parsed> => {
    checkOrigin(endpoint, event, deps);
    const typed = spec.body
      ? await readBody(event, spec.takes ?? (route.page ? "form" : "json"), sizeOf(route))
      : undefined;
    const key = keyOf(event, typed);
    const params = parsed(spec.params, event.pathParameters ?? {}, "/path");
    const query = parsed(querySchema, askedOf(event.queryStringParameters), "/query");
    const body = parsed(spec.body, typed, "");
    if (params.issues.length > 0) throw new Refused(refusal("thing/not-found", {}));
    const language = languageOf(endpoint, event, deps);
    const random = (): Uint8Array => deps.system.random(16);
    const identity = (what: string): Uint8Array =>
      key === undefined ? random() : sha256(callerOf(actor), route.key, key, what);
    const receivedAt = instant(event.requestContext.timeEpoch);
    const network = networkOf(addressOf(event, deps));
    const { admit, waitSeconds } = limitsOf(route)
      ? (await import("./admit.ts")).admissionOf(route, { network, receivedAt }, deps)
      : UNLIMITED;
    const request: Request = {
      route,
      params: params.value,
      query: query.value,
      body: body.value,
      actor,
      receivedAt,
      network,
      city: deps.site.city,
      language,
      words: await wordsOf(language),
      path: event.rawPath,
      header: (name) => event.headers[name],
      cookie: (name) => cookieOf(event, name, deps.site.url),
      key,
      newId: (prefix) => idFrom(prefix, identity(prefix)),
      fingerprint:
        key === undefined
          ? base32(random())
          : base32(sha256(key, canonicalJson(typed ?? null)).subarray(0, 15)),
      requestId: event.requestContext.requestId,
      unreadable: () => deps.store.table.unreadable(),
      admit,
    };
    return { request, issues: [...query.issues, ...body.issues], typed, waitSeconds };
  };
};
