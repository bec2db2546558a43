import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { routes } from "../../functions/routes.ts";
import { limitsOf } from "../../shared/platform/admission.ts";
import type { Route } from "../../shared/platform/route.ts";
import { drawn, runs } from "../kit/chance.ts";
import { newKey, openPlace, type Place } from "../kit/place.ts";
import { openCall, proposalBody, propose } from "../kit/proposals.ts";
import { openSurvey } from "../kit/surveys.ts";
import { callMeeting } from "./meeting-parts.ts";

/** Requests of each kind that one address sends as fast as it can: some more than are let in, in the long form many. */
const floodOver = (most: number): number => (runs(1) > 1 ? 600 : most + 6);
/** Letters that one mailbox gets from one network, and that one connection causes at all. */
const [TO_A_MAILBOX, FROM_AN_ADDRESS] = [10, 30];

let place: Place;
let kinds: Readonly<Record<string, (email: string) => readonly [ask: string, sent: object]>>;
beforeAll(async () => {
  place = await openPlace();
  const call = await openCall(place);
  const { id: project } = await propose(place, call);
  const meeting = (await callMeeting(place)).body.id;
  const survey = (await openSurvey(place, { access: "address" })).id;
  kinds = {
    draft: (email) => [
      `/v1/cycles/${call}/proposals`,
      { body: proposalBody({ author: { name: "Ala", email, isNamePublic: false } }) },
    ],
    form: (email) => ["/zglos", { form: { cycle: call, email, key: newKey() } }],
    support: (email) => [
      `/v1/cycles/${call}/proposals/${project}/supports`,
      { body: { name: "Ala", address: "ul. Mariacka 5/7", email } },
    ],
    seat: (email) => [`/v1/meetings/${meeting}/signups`, { body: { name: "Ala", email, seats: 1 } }],
    survey: (email) => [`/v1/surveys/${survey}/links`, { body: { email } }],
  };
});
afterAll(() => place?.close());

const lettersTo = async (isOne: (to: string) => boolean): Promise<number> => {
  await place.settle();
  return place.letters().filter(({ to }) => isOne(to)).length;
};

/** More requests of a kind from one connection than are let in, a few at a time. */
const flood = async (
  kind: string,
  ip: string,
  most: number,
  emailOf: (n: number) => string,
): Promise<void> => {
  const one = async (n: number): Promise<void> => {
    const [path, sent] = kinds[kind]?.(emailOf(n)) ?? [""];
    const { status } = await place.call(`POST ${path}`, { ...sent, headers: { "x-forwarded-for": ip } });
    expect([200, 201, 202, 429]).toContain(status);
  };
  for (let n = 0; n < floodOver(most); n += 4)
    await Promise.all(Array.from({ length: 4 }, (_, k) => one(n + k)));
};

const FLOODS = [
  ["draft", 1],
  ["form", 2],
  ["support", 3],
  ["seat", 4],
  ["survey", 5],
] as const;

describe.each(FLOODS)("letters of a %s", (kind, net) => {
  const victim = `ofiara${net}`;
  const isVictim = (to: string) => to.startsWith(victim);

  test("reach a mailbox ten times from one network, however its address is written, and its owner still gets a link", async () => {
    const spellings = [`${victim}@wp.pl`, `${victim}+x@wp.pl`, `${victim.toUpperCase()}@wp.pl`];
    await flood(kind, `81.2.${net}.7`, TO_A_MAILBOX, (n) => spellings[n] ?? `${victim}+${n}@wp.pl`);
    expect(await lettersTo(isVictim)).toBe(TO_A_MAILBOX);
    const [path, sent] = kinds[kind]?.(`${victim}@wp.pl`) ?? [""];
    const own = await place.call(`POST ${path}`, {
      ...sent,
      headers: { "x-forwarded-for": `46.9.${net}.7` },
    });
    expect(own.status).toBeLessThan(300);
    expect(await lettersTo((to) => to === `${victim}@wp.pl`)).toBeGreaterThan(0);
    expect(await lettersTo(isVictim)).toBe(TO_A_MAILBOX + 1);
  }, 300_000);
});

// The last test finds the limit by connection on each of them.
test.each(drawn("a flood", FLOODS, 2))(
  "letters of a %s come from one connection thirty times, to however many people",
  async (kind, net) => {
    const isOne = (to: string) => to.startsWith(`tlum${net}-`);
    await flood(kind, `81.3.${net}.7`, FROM_AN_ADDRESS, (n) => `tlum${net}-${n}@wp.pl`);
    expect(await lettersTo(isOne)).toBe(FROM_AN_ADDRESS);
  },
  300_000,
);

test("every row that mails whoever it is given limits by mailbox, connection and network", () => {
  const mailing = Object.entries(routes as Readonly<Record<string, Route>>).filter(
    ([, route]) => route.who.by === "anyone" && (limitsOf(route)?.cost.letters ?? 0) > 0,
  );
  const without = mailing.filter(([, route]) => {
    const by = Object.values(limitsOf(route)?.buckets ?? {}).flatMap((rules) =>
      rules.flatMap((rule) => rule.by),
    );
    return !(["contact", "address", "network"] as const).every((one) => by.includes(one));
  });
  expect(mailing.length).toBeGreaterThan(8);
  // A session sends so many codes as its contact has left, whoever asks.
  expect(without.map(([name]) => name)).toEqual(["postResend", "postCodePage"]);
});
