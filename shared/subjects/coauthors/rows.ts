/** Co-authors of a proposal: named by its author and answering by a mailed link, or keyed from the paper that they signed. */
import { ADDRESSES as at } from "../../domain/addresses.ts";
import { type Admission, type BucketRules, lettersTo } from "../../platform/admission.ts";
import { named } from "../../platform/route.ts";
import { act, api, form, linked, office, page, staff } from "../../platform/row.ts";
import type { Slice } from "../slice.ts";

const fn = "proposals";
const OWN = "/v1/cycles/{cycleId}/proposals/{projectId}/co-authors";
const DESK = "/v1/staff/cycles/{cycleId}/projects/{projectId}/co-authors";

const FORM = { bytes: 16_000, fields: 100 };

/** Invitations that one mailbox causes, of whichever of its proposals: what proved its link is no leave to write to everybody. */
export const INVITATIONS = [
  ...lettersTo("co-author"),
  {
    name: "invitations",
    of: "site",
    by: ["person"],
    size: { burst: 12, perHour: 0.5 },
    counts: "requests",
    empty: "wait",
  },
] as const satisfies BucketRules;

const inviting = {
  ...FORM,
  cost: { units: 24, letters: 1 },
  buckets: { invite: INVITATIONS },
} as const satisfies Admission;

const answering = { ...FORM, unlimited: "a mailed link is of one thing" } as const satisfies Admission;

/** Names and addresses: whoever may open the case. */
const readers = ["clerk", "coordinator", "verifier"] as const;
const keyers = ["clerk", "coordinator"] as const;

export const coAuthorRows = named({
  postCoAuthor: api(`POST ${OWN}`, fn, linked, { admission: inviting }),
  postCoAuthorStep: api(`POST ${OWN}/steps`, fn, linked, { admission: answering }),
  getCoAuthorsForm: page(`GET ${at.authorCoAuthors}`, fn, linked),
  postCoAuthorForm: page(`POST ${at.authorCoAuthors}`, fn, linked, {
    admission: inviting,
    title: { pl: "Zaproszenie współautora", en: "Inviting a co-author" },
  }),
  postCoAuthorStepForm: page(`POST ${at.authorCoAuthorStep}`, fn, linked, {
    admission: answering,
    title: { pl: "Odpowiedź współautora", en: "A co-author's answer" },
  }),

  getStaffCoAuthors: act(`GET ${DESK}`, fn, staff(...readers, "auditor"), {
    pl: "Przeczytano współautorów wniosku.",
    en: "Read the co-authors of a proposal.",
  }),
  postStaffCoAuthor: {
    ...act(`POST ${DESK}`, fn, staff(...keyers), {
      pl: "Wpisano współautora z papieru.",
      en: "Entered a co-author from paper.",
    }),
    decides: "nothing",
  },
  getOfficeCoAuthors: page(`GET ${at.officeCoAuthors}`, fn, office(...readers)),
  postOfficeCoAuthor: form(`POST ${at.officeCoAuthors}`, fn, office(...keyers), {
    saved: { pl: "Współautor jest wpisany.", en: "The co-author is entered." },
    next: {
      pl: "Jeśli ma e-mail, dostaje listy o tym wniosku.",
      en: "If there is a mailbox, letters about the proposal go to it.",
    },
  }),
});

export const coAuthors = { rows: coAuthorRows, keeps: [] } as const satisfies Slice;
