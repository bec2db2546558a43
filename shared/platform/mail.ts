import {
  SESClient,
  type SESClientConfig,
  SESServiceException,
  SendRawEmailCommand,
} from "@aws-sdk/client-ses";
import MailComposer from "nodemailer/lib/mail-composer";

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

/**
 * What became of a letter. `postponed`: it was not taken, and may be later. `rejected`: it never will be.
 * `unknown`: no answer came, so it may have been taken. The reason is the name of the error, never its message: that may hold the address.
 */
export type Delivery =
  | { readonly outcome: "sent" }
  | { readonly outcome: "postponed" | "rejected" | "unknown"; readonly reason: string };

export interface Mail {
  readonly send: (letter: Letter) => Promise<Delivery>;
}

const CONNECT_MS = 1_000;
const ANSWER_MS = 5_000;

/** The message or its address is at fault: the same letter would meet the same answer. */
const REJECTIONS = new Set([
  "MessageRejected",
  "InvalidParameterValue",
  "InvalidParameterCombination",
  "ValidationError",
]);

/** The request did not leave this machine. */
const NEVER_LEFT = new Set(["ECONNREFUSED", "ENOTFOUND", "EAI_AGAIN"]);

const deliveryOf = (error: unknown): Delivery => {
  const { name, code } = error as { readonly name: string; readonly code?: string };
  if (error instanceof SESServiceException)
    return { outcome: REJECTIONS.has(name) ? "rejected" : "postponed", reason: name };
  const neverLeft = name === "CredentialsProviderError" || (code !== undefined && NEVER_LEFT.has(code));
  return { outcome: neverLeft ? "postponed" : "unknown", reason: code ?? name };
};

/** Mail through SES. One attempt a letter: the SDK would also repeat what may have been taken. */
export const sesMail = (
  sender: {
    readonly address: string;
    readonly name: string;
    readonly replyTo: string;
    readonly configurationSet?: string;
  },
  config: SESClientConfig = {},
): Mail => {
  const client = new SESClient({
    requestHandler: { connectionTimeout: CONNECT_MS, requestTimeout: ANSWER_MS, throwOnRequestTimeout: true },
    ...config,
    maxAttempts: 1,
  });
  const domain = sender.address.slice(sender.address.indexOf("@") + 1);
  return {
    send: async (letter) => {
      const raw = await new MailComposer({
        from: { name: sender.name, address: sender.address },
        replyTo: sender.replyTo,
        to: letter.to,
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
        Destinations: [letter.to],
        RawMessage: { Data: raw },
        ConfigurationSetName: sender.configurationSet,
      });
      return client.send(command).then(() => ({ outcome: "sent" }) as const, deliveryOf);
    },
  };
};
