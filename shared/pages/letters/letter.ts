import { pathTo } from "../../domain/addresses.ts";
import type { City } from "../../domain/city.ts";
import { type Language, spokenOr, withoutLanguage } from "../../domain/languages.ts";
import type { Notice, NoticeFacts, NoticeKind } from "../../domain/notice/notice.ts";
import { plain } from "../../words/fallback.ts";
import type { LetterPart } from "../../words/letter-words.ts";
import { type Words, wordsOf } from "../../words/words.ts";
import { link } from "../layout.ts";
import { type Attachment, EXTRAS } from "./extras.ts";
import { letterHtml } from "./html-letter.ts";
import type { LetterModel } from "./model.ts";
import { sayingOf } from "./saying.ts";
import { letterText } from "./text-letter.ts";

/** What a letter needs to know of this deployment. */
interface LetterSite {
  readonly url: string;
  readonly city: City;
  readonly contactAddress: string;
}

interface WrittenLetter {
  readonly language: Language;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly attachments: readonly Attachment[];
}

/**
 * A title is a stranger's text in mail that comes from the city, and mail programs make links of whatever looks like one: here nothing
 * does. A dot before a letter, or `://`, gets a space.
 */
const unlinked = (title: string): string => title.replaceAll("://", ": //").replace(/\.(?=\p{L})/gu, ". ");

const harmless = <F extends object>(facts: F): F =>
  "title" in facts && typeof facts.title === "string" ? { ...facts, title: unlinked(facts.title) } : facts;

/** Titles stand in the texts of links too. */
const harmlessPart = (part: LetterPart): LetterPart =>
  typeof part === "object" && "links" in part
    ? { links: part.links.map(({ text, href }) => ({ text: unlinked(text), href })) }
    : part;

const write = <K extends NoticeKind>(
  kind: K,
  facts: NoticeFacts[K],
  words: Words,
  site: LetterSite,
): WrittenLetter => {
  const { frame, texts } = words.letters;
  const { button, ...text } = texts[kind](harmless(facts));
  // Links in facts were made in the language that was chosen then.
  const page = (path: string): string => link({ words }, withoutLanguage(path));
  const { path, attachments = [] } = EXTRAS[kind](facts, page, sayingOf(words, site));
  const model: LetterModel = {
    ...text,
    parts: text.parts.map(harmlessPart),
    language: words.language,
    theme: site.city.theme,
    service: words.frame.service,
    greeting: frame.greeting,
    button: button !== undefined && path !== null ? { text: button, href: site.url + path } : null,
    sameLink: frame.sameLink,
    sender: frame.sender(site.city, site.contactAddress),
    controller: frame.controller(site.city),
    privacy: { text: frame.privacy, href: site.url + page(pathTo("privacy")) },
  };
  return {
    language: words.language,
    subject: plain(text.subject),
    text: plain(letterText(model)),
    html: letterHtml(model),
    attachments,
  };
};

/** The words in which a person is told of a notice: in their language, where the site still speaks it. */
export const wordsTo = (
  { language }: Pick<Notice, "language">,
  { languages }: Pick<City, "languages">,
): Promise<Words> => wordsOf(spokenOr(language, languages));

/** The letter that tells a person of a notice, as text and as HTML. */
export const letterOf = ({ kind, facts }: Notice, words: Words, site: LetterSite): WrittenLetter =>
  // The union ties kind and facts together; the compiler does not see it through two variables.
  write(kind, facts as NoticeFacts[typeof kind], words, site);
