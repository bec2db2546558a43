import { afterAll, beforeAll, expect, test } from "vitest";
import { openPlace, type Place } from "../kit/place.ts";
import { stepVisitor } from "../kit/staff-visitor.ts";
import { visitor } from "../kit/visitor.ts";
import { clerksOf, openVoteWithPoints } from "../kit/voting-points.ts";

const BLANK = { rejection: "blank" };
const REASON = "Przeliczono jeszcze raz";

let place: Place;
let cycleId: string;
let clerks: ReturnType<typeof clerksOf>;
beforeAll(async () => {
  place = await openPlace();
  ({ cycleId } = await openVoteWithPoints(place));
  clerks = clerksOf(place, cycleId);
});
afterAll(() => place?.close());

const correct = (batch: string, cards: unknown, reason = REASON) => clerks.correct(batch, cards, reason);
const propose = (batch: string, cards: number, by = 0) =>
  clerks.clerk(by, `POST /paper-batches/${batch}/correction`, { body: { cards, reason: REASON } });

const close = (batch: string) => clerks.clerk(0, `POST /paper-batches/${batch}/closing`);

test("a wrong total is corrected down to the highest card that was keyed, and the batch can be closed", async () => {
  const batch = await clerks.register(5000);
  for (const number of [1, 2]) for (const by of [0, 1]) await clerks.key(by, batch, number, BLANK);
  expect((await close(batch)).body.code).toBe("paper/unsettled");
  const below = await correct(batch, 1);
  expect([below.status, below.body.code, below.body.detail]).toEqual([
    409,
    "paper/below-keyed",
    "Wprowadzono kartę 2. Podaj liczbę nie mniejszą.",
  ]);
  for (const _ of [1, 2]) {
    const { status, body } = await correct(batch, 2);
    expect([status, body.figures]).toEqual([
      200,
      { cards: 2, untouched: 0, keyed: 0, accepted: 0, rejected: { blank: 2 } },
    ]);
  }
  expect((await clerks.key(0, batch, 3, BLANK)).status).toBe(404);
  expect((await close(batch)).status).toBe(200);
  expect((await correct(batch, 3)).body.code).toBe("paper/closed");
});

test("cards that were missed are added, and are keyed like the others", async () => {
  const batch = await clerks.register(1);
  expect((await clerks.key(0, batch, 2, BLANK)).status).toBe(404);
  expect((await correct(batch, 2)).body.figures.untouched).toBe(2);
  expect((await clerks.key(0, batch, 2, BLANK)).status).toBe(200);
});

test("a batch that is closed while cards are added to it has no card that nobody keyed", async () => {
  for (let round = 0; round < 8; round++) {
    const batch = await clerks.register(1);
    for (const by of [0, 1]) await clerks.key(by, batch, 1, BLANK);
    const [closed] = await Promise.all([close(batch), correct(batch, 2)]);
    expect([200, 409, 412]).toContain(closed.status);
    const { state, figures } = (await clerks.clerk(0, `GET /paper-batches/${batch}`)).body;
    expect([state, figures.untouched]).toEqual(state === "closed" ? ["closed", 0] : ["open", 1]);
  }
});

test("a correction changes nothing until another person than proposed it accepts that very number", async () => {
  const batch = await clerks.register(10);
  const { status, body } = await propose(batch, 9);
  expect([status, Object.keys(body)]).toEqual([202, ["pendingId", "until"]]);
  const word = (by: number, how: string, said?: object) =>
    clerks.clerk(by, `POST /paper-batches/${batch}/correction/${how}`, said && { body: said });
  const own = await word(0, "acceptance", { pendingId: body.pendingId });
  expect([own.status, own.body.code]).toEqual([403, "identity/same-person"]);
  // Another number took its place: who accepts the first does not accept this one.
  const { pendingId } = (await propose(batch, 0)).body;
  const stale = await word(1, "acceptance", { pendingId: body.pendingId });
  expect([stale.status, stale.body.code]).toEqual([409, "pending/settled"]);
  expect((await word(1, "withdrawal")).body.code).toBe("pending/not-yours");
  expect((await word(1, "refusal", { reason: "Jest 10" })).body.figures.cards).toBe(10);
  expect((await word(1, "acceptance", { pendingId })).body.code).toBe("pending/settled");
  await propose(batch, 11, 1);
  expect((await word(1, "withdrawal")).body.figures.cards).toBe(10);
  expect((await word(1, "withdrawal")).status).toBe(404);
});

test("a batch for which somebody proposes another number is not closed over it", async () => {
  const batch = await clerks.register(1);
  for (const by of [0, 1]) await clerks.key(by, batch, 1, BLANK);
  await propose(batch, 2, 1);
  const early = await close(batch);
  expect([early.status, early.body.code]).toEqual([409, "paper/correction-waits"]);
  await clerks.clerk(0, `POST /paper-batches/${batch}/correction/refusal`, {
    body: { reason: "Jest jedna" },
  });
  expect((await close(batch)).body.state).toBe("closed");
});

test("nobody corrects without a reason or past what a batch may hold", async () => {
  const batch = await clerks.register(10);
  for (const [cards, reason] of [
    [5001, REASON],
    [-1, REASON],
    ["9", REASON],
    [9, ""],
  ] as const)
    expect([400, 422]).toContain((await correct(batch, cards, reason)).status);
  const { body } = await clerks.clerk(0, `GET /paper-batches/${batch}`);
  expect([body.state, body.figures.cards]).toEqual(["open", 10]);
});

test("a correction is in the log with its reason and both numbers; one that changes nothing is not", async () => {
  const batch = await clerks.register(40);
  for (const _ of [1, 2]) expect((await correct(batch, 4)).status).toBe(200);
  const { items } = await place.deps.store.audit.list(cycleId);
  const [line, asked, ...more] = items.filter(({ facts }) => facts.cardsBefore === 40);
  expect(more).toEqual([]);
  expect(asked).toMatchObject({ act: "postBatchCorrection", reason: REASON });
  expect(line).toMatchObject({
    act: "postBatchCorrectionAcceptance",
    byName: "Adam Jaskółka",
    reason: REASON,
    facts: { point: "Filia nr 5", cards: 4 },
  });
});

test("the pages lead two people to a correction, without scripts, and an empty field is no zero", async () => {
  const batch = await clerks.register(500);
  const browserOf = async (role: "clerk" | "commission") => {
    const signedIn = stepVisitor(place);
    await signedIn.signIn(role);
    const browser = visitor(place);
    for (const [name, value] of signedIn.jar) browser.cookies.set(name, value);
    return browser;
  };
  const path = `/urzad/partie/${cycleId}/${batch}`;
  const clerk = await browserOf("clerk");
  const page = await clerk.open(path);
  const empty = await clerk.send(page, `${path}/liczba`, { cards: "", reason: REASON });
  expect([empty.status, empty.text.includes("Wpisz liczbę kart od 0 do 5000.")]).toEqual([422, true]);
  const unexplained = await clerk.send(page, `${path}/liczba`, { cards: "5", reason: " " });
  expect([unexplained.status, unexplained.text.includes("Wpisz powód")]).toEqual([422, true]);
  const proposed = await clerk.send(page, `${path}/liczba`, { cards: "0", reason: REASON });
  expect([proposed.status, proposed.path, proposed.text.includes("czeka na drugą osobę")]).toEqual([
    200,
    path,
    true,
  ]);
  const commission = await browserOf("commission");
  const [proposal = ""] = /\/urzad\/sprawy\/pnd_\w+/.exec((await commission.open(path)).text) ?? [];
  const seen = await commission.open(proposal);
  expect(seen.text).toContain("Partia będzie wycofana");
  const done = await commission.send(seen, proposal, {});
  expect([done.status, done.text.includes("przyjęta")]).toEqual([200, true]);
  expect((await commission.open(path)).text).toContain("Partia jest wycofana");
  const log = await place.call(`GET /v1/staff/cycles/${cycleId}/paper-batches/${batch}`, {
    token: await place.staff("auditor"),
  });
  expect(log.body).toMatchObject({ state: "closed", figures: { cards: 0, untouched: 0 } });
});
