import { sessionHashOf, voterKeysOf } from "../../shared/acts/voter-keys.ts";
import { base32 } from "../../shared/domain/base32.ts";
import { type CycleId, isProbe } from "../../shared/domain/ids.ts";
import type { Language } from "../../shared/domain/languages.ts";
import { NOBODYS_ADDRESS } from "../../shared/domain/mailbox.ts";
import { isPhone } from "../../shared/domain/phone.ts";
import { refusal } from "../../shared/domain/refusals.ts";
import { ok, type Result, refused } from "../../shared/domain/result.ts";
import { COUNTED_AGE } from "../../shared/domain/signals/crowd.ts";
import { dayOf, type Instant, plusSeconds } from "../../shared/domain/time.ts";
import { ownCodes } from "../../shared/domain/voting/edition-buckets.ts";
import { isFoundAlike, personOf, setMeant, setsOf } from "../../shared/domain/voting/fact-sets.ts";
import type { FactSet } from "../../shared/domain/voting/identity-policy.ts";
import type { Admit } from "../../shared/platform/admit.ts";
import type { Deps } from "../../shared/platform/deps.ts";
import type { ADVICE, ADVICE_BY_TEXT, COMING_ANEW, IDENTIFYING } from "../admissions.ts";
import { openVote } from "./booth.ts";
import { findVoter } from "./find-voter.ts";
import { ageOf, readIdentity } from "./identity.ts";
import { followed, namedBy } from "./session-names.ts";
import { namingOtherWays, otherWaysIn } from "./turned-away.ts";

interface OpenSession {
  readonly cycleId: CycleId;
  /** The facts as they were typed; the edition's policy says what they must be. */
  readonly typed: unknown;
  /** Of which set of facts the form was; else what was typed tells. */
  readonly set?: FactSet;
  /** The key of the request, if it has one: the same request again finds the session that it opened, or what took its place. */
  readonly key?: string | undefined;
  readonly language: Language;
  readonly receivedAt: Instant;
  readonly admit: {
    readonly identify: Admit<typeof IDENTIFYING>;
    readonly comeAnew: Admit<typeof COMING_ANEW>;
    readonly advise: Admit<typeof ADVICE>;
    readonly adviseByText: Admit<typeof ADVICE_BY_TEXT>;
  };
}

const waitOf = (admitted: Awaited<ReturnType<OpenSession["admit"]["identify"]>>): number =>
  admitted.ok
    ? 0
    : admitted.refusal.code === "request/too-many"
      ? admitted.refusal.facts.retryAfterSeconds
      : Infinity;

/**
 * Opens a voter session. Whoever is asked for, on the roll or not, the same reads and writes happen and the answer is the same; only the
 * letter has a code, or says how to go on. Under a key the session's name is derived from all that was asked: the same request finds it, or
 * what took its place, while it is alive, and opens it anew once it is over. An address is used up by the codes that went there, not by tries: else a stranger could use up anyone's.
 */
export const openSession = async (asked: OpenSession, deps: Deps): Promise<Result<string>> => {
  const { store, vault } = deps;
  const { cycleId, typed, language, receivedAt, admit } = asked;
  const cycle = await openVote(cycleId, receivedAt, deps);
  if (!cycle.roll) return refused(refusal("roll/missing", {}));
  const { voterCodes, identity, guardianBelowAge } = cycle.ruleSet;
  const set = asked.set ?? setMeant(setsOf(identity), typed);
  const read = readIdentity(identity, set, typed);
  if (!read.ok) return read;
  const { facts } = read.value;
  // Whoever asks in the canary's vote, and whatever they type: its letters go to nobody.
  const contact = isProbe(cycleId) ? NOBODYS_ADDRESS : read.value.contact;
  const aged = ageOf(facts, dayOf(receivedAt));
  if (!aged.ok) return aged;
  const age = aged.value;
  const hashed = await voterKeysOf(vault, cycleId);
  const named = personOf(set, facts);
  const { who, proof } = named;

  const session =
    asked.key === undefined
      ? base32(deps.system.random(16)).toLowerCase()
      : await namedBy([cycleId, asked.key, ...proof, contact], deps);
  const opening = { cycleId, session, receivedAt };
  const alive = asked.key && (await followed(opening, ownCodes(voterCodes) - 1, deps));
  if (alive) return ok(alive);

  // A roll of an earlier release has names and addresses folded otherwise: both are looked for, whatever was typed.
  const persons = [named, personOf(set, facts, "formerly")];
  const proofs = persons.map((one) => hashed.proof(...one.proof));
  const entries = persons.slice(0, isFoundAlike(set) ? 1 : 2).map((one) => hashed.entryId(...one.entry));
  const [ways, ...entriesFound] = await Promise.all([
    otherWaysIn(cycle, deps),
    ...entries.map((entry) => findVoter(cycle, entry, proofs, deps)),
  ]);
  const found = entriesFound.find((one) => one !== undefined);
  const [person, address] = [hashed.person(...who), hashed.contact(contact)];
  const own = hashed.pair(person, address);
  const of = {
    edition: cycle,
    person,
    contact: address,
    "person's contact": own,
    isRight: found !== undefined,
  };
  const known = await admit.identify(of);
  const anew = known.ok ? known : await admit.comeAnew(of);
  const admitted = waitOf(anew) <= waitOf(known) ? anew : known;
  if (!admitted.ok) return namingOtherWays(admitted, cycle, deps);
  // Asked for whoever is named, so that it takes as long.
  const advised = await (isPhone(contact) ? admit.adviseByText : admit.advise)(of);

  const opened = await store.voterSessions.open(
    sessionHashOf(session),
    {
      cycleId,
      ...(found === undefined && advised.ok && { advised: ways }),
      ...(found !== undefined && {
        voter: {
          key: hashed.voterKey(found.person),
          district: found.district,
          ...(age !== undefined && age >= COUNTED_AGE && { age }),
        },
      }),
      ...(age !== undefined && age < guardianBelowAge && { isChild: true }),
      contact,
      language,
      codeExpiresAt: plusSeconds(receivedAt, voterCodes.codeSeconds),
      expiresAt: plusSeconds(receivedAt, voterCodes.sessionSeconds),
      tries: 0,
      codes: { own, left: admitted.value.lettersLeft },
      confirmed: false,
    },
    receivedAt,
  );
  return opened.ok ? ok(session) : opened;
};
