import { z } from "zod";
import { type Kind, ofKind } from "./kind.ts";

/** The city's time zone. Deadlines are set and shown in it; everything inside is a UTC instant. */
export const CITY_ZONE = "Europe/Warsaw";

const CANONICAL = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/;

/** A UTC instant with milliseconds, `2027-09-09T22:00:00.000Z`: as text it sorts as time does. */
export type Instant = Kind<string, "instant">;

/** Any RFC 3339 time of a request with a year of four digits, kept as the canonical instant. */
export const Instant = ofKind<"instant">()(
  z.iso
    .datetime({ offset: true, abort: true })
    // What cannot be read as a time stays as it is, and is refused below.
    .overwrite((text) => (Number.isNaN(Date.parse(text)) ? text : new Date(text).toISOString()))
    .refine((text) => CANONICAL.test(text))
    .meta({ id: "Instant", description: "A moment, RFC 3339", examples: ["2027-09-09T22:00:00.000Z"] }),
);

export const isCanonicalInstant = (text: string): text is Instant => CANONICAL.test(text);

export type Milliseconds = Kind<number, "milliseconds">;
export const Milliseconds = ofKind<"milliseconds">()(z.number());

export type Seconds = Kind<number, "seconds">;

/** The instant of a number of milliseconds since 1970-01-01 UTC. */
export const instant = (milliseconds: Milliseconds): Instant => new Date(milliseconds).toISOString();

/** Milliseconds since 1970-01-01 UTC. */
export const milliseconds = (at: Instant): Milliseconds => Date.parse(at);

/** Whole seconds since 1970-01-01 UTC, rounded down: DynamoDB's unit for TTL. */
export const epochSeconds = (at: Instant): Seconds => Math.floor(milliseconds(at) / 1000);

export const secondsBetween = (from: Instant, to: Instant): Seconds =>
  (milliseconds(to) - milliseconds(from)) / 1000;

export const plusSeconds = (at: Instant, seconds: Seconds): Instant =>
  instant(milliseconds(at) + seconds * 1000);

/** A calendar day of the city, `2027-09-23`. */
export const LocalDate = ofKind<"day">()(
  z.iso.date().meta({ id: "LocalDate", description: "A day of the city's calendar" }),
);
export type LocalDate = z.infer<typeof LocalDate>;
