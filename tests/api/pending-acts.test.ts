import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Role } from "../../shared/domain/office/roles.ts";
import { keys } from "../../shared/store/keys.ts";
import { update } from "../../shared/store/write.ts";
import { openTestVote, type TestVote } from "../kit/city.ts";
import { openPlace, type Place } from "../kit/place.ts";
import { openVisitor } from "../kit/staff-visitor.ts";
import { editionOf, HOUR_MS } from "../workflows/edition.ts";

type Person = readonly [Role, number];

let place: Place;
let one: TestVote;
beforeAll(async () => {
  place = await openPlace();
});
afterAll(() => place?.close());

const openVote = async (): Promise<TestVote> => {
  const opened = await openTestVote(place, {
    pools: { L13: { amountZloty: 1500, costsZloty: [800] } },
    voters: 1,
  });
  await place.clock.moveTo((now) => now + 2000);
  return opened;
};

const as = async ([role, n]: Person, route: string, body?: unknown) =>
  place.call(route, { token: await place.staff(role, n), ...(body !== undefined && { body }) });

/** The acts on this person's list of work, by their ids. */
const listed = async (who: Person, whose: "mine" | "second"): Promise<string[]> => {
  const { body } = await as(who, `GET /v1/staff/work?whose=${whose}`);
  return body.items.flatMap(({ kind, id }: { kind: string; id: string }) =>
    kind === "pending-act" ? [id] : [],
  );
};

interface Kind {
  readonly kind: string;
  readonly author: Person;
  readonly other: Person;
  /** Somebody whose work it is not. */
  readonly stranger: Person;
  readonly propose: () => Promise<{ readonly status: number }>;
  /** What the journal says of it, by the way it ended. */
  readonly acts: Readonly<Record<"acceptance" | "refusal" | "withdrawal", string>>;
}

const coordinators = {
  author: ["coordinator", 0],
  other: ["commission", 0],
  stranger: ["clerk", 0],
} as const;
const inCycle = () => `/v1/staff/cycles/${one.cycleId}`;
const inHours = (hours: number) => new Date(place.clock.now() + hours * HOUR_MS).toISOString();

const KINDS: readonly Kind[] = [
  {
    kind: "extend-vote",
    ...coordinators,
    propose: async () => {
      const { closesAt } = (await as(["coordinator", 0], `GET ${inCycle()}`)).body;
      const endsAt = new Date(Date.parse(closesAt) + HOUR_MS).toISOString();
      return as(["coordinator", 0], `POST ${inCycle()}/extension`, { endsAt, reason: "Awaria poczty" });
    },
    acts: {
      acceptance: "postExtensionAcceptance",
      refusal: "postPendingRefusal",
      withdrawal: "postPendingWithdrawal",
    },
  },
  {
    kind: "move-cycle",
    ...coordinators,
    propose: () =>
      as(["coordinator", 0], `POST ${inCycle()}/transitions`, { to: "sealed", reason: "Powódź" }),
    acts: {
      acceptance: "postTransitionAcceptance",
      refusal: "postPendingRefusal",
      withdrawal: "postTransitionWithdrawal",
    },
  },
];

describe.each(KINDS)("$kind, which takes two people,", ({ kind, author, other, stranger, propose, acts }) => {
  beforeAll(async () => {
    one = await openVote();
  });

  const pending = async (): Promise<string> => {
    const { status } = await propose();
    expect(status).toBeLessThan(300);
    const ids = await listed(author, "second");
    expect(ids).toHaveLength(1);
    return ids[0] ?? "";
  };
  const settle = (who: Person, id: string, how: string) =>
    as(who, `POST /v1/staff/pending/${id}/${how}`, how === "refusal" ? { reason: "Nie trzeba" } : undefined);
  const lastAct = async (): Promise<string | undefined> => {
    const { items } = await place.deps.store.audit.list(one.cycleId, { limit: 1 });
    return items[0]?.act;
  };
  const gone = async (id: string): Promise<void> => {
    for (const who of [author, other]) expect(await listed(who, "mine")).not.toContain(id);
    expect(await listed(author, "second")).not.toContain(id);
  };

  test("stands on the other's desk as theirs to do, and is told as it was proposed", async () => {
    const id = await pending();
    expect([await listed(other, "mine"), await listed(author, "mine")]).toEqual([[id], []]);
    const { status, body } = await as(stranger, `GET /v1/staff/pending/${id}`);
    expect([status, body.kind, body.state, body.settled]).toEqual([200, kind, "proposed", null]);
    expect(Date.parse(body.until)).toBeGreaterThan(place.clock.now());
    const visitor = openVisitor(place);
    await visitor.signIn(other[0], other[1]);
    const page = await visitor.go(`GET /urzad/sprawy/${id}`);
    expect([page.status, page.text.includes("Przyjmij wniosek")]).toEqual([200, true]);
    expect((await settle(author, id, "withdrawal")).status).toBe(200);
  });

  test("is settled by nobody whose word it does not take", async () => {
    const id = await pending();
    const codes = [];
    for (const [who, how] of [
      [author, "acceptance"],
      [author, "refusal"],
      [other, "withdrawal"],
      [stranger, "acceptance"],
      [stranger, "refusal"],
    ] as const) {
      const { status, body } = await settle(who, id, how);
      codes.push(`${status} ${body.code}`);
    }
    expect(codes).toEqual([
      "403 identity/same-person",
      "403 identity/same-person",
      "403 pending/not-yours",
      "403 identity/role",
      "403 identity/role",
    ]);
    expect((await as(other, `GET /v1/staff/pending/${id}`)).body.state).toBe("proposed");
    await settle(author, id, "withdrawal");
  });

  test.each(["withdrawal", "refusal"] as const)(
    "ends with its %s, for good and in the journal",
    async (how) => {
      const id = await pending();
      const [who, late] = how === "withdrawal" ? [author, other] : [other, author];
      const ended = await settle(who, id, how);
      expect([ended.status, ended.body.settled.reason]).toEqual([
        200,
        how === "refusal" ? "Nie trzeba" : null,
      ]);
      expect(await lastAct()).toBe(acts[how]);
      // The same word again finds it done; another comes too late.
      expect((await settle(who, id, how)).body).toEqual(ended.body);
      const after = await settle(how === "withdrawal" ? late : who, id, "acceptance");
      expect([after.status, after.body.code]).toEqual([409, "pending/settled"]);
      await gone(id);
    },
  );

  test("gives way to a newer one, which alone can be accepted", async () => {
    const before = await pending();
    expect(await pending()).toBe(before);
    await settle(author, before, "withdrawal");
    const first = await pending();
    await settle(other, first, "refusal");
    const id = await pending();
    const stale = await settle(other, first, "acceptance");
    expect([stale.status, stale.body.code]).toEqual([409, "pending/settled"]);
    const accepted = await settle(other, id, "acceptance");
    expect([accepted.status, accepted.body.state]).toEqual([200, "accepted"]);
    expect((await settle(other, id, "acceptance")).body).toEqual(accepted.body);
    expect(await lastAct()).toBe(acts.acceptance);
    await gone(id);
  });

  test("lapses: nobody accepts it after its time, and it leaves every desk", async () => {
    one = await openVote();
    const id = await pending();
    const { until } = (await as(author, `GET /v1/staff/pending/${id}`)).body;
    await place.clock.moveTo(Date.parse(until));
    const late = await settle(other, id, "acceptance");
    expect([late.status, late.body.code]).toEqual([410, "pending/lapsed"]);
    expect((await as(other, `GET /v1/staff/pending/${id}`)).body.state).toBe("lapsed");
    await place.settle();
    await gone(id);
  });
});

test("an act that nobody proposed is nowhere", async () => {
  for (const who of [["coordinator", 0]] as const) {
    const path = "/v1/staff/pending/pnd_7k3m9x2qav5d8r1t";
    expect((await as(who, `GET ${path}`)).status).toBe(404);
    expect((await as(who, `POST ${path}/acceptance`)).status).toBe(404);
  }
});

test("what was proposed on the cycle itself, before acts had a place of their own, is accepted like any other", async () => {
  const other = await openVote();
  const edition = editionOf(place, other);
  const { closesAt } = await edition.seen();
  const at = inHours(0);
  const former = { reason: "Awaria poczty", by: "somebody-else", name: "Jan Nowak", at };
  const endsAt = new Date(Date.parse(closesAt) + HOUR_MS).toISOString();
  await place.deps.store.table.write([
    update({
      key: keys.cycle(edition.id),
      set: { extension: { ...former, endsAt }, proposedMove: { ...former, to: "cancelled" } },
    }),
  ]);
  const seen = await edition.seen();
  expect(seen.extension).toEqual({ endsAt, reason: former.reason, name: former.name, at });
  expect(seen.proposedMove).toEqual({ to: "cancelled", reason: former.reason, name: former.name, at });
  expect(await listed(["commission", 0], "mine")).toHaveLength(2);
  expect((await edition.acceptExtension(endsAt)).body.closesAt).toBe(endsAt);
  expect((await edition.agree("cancelled")).body.proposedMove).toBeNull();
});
