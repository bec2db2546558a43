import type { PlainBallot } from "../../shared/domain/tally/election-of.ts";

/** A text in bytes, some of its pieces at a time. */
export const inChunks = function* (pieces: Iterable<string>): Generator<Uint8Array> {
  const text = new TextEncoder();
  let chunk: string[] = [];
  for (const piece of pieces) {
    chunk.push(piece);
    if (chunk.length < 4096) continue;
    yield text.encode(chunk.join(""));
    chunk = [];
  }
  yield text.encode(chunk.join(""));
};

/** The choices of a pool as JSON, a ballot a line: as one text they may be longer than a text can be. */
export const choicesJson = function* (ballots: Iterable<PlainBallot>): Generator<string> {
  let before = "[\n";
  for (const { choices, count } of ballots) {
    yield `${before}${JSON.stringify({ choices, count })}`;
    before = ",\n";
  }
  yield before === "[\n" ? "[]\n" : "\n]\n";
};
