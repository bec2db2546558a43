/** Opinions of units on the merits of a proposal: asked for by a coordinator, given by two people of the unit. */
import { ROLES } from "../../domain/office/roles.ts";
import { named } from "../../platform/route.ts";
import { act, form, office, page, staff } from "../../platform/row.ts";
import type { Slice } from "../slice.ts";

const CASE = "/urzad/wnioski/{cycleId}/{projectId}/opinie";
const ONE = `${CASE}/{unit}` as const;
const API = "/v1/staff/cycles/{cycleId}/projects/{projectId}/opinions";

export const at = {
  all: CASE,
  one: ONE,
  taking: `${ONE}/podjecie`,
  assignment: `${ONE}/przydzial`,
  release: `${ONE}/oddanie`,
  acceptance: `${ONE}/przyjecie`,
  giveBack: `${ONE}/zwrot`,
  handingOn: `${ONE}/przekazanie`,
  sendingBack: `${ONE}/odeslanie`,
  withdrawal: `${ONE}/wycofanie`,
} as const;

const fn = "proposals";

/** An opinion binds nobody: the card beside it decides, by two. */
const decides = "nothing";

const askers = ["coordinator"] as const;
/** Who says which person of a unit writes its opinion. */
const givers = ["unit", "coordinator"] as const;
const readers = ["coordinator", "verifier"] as const;

export const opinionRows = named({
  getOpinions: act(`GET ${API}`, fn, staff(...readers, "auditor"), {
    pl: "Przeczytano opinie o wniosku.",
    en: "Read the opinions about a proposal.",
  }),
  postOpinions: {
    ...act(`POST ${API}`, fn, staff(...askers), {
      pl: "Zapytano jednostki o opinię.",
      en: "Asked units for their opinion.",
    }),
    decides,
  },
  getOpinion: act(`GET ${API}/{unit}`, fn, staff(...ROLES), {
    pl: "Przeczytano opinię jednostki.",
    en: "Read the opinion of a unit.",
  }),
  postOpinion: {
    ...act(`POST ${API}/{unit}`, fn, staff("unit"), {
      pl: "Napisano opinię jednostki.",
      en: "Wrote the opinion of a unit.",
    }),
    decides,
  },
  postOpinionTaking: {
    ...act(`POST ${API}/{unit}/taking`, fn, staff("unit"), {
      pl: "Podjęto pisanie opinii.",
      en: "Took an opinion up.",
    }),
    decides,
  },
  postOpinionAssignment: {
    ...act(`POST ${API}/{unit}/assignment`, fn, staff(...givers), {
      pl: "Przydzielono opinię osobie.",
      en: "Gave an opinion to somebody to write.",
    }),
    decides,
  },
  postOpinionRelease: {
    ...act(`POST ${API}/{unit}/release`, fn, staff(...givers), {
      pl: "Oddano opinię jednostce.",
      en: "Handed an opinion back to the unit.",
    }),
    decides,
  },
  postOpinionAcceptance: {
    ...act(`POST ${API}/{unit}/acceptance`, fn, staff("unit"), {
      pl: "Przyjęto opinię jednostki.",
      en: "Accepted the opinion of a unit.",
    }),
    decides,
  },
  postOpinionRefusal: {
    ...act(`POST ${API}/{unit}/refusal`, fn, staff("unit"), {
      pl: "Zwrócono opinię do poprawy.",
      en: "Gave the opinion of a unit back.",
    }),
    decides,
  },
  postOpinionHandingOn: {
    ...act(`POST ${API}/{unit}/handing-on`, fn, staff("unit"), {
      pl: "Przekazano pytanie o opinię innej jednostce.",
      en: "Handed the question for an opinion on to another unit.",
    }),
    decides,
  },
  postOpinionSendingBack: {
    ...act(`POST ${API}/{unit}/sending-back`, fn, staff("unit"), {
      pl: "Odesłano pytanie o opinię.",
      en: "Sent the question for an opinion back.",
    }),
    decides,
  },
  postOpinionWithdrawal: {
    ...act(`POST ${API}/{unit}/withdrawal`, fn, staff(...askers), {
      pl: "Wycofano pytanie o opinię.",
      en: "Took the question for an opinion back.",
    }),
    decides,
  },
  getOpinionsPage: page(`GET ${at.all}`, fn, office(...readers)),
  postOpinionsForm: form(`POST ${at.all}`, fn, office(...askers), {
    saved: { pl: "Jednostki są zapytane.", en: "The units are asked." },
    next: {
      pl: "Pytanie jest na liście pracy każdej z nich.",
      en: "The question is on the work list of each of them.",
    },
  }),
  getOpinionPage: page(`GET ${at.one}`, fn, office(...ROLES)),
  postOpinionForm: form(`POST ${at.one}`, fn, office("unit"), {
    saved: { pl: "Opinia jest zapisana.", en: "The opinion is saved." },
    next: { pl: "Przyjmie ją druga osoba z jednostki.", en: "A second person of the unit accepts it." },
  }),
  postOpinionTakingForm: form(`POST ${at.taking}`, fn, office("unit"), {
    saved: { pl: "Opinia jest na Twojej liście pracy.", en: "The opinion is on your work list." },
    next: { pl: "Wypełnij jej pola.", en: "Fill in its fields." },
  }),
  postOpinionAssignmentForm: form(`POST ${at.assignment}`, fn, office(...givers), {
    saved: { pl: "Opinia jest przydzielona.", en: "The opinion is given to that person." },
    next: { pl: "Jest na liście pracy tej osoby.", en: "It is on their work list." },
  }),
  postOpinionReleaseForm: form(`POST ${at.release}`, fn, office(...givers), {
    saved: { pl: "Opinia jest oddana.", en: "The opinion is handed back." },
    next: { pl: "Może ją podjąć każda osoba z jednostki.", en: "Anybody of the unit can take it up." },
  }),
  postOpinionAcceptanceForm: form(`POST ${at.acceptance}`, fn, office("unit"), {
    saved: { pl: "Opinia jest przyjęta.", en: "The opinion is accepted." },
    next: { pl: "Ma ją koordynator.", en: "The coordinator has it." },
  }),
  postOpinionReturnForm: form(`POST ${at.giveBack}`, fn, office("unit"), {
    saved: { pl: "Opinia jest zwrócona.", en: "The opinion is given back." },
    next: { pl: "Poprawi ją osoba, która ją pisała.", en: "Whoever wrote it changes it." },
  }),
  postOpinionHandingOnForm: form(`POST ${at.handingOn}`, fn, office("unit"), {
    saved: { pl: "Pytanie jest przekazane.", en: "The question is handed on." },
    next: {
      pl: "Jest na liście pracy tamtej jednostki, z tym samym terminem.",
      en: "It is on the work list of that unit, with the same term.",
    },
  }),
  postOpinionSendingBackForm: form(`POST ${at.sendingBack}`, fn, office("unit"), {
    saved: { pl: "Pytanie jest odesłane.", en: "The question is sent back." },
    next: { pl: "Czeka na koordynatora.", en: "It waits for the coordinator." },
  }),
  getOpinionWithdrawalPage: page(`GET ${at.withdrawal}`, fn, office(...askers)),
  postOpinionWithdrawalForm: form(`POST ${at.withdrawal}`, fn, office(...askers), {
    saved: { pl: "Pytanie jest wycofane.", en: "The question is taken back." },
    next: { pl: "Karta już na tę opinię nie czeka.", en: "The card waits for this opinion no more." },
  }),
});

export const opinions = {
  rows: opinionRows,
  keeps: ["opinion", "opinionTerm"],
  keepsByTwo: ["opinion", "opinionTerm"],
} as const satisfies Slice;
