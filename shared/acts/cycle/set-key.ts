import type { KeyObject } from "node:crypto";
import { type Cycle, isLocked, type KeyPurpose } from "../../domain/cycle/cycle.ts";
import type { CycleId } from "../../domain/ids.ts";
import type { PendingAct, Proposal } from "../../domain/office/pending.ts";
import { type Issue, notValid, refusal } from "../../domain/refusals.ts";
import { Refused } from "../../domain/result.ts";
import type { Deps } from "../../platform/deps.ts";
import { macText, sameText } from "../../platform/keyed.ts";
import { isPublicKey, seal } from "../../platform/seal.ts";
import type { Deed } from "../audited.ts";
import { cycleOf } from "../cycle-of.ts";
import { propose } from "../propose.ts";
import type { TakesTwo } from "../takes-two.ts";
import { wake } from "../wake.ts";

/** Whose key it is to be: one member's, of one edition. */
interface Holder {
  readonly cycleId: CycleId;
  readonly member: string;
  readonly purpose: KeyPurpose;
  readonly publicKey: string;
}

/** What only the holder of the private half can know: the same for one member, edition and key, and another for any other. */
const secretFor = (key: KeyObject, { cycleId, member, purpose, publicKey }: Holder): string =>
  macText(key, cycleId, member, purpose, publicKey);

/** The secret, sealed to the key: the edition stands before it, to which it is bound. */
export const challengeFor = async (holder: Holder, deps: Pick<Deps, "vault">): Promise<string> => {
  checkKey(holder.publicKey);
  const { cycleId } = holder;
  const { current } = await deps.vault.codes("key-proofs");
  const secret = new TextEncoder().encode(secretFor(current, holder));
  const sealed = seal(holder.publicKey, { purpose: "proof", cycleId }, secret);
  return `${cycleId}.${Buffer.from(sealed).toString("base64url")}`;
};

const isProved = async (holder: Holder, proof: string, deps: Pick<Deps, "vault">): Promise<boolean> => {
  const { accepted } = await deps.vault.codes("key-proofs");
  return accepted.some((key) => sameText(secretFor(key, holder), proof.trim()));
};

const wrong = (rule: Issue["rule"]): Refused => new Refused(notValid([{ pointer: "/publicKey", rule }]));

const checkKey = (publicKey: string): void => {
  if (!isPublicKey(publicKey)) throw wrong("format");
};

const OTHER = { ballots: "links", links: "ballots" } as const;

type Asked = Pick<Proposal<"set-key">, "purpose" | "publicKey">;

/** Until the vote opens; and whoever brings one key does not bring the other, nor is one key both. */
const checkBringing = (cycle: Cycle, { purpose, publicKey }: Asked, member: string): void => {
  if (isLocked(cycle) && cycle.phase !== "ballot-frozen")
    throw new Refused(refusal("cycle/locked", { phase: cycle.phase }));
  const other = cycle.brought?.[OTHER[purpose]];
  if ((other?.publicKey ?? cycle.keys?.[OTHER[purpose]]) === publicKey) throw wrong("duplicate");
  if (other?.by === member) throw new Refused(refusal("identity/same-person", {}));
};

/** A public key that ballots, or links, will be sealed to. */
export const setKey: TakesTwo<"set-key"> = {
  names: {
    propose: "postKey",
    accept: "postKeyAcceptance",
    refuse: "postKeyRefusal",
    withdraw: "postPendingWithdrawal",
  },
  facts: ({ proposal: { purpose, publicKey } }) =>
    purpose === "ballots" ? { ballotKey: publicKey } : { linkKey: publicKey },
  run: async ({ by, proposal: { cycleId, ...asked } }, _by, deps) => {
    const cycle = await cycleOf(cycleId, deps);
    checkBringing(cycle, asked, by);
    const { purpose, publicKey } = asked;
    const brought = { ...cycle.brought, [purpose]: { publicKey, by } };
    const { ballots = cycle.keys?.ballots, links = cycle.keys?.links } = {
      ballots: brought.ballots?.publicKey,
      links: brought.links?.publicKey,
    };
    const keys = ballots !== undefined && links !== undefined ? { keys: { ballots, links } } : {};
    return [await deps.store.cycles.changing(cycle, { brought, ...keys })];
  },
  follow: async ({ proposal: { cycleId } }, deps) => {
    await wake({ id: cycleId }, deps);
  },
};

interface Bringing extends Asked {
  readonly by: Deed;
  readonly cycle: Cycle;
  readonly proof: string;
}

/** Proposes a key, with the proof that its private half is at hand. What one person proposes of the two keys is one of them. */
export const proposeKey = async (
  { by, cycle, purpose, publicKey, proof }: Bringing,
  deps: Deps,
): Promise<PendingAct<"set-key">> => {
  const member = by.actor.id;
  checkBringing(cycle, { purpose, publicKey }, member);
  checkKey(publicKey);
  const { id: cycleId, edition } = cycle;
  if (!(await isProved({ cycleId, member, purpose, publicKey }, proof, deps)))
    throw new Refused(refusal("key/not-proved", {}, "/proof"));
  const beside = await deps.store.pending.standing(cycleId, "set-key", OTHER[purpose]);
  if (beside && by.receivedAt < beside.until) {
    if (beside.by === member) throw new Refused(refusal("identity/same-person", {}));
    if (beside.proposal.publicKey === publicKey) throw wrong("duplicate");
  }
  const proposal = { cycleId, edition, purpose, publicKey };
  return await propose(
    setKey,
    {
      kind: "set-key",
      proposal,
      by,
      kept: ({ byName: name, until }) => refusal("pending/waits", { name, until }),
    },
    deps,
  );
};
