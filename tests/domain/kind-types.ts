/** Kinds that the compiler keeps apart. Nothing runs here: `npm run check` compiles it, and every expected error must be one. */
import type { z } from "zod";
import type { Cycle } from "../../shared/domain/cycle/cycle.ts";
import type { CycleId, ProjectId } from "../../shared/domain/ids.ts";
import type { Version } from "../../shared/domain/kind.ts";
import type { Grosze } from "../../shared/domain/money.ts";
import type { RuleSet } from "../../shared/domain/rule-set.ts";
import {
  type Instant,
  instant,
  type LocalDate,
  type Milliseconds,
  plusSeconds,
  type Seconds,
} from "../../shared/domain/time.ts";
import type { PointId } from "../../shared/domain/voting/voting-point.ts";

interface Given {
  readonly cycle: Cycle;
  readonly codes: RuleSet["voterCodes"];
  readonly amount: Grosze;
  readonly ms: Milliseconds;
  readonly seconds: Seconds;
  readonly at: Instant;
  readonly day: LocalDate;
  readonly project: ProjectId;
  readonly point: z.infer<typeof PointId>;
}

/** What is reckoned, or written out, is of any kind. */
export const free = ({ amount, seconds, at }: Given) => [
  (amount + 1) satisfies Grosze,
  plusSeconds(at, seconds * 2),
  plusSeconds(at, 60),
];

export const faults = ({ cycle, codes, amount, ms, seconds, at, day, project, point }: Given) => {
  // @ts-expect-error milliseconds are no seconds
  plusSeconds(at, ms);
  // @ts-expect-error seconds are no milliseconds
  instant(codes.codeSeconds);
  // @ts-expect-error a version is no money
  const money: Grosze = cycle.version;
  // @ts-expect-error money is no version
  const version: Version = amount;
  // @ts-expect-error a day is no instant
  plusSeconds(day, seconds);
  // @ts-expect-error an instant is no day
  const noDay: LocalDate = cycle.calendar[0]?.startsAt ?? day;
  // @ts-expect-error a project is no cycle
  const noCycle: CycleId = project;
  // @ts-expect-error a day is no voting point
  const noPoint: typeof point = day;
  return [money, version, noDay, noCycle, noPoint];
};
