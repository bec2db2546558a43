/** What a provider says of its own addresses: characters it does not read before the @, and whether a tag after a + leads to the same mailbox. */
interface Provider {
  readonly unread?: RegExp;
  readonly hasTags?: true;
  /** The name under which the same mailboxes are known too. */
  readonly alsoKnownAs?: string;
}

const GOOGLE: Provider = { unread: /\./g, hasTags: true, alsoKnownAs: "gmail.com" };
const PROTON: Provider = { unread: /[._-]/g, hasTags: true };
const TAGGED: Provider = { hasTags: true };

const PROVIDERS: Readonly<Record<string, Provider>> = {
  "gmail.com": GOOGLE,
  "googlemail.com": GOOGLE,
  "proton.me": PROTON,
  "protonmail.com": PROTON,
  "pm.me": PROTON,
  "outlook.com": TAGGED,
  "hotmail.com": TAGGED,
  "live.com": TAGGED,
  "icloud.com": TAGGED,
  "me.com": TAGGED,
  "fastmail.com": TAGGED,
};

/**
 * The mailbox that an e-mail address leads to, as far as that is known (tags: RFC 5233), for counting alone: a letter goes to the address as it was written. A `likely` one is cut at
 * its first + wherever it is, for limits, where two people taken for one wait a little. A `sure` one is the same only by what the provider
 * says of its own addresses, for what somebody has once, where two people taken for one would lose a right. What is no address stays as it is.
 */
export const mailboxOf = (address: string, how: "likely" | "sure"): string => {
  const typed = address.trim().toLowerCase();
  const at = typed.lastIndexOf("@");
  if (at <= 0) return typed;
  const [local, domain] = [typed.slice(0, at), typed.slice(at + 1)];
  const {
    unread,
    hasTags,
    alsoKnownAs = domain,
  } = Object.hasOwn(PROVIDERS, domain) ? (PROVIDERS[domain] ?? {}) : {};
  const tag = hasTags || how === "likely" ? local.indexOf("+", 1) : -1;
  const name = tag > 0 ? local.slice(0, tag) : local;
  const read = unread ? name.replace(unread, "") : name;
  return `${read || name}@${alsoKnownAs}`;
};

/** Amazon's own address for trials: SES takes a letter to it as it would to anybody, and it is read by nobody. */
export const NOBODYS_ADDRESS = "success@simulator.amazonses.com";

/** Whether two addresses surely lead to one mailbox; none does where there is no address. */
export const isSameMailbox = (one: string | undefined, other: string | undefined): boolean =>
  one !== undefined && other !== undefined && mailboxOf(one, "sure") === mailboxOf(other, "sure");
