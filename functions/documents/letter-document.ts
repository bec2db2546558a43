import type { Block, OfficialDocument } from "../../shared/domain/document/document.ts";
import type { PrintedLetter } from "../../shared/domain/intake/printed-letter.ts";
import { readNotice } from "../../shared/domain/notice/notice.ts";
import { wordsTo } from "../../shared/pages/letters/letter.ts";
import type { Site } from "../../shared/platform/deps.ts";
import type { LetterPart } from "../../shared/words/letter-words.ts";
import type { Words } from "../../shared/words/words.ts";

const paragraph = (text: string): Block => ({ kind: "paragraph", text });

const blockOf = (part: LetterPart): Block => {
  if (typeof part === "string") return paragraph(part);
  if ("large" in part) return paragraph(part.large);
  const items = "items" in part ? part.items : part.links.map(({ text }) => text);
  return { kind: "list", isNumbered: false, items };
};

/** A letter on paper as a document: what its mail would say, without a link, and where somebody without a mailbox turns. */
export const letterDocument = async (
  { mark, to, about, writtenAt }: PrintedLetter,
  { city, contactAddress }: Site,
): Promise<{ readonly document: OfficialDocument; readonly words: Words }> => {
  const { kind, language, facts } = readNotice({ ...about, to: "" });
  const words = await wordsTo({ language }, city);
  const { texts, frame } = words.letters;
  const { subject, first, parts } = texts[kind](facts as never);
  const { name, street, postcode, town } = to;
  const document: OfficialDocument = {
    language: words.language,
    title: subject,
    issuer: city.office,
    number: mark ?? "",
    version: 1,
    issuedAt: writtenAt,
    to: street === undefined ? [name] : [name, street, `${postcode} ${town}`],
    blocks: [
      paragraph(frame.greeting),
      paragraph(first),
      ...parts.map(blockOf),
      paragraph(words.documents.byPost(city.address, city.phone)),
      ...frame.sender(city, contactAddress).map(paragraph),
      paragraph(frame.controller(city)),
    ],
  };
  return { document, words };
};
