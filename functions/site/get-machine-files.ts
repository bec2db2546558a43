import { z } from "zod";
import { pathTo } from "../../shared/domain/addresses.ts";
import { pathIn, type Spoken } from "../../shared/domain/languages.ts";
import { refusal } from "../../shared/domain/refusals.ts";
import { Refused } from "../../shared/domain/result.ts";
import { dayOf, instant, milliseconds } from "../../shared/domain/time.ts";
import { endpoint } from "../../shared/platform/endpoint.ts";
import { file, json } from "../../shared/platform/http.ts";
import { log } from "../../shared/platform/log.ts";
import { routes } from "../routes.ts";
import { openapi } from "./document.ts";

const CACHE = "public, max-age=300, s-maxage=3600";
const TEXT = "text/plain; charset=utf-8";
const HALF_A_YEAR_MS = 182 * 86_400_000;

export const getOpenapi = endpoint(routes.getOpenapi, {
  summary: "This document",
  replies: { 200: "application/json" },
  cache: CACHE,
  handle: () => ({ ...json(openapi), type: "application/json" }),
});

/** Looks whether what is written is kept, at most every ten seconds: a house that takes requests and keeps nothing is not well. */
export const getHealth = endpoint(routes.getHealth, {
  summary: "Whether requests reach the system, and the database keeps what is written",
  replies: { 200: z.object({ status: z.literal("ok") }).meta({ id: "Health" }) },
  handle: async (_, { store, system }) => {
    try {
      await store.health.check(system.now());
      return json({ status: "ok" });
    } catch (error) {
      log.error({ event: "health/failed", error });
      throw new Refused(refusal("service/try-again", { retryAfterSeconds: 10 }));
    }
  },
});

export const getRobots = endpoint(routes.getRobots, {
  summary: "What search engines may list",
  cache: CACHE,
  handle: (_, { site: { city } }) =>
    file(
      [
        "User-agent: *",
        ...["/v1/", `${pathTo("vote")}/`, "/moje/", pathTo("office")].flatMap(disallowed(city.languages)),
        "Allow: /",
        "",
      ].join("\n"),
      TEXT,
    ),
});

const disallowed =
  (spoken: Spoken) =>
  (path: string): string[] =>
    spoken.map((language) => `Disallow: ${pathIn(language, path)}`);

/** RFC 9116. It must expire within a year; counted from the day it is read, to the day. */
export const getSecurity = endpoint(routes.getSecurity, {
  summary: "Where to report a weakness",
  cache: CACHE,
  handle: ({ receivedAt }, { site }) =>
    file(
      [
        `Contact: mailto:${site.contactAddress}`,
        `Expires: ${dayOf(instant(milliseconds(receivedAt) + HALF_A_YEAR_MS))}T00:00:00Z`,
        `Preferred-Languages: ${site.city.languages.join(", ")}`,
        `Canonical: ${site.url}/.well-known/security.txt`,
        "",
      ].join("\n"),
      TEXT,
    ),
});
