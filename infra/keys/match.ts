import { createHash } from "node:crypto";
import { base32, fromBase32 } from "../../shared/domain/base32.ts";
import { CycleId } from "../../shared/domain/ids.ts";
import { opener } from "../../shared/platform/seal.ts";

/**
 * What the link key's holders are asked about an edition whose tables were restored: the ids of all its ballots and the sealed links of all
 * its markers, each sorted, so that nothing says which belong together. No person and no choice is in it.
 */
export interface Unmatched {
  readonly cycleId: CycleId;
  readonly ballots: readonly string[];
  /** In base 32. */
  readonly links: readonly string[];
}

/** What does not belong together, and nothing of what does. */
export interface Orphans {
  readonly cycleId: CycleId;
  /** Of the question that this answers. */
  readonly digest: string;
  /** Ballots that no marker's link names. */
  readonly ballots: readonly string[];
  /** Names of links, whose ballot is not there. */
  readonly links: readonly string[];
  /** Ballots that more than one link names: nobody can have made that by restoring. */
  readonly twice: readonly string[];
}

const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");

/** A link's name in an answer: it leads to the marker that bears the link, and not to the ballot in it. */
export const nameOfLink = (link: string): string => sha256(`link ${link}`).slice(0, 40);

export const linkText = (link: Uint8Array): string => base32(link).toLowerCase();

const linesOf = (name: string, values: readonly string[]): string[] =>
  [...values].sort().map((value) => `${name} ${value}`);

export const questionText = ({ cycleId, ballots, links }: Unmatched): string =>
  [`cycle ${cycleId}`, ...linesOf("ballot", ballots), ...linesOf("link", links), ""].join("\n");

export const digestOf = (question: string): string => sha256(question);

export const answerText = ({ cycleId, digest, ballots, links, twice }: Orphans): string =>
  [
    `cycle ${cycleId}`,
    `question ${digest}`,
    ...linesOf("ballot", ballots),
    ...linesOf("link", links),
    ...linesOf("twice", twice),
    "end",
  ].join("\n");

/** The values of a file's lines by their first word. */
const readLines = (text: string, names: readonly string[]): Map<string, string[]> => {
  const found = new Map<string, string[]>(names.map((name) => [name, []]));
  for (const [n, line] of text.split("\n").entries()) {
    if (line.trim() === "") continue;
    const [name = "", value = ""] = line.trim().split(" ");
    const values = found.get(name);
    if (!values) throw new Error(`line ${n + 1}: "${name}" is not known`);
    values.push(value);
  }
  return found;
};

const cycleIn = (lines: Map<string, string[]>): CycleId => CycleId.parse(lines.get("cycle")?.[0]);

export const readAnswer = (text: string): Orphans => {
  const lines = readLines(text, ["cycle", "question", "ballot", "link", "twice", "end"]);
  if (lines.get("end")?.length !== 1) throw new Error("the answer was not copied whole");
  return {
    cycleId: cycleIn(lines),
    digest: lines.get("question")?.[0] ?? "",
    ballots: lines.get("ballot") ?? [],
    links: lines.get("link") ?? [],
    twice: lines.get("twice") ?? [],
  };
};

/** Opens every link of a question with the link key, and keeps of it only what is alone. */
export const match = async (question: string, privateKey: string): Promise<Orphans> => {
  const lines = readLines(question, ["cycle", "ballot", "link"]);
  const cycleId = cycleIn(lines);
  const alone = new Set(lines.get("ballot"));
  const ballots = new Set(alone);
  const named = new Set<string>();
  const [links, twice]: [string[], string[]] = [[], []];
  const open = opener(privateKey);
  const ballotIn = (sealed: Uint8Array): string => {
    try {
      return new TextDecoder().decode(open({ purpose: "link", cycleId }, sealed));
    } catch {
      throw new Error("this key does not open these links: it is of another edition");
    }
  };
  for (const link of lines.get("link") ?? []) {
    const sealed = fromBase32(link.toUpperCase());
    const ballot = ballotIn(sealed);
    if (!ballots.has(ballot)) links.push(nameOfLink(link));
    else if (named.has(ballot)) twice.push(ballot);
    named.add(ballot);
    alone.delete(ballot);
  }
  return { cycleId, digest: digestOf(question), ballots: [...alone], links, twice };
};
