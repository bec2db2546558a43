import { z } from "zod";
import { PoolId } from "../cycle/cycle.ts";
import { CycleId, ProjectId } from "../ids.ts";
import { stateAfter } from "../lifecycle.ts";
import { Grosze } from "../money.ts";
import { PROJECT_STAGES, type ProjectEvent, ProjectStatus } from "../project/stages.ts";
import { Instant } from "../time.ts";
import { CheckStage } from "./stages.ts";

/** Lists by which verdicts become public. */
export const PublishedList = z.enum(["formal", "merit", "appeals"]).meta({ id: "PublishedList" });
export type PublishedList = z.infer<typeof PublishedList>;

/** What was found about one proposal, as everybody reads it. */
export const ListedVerdict = z.object({
  id: ProjectId,
  number: z.string(),
  pool: PoolId,
  title: z.string(),
  costGrosze: Grosze,
  /** Of a check, or of an appeal. */
  result: z.enum(["accepted", "rejected", "upheld", "dismissed"]),
  /** Which check an appeal is against. */
  stage: CheckStage.optional(),
  reason: z.string().optional(),
  /** From which status it moves, and to which. */
  from: ProjectStatus,
  to: ProjectStatus,
});
export type ListedVerdict = z.infer<typeof ListedVerdict>;

/** A published version of a list. With it its verdicts are public; projects and letters follow, part by part. */
export const Publication = z.object({
  cycleId: CycleId,
  list: PublishedList,
  /** From 1. */
  version: z.int().min(1),
  issuedAt: Instant,
  /** Who proposed it and who accepted it. */
  proposedBy: z.string(),
  acceptedBy: z.string(),
  accepted: z.int(),
  rejected: z.int(),
  /** In how many parts there lies what was withdrawn or merged by then; lists of releases before do not say. */
  leftOutParts: z.int().optional(),
  /** In how many parts its verdicts lie, and how many of these are carried out. */
  parts: z.int(),
  done: z.int(),
});
export type Publication = z.infer<typeof Publication>;

/** Whether a result is what the author hoped for. */
export const isGood = ({ result }: Pick<ListedVerdict, "result">): boolean =>
  result === "accepted" || result === "upheld";

/** What a check finds. */
export type CheckResult = "accepted" | "rejected";

/** What moves a proposal, by its stage and result. */
export const EVENTS = {
  formal: { accepted: "accept-formally", rejected: "reject" },
  merit: { accepted: "admit", rejected: "not-admit" },
} as const satisfies Readonly<Record<CheckStage, Readonly<Record<CheckResult, ProjectEvent>>>>;

export const statusAfter = (stage: CheckStage, result: CheckResult): ProjectStatus =>
  stateAfter(PROJECT_STAGES, EVENTS[stage][result]);

/** Something that a verdict is about: a project, or a line of a list. */
interface Judged {
  readonly id: ProjectId;
  readonly status: ProjectStatus;
  readonly costGrosze?: Grosze | undefined;
  readonly reason?: string | undefined;
}

/** A project as it is from a publication on, though its own record may still say what it was before. */
export const judged = <T extends Judged>(
  project: T,
  { issuedAt }: Pick<Publication, "issuedAt">,
  { from, to, result, reason, costGrosze }: ListedVerdict,
): T => {
  // An appeal that is dismissed moves nothing.
  if (project.status !== from || from === to) return project;
  const why = reason !== undefined && { reason };
  return {
    ...project,
    status: to,
    ...(result === "rejected" && why),
    ...(result === "upheld" && { reason: undefined }),
    ...(to === "on-ballot" && { costGrosze }),
    ...("history" in project &&
      Array.isArray(project.history) && {
        history: [...project.history, { at: issuedAt, status: to, ...why }],
      }),
  };
};
