/** What a unit says about the merits of a proposal: on the criteria that are its own, on the cost, and how it would end. */
import { z } from "zod";
import { Grosze } from "../money.ts";
import { UnitId } from "../office/directory.ts";
import { type Issue, notValid } from "../refusals.ts";
import { ok, type Result, refused } from "../result.ts";
import { paragraphs } from "../text.ts";
import { Answer, faultsOf, resultOf, Verdict, Verified, verifiedCost } from "./card.ts";
import type { Criterion } from "./criteria.ts";
import type { OpinionState } from "./stages.ts";

export const OpinionVerdict = z.enum(["positive", "conditional", "negative"]).meta({ id: "OpinionVerdict" });
export type OpinionVerdict = z.infer<typeof OpinionVerdict>;

/** What a unit says of a criterion that is not its own to judge, as if it had left it out. */
export const NOT_OURS = "not-ours";

/** An opinion as it is sent. */
export const OpinionBody = z.strictObject({
  /** As in the address, where a script names it in both. */
  unit: UnitId.optional(),
  criteria: z.array(Answer.extend({ verdict: z.enum([...Verdict.options, NOT_OURS]) })).max(60),
  ...Verified.shape,
  /** What it costs each year once it is there. */
  upkeepGrosze: Grosze.optional(),
  verdict: OpinionVerdict,
  /** About this very case. */
  reasons: paragraphs(4000),
});
export type OpinionBody = z.infer<typeof OpinionBody>;

/** The verdicts that go with what was found: what is not met allows no good one, and nothing is turned down of which all is met. */
const ALLOWED = {
  accepted: ["positive", "conditional"],
  "to-correct": ["conditional", "negative"],
  rejected: ["negative"],
} as const satisfies Readonly<Record<ReturnType<typeof resultOf>, readonly OpinionVerdict[]>>;

/** Reads an opinion by the edition's criteria; it keeps those that the unit judges. */
export const filledOpinion = (
  criteria: readonly Criterion[],
  { criteria: given, verdict }: Pick<OpinionBody, "criteria" | "verdict">,
): Result<Answer[]> => {
  const answers = given.flatMap(({ verdict: found, ...answer }) =>
    found === NOT_OURS ? [] : [{ ...answer, verdict: found }],
  );
  const allowed: readonly OpinionVerdict[] = ALLOWED[resultOf(answers)];
  const issues: Issue[] = [
    ...given.flatMap(({ verdict: found, ...answer }, n) =>
      faultsOf(
        criteria.find(({ id }) => id === answer.id),
        { ...answer, verdict: found === NOT_OURS ? "met" : found },
        `/criteria/${n}`,
        given.findIndex(({ id }) => id === answer.id) < n,
      ),
    ),
    answers.length === 0 && { pointer: "/criteria", rule: "too-few" as const, limit: 1 },
    answers.length > 0 &&
      !allowed.includes(verdict) && {
        pointer: "/verdict",
        rule: "choice" as const,
        limit: allowed.join(", "),
      },
  ].filter((issue) => issue !== false);
  return issues.length > 0 ? refused(notValid(issues)) : ok(answers);
};

/** Whether who asked still waits for it. What was sent back waits for them: they ask another unit, or take the question back. */
export const isOutstanding = ({ state }: { readonly state: OpinionState }): boolean =>
  state === "asked" || state === "writing" || state === "to-accept" || state === "sent-back";

interface Given {
  readonly answers: readonly Answer[];
  readonly verdict?: OpinionVerdict | undefined;
  readonly costLines?: Verified["costLines"];
  readonly holder?: string | undefined;
  readonly years?: Verified["years"];
}

type Disputed = "verdict" | "cost" | "holder" | "years";

const differ = (values: readonly unknown[]): boolean => new Set(values).size > 1;

const PARTS: Readonly<Record<Disputed, (given: Given) => string | number | undefined>> = {
  verdict: ({ verdict }: Given) => verdict,
  cost: ({ costLines }: Given) => costLines && verifiedCost({ costLines }),
  holder: ({ holder }: Given) => holder,
  years: ({ years }: Given) => years,
};

/** In what given opinions differ: their verdicts, costs, who is to hold the money, how long it takes, and the criteria that more than one judges. */
export const disputed = (
  given: readonly Given[],
): { readonly parts: Disputed[]; readonly criteria: string[] } => {
  const said = (part: Disputed) => given.map(PARTS[part]).filter((one) => one !== undefined);
  const ids = [...new Set(given.flatMap(({ answers }) => answers.map(({ id }) => id)))];
  const verdicts = (id: string) =>
    given.flatMap(({ answers }) => answers.find((one) => one.id === id)?.verdict ?? []);
  return {
    parts: (Object.keys(PARTS) as Disputed[]).filter((part) => differ(said(part))),
    criteria: ids.filter((id) => differ(verdicts(id))),
  };
};

/** What the summary card starts from: of opinions that differ, the dearest cost. */
export const summedUp = (given: readonly Given[]): Pick<Verified, "costLines" | "holder" | "years"> => {
  const dearest = given
    .filter(({ costLines }) => costLines !== undefined)
    .toSorted((one, other) => verifiedCost(other) - verifiedCost(one))
    .at(0);
  const { holder = given.find((one) => one.holder !== undefined)?.holder } = dearest ?? {};
  const years = given.some((one) => one.years === 2) ? 2 : given.find((one) => one.years)?.years;
  return { costLines: dearest?.costLines, holder, years };
};
