import { afterAll, beforeAll, expect } from "vitest";
import { voterKeysOf } from "../../shared/acts/voter-keys.ts";
import type { CycleId } from "../../shared/domain/ids.ts";
import {
  childPeselOf,
  countTestVote,
  openTestVote,
  peselOf,
  signAndPublish,
  type TestVote,
} from "../kit/city.ts";
import { guardianDeclarations } from "../kit/guardian-declarations.ts";
import { inTurn } from "../kit/in-turn.ts";
import { newKey, openPlace, type Place } from "../kit/place.ts";
import { codeFor } from "../kit/voting-city.ts";

const { describe, test } = inTurn();

const CHILDREN = 6;
const who = (pesel: string) => ({ pesel, mothersMaidenName: "nowak łoś", email: `v${pesel}@example.com` });
const row = (pesel: string) => `${pesel};Nowak-Łoś;L13\n`;

let place: Place;
let vote: TestVote;

beforeAll(async () => {
  place = await openPlace();
  vote = await openTestVote(place, {
    pools: { L13: { amountZloty: 50_000, costsZloty: [20_000] } },
    voters: 0,
    roll: Array.from({ length: 10 }, (_, n) => row(peselOf(n)) + row(childPeselOf(n))).join(""),
  });
});
afterAll(() => place?.close());

const open = async (pesel: string): Promise<string> =>
  (await place.call(`POST /v1/cycles/${vote.cycleId}/voter-sessions`, { body: who(pesel) })).body.session;

const confirm = async (session: string, body: object = {}) =>
  place.call(`POST /v1/cycles/${vote.cycleId}/voter-sessions/${session}/code`, {
    body: { code: await codeFor(place, session), ...body },
  });

const cast = (token: string) =>
  place.call(`POST /v1/cycles/${vote.cycleId}/ballots`, {
    token,
    key: newKey(),
    body: { sections: [{ pool: "L13", points: { [vote.projects.L13?.[0] ?? ""]: 3 } }] },
  });

const declarations = () => guardianDeclarations(place, vote.cycleId);

describe("a child below 16", () => {
  test("is not let in without a guardian's statement, and the refusal names the field", async () => {
    const session = await open(childPeselOf(0));
    for (const body of [{}, { guardian: false }]) {
      const { status, body: problem } = await confirm(session, body);
      expect([status, problem.code]).toEqual([422, "voting/guardian"]);
      expect(problem.errors).toEqual([{ pointer: "/guardian", detail: expect.stringContaining("16") }]);
    }
    expect(await declarations()).toEqual([]);
    expect((await confirm(session, { guardian: true })).status).toBe(200);
    expect(await declarations()).toHaveLength(1);
  });

  test("is told of by nothing before the code is right", async () => {
    const guess = async (pesel: string) => {
      const { status, body } = await confirm(await open(pesel), { code: "000000" });
      const { instance: _instance, ...rest } = body;
      return [status, rest];
    };
    expect(await guess(childPeselOf(1))).toEqual(await guess(peselOf(1)));
    const spent = await open(childPeselOf(2));
    for (let n = 0; n < 5; n++) await confirm(spent, { code: "000000" });
    expect((await confirm(spent)).body.code).toBe("voting/code");
  });

  test("who states more than once is one statement, of which no name and no child can be read", async () => {
    const session = await open(childPeselOf(0));
    await confirm(session, { guardian: true });
    const [one, ...others] = await declarations();
    expect(others).toEqual([]);
    expect(Object.keys(one as object).sort()).toEqual(["day", "pk", "sk"]);
    const hashed = await voterKeysOf(place.deps.vault, vote.cycleId as CycleId);
    expect(JSON.stringify(one)).not.toContain(hashed.voterKey(hashed.entryId(childPeselOf(0))));
  });
});

test("an adult needs no guardian, and a statement beside an adult's code is none", async () => {
  const before = (await declarations()).length;
  expect((await confirm(await open(peselOf(5)))).status).toBe(200);
  expect((await confirm(await open(peselOf(6)), { guardian: true })).status).toBe(200);
  expect(await declarations()).toHaveLength(before);
});

test("the result tells how many votes were cast with a guardian", async () => {
  for (let n = 4; n < 4 + CHILDREN; n++)
    expect(
      (await cast((await confirm(await open(childPeselOf(n)), { guardian: true })).body.token)).status,
    ).toBe(201);
  expect((await cast((await confirm(await open(peselOf(7)), { guardian: true })).body.token)).status).toBe(
    201,
  );
  const { count } = await countTestVote(place, vote);
  expect(Object.values(count.guardians)).toEqual([CHILDREN]);
  await signAndPublish(place, vote.cycleId, count.digest);
  const { body } = await place.call(`GET /v1/cycles/${vote.cycleId}/results`);
  expect(body.turnout).toMatchObject({ voters: CHILDREN + 1, withGuardian: CHILDREN });
  const page = await place.call(`GET /en/wyniki/${vote.cycleId}`);
  expect(page.text).toContain("children with a guardian");
});
