/** Proposals that become one: staff propose it, or the author of the one that stays; every author answers by link, another person confirms it. */
import { ADDRESSES as address } from "../../domain/addresses.ts";
import type { Admission } from "../../platform/admission.ts";
import { named } from "../../platform/route.ts";
import { act, api, form, linked, office, page, staff } from "../../platform/row.ts";
import type { Slice } from "../slice.ts";

const CASE = "/urzad/wnioski/{cycleId}/{projectId}/laczenie";
const API = "/v1/staff/cycles/{cycleId}/projects/{projectId}/merging";
const GROUPS_API = "/v1/staff/cycles/{cycleId}/projects/alike";
const fn = "proposals";

export const at = {
  merging: CASE,
  answer: `${CASE}/odpowiedz`,
  confirmation: `${CASE}/potwierdzenie`,
  end: `${CASE}/cofniecie`,
  groups: address.officeMergingGroups,
  group: `${address.officeMergingGroups}/{groupId}`,
} as const;

const answering = {
  bytes: 16_000,
  fields: 100,
  unlimited: "a mailed link is of one thing",
} as const satisfies Admission;

const asking = {
  bytes: 16_000,
  fields: 100,
  unlimited: "a proposal asks the authors of others three times at most, and one time after the other",
} as const satisfies Admission;

const proposers = ["coordinator"] as const;
const confirmers = ["coordinator", "verifier"] as const;
const keyers = ["clerk", "coordinator"] as const;

const authorMergingRows = named({
  postAuthorMerging: api("POST /v1/cycles/{cycleId}/proposals/{projectId}/merging", fn, linked, {
    admission: asking,
  }),
  getAuthorMergingForm: page(`GET ${address.authorMergingProposal}`, fn, linked),
  postAuthorMergingForm: page(`POST ${address.authorMergingProposal}`, fn, linked, {
    admission: asking,
    title: { pl: "Propozycja połączenia wniosków", en: "Proposing to merge proposals" },
  }),
  postMergingAnswer: api("POST /v1/cycles/{cycleId}/proposals/{projectId}/merging-answer", fn, linked, {
    admission: answering,
  }),
  postMergingAnswerForm: page(`POST ${address.authorMerging}`, fn, linked, {
    admission: answering,
    title: { pl: "Zgoda na połączenie wniosków", en: "Agreeing to merge proposals" },
  }),
});

export const officeMergingRows = named({
  getMerging: act(`GET ${API}`, fn, staff("clerk", ...confirmers, "auditor"), {
    pl: "Przeczytano połączenie wniosków.",
    en: "Read a merging of proposals.",
  }),
  postMerging: {
    ...act(`POST ${API}`, fn, staff(...proposers), {
      pl: "Zaproponowano połączenie wniosków.",
      en: "Proposed to merge proposals.",
    }),
    decides: "nothing",
  },
  postStaffMergingAnswer: {
    ...act(`POST ${API}/answers`, fn, staff(...keyers), {
      pl: "Wpisano odpowiedź autora w sprawie połączenia.",
      en: "Entered an author's answer about a merging.",
    }),
    decides: "nothing",
  },
  postMergingConfirmation: {
    ...act(`POST ${API}/confirmation`, fn, staff(...confirmers), {
      pl: "Połączono wnioski.",
      en: "Merged proposals.",
    }),
    decides: "the ballot",
  },
  postMergingEnd: {
    ...act(`POST ${API}/end`, fn, staff(...proposers), {
      pl: "Cofnięto propozycję połączenia wniosków.",
      en: "Took the proposal to merge back.",
    }),
    decides: "nothing",
  },
  getOfficeMerging: page(`GET ${at.merging}`, fn, office("clerk", ...confirmers)),
  postOfficeMerging: form(`POST ${at.merging}`, fn, office(...proposers), {
    saved: { pl: "Autorzy dostaną pytanie.", en: "The authors are asked." },
    next: {
      pl: "Gdy zgodzą się wszyscy, połączenie potwierdzi druga osoba.",
      en: "When all agree, a second person confirms it.",
    },
  }),
  postOfficeMergingAnswer: form(`POST ${at.answer}`, fn, office(...keyers), {
    saved: { pl: "Odpowiedź jest wpisana.", en: "The answer is entered." },
    next: { pl: "Widać ją na tej stronie.", en: "It stands on this page." },
  }),
  postOfficeMergingConfirmation: form(`POST ${at.confirmation}`, fn, office(...confirmers), {
    saved: { pl: "Wnioski są połączone.", en: "The proposals are merged." },
    next: { pl: "Autorzy dostaną wiadomość.", en: "The authors are told." },
  }),
  postOfficeMergingEnd: form(`POST ${at.end}`, fn, office(...proposers), {
    saved: { pl: "Propozycja jest cofnięta.", en: "The proposal to merge is taken back." },
    next: { pl: "Wnioski zostają osobno.", en: "The proposals stay apart." },
  }),
});

export const mergingGroupRows = named({
  getMergingGroups: api(`GET ${GROUPS_API}`, fn, staff(...confirmers, "auditor")),
  postMergingGroupParting: {
    ...act(`POST ${GROUPS_API}/{groupId}/parting`, fn, staff(...proposers), {
      pl: "Podobne wnioski zostawiono osobno.",
      en: "Kept proposals apart that are alike.",
    }),
    decides: "nothing",
  },
  getOfficeMergingGroups: page(`GET ${at.groups}`, fn, office(...confirmers)),
  getOfficeMergingGroup: page(`GET ${at.group}`, fn, office(...confirmers)),
  postOfficeMergingGroupParting: form(`POST ${at.group}`, fn, office(...proposers), {
    saved: { pl: "Wnioski zostają osobno.", en: "The proposals stay apart." },
    next: { pl: "Ta grupa nie czeka już na rozstrzygnięcie.", en: "This group waits for nobody." },
  }),
});

export const merging = {
  rows: { ...authorMergingRows, ...officeMergingRows, ...mergingGroupRows },
  keeps: ["merging", "apart"],
  keepsByTwo: ["merging"],
} as const satisfies Slice;
