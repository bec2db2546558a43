import { voterKeysOf } from "../../shared/acts/voter-keys.ts";
import { base32 } from "../../shared/domain/base32.ts";
import type { Cycle } from "../../shared/domain/cycle/cycle.ts";
import type { CycleId } from "../../shared/domain/ids.ts";
import { refusal } from "../../shared/domain/refusals.ts";
import { ok, type Result, refused } from "../../shared/domain/result.ts";
import { dayOf, type Instant } from "../../shared/domain/time.ts";
import { type BallotSection, checkBallot } from "../../shared/domain/voting/ballot.ts";
import { contentBytes, contentOf, writeContent } from "../../shared/domain/voting/ballot-content.ts";
import { receiptOf } from "../../shared/domain/voting/receipt.ts";
import type { VoterClaims } from "../../shared/platform/actor.ts";
import type { Deps } from "../../shared/platform/deps.ts";
import { sha256 } from "../../shared/platform/keyed.ts";
import { seal } from "../../shared/platform/seal.ts";
import type { BallotList } from "../../shared/store/ballot-lists.ts";
import type { Marker, SealedVote } from "../../shared/store/ballots.ts";
import { boothOf, boothsOf, openVote } from "./booth.ts";

/** How long ballots are, by the frozen list: rules and lists are locked while people vote. */
const lengths = new WeakMap<BallotList, number>();

const ballotBytes = (cycle: Cycle, list: BallotList): number => {
  const length = lengths.get(list) ?? contentBytes(cycle.id, boothsOf(cycle, list));
  lengths.set(list, length);
  return length;
};

interface BallotCast {
  readonly voter: VoterClaims;
  /** At least 128 random bits of the client: they name the ballot and the marker, each by a hash of its own, and are never stored. */
  readonly key: string;
  readonly sections: readonly BallotSection[];
  readonly receivedAt: Instant;
}

/** 100 bits: no two keys meet, and a receipt stays short. */
const ballotIdOf = (key: string): string =>
  base32(sha256("ballot", key).subarray(0, 13)).slice(0, 20).toLowerCase();

const markerHashOf = (key: string): string => base32(sha256("marker", key)).toLowerCase();

const receiptFor = (ballotId: string, sealed: Uint8Array): string =>
  receiptOf(ballotId, base32(sha256(sealed)));

/** The receipt of the ballot that was cast with this key, if it was: the same for ever. */
export const receiptAgain = async (
  cycleId: CycleId,
  voterKey: string,
  key: string,
  { store }: Deps,
): Promise<Result<string>> => {
  const marker = await store.ballots.marker(cycleId, voterKey);
  if (marker === undefined) return refused(refusal("identity/expired", {}));
  const ballotId = ballotIdOf(key);
  const ballot =
    marker.keyHash === markerHashOf(key) ? await store.ballots.ballot(cycleId, ballotId) : undefined;
  return ballot ? ok(receiptFor(ballotId, ballot.sealed)) : refused(refusal("voting/already-voted", {}));
};

/** How a ballot comes, as its marker says. */
type Arrival = Pick<Marker, "channel" | "point" | "day">;

interface VoteToSeal extends Pick<SealedVote, "receivedAt" | "receivedBefore"> {
  readonly cycle: Cycle;
  readonly voter: Pick<VoterClaims, "voterKey" | "district" | "guardian">;
  readonly key: string;
  readonly sections: readonly BallotSection[];
  readonly arrival: Arrival;
}

/** Checks a ballot and seals it. What was chosen is forgotten here; what is left cannot be read before the count. */
export const sealVote = async (
  { cycle, voter: { voterKey, district, guardian }, key, sections, arrival, ...received }: VoteToSeal,
  { store, vault }: Deps,
): Promise<Result<SealedVote>> => {
  const cycleId = cycle.id;
  const list = await store.ballotLists.get(cycleId);
  if (!list || !cycle.keys) throw new Error("a vote is open without its list or its keys");
  const checked = checkBallot(boothOf(cycle, list, district), sections);
  if (!checked.ok) return checked;

  const ballotId = ballotIdOf(key);
  const sealed = seal(
    cycle.keys.ballots,
    { purpose: "ballot", cycleId },
    writeContent(contentOf(cycleId, district, checked.value), ballotBytes(cycle, list)),
  );
  const link = seal(cycle.keys.links, { purpose: "link", cycleId }, new TextEncoder().encode(ballotId));
  const hashed = await voterKeysOf(vault, cycleId);
  return ok({
    cycleId,
    voterKey,
    gate: hashed.gate(voterKey),
    ...received,
    marker: { keyHash: markerHashOf(key), ...arrival, district, link, ...(guardian && { guardian }) },
    ballotId,
    sealed,
  });
};

const arrivalOf = (voter: VoterClaims, receivedAt: Instant): Arrival =>
  "help" in voter
    ? { channel: "desk", point: voter.help.point, day: voter.help.day }
    : { channel: "web", day: dayOf(receivedAt) };

/** The ballot of a voter in an open vote, sealed. */
export const sealBallot = async (
  { voter, key, sections, receivedAt }: BallotCast,
  deps: Deps,
): Promise<Result<SealedVote>> => {
  const cycle = await openVote(voter.cycleId, receivedAt, deps);
  return sealVote({ cycle, voter, key, sections, receivedAt, arrival: arrivalOf(voter, receivedAt) }, deps);
};

/** Checks, seals and stores a ballot, and brings its receipt. */
export const castBallot = async (ballot: BallotCast, deps: Deps): Promise<Result<string>> => {
  const sealed = await sealBallot(ballot, deps);
  if (!sealed.ok) return sealed;
  const { store } = deps;
  const { voter, receivedAt } = ballot;
  const cast = await store.ballots.cast(
    sealed.value,
    "help" in voter
      ? await store.votingPoints.countCast(voter.cycleId, voter.help)
      : await store.voterSessions.spend(voter.session, receivedAt),
  );
  return cast.ok ? ok(receiptFor(sealed.value.ballotId, sealed.value.sealed)) : cast;
};
