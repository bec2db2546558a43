/** Who moderates a consultation: people of that role, named by whoever runs it or by its unit. */
import { z } from "zod";
import { addressAt } from "../../domain/addresses.ts";
import { PersonId } from "../../domain/office/directory.ts";
import { notValid, refusal } from "../../domain/refusals.ts";
import { ok, Refused, refused } from "../../domain/result.ts";
import { dayOf } from "../../domain/time.ts";
import type { Frame } from "../../pages/layout.ts";
import { personChoices } from "../../pages/office/people.ts";
import type { Deps } from "../../platform/deps.ts";
import type { StaffRequest } from "../../platform/endpoint.ts";
import { subjectOf } from "../act.ts";
import { said as saidOfConsultations } from "../consultations/pages.ts";
import { at as atConsultations } from "../consultations/rows.ts";
import { type Consultation, Posting, statusAt } from "../consultations/rules.ts";
import { ConsultationPath, change, consultationOf } from "../consultations/writing.ts";
import { formOf } from "../form-of.ts";
import { moderatorsAbout } from "./office-pages.ts";
import { said } from "./pages.ts";
import { at, namingRows as rows } from "./rows.ts";
import { canModerate, mayName } from "./who.ts";

const Naming = z.strictObject({ moderators: z.array(PersonId).max(40) });
const Shown = Naming.extend({ version: z.int(), posts: Posting }).meta({ id: "Moderators" });

const toName = async (
  path: ConsultationPath,
  deps: Deps,
  by?: StaffRequest<ConsultationPath>,
): Promise<Consultation> => {
  const found = await consultationOf(path, deps);
  if (by && !(await mayName(found, by, deps))) throw new Refused(refusal("moderation/not-named", {}));
  return found;
};

const roster = subjectOf({
  params: ConsultationPath,
  find: toName,
  stateAt: statusAt,
  blockers: {},
  words: (frame) => ({ ...said(frame), states: saidOfConsultations(frame).states }),
  journal: ({ id }) => id,
  title: (frame, { subject }) => `${said(frame).office.moderatorsTitle}: ${subject.title}`,
  address: ({ id }) => addressAt(at.moderators, { consultationId: id }),
  back: {
    address: ({ id }) => addressAt(atConsultations.officeOne, { consultationId: id }),
    title: (_, { subject }) => subject.title,
  },
  about: async (frame, { thing, by, deps }) => {
    const staff = await deps.store.directory.staff();
    const named = staff.filter(({ id }) => thing.moderators.includes(id));
    return moderatorsAbout(frame, thing, { named, staff, now: by.receivedAt });
  },
  reply: Shown,
  shown: ({ version, moderators, posts = "at-once" }) => ({ version, moderators, posts }),
});

const naming = roster.act({
  name: "name",
  summary: "Name who moderates a consultation; with none anybody of that role does",
  json: rows.putModerators,
  form: rows.postModeratorsForm,
  from: ["prepared", "announced", "gathering", "report-due", "ended", "report", "effects"],
  asks: {
    form: formOf(Naming, { moderators: "some" }),
    words: (frame: Frame) => ({ moderators: said(frame).office.fields.moderators }),
    now: ({ moderators }) => ({ moderators }),
    choices: async ({ by, deps }) => {
      const staff = await deps.store.directory.staff();
      return {
        moderators: personChoices(by, staff.filter(canModerate), staff, dayOf(by.receivedAt)),
      };
    },
  },
  does: async ({ moderators: asked }, { thing, record, by, deps }) => {
    const staff = await deps.store.directory.staff();
    const moderators = [...new Set(asked)];
    // Who was named and has lost the role since may stay until somebody unticks them.
    const wrong = moderators.findIndex(
      (id) => !thing.moderators.includes(id) && !staff.some((one) => one.id === id && canModerate(one)),
    );
    if (wrong >= 0) return refused(notValid([{ pointer: `/moderators/${wrong}`, rule: "choice" }]));
    if (moderators.join() === thing.moderators.join()) return ok(thing);
    const names = staff.filter(({ id }) => moderators.includes(id)).map(({ name }) => name);
    return change(thing, { ...thing, moderators }, { by, deps }, [record({ people: names.join(", ") })]);
  },
});

export const getOfficeModerators = roster.page(rows.getOfficeModerators, "Who moderates a consultation");
export const getModerators = roster.read(
  rows.getModerators,
  "Who moderates a consultation, with its version",
);
export const putModerators = naming.json;
export const postModeratorsForm = naming.form;
