import { checkCharacter, readTyped } from "../check-character.ts";

/** 100 bits of the ballot's id and 75 bits of the hash of the sealed ballot, in base 32; then one check character. */
const BALLOT_ID_LENGTH = 20;
const COMMITMENT_LENGTH = 15;
const GROUP = 4;

/**
 * What a voter keeps: it names a leaf of the published list (ballot id, hash of the sealed ballot) and says nothing of the choice.
 * `ballotId` is 20 characters of Crockford's base 32, `sealedHash` at least 15.
 */
export const receiptOf = (ballotId: string, sealedHash: string): string => {
  const body = ballotId.toUpperCase() + sealedHash.toUpperCase().slice(0, COMMITMENT_LENGTH);
  const groups = (body + checkCharacter(body)).match(new RegExp(`.{1,${GROUP}}`, "g")) ?? [];
  return groups.join("-");
};

/** What a receipt says of its leaf: the ballot's id in lower case, and how the hash of the sealed ballot begins, in upper case. */
export interface NamedLeaf {
  readonly ballotId: string;
  readonly commitment: string;
}

/** A receipt as typed or read aloud; null when a character is wrong. */
export const readReceipt = (typed: string): NamedLeaf | null => {
  const text = readTyped(typed);
  const body = text?.slice(0, -1) ?? "";
  if (body.length !== BALLOT_ID_LENGTH + COMMITMENT_LENGTH) return null;
  if (checkCharacter(body) !== text?.at(-1)) return null;
  return {
    ballotId: body.slice(0, BALLOT_ID_LENGTH).toLowerCase(),
    commitment: body.slice(BALLOT_ID_LENGTH),
  };
};
