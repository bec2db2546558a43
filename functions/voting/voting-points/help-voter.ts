import { z } from "zod";
import { audited, type Deed } from "../../../shared/acts/audited.ts";
import type { Cycle } from "../../../shared/domain/cycle/cycle.ts";
import { CycleId } from "../../../shared/domain/ids.ts";
import { workOfDay } from "../../../shared/domain/office/edition-work.ts";
import { refusal } from "../../../shared/domain/refusals.ts";
import { accept, ok, type Result, refused } from "../../../shared/domain/result.ts";
import { dayOf, plusSeconds } from "../../../shared/domain/time.ts";
import { PointId } from "../../../shared/domain/voting/voting-point.ts";
import type { Deps } from "../../../shared/platform/deps.ts";
import { endpoint } from "../../../shared/platform/endpoint.ts";
import { json } from "../../../shared/platform/http.ts";
import { routes } from "../../routes.ts";
import { openVote, poolsOf } from "../booth.ts";
import { checkShown, electorOf, SHOWN, shownUnder } from "../elector.ts";
import { guardianWrite } from "../guardian-write.ts";
import { readForm } from "../identity.ts";
import { ConfirmedVoter } from "../post-code.ts";
import { noteHelp } from "./note-help.ts";
import { pointOf } from "./point-of.ts";

const SAID = {
  /** A document with a photograph, seen by this clerk. */
  documentSeen: z.literal(true),
  /** Whether the clerk fills the ballot in, because the voter asked for it. */
  filledIn: z.boolean(),
};

/** What a clerk at a voting point says of a voter. */
export const VoterAtPoint = z.strictObject({ ...SHOWN, ...SAID }).meta({
  id: "VoterAtPoint",
  description:
    "The facts of which the edition's `identity.roll` makes an entry: those that say `who`, if a PESEL number is among them, else all; and no others",
  examples: [{ pesel: "44051401359", documentSeen: true, filledIn: false }],
});

/** For how long whoever was let in at a point may vote, in seconds: a line that is down for half an hour sends nobody away. */
export const LET_IN_SECONDS = 7200;

interface HelpedVoter {
  readonly cycle: Cycle;
  readonly token: string;
  readonly district: string;
  readonly pools: readonly string[];
}

interface Asked {
  readonly by: Deed;
  readonly cycleId: CycleId;
  readonly point: PointId;
  /** The facts as they were typed; the edition's policy says what they must be. */
  readonly typed: unknown;
}

/**
 * Lets a voter in to the ballot whose document a clerk has seen: no code is needed. That somebody was looked for is counted, whether or not
 * they are found; whoever has voted is refused here, before a ballot is filled in for nothing.
 */
export const helpVoter = async (
  { by, cycleId, point, typed }: Asked,
  deps: Deps,
): Promise<Result<HelpedVoter>> => {
  const { store, tokens } = deps;
  const { receivedAt } = by;
  const actor = by.actor;
  const cycle = await openVote(cycleId, receivedAt, deps);
  const at = await pointOf(cycleId, point, deps);
  const { ruleSet } = cycle;
  const read = readForm(z.strictObject({ ...shownUnder(ruleSet.identity, typed), ...SAID }), typed);
  if (!read.ok) return read;
  const { documentSeen: _seen, filledIn, ...rest } = read.value;
  const shown = checkShown(ruleSet, rest, dayOf(receivedAt));
  if (!shown.ok) return shown;
  const shift = { point: at.id, day: dayOf(receivedAt), clerk: actor.id };
  const record = audited({ ...by, route: routes.postPointVoter }, cycleId, { facts: { point: at.name } });
  const looked = await store.votingPoints.look(
    cycleId,
    shift,
    { clerkName: actor.name, work: workOfDay({ point: at, day: shift.day }, cycle) },
    record,
  );
  if (!looked.ok) return looked;

  const elector = await electorOf(cycle, shown.value, deps);
  if (!elector.ok) return elector;
  const { voterKey, district, guardian } = elector.value;
  if (await store.ballots.marker(cycleId, voterKey)) return refused(refusal("voting/already-voted", {}));
  if (guardian)
    accept(await store.table.write([await guardianWrite({ cycleId, voterKey }, shift.day, deps)]));
  await noteHelp({ cycle, point: at.id, clerk: actor, receivedAt }, deps);
  const help = { ...shift, filledIn };
  const expiresAt = plusSeconds(receivedAt, LET_IN_SECONDS);
  return ok({
    cycle,
    token: await tokens.seal("voter", { cycleId, ...elector.value, help }, expiresAt),
    district,
    pools: poolsOf(cycle, district),
  });
};

const PointPath = z.object({ cycleId: CycleId, pointId: PointId });

export const postPointVoter = endpoint(routes.postPointVoter, {
  summary: "Let a voter in to the ballot whose document a clerk has seen",
  description:
    "The token casts one ballot, as after a code. Facts that only prove who somebody is are not asked for, since the document does. How often somebody was looked for is counted by clerk and day.",
  params: PointPath,
  body: VoterAtPoint,
  replies: { 200: ConfirmedVoter },
  handle: async (request, deps) => {
    const { cycleId, pointId: point } = request.params;
    const { token, district, pools } = accept(
      await helpVoter({ by: request, cycleId, point, typed: request.body }, deps),
    );
    return json({ token, district, pools, voted: false });
  },
});
