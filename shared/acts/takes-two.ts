import type { PendingAct, PendingKind } from "../domain/office/pending.ts";
import type { Result } from "../domain/result.ts";
import type { Deps } from "../platform/deps.ts";
import type { StaffRequest } from "../platform/endpoint.ts";
import type { AuditRecord } from "../store/audit.ts";
import type { Write } from "../store/write.ts";
import type { ActName, AuditedRoute, Deed } from "./audited.ts";

/** How a proposal can be settled by somebody. */
export type Word = "accept" | "refuse" | "withdraw";

/** Whoever says it, as far as an act of the kind asks. */
export type By<K extends PendingKind> = K extends "of-subject" ? StaffRequest : Deed;

/** Does an act by itself, its record included, in one transaction with what settles its proposal. */
type Does = (settling: readonly Write[]) => Promise<Result<unknown>>;

/** An act that takes two people: what its acceptance does, and under which names it is in the journal. */
export interface TakesTwo<K extends PendingKind> {
  readonly names: Readonly<Record<"propose" | Word, K extends "of-subject" ? AuditedRoute : ActName>>;
  readonly facts: (act: PendingAct<K>, how: "propose" | Word) => AuditRecord["facts"];
  /** Whether what is said of it may tell of a resident: it stands on the thing alone, and goes with it, not in the journal. */
  readonly isAboutResident?: true;
  /** Its acceptance is done in several transactions: it is settled with the first, and keeps its place until `follow` has written the last. */
  readonly inParts?: true;
  /** What is written with the acceptance, or how that is done, if all is still as the proposal found it; refused if it is not. */
  readonly run: (act: PendingAct<K>, by: By<K>, deps: Deps) => Promise<readonly Write[] | Does>;
  /** What follows, whether or not that was written; done again it changes nothing. */
  readonly follow?: (act: PendingAct<K>, deps: Deps) => Promise<void>;
  /** What is written when the proposal ends without having been accepted; nobody said so where it lapsed. */
  readonly drop?: (
    act: PendingAct<K>,
    settled: PendingAct["settled"],
    deps: Deps,
  ) => Promise<readonly Write[]>;
}
