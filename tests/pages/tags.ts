/** A page's tags as a flat list, read by a small tokenizer that knows nothing of our templates. */
export interface Tag {
  readonly name: string;
  readonly isEnd: boolean;
  readonly attributes: Readonly<Record<string, string>>;
}

const TAG = /<(\/?)([a-z][a-z0-9]*)((?:\s+[^\s"'<>/=]+(?:="[^"]*")?)*)\s*(\/?)>/gi;
const ATTRIBUTE = /([^\s"'<>/=]+)(?:="([^"]*)")?/g;

export const tagsOf = (page: string): Tag[] =>
  [...page.matchAll(TAG)].map(([, slash, name = "", rest = ""]) => ({
    name: name.toLowerCase(),
    isEnd: slash === "/",
    attributes: Object.fromEntries(
      [...rest.matchAll(ATTRIBUTE)].map(([, key = "", value = ""]) => [key, value]),
    ),
  }));

/** Text or an attribute as it was before it was written into a page. */
export const unescaped = (text: string): string =>
  text
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&#39;", "'")
    .replaceAll("&amp;", "&");

const VOID = new Set(["input", "meta", "link", "br", "hr", "img"]);

/** Tags that are not closed, or closed by another: null when the page is well formed. */
export const badNesting = (page: string): string | null => {
  const open: string[] = [];
  const selfClosed = new Set(["rect", "path"]);
  for (const { name, isEnd } of tagsOf(page)) {
    if (VOID.has(name) || selfClosed.has(name)) continue;
    if (!isEnd) open.push(name);
    else if (open.pop() !== name) return `</${name}> closes another tag`;
  }
  return open.length === 0 ? null : `<${open.at(-1)}> is never closed`;
};

/** Every faulty thing that assistive technology would stumble over and that can be read off the markup. */
export const faultsOfPage = (page: string): string[] => {
  const tags = tagsOf(page).filter(({ isEnd }) => !isEnd);
  const faults: string[] = [];
  const ids = tags.flatMap(({ attributes }) => attributes.id ?? []);
  const nesting = badNesting(page);
  if (nesting) faults.push(nesting);
  for (const id of new Set(ids))
    if (ids.filter((one) => one === id).length > 1) faults.push(`id "${id}" twice`);
  const count = (name: string) => tags.filter((tag) => tag.name === name).length;
  for (const name of ["main", "header", "footer", "h1", "title"])
    if (count(name) !== 1) faults.push(`${count(name)} <${name}>`);
  const levels = tags.flatMap(({ name }) => (/^h[1-6]$/.test(name) ? [Number(name[1])] : []));
  for (const [index, level] of levels.entries()) {
    const before = levels[index - 1];
    if (before !== undefined && level > before + 1) faults.push(`h${level} after h${before}`);
  }
  for (const { name, attributes } of tags) {
    for (const id of [attributes["aria-describedby"], attributes["aria-labelledby"], attributes.for])
      for (const one of id?.split(" ") ?? [])
        if (!ids.includes(one)) faults.push(`nothing has the id "${one}"`);
    if (attributes.href?.startsWith("#") && !ids.includes(attributes.href.slice(1)))
      faults.push(`no place ${attributes.href}`);
    const isControl =
      ["select", "textarea"].includes(name) ||
      (name === "input" && attributes.type !== "hidden" && attributes.type !== "image");
    if (attributes.type === "image" && !attributes.alt) faults.push("a picture to click without a name");
    if (isControl && !tags.some((tag) => tag.name === "label" && tag.attributes.for === attributes.id))
      faults.push(`<${name} name="${attributes.name}"> without a label`);
    if (name === "nav" && !attributes["aria-label"]) faults.push("<nav> without a name");
    if (attributes.style !== undefined || Object.keys(attributes).some((key) => key.startsWith("on")))
      faults.push(`<${name}> has what the content security policy forbids`);
  }
  // The site's own script is a file; nothing stands between its tags.
  const isInside = ({ name, isEnd, attributes }: Tag): boolean =>
    name === "style" || (name === "script" && !isEnd && !attributes.src?.startsWith("/static/rynek."));
  if (tags.some(isInside) || /<script[^>]*>[^<]/.test(page)) faults.push("a script or style inside the page");
  return faults;
};
