const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** Whatever XML has no place for (XML 1.0, production 2, Char). */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what it looks for
const NO_CHARACTER = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Cs}/gu;

/** Text as it stands between tags and in attributes of XML. */
export const xmlText = (text: string): string =>
  text.replace(NO_CHARACTER, "").replace(/[&<>"]/g, (one) => ENTITIES[one] ?? one);

/** An element of XML; its attributes are encoded, what stands in it is XML already. */
export const element = (
  name: string,
  attributes: Readonly<Record<string, string | number | undefined>>,
  ...inner: readonly string[]
): string => {
  const said = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([attribute, value]) => ` ${attribute}="${xmlText(String(value))}"`)
    .join("");
  return inner.length === 0 ? `<${name}${said}/>` : `<${name}${said}>${inner.join("")}</${name}>`;
};
