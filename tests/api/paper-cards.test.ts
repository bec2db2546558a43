import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { BatchId, CycleId } from "../../shared/domain/ids.ts";
import { type TestVote, vote } from "../kit/city.ts";
import { newKey, openPlace, type Place } from "../kit/place.ts";
import { cardOf, clerksOf, openVoteWithPoints } from "../kit/voting-points.ts";

let place: Place;
let city: TestVote;
let clerks: ReturnType<typeof clerksOf>;
let both: { pool: string; points: Record<string, number> }[];
beforeAll(async () => {
  place = await openPlace();
  city = await openVoteWithPoints(place);
  clerks = clerksOf(place, city.cycleId);
  both = [
    { pool: "M", points: { [city.projects.M?.[0] ?? ""]: 2 } },
    { pool: "L13", points: { [city.projects.L13?.[1] ?? ""]: 1 } },
  ];
});
afterAll(() => place?.close());

const UNSIGNED = { rejection: "unsigned" };

const figures = async (batch: string) => (await clerks.clerk(0, `GET /paper-batches/${batch}`)).body.figures;

const told = ({ status, body }: { status: number; body: { state?: string; code?: string } }) => [
  status,
  body.state ?? body.code,
];

const close = (batch: string) => clerks.clerk(0, `POST /paper-batches/${batch}/closing`);

describe("a paper card", () => {
  test("is cast when a second person keys the same, and not before", async () => {
    const batch = await clerks.register(1);
    expect(told(await clerks.key(0, batch, 1, cardOf(0, both)))).toEqual([200, "keyed"]);
    expect(await figures(batch)).toEqual({ cards: 1, untouched: 0, keyed: 1, accepted: 0, rejected: {} });
    expect(told(await clerks.key(1, batch, 1, cardOf(0, both)))).toEqual([200, "accepted"]);
    expect((await vote(place, city.cycleId, 0, both)).body.code).toBe("voting/already-voted");
  });

  test("is never settled by the one person who keyed it", async () => {
    const batch = await clerks.register(2);
    for (const _ of [1, 2, 3]) {
      expect(told(await clerks.key(0, batch, 1, cardOf(1, both)))).toEqual([200, "keyed"]);
      expect(told(await clerks.key(0, batch, 2, UNSIGNED))).toEqual([200, "keyed"]);
    }
    const at = { cycleId: city.cycleId as CycleId, batchId: batch as BatchId, number: 2 };
    const { batches, table } = place.deps.store;
    const card = await batches.card(at);
    const keyed = { whole: "unsigned" };
    const outcome = await table.write([
      await batches.settle(at, { id: card?.by ?? "", name: "" }, { keyed, rejection: "unsigned" }),
    ]);
    expect(outcome).toMatchObject({ refusal: { code: "identity/same-person" } });
  });

  test("on which two people differ tells where, keeps the first keying, and nothing is cast", async () => {
    const batch = await clerks.register(1);
    await clerks.key(0, batch, 1, cardOf(2, both));
    const other = [
      { pool: "M", points: { [city.projects.M?.[1] ?? ""]: 2 } },
      both[1] as (typeof both)[number],
    ];
    const differs = await clerks.key(1, batch, 1, cardOf(2, other));
    expect([...told(differs), differs.body.detail]).toEqual([
      409,
      "paper/differs",
      "Sprawdź z kartą: lista M.",
    ]);
    expect((await clerks.key(1, batch, 1, cardOf(3, both))).body.detail).toContain("dane osoby");
    expect((await clerks.key(1, batch, 1, UNSIGNED)).body.code).toBe("paper/differs");
    expect(told(await clerks.key(1, batch, 1, cardOf(2, other), newKey(), "?replaces=yes"))).toEqual([
      200,
      "keyed",
    ]);
    expect(told(await clerks.key(0, batch, 1, cardOf(2, other)))).toEqual([200, "accepted"]);
  });

  test("that is keyed again after its answer was lost is told the same; a settled one is not changed", async () => {
    const batch = await clerks.register(2);
    const key = newKey();
    await clerks.key(0, batch, 1, cardOf(4, both));
    for (const _ of [1, 2])
      expect(told(await clerks.key(1, batch, 1, cardOf(4, both), key))).toEqual([200, "accepted"]);
    expect(told(await clerks.key(1, batch, 1, cardOf(4, both)))).toEqual([409, "paper/settled"]);
    expect(told(await clerks.key(0, batch, 1, UNSIGNED))).toEqual([409, "paper/settled"]);
    await clerks.key(0, batch, 2, UNSIGNED);
    for (const _ of [1, 2]) expect(told(await clerks.key(1, batch, 2, UNSIGNED))).toEqual([200, "rejected"]);
  });

  test("has one number, written one way, and what is wrong with it is named", async () => {
    const batch = await clerks.register(1);
    for (const number of ["01", "1.0", "+1", "0", "1e0"]) {
      const path = `POST /paper-batches/${batch}/cards/${number}`;
      expect((await clerks.clerk(0, path, { key: true, body: UNSIGNED })).status).toBeGreaterThanOrEqual(400);
    }
    expect((await figures(batch)).untouched).toBe(1);
    const named = async (body: object) => {
      const { errors } = (await clerks.key(0, batch, 1, body)).body;
      return errors.map(({ pointer }: { pointer: string }) => pointer);
    };
    const unlisted = await clerks.key(0, batch, 1, { rejection: "because" });
    expect(unlisted.body.errors).toEqual([
      { pointer: "/rejection", detail: expect.stringContaining("unsigned, unreadable") },
    ]);
    expect(await named({ pesel: "44051401359" })).toEqual(["/sections"]);
    expect(await named({ pesel: "1", sections: [{ pool: "M", points: {} }] })).toEqual(["/pesel"]);
    expect(await named({ rejection: "blank", more: 1 })).toEqual(["/more"]);
  });

  test("of somebody who has voted, is not on the roll, or says too much is refused at the first keying", async () => {
    const batch = await clerks.register(1);
    expect((await vote(place, city.cycleId, 5, both)).status).toBe(201);
    expect(told(await clerks.key(0, batch, 1, cardOf(5, both)))).toEqual([409, "voting/already-voted"]);
    expect(told(await clerks.key(0, batch, 1, cardOf(6000, both)))).toEqual([422, "roll/not-listed"]);
    const over = [{ pool: "M", points: { [city.projects.M?.[0] ?? ""]: 4 } }];
    expect(told(await clerks.key(0, batch, 1, cardOf(6, over)))).toEqual([422, "ballot/over-points"]);
    expect((await figures(batch)).untouched).toBe(1);
  });

  test("of somebody who voted on the web between the two keyings is refused, whoever was first", async () => {
    const batch = await clerks.register(1);
    await clerks.key(0, batch, 1, cardOf(7, both));
    const [web, paper] = await Promise.all([
      vote(place, city.cycleId, 7, both),
      clerks.key(1, batch, 1, cardOf(7, both)),
    ]);
    expect([web.status, paper.status].sort()).toContain(409);
    expect([web.status === 201, paper.body.state === "accepted"].filter(Boolean)).toHaveLength(1);
  });

  test("leaves nothing of its keying once it is settled, and before that only keyed hashes", async () => {
    const batch = (await clerks.register(1)) as BatchId;
    const at = { cycleId: city.cycleId as CycleId, batchId: batch, number: 1 };
    await clerks.key(0, batch, 1, cardOf(8, both));
    const keyed = JSON.stringify(await place.deps.store.batches.card(at));
    expect(keyed).not.toContain("prj_");
    await clerks.key(1, batch, 1, cardOf(8, both));
    expect(await place.deps.store.batches.card(at)).toEqual({
      state: "accepted",
      by: expect.any(String),
      byName: "Barbara Słowik",
      settledBy: expect.any(String),
      settledByName: "Adam Jaskółka",
    });
  });
});

describe("a batch", () => {
  test("is closed when its cards are as many as were counted, each settled by two people", async () => {
    const batch = await clerks.register(3);
    await clerks.key(0, batch, 1, cardOf(9, both));
    await clerks.key(1, batch, 1, cardOf(9, both));
    await clerks.key(0, batch, 2, { rejection: "blank" });
    const early = await close(batch);
    expect([...told(early), early.body.detail]).toEqual([
      409,
      "paper/unsettled",
      "W partii kart ma być 3. Bez zgody dwóch osób pozostaje: 2.",
    ]);
    await clerks.key(1, batch, 2, { rejection: "blank" });
    await clerks.key(0, batch, 3, UNSIGNED);
    await clerks.key(1, batch, 3, UNSIGNED);
    for (const _ of [1, 2]) expect(told(await close(batch))).toEqual([200, "closed"]);
    expect(await figures(batch)).toEqual({
      cards: 3,
      untouched: 0,
      keyed: 0,
      accepted: 1,
      rejected: { blank: 1, unsigned: 1 },
    });
    const beyond = await clerks.key(0, batch, 4, UNSIGNED);
    expect([beyond.status, beyond.body.code]).toEqual([404, "paper/no-card"]);
  });

  test("of a day before the vote or after today is refused", async () => {
    for (const [receivedOn, said] of [
      ["2020-01-01", /^Podaj dzień nie wcześniejszy niż \d+ \S+ \d{4}\.$/],
      ["2040-01-01", /^Podaj dzień nie późniejszy niż \d+ \S+ \d{4}\.$/],
    ] as const) {
      const body = { point: "urzad", cards: 1, receivedOn };
      const refused = await clerks.clerk(0, "POST /paper-batches", { key: true, body });
      expect([refused.status, refused.body.errors]).toEqual([
        422,
        [{ pointer: "/receivedOn", detail: expect.stringMatching(said) }],
      ]);
    }
  });
});
