import { parseArgs } from "node:util";
import type { TieKey } from "../../shared/domain/tally/rule.ts";

/** What the user said about ties: the keys to use instead of the rule's, and a seed where they end in a lot. */
interface TieChoice {
  readonly ties: readonly TieKey[];
  readonly seed?: string;
}

export interface Arguments {
  readonly files: readonly string[];
  readonly rule: string | undefined;
  readonly tie: TieChoice | undefined;
  /** Another rule to count the same ballots by, beside the one that binds. */
  readonly whatIf: string | undefined;
  readonly json: boolean;
  /** Figures of the outcome in the JSON too; people always see them. */
  readonly figures: boolean;
  readonly rules: boolean;
  /** The files are checked instead of counted; with a folder to write them to, repaired. */
  readonly check: boolean;
  readonly fix: string | undefined;
  /** Winners are named although too many ballots are void. */
  readonly force: boolean;
}

export const USAGE = `usage: npm run tally -- FILE.pb … [--rule NAME] [--tie file-order|cheaper|voters|lot:SEED] [--what-if NAME] [--json [--figures]] [--force] [--rules]
       npm run tally -- --check FILE.pb … [--fix DIR] [--json]`;

/** The command line, or the sentence that says what is wrong with it. */
export const readArguments = (words: readonly string[]): Arguments | string => {
  const options = {
    rule: { type: "string" },
    tie: { type: "string" },
    "what-if": { type: "string" },
    json: { type: "boolean", default: false },
    figures: { type: "boolean", default: false },
    rules: { type: "boolean", default: false },
    check: { type: "boolean", default: false },
    fix: { type: "string" },
    force: { type: "boolean", default: false },
  } as const;
  try {
    const { values, positionals } = parseArgs({ args: [...words], options, allowPositionals: true });
    const tie = values.tie === undefined ? undefined : tieChoice(values.tie);
    if (tie === null) return `--tie ${values.tie}: not one of file-order, cheaper, voters, lot:SEED`;
    if (positionals.length === 0 && !values.rules) return "no file is named";
    const { rule, json, figures, rules, fix, force, "what-if": whatIf } = values;
    const check = values.check || fix !== undefined;
    return { files: positionals, rule, tie, whatIf, json, figures, rules, check, fix, force };
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
};

/** A key that can leave projects level is followed by the file's order. */
const tieChoice = (text: string): TieChoice | null => {
  if (text === "file-order") return { ties: ["file-order"] };
  if (text === "cheaper") return { ties: ["cheaper", "file-order"] };
  if (text === "voters") return { ties: ["more-voters", "file-order"] };
  const seed = /^lot:(.+)$/.exec(text)?.[1];
  return seed ? { ties: ["lot"], seed } : null;
};
