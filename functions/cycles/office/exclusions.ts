import { z } from "zod";
import { actPages, InEdition } from "../../../shared/acts/act-pages.ts";
import { mayGroup, proposeGroups } from "../../../shared/acts/cycle/group-projects.ts";
import type { Cycle } from "../../../shared/domain/cycle/cycle.ts";
import { refusal } from "../../../shared/domain/refusals.ts";
import { Refused } from "../../../shared/domain/result.ts";
import type { EditionGroup } from "../../../shared/domain/tally/exclusion-group.ts";
import type { Fault } from "../../../shared/pages/components/form-state.ts";
import { exclusionsView } from "../../../shared/pages/office/exclusions.ts";
import type { Deps } from "../../../shared/platform/deps.ts";
import { frameOf } from "../../../shared/platform/frame.ts";
import type { Words } from "../../../shared/words/words.ts";
import { routes } from "../../routes.ts";

const text = (longest: number) => z.string().max(longest).default("");

/** A group to add, or the place of one to take away; `version` is the edition that the person saw. */
const Typed = z.object({
  version: z.coerce.number().int(),
  remove: z.coerce.number().int().min(0).optional(),
  projects: text(2000),
  rule: z.enum(["best-wins", "at-most"]).default("best-wins"),
  atMost: text(4),
  reason: text(300),
  legalBasis: text(200),
});
type Typed = z.infer<typeof Typed>;

const projectsOf = async (cycle: Cycle, { store }: Deps) => (await store.projects.list(cycle.id)).items;

/** The group that was typed, by the numbers of its projects. */
const groupOf = (
  typed: Typed,
  projects: readonly { readonly id: string; readonly number: string }[],
  words: Words,
): EditionGroup | readonly Fault[] => {
  const w = words.exclusions;
  const numbers = typed.projects
    .toUpperCase()
    .split(/[\s,;]+/)
    .filter(Boolean);
  const ids = numbers.map((number) => projects.find((one) => one.number.toUpperCase() === number)?.id);
  const unknown = numbers.filter((_, place) => ids[place] === undefined);
  const atMost = Number(typed.atMost.trim() || Number.NaN);
  const faults: Fault[] = [];
  if (unknown.length > 0) faults.push({ field: "projects", text: w.unknown(unknown.join(", ")) });
  else if (new Set(ids).size < 2) faults.push({ field: "projects", text: w.tooFew });
  if (typed.rule === "at-most" && !(Number.isInteger(atMost) && atMost >= 1 && atMost < numbers.length))
    faults.push({ field: "atMost", text: w.atMostWrong });
  const reason = typed.reason.replace(/\s+/g, " ").trim();
  const legalBasis = typed.legalBasis.replace(/\s+/g, " ").trim();
  if (reason === "") faults.push({ field: "reason", text: words.actForm.reasonMissing });
  if (faults.length > 0) return faults;
  return {
    projects: [...new Set(ids.flatMap((id) => id ?? []))],
    rule: typed.rule === "best-wins" ? typed.rule : { atMost },
    reason,
    ...(legalBasis !== "" && { legalBasis }),
  };
};

export const { get: getOfficeExclusions, post: postOfficeExclusions } = actPages(
  { get: routes.getOfficeExclusions, post: routes.postOfficeExclusions },
  {
    summary: "Naming projects that cannot all be carried out",
    params: InEdition,
    body: Typed,
    query: Typed.pick({ projects: true }).partial(),
    fields: ["projects", "atMost", "reason", "legalBasis"],
    show: async ({ request, cycle }, state, deps) => {
      if (!mayGroup(cycle)) throw new Refused(refusal("cycle/locked", { phase: cycle.phase }));
      const projects = new Map((await projectsOf(cycle, deps)).map((one) => [one.id as string, one]));
      const groups = cycle.exclusionGroups.map((group) => ({
        ...group,
        projects: group.projects.map(
          (id) => `${projects.get(id)?.number ?? id} ${projects.get(id)?.title ?? ""}`,
        ),
      }));
      return exclusionsView(frameOf(request), state, { ...cycle, groups });
    },
    act: async ({ request, cycle }, deps) => {
      const { body, words } = request;
      const { version, exclusionGroups } = cycle;
      if (body.version !== version) throw new Refused(refusal("request/changed-since", { version }));
      const rest = exclusionGroups.filter((_, place) => place !== body.remove);
      if (body.remove !== undefined) {
        await proposeGroups({ by: request, cycle, groups: rest }, deps);
        return undefined;
      }
      const group = groupOf(body, await projectsOf(cycle, deps), words);
      if (!("projects" in group)) return group;
      await proposeGroups({ by: request, cycle, groups: [...exclusionGroups, group] }, deps);
      return undefined;
    },
  },
);
