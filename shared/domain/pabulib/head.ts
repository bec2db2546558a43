import type { Grosze } from "../money.ts";
import { PbFaultFound } from "./fault.ts";
import { type PbListing, VOTE_TYPES, type VoteType } from "./file.ts";
import { exactGrosze } from "./money.ts";
import { CR, LF } from "./record.ts";
import { type MetaValue, readHeader, readMeta, readProjects } from "./sections.ts";

/** A `.pb` file down to its first ballot, which begins at byte `end`. */
export interface PbHead {
  readonly listing: PbListing;
  readonly voteColumns: readonly string[];
  readonly end: number;
  /** Whether nothing in it is written otherwise than the format wants. */
  readonly isPlain: boolean;
}

export const readHead = (bytes: Uint8Array): PbHead => {
  const start = byteOrderMark(bytes);
  const meta = readMeta(bytes, start);
  const needed = (key: string): MetaValue => {
    const value = meta.values.get(key);
    if (value) return value;
    throw new PbFaultFound(start, `META lacks "${key}"`);
  };
  const budgetGrosze = money(needed("budget"));
  const voteType = kind(needed("vote_type"));
  const { columns: projectColumns, projects, end } = readProjects(bytes, meta.end);
  const votes = readHeader(bytes, end, ["voter_id", "vote", ...(hasPoints(voteType) ? ["points"] : [])]);
  return {
    listing: {
      meta: new Map([...meta.values].map(([key, { text }]) => [key, text])),
      budgetGrosze,
      voteType,
      projectColumns,
      projects,
    },
    voteColumns: votes.fields,
    end: votes.end,
    isPlain: start === 0 && !ODD.test(new TextDecoder().decode(bytes.subarray(0, votes.end))),
  };
};

/** Blanks around cells, decimal commas, and what nobody sees. */
const ODD =
  /;\d+,\d{1,2}(?:;|\r?$)|(?:^|;)[^\S\r\n]|[^\S\r\n](?:;|\r?$)|\r(?!\n)|[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]/m;

const hasPoints = (voteType: VoteType): boolean => voteType === "cumulative" || voteType === "scoring";

const money = ({ text, at }: MetaValue): Grosze => {
  const grosze = exactGrosze(text);
  if (grosze === null) throw new PbFaultFound(at, `"${text}" is not an amount of money`);
  return grosze;
};

const kind = ({ text, at }: MetaValue): VoteType => {
  const found = VOTE_TYPES.find((type) => type === text);
  if (!found) throw new PbFaultFound(at, `"${text}" is not one of ${VOTE_TYPES.join(", ")}`);
  return found;
};

/** The length of a leading byte order mark, which some spreadsheets write. */
const byteOrderMark = (bytes: Uint8Array): number =>
  bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;

/** Where the rows of a section end, of so many bytes: empty lines after them are no rows. */
export const rowsEnd = (bytes: Uint8Array, length: number): number => {
  let end = length;
  while (end > 0 && (bytes[end - 1] === LF || bytes[end - 1] === CR)) end -= 1;
  return end;
};
