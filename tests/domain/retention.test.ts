import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Cycle } from "../../shared/domain/cycle/cycle.ts";
import { isBefore, PHASES } from "../../shared/domain/cycle/phases.ts";
import { retentionClocks } from "../../shared/domain/cycle/retention.ts";
import { instant } from "../../shared/domain/time.ts";

const moments = fc
  .integer({ min: 1_800_000_000, max: 1_900_000_000 })
  .map((second) => instant(second * 1000));

const cycleIn = (phase: string, more: object = {}): Cycle =>
  ({
    phase,
    calendar: [],
    ruleSet: { retention: { voters: 90, supporters: 30 } },
    ...more,
  }) as unknown as Cycle;

const voters = (cycle: Cycle, publishedAt: string | undefined, now: string) =>
  retentionClocks(cycle, { publishedAt, destroyed: [] }, now).find(({ what }) => what === "voters");

describe("the data of voters", () => {
  test("is due only once a published result has stood for its days, and no move is under way", () => {
    const requested = fc.option(fc.constant({ to: "implementation" }), { nil: undefined });
    fc.assert(
      fc.property(
        fc.constantFrom(...PHASES),
        fc.option(moments, { nil: undefined }),
        moments,
        requested,
        (phase, publishedAt, now, asked) => {
          const clock = voters(cycleIn(phase, asked && { requested: asked }), publishedAt, now);
          if (clock?.state !== "due") return;
          expect(isBefore(phase, "results") || phase === "cancelled" || asked !== undefined).toBe(false);
          const stood = Date.parse(now) - Date.parse(String(publishedAt));
          expect(stood).toBeGreaterThanOrEqual(89 * 86_400_000);
        },
      ),
    );
  });

  test("is kept to the end of its last day by the city's clocks, and anew from a result that is issued anew", () => {
    const at = (now: string, publishedAt = "2027-09-30T10:00:00.000Z") =>
      voters(cycleIn("results"), publishedAt, now);
    // 90 days after 30 September is 29 December, which ends at 23:00 UTC.
    expect(at("2027-12-29T22:59:59.999Z")).toMatchObject({
      state: "running",
      dueAt: "2027-12-29T23:00:00.000Z",
    });
    expect(at("2027-12-29T23:00:00.000Z")?.state).toBe("due");
    expect(at("2027-12-29T23:00:00.000Z", "2027-10-15T10:00:00.000Z")?.state).toBe("running");
  });

  test("is kept as long as usual where the rules do not say", () => {
    const cycle = cycleIn("results", { ruleSet: {} });
    expect(voters(cycle, "2027-09-30T10:00:00.000Z", "2027-10-01T10:00:00.000Z")?.days).toBe(90);
  });
});

test("names of supporters are kept from the end of appeals on, whatever becomes of the result", () => {
  const appeals = {
    name: "appeals",
    startsAt: "2027-06-01T00:00:00.000Z",
    endsAt: "2027-06-10T22:00:00.000Z",
  };
  const state = (phase: string, now: string) =>
    retentionClocks(
      cycleIn(phase, { calendar: [appeals] }),
      { publishedAt: undefined, destroyed: [] },
      now,
    )[1]?.state;
  expect(state("appeals", "2027-12-01T00:00:00.000Z")).toBe("not-started");
  expect(state("voting", "2027-07-01T00:00:00.000Z")).toBe("running");
  expect(state("voting", "2027-07-12T00:00:00.000Z")).toBe("due");
});

const clocksOf = (cycle: Cycle, publishedAt?: string) =>
  Object.fromEntries(
    retentionClocks(cycle, { publishedAt, destroyed: [] }, "2027-07-01T00:00:00.000Z").map(
      ({ what, startsAt }) => [what, startsAt],
    ),
  );

test("every clock of a cancelled edition runs from its cancellation, or from before it", () => {
  const appeals = {
    name: "appeals",
    startsAt: "2027-06-01T00:00:00.000Z",
    endsAt: "2027-06-10T22:00:00.000Z",
  };
  const cancelled = (endedAt: string) => cycleIn("cancelled", { calendar: [appeals], endedAt });
  const [early, late] = ["2027-05-01T10:00:00.000Z", "2027-06-20T10:00:00.000Z"];
  expect(clocksOf(cancelled(early))).toEqual({ voters: early, supporters: early, authors: early });
  expect(clocksOf(cancelled(late))).toEqual({ voters: late, supporters: appeals.endsAt, authors: late });
  // A result that was taken back and then cancelled with the edition is none.
  expect(clocksOf(cancelled(late), early).voters).toBe(late);
  // Of an edition that was cancelled before that was noted, the last date of the calendar is what is known.
  expect(clocksOf(cycleIn("cancelled", { calendar: [appeals] })).voters).toBe(appeals.endsAt);
  const createdAt = "2027-01-01T00:00:00.000Z";
  expect(clocksOf(cycleIn("cancelled", { createdAt })).voters).toBe(createdAt);
});

test("details of authors are kept until the edition is closed, and for their days after it", () => {
  const endedAt = "2028-12-01T10:00:00.000Z";
  for (const phase of ["voting", "results", "implementation"] as const)
    expect(clocksOf(cycleIn(phase), endedAt).authors, phase).toBeNull();
  expect(clocksOf(cycleIn("closed", { endedAt }), endedAt).authors).toBe(endedAt);
});
