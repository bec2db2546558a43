import { z } from "zod";
import { MEASURE } from "../domain/languages.ts";
import type { Route } from "./route.ts";

// The parts of the OpenAPI document that no endpoint brings.

export const TAGS: Partial<Record<Route["fn"], string>> = {
  cycles: "Budget cycles: rules, calendar, phases, count and publication",
  proposals: "Proposals and projects",
  voting: "The vote: roll, identity, ballot, receipt",
  results: "Results and their files",
  consultations: "Consultations and meetings",
  notices: "News and notices",
  staff: "The city office",
  site: "The service itself",
};

/** A problem of RFC 9457, as every refusal and accident is answered. */
export const Problem = z
  .object({
    type: z.string().meta({
      format: "uri-reference",
      description: "A page that explains the code; where the edge answers, on the site that was asked",
    }),
    title: z.string(),
    status: z.int().min(400).max(599),
    detail: z.string().meta({ description: "In the language of Accept-Language" }),
    instance: z
      .string()
      .optional()
      .meta({ description: "The request, for the city's log; none where the edge answers, before the city" }),
    code: z.string().meta({ description: "Stable, in no language", examples: ["voting/closed"] }),
    errors: z
      .array(
        z.object({
          pointer: z
            .string()
            .meta({ description: "JSON pointer into the request", examples: ["/sections/0/pool"] }),
          detail: z.string(),
        }),
      )
      .max(50)
      .optional(),
    moreErrors: z
      .int()
      .positive()
      .optional()
      .meta({ description: "How many faults there are besides the first fifty" }),
  })
  .meta({ id: "Problem", description: "RFC 9457" });
const header = (name: string, description: string, required: boolean, schema: object) => ({
  name,
  in: "header",
  description,
  required,
  schema,
});

export const PARAMETERS = {
  AcceptLanguage: header(
    "Accept-Language",
    `Language of titles and details; ${MEASURE} where none is asked for that the site speaks`,
    false,
    {
      type: "string",
      examples: ["en"],
    },
  ),
  IdempotencyKey: header(
    "Idempotency-Key",
    "What you create has its identity from this key: a retry with the same key answers the same, and makes nothing twice",
    false,
    { type: "string", minLength: 8, maxLength: 255 },
  ),
  BallotKey: header(
    "Idempotency-Key",
    "At least 128 random bits, in hexadecimal or base 64; the same key brings the same receipt",
    true,
    { type: "string", minLength: 22, maxLength: 255 },
  ),
  IfMatch: header("If-Match", "The ETag of the version that you change", true, {
    type: "string",
    examples: ['"v3"'],
  }),
  IfNoneMatch: header("If-None-Match", "The ETag that you have", false, { type: "string" }),
};

export const SECURITY_SCHEMES = {
  staff: {
    type: "http",
    scheme: "bearer",
    bearerFormat: "JWT",
    description: "Access token of the city's staff",
  },
  voter: { type: "http", scheme: "bearer", description: "Token that a voter's code brought" },
};
