import { z } from "zod";
import { PendingId } from "../domain/ids.ts";
import { type PendingAct, PendingState, PROPOSALS } from "../domain/office/pending.ts";
import { paragraphs } from "../domain/text.ts";
import { Instant } from "../domain/time.ts";
import { RollNumbers } from "../domain/voting/roll-preview.ts";

const Said = z.object({ name: z.string(), at: Instant });

export const PendingView = z
  .object({
    pendingId: PendingId,
    kind: z.enum(Object.keys(PROPOSALS) as [PendingAct["kind"], ...PendingAct["kind"][]]),
    state: PendingState,
    proposed: Said,
    until: Instant,
    proposal: z
      .record(z.string(), z.unknown())
      .meta({ description: "What was proposed, by the kind: all that acceptance will do" }),
    ...RollNumbers.partial().shape,
    settled: Said.extend({ reason: z.string().nullable() }).nullable(),
  })
  .meta({
    id: "PendingAct",
    description: "An act that one person proposed and another accepts or turns down, until it lapses",
  });

/** Why what another person proposed is turned down. */
export const PendingRefusal = z.strictObject({ reason: paragraphs(1000) }).meta({ id: "PendingRefusal" });

export const pendingView = (act: PendingAct, now: Instant): z.infer<typeof PendingView> => ({
  pendingId: act.id,
  kind: act.kind,
  state: act.state === "proposed" && act.until <= now ? "lapsed" : act.state,
  proposed: { name: act.byName, at: act.at },
  until: act.until,
  proposal: act.proposal,
  ...(act.kind === "import-roll" && act.proposal.preview && RollNumbers.parse(act.proposal.preview)),
  settled: act.settled
    ? { name: act.settled.byName, at: act.settled.at, reason: act.settled.reason ?? null }
    : null,
});
