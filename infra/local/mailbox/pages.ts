import type { ServerResponse } from "node:http";
import { LANGUAGES, languageFor } from "../../../shared/domain/languages.ts";
import { addressOf, type LocalDoor } from "../http/door.ts";
import { refuse } from "../http/problem.ts";
import { reply, replyJson, replyPage } from "../http/reply.ts";
import { listPage } from "./list-page.ts";
import { mailPage } from "./mail-page.ts";
import type { Mails } from "./mails.ts";
import { parseMime } from "./read-mail.ts";

const ID = /^\d{1,15}$/;
const NEWEST = String(Number.MAX_SAFE_INTEGER);

/** The mailbox as pages and as JSON; read only. */
export const mailboxDoor =
  (mails: Mails): LocalDoor =>
  async (request, response) => {
    const { pathname, searchParams } = addressOf(request);
    const [, id = "", view = "", part = ""] =
      /^\/local\/mailbox(?:\/(\d{1,15})(?:\/(html|source|attachments)(?:\/(\d{1,3}))?)?)?$/.exec(pathname) ??
      [];
    const isList = pathname === "/local/mailbox";
    const isJson = pathname === "/local/mailbox.json";
    if (!isList && !isJson && id === "") return false;
    if (request.method !== "GET" && request.method !== "HEAD")
      return refuse(response, 405, { allow: "GET, HEAD" });

    // A "+" that was not encoded arrives as a blank, which no address has.
    const to = (searchParams.get("to") ?? "").trim().replaceAll(" ", "+");
    if (isJson) {
      const after = searchParams.get("after") || "0";
      return ID.test(after)
        ? replyJson(response, mails.after(after, to || undefined))
        : refuse(response, 400);
    }
    const language = languageFor(request.headers["accept-language"], LANGUAGES);
    if (isList) {
      const before = searchParams.get("before") ?? NEWEST;
      if (!/^\d{1,16}$/.test(before)) return refuse(response, 400);
      const found = mails.before(before, to);
      return replyPage(response, listPage({ mails: found, search: to, paged: before !== NEWEST }, language));
    }

    const mail = mails.find(id);
    if (mail === null) return refuse(response, 404);
    if (view === "html") return replyMailHtml(response, mail.html);
    if (view === "source")
      return reply(response, "message/rfc822", mail.raw, { headers: download(`${id}.eml`) });
    const mime = await parseMime(mail.raw);
    if (view !== "attachments") return replyPage(response, mailPage(mail, mime, language));
    const attachment = mime.attachments[Number(part)];
    if (part === "" || attachment === undefined) return refuse(response, 404);
    return reply(response, attachment.mimeType, new Uint8Array(attachment.content as ArrayBuffer), {
      headers: download(attachment.filename ?? part),
    });
  };

const download = (name: string) => ({
  "content-disposition": `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
  "content-security-policy": "sandbox",
});

/** The mail's own HTML: no scripts, nothing from elsewhere; its links open beside the mailbox. */
const replyMailHtml = (response: ServerResponse, text: string): true =>
  reply(response, "text/html; charset=utf-8", `<base target="_blank">${text}`, {
    headers: {
      "content-security-policy":
        "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'self'; sandbox allow-popups allow-popups-to-escape-sandbox",
      "referrer-policy": "no-referrer",
    },
  });
