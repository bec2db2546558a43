/** A piece of the style sheet; the tag is for editors. */
export const css = String.raw;

/** Without comments, indents and line ends. Our own sheet has no strings that this would harm. */
export const minified = (sheet: string): string =>
  sheet
    .replace(/\/\*[\s\S]*?\*\//g, "")
    .replace(/\s+/g, " ")
    .replace(/ ?([{};,]) ?/g, "$1")
    .replace(/(?<=[\w-]): /g, ":")
    .replace(/;}/g, "}")
    .trim();
