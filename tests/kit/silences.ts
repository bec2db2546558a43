import { pl } from "../../shared/words/pl/index.ts";

export type Room = keyof typeof pl;

/** Rooms, and parts of rooms, that staff read, but for a few sentences: a language for residents may leave them to the Polish ones. */
export const OFFICE: readonly string[] = [
  "acts",
  "checks",
  "desk",
  "deskActs",
  "directory",
  "identity.desk",
  "letters.texts.office/morning",
  "meetingDesk",
  "office",
  "points",
  "retention",
  "said",
  "signals",
  "voids",
  "work",
];

const silent = (measure: unknown, own: unknown, place: string): string[] => {
  if (OFFICE.includes(place)) return [];
  if (own === undefined) return [place];
  if (measure === null || typeof measure !== "object" || Array.isArray(measure)) return [];
  return Object.entries(measure).flatMap(([name, one]) =>
    silent(one, (own as Record<string, unknown>)[name], `${place}.${name}`),
  );
};

/** The places of a room at which a catalogue says nothing to residents, while the Polish one does. */
export const silences = (own: { readonly [R in Room]?: unknown }, room: Room): string[] =>
  silent(pl[room], own[room], room);

export const ROOMS = (Object.keys(pl) as Room[]).filter((room) => !OFFICE.includes(room));
