import type { Grosze } from "../money.ts";
import { located, type PbFault, PbFaultFound } from "./fault.ts";
import { type PbFile, VOTE_TYPES, type VoteType } from "./file.ts";
import { idIndex } from "./id-index.ts";
import { exactGrosze } from "./money.ts";
import { type MetaValue, readMeta, readProjects } from "./sections.ts";
import { readVotes } from "./votes.ts";

export type PbReading =
  | { readonly ok: true; readonly file: PbFile }
  | { readonly ok: false; readonly fault: PbFault };

/**
 * Reads a `.pb` file of any library or city. A fault in its structure refuses the file and says where; a ballot that
 * breaks a limit does not: what it is worth is for `admitBallots` to say.
 */
export const readPb = (bytes: Uint8Array): PbReading => {
  try {
    return { ok: true, file: read(bytes) };
  } catch (error) {
    if (error instanceof PbFaultFound) return { ok: false, fault: located(bytes, error) };
    throw error;
  }
};

const read = (bytes: Uint8Array): PbFile => {
  const meta = readMeta(bytes, byteOrderMark(bytes));
  const needed = (key: string): MetaValue => {
    const value = meta.values.get(key);
    if (value) return value;
    throw new PbFaultFound(byteOrderMark(bytes), `META lacks "${key}"`);
  };
  const budgetGrosze = money(needed("budget"));
  const voteType = kind(needed("vote_type"));
  const { columns, projects, end } = readProjects(bytes, meta.end);
  const ids = idIndex(projects.map(({ id }) => id));
  return {
    bytes,
    meta: new Map([...meta.values].map(([key, { text }]) => [key, text])),
    budgetGrosze,
    voteType,
    projectColumns: columns,
    projects,
    votes: readVotes(bytes, end, { ids, voteType }),
  };
};

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
