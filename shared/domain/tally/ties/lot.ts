import { z } from "zod";
import { sha256Hex } from "../../canonical.ts";
import type { Contender } from "../contender.ts";

/** A draw held in public: the tied projects in the order drawn, and where its protocol is kept. */
export const Draw = z.strictObject({
  order: z.array(z.string()).min(2),
  protocol: z.string().min(1),
});
export type Draw = z.infer<typeof Draw>;

/** What chance contributes: a seed committed before the count, draws recorded after it, or neither. */
export const TieInputs = z.strictObject({
  seed: z.string().min(1).optional(),
  draws: z.array(Draw).optional(),
});
export type TieInputs = z.infer<typeof TieInputs>;

/** Where the order of a lot came from. `undecided`: there was none, and the projects stand by id for the time being. */
export const LotSource = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("seed") }),
  z.strictObject({ kind: z.literal("draw"), protocol: z.string() }),
  z.strictObject({ kind: z.literal("undecided") }),
]);
export type LotSource = z.infer<typeof LotSource>;

/**
 * A project's ticket in the seeded lot: SHA-256, in hex, of the seed, a line feed and the id, all in UTF-8; the lowest
 * ticket comes first. Anyone can check it (`printf 'seed\nid' | sha256sum`); no order of input plays a part.
 */
export const ticket = (seed: string, projectId: string): string => sha256Hex(`${seed}\n${projectId}`);

/** Puts projects that are equal in everything else in order. A draw that names all of them goes before the seed. */
export const settleByLot = (
  level: readonly Contender[],
  { seed, draws = [] }: TieInputs,
): { readonly order: Contender[]; readonly source: LotSource } => {
  const draw = draws.find(({ order }) => level.every(({ project }) => order.includes(project.id)));
  if (draw) return { order: sortedBy(level, (id) => draw.order.indexOf(id)), source: drawn(draw) };
  if (seed) return { order: sortedBy(level, (id) => ticket(seed, id)), source: { kind: "seed" } };
  return { order: sortedBy(level, (id) => id), source: { kind: "undecided" } };
};

const drawn = ({ protocol }: Draw): LotSource => ({ kind: "draw", protocol });

const sortedBy = (level: readonly Contender[], place: (id: string) => number | string): Contender[] =>
  level
    .map((contender) => ({ contender, at: place(contender.project.id) }))
    .sort((a, b) => (a.at < b.at ? -1 : 1))
    .map(({ contender }) => contender);
