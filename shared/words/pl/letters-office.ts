import type { NoticeFacts } from "../../domain/notice/notice.ts";
import { formatsOf } from "../format.ts";
import type { LetterTexts } from "../letter-words.ts";

const f = formatsOf("pl-PL");

type Line = NoticeFacts["office/morning"]["mine"][number];

const lineOf = ({ text, href, dueAt, isLate }: Line) => ({
  text: `${text} – ${isLate ? "po terminie" : "termin"}: ${f.deadline(dueAt)}`,
  href,
});

const sectionOf = (title: string, lines: readonly Line[]) =>
  lines.length === 0 ? [] : [title, { links: lines.map(lineOf) }];

export const officeLetters: Pick<LetterTexts, "office/morning"> = {
  "office/morning": ({ mine, unit, hasMore }) => ({
    subject: `Rynek: zadania na dziś (${mine.length + unit.length}${hasMore ? " i więcej" : ""})`,
    first: "To czeka dziś na Ciebie.",
    parts: [
      ...sectionOf("dla Ciebie:", mine),
      ...sectionOf("dla Twojej jednostki:", unit),
      ...(hasMore ? ["To nie wszystko: cała lista jest na stronie urzędu."] : []),
    ],
    button: "Otwórz listę zadań",
    why: "Dostajesz tę wiadomość, bo pracujesz w urzędzie i coś na Ciebie czeka. Przychodzi raz, rano w dni robocze.",
  }),
};
