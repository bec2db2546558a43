import { entryOf } from "../domain/cycle/calendar.ts";
import type { Cycle } from "../domain/cycle/cycle.ts";
import type { Frame } from "../pages/layout.ts";
import { phaseLine } from "../pages/phase-line.ts";
import { SUBJECTS } from "../subjects/subjects.ts";
import { inLanguage } from "../words/fallback.ts";
import { FLASH_COOKIE } from "./cookies.ts";
import type { Deps } from "./deps.ts";
import type { Request } from "./endpoint.ts";
import type { Route } from "./route.ts";

const isGet = ({ key }: Pick<Route, "key">): boolean => key.startsWith("GET ");

/** The query as it was parsed, for a link to the same list or page; nothing that the schema of the route did not let through. */
export const queryOf = ({ query, route }: Pick<Request, "query" | "route">): string => {
  if (!isGet(route) || query === null || typeof query !== "object") return "";
  const pairs = Object.entries(query).flatMap(([name, value]) =>
    typeof value === "string" || typeof value === "number" ? [[name, String(value)] as const] : [],
  );
  return pairs.length === 0 ? "" : `?${new URLSearchParams(Object.fromEntries(pairs))}`;
};

/** What subjects say after their forms, by the name of the form's row. */
const MESSAGES = new Map(
  SUBJECTS.flatMap(({ rows }) =>
    Object.entries(rows).flatMap(([name, { done }]) => (done ? [[name, done] as const] : [])),
  ),
);

/** What the form that led to this page has saved. */
const flashTo = ({ cookie, route, words }: Request): Pick<Frame, "flash"> => {
  const { flash, language } = words;
  const act = route.who.by === "staff-cookie" && isGet(route) ? cookie(FLASH_COOKIE) : undefined;
  if (act === undefined) return {};
  const done = MESSAGES.get(act);
  if (done)
    return { flash: { saved: inLanguage(done.saved, language), next: inLanguage(done.next, language) } };
  return Object.hasOwn(flash, act) ? { flash: flash[act as keyof typeof flash] } : {};
};

/** What a page needs of its request. */
export const frameOf = (request: Request, more: Pick<Frame, "phaseLine"> = {}): Frame => ({
  city: request.city,
  words: request.words,
  path: request.path,
  query: queryOf(request),
  ...(request.actor.kind === "staff" && {
    staffName: request.actor.name,
    staffRoles: request.actor.roles,
    unreadable: request.unreadable,
  }),
  ...flashTo(request),
  ...more,
});

/** The frame of a page that stands in a cycle, with the line that says what is on. */
export const frameIn = (request: Request, { phase, calendar }: Pick<Cycle, "phase" | "calendar">): Frame => {
  const model = { phase, endsAt: entryOf(calendar, phase)?.endsAt };
  return frameOf(request, { phaseLine: phaseLine(request.words, model, request.receivedAt) });
};

const KEY_BYTES = 18;

/** A fresh Idempotency-Key for a form: 144 random bits. A form that comes back keeps the one it had (`request.key`). */
export const formKey = ({ system }: Pick<Deps, "system">): string =>
  Buffer.from(system.random(KEY_BYTES)).toString("base64url");
