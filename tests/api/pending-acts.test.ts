import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { PendingId } from "../../shared/domain/ids.ts";
import { workOfPending } from "../../shared/domain/office/pending.ts";
import {
  dayOf,
  instant,
  localInstant,
  milliseconds,
  plusSeconds,
  plusWorkingDays,
} from "../../shared/domain/time.ts";
import { keys } from "../../shared/store/keys.ts";
import { waits } from "../../shared/store/work.ts";
import { update } from "../../shared/store/write.ts";
import { drawn } from "../kit/chance.ts";
import { openTestVote } from "../kit/city.ts";
import { inTurn } from "../kit/in-turn.ts";
import { type Answer, openPlace, type Place } from "../kit/place.ts";
import { stepVisitor } from "../kit/staff-visitor.ts";
import { callAs, type Person, type Ready, TWO_PEOPLE } from "../kit/two-people.ts";
import { faultsOfPage } from "../pages/tags.ts";
import { editionOf, HOUR_MS } from "../workflows/edition.ts";

let place: Place;
let one: Ready;
// A day's move in a place of its own: editions of other acts would go their whole way meanwhile.
const inOwnPlace = (): void => {
  beforeAll(async () => {
    place = await openPlace();
  });
  afterAll(() => place?.close());
};

const by = (who: Person, route: string, body?: unknown): Promise<Answer> => callAs(place, who, route, body);

/** The acts on this person's list of work, by their ids. */
const listed = async (who: Person, whose: "mine" | "second"): Promise<string[]> => {
  const { body } = await by(who, `GET /v1/staff/work?whose=${whose}`);
  return body.items.flatMap(({ kind, id }: { kind: string; id: string }) =>
    kind === "pending-act" ? [id] : [],
  );
};

const mailOf = async ([role, n]: Person): Promise<string> => {
  const [, claims = ""] = (await place.staff(role, n)).split(".");
  const { sub } = JSON.parse(Buffer.from(claims, "base64url").toString());
  return (await place.deps.store.directory.staff()).find(({ id }) => id === sub)?.mail ?? "";
};

const KINDS = Object.entries(TWO_PEOPLE).map(([kind, row]) => ({ kind, ...row }));

/** One mechanism does it for all of them: the short form looks at each property of it by a third, drawn apart. */
const aThird = (property: string) => drawn(property, KINDS, Math.ceil(KINDS.length / 3));
const TOLD = aThird("a pending act is told");
const ENDED = aThird("a pending act is ended");
const REPLACED = aThird("a pending act is replaced");
const LAPSING = aThird("a pending act lapses");
const isOf = (ones: readonly { readonly kind: string }[], kind: string): boolean =>
  ones.some((one) => one.kind === kind);

describe.each(KINDS)(
  "$kind, which takes two people,",
  ({ kind, author, others, stranger, ready, ...row }) => {
    const { test } = inTurn();
    const [other] = others;
    const { acts } = row;
    const day = () => dayOf(instant(place.clock.now()));
    inOwnPlace();
    beforeAll(async () => {
      const morning = milliseconds(localInstant(`${plusWorkingDays(day(), 1)}T06:50`));
      if (isOf(TOLD, kind)) await place.clock.moveTo(morning - row.hours * HOUR_MS);
      one = await ready(place);
    });

    const pending = async (): Promise<string> => {
      const { status } = await one.propose();
      expect(status).toBeLessThan(300);
      const ids = await listed(author, "second");
      expect(ids).toHaveLength(1);
      return ids[0] ?? "";
    };
    const settle = (who: Person, id: string, how: string) =>
      by(
        who,
        `POST /v1/staff/pending/${id}/${how}`,
        how === "refusal" ? { reason: "Nie trzeba" } : undefined,
      );
    const journal = async (): Promise<string[]> =>
      (await place.deps.store.audit.list(one.journal)).items.map(({ act }) => act);
    const gone = async (id: string): Promise<void> => {
      for (const who of [author, other]) expect(await listed(who, "mine")).not.toContain(id);
      expect(await listed(author, "second")).not.toContain(id);
    };

    if (isOf(TOLD, kind))
      test("stands on the other's desk and in their morning letter as theirs to do, and is told as it was proposed", async () => {
        const id = await pending();
        expect([await listed(other, "mine"), await listed(author, "mine")]).toEqual([[id], []]);
        const { status, body } = await by(stranger, `GET /v1/staff/pending/${id}`);
        expect([status, body.kind, body.state, body.settled]).toEqual([200, kind, "proposed", null]);
        expect(Date.parse(body.until)).toBeGreaterThan(place.clock.now());
        const visitor = stepVisitor(place);
        const home = await visitor.signIn(other[0], other[1]);
        expect(home.text).toMatch(
          new RegExp(`href="/urzad/sprawy/${id}">Do przyjęcia przez drugą osobę[^<]*: `),
        );
        const page = await visitor.go(`GET /urzad/sprawy/${id}`);
        expect([page.status, page.text.includes("Przyjmij propozycję")]).toEqual([200, true]);
        expect(faultsOfPage(page.text)).toEqual([]);
        const silent = await visitor.go(`POST /urzad/sprawy/${id}`, { form: { act: "refuse", reason: "" } });
        expect([silent.status, silent.text.includes("To pole jest wymagane.")]).toEqual([422, true]);
        await place.clock.moveTo((now) => now + 20 * 60_000);
        const told = place.letters().filter(({ text }) => text.includes(`${place.url}/urzad/sprawy/${id}`));
        expect(told.map(({ to }) => to)).toContain(await mailOf(other));
        expect(told.map(({ to }) => to)).not.toContain(await mailOf(author));
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
      expect((await by(other, `GET /v1/staff/pending/${id}`)).body.state).toBe("proposed");
      await settle(author, id, "withdrawal");
    });

    if (isOf(ENDED, kind))
      test.each<["withdrawal" | "refusal"]>([["withdrawal"], ["refusal"]])(
        "ends with its %s, for good and in the journal",
        async (how) => {
          const id = await pending();
          const [who, late] = how === "withdrawal" ? [author, other] : [other, author];
          const ended = await settle(who, id, how);
          const isKept = how === "refusal" && !row.isAboutResident;
          expect([ended.status, ended.body.settled.reason]).toEqual([200, isKept ? "Nie trzeba" : null]);
          const { items } = await place.deps.store.audit.list(one.journal, { limit: 1 });
          expect(items[0]?.act).toBe(acts[how]);
          if (row.isAboutResident) expect(items[0]?.reason).toBeUndefined();
          // The same word again finds it done; another comes too late.
          expect((await settle(who, id, how)).body).toEqual(ended.body);
          const after = await settle(how === "withdrawal" ? late : who, id, "acceptance");
          expect([after.status, after.body.code]).toEqual([409, "pending/settled"]);
          await gone(id);
        },
      );

    if (isOf(REPLACED, kind))
      test("gives way to a newer one, once it was refused", async () => {
        const first = await pending();
        await settle(other, first, "refusal");
        const id = await pending();
        const stale = await settle(other, first, "acceptance");
        expect([stale.status, stale.body.code]).toEqual([409, "pending/settled"]);
        expect((await settle(author, id, "withdrawal")).status).toBe(200);
      });

    test("is accepted once, whoever sends it at the same moment", async () => {
      const id = await pending();
      const before = (await journal()).filter((act) => act === acts.acceptance).length;
      const sent = await Promise.all([...others, ...others].map((who) => settle(who, id, "acceptance")));
      expect(sent.map(({ status }) => status)).toContain(200);
      expect((await by(other, `GET /v1/staff/pending/${id}`)).body.state).toBe("accepted");
      const accepted = (await journal()).filter((act) => act === acts.acceptance);
      expect(accepted).toHaveLength(before + 1);
      await gone(id);
    });
  },
);

describe("an act that takes two people", () => {
  inOwnPlace();

  /** Makes a proposal one of so long ago that its time is over in a minute. */
  const age = async (id: string): Promise<void> => {
    const { pending, table } = place.deps.store;
    const act = await pending.get(id as PendingId);
    if (!act) throw new Error(`no ${id}`);
    const until = plusSeconds(instant(place.clock.now()), 60);
    const item = update({
      key: keys.pending(act.id),
      set: { until, ...waits(workOfPending({ ...act, until })) },
    });
    await table.write([item]);
  };

  test.each(LAPSING)(
    "$kind lapses when nobody accepted it in time: no word settles it, and it leaves every desk",
    async (row) => {
      const { author, others, ready } = row;
      const { propose } = await ready(place);
      const before = await listed(author, "second");
      await propose();
      const [id = ""] = (await listed(author, "second")).filter((one) => !before.includes(one));
      await age(id);
      await place.clock.moveTo((now) => now + 60_000);
      const late = await by(others[0], `POST /v1/staff/pending/${id}/acceptance`);
      expect([late.status, late.body.code]).toEqual([410, "pending/lapsed"]);
      expect((await by(others[0], `GET /v1/staff/pending/${id}`)).body.state).toBe("lapsed");
      for (const who of [author, others[0]])
        for (const whose of ["mine", "second"] as const) expect(await listed(who, whose)).not.toContain(id);
    },
  );

  test("an act that nobody proposed is nowhere", async () => {
    const path = "/v1/staff/pending/pnd_7k3m9x2qav5d8r1t";
    for (const route of [`GET ${path}`, `POST ${path}/acceptance`])
      expect((await by(["coordinator", 0], route)).status).toBe(404);
  });

  test("what was proposed on the cycle itself, before acts had a place of their own, is accepted like any other", async () => {
    const other = await openTestVote(place, {
      pools: { L13: { amountZloty: 1500, costsZloty: [800] } },
      voters: 1,
    });
    const edition = editionOf(place, other);
    const { closesAt } = await edition.seen();
    const at = new Date(place.clock.now()).toISOString();
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
});
