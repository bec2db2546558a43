/** Text that is known to be safe as HTML. */
export interface Html {
  readonly text: string;
}

type Part = Html | string | number | null | readonly Part[];

const ENTITIES: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

export const escapeHtml = (text: string): string =>
  text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);

const render = (part: Part): string => {
  if (part === null) return "";
  if (typeof part === "string" || typeof part === "number") return escapeHtml(String(part));
  return "text" in part ? part.text : part.map(render).join("");
};

/** A template whose values are escaped, unless they are HTML themselves. Attributes must stand in quotes. */
export const html = (strings: TemplateStringsArray, ...parts: readonly Part[]): Html => ({
  text: strings.reduce((text, piece, i) => text + render(parts[i - 1] ?? null) + piece),
});
