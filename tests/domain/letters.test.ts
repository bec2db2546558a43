import { describe, expect, test } from "vitest";
import { LANGUAGES, type Language, prefixOf } from "../../shared/domain/languages.ts";
import { type Notice, type NoticeKind, notice } from "../../shared/domain/notice/notice.ts";
import { letterOf } from "../../shared/pages/letters/letter.ts";
import { shortTextOf } from "../../shared/pages/letters/short-text.ts";
import { plain } from "../../shared/words/fallback.ts";
import { KATOWICE } from "../kit/katowice.ts";
import { wordsOf } from "../kit/words.ts";
import { KINDS, SAMPLES } from "./letter-samples.ts";

const SITE = {
  url: "https://bo.katowice.example",
  city: KATOWICE,
  contactAddress: "bo@katowice.example",
};

const letter = (kind: NoticeKind, language: Language) =>
  letterOf(notice(kind, "jan@example.org", language, SAMPLES[kind]) as Notice, wordsOf(language), SITE);

const cases = KINDS.flatMap((kind) => LANGUAGES.map((language) => [kind, language] as const));

/** What is left of HTML for somebody who listens to it. */
const spoken = (html: string): string =>
  html
    .replace(/<(style|title)>.*?<\/\1>/gs, "")
    .replace(/<[^>]*>/g, " ")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&#39;", "'")
    .replaceAll("&amp;", "&");

describe.each(cases)("the letter %s in %s", (kind, language) => {
  const { subject, text, html } = letter(kind, language);

  test("has a subject that a phone shows whole, on one line", () => {
    expect(subject.length).toBeGreaterThan(10);
    expect(subject.length).toBeLessThanOrEqual(60);
    expect(subject).not.toContain("\n");
  });

  test("has lines of at most 78 characters, with links on their own", () => {
    for (const line of text.split("\n")) {
      if (line.includes("://")) expect(line).toMatch(/^https:\/\/\S+$/);
      else expect(line.length, line).toBeLessThanOrEqual(78);
    }
  });

  test("is small and needs nothing from elsewhere", () => {
    expect(Buffer.byteLength(html)).toBeLessThan(20_000);
    expect(html).toContain(`<html lang="${language}">`);
    expect(html).not.toMatch(/<(?:img|link|script|iframe)|src=|url\(|@import|class="[a-z]{2}/);
    expect(html.match(/<table /g)?.length).toBe(html.match(/<table role="presentation"/g)?.length);
  });

  test("shows what residents typed as text", () => {
    expect(html).not.toContain("<script");
    if (JSON.stringify(SAMPLES[kind]).includes("<script>")) expect(html).toContain("&lt;script&gt;alert(");
  });

  test("says in plain text whatever it says in HTML", () => {
    // A word longer than a line is broken in the text: letters are compared, blanks are not.
    const tight = (one: string): string => one.replace(/\s/g, "");
    const { frame, letters } = wordsOf(language);
    const heard = spoken(html).replace(frame.service, "").replace(plain(letters.frame.sameLink), "");
    for (const word of heard.split(/\s+/)) expect(tight(text)).toContain(word);
  });

  test("has no gap where a fact or a sentence is missing", () => {
    for (const body of [subject, text, html])
      expect(body).not.toMatch(/undefined|\bnull\b|\[object|NaN|\$\{/);
  });

  test("has one button at most, with its address as text, and tells why and from whom it comes", () => {
    const linksIn = (markup: string) => [...markup.matchAll(/href="([^"]*)"/g)].map(([, href]) => href);
    for (const href of linksIn(html)) expect(text.split("\n")).toContain(href);
    // A list of links is one more way to what the letter tells of, not a button.
    const links = linksIn(html.replace(/<li.*?<\/li>/gs, ""));
    expect(links.length === 1 || links.length === 3).toBe(true);
    if (links.length === 3) expect(links[0]).toBe(links[1]);
    expect(text).toContain("Urząd Miasta Katowice");
    expect(text).toContain("bo@katowice.example");
    const { why } = wordsOf(language).letters.texts[kind](SAMPLES[kind] as never);
    expect(text.replace(/\s+/g, " ")).toContain(plain(why));
    expect(links.at(-1)).toBe(`https://bo.katowice.example${prefixOf(language)}/prywatnosc`);
  });
});

test.each(KINDS)("the letter %s in Polish goes on after the comma of its greeting", (kind) => {
  expect(letter(kind, "pl").text).not.toMatch(/Dzień dobry,\s+(?!Tw|Ty|Ci)\p{Lu}/u);
});

test("no two languages share a subject, so none was left untranslated", () => {
  // What a subject brings along was written in its reader's language before.
  for (const kind of KINDS.filter((one) => !one.startsWith("subject/")))
    expect(letter(kind, "pl").subject).not.toBe(letter(kind, "en").subject);
});

test("a code stands in the subject, in the first line, and alone on a line; it comes without a link to the vote", () => {
  for (const language of LANGUAGES) {
    const { subject, text, html } = letter("voting/code", language);
    expect(subject).toContain("012345");
    expect(text.split("\n")[0]).toContain("012345");
    expect(text.split("\n")).toContain("012345");
    expect(text).toContain("10:29");
    expect(html.match(/href=/g)).toHaveLength(1);
  }
});

test("that a vote is recorded is told without a choice, a receipt or a time of the vote", () => {
  const { text } = letter("voting/recorded", "pl");
  expect(text).toContain("czwartek");
  expect(text).toContain("https://bo.katowice.example/sprawdz-glos");
  expect(text.split("--")[0]).not.toMatch(/\d{2}:\d{2}|\bM\b|\bL\d|punkt/);
});

test("a title that a stranger chose makes no link in the city's mail", () => {
  const title = "Nagroda: https://evil.example/x i www.evil.example, ul.Żółwia";
  const { text, html } = letterOf(
    notice("support/confirm", "jan@example.org", "pl", { ...SAMPLES["support/confirm"], title }),
    wordsOf("pl"),
    SITE,
  );
  for (const body of [text, html]) expect(body).not.toMatch(/evil\.example|https:\/\/evil|www\.evil/);
  expect(text).toContain("ul. Żółwia");
});

test("a refused author reads the reasons, and where to ask", () => {
  const { text, html } = letter("proposal/rejected", "pl");
  expect(text).toContain("Odpowiedz na tę wiadomość.");
  expect(text).toContain("Uzasadnienie: <script>");
  expect(html).toContain("Uzasadnienie: &lt;script&gt;");
});

test("an admitted author reads both costs", () => {
  expect(letter("proposal/admitted", "pl").text.replaceAll("\u00a0", " ")).toMatch(
    /1 234 567,89 zł\. We\s+wniosku: 1 000,00 zł/,
  );
});

test("letters about a place carry a calendar entry that a calendar takes", () => {
  for (const kind of ["meeting/seat", "meeting/moved-up", "meeting/changed", "meeting/cancelled"] as const) {
    const [attachment] = letter(kind, "pl").attachments;
    expect(attachment?.content).toMatch(/^BEGIN:VCALENDAR\r\n/);
    expect(attachment?.type).toContain("text/calendar");
    expect(attachment?.type).toContain(kind === "meeting/cancelled" ? "method=CANCEL" : "method=PUBLISH");
  }
});

/** The basic alphabet of GSM-7 (3GPP TS 23.038, table 6.2.1), as far as our texts may use it. */
const GSM_7 = /^[A-Za-z0-9 \n.,:;?!'"()/+=%&*#<>@$_-]*$/;

describe.each(LANGUAGES)("a text to a phone in %s", (language) => {
  test.each([
    ["voting/code", { code: "0123456789", until: "2027-09-10T21:59:00.000Z" }],
    ["voting/no-match", SAMPLES["voting/no-match"]],
    ["voting/recorded", { edition: "XXXVIII", resultsBy: null }],
  ] as const)("of %s is one message, as its alphabet has room", (kind, facts) => {
    const text = shortTextOf(
      notice(kind, "+48600100200", language, facts as never) as Notice,
      wordsOf(language),
    );
    const isWide = /\p{Script=Cyrillic}/u.test(text);
    if (!isWide) expect(text).toMatch(GSM_7);
    expect(text.length).toBeLessThanOrEqual(isWide ? 70 : 160);
  });

  test("tells the code first, since phones show the first words alone", () => {
    const about = notice("voting/code", "+48600100200", language, SAMPLES["voting/code"]);
    expect(shortTextOf(about, wordsOf(language)).slice(0, 30)).toContain("012345");
  });
});
