import { readFileSync } from "node:fs";
import type { Lifecycle } from "../../shared/domain/lifecycle.ts";
import { APPEAL_STAGES, CARD_STAGES, OPINION_STAGES } from "../../shared/domain/procedure/stages.ts";
import { CO_AUTHOR_STAGES } from "../../shared/domain/project/co-authors.ts";
import { MERGING_STAGES } from "../../shared/domain/project/merging.ts";
import { PROJECT_STAGES } from "../../shared/domain/project/stages.ts";
import { lifecycleDiagram } from "./lifecycle.ts";
import { workflowDiagram } from "./workflow.ts";

/** A diagram that is printed from what runs, and the page it stands on. */
interface Drawing {
  readonly name: string;
  readonly page: URL;
  /** Mermaid text. */
  readonly draw: () => string;
}

const root = new URL("../../", import.meta.url);

const life = (name: string, table: Lifecycle<string, string>): Drawing => ({
  name,
  page: new URL("docs/procedure.md", root),
  draw: () => lifecycleDiagram(table),
});

export const DRAWINGS: readonly Drawing[] = [
  {
    name: "cycle",
    page: new URL("docs/workflow.md", root),
    draw: () =>
      workflowDiagram(JSON.parse(readFileSync(new URL("functions/workflows/cycle.asl.json", root), "utf8"))),
  },
  life("card", CARD_STAGES),
  life("opinion", OPINION_STAGES),
  life("appeal", APPEAL_STAGES),
  life("project", PROJECT_STAGES),
  life("co-author", CO_AUTHOR_STAGES),
  life("merging", MERGING_STAGES),
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
