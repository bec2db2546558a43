import { randomUUID } from "node:crypto";
import { LIMITS } from "../../../shared/platform/aws-limits.ts";
import { readBody } from "../http/body.ts";
import { addressOf, type LocalDoor } from "../http/door.ts";
import { reply } from "../http/reply.ts";
import { escapeXml } from "./ses.ts";

const FORM_LIMIT_BYTES = 64 * 1024;

type SnsFault = {
  readonly code: "InvalidParameter" | "InvalidAction" | "Throttled";
  readonly message: string;
};

/** SNS (Query protocol) at `/local/sns`, for `Publish` to a phone alone. The signature of a request is not checked. */
export const snsDoor =
  (
    deliver: (to: string, text: string) => SnsFault | { readonly messageId: string; readonly cut?: boolean },
  ): LocalDoor =>
  async (request, response) => {
    if (!/^\/local\/sns\/?$/.test(addressOf(request).pathname)) return false;
    const fail = ({ code, message }: SnsFault) =>
      reply(response, "text/xml", faultXml(code, message), { status: code === "Throttled" ? 429 : 400 });

    const body = await readBody(request, FORM_LIMIT_BYTES);
    if (body === "too-large") return fail({ code: "InvalidParameter", message: "Message too long" });
    const form = new URLSearchParams(body.toString("utf8"));
    if (form.get("Action") !== "Publish" || form.has("TopicArn"))
      return fail({ code: "InvalidAction", message: "Only Publish to a PhoneNumber is taken here." });
    const [to, text] = [form.get("PhoneNumber") ?? "", form.get("Message") ?? ""];
    if (!/^\+[1-9]\d{6,14}$/.test(to))
      return fail({ code: "InvalidParameter", message: "PhoneNumber is no number in E.164" });
    if (text === "" || Buffer.byteLength(text) > LIMITS.text.most)
      return fail({ code: "InvalidParameter", message: "Message is empty or too long" });

    const fate = deliver(to, text);
    if ("code" in fate) return fail(fate);
    if (fate.cut) {
      response.destroy();
      return true;
    }
    return reply(response, "text/xml", sentXml(fate.messageId));
  };

const NAMESPACE = 'xmlns="http://sns.amazonaws.com/doc/2010-03-31/"';

const faultXml = (code: string, message: string): string =>
  `<ErrorResponse ${NAMESPACE}><Error><Type>Sender</Type><Code>${code}</Code><Message>${escapeXml(message)}</Message></Error><RequestId>${randomUUID()}</RequestId></ErrorResponse>`;

const sentXml = (messageId: string): string =>
  `<PublishResponse ${NAMESPACE}><PublishResult><MessageId>${messageId}</MessageId></PublishResult><ResponseMetadata><RequestId>${randomUUID()}</RequestId></ResponseMetadata></PublishResponse>`;
