import PostalMime, { type Address, type Email } from "postal-mime";

export interface ReadMail {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly raw: Uint8Array;
}

export interface Envelope extends ReadMail {
  readonly from: string | null;
  /** The addresses of To, Cc and Bcc. */
  readonly recipients: readonly string[];
}

export const parseMime = (raw: Uint8Array): Promise<Email> =>
  PostalMime.parse(raw, { attachmentEncoding: "arraybuffer" });

/** Reads a raw MIME message. */
export const readMail = async (raw: Uint8Array): Promise<Envelope> => {
  const { subject = "", text = "", html = "", from, to, cc, bcc } = await parseMime(raw);
  return {
    subject,
    text,
    html,
    raw,
    from: from?.address ?? null,
    recipients: [...(to ?? []), ...(cc ?? []), ...(bcc ?? [])].flatMap(addressesOf),
  };
};

const addressesOf = (entry: Address): string[] =>
  entry.group ? entry.group.map(({ address }) => address) : [entry.address];
