import { expect } from "vitest";
import type { Chance } from "./chance.ts";
import { newKey, type Place } from "./place.ts";
import { inHours, today } from "./time.ts";
import { letterLeads } from "./walk.ts";

/** What each kind asks on line. */
export const MATTERS = {
  question: { about: "Termin głosowania", contact: "zofia@example.com", text: "Do kiedy można głosować?" },
  accessibility: {
    about: "Mapa projektów",
    text: "Potrzebuję listy zamiast mapy.",
    contact: "zofia@example.com",
  },
  "personal-data": { right: "access", name: "Zofia Przybylska", contact: "zofia@example.com" },
  "public-information": { text: "Proszę o umowę na druk kart.", contact: "zofia@example.com" },
} as const;
export type Kind = keyof typeof MATTERS;
export const KINDS = Object.keys(MATTERS) as Kind[];

/** What a clerk enters that came by letter. */
export const aMatter = (place: Place, more: object = {}) => ({
  kind: "public-information",
  way: "post",
  arrivedOn: today(place),
  text: "Ile kosztował druk kart?",
  address: "ul. Mariacka 5/7, 40-014 Katowice",
  isProved: false,
  language: "pl",
  ...more,
});

/** Asks the office on line; nothing is told but that it was taken. */
export const ask = async (place: Place, kind: Kind, more: object = {}): Promise<void> => {
  const body = { kind, ...MATTERS[kind], ...more };
  const { status, text } = await place.call("POST /v1/matters", { key: newKey(), body });
  expect([status, text]).toEqual([202, "{}"]);
};

/** Where the last letter to an address leads: the page of its matter. */
export const linkFor = async (place: Place, to = "zofia@example.com"): Promise<string> => {
  const letter = await place.letterTo(to);
  const paths = letterLeads(place.url, letter ? [letter] : []).map(({ to: path }) => path);
  return paths.find((path) => /\/sprawa\//.test(path)) ?? "";
};

/** What the office has, without whose it is. */
export const matterLines = async (place: Place) => {
  const token = await place.staff("clerk");
  return (await place.call("GET /v1/staff/matters", { token })).body.items as {
    readonly id: string;
    readonly kind: Kind;
    readonly state: string;
    readonly number: string;
    readonly dueAt: string;
  }[];
};

/** A matter of a kind that the office has, its mailbox proved where it has one. */
export const openMatter = async (place: Place, kind: Kind, more: object = {}) => {
  const before = new Set((await matterLines(place)).map(({ id }) => id));
  await ask(place, kind, more);
  const contact = (more as { contact?: string }).contact ?? MATTERS[kind].contact;
  const link = contact.includes("@") ? await linkFor(place, contact) : "";
  if (link !== "") expect((await place.call(`POST ${link}`, { form: {} })).status).toBe(303);
  const line = (await matterLines(place)).find(({ id }) => !before.has(id));
  return { id: line?.id ?? "", link, line };
};

/** One to be answered, one whose answer is to be told, and one about somebody's own data, put together. */
export const mattersOf = async (place: Place) => {
  const token = await place.staff("clerk");
  const made = async (more: object): Promise<string> =>
    (await place.call("POST /v1/staff/matters", { token, key: newKey(), body: aMatter(place, more) })).body
      .id;
  const [matter, answeredMatter] = [await made({}), await made({})];
  const ownData = await made({ kind: "personal-data", right: "access", name: "Zofia Nowak" });
  await place.call(`POST /v1/staff/matters/${ownData}/collection`, { token });
  const body = { outcome: "done", text: "Tak." };
  await place.call(`POST /v1/staff/matters/${answeredMatter}/answer`, { token, body });
  return { matter, answeredMatter, ownData };
};

/** The one of them on which an act at a path can be done. */
export const matterAt = (
  path: string,
  { matter, answeredMatter, ownData }: Awaited<ReturnType<typeof mattersOf>>,
): string => {
  if (/telling|przekazanie/.test(path)) return answeredMatter;
  return /collection|release|data$|zebranie|wydanie|dane$/.test(path) ? ownData : matter;
};

type Body = Readonly<Record<string, unknown>>;

/** What a schema cannot say of matters: dates in their order, people who are there, fields that belong together. */
export const MATTER_SENSE = {
  postMatter: (_body: Body, _city: unknown, chance: Chance) => ({
    kind: "question",
    ...MATTERS.question,
    contact: `${chance.text("abcdefghij", 14)}@example.com`,
  }),
  postStaffMatter: (body: Body, { place }: { readonly place: Place }) => ({
    ...aMatter(place),
    text: body.text,
  }),
  postMatterAssignment: () => ({ owner: "queue#desk" }),
  postMatterExtension: (body: Body, { place }: { readonly place: Place }) => ({
    ...body,
    until: today(place, 40),
  }),
};

/** A morning at the consultation point: four appointments of half an hour, one person at a time. */
export const aDayOfVisits = (place: Place, more: object = {}) => ({
  startsAt: inHours(place, 24),
  endsAt: inHours(place, 26),
  minutes: 30,
  seats: 1,
  place: "Rynek 13, pokój 205",
  ...more,
});
