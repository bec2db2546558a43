import type { Bucket } from "../domain/bucket.ts";
import { entryOf } from "../domain/cycle/calendar.ts";
import type { Cycle } from "../domain/cycle/cycle.ts";
import { type Instant, plusSeconds } from "../domain/instant.ts";
import { mailboxOf } from "../domain/mailbox.ts";
import { type Refusal, refusal } from "../domain/refusals.ts";
import { ok, type Result, refused } from "../domain/result.ts";
import type { VoterCodes } from "../domain/rule-set.ts";
import { EDITION_BUCKETS } from "../domain/voting/edition-buckets.ts";
import type { Taking } from "../store/limits.ts";
import type { Write } from "../store/write.ts";
import { type BucketRule, type BucketRules, limitsOf, type Subject } from "./admission.ts";
import type { Deps } from "./deps.ts";
import type { Request } from "./endpoint.ts";
import { macText } from "./keyed.ts";
import type { Route } from "./route.ts";

/** The parts of an edition that its buckets go by. */
type EditionOf = Pick<Cycle, "id" | "calendar"> & {
  readonly ruleSet: { readonly voterCodes: VoterCodes };
};

type Seen = "address" | "network";

/** What an endpoint says of an act: each subject that the door does not see, the edition, whether the proof is right. */
type Asked<B extends BucketRules> = {
  readonly [S in Exclude<B[number]["by"][number], Seen>]: string;
} & ("edition" extends B[number]["of"] ? { readonly edition: EditionOf } : unknown) &
  (Extract<B[number]["counts"], "letters" | "wrong proofs"> extends never
    ? unknown
    : { readonly isRight: boolean });

interface Admitted {
  /** How many letters are left after this one, whether or not it was sent. */
  readonly lettersLeft: number;
}

/**
 * Takes a token from each bucket of an act, with what else is to be written, or from none: who is turned away costs nobody anything. The
 * same is read and written whoever is asked for, but for letters that do not go.
 */
export type Admit<B extends BucketRules> = (
  asked: Asked<B>,
  also?: readonly Write[],
) => Promise<Result<Admitted>>;

/** A row's acts that take from buckets. */
export type Admits<R extends Pick<Route, "admission">> =
  NonNullable<R["admission"]> extends {
    readonly buckets: infer Acts extends Readonly<Record<string, BucketRules>>;
  }
    ? { readonly [Act in keyof Acts]: Admit<Acts[Act]> }
    : unknown;

/** The same as `Asked`, of whichever rules. */
type AnyAsked = Partial<Readonly<Record<Subject, string>>> & {
  readonly edition?: EditionOf;
  readonly isRight?: boolean;
};

/** What an act takes from a bucket. What takes nothing is refused by an empty one all the same, so that nobody can tell by it what was right. */
const tokensOf = ({ counts }: BucketRule, { isRight = false }: AnyAsked): 0 | 1 =>
  counts === "requests" || (counts === "letters") === isRight ? 1 : 0;

/** Long after any extension of it. */
const KEPT_AFTER_VOTE_SECONDS = 60 * 86_400;

const keptUntil = (edition: EditionOf | undefined): Instant | undefined => {
  const endsAt = edition && entryOf(edition.calendar, "voting")?.endsAt;
  return endsAt && plusSeconds(endsAt, KEPT_AFTER_VOTE_SECONDS);
};

const isOfConnection = ({ by }: BucketRule): boolean =>
  by.every((one) => one === "address" || one === "network");

const sizeOf = ({ size }: BucketRule, edition: EditionOf | undefined): Bucket => {
  if (typeof size !== "string") return size;
  if (!edition) throw new Error(`no edition to say "${size}"`);
  return EDITION_BUCKETS[size](edition.ruleSet.voterCodes);
};

const OTHERWISE: Readonly<Partial<Record<BucketRule["empty"], Refusal>>> = {
  "other ways": refusal("voting/no-more-codes", { of: "contact" }),
};

/** What a request's own row lets it take, one function an act; and how long one that was turned away has to wait. */
export const admissionOf = (
  route: Pick<Route, "admission">,
  { network, receivedAt }: Pick<Request, "network" | "receivedAt">,
  { store, vault }: Pick<Deps, "store" | "vault">,
) => {
  let waitSeconds: number | undefined;

  const takingOf = async (rule: BucketRule, asked: AnyAsked): Promise<Taking> => {
    const { edition } = asked;
    if (rule.of === "edition" && !edition) throw new Error(`no edition for the bucket "${rule.name}"`);
    const key = await (rule.of === "edition" && edition
      ? vault.cycleKey(edition.id, "limits")
      : vault.names("limits"));
    const seen = { address: network?.address ?? "", network: network?.prefix ?? "" };
    const values = rule.by.flatMap((subject) => {
      const value = { ...asked, ...seen }[subject];
      if (value === undefined) throw new Error(`no ${subject} for the bucket "${rule.name}"`);
      // However an address is written, its mailbox is the one that fills up.
      return [subject, subject === "contact" ? mailboxOf(value, "likely") : value];
    });
    const otherwise = OTHERWISE[rule.empty];
    return {
      of: rule.of === "edition" && edition ? edition.id : "site",
      subject: macText(key, "bucket", rule.name, ...values),
      bucket: sizeOf(rule, edition),
      ...(rule.of === "edition" && { keptUntil: keptUntil(edition) }),
      tokens: tokensOf(rule, asked),
      ...(otherwise && { otherwise }),
    };
  };

  const isTooLate = (rules: BucketRules, edition: EditionOf | undefined, seconds: number): boolean => {
    const endsAt = edition && entryOf(edition.calendar, "voting")?.endsAt;
    return (
      rules.some(({ empty }) => empty === "wait while the vote lasts") &&
      endsAt !== undefined &&
      plusSeconds(receivedAt, seconds) >= endsAt
    );
  };

  const admit =
    (rules: BucketRules) =>
    async (asked: AnyAsked, also: readonly Write[] = []): Promise<Result<Admitted>> => {
      // A connection that is of no public place is not limited as one.
      const own = rules.filter((rule) => network !== undefined || !isOfConnection(rule));
      const taken = await store.limits.take(
        await Promise.all(own.map((rule) => takingOf(rule, asked))),
        receivedAt,
        also,
      );
      if (taken.ok) {
        waitSeconds = undefined;
        const letters = taken.value.filter((_, index) => own[index]?.counts === "letters");
        return ok({ lettersLeft: Math.min(...letters) });
      }
      if (taken.refusal.code !== "request/too-many") return taken;
      const { retryAfterSeconds } = taken.refusal.facts;
      if (isTooLate(rules, asked.edition, retryAfterSeconds))
        return refused(refusal("voting/no-more-codes", { of: "tries" }));
      if (rules.every(({ empty }) => empty !== "gone" && empty !== "no letter"))
        waitSeconds = Math.min(waitSeconds ?? retryAfterSeconds, retryAfterSeconds);
      return taken;
    };

  const acts = Object.entries(limitsOf(route)?.buckets ?? {});
  return {
    admit: Object.fromEntries(acts.map(([act, rules]) => [act, admit(rules)])),
    waitSeconds: () => waitSeconds,
  };
};
