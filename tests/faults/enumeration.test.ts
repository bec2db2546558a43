import { afterAll, beforeAll, expect, test } from "vitest";
import { peselOf } from "../kit/city.ts";
import { newKey } from "../kit/place.ts";
import { type FaultyPlace, openFaultyPlace, openVoteOf } from "./faulty-place.ts";

let place: FaultyPlace;
let cycleId: string;

beforeAll(async () => {
  place = await openFaultyPlace();
  cycleId = (await openVoteOf(place)).cycleId;
  await place.settle();
});
afterAll(() => place?.close());

/**
 * What the database is asked until the answer is out: the work that an answer's time is made of. Not the edition, which is read anew from time
 * to time, whoever asks.
 */
const callsOf = async (
  ask: () => Promise<{ status: number }>,
): Promise<{ status: number; calls: string[] }> => {
  place.proxy.state.calls = [];
  const { status } = await ask();
  const calls = [...place.proxy.state.calls].filter((call) => !/^Query|[|]CYCLES[|]/.test(call)).sort();
  await place.settle();
  return { status, calls };
};

const identify = (pesel: string, mothersMaidenName: string, email: string) =>
  callsOf(() =>
    place.call(`POST /v1/cycles/${cycleId}/voter-sessions`, {
      headers: { "x-forwarded-for": "198.51.100.7" },
      body: { pesel, mothersMaidenName, email },
    }),
  );

test("the same is read and written for whoever asks to vote, on the roll or not", async () => {
  await identify(peselOf(0), "Nowak-Łoś", "first@example.com");
  const known = await identify(peselOf(0), "Nowak-Łoś", "known@example.com");
  const stranger = await identify(peselOf(77), "Nowak-Łoś", "stranger@example.com");
  const wrongName = await identify(peselOf(0), "Kowalska", "wrong@example.com");
  expect(known.status).toBe(202);
  expect(known.calls.length).toBeGreaterThanOrEqual(5);
  expect(stranger).toEqual(known);
  expect(wrongName).toEqual(known);
});

test("the same is read and written under a key: at first, again, after a new code, and once it is over", async () => {
  const ofOne = async (pesel: string, email: string) => {
    const key = newKey();
    const body = { pesel, mothersMaidenName: "Nowak-Łoś", email };
    const at = `POST /v1/cycles/${cycleId}/voter-sessions`;
    let session = "";
    const ask = () =>
      callsOf(async () => {
        const reply = await place.call(at, { body, key });
        session = reply.body.session;
        return reply;
      });
    const seen = [await ask(), await ask()];
    seen.push(await callsOf(() => place.call(`${at}/${session}/resend`)));
    seen.push(await ask());
    await place.clock.moveTo((now) => now + 1_801_000);
    seen.push(await ask());
    return seen;
  };
  const known = await ofOne(peselOf(2), "keyed@example.com");
  expect(known.map(({ status }) => status)).toEqual([202, 202, 202, 202, 202]);
  expect(await ofOne(peselOf(81), "keyed-stranger@example.com")).toEqual(known);
});

test("the same is read and written for whoever was added, by the new proof, and by the old one that the addition took the place of", async () => {
  const at = `/v1/staff/cycles/${cycleId}/statements`;
  const filed = await place.call(`POST ${at}`, {
    token: await place.staff("clerk"),
    key: true,
    body: {
      firstName: "Zofia",
      surname: "Przybylska",
      pesel: peselOf(1),
      mothersMaidenName: "Wiśniewska",
      address: "ul. Mariacka 5/7",
      district: "L13",
      email: "added@example.com",
      declarations: [true, true],
    },
  });
  const decided = await place.call(`POST ${at}/${filed.body.statement}/decision`, {
    token: await place.staff("commission"),
    body: { result: "accepted" },
  });
  expect(decided.body.state).toBe("accepted");
  await place.settle();
  const stranger = await identify(peselOf(80), "Nowak-Łoś", "other@example.com");
  expect(stranger.status).toBe(202);
  expect(await identify(peselOf(1), "Wiśniewska", "new-name@example.com")).toEqual(stranger);
  expect(await identify(peselOf(1), "Nowak-Łoś", "old-name@example.com")).toEqual(stranger);
});

test("the same is read and written for whoever gives a phone number", async () => {
  const byPhone = (n: number, phone: string) =>
    callsOf(() =>
      place.call(`POST /v1/cycles/${cycleId}/voter-sessions`, {
        body: { pesel: peselOf(n), mothersMaidenName: "Nowak-Łoś", phone },
      }),
    );
  const known = await byPhone(0, "600100200");
  expect(known.status).toBe(202);
  expect(await byPhone(79, "600100201")).toEqual(known);
});

test("a wrong code costs the same work and gets the same answer, whether a right one exists or not", async () => {
  const open = async (pesel: string, email: string): Promise<string> =>
    (
      await place.call(`POST /v1/cycles/${cycleId}/voter-sessions`, {
        body: { pesel, mothersMaidenName: "Nowak-Łoś", email },
      })
    ).body.session;
  const guess = async (session: string) => {
    let seen = {};
    const asked = await callsOf(async () => {
      const reply = await place.call(`POST /v1/cycles/${cycleId}/voter-sessions/${session}/code`, {
        body: { code: "000000" },
      });
      const { instance: _instance, ...problem } = reply.body;
      seen = problem;
      return reply;
    });
    return { ...asked, seen };
  };
  const known = await open(peselOf(0), "k@example.com");
  const stranger = await open(peselOf(78), "s@example.com");
  await place.settle();
  const first = await guess(known);
  expect(first.status).toBe(422);
  expect(await guess(stranger)).toEqual(first);
});
