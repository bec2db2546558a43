import { unzipSync } from "fflate";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import { SaxesParser } from "saxes";

interface Node {
  readonly role: string;
  readonly children?: readonly Node[];
}

/** What a PDF says to whoever hears it: its parts by what they are, and its text without what returns on each page. */
export const heard = async (bytes: Uint8Array) => {
  const loading = getDocument({ data: new Uint8Array(bytes), verbosity: 0 });
  const pdf = await loading.promise;
  const roles: string[] = [];
  const pages: string[] = [];
  const rolesOf = ({ role, children = [] }: Node): void => {
    if (role) roles.push(role);
    children.forEach(rolesOf);
  };
  for (let n = 1; n <= pdf.numPages; n++) {
    const page = await pdf.getPage(n);
    const tree = (await page.getStructTree()) as Node | null;
    if (tree) rolesOf(tree);
    const { items } = await page.getTextContent({ includeMarkedContent: true });
    let artifacts = 0;
    const open: boolean[] = [];
    let text = "";
    for (const item of items) {
      if ("str" in item) {
        if (artifacts === 0) text += item.str + (item.hasEOL ? " " : "");
      } else if (item.type === "endMarkedContent") artifacts -= open.pop() ? 1 : 0;
      else {
        open.push((item as { readonly tag?: string }).tag === "Artifact");
        artifacts += open.at(-1) ? 1 : 0;
      }
    }
    pages.push(text);
  }
  const { info, metadata } = await pdf.getMetadata();
  const { Language: lang } = info as { Language?: string };
  await loading.destroy();
  return { roles, pages, title: metadata?.get("dc:title"), lang, text: pages.join(" ").replace(/\s+/g, " ") };
};

/** The elements of XML, and the texts in it; throws where it is not well-formed. */
export const parsedXml = (xml: string): { readonly names: string[]; readonly said: string[] } => {
  const names: string[] = [];
  const said: string[] = [];
  const parser = new SaxesParser();
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("opentag", ({ name }) => void names.push(name));
  parser.on("text", (text) => void said.push(text));
  parser.write(xml).close();
  return { names, said };
};

/** The texts of each XML file of a package; throws where one is not well-formed. */
export const textsOf = (bytes: Uint8Array): Record<string, string[]> =>
  Object.fromEntries(
    Object.entries(unzipSync(bytes))
      .filter(([name]) => /\.(?:xml|rels)$/.test(name))
      .map(([name, file]) => [name, parsedXml(new TextDecoder().decode(file)).said]),
  );
