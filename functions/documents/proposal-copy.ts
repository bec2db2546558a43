import { z } from "zod";
import { CopyClaims } from "../../shared/acts/author-links.ts";
import { cycleOf } from "../../shared/acts/cycle-of.ts";
import type { Cycle } from "../../shared/domain/cycle/cycle.ts";
import type { Block, OfficialDocument } from "../../shared/domain/document/document.ts";
import { acceptedIn } from "../../shared/domain/project/co-authors.ts";
import { lineGrosze, sumOf } from "../../shared/domain/project/details.ts";
import type { Project } from "../../shared/domain/project/project.ts";
import { refusal } from "../../shared/domain/refusals.ts";
import { existing, Refused } from "../../shared/domain/result.ts";
import { pointText } from "../../shared/domain/text/point.ts";
import { endpoint } from "../../shared/platform/endpoint.ts";
import { file } from "../../shared/platform/http.ts";
import { ownLabels } from "../../shared/words/own-labels.ts";
import { categoryNameIn, poolNameIn } from "../../shared/words/pool-name.ts";
import type { Words } from "../../shared/words/words.ts";
import { routes } from "../routes.ts";

const TEXTS = ["summary", "description", "why", "forWhom", "access"] as const;

/** What its author wrote, as they keep it: the same to the byte until it is changed. */
const copyOf = (project: Project, cycle: Cycle, issuer: string, words: Words): OfficialDocument => {
  const { language, format, proposalForm: w } = words;
  const { facts } = words.projects;
  const labels = ownLabels(language, cycle.ruleSet);
  const { details = {}, author, location, register } = project;
  const edits = project.history.filter(({ changed }) => changed !== undefined);
  const said = { ...details, description: project.description };
  const fact = (name: string, value: string | undefined): (readonly [string, string])[] =>
    value === undefined ? [] : [[name, value]];
  const texts = TEXTS.flatMap((field): Block[] => {
    const text = said[field];
    return text
      ? [
          { kind: "heading", level: 2, text: labels[field] ?? w.fields[field].label },
          ...text.split(/\n+/).map((paragraph): Block => ({ kind: "paragraph", text: paragraph })),
        ]
      : [];
  });
  const { costLines = [], upkeepGrosze } = details;
  const lines: Block[] =
    costLines.length === 0
      ? []
      : [
          { kind: "heading", level: 2, text: labels.costLines ?? w.fields.costLines.label },
          {
            kind: "table",
            caption: w.lines.caption,
            columns: [
              { title: w.lines.name, kind: "text", width: 7 },
              { title: w.lines.quantity, kind: "text", width: 3 },
              { title: w.lines.unitCost, kind: "money", width: 4 },
              { title: w.lines.cost, kind: "money", width: 4 },
            ],
            rows: costLines.map((one) => [
              one.name,
              `${format.number(one.quantity)} ${one.unit}`,
              one.unitGrosze,
              lineGrosze(one),
            ]),
            total: [w.lines.sum, undefined, undefined, sumOf(costLines)],
          },
        ];
  return {
    language,
    title: project.title,
    issuer,
    number: [project.number, register?.mark].filter(Boolean).join(" · "),
    version: 1 + edits.length,
    issuedAt: edits.at(-1)?.at ?? project.submittedAt,
    blocks: [
      {
        kind: "facts",
        facts: [
          ...fact(facts.pool, poolNameIn(language, cycle.ruleSet, project.pool)),
          ...fact(
            labels.category ?? facts.category,
            project.category && categoryNameIn(language, cycle.ruleSet, project.category),
          ),
          ...fact(labels.place ?? facts.place, project.place),
          ...fact(labels.point ?? facts.point, location && pointText(location)),
          ...fact(facts.estimated, format.money(project.estimatedCostGrosze)),
          ...fact(
            labels.upkeep ?? w.fields.upkeep.label,
            upkeepGrosze === undefined ? undefined : format.money(upkeepGrosze),
          ),
          ...fact(
            facts.author,
            [author, ...acceptedIn(project)].flatMap((one) => one?.name ?? []).join(", "),
          ),
          ...fact(facts.submitted, format.moment(project.submittedAt)),
        ],
      },
      ...texts,
      ...lines,
    ],
  };
};

export const getProposalCopy = endpoint(routes.getProposalCopy, {
  summary: "An author's copy of their proposal, as a tagged PDF",
  params: z.object({ token: z.string().max(2000) }),
  handle: async ({ params, words }, deps) => {
    const opened = existing(await deps.tokens.open("copy", params.token, CopyClaims));
    if (opened.expired) throw new Refused(refusal("thing/gone", {}));
    const { cycleId, projectId } = opened.claims;
    const cycle = await cycleOf(cycleId, deps);
    const project = existing(await deps.store.projects.get(cycleId, projectId));
    const { pdfOf } = await import("./pdf.ts");
    const pdf = await pdfOf(copyOf(project, cycle, deps.site.city.office, words), words);
    return file(pdf, "application/pdf", `${project.number.replaceAll("/", "-")}.pdf`);
  },
});
