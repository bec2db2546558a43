import { readHead, rowsEnd } from "./head.ts";
import { readRecord } from "./record.ts";

/** A `.pb` file as text: every field of every section, in order. The ballots may be a stream. */
export interface PbText {
  readonly meta: Iterable<readonly [key: string, value: string]>;
  readonly projectColumns: readonly string[];
  readonly projects: Iterable<readonly string[]>;
  readonly voteColumns: readonly string[];
  readonly votes: Iterable<readonly string[]>;
}

/** The text of a file that `readPb` takes: unknown META keys and extra columns are there as they stand. */
export const textOf = (bytes: Uint8Array): PbText => {
  const { listing, voteColumns, end } = readHead(bytes);
  return {
    meta: listing.meta,
    projectColumns: listing.projectColumns,
    projects: listing.projects.map(({ fields }) => fields),
    voteColumns,
    votes: rowsFrom(bytes, end),
  };
};

/** The rows of VOTES, read when asked for. */
const rowsFrom = function* (bytes: Uint8Array, start: number): Generator<readonly string[]> {
  const end = rowsEnd(bytes, bytes.length);
  for (let at = start; at < end; ) {
    const row = readRecord(bytes, at);
    yield row.fields;
    at = row.end;
  }
};
