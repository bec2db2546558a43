import fc from "fast-check";
import { expect, test } from "vitest";
import { BLACK, masked } from "../../shared/subjects/moderation/face-rules.ts";

test("whatever signs it has, what is quoted is blacked out", () => {
  for (const [text, quoted, shown] of [
    ["Tel. 501-222-333.", "501-222-333", "Tel. ▇▇▇."],
    ["Pani Nowak-Łoś wie.", "nowak-łoś", "Pani ▇▇▇ wie."],
    ["Zob. https://a.example/x?y=(1)#z", "https://a.example/x?y=(1)#z", "Zob. ▇▇▇"],
    ["Ma 5+5 [sic] $1 \\d", "5+5 [sic] $1 \\d", "Ma ▇▇▇"],
  ] as const)
    expect(masked(text, [quoted])).toEqual({ text: shown });
});

test("each word of any text can be quoted, and is then nowhere in it as a word", () => {
  const words = fc.array(fc.string({ unit: "binary", minLength: 1, maxLength: 8 }), {
    minLength: 1,
    maxLength: 8,
  });
  fc.assert(
    fc.property(words, fc.nat(), (parts, n) => {
      const tokens = parts.join(" ").split(/\s+/).filter(Boolean);
      fc.pre(tokens.length > 0);
      const quoted = tokens[n % tokens.length] ?? "";
      const made = masked(tokens.join(" "), [quoted]);
      expect(made).toHaveProperty("text");
      expect("text" in made && made.text.split(" ")).toContain(BLACK);
    }),
  );
});
