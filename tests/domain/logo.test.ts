import { describe, expect, test } from "vitest";
import { Logo, logoWidth, MOST_LOGO_BYTES } from "../../shared/domain/logo.ts";
import { BOROWA } from "../kit/second-city.ts";

const ALT = { pl: "Znak" };
const OPEN = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 60 40"';
const svg = (inside: string, open = `${OPEN}>`) => `${open}${inside}</svg>`;

const faultOf = (type: "svg" | "png", file: string): string | undefined =>
  Logo.safeParse({ type, file, alt: ALT })
    .error?.issues.map(({ message }) => message)
    .join();

describe("An SVG", () => {
  test.each([
    svg('<path d="M0 0h60v40H0z" fill="#fff"/>'),
    svg("<title>Znak</title><desc>Góra i las</desc>\n<g>\n  <circle cx='1'/>\n</g>".replaceAll("'", '"')),
    svg(
      '<defs><linearGradient id="a"><stop offset="50%" stop-color="rgb(1,2,3)"/></linearGradient></defs><rect width="9" height="9" fill="url(#a)"/>',
    ),
    svg("", `${OPEN} width="60" height="40">`),
  ])("of shapes alone holds: %s", (file) => {
    expect(faultOf("svg", file)).toBeUndefined();
    expect(logoWidth(Logo.parse({ type: "svg", file, alt: ALT }), 40)).toBe(60);
  });

  test.each([
    ["<script>alert(1)</script>", "the element script is no shape"],
    ["<style>*{fill:red}</style>", "the element style is no shape"],
    ['<image href="https://example.org/x.png"/>', "the element image is no shape"],
    ['<use href="#a"/>', "the element use is no shape"],
    ["<foreignObject></foreignObject>", "the element foreignObject is no shape"],
    ['<a href="https://example.org"></a>', "the element a is no shape"],
    ["<text>Znak</text>", "the element text is no shape"],
    ['<path onload="alert(1)"/>', "the attribute onload is not one of shapes and colours"],
    ['<path style="fill:red"/>', "the attribute style is not one of shapes and colours"],
    ['<path href="x"/>', "the attribute href is not one of shapes and colours"],
    [
      '<path fill="url(https://example.org/x.svg#a)"/>',
      "the attribute fill says more than a shape or a colour",
    ],
    ['<path fill="url(//example.org/x.svg#a)"/>', "the attribute fill says more than a shape or a colour"],
    ['<path fill="\\75rl(x)"/>', "the attribute fill says more than a shape or a colour"],
    ['<path fill="red" fill="blue"/>', "the attribute fill stands twice on an element"],
    ["<g><path></g></path>", "the element g ends where it did not begin"],
    ["<g>", "the element svg ends where it did not begin"],
    ["Znak", "text is drawn as shapes, fonts differ"],
    ["<!-- znak -->", "no SVG of shapes alone at „<!-- znak --></svg>”"],
    ["<title>&lt;</title>", "no SVG of shapes alone at „&lt;</title></svg>”"],
    ["<path d='M0 0'/>", "no SVG of shapes alone at „<path d='M0 0'/></svg>”"],
    ["<svg></svg>", "one element svg holds everything"],
    ['<path\u00a0d="M0 0"/>', 'no SVG of shapes alone at „<path\u00a0d="M0 0"/></svg>”'],
    ["<title>a\u0001</title>", "it has a character that XML has not"],
    ["<title>]]></title>", "it has a character that XML has not"],
    [
      '<clipPath id="a"><path clip-path="url(#b)"/></clipPath>',
      "the element path is clipped within a clipPath: such shapes take a browser without end",
    ],
  ])("with %s is refused", (inside, sentence) => {
    expect(faultOf("svg", svg(inside))).toBe(sentence);
  });

  test.each([
    ["", "it is empty"],
    ["<path/>", "one element svg holds everything"],
    [`${svg("")}${svg("")}`, "one element svg holds everything"],
    [svg("", '<svg viewBox="0 0 1 1">'), 'the element svg needs xmlns="http://www.w3.org/2000/svg"'],
    [
      svg("", '<svg xmlns="http://www.w3.org/2000/svg">'),
      'the element svg needs a viewBox of four numbers ("0 0 64 32")',
    ],
    [`${OPEN}>`, "the element svg does not end"],
    [`<?xml version="1.0"?>${svg("")}`, /^no SVG of shapes alone at „<\?xml/],
    [`<!DOCTYPE svg [<!ENTITY a "b">]>${svg("")}`, /^no SVG of shapes alone at „<!DOCTYPE/],
    [svg("", OPEN.replace("60 40", "400 40").concat(">")), "is more than 4 times as wide as it is high"],
    [svg("", OPEN.replace("60 40", "40 400").concat(">")), "is more than 4 times as high as it is wide"],
    ...["60 0", "-60 40", "1e999 1e999", "0x10 0x10", "60 40 1", " "].map((size): [string, string] => [
      svg("", OPEN.replace("60 40", size).concat(">")),
      'the element svg needs a viewBox of four numbers ("0 0 64 32")',
    ]),
    [
      svg(`<path d="${"M0 0".repeat(1100)}"/>`),
      new RegExp(`^has \\d+ bytes, at most ${MOST_LOGO_BYTES} may be loaded$`),
    ],
  ])("%s is refused", (file, sentence) => {
    const fault = faultOf("svg", file);
    if (typeof sentence === "string") expect(fault).toBe(sentence);
    else expect(fault).toMatch(sentence);
  });
});

describe("A PNG", () => {
  const WHOLE = Buffer.from(
    "iVBORw0KGgoAAAANSUhEUgAAAAIAAAABCAIAAAB7QOjdAAAAC0lEQVR42mP4DwUAEe8F+7RPN78AAAAASUVORK5CYII=",
    "base64",
  );
  const END = 12;
  const text = Buffer.from("\0\0\0\x04tEXta\0bc\0\0\0\0", "latin1");
  const read = (bytes: Buffer) => faultOf("png", bytes.toString("base64"));

  test("that is only a picture holds", () => {
    expect(read(WHOLE)).toBeUndefined();
    const logo = Logo.parse({ type: "png", file: WHOLE.toString("base64"), alt: ALT });
    expect(logoWidth(logo, 40)).toBe(80);
  });

  /** The first chunk has no size in it. */
  const headless = (): Buffer =>
    Buffer.concat([WHOLE.subarray(0, 8), Buffer.from("\0\0\0\0IHDR\0\0\0\0", "latin1"), WHOLE.subarray(33)]);

  const sized = (width: number, height: number): Buffer => {
    const bytes = Buffer.from(WHOLE);
    bytes.writeUInt32BE(width, 16);
    bytes.writeUInt32BE(height, 20);
    return bytes;
  };

  test.each([
    ["that a phone would unpack to gigabytes", sized(30_000, 30_000), "it has more than 1024 × 1024 pixels"],
    ["without pixels", sized(0, 0), "it has no pixels"],
    ["as high as a tower", sized(1, 1000), "is more than 4 times as high as it is wide"],
    ["with a head of another length", headless(), "it is cut off"],
    ["cut off", WHOLE.subarray(0, -1), "it is cut off"],
    ["without an end", WHOLE.subarray(0, -END), "it is cut off"],
    ["with something after its end", Buffer.concat([WHOLE, WHOLE]), "it goes on after its end"],
    [
      "with texts in it",
      Buffer.concat([WHOLE.subarray(0, -END), text, WHOLE.subarray(-END)]),
      "its chunk tEXt is no picture",
    ],
    ["that is something else", Buffer.from("GIF89a  "), "it is no PNG"],
    ["that is empty", Buffer.alloc(0), "it is no PNG"],
  ])("%s is refused", (_, bytes, sentence) => {
    expect(read(bytes)).toMatch(sentence);
  });

  test("that is no base64 is refused", () => {
    expect(faultOf("png", "<svg>")).toBeDefined();
  });
});

test("A logo has a text for those who do not see it", () => {
  for (const alt of [undefined, {}, { en: "Sign" }, { pl: "" }])
    expect(Logo.safeParse({ ...BOROWA.logo, alt }).success).toBe(false);
});
