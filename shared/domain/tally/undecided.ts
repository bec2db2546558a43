import { z } from "zod";
import type { Contender } from "./contender.ts";
import { type Deciding, mayDecide, orderDecides } from "./decides.ts";
import type { SettledLevel } from "./queue.ts";

/** A tie that only a lot can settle and that has none yet: until it is drawn, the result binds nobody. */
export const UndecidedTie = z.strictObject({
  score: z.int(),
  projects: z.array(z.string()),
  /** `now`: other orders fund other projects. `perhaps`: that hangs on how the ties before it are drawn. */
  decides: z.enum(["now", "perhaps"]),
});
export type UndecidedTie = z.infer<typeof UndecidedTie>;

/**
 * The ties to draw. From the first that decides on, the money left at a later tie is not known: one that could decide
 * at any sum up to what is left now is named too, so that a single meeting can draw them all.
 */
export const undecidedIn = (queue: readonly SettledLevel[], deciding: Deciding): UndecidedTie[] => {
  const undecided: UndecidedTie[] = [];
  let mostLeft: number | null = null;
  for (const { order, lot, setsAside, all } of queue.flatMap(({ runs }) => runs)) {
    const [first] = order;
    if (!first || lot?.kind !== "undecided") continue;
    const projects = all.map(({ project }) => project.id);
    if (setsAside || (mostLeft === null && orderDecides(order, deciding))) {
      mostLeft ??= leftAt(first, deciding);
      undecided.push({ score: first.score, projects, decides: "now" });
    } else if (mostLeft !== null && mayDecide(order, mostLeft, deciding)) {
      undecided.push({ score: first.score, projects, decides: "perhaps" });
    }
  }
  return undecided;
};

/** Runs in which a lot that nobody has drawn put one project of a group aside for another. */
export const setAsideByLot = (queue: readonly SettledLevel[]): UndecidedTie[] =>
  queue
    .flatMap(({ runs }) => runs)
    .filter(({ lot, setsAside }) => setsAside && lot?.kind === "undecided")
    .map(({ all }) => ({
      score: all[0]?.score ?? 0,
      projects: all.map(({ project }) => project.id),
      decides: "now",
    }));

const leftAt = (contender: Contender, { turns }: Deciding): number =>
  turns.find((turn) => turn.contender === contender)?.beforeGrosze ?? 0;
