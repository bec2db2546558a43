import type { CycleId } from "../../../shared/domain/ids.ts";
import type { Seconds } from "../../../shared/domain/time.ts";
import { readReceipt } from "../../../shared/domain/voting/receipt.ts";
import { setCookie, VOTER_COOKIE } from "../../../shared/platform/cookies.ts";
import type { Site } from "../../../shared/platform/deps.ts";
import type { Request } from "../../../shared/platform/endpoint.ts";

/** Which session a code was asked for: kept out of addresses, which logs and histories keep. */
const SESSION_COOKIE = "code";
/** The receipt that was just given, so that its page can be loaded again; its address says nothing. */
const RECEIPT_COOKIE = "receipt";
/** The ballot so far, sealed (`ballot-draft.ts`). */
export const BALLOT_COOKIE = "ballot";
/** Where the codes of a guardian's children go, sealed (`next-child.ts`). */
export const GUARDIAN_COOKIE = "guardian";

/** An expired token still fetches the receipt of a ballot whose answer was lost. */
const TOKEN_KEPT_AFTER_SECONDS = 3600;
const RECEIPT_KEPT_SECONDS = 3600;

const SESSION = /^[0-9a-hjkmnp-tv-z]{26}$/;

type Cookies = Pick<Request, "cookie">;

export const sessionOf = ({ cookie }: Cookies): string | undefined => {
  const session = cookie(SESSION_COOKIE);
  return session !== undefined && SESSION.test(session) ? session : undefined;
};

/** A new session: what the browser knew of a voter before, a neighbour at the same screen perhaps, is gone. */
export const opened = (session: string, lifetimeSeconds: Seconds, { url }: Site): string[] => [
  setCookie(SESSION_COOKIE, session, lifetimeSeconds, url),
  setCookie(VOTER_COOKIE, "", 0, url),
  setCookie(RECEIPT_COOKIE, "", 0, url),
  setCookie(BALLOT_COOKIE, "", 0, url),
  setCookie(GUARDIAN_COOKIE, "", 0, url),
];

/** Nothing of a voter is left in this browser: for a screen that the next person comes to. */
export const cleared = ({ url }: Site): string[] =>
  [SESSION_COOKIE, VOTER_COOKIE, RECEIPT_COOKIE, BALLOT_COOKIE, GUARDIAN_COOKIE].map((name) =>
    setCookie(name, "", 0, url),
  );

export const confirmed = (token: string, lifetimeSeconds: Seconds, { url }: Site): string[] => [
  setCookie(VOTER_COOKIE, token, lifetimeSeconds + TOKEN_KEPT_AFTER_SECONDS, url),
  setCookie(SESSION_COOKIE, "", 0, url),
  setCookie(BALLOT_COOKIE, "", 0, url),
];

/** The ballot is in the box, and no longer in this browser. */
export const receipted = (cycleId: CycleId, receipt: string, { url }: Site): string[] => [
  setCookie(RECEIPT_COOKIE, `${cycleId}.${receipt}`, RECEIPT_KEPT_SECONDS, url),
  setCookie(BALLOT_COOKIE, "", 0, url),
];

/** The receipt for this cycle that the browser was given; one that was tampered with is none. */
export const receiptOf = ({ cookie }: Cookies, cycleId: CycleId): string | undefined => {
  const [cycle, receipt = ""] = (cookie(RECEIPT_COOKIE) ?? "").split(".");
  return cycle === cycleId && readReceipt(receipt) !== null ? receipt : undefined;
};
