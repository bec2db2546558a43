import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { NOBODYS_ADDRESS } from "../../shared/domain/mailbox.ts";
import type { LocalClock } from "./clock.ts";
import { firstOf, type LocalDoor } from "./http/door.ts";
import { type Mail, openMails } from "./mailbox/mails.ts";
import { mailboxDoor } from "./mailbox/pages.ts";
import { type Fate, sesDoor } from "./mailbox/ses.ts";
import { snsDoor } from "./mailbox/sns.ts";

/**
 * What a test makes go wrong with the next messages (to one address, or to any). `throttle` and `reject` keep nothing;
 * `cut` keeps the mail and drops the connection before the answer.
 */
interface Trouble {
  readonly kind: "throttle" | "reject" | "cut";
  readonly times: number;
  readonly to?: string;
}

/** The mail of this machine: SES at `/local/ses`, SNS for texts to phones at `/local/sns`, and what it was given at `/local/mailbox` and `/local/mailbox.json`. */
export interface Mailbox {
  readonly door: LocalDoor;
  /** Mails after an id (`"0"`: from the first), oldest first, at most 1000. */
  mails(after: string, to?: string): Mail[];
  trouble(next: Trouble): void;
  /** Lets so many letters go in 24 hours, as SES does; negative, as at first: however many. */
  allow(perDay: number): void;
  close(): void;
}

const DAY_MS = 86_400_000;

interface MailboxParts {
  /** The folder of `mailbox.sqlite`; null keeps the mails in memory. */
  readonly folder: string | null;
  readonly clock: Pick<LocalClock, "now">;
}

export const openMailbox = ({ folder, clock }: MailboxParts): Mailbox => {
  if (folder !== null) mkdirSync(folder, { recursive: true });
  const mails = openMails(folder === null ? ":memory:" : join(folder, "mailbox.sqlite"));
  let troubles: Trouble[] = [];
  let perDay = -1;
  const today = () => ({ most: perDay, sent: perDay < 0 ? 0 : mails.countSince(clock.now() - DAY_MS) });

  const nextTrouble = (recipients: readonly string[]): Trouble["kind"] | null => {
    const trouble = troubles.find(({ to }) => to === undefined || recipients.includes(to));
    if (trouble === undefined) return null;
    troubles = troubles.flatMap((each) => {
      if (each !== trouble) return [each];
      return each.times > 1 ? [{ ...each, times: each.times - 1 }] : [];
    });
    return trouble.kind;
  };

  const ses = sesDoor((mail, recipients): Fate => {
    const trouble = nextTrouble(recipients);
    const { most, sent } = today();
    if (most >= 0 && sent >= most) return { code: "Throttling", message: "Daily message quota exceeded." };
    if (trouble === "throttle") return { code: "Throttling", message: "Maximum sending rate exceeded." };
    if (trouble === "reject") return { code: "MessageRejected", message: "Email address is not verified." };
    // As at Amazon's, what goes to nobody's address is taken and read by nobody.
    const read = recipients.filter((to) => to !== NOBODYS_ADDRESS);
    return {
      messageId: `local-${read.length > 0 ? mails.keep(mail, read, clock.now()) : "nobody"}`,
      cut: trouble === "cut",
    };
  }, today);

  const sns = snsDoor((to, text) => {
    const trouble = nextTrouble([to]);
    if (trouble === "throttle") return { code: "Throttled", message: "Rate exceeded." };
    if (trouble === "reject") return { code: "InvalidParameter", message: "PhoneNumber is not taken." };
    const raw = new TextEncoder().encode(`Content-Type: text/plain; charset=utf-8\r\n\r\n${text}`);
    const id = mails.keep({ subject: "", text, html: "", raw }, [to], clock.now());
    return { messageId: `local-${id}`, cut: trouble === "cut" };
  });

  return {
    door: firstOf(ses, sns, mailboxDoor(mails)),
    mails: (after, to) => mails.after(after, to),
    trouble: (next) => {
      troubles.push(next);
    },
    allow: (most) => {
      perDay = most;
    },
    close: () => mails.close(),
  };
};
