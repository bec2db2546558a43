import { type Language, rowOf } from "../../../shared/domain/languages.ts";
import { type Html, html } from "../../../shared/pages/html.ts";
import { inLanguage } from "../../../shared/words/fallback.ts";
import { localPage } from "../http/page.ts";
import type { Mail } from "./mails.ts";
import { WORDS } from "./words.ts";

interface ListModel {
  readonly mails: readonly Mail[];
  readonly search: string;
  /** Whether the newest are left out. */
  readonly paged: boolean;
}

export const listPage = ({ mails, search, paged }: ListModel, language: Language): Html => {
  const words = inLanguage(WORDS, language);
  const query = search === "" ? "" : `to=${encodeURIComponent(search)}&`;
  const oldest = mails.at(-1);
  return localPage({ language, title: words.mailbox }, [
    html`<p>${words.about}</p>
<form action="/local/mailbox" role="search">
<label for="to">${words.search}</label>
<input id="to" name="to" type="search" value="${search}" autocomplete="off"> <button>${words.find}</button>
</form>`,
    mails.length === 0
      ? html`<p>${words.none}</p>`
      : html`<ol class="list">${mails.map((mail) => entry(mail, language))}</ol>`,
    html`<nav>${paged ? html`<a href="/local/mailbox?${query}">${words.newest}</a> ` : null}${
      oldest && mails.length === 50
        ? html`<a href="/local/mailbox?${query}before=${oldest.id}">${words.older}</a>`
        : null
    }</nav>`,
  ]);
};

const entry = ({ id, to, subject, text, at }: Mail, language: Language): Html =>
  html`<li><a href="/local/mailbox/${id}">${subject || text || "–"}</a><br>${to} · ${momentText(at, language)}</li>`;

/** The moment in the city: `24.11.2026, 08:15:02`. */
export const momentText = (at: string, language: Language): Html => {
  const text = new Intl.DateTimeFormat(rowOf(language).locale, {
    dateStyle: "medium",
    timeStyle: "medium",
    timeZone: "Europe/Warsaw",
  }).format(new Date(at));
  return html`<time datetime="${at}">${text}</time>`;
};
