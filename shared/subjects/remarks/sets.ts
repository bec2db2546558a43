/** Remarks that are decided together. Which are alike is proposed anew from those that wait; a person looks, ticks and decides. */
import { z } from "zod";
import { addressAt } from "../../domain/addresses.ts";
import { likeGroups } from "../../domain/consultation/likeness.ts";
import { notValid, refusal } from "../../domain/refusals.ts";
import { ok, refused } from "../../domain/result.ts";
import type { Instant } from "../../domain/time.ts";
import type { Frame } from "../../pages/layout.ts";
import type { Deps } from "../../platform/deps.ts";
import { endpoint } from "../../platform/endpoint.ts";
import { json } from "../../platform/http.ts";
import { made, subjectOf } from "../act.ts";
import { said as saidOfConsultations } from "../consultations/pages.ts";
import { type Consultation, statusAt } from "../consultations/rules.ts";
import { ConsultationPath, consultationOf } from "../consultations/writing.ts";
import { formOf } from "../form-of.ts";
import { publicText, said as saidOfModeration } from "../moderation/pages.ts";
import { said } from "./pages.ts";
import { at, setRows as rows } from "./rows.ts";
import {
  canChange,
  DecidingMany,
  MOST_IN_TRANSACTION,
  type Remark,
  RemarkId,
  RemarksMade,
  SetId,
  setIdOf,
  spotOf,
} from "./rules.ts";
import { officeSet, officeSets, type RemarkSet } from "./set-pages.ts";
import { remarksOf } from "./taking.ts";

/** So many that are like no others stand on a page. */
const PAGE = 50;

const inPages = (remarks: readonly Remark[]): RemarkSet[] =>
  Array.from({ length: Math.ceil(remarks.length / PAGE) }, (_, n) => {
    const part = remarks.slice(n * PAGE, (n + 1) * PAGE);
    return { id: setIdOf("from", part[0]?.id ?? ""), remarks: part };
  });

/** The groups of like remarks among those that wait, and all that wait by number. */
const setsOf = (
  all: readonly Remark[],
  now: Instant,
): { readonly groups: RemarkSet[]; readonly pages: RemarkSet[] } => {
  // What its author can still change is decided by itself, over the version that was read.
  const waiting = all.filter((one) => one.decision === undefined && !canChange(one, now));
  const byId = new Map<string, Remark>(waiting.map((one) => [one.id, one]));
  const groups = likeGroups(
    waiting.filter(({ text }) => text !== "").map((one) => ({ ...one, about: spotOf(one) })),
  );
  return {
    groups: groups.map(({ id, ground, ids }) => ({
      id: setIdOf("like", id),
      ground,
      remarks: ids.flatMap((one) => byId.get(one) ?? []),
    })),
    pages: inPages(waiting),
  };
};

interface Waiting {
  readonly consultation: Consultation;
  readonly groups: readonly RemarkSet[];
  readonly pages: readonly RemarkSet[];
  /** What waits changes by itself: each remark has its own version. */
  readonly version?: number;
}

const waitingIn = async (path: ConsultationPath, deps: Pick<Deps, "store" | "system">): Promise<Waiting> => {
  const consultation = await consultationOf(path, deps);
  return { consultation, ...setsOf(await remarksOf(consultation, deps).all(), deps.system.now()) };
};

/** All of them, to choose from. */
const sets = subjectOf({
  params: ConsultationPath,
  find: (path, deps): Promise<Waiting> => waitingIn(path, deps),
  stateAt: ({ consultation }, now) => statusAt(consultation, now),
  blockers: {},
  words: (frame) => ({ ...said(frame), states: saidOfConsultations(frame).states }),
  journal: ({ consultation }) => consultation.id,
  title: (frame) => said(frame).acts.decideMany.title,
  address: ({ consultation }) => addressAt(at.group, { consultationId: consultation.id }),
  back: {
    address: ({ consultation }) => addressAt(at.officeList, { consultationId: consultation.id }),
    title: (frame) => said(frame).office.title,
  },
  about: (frame, { thing }) => officeSets(frame, thing.consultation, thing),
  reply: z.never(),
});

const SetPath = ConsultationPath.extend({ setId: SetId });

/** One of them; what is no more a group, since it is decided, is an empty one. */
const set = subjectOf({
  params: SetPath,
  find: async (
    { setId, ...path },
    deps,
  ): Promise<Pick<Waiting, "consultation" | "version"> & { set: RemarkSet }> => {
    const { consultation, groups, pages } = await waitingIn(path, deps);
    const first = setId.replace(/^\w+_/, "rmk_");
    const found = setId.startsWith("like_")
      ? groups.find(({ id }) => id === setId)
      : pages.find(({ remarks }) => (remarks.at(-1)?.id ?? "") >= first);
    const none: RemarkSet = { id: setId, remarks: [] };
    return { consultation, set: { ...(found ?? none), id: setId } };
  },
  stateAt: ({ consultation }, now) => statusAt(consultation, now),
  blockers: { reported: ({ thing }) => thing.consultation.reportedAt !== undefined },
  words: (frame) => ({ ...said(frame), states: saidOfConsultations(frame).states }),
  journal: ({ consultation }) => consultation.id,
  title: (frame, { set }) => said(frame).office.sets.title(set.remarks.length),
  address: ({ consultation }) => addressAt(at.group, { consultationId: consultation.id }),
  back: {
    address: ({ consultation }) => addressAt(at.group, { consultationId: consultation.id }),
    title: (frame) => said(frame).acts.decideMany.title,
  },
  about: (frame, { thing }) => officeSet(frame, thing.consultation, thing.set),
  reply: z.never(),
});

const decision = set.act({
  name: "decideMany",
  summary: "Decide about remarks together",
  description:
    "At most fifty are one transaction. Where more are decided and something comes between, what was decided stays, and the same request again goes on with what is left.",
  json: rows.postRemarkDecisions,
  form: rows.postOfficeRemarkDecisions,
  from: ["gathering", "report-due", "ended"],
  guards: ["reported"],
  isOffered: ({ thing }) => thing.set.remarks.length > 0,
  asks: {
    form: formOf(DecidingMany, { remarks: "some" }),
    words: (frame: Frame) => {
      const { fields: w } = said(frame).office;
      return { remarks: w.chosen, verdict: w.verdict, reason: w.reason };
    },
    // A group is ticked, to be looked through; of those that are only next to each other none is.
    now: ({ set }) => ({ remarks: set.ground ? set.remarks.map(({ id }) => id) : [] }) as never,
    choices: ({ by, thing }) => ({
      remarks: thing.set.remarks.map((one) => {
        const { id, number } = one;
        const text = publicText(saidOfModeration(by), one);
        const short = text.length > 300 ? `${text.slice(0, 300)}…` : text;
        return [id, `${said(by).number(number)}: ${short}`] as const;
      }),
    }),
  },
  replies: { 200: RemarksMade },
  does: async ({ remarks: ids, verdict, reason }, { thing, record, by, deps }) => {
    const remarks = remarksOf(thing.consultation, deps);
    const unique = [...new Set(ids)];
    const found = (await Promise.all(unique.map((id) => remarks.get(id)))).filter((one) => one !== undefined);
    if (found.length < unique.length) return refused(notValid([{ pointer: "/remarks", rule: "choice" }]));
    const byName = by.actor.name;
    const isDone = ({ decision: one }: Remark): boolean =>
      one?.verdict === verdict && one.reason === reason && one.byName === byName;
    const other = found.find((one) => one.decision !== undefined && !isDone(one));
    if (other)
      return refused(
        refusal("act/blocked", { reason: said(by).office.sets.meanwhile(other.number) }, "/remarks"),
      );
    const young = found.find((one) => canChange(one, by.receivedAt));
    if (young)
      return refused(
        refusal("act/blocked", { reason: said(by).office.sets.young(young.number) }, "/remarks"),
      );
    const left = found.filter((one) => !isDone(one));
    for (let n = 0; n * MOST_IN_TRANSACTION < left.length; n++) {
      const part = left.slice(n * MOST_IN_TRANSACTION, (n + 1) * MOST_IN_TRANSACTION);
      const facts = { verdict, remarks: part.map(({ id }) => id).join(", ") };
      const given = { verdict, reason, at: by.receivedAt, byName };
      const outcome = await remarks.decide(part, given, [record(facts, { part: n })]);
      if (!outcome.ok) return outcome;
    }
    return ok(
      made(json({ remarks: unique }), addressAt(at.group, { consultationId: thing.consultation.id })),
    );
  },
});

const Sets = z
  .object({
    waiting: z.int(),
    groups: z.array(
      z.object({
        id: SetId,
        ground: z.enum(["same", "words", "about"]),
        words: z.array(z.string()).meta({ description: "The words that all of them have" }),
        remarks: z.array(RemarkId),
      }),
    ),
  })
  .meta({ id: "RemarkSets" });

export const getRemarkSets = endpoint(rows.getRemarkSets, {
  summary:
    "Groups of like remarks among those that wait for a decision, and why they are thought to be alike",
  params: ConsultationPath,
  replies: { 200: Sets },
  handle: async ({ params }, deps) => {
    const { groups, pages } = await waitingIn(params, deps);
    return json({
      waiting: pages.flatMap(({ remarks }) => remarks).length,
      groups: groups.map(({ id, ground, remarks }) => ({
        id,
        ground: ground?.kind,
        words: ground?.kind === "words" ? ground.words : [],
        remarks: remarks.map((one) => one.id),
      })),
    });
  },
});

export const getOfficeRemarkSets = sets.page(
  rows.getOfficeRemarkSets,
  "Remarks that wait, in groups of like ones",
);
export const getOfficeRemarkSet = set.page(rows.getOfficeRemarkSet, "Remarks that are decided together");
export const postOfficeRemarkDecisions = decision.form;
export const postRemarkDecisions = decision.json;
