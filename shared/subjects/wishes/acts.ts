import { z } from "zod";
import { audited } from "../../acts/audited.ts";
import { cycleOf } from "../../acts/cycle-of.ts";
import { Proposed, proposedReply } from "../../acts/propose.ts";
import { factsOfWish, proposeWishedWithdrawal } from "../../acts/withdraw-at-wish.ts";
import { pathTo } from "../../domain/addresses.ts";
import type { Cycle } from "../../domain/cycle/cycle.ts";
import { CycleId, ProjectId } from "../../domain/ids.ts";
import type { Project } from "../../domain/project/project.ts";
import { Wish } from "../../domain/project/wish.ts";
import { decideWithdrawal } from "../../domain/project/withdrawal.ts";
import { refusal } from "../../domain/refusals.ts";
import { accept, asResult, existing } from "../../domain/result.ts";
import type { Instant } from "../../domain/time.ts";
import type { Deps } from "../../platform/deps.ts";
import { detailOf } from "../../platform/problem.ts";
import { made, subjectOf } from "../act.ts";
import { formOf } from "../form-of.ts";
import { mayChange } from "./changing.ts";
import { wordsOfWish } from "./form.ts";
import { pathOfCase, pathOfWishes, said, wishAbout } from "./pages.ts";
import { wishRows as rows } from "./rows.ts";
import { WishedOf } from "./rules.ts";

const Path = z.object({ cycleId: CycleId, projectId: ProjectId });

interface Case {
  readonly cycle: Cycle;
  readonly project: Project;
  readonly version: number;
}

/** The withdrawal that waits for a second person. */
const waitingFor = async ({ cycleId, id }: Project, now: Instant, { store }: Pick<Deps, "store">) => {
  const standing = await store.pending.standing(cycleId, "withdraw-at-wish", id);
  return standing && now < standing.until ? standing : undefined;
};

const waits = ({ byName: name, until }: { readonly byName: string; readonly until: Instant }) =>
  refusal("pending/waits", { name, until });

const subject = subjectOf<Case, z.infer<typeof Path>, "kept", "withdrawal", "closed" | "waits">({
  params: Path,
  find: async ({ cycleId, projectId }, deps) => {
    const project = existing(await deps.store.projects.get(cycleId, projectId));
    return { cycle: await cycleOf(cycleId, deps), project, version: project.version };
  },
  stateAt: () => "kept",
  blockers: {
    closed: ({ thing: { cycle, project } }) => {
      const may = decideWithdrawal(cycle, project, "author");
      return may.ok ? false : may.refusal;
    },
    // Who has proposed it and sends it again finds it proposed.
    waits: async ({ by, thing: { project }, deps }) => {
      const standing = await waitingFor(project, by.receivedAt, deps);
      return standing && standing.by !== by.actor.id ? waits(standing) : false;
    },
  },
  words: (frame) => said(frame),
  journal: ({ project }) => project.id,
  title: (frame, { project }) => said(frame).title(project.number),
  address: ({ project }) => pathOfWishes(project),
  back: { address: ({ project }) => pathOfCase(project), title: (frame) => said(frame).back },
  about: async (frame, { by, thing: { cycle, project }, deps }) => {
    const standing = await waitingFor(project, by.receivedAt, deps);
    // The author's name is on this page, so that opening it leaves a record.
    accept(await deps.store.table.write([audited({ ...by, route: rows.getOfficeWishes }, project.id)]));
    const may = await mayChange({ cycle, project, arrivedAt: by.receivedAt, at: by.receivedAt }, deps);
    return wishAbout(frame, project, {
      waiting: standing && {
        path: pathTo("pendingAct", { pendingId: standing.id }),
        text: detailOf(waits(standing), by.words),
      },
      mayChange: may.ok,
    });
  },
  reply: WishedOf,
  shown: ({ project: { id: projectId, number, status, version } }) => ({
    ...{ projectId, number, status, version },
  }),
});

const withdrawal = subject.act({
  name: "withdrawal",
  summary: "Propose to withdraw a proposal at its author's wish; another person has to accept it",
  description:
    "In the phases in which the author could by the link. It says how the wish came, when, and under which number of the office's books. The author is written to once it is accepted.",
  json: rows.postWishedWithdrawal,
  form: rows.postOfficeWishedWithdrawal,
  from: ["kept"],
  guards: ["closed", "waits"],
  kind: "danger",
  asks: { form: formOf(Wish), words: wordsOfWish },
  replies: { 202: Proposed },
  does: (wish, { by, thing: { cycle, project }, record, deps }) =>
    asResult(async () => {
      const also = [record(factsOfWish(wish))];
      return made(
        proposedReply(await proposeWishedWithdrawal({ by, cycle, project, wish, also }, deps)),
        pathOfWishes(project),
      );
    }),
});

export const getOfficeWishes = subject.page(rows.getOfficeWishes, "What a clerk does at an author's wish");
export const postWishedWithdrawal = withdrawal.json;
export const postOfficeWishedWithdrawal = withdrawal.form;
