import type { NoticeFacts } from "../../domain/notice/notice.ts";
import { formatsOf } from "../format.ts";
import type { LetterTexts } from "../letter-words.ts";

const f = formatsOf("en-GB");

type Line = NoticeFacts["office/morning"]["mine"][number];

const lineOf = ({ text, href, dueAt, isLate }: Line) => ({
  text: `${text} – ${isLate ? "overdue since" : "due"}: ${f.deadline(dueAt)}`,
  href,
});

const sectionOf = (title: string, lines: readonly Line[]) =>
  lines.length === 0 ? [] : [title, { links: lines.map(lineOf) }];

export const officeLetters: Pick<LetterTexts, "office/morning"> = {
  "office/morning": ({ mine, unit, hasMore }) => ({
    subject: `Rynek: your work today (${mine.length + unit.length}${hasMore ? " and more" : ""})`,
    first: "This waits for you today.",
    parts: [
      ...sectionOf("for you:", mine),
      ...sectionOf("for your unit:", unit),
      ...(hasMore ? ["There is more: the whole list is on the office's page."] : []),
    ],
    button: "Open the list",
    why: "You get this message because you work at the office and something waits for you. It comes once, in the morning of working days.",
  }),
};
