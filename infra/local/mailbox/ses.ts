import { randomUUID } from "node:crypto";
import type { LettersToday } from "../../../shared/domain/notice/lanes.ts";
import { LIMITS } from "../../../shared/platform/aws-limits.ts";
import { readBody } from "../http/body.ts";
import { addressOf, type LocalDoor } from "../http/door.ts";
import { reply } from "../http/reply.ts";
import { type Envelope, readMail } from "./read-mail.ts";

/** A refusal in SES's own terms: the code is the name of the error in the SDK. */
interface SesFault {
  readonly code: "InvalidParameterValue" | "MessageRejected" | "Throttling" | "InvalidAction";
  readonly message: string;
}

/** What becomes of a message that is in order: a fault, or the id it is kept under; `cut` loses the answer on its way. */
export type Fate = SesFault | { readonly messageId: string; readonly cut?: boolean };

/** Base64 and the form's own encoding add to the message. */
const FORM_LIMIT_BYTES = 2 * LIMITS.letter.most;

/** SES (v1, Query protocol) at `/local/ses`, for `SendRawEmail` and `GetSendQuota`. The signature of a request is not checked. */
export const sesDoor =
  (deliver: (mail: Envelope, recipients: readonly string[]) => Fate, today: () => LettersToday): LocalDoor =>
  async (request, response) => {
    if (!/^\/local\/ses\/?$/.test(addressOf(request).pathname)) return false;
    const fail = ({ code, message }: SesFault) =>
      reply(response, "text/xml", faultXml(code, message), { status: 400 });

    const body = await readBody(request, FORM_LIMIT_BYTES);
    if (body === "too-large") return fail(TOO_LONG);
    const form = new URLSearchParams(body.toString("latin1"));
    const action = form.get("Action");
    if (action === "GetSendQuota") return reply(response, "text/xml", quotaXml(today()));
    if (action !== "SendRawEmail")
      return fail({
        code: "InvalidAction",
        message: `Only SendRawEmail and GetSendQuota are taken here, not ${action}.`,
      });

    const raw = Buffer.from(form.get("RawMessage.Data") ?? "", "base64");
    if (raw.length > LIMITS.letter.most) return fail(TOO_LONG);
    const mail = await readMail(raw);
    const destinations = [...form].filter(([name]) => name.startsWith("Destinations.member."));
    const recipients = destinations.length > 0 ? destinations.map(([, to]) => bare(to)) : mail.recipients;
    const fault = faultOf(form.get("Source") ?? mail.from, recipients);
    if (fault !== null) return fail(fault);

    const fate = deliver(mail, recipients);
    if ("code" in fate) return fail(fate);
    if (fate.cut) {
      response.destroy();
      return true;
    }
    return reply(response, "text/xml", sentXml(fate.messageId));
  };

const TOO_LONG: SesFault = {
  code: "InvalidParameterValue",
  message: `Message length is more than ${LIMITS.letter.most} bytes long.`,
};

/** The address of `Name <address>`. */
const bare = (mailbox: string): string => (/<([^<>]*)>\s*$/.exec(mailbox)?.[1] ?? mailbox).trim();

/** A dot-atom in ASCII only, as SES has it: a domain in another script comes in punycode. */
const ADDRESS =
  /^([a-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*)@(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+(?=[0-9-]*[a-z])[a-z0-9-]{2,63}$/i;

const isAddress = (text: string): boolean => {
  const [, local = ""] = ADDRESS.exec(text) ?? [];
  return local !== "" && local.length <= LIMITS.localPart.most && text.length <= 254;
};

const faultOf = (source: string | null, recipients: readonly string[]): SesFault | null => {
  const invalid = (message: string): SesFault => ({ code: "InvalidParameterValue", message });
  if (source === null || !isAddress(bare(source))) return invalid("Missing required header 'From'.");
  if (recipients.length === 0) return invalid("There is no recipient.");
  if (recipients.length > LIMITS.recipients.most)
    return invalid(`Recipient count exceeds ${LIMITS.recipients.most}.`);
  if (recipients.some((to) => !to.includes("@"))) return invalid("Missing final '@domain'");
  if (recipients.every(isAddress)) return null;
  return invalid("Local address contains control or whitespace, or the domain is illegal");
};

const NAMESPACE = 'xmlns="http://ses.amazonaws.com/doc/2010-12-01/"';

export const escapeXml = (text: string): string =>
  text.replace(/[&<>]/g, (sign) => `&#${sign.charCodeAt(0)};`);

const faultXml = (code: string, message: string): string =>
  `<ErrorResponse ${NAMESPACE}><Error><Type>Sender</Type><Code>${code}</Code><Message>${escapeXml(message)}</Message></Error><RequestId>${randomUUID()}</RequestId></ErrorResponse>`;

const sentXml = (messageId: string): string =>
  `<SendRawEmailResponse ${NAMESPACE}><SendRawEmailResult><MessageId>${messageId}</MessageId></SendRawEmailResult><ResponseMetadata><RequestId>${randomUUID()}</RequestId></ResponseMetadata></SendRawEmailResponse>`;

const quotaXml = ({ most, sent }: LettersToday): string =>
  `<GetSendQuotaResponse ${NAMESPACE}><GetSendQuotaResult><Max24HourSend>${most}</Max24HourSend><MaxSendRate>14</MaxSendRate><SentLast24Hours>${sent}</SentLast24Hours></GetSendQuotaResult><ResponseMetadata><RequestId>${randomUUID()}</RequestId></ResponseMetadata></GetSendQuotaResponse>`;
