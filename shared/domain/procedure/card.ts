import { z } from "zod";
import { MEASURE } from "../languages.ts";
import { Grosze } from "../money.ts";
import { type Issue, notValid } from "../refusals.ts";
import { ok, type Result, refused } from "../result.ts";
import { Slug } from "../slug.ts";
import { line, mayBeEmpty, paragraphs } from "../text.ts";
import type { Criterion } from "./criteria.ts";

export const Verdict = z.enum(["met", "not-met", "to-correct"]).meta({ id: "Verdict" });
export type Verdict = z.infer<typeof Verdict>;

export const CardResult = z.enum(["accepted", "rejected", "to-correct"]).meta({ id: "CardResult" });
export type CardResult = z.infer<typeof CardResult>;

/** What was found on one criterion. `reason` is one of the edition's library, `note` this case's own sentence. */
export const Answer = z.strictObject({
  id: Slug,
  verdict: Verdict,
  reason: Slug.optional(),
  note: mayBeEmpty(paragraphs(1000)),
});
export type Answer = z.infer<typeof Answer>;

/** A card as it is sent: every criterion once; what the system knows may be left out. */
export const CardBody = z.strictObject({
  criteria: z.array(Answer).max(60),
  result: CardResult,
  /** In place of the reasons that are put together from the criteria. */
  reasons: mayBeEmpty(paragraphs(4000)),
});
export type CardBody = z.infer<typeof CardBody>;

/** A line of the cost as the office has verified it. */
export const VerifiedLine = z.strictObject({ name: line(120), costGrosze: Grosze.min(1) });

/** What only the check of merits finds: what it costs line by line, who will hold the money, and how many years it takes. */
export const Verified = z.strictObject({
  costLines: z.array(VerifiedLine).min(1).max(40).optional(),
  holder: mayBeEmpty(line(160)),
  years: z.literal([1, 2]).optional(),
});
export type Verified = z.infer<typeof Verified>;

export const MeritBody = CardBody.extend(Verified.shape);
export type MeritBody = z.infer<typeof MeritBody>;

/** What a project costs as verified: the sum of its lines. */
export const verifiedCost = ({ costLines = [] }: Pick<Verified, "costLines">): Grosze =>
  costLines.reduce((sum, { costGrosze }) => sum + costGrosze, 0);

/** What a card proposes: nothing is waved through that is not met, and nothing is rejected that can be put right. */
export const resultOf = (answers: readonly Pick<Answer, "verdict">[]): CardResult => {
  const has = (verdict: Verdict): boolean => answers.some((one) => one.verdict === verdict);
  if (has("not-met")) return "rejected";
  return has("to-correct") ? "to-correct" : "accepted";
};

/** A criterion is named by what is right: what it turned out to be stands before it. Decisions are written in Polish. */
const FOUND = { "not-met": "Niespełnione", "to-correct": "Do uzupełnienia" } as const;

/** What is not met or to be put right, each with its sentence of the library and the case's own. */
const reasonsOf = (criteria: readonly Criterion[], answers: readonly Answer[]): string | undefined => {
  const lines = answers.flatMap(({ id, verdict, reason, note }) => {
    const criterion = criteria.find((one) => one.id === id);
    if (verdict === "met" || !criterion) return [];
    const said = criterion.reasons?.find((one) => one.id === reason)?.text[MEASURE];
    const found = `${FOUND[verdict]}: „${criterion.title[MEASURE]}”.`;
    return [[found, said, note].filter((part) => part !== undefined).join(" ")];
  });
  return lines.length === 0 ? undefined : lines.join("\n\n");
};

/** A card that holds together. */
export interface Filled {
  readonly answers: readonly Answer[];
  readonly result: CardResult;
  readonly reasons: string | undefined;
}

type Issues = readonly (Issue | false)[];

/** What is wrong with one answer, where it stands. */
export const faultsOf = (
  criterion: Criterion | undefined,
  answer: Answer,
  at: string,
  isTwice: boolean,
): Issues => {
  if (!criterion) return [{ pointer: `${at}/id`, rule: "choice" }];
  const { verdict, reason, note } = answer;
  const isKnown = reason === undefined || criterion.reasons?.some(({ id }) => id === reason);
  return [
    isTwice && { pointer: `${at}/id`, rule: "duplicate" },
    verdict === "to-correct" &&
      !criterion.correctable && { pointer: `${at}/verdict`, rule: "choice", limit: "met, not-met" },
    !isKnown && { pointer: `${at}/reason`, rule: "choice" },
    // A resident reads why: the library alone speaks of no case.
    verdict !== "met" && note === undefined && { pointer: `${at}/note`, rule: "required" },
  ];
};

/** Reads a card by the edition's criteria. What it leaves out is filled in with what the system knows; what nobody says is a fault. */
export const filledCard = (
  criteria: readonly Criterion[],
  { criteria: given, result, reasons }: CardBody,
  known: readonly Answer[] = [],
): Result<Filled> => {
  const faults = given.flatMap((answer, n) =>
    faultsOf(
      criteria.find(({ id }) => id === answer.id),
      answer,
      `/criteria/${n}`,
      given.findIndex(({ id }) => id === answer.id) < n,
    ),
  );
  const answers = criteria.flatMap(
    ({ id }) => given.find((one) => one.id === id) ?? known.find((one) => one.id === id) ?? [],
  );
  const missing = criteria.filter(({ id }) => !answers.some((one) => one.id === id));
  const proposed = resultOf(answers);
  const issues = [
    ...faults,
    missing.length > 0 && {
      pointer: "/criteria",
      rule: "too-few" as const,
      limit: missing.map(({ id }) => id).join(", "),
    },
    missing.length === 0 &&
      proposed !== result && { pointer: "/result", rule: "choice" as const, limit: proposed },
  ].filter((issue) => issue !== false);
  if (issues.length > 0) return refused(notValid(issues));
  return ok({ answers, result, reasons: reasons ?? reasonsOf(criteria, answers) });
};
