import { type Language, MEASURE, prefixOf, type Spoken } from "../../../shared/domain/languages.ts";
import { LIMITS, RATES } from "../../../shared/platform/aws-limits.ts";
import { firewallAnswer } from "../../edge-words.ts";
import { type Answer, fromEdge } from "./answer.ts";
import type { StageRates } from "./rates.ts";

interface Sent {
  readonly method: string;
  /** As it was sent, with the language. */
  readonly uri: string;
  readonly query: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Whom the front speaks for. */
  readonly address: string;
}

/** How often somebody came in a window that slides: what the window before had counts by the part of it that is still within. */
const counter = (windowMs: number, most: number, clock: () => number) => {
  let [current, before] = [new Map<string, number>(), new Map<string, number>()];
  let begun = clock();
  return (who: string): boolean => {
    const passed = Math.floor((clock() - begun) / windowMs);
    if (passed > 0) {
      [before, current] = [passed === 1 ? current : new Map(), new Map()];
      begun += passed * windowMs;
    }
    const count = (current.get(who) ?? 0) + 1;
    current.set(who, count);
    const within = 1 - (clock() - begun) / windowMs;
    return count + (before.get(who) ?? 0) * within > most;
  };
};

/** What AWS's rules take for dangerous by its size alone. */
const isTooLong = ({ uri, query, headers: { cookie = "" } }: Sent): boolean =>
  Buffer.byteLength(uri) > LIMITS.path.most ||
  Buffer.byteLength(query) > LIMITS.query.most ||
  Buffer.byteLength(cookie) > LIMITS.cookies.most;

/** As the web ACL's rules read it: a page's language off its path, the API's off the header's first. */
const languageOf = ({ uri, headers }: Sent, isApi: boolean, spoken: Spoken): Language =>
  spoken.find(
    (language) =>
      language !== MEASURE &&
      (isApi
        ? (headers["accept-language"] ?? "").trimStart().toLowerCase().startsWith(language)
        : `${uri.toLowerCase()}/`.startsWith(`${prefixOf(language)}/`)),
  ) ?? MEASURE;

/** A path as the gateway reads it, however it is written; what it cannot read, as it is. */
const decoded = (uri: string): string => {
  try {
    return decodeURIComponent(uri);
  } catch {
    return uri;
  }
};

/** The web ACL's rates and sizes: an answer for who comes too often or with too much, nothing for everybody else. */
export const firewall = (
  { throttle: { perAddress, perPath } }: StageRates,
  spoken: Spoken,
  clock: () => number,
): ((sent: Sent) => Answer | undefined) => {
  const comesTooOften = counter(RATES.perAddress.windowMs, perAddress, clock);
  const sendsTooOften = counter(RATES.perPath.windowMs, perPath, clock);
  return (sent) => {
    const { address, method, uri } = sent;
    const isMany = comesTooOften(address);
    const isSent = method === "POST" && sendsTooOften(`${address} ${decoded(uri)}`);
    if (!isMany && !isSent && !isTooLong(sent)) return undefined;
    const isApi = /^\/v1(?:\/|$)/i.test(uri);
    const { answers } = isMany ? RATES.perAddress : isSent ? RATES.perPath : LIMITS.path;
    return fromEdge(answers, firewallAnswer(answers, isApi, languageOf(sent, isApi, spoken)));
  };
};
