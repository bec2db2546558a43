import { addressAt } from "../../domain/addresses.ts";
import { refusal } from "../../domain/refusals.ts";
import type { Frame } from "../../pages/layout.ts";
import { subjectOf } from "../act.ts";
import { MOST_ACTIVITIES } from "./activity-rules.ts";
import { officeConsultation } from "./office-pages.ts";
import { said } from "./pages.ts";
import { at } from "./rows.ts";
import { MOST_ANNOUNCEMENTS, MOST_DOCUMENTS, missingChannels, statusAt, termFault } from "./rules.ts";
import { endedAt, hasAnswers } from "./undoing-guards.ts";
import {
  ConsultationPath,
  consultationOf,
  rulesOf,
  StaffConsultation,
  staffConsultation,
} from "./writing.ts";

export const words = (frame: Pick<Frame, "words">) => said(frame);

/** A consultation at the office. */
export const office = subjectOf({
  params: ConsultationPath,
  find: (path, deps) => consultationOf(path, deps),
  stateAt: statusAt,
  blockers: {
    channels: ({ thing, by, deps }) => {
      const missing = missingChannels(thing, rulesOf(thing, deps.site));
      const { channels } = said(by);
      const names = missing.map((one) => channels[one]).join(", ");
      return missing.length > 0 && refusal("consultation/not-announced", { channels: names });
    },
    term: ({ thing, deps }) => termFault(thing, rulesOf(thing, deps.site)),
    over: ({ thing, by }) =>
      thing.endsAt <= by.receivedAt && refusal("consultation/over", { endedAt: thing.endsAt }),
    "not-held": ({ thing }) => thing.level === "none",
    "most-announcements": ({ thing }) => thing.announcements.length >= MOST_ANNOUNCEMENTS,
    "most-activities": ({ thing }) => thing.activities.length >= MOST_ACTIVITIES,
    /** What must be announced says in its announcement how to take part; what is added later, nobody was told. */
    "was-announced": ({ thing, by, deps }) =>
      statusAt(thing, by.receivedAt) === "gathering" && rulesOf(thing, deps.site).channels.length > 0,
    /** Nobody has said anything yet; remarks are counted by the write itself. */
    answered: async ({ thing, deps }) => hasAnswers(thing, deps),
    early: ({ thing, by, deps }) => termFault(endedAt(thing, by.receivedAt), rulesOf(thing, deps.site)),
    "most-documents": ({ thing }) => thing.documents.length >= MOST_DOCUMENTS,
  },
  words,
  journal: ({ id }) => id,
  title: (_, { subject }) => subject.title,
  address: ({ id }) => addressAt(at.officeOne, { consultationId: id }),
  back: { address: at.officeList, title: (frame) => said(frame).office.title },
  about: (frame, { by, thing, deps }) =>
    officeConsultation(frame, thing, { now: by.receivedAt, rules: rulesOf(thing, deps.site) }),
  reply: StaffConsultation,
  shown: staffConsultation,
});
