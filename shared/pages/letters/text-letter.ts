import type { LetterPart } from "../../words/letter-words.ts";
import type { LetterModel } from "./model.ts";

/** Characters on a line (RFC 5322 §2.1.1); the address of a link stands alone and is never broken. */
const WIDTH = 78;

/** Breaks at blanks, and inside a word only where one is longer than a line. No-break spaces hold. */
const wrapped = (line: string, indent = ""): string => {
  const lines = [""];
  for (const word of line.split(" ").flatMap((long) => long.match(/.{1,70}/gsu) ?? [""])) {
    const last = lines.at(-1) ?? "";
    const joined = last === "" ? word : `${last} ${word}`;
    if (indent.length + joined.length <= WIDTH) lines[lines.length - 1] = joined;
    else lines.push(word);
  }
  return lines.join(`\n${indent}`);
};

const paragraph = (text: string): string =>
  text
    .split("\n")
    .map((line) => wrapped(line))
    .join("\n");

const item = (text: string): string =>
  `- ${text
    .split("\n")
    .map((line) => wrapped(line, "  "))
    .join("\n  ")}`;

const partText = (part: LetterPart): string => {
  if (typeof part === "string") return paragraph(part);
  if ("large" in part) return part.large;
  return "links" in part
    ? part.links.map(({ text, href }) => `${item(text)}\n${href}`).join("\n")
    : part.items.map(item).join("\n");
};

/** A letter as plain text: everything that the HTML says, for those who read it so. */
export const letterText = ({
  first,
  greeting,
  parts,
  button,
  why,
  sender,
  controller,
  privacy,
}: LetterModel): string =>
  [
    paragraph(first),
    greeting,
    ...parts.map(partText),
    button && `${button.text}:\n${button.href}`,
    "--",
    paragraph(why),
    sender.map(paragraph).join("\n"),
    `${paragraph(controller)}\n${privacy.text}\n${privacy.href}`,
  ]
    .filter((block) => block !== null)
    .join("\n\n")
    .concat("\n");
