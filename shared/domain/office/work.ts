import { z } from "zod";
import { Instant } from "../time.ts";
import type { Role } from "./roles.ts";

/** Queues of work that is nobody's own yet, each with the roles whose work it is. */
const QUEUES = {
  coordinator: ["coordinator"],
  verifier: ["verifier"],
  clerk: ["clerk"],
  commission: ["commission"],
  editor: ["editor"],
  admin: ["admin"],
  /** What the coordinator and the commission do together, such as ending a vote early. */
  cycle: ["coordinator", "commission"],
  /** What a clerk does at a point or a desk, and the commission may do too. */
  points: ["clerk", "commission"],
} as const satisfies Record<string, readonly Role[]>;

export type Queue = keyof typeof QUEUES;

export const Owner = z.union([
  z.templateLiteral(["person#", z.string().min(1)]),
  z.templateLiteral(["unit#", z.string().min(1)]),
  z.templateLiteral(["queue#", z.enum(Object.keys(QUEUES) as [Queue, ...Queue[]])]),
]);
/** Whose work it is: one person's (by the identity provider's id), a unit's, or a queue's. */
export type Owner = z.infer<typeof Owner>;

/** The queues whose work somebody of these roles may do. */
export const queuesOf = (roles: readonly Role[]): Owner[] =>
  (Object.keys(QUEUES) as Queue[])
    .filter((queue) => QUEUES[queue].some((role) => roles.includes(role)))
    .map((queue): Owner => `queue#${queue}`);

const WorkKind = z.enum([
  /** An act that one person proposed and another accepts or turns down. */
  "pending-act",
]);

/** Something that waits for somebody, as it stands in the index beside what it is about. */
export const Work = z.object({
  kind: WorkKind,
  /** The opaque id of what waits. */
  id: z.string(),
  owner: Owner,
  dueAt: Instant,
  /** What leads to its page and names it: ids, a pool, a day. Nothing of a resident. */
  about: z.record(z.string(), z.string()).default({}),
  /** Where it takes two: who did the first part. It waits for anybody else. */
  by: z.string().optional(),
});
export type Work = z.infer<typeof Work>;

/** For whom it waits, seen by one person: who did the first part waits for the second. */
export const waitsForOf = ({ by }: Pick<Work, "by">, person: string): "me" | "second" =>
  by === person ? "second" : "me";
