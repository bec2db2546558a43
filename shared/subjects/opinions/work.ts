/** Whose work an opinion is, and what its clock waits for. */
import type { Cycle } from "../../domain/cycle/cycle.ts";
import type { Owner, Work } from "../../domain/office/work.ts";
import { opinionBy } from "../../domain/procedure/clock.ts";
import { isOutstanding } from "../../domain/procedure/opinion.ts";
import type { Project } from "../../domain/project/project.ts";
import type { Instant } from "../../domain/time.ts";
import type { Deps } from "../../platform/deps.ts";
import { waits } from "../../store/work.ts";
import type { Write } from "../../store/write.ts";
import { inOffice } from "../told.ts";
import { pathOfOpinion, said } from "./beside-pages.ts";
import type { Opinion } from "./rules.ts";
import { openOpinions, opinionWrites } from "./store.ts";
import type { OpinionWords } from "./words.pl.ts";

type Said = OpinionWords["work"];
type Sentence = (w: Said, opinion: Opinion, number: string) => string;

const SENTENCES = {
  write: (w, _, number) => w.write(number),
  accept: (w, _, number) => w.accept(number),
  sentBack: (w, { unitName }, number) => w.sentBack(number, unitName),
  late: (w, { unitName }, number) => w.late(number, unitName),
} as const satisfies { readonly [K in keyof Said]: Sentence };

/** The unit's own work, the person's who took it up, and of what came back the coordinator's. */
const ownerOf = ({ state, unit, writer }: Opinion): readonly [Owner, keyof Said] | undefined => {
  if (state === "asked") return [`unit#${unit}`, "write"];
  if (state === "writing") return [writer ? `person#${writer.by}` : `unit#${unit}`, "write"];
  if (state === "to-accept") return [`unit#${unit}`, "accept"];
  return state === "sent-back" ? ["queue#coordinator", "sentBack"] : undefined;
};

const workAt = async (
  opinion: Opinion,
  { number }: Pick<Project, "number">,
  [owner, says]: readonly [Owner, keyof Said],
  { site }: Pick<Deps, "site">,
): Promise<Work> => ({
  kind: "of-subject",
  id: `opinion/${opinion.projectId}/${opinion.unit}`,
  owner,
  dueAt: opinion.until,
  about: {
    cycleId: opinion.cycleId,
    text: await inOffice(site.city, (words) => SENTENCES[says](said({ words }).work, opinion, number)),
    path: pathOfOpinion(opinion),
  },
  ...(opinion.state === "to-accept" && says === "accept" && { by: opinion.filled?.by }),
});

/** An opinion as it is to be, with whose work it is. Of a unit that is silent past its term the coordinator learns. */
export const saved = async (
  opinion: Opinion,
  project: Pick<Project, "number">,
  now: Instant,
  deps: Pick<Deps, "site">,
): Promise<Write[]> => {
  const own = ownerOf(opinion);
  const isWithUnit = isOutstanding(opinion) && opinion.state !== "sent-back";
  const clock: readonly [Owner, keyof Said] = [
    opinion.until > now ? "queue#clock" : "queue#coordinator",
    "late",
  ];
  return opinionWrites(opinion, {
    work: own && waits(await workAt(opinion, project, own, deps)),
    term: isWithUnit ? waits(await workAt(opinion, project, clock, deps)) : undefined,
  });
};

type Calls = Parameters<typeof opinionBy>[2];

/**
 * The terms of opinions as they run after a call to the author, or after the answer. A unit that writes at that moment is let be: what its clock
 * does is reckoned again when the term is over.
 */
export const redate = async (
  { cycle, project, calls }: { readonly cycle: Cycle; readonly project: Project; readonly calls: Calls },
  now: Instant,
  deps: Deps,
): Promise<void> => {
  const { table } = deps.store;
  for (const opinion of await openOpinions(table).ofProject(project)) {
    const until = opinionBy(cycle, opinion.asked.at, calls);
    if (isOutstanding(opinion) && until !== opinion.until)
      await table.write(await saved({ ...opinion, until }, project, now, deps));
  }
};
