import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { MEASURE } from "../../shared/domain/languages.ts";
import { attributes, type Html, html, type Part } from "../../shared/pages/html.ts";
import { spoken } from "../../shared/pages/spoken.ts";
import { completed, fallen, inLanguage, plain } from "../../shared/words/fallback.ts";

const MARKS = /[\ufdd0\ufdd1]/;
const SPANS = /<span lang="pl">|<\/span>/g;

const text = fc.oneof(fc.string({ unit: "grapheme", maxLength: 12 }), fc.constant("Głosuj"));
const words = text.map((one) => [one, fallen(one)] as const);

describe("a page with sentences that fall back to Polish", () => {
  /** Markup with sentences in texts, attributes, titles and options, of which any may be fallen and any may be cut. */
  const { page } = fc.letrec<{ page: Part; one: Part }>((tie) => ({
    page: fc.array(tie("one"), { maxLength: 5 }),
    one: fc.oneof(
      { depthSize: "small" },
      words.map(([, one]) => one),
      words.map(([, one]) => `${one}, ${one.slice(1)}`),
      fc
        .tuple(words, tie("page"))
        .map(([[, one], inner]) => html`<p${attributes({ title: one })}>${one}${inner}</p>`),
      words.map(([, one]) => html`<select><option value="${one}">${one}</option></select>`),
      words.map(([, one]) => html`<title>${one}</title>`),
    ),
  }));
  const whole = page.map((parts): Html => html`<main>${parts}</main>`);

  test("says all of them, and nothing of how they are marked", () => {
    fc.assert(
      fc.property(whole, (one) => {
        const said = spoken(one).text;
        expect(said).not.toMatch(MARKS);
        expect(said.replace(SPANS, "")).toBe(plain(one.text));
      }),
    );
  });

  test("stays well-formed: a span never crosses a tag, and never stands in an attribute or where only text may", () => {
    fc.assert(
      fc.property(whole, (one) => {
        const said = spoken(one).text;
        expect(said.replace(/<span lang="pl">[^<>]+<\/span>/g, "")).not.toContain("span");
        expect(said).not.toMatch(/<(title|option)[^>]*><span/);
        for (const [tag] of said.matchAll(/<[^>]*>/g)) expect(tag.slice(1)).not.toContain("<");
      }),
    );
  });

  test("marks each as Polish, also inside of a longer one", () => {
    expect(spoken(html`<p>${fallen("Koniec")}: ${fallen("dziś")}</p>`).text).toBe(
      '<p><span lang="pl">Koniec</span>: <span lang="pl">dziś</span></p>',
    );
    const longer = fallen((when: string) => `Koniec ${when}.`);
    expect(spoken(html`<p>${longer(fallen("dziś"))}</p>`).text).toMatch(
      /^<p>(?:<span lang="pl">[^<]+<\/span>)+<\/p>$/,
    );
  });

  test("without one is left as it is", () => {
    const one = html`<p title="x > y">${"<b>"}</p>`;
    expect(spoken(one)).toBe(one);
  });
});

describe("a catalogue", () => {
  const measure = {
    title: "Tytuł",
    path: ["/glosuj", "Głosuj"] as [string, string],
    said: (count: number) => ({ first: `${count} głosów`, parts: ["tak", { items: ["nie"] }], at: count }),
    deep: { one: "jeden", two: "dwa" },
    none: null,
  };

  test("that says everything falls nowhere", () => {
    expect(completed(measure, measure)).toEqual(measure);
  });

  test("says in Polish what it lacks, with the same facts, and marks sentences alone", () => {
    const made = completed(measure, { deep: { two: "two" } });
    expect(made.deep.two).toBe("two");
    expect(made.deep.one).toBe(fallen("jeden"));
    expect(made.path).toEqual(["/glosuj", fallen("Głosuj")]);
    expect(made.said(3)).toEqual({
      first: fallen("3 głosów"),
      parts: [fallen("tak"), { items: [fallen("nie")] }],
      at: 3,
    });
    expect(made.said).toHaveLength(1);
    expect(made.none).toBeNull();
  });
});

test("data is read in the reader's language, and falls back where nobody wrote it", () => {
  expect(inLanguage({ pl: "lipiec", en: "July" }, "en")).toBe("July");
  expect(inLanguage({ pl: "lipiec", en: "July" }, "uk")).toBe(fallen("lipiec"));
  expect(inLanguage({ pl: "lipiec" }, MEASURE)).toBe("lipiec");
});
