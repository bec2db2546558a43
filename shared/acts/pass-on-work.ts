/** What somebody had in hand who works here no more: it is with who stands in, else with whom it was before anybody took it. */
import type { ConsultationId, CycleId } from "../domain/ids.ts";
import { type Person, whoActsFor } from "../domain/office/directory.ts";
import { type Owner, rolesOf } from "../domain/office/work.ts";
import { dayOf, type Instant } from "../domain/time.ts";
import type { Deps } from "../platform/deps.ts";
import { log } from "../platform/log.ts";
import { idFrom } from "../platform/system.ts";
import { type AuditRecord, auditWrite } from "../store/audit.ts";
import { keys, partsOf } from "../store/keys.ts";
import type { PlacedWork } from "../store/work.ts";
import { type Attributes, update } from "../store/write.ts";

const { pk: CYCLE } = keys.hold("" as CycleId);
const { pk: MATTERS } = keys.matter("");
const { pk: LOOKS } = keys.look("" as ConsultationId, "");

interface Says {
  readonly set?: Attributes;
  readonly remove?: readonly string[];
}

interface Fall {
  /** Where it lies while nobody has it. */
  readonly back: Owner;
  /** What its item says with somebody who has it, and with nobody. */
  readonly with: (person: Person, at: Instant) => Says;
  readonly without: Says;
  /** Its journal. */
  readonly of: string;
}

const signed =
  (attribute: string): Fall["with"] =>
  ({ id, name }, at) => ({ set: { [attribute]: { by: id, byName: name, at } } });

const backOfCard = ({ kind }: PlacedWork): Owner => {
  if (kind === "check-proposal") return "queue#verifier";
  return kind === "admit-proposal" ? "queue#coordinator" : "queue#checks";
};

/** What a piece of work falls back to; undefined of what does not say who has it. */
const fallOf = (work: PlacedWork): Fall | undefined => {
  const { pk, sk = "" } = work.key;
  if (pk === MATTERS)
    return {
      back: "queue#desk",
      with: ({ id, name }) => ({ set: { owner: `person#${id}`, ownerName: name } }),
      without: { set: { owner: "queue#desk" }, remove: ["ownerName"] },
      of: sk,
    };
  if (pk.startsWith(LOOKS))
    return {
      ...{ back: "queue#moderation", with: signed("held"), without: { remove: ["held"] } },
      of: partsOf(work.key)[0] ?? "",
    };
  if (!pk.startsWith(CYCLE)) return undefined;
  const [kind, one = "", other = ""] = sk.split("#");
  if (kind === "CHECK")
    return { back: backOfCard(work), with: signed("held"), without: { remove: ["held"] }, of: other };
  if (kind !== "OPINION") return undefined;
  return {
    back: `unit#${other}`,
    with: signed("writer"),
    without: { set: { state: "asked" }, remove: ["writer"] },
    of: one,
  };
};

/** Whether somebody may do what lies there. */
const mayDo = ({ roles, unit }: Person, back: Owner): boolean =>
  back.startsWith("unit#")
    ? roles.includes("unit") && back === `unit#${unit}`
    : rolesOf(back).some((role) => roles.includes(role));

/** Passes it on piece by piece, each with its line in the journal; one that somebody else has taken meanwhile is theirs. How many is answered. */
export const passOnWork = async (
  gone: Person,
  signature: Pick<AuditRecord, "at" | "by" | "byName">,
  { store, system }: Pick<Deps, "store" | "system">,
): Promise<number> => {
  const { at } = signature;
  const owner: Owner = `person#${gone.id}`;
  const acting = whoActsFor({ ...gone, roles: [] }, await store.directory.staff(), dayOf(at));
  let passed = 0;
  for await (const work of await store.work.of([owner])) {
    const fall = fallOf(work);
    if (!fall) continue;
    const standIn = acting && acting.id !== work.by && mayDo(acting, fall.back) ? acting : undefined;
    const { set, remove } = standIn ? fall.with(standIn, at) : fall.without;
    const facts = { before: gone.name, to: standIn?.name ?? null };
    const outcome = await store.table.write([
      update({
        key: work.key,
        set: { ...set, workOf: standIn ? `person#${standIn.id}` : fall.back },
        ...(remove && { remove }),
        add: { version: 1 },
        when: { text: "#workOf = :owner AND #workKey = :place", values: { owner, place: work.place } },
      }),
      auditWrite(fall.of, idFrom("aud", system.random(10)), { ...signature, act: "WORK passed on", facts }),
    ]);
    if (outcome.ok) passed++;
    else log.info({ event: "work/passed-on", refusal: outcome.refusal.code });
  }
  return passed;
};
