const GOOGLE = new Set(["gmail.com", "googlemail.com"]);

/**
 * The mailbox that an e-mail address leads to, as far as that is known: what follows a plus is a tag of its owner (RFC 5233), and Google also
 * ignores dots and has two names. A telephone number is itself. For comparing alone: letters go to what was typed.
 */
export const mailboxOf = (contact: string): string => {
  const at = contact.lastIndexOf("@");
  if (at < 0) return contact;
  const [whole, domain] = [contact.slice(0, at), contact.slice(at + 1)];
  const plus = whole.indexOf("+", 1);
  const name = plus < 0 ? whole : whole.slice(0, plus);
  return GOOGLE.has(domain) ? `${name.replaceAll(".", "")}@gmail.com` : `${name}@${domain}`;
};
