import type { Email } from "postal-mime";
import type { Language } from "../../../shared/domain/languages.ts";
import { type Html, html } from "../../../shared/pages/html.ts";
import { inLanguage } from "../../../shared/words/fallback.ts";
import { localPage } from "../http/page.ts";
import { codesIn, linked } from "./body-text.ts";
import { momentText } from "./list-page.ts";
import type { Mail } from "./mails.ts";
import { type MailboxWords, WORDS } from "./words.ts";

/** One mail: its codes first and big, then the message as it looks, as text, its attachments and headers. */
export const mailPage = (mail: Mail, mime: Email, language: Language): Html => {
  const words = inLanguage(WORDS, language);
  const codes = codesIn(mail.text);
  return localPage({ language, title: mail.subject || mail.to }, [
    html`<nav><a href="/local/mailbox">${words.back}</a><a href="/local/mailbox?to=${encodeURIComponent(mail.to)}">${mail.to}</a></nav>
<dl>
<dt>${words.to}</dt><dd>${mail.to}</dd>
<dt>${words.from}</dt><dd>${mime.from?.name ?? ""} ${mime.from?.address ?? ""}</dd>
</dl>
<p>${momentText(mail.at, language)}</p>`,
    codes.length === 0
      ? html``
      : html`<h2>${words.code}</h2>${codes.map((code) => html`<p class="code">${code}</p>`)}`,
    mail.html === ""
      ? html``
      : html`<h2>${words.message}</h2>
<iframe src="/local/mailbox/${mail.id}/html" title="${words.message}" sandbox="allow-popups allow-popups-to-escape-sandbox"></iframe>`,
    mail.text === "" ? html`` : html`<h2>${words.asText}</h2><pre>${linked(mail.text)}</pre>`,
    attachments(mail, mime, words),
    html`<h2>${words.headers}</h2>
<pre class="raw">${mime.headers.map(({ originalKey, value }) => `${originalKey}: ${value}\n`)}</pre>
<p><a href="/local/mailbox/${mail.id}/source">${words.source}</a></p>`,
  ]);
};

const attachments = (mail: Mail, mime: Email, words: MailboxWords): Html =>
  mime.attachments.length === 0
    ? html``
    : html`<h2>${words.attachments}</h2>
<ul>${mime.attachments.map(
        ({ filename, mimeType }, i) =>
          html`<li><a href="/local/mailbox/${mail.id}/attachments/${i}">${filename ?? i}</a> (${mimeType})</li>`,
      )}</ul>`;
