import { afterAll, beforeAll, expect, test } from "vitest";
import { chanceOf, runs, seed } from "../kit/chance.ts";
import { newKey } from "../kit/place.ts";
import { eachAt } from "./fault-proxy.ts";
import {
  type FaultyPlace,
  inLanes,
  inTheBox,
  openFaultyPlace,
  openVoteOf,
  type SeatedVoter,
  seatVoters,
} from "./faulty-place.ts";
import { isLinearizable, type Operation } from "./linearizable.ts";
import { type Cast, oneVote } from "./one-vote.ts";

/** Histories; in each, one voter with so many clients that cast one after the other, under few keys. */
const IS_LONG = runs(1) > 1;
const HISTORIES = IS_LONG ? Math.min(1000, runs(1) / 50) : 6;
const CLIENTS = IS_LONG ? 16 : 8;
const CASTS_EACH = 3;
const KEYS = 4;

let place: FaultyPlace;
let cycleId: string;
let project: string;

beforeAll(async () => {
  place = await openFaultyPlace();
  const vote = await openVoteOf(place);
  cycleId = vote.cycleId;
  project = vote.projects.M?.[0] ?? "";
});
afterAll(() => place?.close());

const answerOf = (status: number, body: { receipt: string; code: string } | undefined): Cast["answer"] => {
  if (status === 201 && body) return { receipt: body.receipt };
  if (status === 409 && body?.code === "voting/already-voted") return "already-voted";
  if (status === 0 || status === 503) return "none";
  throw new Error(`an answer of status ${status}, which nobody should see`);
};

const castOnce = async ({ token }: SeatedVoter, key: string): Promise<Operation<Cast>> => {
  const from = performance.now();
  const { status, body } = await place
    .call(`POST /v1/cycles/${cycleId}/ballots`, {
      token,
      key,
      body: { sections: [{ pool: "M", points: { [project]: 1 } }] },
    })
    .catch(() => ({ status: 0, body: undefined }));
  const answer = answerOf(status, body);
  return {
    from,
    until: answer === "none" ? Number.POSITIVE_INFINITY : performance.now(),
    seen: { key, answer },
  };
};

test("whatever a voter's clients see while calls fail, there is one order in which one ballot was cast and kept", async () => {
  const chance = chanceOf(seed);
  const voters = await seatVoters(place, cycleId, [0, HISTORIES]);
  let unanswered = 0;
  await place.proxy.amid(eachAt(0.06), async () => {
    for (const voter of voters) {
      const keys = Array.from({ length: KEYS }, newKey);
      const plans = Array.from({ length: CLIENTS }, () =>
        Array.from({ length: CASTS_EACH }, () => chance.one(keys)),
      );
      const history = (
        await inLanes(plans, CLIENTS, async (plan) => {
          const own: Operation<Cast>[] = [];
          for (const key of plan) own.push(await castOnce(voter, key));
          return own;
        })
      ).flat();
      unanswered += history.filter(({ seen }) => seen.answer === "none").length;
      expect([isLinearizable(oneVote, history), history]).toEqual([true, history]);
    }
  });
  console.log(
    `${HISTORIES} histories of ${CLIENTS * CASTS_EACH} casts: linearizable; ${unanswered} casts without an answer`,
  );
  const box = await inTheBox(place, cycleId);
  expect([box.markers, box.ballots]).toEqual([HISTORIES, HISTORIES]);
}, 3_600_000);
