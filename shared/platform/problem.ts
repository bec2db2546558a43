import { pathTo } from "../domain/addresses.ts";
import type { Issue, Refusal, RefusalCode } from "../domain/refusals.ts";
import { issueText, noteText } from "../words/refusal-words.ts";
import type { Words } from "../words/words.ts";
import type { Reply } from "./http.ts";

/** RFC 9110's meaning of each refusal. A refusal without a status does not compile. */
export const STATUS: Readonly<Record<RefusalCode, number>> = {
  "request/malformed": 400,
  "request/not-valid": 422,
  "request/too-large": 413,
  "request/too-many-values": 413,
  "request/method": 405,
  "request/media-type": 415,
  "request/not-acceptable": 406,
  "request/key-missing": 400,
  "request/key-reused": 422,
  "request/too-many": 429,
  "request/precondition-missing": 428,
  "request/changed-since": 412,
  "request/foreign-origin": 403,
  "request/round-the-front": 403,
  "identity/missing": 401,
  "identity/expired": 401,
  "identity/role": 403,
  "identity/same-person": 403,
  "identity/own-proposal": 403,
  "moderation/not-named": 403,
  "moderation/own": 403,
  "moderation/held": 409,
  "moderation/appeal-over": 409,
  "moderation/barred": 403,
  "pending/settled": 409,
  "pending/waits": 409,
  "letter/done": 409,
  "letter/deleted": 410,
  "pending/lapsed": 410,
  "pending/not-yours": 403,
  "person/has-account": 409,
  "staff/changing": 409,
  "staff/own-role": 403,
  "staff/too-few-admins": 409,
  "unit/not-empty": 409,
  "thing/not-found": 404,
  "thing/gone": 410,
  "act/wrong-state": 409,
  "act/blocked": 409,
  "service/try-again": 503,
  "file/pending": 409,
  "file/empty": 422,
  "file/too-big": 422,
  "file/not-a-table": 422,
  "file/not-a-scan": 422,
  "file/not-a-picture": 422,
  "file/not-as-said": 422,
  "file/several-kinds": 422,
  "file/broken": 422,
  "file/too-many-pixels": 422,
  "file/no-alternative-text": 422,
  "file/used": 409,
  "file/too-many": 409,
  "cycle/wrong-phase": 409,
  "cycle/move-not-allowed": 409,
  "cycle/blocked": 409,
  "cycle/locked": 409,
  "cycle/calendar": 422,
  "project/over-cap": 422,
  "project/elsewhere": 422,
  "project/state": 409,
  "project/call-closed": 409,
  "project/number-taken": 409,
  "list/not-ready": 409,
  "project/no-call": 409,
  "project/call-over": 409,
  "co-author/named": 422,
  "co-author/full": 409,
  "co-author/too-early": 409,
  "co-author/answered": 409,
  "merging/unlike": 422,
  "merging/over": 409,
  "merging/late": 409,
  "merging/open": 409,
  "merging/asked-enough": 409,
  "appeal/nothing": 409,
  "appeal/over": 409,
  "appeal/filed": 409,
  "appeal/decided-before": 403,
  "check/held": 403,
  "opinion/open": 409,
  "opinion/asked": 409,
  "opinion/other-unit": 403,
  "list/window-open": 409,
  "project/by-call": 409,
  "key/not-proved": 422,
  "project/own-support": 422,
  "project/already-supported": 409,
  "project/supporters": 422,
  "roll/rows": 422,
  "roll/file": 422,
  "table/rows": 422,
  "table/repaired": 422,
  "table/unchanged": 409,
  "table/too-long": 422,
  "roll/reading": 409,
  "roll/not-listed": 422,
  "roll/birth-date": 422,
  "roll/missing": 409,
  "voting/closed": 409,
  "voting/end-needs-two": 409,
  "voting/code": 422,
  "voting/no-more-codes": 422,
  "voting/guardian": 422,
  "statement/decided": 409,
  "voting/already-voted": 409,
  "ballot/pool": 422,
  "ballot/pool-twice": 422,
  "ballot/project": 422,
  "ballot/over-points": 422,
  "ballot/too-many-projects": 422,
  "ballot/too-few-points": 422,
  "ballot/too-few-projects": 422,
  "ballot/ranks": 422,
  "ballot/over-cost": 422,
  "ballot/empty": 422,
  "ballot/incomplete": 422,
  "point/in-use": 409,
  "point/unexplained": 422,
  "point/not-its-day": 422,
  "point/unsettled": 409,
  "point/unsigned": 409,
  "point/signed": 409,
  "paper/no-card": 404,
  "paper/not-taken": 409,
  "paper/too-late": 409,
  "paper/differs": 409,
  "paper/settled": 409,
  "paper/unsettled": 409,
  "paper/closed": 409,
  "paper/correction-waits": 409,
  "receipt/unknown": 404,
  "paper/same-file": 409,
  "paper/not-yours": 403,
  "paper/file-state": 409,
  "paper/below-keyed": 409,
  "count/key-wrong": 422,
  "void/no-marker": 422,
  "void/no-ballot": 422,
  "void/voided": 422,
  "void/state": 409,
  "void/not-yours": 403,
  "void/names-differ": 422,
  "results/not-published": 404,
  "consultation/published": 409,
  "consultation/over": 409,
  "consultation/not-announced": 422,
  "consultation/term": 422,
  "consultation/undecided": 409,
  "consultation/remarks-time": 409,
  "consultation/said": 409,
  "remark/outside": 422,
  "remark/outside-refused": 422,
  "meeting/closed": 409,
  "meeting/cancelled": 409,
  "meeting/over": 409,
  "meeting/below-taken": 409,
  "meeting/list-full": 409,
  "meeting/no-offer": 409,
  "meeting/by-office": 409,
  "meeting/visits-held": 409,
};

/** Rules of shape are the client's mistake (400); rules of content are a person's (422). */
const SHAPE_RULES = new Set<Issue["rule"]>(["type", "unknown", "duplicate"]);

const ROWS_SHOWN = 50;

export const statusOf = (refusal: Refusal): number =>
  refusal.code === "request/not-valid" &&
  refusal.facts.issues.some(({ pointer, rule }) => SHAPE_RULES.has(rule) || pointer.startsWith("/query/"))
    ? 400
    : STATUS[refusal.code];

interface ProblemErrors {
  readonly pointer: string;
  readonly detail: string;
}

/** The fields a refusal speaks of, each with a sentence. */
export const errorsOf = (refusal: Refusal, words: Words): ProblemErrors[] => {
  if (refusal.code === "request/not-valid") {
    return refusal.facts.issues.map((issue) => ({
      pointer: issue.pointer,
      detail: issueText(words, issue),
    }));
  }
  if (refusal.code === "roll/rows") {
    return refusal.facts.rows
      .slice(0, ROWS_SHOWN)
      .map(({ line, says }) => ({ pointer: `/${line}`, detail: words.roll[says] }));
  }
  if (refusal.code === "table/rows" || refusal.code === "table/repaired") {
    return refusal.facts.rows.slice(0, ROWS_SHOWN).map(({ line, column, says }) => ({
      pointer: column === null ? `/${line}` : `/${line}/${column}`,
      detail: noteText(words, says),
    }));
  }
  return refusal.pointer === undefined
    ? []
    : [{ pointer: refusal.pointer, detail: detailOf(refusal, words) }];
};

/** How many faults there are besides those that are told one by one. */
const untold = (refusal: Refusal): number =>
  refusal.code === "request/not-valid"
    ? refusal.facts.more
    : refusal.code === "roll/rows" || refusal.code === "table/rows" || refusal.code === "table/repaired"
      ? Math.max(0, refusal.facts.total - ROWS_SHOWN)
      : 0;

export const titleOf = (refusal: Refusal, { refusals }: Words): string => refusals[refusal.code].title;

export const detailOf = (refusal: Refusal, { refusals }: Words): string =>
  refusals[refusal.code].detail(refusal.facts as never);

/** problem+json (RFC 9457) for a refusal. `type` is a page of this site. */
export const problemReply = (
  refusal: Refusal,
  {
    words,
    siteUrl,
    instance,
  }: { readonly words: Words; readonly siteUrl: string; readonly instance: string },
): Reply => {
  const errors = errorsOf(refusal, words);
  const [area = "", reason = ""] = refusal.code.split("/");
  const more = untold(refusal);
  return {
    status: statusOf(refusal),
    type: "application/problem+json",
    headers: {
      "content-language": words.language,
      ...("retryAfterSeconds" in refusal.facts
        ? { "retry-after": String(refusal.facts.retryAfterSeconds) }
        : {}),
      ...(refusal.code === "request/method" ? { allow: refusal.facts.allowed } : {}),
    },
    body: {
      type: siteUrl + pathTo("refusal", { area, reason }),
      title: titleOf(refusal, words),
      status: statusOf(refusal),
      detail: detailOf(refusal, words),
      instance,
      code: refusal.code,
      ...(errors.length > 0 ? { errors } : {}),
      ...(more > 0 ? { moreErrors: more } : {}),
    },
  };
};

/** An accident: nothing of it is told but where it is logged. */
export const accidentReply = (words: Words, siteUrl: string, instance: string): Reply => ({
  status: 500,
  type: "application/problem+json",
  headers: { "content-language": words.language },
  body: {
    type: siteUrl + pathTo("accident"),
    ...words.accident,
    status: 500,
    instance,
    code: "accident",
  },
});
