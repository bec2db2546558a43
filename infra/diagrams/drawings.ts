import { readFileSync } from "node:fs";
import { workflowDiagram } from "./workflow.ts";

/** A diagram that is printed from what runs, and the page it stands on. */
interface Drawing {
  readonly name: string;
  readonly page: URL;
  /** Mermaid text. */
  readonly draw: () => string;
}

const root = new URL("../../", import.meta.url);

export const DRAWINGS: readonly Drawing[] = [
  {
    name: "cycle",
    page: new URL("docs/workflow.md", root),
    draw: () =>
      workflowDiagram(JSON.parse(readFileSync(new URL("functions/workflows/cycle.asl.json", root), "utf8"))),
  },
];

/** The page's text with the drawing as it is now, between its two markers. */
export const redrawn = (text: string, { name, draw }: Drawing): string => {
  const [before, rest] = text.split(`<!-- diagram ${name} -->\n`);
  const after = rest?.split(`<!-- end of diagram ${name} -->`)[1];
  if (after === undefined) throw new Error(`The page has no markers for the diagram "${name}"`);
  return [
    `${before}<!-- diagram ${name} -->`,
    `\`\`\`mermaid\n${draw()}\n\`\`\``,
    `<!-- end of diagram ${name} -->${after}`,
  ].join("\n");
};
