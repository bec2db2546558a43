import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { attributes, html, safeHref } from "../../shared/pages/html.ts";

/** Text that tries to get out: quotes, brackets, entities, and the words of attacks. */
const hostile = fc.oneof(
  fc.string({ unit: "grapheme" }),
  fc
    .array(
      fc.constantFrom(
        '"',
        "'",
        "<",
        ">",
        "&",
        "`",
        "=",
        " ",
        "/",
        "<script>",
        "</p>",
        "<!--",
        "onload=",
        "&lt;",
        "]]>",
        "javascript:",
      ),
      { maxLength: 12 },
    )
    .map((parts) => parts.join("")),
);

const decoded = (text: string): string =>
  text
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&#39;", "'")
    .replaceAll("&amp;", "&");

describe("what a resident typed", () => {
  test("never becomes markup between tags, and reads as it was typed", () => {
    fc.assert(
      fc.property(hostile, (typed) => {
        const { text } = html`<p>${typed}</p>`;
        const inner = text.slice(3, -4);
        expect(inner).not.toMatch(/[<>"']/);
        expect(decoded(inner)).toBe(typed);
      }),
    );
  });

  test("never leaves the attribute it stands in", () => {
    fc.assert(
      fc.property(hostile, (typed) => {
        for (const text of [
          html`<input value="${typed}">`.text,
          html`<input${attributes({ value: typed })}>`.text,
        ]) {
          const [, inner = ""] = /^<input value="([^"<>']*)">$/.exec(text) ?? ["", undefined];
          expect(decoded(inner)).toBe(typed);
        }
      }),
    );
  });

  test("stays text in lists of any depth", () => {
    const nested = fc.letrec((tie) => ({
      part: fc.oneof({ depthSize: "small" }, hostile, fc.array(tie("part"), { maxLength: 3 })),
    })).part as fc.Arbitrary<string>;
    fc.assert(
      fc.property(nested, (part) => {
        expect(html`${part}`.text).not.toMatch(/[<>"']/);
      }),
    );
  });

  test("never becomes an address that runs a script or leaves for another scheme", () => {
    fc.assert(
      fc.property(hostile, (typed) => {
        const href = safeHref(typed);
        expect(href === "#" || /^(?:\/(?!\/)|https?:\/\/|mailto:|#|\?)/i.test(href)).toBe(true);
      }),
    );
    for (const attack of [
      "javascript:alert(1)",
      " javascript:alert(1)",
      "//evil.example",
      "data:text/html,x",
      "vbscript:x",
    ])
      expect(safeHref(attack)).toBe("#");
  });
});

test("nothing, false and null leave no trace; zero does", () => {
  expect(html`<p>${false}${null}${undefined}${0}</p>`.text).toBe("<p>0</p>");
  expect(html`<input${attributes({ checked: true, disabled: false, id: undefined, rows: 0 })}>`.text).toBe(
    '<input checked rows="0">',
  );
});
