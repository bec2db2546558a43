/** What an author asks to change while the call is open, or asked before its end: a clerk keys it, and the author is told. */
import { z } from "zod";
import { tellAuthor } from "../../acts/tell-author.ts";
import { factsOfWish } from "../../acts/withdraw-at-wish.ts";
import { entryOf } from "../../domain/cycle/calendar.ts";
import type { Cycle } from "../../domain/cycle/cycle.ts";
import { arrivalOf } from "../../domain/intake/arrival.ts";
import { workOfProject } from "../../domain/office/edition-work.ts";
import { type Answers, answersIn, proposalFrom } from "../../domain/project/answers.ts";
import { changedIn, TASKS } from "../../domain/project/draft.ts";
import type { Project } from "../../domain/project/project.ts";
import { NewProposal } from "../../domain/project/proposal.ts";
import { checkWish, Wish } from "../../domain/project/wish.ts";
import { notValid, refusal } from "../../domain/refusals.ts";
import { ok, type Result, refused } from "../../domain/result.ts";
import type { Instant } from "../../domain/time.ts";
import type { Deps } from "../../platform/deps.ts";
import { keys } from "../../store/keys.ts";
import { check, type Write } from "../../store/write.ts";
import { Changes, type Content, changedBy, corrected, within } from "../checks/corrections.ts";
import { openChecks } from "../checks/store.ts";

const { email: _mailbox, ...ofAuthor } = NewProposal.shape.author.shape;

/** What is to be as the author wishes it. Pool, number and addresses stay. */
export const WishedChange = z
  .strictObject({
    wish: Wish,
    changes: Changes.safeExtend({ author: z.strictObject(ofAuthor).partial().optional() }),
  })
  .meta({ id: "WishedChange", description: "What is left out of `changes` stays as it is" });
export type WishedChange = z.infer<typeof WishedChange>;

type Author = Project["author"];

/** What a proposal is to say, and who stands behind it. */
interface Wished {
  readonly content: Content | undefined;
  readonly author: Author;
}

/** The proposal with what is given in place of what was. */
export const wishedBy =
  ({ author: said = {}, ...changes }: WishedChange["changes"]) =>
  (project: Project): Wished => {
    const { author } = project;
    const { name = author?.name ?? "", isNamePublic = author?.isNamePublic ?? false, ...rest } = said;
    return {
      content: changedBy(changes)(project),
      author: author && { ...author, ...rest, name, isNamePublic },
    };
  };

/** The same, as its whole form is filled in. */
export const wishedIn =
  (answers: Answers) =>
  (project: Project): Wished => {
    const { pool, details, estimatedCostGrosze } = project;
    // A cost without lines has no field where the form asks for lines: it stays until some are typed.
    const { estimate = details?.costLines ? undefined : estimatedCostGrosze } = answers;
    const proposal = proposalFrom({ ...answers, pool, estimate }, "");
    const { author: said, pool: _pool, ...content } = proposal ?? {};
    const { email, postal, language = "pl" } = project.author ?? {};
    return {
      content: proposal && (content as Content),
      author: said && project.author && { ...said, email, postal, language },
    };
  };

interface Asked {
  readonly cycle: Cycle;
  readonly project: Project;
  /** When the office had the wish, and when it is keyed. */
  readonly arrivedAt: Instant;
  readonly at: Instant;
}

const closed = ({ phase }: Pick<Cycle, "phase">) =>
  refusal("cycle/wrong-phase", { phase, needed: ["submission"] });

/** Whether what was asked at this moment is still done: the author could do it then, and nobody has begun to check it. */
export const mayChange = async (
  { cycle, project, arrivedAt, at }: Asked,
  { store }: Pick<Deps, "store">,
): Promise<Result<void>> => {
  const arrival = arrivalOf(cycle, { arrivedAt, arrivedBy: "desk" }, at);
  if (!arrival.ok) return arrival;
  const call = entryOf(cycle.calendar, "submission");
  if (arrival.value.isLate)
    return refused(
      refusal("project/call-closed", { opensAt: null, closesAt: call?.endsAt ?? null }, "/arrivedAt"),
    );
  if (project.status !== "submitted") return refused(refusal("project/state", { status: project.status }));
  const card = await openChecks(store.table).get(project.cycleId, "formal", project.id);
  return card ? refused(closed(cycle)) : ok(undefined);
};

interface Changing {
  readonly cycle: Cycle;
  readonly project: Project;
  readonly wish: Wish;
  readonly at: Instant;
  readonly record: (facts: ReturnType<typeof factsOfWish>) => Write;
  /** Where the request has the content, as a pointer. */
  readonly place: string;
}

/** Changes what the author asks to change, with how they asked. The same once more changes nothing. */
export const changeAtWish = async (
  { cycle, project, wish, at, record, place }: Changing,
  wished: (project: Project) => Wished,
  deps: Deps,
): Promise<Result<Project>> => {
  const came = checkWish(wish, project, at);
  if (!came.ok) return came;
  const may = await mayChange({ cycle, project, arrivedAt: wish.arrivedAt, at }, deps);
  if (!may.ok) return may;
  const { content, author } = wished(project);
  const after = corrected(cycle, project, content, deps, author);
  if (!after.ok) return refused(within(after.refusal, place));
  const [was, is] = [answersIn(project), answersIn(after.value)];
  const fields = TASKS.flatMap((task) => changedIn(was, is, task));
  if (fields.length === 0) return refused(notValid([{ pointer: place || "/title", rule: "required" }]));
  const { arrivedBy, arrivedAt } = wish;
  const told = { wish: { arrivedBy, arrivedAt }, fields };
  const letters = await tellAuthor(after.value, "proposal/changed", told, at, deps, `/${project.version}`);
  const work = workOfProject(after.value, cycle, at);
  const { id, cycleId } = project;
  return deps.store.projects.edit(project, after.value, { at, changed: fields, work, wish }, [
    check({
      key: keys.check(cycleId, "formal", id),
      when: { text: "attribute_not_exists(#pk)" },
      otherwise: () => closed(cycle),
    }),
    record(factsOfWish(wish)),
    ...letters,
  ]);
};
