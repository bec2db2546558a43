import { afterAll, beforeAll, expect, test } from "vitest";
import { type TestVote, vote } from "../kit/city.ts";
import { newKey, openPlace, type Place } from "../kit/place.ts";
import { cardOf, clerksOf, openVoteWithPoints } from "../kit/voting-points.ts";

const HALF_AN_HOUR_MS = 1_800_000;

let place: Place;
let city: TestVote;
let clerks: ReturnType<typeof clerksOf>;
beforeAll(async () => {
  place = await openPlace();
  city = await openVoteWithPoints(place);
  clerks = clerksOf(place, city.cycleId);
});
afterAll(() => place?.close());

test("a point without a connection for half an hour goes on with cards, and nobody's vote is lost or counted twice", async () => {
  const sections = [{ pool: "M", points: { [city.projects.M?.[0] ?? ""]: 2 } }];
  const [sent, unsent, onWeb, onPaper] = [0, 1, 2, 3];
  const letIn = async (n: number): Promise<string> => (await clerks.identify(n)).body.token;
  const [sentToken, unsentToken] = [await letIn(sent), await letIn(unsent)];

  // The line breaks: the answer to the first one's ballot is not seen, the second one's is never sent.
  const key = newKey();
  const unseen = await clerks.cast(sentToken, sections, key);
  expect((await vote(place, city.cycleId, onWeb, sections)).status).toBe(201);
  await place.clock.moveTo((now) => now + HALF_AN_HOUR_MS);

  // The line is back. The pages that were open are sent again, then the cards are keyed: all four filled one in, to be safe.
  const again = await clerks.cast(sentToken, sections, key);
  expect([again.status, again.body]).toEqual([201, unseen.body]);
  expect((await clerks.cast(unsentToken, sections)).status).toBe(201);
  const batch = await clerks.register(4);
  const keyedTwice = async (number: number, card: object): Promise<string> => {
    for (const by of [0, 1]) {
      const { status, body } = await clerks.key(by, batch, number, card);
      if (status !== 200) return body.code;
      if (by === 1) return body.state;
    }
    return "";
  };
  const outcomes: string[] = [];
  for (const [index, n] of [sent, unsent, onWeb, onPaper].entries())
    outcomes.push(await keyedTwice(index + 1, cardOf(n, sections)));
  const met = "voting/already-voted";
  expect(outcomes).toEqual([met, met, met, "accepted"]);
  for (const number of [1, 2, 3])
    expect(await keyedTwice(number, { rejection: "already-voted" })).toBe("rejected");
  const { body } = await clerks.clerk(0, `GET /paper-batches/${batch}`);
  expect(body.figures).toMatchObject({ untouched: 0, accepted: 1, rejected: { "already-voted": 3 } });
});
