/** Markup that is safe to send. Only the `html` tag and `raw` make it; everything else is text and gets encoded. */
export class Html {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

export type Part = Html | string | number | false | null | undefined | readonly Part[];

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

const encoded = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);

const rendered = (part: Part): string => {
  if (part instanceof Html) return part.text;
  if (part === false || part === null || part === undefined) return "";
  if (typeof part === "object") return part.map(rendered).join("");
  return encoded(String(part));
};

/** Markup with its values encoded. Attributes are always quoted; lists are joined; false, null and undefined vanish. */
export const html = (strings: TemplateStringsArray, ...parts: readonly Part[]): Html =>
  new Html(strings.reduce((text, string, index) => text + rendered(parts[index - 1]) + string));

/** Markup from our own files (a style sheet, an icon), never from data. */
export const raw = (text: string): Html => new Html(text);

export type Attributes = Readonly<Record<string, string | number | boolean | undefined>>;

/** Attributes with a space before each: `true` stands alone, false and undefined vanish. Names are ours, never data. */
export const attributes = (values: Attributes): Html =>
  new Html(
    Object.entries(values)
      .map(([name, value]) => {
        if (value === undefined || value === false) return "";
        return value === true ? ` ${name}` : ` ${name}="${encoded(String(value))}"`;
      })
      .join(""),
  );

/** `<a href>` only to this site, to a web address or to a mailbox; anything else that data may bring stays text. */
export const safeHref = (href: string): string =>
  /^(?:\/(?!\/)|https?:\/\/|mailto:|#|\?)/i.test(href) ? href : "#";
