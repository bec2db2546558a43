import { randomBytes } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { routes } from "../../functions/routes.ts";
import { openVote } from "../../functions/voting/booth.ts";
import { confirmProved } from "../../functions/voting/confirm-code.ts";
import { checkShown } from "../../functions/voting/elector.ts";
import { registerBatch } from "../../functions/voting/paper/register-batch.ts";
import { lapseOverdue } from "../../functions/voting/pending/lapse.ts";
import type { Deed } from "../../shared/acts/audited.ts";
import { proposeExtension } from "../../shared/acts/cycle/extend-vote.ts";
import { standingOn } from "../../shared/acts/cycle/standing.ts";
import { calendarWith } from "../../shared/acts/cycle/window.ts";
import { sessionHashOf } from "../../shared/acts/voter-keys.ts";
import { entryOf } from "../../shared/domain/cycle/calendar.ts";
import type { Cycle } from "../../shared/domain/cycle/cycle.ts";
import { accept, Refused } from "../../shared/domain/result.ts";
import {
  dayOf,
  epochSeconds,
  type Instant,
  instant,
  type LocalDate,
  milliseconds,
  plusDays,
} from "../../shared/domain/time.ts";
import { registrationEnds } from "../../shared/domain/voting/paper.ts";
import { admissionOf } from "../../shared/platform/admit.ts";
import { idFrom } from "../../shared/platform/system.ts";
import { keys } from "../../shared/store/keys.ts";
import { put } from "../../shared/store/write.ts";
import { childPeselOf, type TestVote } from "../kit/city.ts";
import { newKey, openPlace, type Place } from "../kit/place.ts";
import { openVoteWithPoints } from "../kit/voting-points.ts";

/** A clock at a door goes on by itself: what comes in at a millisecond is asked here of what the door asks. */
let place: Place;
let vote: TestVote;
let cycle: Cycle;
let closesAt: Instant;
beforeAll(async () => {
  place = await openPlace();
  vote = await openVoteWithPoints(place);
  const found = await place.deps.store.cycles.get(vote.cycleId as Cycle["id"]);
  if (!found) throw new Error("no cycle");
  cycle = found;
  closesAt = entryOf(cycle.calendar, "voting")?.endsAt ?? "";
});
afterAll(() => place?.close());

const after = (at: Instant, ms: number): Instant => instant(milliseconds(at) + ms);

const by = (receivedAt: Instant): Deed & { readonly fingerprint: string } => ({
  actor: { kind: "staff", id: "ewa", name: "Ewa Kos", roles: ["clerk"] },
  route: routes.postBatch,
  receivedAt,
  newId: (prefix) => idFrom(prefix, randomBytes(10)),
  fingerprint: newKey(),
});

/** What is refused, by its code; else what comes of it. */
const outcome = async <T>(act: () => Promise<T>): Promise<T | string> => {
  try {
    return await act();
  } catch (error) {
    if (error instanceof Refused) return error.refusal.code;
    throw error;
  }
};

test("a vote is open up to the last millisecond before its close", async () => {
  const opensAt = entryOf(cycle.calendar, "voting")?.startsAt ?? "";
  const asked = async (at: Instant) => {
    const open = await outcome(() => openVote(cycle.id, at, place.deps));
    return typeof open === "string" ? open : open.id;
  };
  expect(await asked(after(opensAt, -1))).toBe("voting/closed");
  expect([await asked(opensAt), await asked(after(closesAt, -1))]).toEqual([cycle.id, cycle.id]);
  expect(await asked(closesAt)).toBe("voting/closed");
});

test("a batch of cards is of before the close up to its last millisecond, and is registered up to the end of its days, whether or not the machine has come by", async () => {
  const batch = { point: "urzad", cards: 1, receivedOn: dayOf(after(closesAt, -1)) } as const;
  const registered = async (receivedAt: Instant) => {
    const made = await outcome(() => registerBatch({ by: by(receivedAt), cycle, batch }, place.deps));
    return typeof made === "string" ? made : (made.afterClose ?? false);
  };
  expect([await registered(after(closesAt, -1)), await registered(closesAt)]).toEqual([false, true]);
  const end = registrationEnds(closesAt, { registeredWithinDays: 2 });
  expect([await registered(after(end, -1)), await registered(end)]).toEqual([true, "paper/too-late"]);
});

test("the end of a vote is moved up to the last millisecond before it, and not from then on", () => {
  const asked = (now: Instant) => {
    const moved = calendarWith(cycle, { name: "voting", endsAt: after(closesAt, 3_600_000) }, now);
    return moved.ok || moved.refusal.code;
  };
  expect([asked(after(closesAt, -1)), asked(closesAt)]).toEqual([true, "voting/closed"]);
});

test("a proposal to make a vote longer can be accepted up to the millisecond in which it lapses", async () => {
  const { deps } = place;
  const asked = { endsAt: after(closesAt, 86_400_000), reason: "Awaria poczty" };
  const act = await proposeExtension({ by: by(after(closesAt, -7_200_000)), cycle, asked }, deps);
  const now = await deps.store.cycles.get(cycle.id);
  const seen = async (at: Instant) => (await standingOn(now ?? cycle, at, deps)).extension?.id;
  expect([await seen(after(act.until, -1)), await seen(act.until)]).toEqual([act.id, undefined]);
  const lapsed = async (at: Instant) => {
    await lapseOverdue({ ...deps, system: { ...deps.system, now: () => at } });
    return (await deps.store.pending.get(act.id))?.state;
  };
  expect([await lapsed(after(act.until, -1)), await lapsed(act.until)]).toEqual(["proposed", "lapsed"]);
});

test("who comes by eID is let in up to the end of the time that a code has", async () => {
  const [now, contact] = [after(closesAt, -3_600_000), ""];
  const codeExpiresAt = after(now, 600_000);
  const enter = async (session: string, receivedAt: Instant) => {
    const voter = { key: `voter-${session}`, district: "L13" };
    const opened = {
      cycleId: cycle.id,
      voter,
      proved: true,
      contact,
      language: "pl",
      codeExpiresAt,
    } as const;
    const more = { expiresAt: after(now, 1_800_000), tries: 0, confirmed: false };
    accept(await place.deps.store.voterSessions.open(sessionHashOf(session), { ...opened, ...more }, now));
    return (await confirmProved({ cycleId: cycle.id, session, network: undefined, receivedAt }, place.deps))
      .ok;
  };
  expect([await enter("one", after(codeExpiresAt, -1)), await enter("other", codeExpiresAt)]).toEqual([
    true,
    false,
  ]);
});

test("a child needs a guardian up to the day before the birthday, and none on it", () => {
  const pesel = childPeselOf(0);
  const birthday = `${2020 + 16}-${String(Number(pesel.slice(2, 4)) - 20).padStart(2, "0")}-${pesel.slice(4, 6)}`;
  const asked = (day: LocalDate) => {
    const shown = checkShown({ guardianBelowAge: 16 }, { pesel }, day);
    return shown.ok || shown.refusal.code;
  };
  expect([asked(plusDays(birthday, -1)), asked(birthday)]).toEqual(["voting/guardian", true]);
});

test("an unconfirmed proposal is gone, and what a statement says of a person is over, with the second in which its time ends", async () => {
  const { store } = place.deps;
  const end = "2040-01-01T00:00:00.000Z";
  const id = "prj_0000000000000001";
  const draft = {
    ...{ id, cycleId: cycle.id, language: "pl", submittedAt: closesAt, fingerprint: "f" },
    proposal: {
      ...{ pool: "M", title: "Ławki", description: "Ławki", estimatedCostGrosze: 100 },
      author: { name: "Jan", email: "jan@example.com", isNamePublic: false },
    },
    expiresAtSeconds: epochSeconds(end),
  };
  const statement = "stm_0000000000000001";
  const table = store.table;
  await table.write([put({ key: keys.unconfirmed(cycle.id, id), item: draft })]);
  await table.write([
    put({ key: keys.statementData(cycle.id, statement, 30), item: { sealed: "s", keptUntil: end } }),
  ]);
  const there = async (at: Instant) => [
    (await store.unconfirmed.get(cycle.id, id, at)) !== undefined,
    (await store.statements.data(cycle.id, statement, at)).length,
  ];
  expect([await there(after(end, -1)), await there(end)]).toEqual([
    [true, 1],
    [false, 0],
  ]);
});

test("whoever has to wait until the very close is told that there will be no more tries", async () => {
  const receivedAt = after(closesAt, -3_600_000);
  const network = { address: "198.51.100.7", prefix: "198.51.100.0/24" };
  let people = 0;
  const tried = async (endsAt: Instant) => {
    const { admit } = admissionOf(routes.postVoterSession, { network, receivedAt }, place.deps);
    const calendar = [{ name: "voting", startsAt: receivedAt, endsAt }] as const;
    const taken = await admit.identify?.({
      edition: { ...cycle, calendar: [...calendar] },
      // Another one each time: the connection is what is used up.
      person: `p${people++}`,
      contact: "c",
      "person's contact": "pc",
      isRight: false,
    });
    if (!taken) throw new Error("nothing was taken");
    return taken.ok ? undefined : taken.refusal;
  };
  let met = await tried(closesAt);
  while (met === undefined) met = await tried(closesAt);
  const seconds = met.code === "request/too-many" ? met.facts.retryAfterSeconds : 0;
  expect(seconds).toBeGreaterThan(0);
  const back = after(receivedAt, seconds * 1000);
  expect([(await tried(back))?.code, (await tried(after(back, 1)))?.code]).toEqual([
    "voting/no-more-codes",
    "request/too-many",
  ]);
});
