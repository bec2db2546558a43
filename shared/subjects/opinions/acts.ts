/** The opinion of one unit: written by one person and accepted by another, handed on, sent back, or taken back by who asked. */
import { z } from "zod";
import { poolOf } from "../../domain/cycle/cycle.ts";
import { UnitId } from "../../domain/office/directory.ts";
import { criteriaOf } from "../../domain/procedure/criteria.ts";
import { filledOpinion, NOT_OURS } from "../../domain/procedure/opinion.ts";
import { lineGrosze } from "../../domain/project/details.ts";
import { notValid, refusal } from "../../domain/refusals.ts";
import { ok, refused } from "../../domain/result.ts";
import { paragraphs } from "../../domain/text.ts";
import type { Frame } from "../../pages/layout.ts";
import { frameOf } from "../../platform/frame.ts";
import { accepted, versionTag } from "../../platform/http.ts";
import { made } from "../act.ts";
import type { CardFields } from "../checks/form.ts";
import { LETTERS, said as saidOfCards } from "../checks/pages.ts";
import { formOf } from "../form-of.ts";
import { cardTouched, isRefusal, newQuestion } from "./asking.ts";
import { pathOfOpinion, said, textFor } from "./beside-pages.ts";
import type { OneOpinion } from "./case.ts";
import { opinionForm } from "./form.ts";
import { before, move, ofUnit, signed, subject } from "./moving.ts";
import { opinionRows as rows } from "./rows.ts";
import { StaffOpinion, shownOpinion } from "./rules.ts";
import { saved } from "./work.ts";

/** Lines of the cost as the unit verified them, else as the author has them, else the author's estimate as one. */
const startLines = ({ opinion, project }: OneOpinion) => {
  const asked = (project.details?.costLines ?? []).map((line) => ({
    name: line.name,
    costGrosze: lineGrosze(line),
  }));
  const whole = { name: project.title.slice(0, 120), costGrosze: project.estimatedCostGrosze };
  return opinion.costLines ?? (asked.length > 0 ? asked : [whole]);
};

const fieldsOf = (frame: Frame, thing: OneOpinion): CardFields => ({
  w: saidOfCards(frame),
  capGrosze: poolOf(thing.cycle, thing.project.pool)?.capGrosze ?? 0,
  rows: startLines(thing).length,
  criteria: criteriaOf(thing.cycle.ruleSet, "merit").map(
    ({ id, correctable, title, help, reasons = [] }) => ({
      id,
      correctable,
      title: textFor(frame, title),
      help: help && textFor(frame, help),
      reasons: reasons.map((one) => [one.id, textFor(frame, one.text)] as const),
      isInDoubt: false,
    }),
  ),
});

const fill = subject.act({
  name: "fill",
  summary: "Write the opinion of a unit",
  description:
    "By a person of the unit, or who stands in for one. Of the criteria those that the unit judges; the others are left out, or `not-ours`. The verdict goes " +
    "with them: `negative` where one is not met, `conditional` or `negative` where one is to be corrected. Another person of the unit accepts it (202).",
  json: rows.postOpinion,
  form: rows.postOpinionForm,
  from: before("give"),
  guards: ["phase", "own", "author"],
  letter: LETTERS.save,
  asks: {
    form: opinionForm,
    // Fields are laid out by the edition's criteria: what they say comes with these.
    words: () => ({}) as never,
    now: (thing) => {
      const { opinion, cycle, project } = thing;
      const { answers, holder, years, verdict, reasons } = opinion;
      return {
        criteria: criteriaOf(cycle.ruleSet, "merit").map(
          ({ id }) => answers.find((one) => one.id === id) ?? { id, verdict: NOT_OURS },
        ),
        costLines: startLines(thing),
        upkeepGrosze: opinion.upkeepGrosze ?? project.details?.upkeepGrosze,
        holder,
        years,
        verdict,
        reasons,
      } as never;
    },
    choices: ({ by, thing }) => fieldsOf(frameOf(by), thing) as never,
  },
  replies: { 202: StaffOpinion },
  does: async ({ unit, criteria, ...asked }, doing) => {
    const { thing, record } = doing;
    const { opinion, cycle } = thing;
    if (unit !== undefined && unit !== opinion.unit)
      return refused(notValid([{ pointer: "/unit", rule: "choice", limit: opinion.unit }]));
    const read = filledOpinion(criteriaOf(cycle.ruleSet, "merit"), { criteria, verdict: asked.verdict });
    if (!read.ok) return read;
    const filled = signed(doing);
    const { costLines, upkeepGrosze, holder, years, verdict, reasons } = asked;
    const next = { costLines, upkeepGrosze, holder, years, verdict, reasons, answers: read.value };
    const moved = await move(
      "give",
      { ...next, filled, writer: filled, accepted: undefined, returned: undefined },
      doing,
      [record({ ...ofUnit(doing), verdict }, { reason: reasons })],
    );
    if (!moved.ok) return moved;
    const { opinion: after } = moved.value;
    const reply = accepted(shownOpinion(after, cycle));
    return ok(
      made(
        { ...reply, headers: { ...reply.headers, etag: versionTag(after.version) } },
        pathOfOpinion(after),
      ),
    );
  },
});

const acceptance = subject.act({
  name: "accept",
  summary: "Accept the opinion of a unit that another of its people wrote",
  json: rows.postOpinionAcceptance,
  form: rows.postOpinionAcceptanceForm,
  from: before("accept"),
  guards: ["phase", "own", "author"],
  notBy: ({ opinion }) => opinion.filled?.by,
  does: (_, doing) =>
    move("accept", { accepted: signed(doing) }, doing, [
      doing.record({ ...ofUnit(doing), filledBy: doing.thing.opinion.filled?.byName ?? "" }),
    ]),
});

const reasonForm = formOf(z.strictObject({ reason: paragraphs(1000) }));
const reasonWords = (act: "giveBack" | "sendBack" | "withdraw") => (frame: Frame) => ({
  reason: { label: said(frame)[act].reason },
});

const giveBack = subject.act({
  name: "giveBack",
  summary: "Give the opinion of a unit back to whoever wrote it, with a reason",
  json: rows.postOpinionRefusal,
  form: rows.postOpinionReturnForm,
  from: before("return"),
  guards: ["phase", "own", "author"],
  kind: "second",
  asks: { form: reasonForm, words: reasonWords("giveBack") },
  does: ({ reason }, doing) =>
    move("return", { returned: { ...signed(doing), reason } }, doing, [
      doing.record(ofUnit(doing), { reason }),
    ]),
});

const handOn = subject.act({
  name: "handOn",
  summary: "Hand the question for an opinion on to another unit, with a reason",
  description: "The term stays. 409 `opinion/asked` where that unit was asked already.",
  json: rows.postOpinionHandingOn,
  form: rows.postOpinionHandingOnForm,
  from: before("hand-on"),
  guards: ["phase", "own"],
  kind: "second",
  asks: {
    form: formOf(z.strictObject({ to: UnitId, note: paragraphs(1000) })),
    words: (frame) => {
      const { handOn: w } = said(frame);
      return { to: { label: w.to }, note: { label: w.note } };
    },
    choices: ({ thing: { units, opinion } }) => ({
      to: units.filter(({ id }) => id !== opinion.unit).map(({ id, name }) => [id, name] as const),
    }),
  },
  does: async ({ to, note: reason }, doing) => {
    const { thing, by, record, deps } = doing;
    const { opinion, project, units } = thing;
    const unit = units.find(({ id }) => id === to && id !== opinion.unit);
    if (!unit) return refused(notValid([{ pointer: "/to", rule: "choice" }]));
    const given = thing.opinions.find((one) => one.unit === to && one.state === "accepted");
    if (given) return refused(refusal("opinion/asked", { unit: given.unitName }));
    const { asked, note } = opinion;
    const from = { unit: opinion.unit, unitName: opinion.unitName, reason };
    const next = newQuestion(thing, to, { asked, since: asked.at, note, from });
    if (isRefusal(next)) return refused(next);
    return move("hand-on", { left: { ...signed(doing), reason, to: unit.name } }, doing, [
      ...(await saved(next, project, by.receivedAt, deps)),
      ...cardTouched(thing, by.receivedAt),
      record({ ...ofUnit(doing), to: unit.name }, { reason }),
    ]);
  },
});

const sendBack = subject.act({
  name: "sendBack",
  summary: "Send the question for an opinion back to whoever asked, with a reason",
  json: rows.postOpinionSendingBack,
  form: rows.postOpinionSendingBackForm,
  from: before("send-back"),
  guards: ["phase", "own"],
  kind: "second",
  asks: { form: reasonForm, words: reasonWords("sendBack") },
  does: ({ reason }, doing) =>
    move("send-back", { left: { ...signed(doing), reason } }, doing, [
      doing.record(ofUnit(doing), { reason }),
    ]),
});

const withdrawal = subject.act({
  name: "withdraw",
  summary: "Take the question for an opinion back, with a reason",
  description: "The card of the merit check waits for it no more.",
  json: rows.postOpinionWithdrawal,
  form: rows.postOpinionWithdrawalForm,
  page: rows.getOpinionWithdrawalPage,
  from: before("withdraw"),
  guards: ["phase"],
  kind: "second",
  asks: { form: reasonForm, words: reasonWords("withdraw") },
  does: ({ reason }, doing) =>
    move("withdraw", { left: { ...signed(doing), reason } }, doing, [
      doing.record(ofUnit(doing), { reason }),
    ]),
});

export const getOpinion = subject.read(rows.getOpinion, "The opinion of a unit about a proposal");
export const getOpinionPage = subject.page(rows.getOpinionPage, "The opinion of a unit about a proposal");
export const postOpinion = fill.json;
export const postOpinionForm = fill.form;
export const postOpinionAcceptance = acceptance.json;
export const postOpinionAcceptanceForm = acceptance.form;
export const postOpinionRefusal = giveBack.json;
export const postOpinionReturnForm = giveBack.form;
export const postOpinionHandingOn = handOn.json;
export const postOpinionHandingOnForm = handOn.form;
export const postOpinionSendingBack = sendBack.json;
export const postOpinionSendingBackForm = sendBack.form;
export const getOpinionWithdrawalPage = withdrawal.page(rows.getOpinionWithdrawalPage);
export const postOpinionWithdrawal = withdrawal.json;
export const postOpinionWithdrawalForm = withdrawal.form;
