/** What two people do to a consultation that is open: take back what was opened in error, or end it before its time. */
import { z } from "zod";
import { refusal } from "../../domain/refusals.ts";
import { refused } from "../../domain/result.ts";
import { paragraphs } from "../../domain/text.ts";
import type { Frame } from "../../pages/layout.ts";
import { formOf } from "../form-of.ts";
import { remarksOf } from "../remarks/taking.ts";
import { office } from "./one.ts";
import { said } from "./pages.ts";
import { undoingRows as rows } from "./rows.ts";
import type { Consultation } from "./rules.ts";
import { endedAt } from "./undoing-guards.ts";
import { change } from "./writing.ts";

const asks = {
  form: formOf(z.strictObject({ reason: paragraphs(1000) })),
  words: (frame: Frame) => said(frame).office.reasonFields,
};

const takingBack = office.act({
  name: "take-back",
  summary: "Take back a consultation that was opened in error, once another person accepts it",
  description: "While nobody has said anything. It stays public with its reason, and takes no remarks.",
  json: rows.postConsultationTakingBack,
  form: rows.postOfficeConsultationTakingBack,
  from: ["announced", "gathering"],
  guards: ["answered"],
  two: "queue#consulting",
  kind: "danger",
  asks,
  does: ({ reason }, { thing, record, by, deps }) => {
    const at = by.receivedAt;
    const after: Consultation = { ...thing, takenBack: { at, reason } };
    return change(thing, after, { by, deps }, [record(), remarksOf(thing, deps).closingUnsaid(at)]);
  },
});

const earlyEnd = office.act({
  name: "end-early",
  summary: "End a consultation before its time, once another person accepts it",
  description: "A kind with a statutory term is ended once that is over, and no sooner.",
  json: rows.postConsultationEarlyEnd,
  form: rows.postOfficeConsultationEarlyEnd,
  from: ["gathering"],
  guards: ["early"],
  two: "queue#consulting",
  kind: "danger",
  asks,
  does: async ({ reason }, { thing, record, by, deps }) => {
    const at = by.receivedAt;
    // Accepted on the day that it ends anyway, there is nothing left to end.
    if (thing.endsAt <= at) return refused(refusal("consultation/over", { endedAt: thing.endsAt }));
    const endedEarly = { at, reason, planned: thing.endsAt };
    const after: Consultation = { ...endedAt(thing, at), endedEarly };
    return change(thing, after, { by, deps }, [record({ planned: thing.endsAt })]);
  },
});

export const postConsultationTakingBack = takingBack.json;
export const postOfficeConsultationTakingBack = takingBack.form;
export const postConsultationEarlyEnd = earlyEnd.json;
export const postOfficeConsultationEarlyEnd = earlyEnd.form;
