import { describe, expect, test } from "vitest";
import { LANGUAGES, type Language } from "../../shared/domain/languages.ts";
import { html } from "../../shared/pages/html.ts";
import { layout } from "../../shared/pages/layout.ts";
import { phaseLine } from "../../shared/pages/phase-line.ts";
import { KATOWICE } from "../kit/katowice.ts";
import { wordsOf } from "../kit/words.ts";
import { faultsOfPage, tagsOf } from "./tags.ts";

const page = (language: Language, path: string, query?: string): string =>
  layout(
    { city: KATOWICE, words: wordsOf(language), path, ...(query && { query }), phaseLine: "x" },
    { title: "T", body: html`<h1>T</h1>` },
  ).text;

describe.each(LANGUAGES)("every page in %s", (language) => {
  const text = page(language, "/projekty/2027");

  test("has one main, header, footer and h1, names for its menus, and nothing inline", () => {
    expect(faultsOfPage(text)).toEqual([]);
    expect(text).toContain(`<html lang="${language}">`);
  });

  test("lets the keyboard skip to its content first", () => {
    const first = tagsOf(text).find(({ name }) => name === "a");
    expect(first?.attributes).toMatchObject({ class: "skip", href: "#main" });
  });

  test("marks the section of the menu it belongs to", () => {
    expect(text).toMatch(/href="(?:\/\w\w)?\/projekty" aria-current="true"/);
    expect(page(language, "/projekty")).toMatch(/href="(?:\/\w\w)?\/projekty" aria-current="page"/);
  });
});

test("the switch of languages leads to the same page with the same filters", () => {
  expect(page("pl", "/projekty", "?pool=L13&q=park")).toContain(
    'href="/en/projekty?pool=L13&amp;q=park" hreflang="en"',
  );
  expect(page("en", "/projekty", "?pool=L13")).toContain('href="/projekty?pool=L13" hreflang="pl"');
  expect(page("en", "/")).toContain('href="/" hreflang="pl"');
});

test("the switch of languages takes along what somebody is typing, and Enter goes on as before", () => {
  const { text } = layout(
    { city: KATOWICE, words: wordsOf("pl"), path: "/ankiety/srv_1", query: "?krok=q2" },
    { title: "T", body: "", typing: { form: "step", name: "go", language: "stay", enter: "next" } },
  );
  const buttons = tagsOf(text).filter(({ name, isEnd }) => name === "button" && !isEnd);
  expect(
    buttons.map(({ attributes: { form, name, value, formaction } }) => [form, name, value, formaction]),
  ).toEqual([
    ["step", "go", "next", undefined],
    ["step", "go", "stay", "/en/ankiety/srv_1"],
    ["step", "go", "stay", "/uk/ankiety/srv_1"],
  ]);
});

test("a site that speaks Polish alone has no switch, and beside a name of staff nothing", () => {
  const city = { ...KATOWICE, languages: ["pl" as const] };
  const said = (more: object): string | undefined =>
    /<p class="language">(.*)<\/p>/.exec(
      layout({ city, words: wordsOf("pl"), path: "/urzad", ...more }, { title: "T", body: "" }).text,
    )?.[1];
  expect(said({})).toBeUndefined();
  expect(said({ staffName: "Anna Wrona" })).toBe("Anna Wrona");
});

test("what a mailed link opens is not for search engines", () => {
  const text = layout(
    { city: KATOWICE, words: wordsOf("pl"), path: "/" },
    { title: "T", body: "", isPrivate: true },
  ).text;
  expect(text).toContain('<meta name="robots" content="noindex">');
});

test("the phase line says until when, as people say it: midnight belongs to the day before", () => {
  const endsAt = "2027-09-23T22:00:00.000Z";
  const at = { phase: "voting", endsAt } as const;
  const before = "2027-09-23T21:59:59.999Z";
  expect(phaseLine(wordsOf("pl"), at, before)).toBe("Trwa głosowanie – do czwartku 23 września 2027, 23:59");
  expect(phaseLine(wordsOf("en"), at, before)).toBe(
    "Voting is open – until Thursday, 23 September 2027, 23:59",
  );
  expect(phaseLine(wordsOf("pl"), { phase: "sealed" }, before)).toBe(
    "Głosowanie zakończone, urna jest zamknięta",
  );
  // The edition is still in its vote while paper cards are keyed.
  expect(phaseLine(wordsOf("pl"), at, endsAt)).toBe("Głosowanie – koniec: czwartek, 23 września 2027, 23:59");
});

test("every day of the week has its form", () => {
  const { until } = wordsOf("pl").frame;
  const said = Array.from({ length: 7 }, (_, day) =>
    until(`2027-09-${String(20 + day).padStart(2, "0")}T10:00:00.000Z`),
  );
  expect(said.map((text) => text.split(" ")[1])).toEqual([
    "poniedziałku",
    "wtorku",
    "środy",
    "czwartku",
    "piątku",
    "soboty",
    "niedzieli",
  ]);
});
