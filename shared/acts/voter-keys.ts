import type { KeyObject } from "node:crypto";
import { base32 } from "../domain/base32.ts";
import { type CycleId, isProbe, type VoidId } from "../domain/ids.ts";
import { mailboxOf } from "../domain/mailbox.ts";
import type { Network } from "../domain/network.ts";
import type { Crowd } from "../domain/signals/crowd.ts";
import type { Instant } from "../domain/time.ts";
import { digitsFrom, mac, macText, sha256 } from "../platform/keyed.ts";
import type { Vault } from "../platform/vault.ts";
import { GATES } from "../store/keys.ts";

export type VoterKeys = Awaited<ReturnType<typeof voterKeysOf>>;

/**
 * The keyed hashes of one cycle's voters. Their key is not in the database: without it an entry of the roll, a marker or a counter cannot be
 * turned back into a person, and with it destroyed nobody can.
 */
export const voterKeysOf = async (vault: Vault, cycleId: CycleId) => {
  const [roll, voter, limits] = await Promise.all([
    vault.cycleKey(cycleId, "roll"),
    vault.cycleKey(cycleId, "voter"),
    vault.cycleKey(cycleId, "limits"),
  ]);
  return {
    /** The entry of the roll for the folded facts of a person (`personOf`), and what must be typed for it. */
    entryId: (...facts: readonly string[]): Uint8Array => mac(roll, "id", ...facts).subarray(0, 16),
    proof: (...facts: readonly string[]): Uint8Array => mac(roll, "proof", ...facts).subarray(0, 16),
    /** The key under which a voter's marker stands: derived from the roll entry, never from what was typed. */
    voterKey: (entryId: Uint8Array): string => macText(voter, "marker", Buffer.from(entryId).toString("hex")),
    /** Names the commission's decision on this voter's ballot: without the key it does not lead to the marker. */
    voidId: (voterKey: string): VoidId => `vod_${macText(voter, "void", voterKey)}`,
    /** The key of a guardian's declaration: nothing joins it to the marker without the key. */
    guardian: (voterKey: string): string => macText(voter, "guardian", voterKey),
    gate: (voterKey: string): number => (mac(voter, "gate", voterKey)[0] ?? 0) % GATES,
    /** Subjects of limits: who is being identified, and the mailbox or number to which codes are sent. */
    person: (...who: readonly string[]): string => macText(limits, "person", ...who),
    contact: (address: string): string => macText(limits, "contact", mailboxOf(address, "likely")),
    /** The key of two subjects as one: a person at a network, a contact's codes for a person. Neither is told by it. */
    pair: (one: string, other: string): string => macText(limits, "pair", one, other),
    /** Crowds, and the last one of each: two names that only the key brings together. */
    crowd: (shared: Crowd["shared"], subject: string): string => macText(limits, "crowd", shared, subject),
    lastOfCrowd: (shared: Crowd["shared"], subject: string): string =>
      macText(limits, "last", shared, subject),
    /** A clerk's stretch of time, and a point in it, while it lasts. */
    stretch: (...of: readonly string[]): string => macText(limits, "stretch", ...of),
    network: (of: keyof Network, network: Network): string => macText(limits, of, network[of]),
  };
};

/**
 * The code of a session: not stored anywhere, only derived again by whoever holds the site's key. It is of its own time: a session that is
 * opened anew under the same name has another.
 */
export const codeOf = (
  key: KeyObject,
  { sessionHash, codeExpiresAt }: { readonly sessionHash: string; readonly codeExpiresAt: Instant },
  digits: number,
): string => digitsFrom(key, `code/${sessionHash}/${codeExpiresAt}`, digits);

/** The code of a session of the canary's, as the canary works it out too: it knows the session and no more. */
export const probeCodeOf = (key: KeyObject, sessionHash: string, digits: number): string =>
  digitsFrom(key, `probe-code/${sessionHash}`, digits);

/** A session's codes that are taken, the one that is sent first. What kind they are of is the cycle's id: no other secret opens a real vote. */
export const codesOf = async (
  vault: Pick<Vault, "codes" | "canary">,
  session: { readonly cycleId: CycleId; readonly sessionHash: string; readonly codeExpiresAt: Instant },
  digits: number,
): Promise<string[]> =>
  isProbe(session.cycleId)
    ? (await vault.canary("codes")).accepted.map((key) => probeCodeOf(key, session.sessionHash, digits))
    : (await vault.codes("codes")).accepted.map((key) => codeOf(key, session, digits));

/** Sessions are stored under the hash of their id: who reads the table cannot enter one. */
export const sessionHashOf = (session: string): string =>
  base32(sha256("session/", session).subarray(0, 16)).toLowerCase();
