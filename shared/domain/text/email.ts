import { domainToASCII, domainToUnicode } from "node:url";
import { isOfTwoAlphabets, plain, spotAt } from "./characters.ts";
import { fault, type Read } from "./read.ts";

/** RFC 5321 §4.5.3.1: of the whole address, and of what stands before its @. */
const MOST = 254;
const MOST_BEFORE = 64;

/** A name of the DNS with a top domain that is no number: two labels at least. */
const HOST =
  /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+(?=[0-9-]{0,62}[a-z])[a-z0-9][a-z0-9-]{0,61}[a-z0-9]$/;

/** What somebody pastes around an address: its owner's name, a scheme, what ends a sentence, blanks about the @. */
const unwrapped = (typed: string): string => {
  // A full stop of a domain may be an ideographic one (RFC 3490 §3.1); a remark stands in brackets behind.
  const text = plain(typed)
    .toLowerCase()
    .replace(/[。．｡]/g, ".")
    .replace(/ \([^()]{0,100}\)$/, "")
    .replace(/ ?@ ?/g, "@");
  const pointed = text.lastIndexOf("<");
  const inner = pointed < 0 ? text : text.slice(pointed + 1);
  const address = inner.startsWith("mailto:") ? (inner.slice(7).split("?", 1)[0] ?? "") : inner;
  let end = address.length;
  while (end > 0 && " .,;:>)".includes(address.charAt(end - 1))) end -= 1;
  const bare = address.slice(0, end).trimStart();
  return /^(["'])[^"']{1,300}\1$/.test(bare) ? bare.slice(1, -1) : bare;
};

const hostOf = (typed: string): string | undefined => {
  const ascii = domainToASCII(typed);
  return HOST.test(ascii) ? ascii : undefined;
};

/**
 * An e-mail address in small letters, its domain as its owner writes it, `jan@żółw.pl`. Refused is what SES takes no letter to: letters beyond
 * ASCII, quotes and blanks before the @, and a full stop at either end or beside another.
 */
export const readEmail = (typed: string): Read => {
  const text = unwrapped(typed);
  const [before = "", domain = "", ...more] = text.split("@");
  if (before === "" || domain === "" || more.length > 0) return fault("email");
  const odd = before.search(/[^a-z0-9!#$%&'*+/=?^_`{|}~.-]/u);
  if (odd >= 0) return fault("email-name", { at: spotAt(before, odd) });
  if ([before, domain].some((part) => part.startsWith(".") || part.includes("..")) || before.endsWith("."))
    return fault("email-dots");
  if (before.length > MOST_BEFORE) return fault("email-long", { limit: String(MOST_BEFORE) });
  const foreign = domain.search(/[^\p{L}\p{M}\p{Nd}.-]/u);
  if (foreign >= 0) return fault("email-domain");
  const host = hostOf(domain);
  if (host === undefined) return fault("email-domain");
  const letters = domainToUnicode(host);
  if (letters.split(".").some(isOfTwoAlphabets)) return fault("email-alphabets");
  return before.length + 1 + host.length > MOST
    ? fault("too-long", { limit: String(MOST) })
    : { value: `${before}@${hostOf(letters) === host ? letters : host}` };
};

const withDomain =
  (written: (domain: string) => string) =>
  (address: string): string => {
    const at = address.lastIndexOf("@") + 1;
    const domain = address.slice(at);
    return at === 0 ? address : address.slice(0, at) + (written(domain) || domain);
  };

/** The same address as mail carries it: its domain in ASCII (RFC 5891). */
export const mailAddress = withDomain(domainToASCII);

/** And as people read it. */
export const readAddress = withDomain(domainToUnicode);
