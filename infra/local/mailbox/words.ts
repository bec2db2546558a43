import type { Localised } from "../../../shared/domain/localised.ts";

export interface MailboxWords {
  readonly mailbox: string;
  readonly about: string;
  readonly search: string;
  readonly find: string;
  readonly none: string;
  readonly older: string;
  readonly newest: string;
  readonly to: string;
  readonly from: string;
  readonly code: string;
  readonly message: string;
  readonly asText: string;
  readonly headers: string;
  readonly attachments: string;
  readonly source: string;
  readonly back: string;
}

export const WORDS: Localised<MailboxWords> = {
  pl: {
    mailbox: "Skrzynka",
    about: "Listy wysłane przez system na tym komputerze. Żaden nie wyszedł na zewnątrz.",
    search: "Adresat zawiera",
    find: "Szukaj",
    none: "Nie ma tu listów.",
    older: "Starsze",
    newest: "Najnowsze",
    to: "Do",
    from: "Od",
    code: "Kod",
    message: "Treść",
    asText: "Jako tekst",
    headers: "Nagłówki",
    attachments: "Załączniki",
    source: "Źródło (.eml)",
    back: "Wszystkie listy",
  },
  en: {
    mailbox: "Mailbox",
    about: "Mails that the system sent on this machine. None of them has left it.",
    search: "Recipient contains",
    find: "Search",
    none: "No mails here.",
    older: "Older",
    newest: "Newest",
    to: "To",
    from: "From",
    code: "Code",
    message: "Message",
    asText: "As text",
    headers: "Headers",
    attachments: "Attachments",
    source: "Source (.eml)",
    back: "All mails",
  },
};
