import { tellAuthor } from "../../acts/tell-author.ts";
import type { Cycle } from "../../domain/cycle/cycle.ts";
import type { Owner, Work } from "../../domain/office/work.ts";
import type { Project } from "../../domain/project/project.ts";
import { type Instant, plusSeconds } from "../../domain/time.ts";
import type { Deps } from "../../platform/deps.ts";
import { waits } from "../../store/work.ts";
import type { Write } from "../../store/write.ts";
import { inOffice } from "../told.ts";
import { pathOfCard, said } from "./pages.ts";
import type { Card } from "./rules.ts";

interface Of {
  readonly cycle: Cycle;
  readonly project: Project;
}

/** So long before its end an author is reminded of a call. */
const REMINDED_SECONDS = 2 * 86_400;

/** Who may accept a card; whoever filled it in waits for the others. */
const SECONDS: Owner = "queue#checks";

const nameOf = ({ stage, projectId }: Card): string => `${stage}/${projectId}`;

/** A card that waits for its second person, until its phase is over. */
export const toAccept = async (
  card: Card,
  { cycle, project }: Of,
  now: Instant,
  { site }: Pick<Deps, "site">,
): Promise<Work> => ({
  kind: "of-subject",
  id: nameOf(card),
  owner: card.held ? `person#${card.held.by}` : SECONDS,
  dueAt: cycle.calendar.find(({ name }) => name === cycle.phase)?.endsAt ?? now,
  about: {
    cycleId: cycle.id,
    text: await inOffice(site.city, (words) => said({ words }).toAccept(project.number)),
    path: pathOfCard(project, card.stage),
  },
  by: card.filled?.by,
});

/** What the clock waits for: the day of the reminder, then the end of the call. */
export const callWork = (card: Card, { project }: Of, after: Instant): Work | undefined => {
  const call = card.calls.at(-1);
  if (!call) return undefined;
  const remindAt = plusSeconds(call.until, -REMINDED_SECONDS);
  return {
    kind: "of-subject",
    id: nameOf(card),
    owner: "queue#clock",
    dueAt: remindAt > after ? remindAt : call.until,
    about: { cycleId: card.cycleId, text: { pl: "" }, path: pathOfCard(project, card.stage) },
  };
};

/** A letter about the last call of a card; each call has its own. */
export const tellOfCall = async (
  { stage, calls }: Card,
  project: Project,
  kind: "proposal/to-correct" | "proposal/correction-due",
  at: Instant,
  deps: Deps,
): Promise<Write[]> => {
  const call = calls.at(-1);
  if (!call) return [];
  const { reasons, until } = call;
  return tellAuthor(project, kind, { reasons, until }, at, deps, `/${stage}/${calls.length}`);
};

/** The call leaves for the author alone, and at once. */
export const callWrites = async (
  card: Card,
  of: Of,
  deps: Deps,
): Promise<{ readonly letters: readonly Write[]; readonly work: ReturnType<typeof waits> | undefined }> => {
  const call = card.calls.at(-1);
  const work = call && callWork(card, of, call.at);
  const letters = call ? await tellOfCall(card, of.project, "proposal/to-correct", call.at, deps) : [];
  return { letters, work: work && waits(work) };
};
