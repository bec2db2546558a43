import { openTestVote, peselOf, type Sections, type TestVote, type VoteParts } from "./city.ts";
import { type Call, newKey, type Place } from "./place.ts";
import { today } from "./time.ts";

export const POINTS = [
  { id: "biblioteka-5", name: "Filia nr 5", address: "ul. Szkolna 1", hours: "pon.–pt. 10–18" },
  { id: "urzad", name: "Urząd Miasta", address: "Rynek 1", hours: "pon.–pt. 7.30–15.30" },
];

/** An open vote of two lists with two voting points, which takes paper cards for two days after its close. */
export const openVoteWithPoints = async (
  place: Place,
  voters = 20,
  people: Pick<VoteParts, "roll" | "rules"> = {},
): Promise<TestVote> => {
  const vote = await openTestVote(place, {
    pools: {
      M: { amountZloty: 100_000, costsZloty: [40_000, 30_000] },
      L13: { amountZloty: 50_000, costsZloty: [20_000, 10_000] },
    },
    voters,
    ...people,
    paper: { registeredWithinDays: 2 },
  });
  const set = await place.call(`PUT /v1/staff/cycles/${vote.cycleId}/voting-points`, {
    token: await place.staff("coordinator"),
    body: { points: POINTS },
  });
  if (set.status !== 200) throw new Error(set.text);
  return vote;
};

/** Clerks and their acts at the voting points of one vote. */
export const clerksOf = (place: Place, cycleId: string) => {
  const clerk = async (n: number, route: string, call: Call = {}) =>
    place.call(route.replace(" ", ` /v1/staff/cycles/${cycleId}`), {
      token: await place.staff("clerk", n),
      ...call,
    });

  /** The n-th voter of the roll shows a document to a clerk. */
  const identify = (n: number, { by = 0, point = "biblioteka-5", filledIn = false } = {}) =>
    clerk(by, `POST /voting-points/${point}/voters`, {
      body: { pesel: peselOf(n), documentSeen: true, filledIn },
    });

  const cast = (token: string, sections: Sections, key = newKey()) =>
    place.call(`POST /v1/cycles/${cycleId}/ballots`, { token, key, body: { sections } });

  /** A batch of so many cards, registered by the first clerk: its id. */
  const register = async (cards: number, receivedOn = today(place)) => {
    const made = await clerk(0, "POST /paper-batches", {
      key: true,
      body: { point: "biblioteka-5", cards, receivedOn },
    });
    if (made.status !== 201) throw new Error(made.text);
    return made.body.id as string;
  };

  const key = (
    by: number,
    batch: string,
    number: number,
    body: object,
    idempotencyKey = newKey(),
    query = "",
  ) => clerk(by, `POST /paper-batches/${batch}/cards/${number}${query}`, { key: idempotencyKey, body });

  /** Another number of cards for a batch: the first clerk proposes it, the second accepts. Answers the last word. */
  const correct = async (batch: string, cards: unknown, reason = "Przeliczono jeszcze raz") => {
    const path = `POST /paper-batches/${batch}/correction`;
    const proposed = await clerk(0, path, { body: { cards, reason } });
    if (proposed.status !== 202) return proposed;
    const { pendingId } = proposed.body;
    return await clerk(1, `${path}/acceptance`, { body: { pendingId } });
  };

  return { clerk, identify, cast, register, key, correct };
};

/** What the n-th voter's card says. */
export const cardOf = (n: number, sections: Sections) => ({ pesel: peselOf(n), sections });
