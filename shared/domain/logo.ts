import { z } from "zod";
import { localised } from "./localised.ts";
import { line } from "./text.ts";

/** What a logo may weigh: everybody loads it who votes on a phone. */
export const MOST_LOGO_BYTES = 4096;

/** Wider than this it leaves no room for the name of the site beside it; higher, nobody sees what it is. */
const LONGEST = 4;

/** Pixels of a side: a few kilobytes of one colour unpack to gigabytes. */
const MOST_PIXELS = 1024;

interface Size {
  readonly width: number;
  readonly height: number;
}

/** A size, or the sentence that says what is wrong with the picture. */
type Read = Size | string;

const ELEMENTS: ReadonlySet<string> = new Set(
  "svg title desc defs g path rect circle ellipse line polyline polygon linearGradient radialGradient stop clipPath".split(
    " ",
  ),
);

const ATTRIBUTES: ReadonlySet<string> = new Set(
  [
    "xmlns viewBox width height id d x y x1 y1 x2 y2 cx cy r rx ry fx fy points transform offset opacity",
    "fill fill-rule fill-opacity stroke stroke-width stroke-linecap stroke-linejoin stroke-miterlimit",
    "stroke-dasharray stroke-dashoffset stroke-opacity stop-color stop-opacity",
    "gradientUnits gradientTransform spreadMethod clip-path clip-rule clipPathUnits",
  ].flatMap((names) => names.split(" ")),
);

/** Numbers, names, colours, and a gradient of the same picture: nothing that another file could be called by. */
const VALUE = /^(?:url\(#[\w-]+\)|(?!.*url)[\w#.,%()+ -]*)$/i;

const NAMESPACE = "http://www.w3.org/2000/svg";

/** XML 1.0 §2.2 and §2.4: a browser shows nothing of a file with others. */
const NO_XML = /[^\t\n\r -\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]|\]\]>/u;
const SPACES = /[ \t\n\r]+/g;

/** One tag, or text between two. An entity, a comment and a declaration are neither. */
const TOKEN = /<(\/?)([A-Za-z]+)((?: [A-Za-z0-9-]+="[^"<&]*")*) ?(\/?)>|[^<&]+/y;
const ATTRIBUTE = / ([A-Za-z0-9-]+)="([^"]*)"/g;

/** Four numbers as every browser reads them. */
const VIEW_BOX = /^(?:-?\d{1,6}(?:\.\d{1,12})? ){2}(\d{1,6}(?:\.\d{1,12})?) (\d{1,6}(?:\.\d{1,12})?)$/;

const attributesOf = (text: string): Map<string, string> | string => {
  const found = new Map<string, string>();
  for (const [, name = "", value = ""] of text.matchAll(ATTRIBUTE)) {
    if (!ATTRIBUTES.has(name)) return `the attribute ${name} is not one of shapes and colours`;
    if (found.has(name)) return `the attribute ${name} stands twice on an element`;
    if (name !== "xmlns" && !VALUE.test(value))
      return `the attribute ${name} says more than a shape or a colour`;
    found.set(name, value);
  }
  return found;
};

const sizeOf = (root: ReadonlyMap<string, string>): Read => {
  if (root.get("xmlns") !== NAMESPACE) return `the element svg needs xmlns="${NAMESPACE}"`;
  const [, width, height] = (VIEW_BOX.exec(root.get("viewBox") ?? "") ?? []).map(Number);
  return width && height
    ? { width, height }
    : 'the element svg needs a viewBox of four numbers ("0 0 64 32")';
};

/** An SVG of shapes alone. Whatever could run, load or style is refused by not being on the lists. */
const readSvg = (svg: string): Read => {
  if (NO_XML.test(svg)) return "it has a character that XML has not";
  const text = svg.replace(SPACES, " ").replace(/^ | $/g, "");
  const open: string[] = [];
  let size: Read | undefined;
  for (let at = 0; at < text.length; at = TOKEN.lastIndex) {
    TOKEN.lastIndex = at;
    const token = TOKEN.exec(text);
    if (!token) return `no SVG of shapes alone at „${text.slice(at, at + 40)}”`;
    const [whole, end, name, given = "", empty] = token;
    const parent = open.at(-1);
    if (name === undefined) {
      if (whole !== " " && parent !== "title" && parent !== "desc")
        return "text is drawn as shapes, fonts differ";
      continue;
    }
    if (end) {
      if (open.pop() !== name || given || empty) return `the element ${name} ends where it did not begin`;
      continue;
    }
    if (!ELEMENTS.has(name)) return `the element ${name} is no shape`;
    if ((parent === undefined) !== (name === "svg") || (parent === undefined && size !== undefined))
      return "one element svg holds everything";
    const attributes = attributesOf(given);
    if (typeof attributes === "string") return attributes;
    // Each level of clips doubles the work of the one above: a page that shows forty never comes to an end.
    if (attributes.has("clip-path") && [...open, name].includes("clipPath"))
      return `the element ${name} is clipped within a clipPath: such shapes take a browser without end`;
    size ??= sizeOf(attributes);
    if (typeof size === "string") return size;
    if (!empty) open.push(name);
  }
  return open.length > 0 ? `the element ${open.at(-1)} does not end` : (size ?? "it is empty");
};

const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

/** Chunks that say how the picture looks; others carry texts, cameras, places. */
const CHUNKS: ReadonlySet<string> = new Set(["IHDR", "PLTE", "tRNS", "sRGB", "gAMA", "pHYs", "IDAT", "IEND"]);

/** A PNG (ISO/IEC 15948) whose chunks follow each other to the end and say nothing but the picture. */
const readPng = (bytes: Uint8Array): Read => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (!SIGNATURE.every((byte, index) => bytes[index] === byte)) return "it is no PNG";
  const names: string[] = [];
  for (let at = SIGNATURE.length; at < bytes.length; ) {
    if (names.at(-1) === "IEND") return "it goes on after its end";
    if (at + 12 > bytes.length) return "it is cut off";
    const name = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    if (!CHUNKS.has(name)) return `its chunk ${name} is no picture`;
    names.push(name);
    at += 12 + view.getUint32(at);
    if (at > bytes.length) return "it is cut off";
  }
  const isWhole =
    names[0] === "IHDR" && view.getUint32(8) === 13 && names.includes("IDAT") && names.at(-1) === "IEND";
  if (!isWhole) return "it is cut off";
  const [width, height] = [view.getUint32(16), view.getUint32(20)];
  if (width === 0 || height === 0) return "it has no pixels";
  return Math.max(width, height) > MOST_PIXELS
    ? `it has more than ${MOST_PIXELS} × ${MOST_PIXELS} pixels`
    : { width, height };
};

const Svg = z.strictObject({
  type: z.literal("svg"),
  /** The text of the file. */
  file: z.string(),
  alt: localised(line(80)),
});

const Png = z.strictObject({
  type: z.literal("png"),
  /** The bytes of the file, as base64. */
  file: z.base64(),
  alt: localised(line(80)),
});

/** A city's own mark in the header of every page, in colours that are seen on the theme's `brand` in both schemes. */
export const Logo = z.discriminatedUnion("type", [Svg, Png]).superRefine((logo, context) => {
  const refuse = (message: string) => context.addIssue({ code: "custom", path: ["file"], message });
  const { length } = logoFile(logo);
  if (length > MOST_LOGO_BYTES)
    return refuse(`has ${length} bytes, at most ${MOST_LOGO_BYTES} may be loaded`);
  const read = readLogo(logo);
  if (typeof read === "string") return refuse(read);
  if (read.width > LONGEST * read.height) refuse(`is more than ${LONGEST} times as wide as it is high`);
  if (read.height > LONGEST * read.width) refuse(`is more than ${LONGEST} times as high as it is wide`);
});
export type Logo = z.infer<typeof Logo>;

/** The file as it is served. */
export const logoFile = ({ type, file }: Pick<Logo, "type" | "file">): Buffer =>
  Buffer.from(file, type === "svg" ? "utf8" : "base64");

const readLogo = (logo: Pick<Logo, "type" | "file">): Read =>
  logo.type === "svg" ? readSvg(logo.file) : readPng(logoFile(logo));

/** How wide a logo is that is so many pixels high. */
export const logoWidth = (logo: Logo, height: number): number => {
  const read = readLogo(logo);
  return typeof read === "string" ? height : Math.round((height * read.width) / read.height);
};
