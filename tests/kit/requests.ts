/** Requests of residents for a consultation, as the office enters them from paper. */
import { expect } from "vitest";
import { plusDays } from "../../shared/domain/time.ts";
import { asEditor } from "./office.ts";
import type { Place } from "./place.ts";
import { today } from "./time.ts";

export const STAFF_REQUESTS = "/v1/staff/consultations/requests";

export const SPEAKER = "przedstawiciel@example.com";

export const aRequest = (place: Place, more: object = {}) => ({
  title: "Przebudowa placu przy bibliotece",
  territory: ["L13"],
  forms: ["meeting", "survey"],
  justification: "Plac jest jedynym miejscem spotkań w tej części Bogucic.",
  arrivedOn: today(place),
  representative: {
    name: "Halina Kowol",
    address: "ul. Markiefki 44a, 40-211 Katowice",
    email: SPEAKER,
    language: "pl",
  },
  ...more,
});

export const enterRequest = async (place: Place, more: object = {}): Promise<string> => {
  const made = await asEditor(place, `POST ${STAFF_REQUESTS}`, aRequest(place, more));
  expect(made.status).toBe(201);
  return made.body.id;
};

export const doTo = (place: Place, id: string, what: string, body?: object) =>
  asEditor(place, `POST ${STAFF_REQUESTS}/${id}/${what}`, body);

/** Signs it with so many people, forty at once as a form takes them. */
export const sign = async (place: Place, id: string, count: number, from = 0): Promise<void> => {
  for (let n = from; n < from + count; n += 40) {
    const lines = Array.from({ length: Math.min(40, from + count - n) }, (_, at) => ({
      name: `Osoba ${String.fromCharCode(65 + ((n + at) % 26))} Numer${n + at}`,
      address: `ul. Bogucicka ${n + at + 1}, 40-226 Katowice`,
    }));
    expect((await doTo(place, id, "supporters", { lines })).status).toBe(200);
  }
};

/** Requests in three of their states, for tests that look at every page. */
export const openRequests = async (place: Place): Promise<void> => {
  await enterRequest(place);
  const called = await enterRequest(place, { title: "Nowa linia autobusowa" });
  const until = plusDays(today(place), 9);
  expect((await doTo(place, called, "call", { text: "Brakuje podpisów.", until })).status).toBe(200);
};
