import {
  GetSendQuotaCommand,
  SESClient,
  type SESClientConfig,
  SESServiceException,
  SendRawEmailCommand,
} from "@aws-sdk/client-ses";
import MailComposer from "nodemailer/lib/mail-composer";
import type { LettersToday } from "../domain/notice/lanes.ts";
import { mailAddress } from "../domain/text/email.ts";
import { type Delivery, deliveryOf, ONE_ATTEMPT } from "./delivery.ts";
import type { Environment } from "./env.ts";
import { toReaders } from "./readers.ts";

/** A letter to one person, in their language. */
export interface Letter {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly language: string;
  /** Stable per notice, so that a mailbox may fold a repetition. */
  readonly messageId: string;
  readonly attachments?: readonly {
    readonly name: string;
    readonly type: string;
    readonly content: string;
  }[];
}

export interface Mail {
  readonly send: (letter: Letter) => Promise<Delivery>;
  /** What SES states of the account: it takes one such question a second. */
  readonly today: () => Promise<LettersToday>;
}

/** The message or its address is at fault: the same letter would meet the same answer. */
const REJECTIONS = new Set([
  "MessageRejected",
  "InvalidParameterValue",
  "InvalidParameterCombination",
  "ValidationError",
]);

/** Mail through SES. */
export const sesMail = (
  sender: {
    readonly address: string;
    readonly name: string;
    readonly replyTo: string;
    readonly configurationSet?: string;
  },
  config: SESClientConfig = {},
): Mail => {
  const client = new SESClient({ ...ONE_ATTEMPT, ...config, maxAttempts: 1 });
  const domain = sender.address.slice(sender.address.indexOf("@") + 1);
  return {
    today: async () => {
      const { Max24HourSend = -1, SentLast24Hours = 0 } = await client.send(new GetSendQuotaCommand({}));
      return { most: Max24HourSend, sent: SentLast24Hours };
    },
    send: async (letter) => {
      const to = mailAddress(letter.to);
      const raw = await new MailComposer({
        from: { name: sender.name, address: sender.address },
        replyTo: sender.replyTo,
        to,
        subject: letter.subject,
        text: letter.text,
        html: letter.html,
        messageId: `<${letter.messageId}@${domain}>`,
        headers: { "Auto-Submitted": "auto-generated", "Content-Language": letter.language },
        attachments: letter.attachments?.map(({ name, type, content }) => ({
          filename: name,
          contentType: type,
          content,
        })),
      })
        .compile()
        .build();
      const command = new SendRawEmailCommand({
        Destinations: [to],
        RawMessage: { Data: raw },
        ConfigurationSetName: sender.configurationSet,
      });
      return client.send(command).then(
        () => ({ outcome: "sent" }) as const,
        (error) => deliveryOf(error, error instanceof SESServiceException, REJECTIONS),
      );
    },
  };
};

export const mailOnAws = (env: Environment): Mail => {
  const mail = sesMail({
    address: env.SENDER_ADDRESS,
    name: env.SENDER_NAME,
    replyTo: env.CONTACT_ADDRESS,
    ...(env.MAIL_CONFIGURATION_SET && { configurationSet: env.MAIL_CONFIGURATION_SET }),
  });
  return { ...mail, send: toReaders(env.READERS, mail.send) };
};
