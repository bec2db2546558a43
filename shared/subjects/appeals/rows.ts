/** Appeals at the office: keyed, decided by one person and accepted by another, of whom neither had a part in the check. */
import { named } from "../../platform/route.ts";
import { act, form, office, page, staff } from "../../platform/row.ts";
import type { Slice } from "../slice.ts";

const CASE = "/urzad/wnioski/{cycleId}/{projectId}/odwolanie";
const API = "/v1/staff/cycles/{cycleId}/projects/{projectId}";

export const at = {
  appeal: CASE,
  decision: `${CASE}/rozstrzygniecie`,
  acceptance: `${CASE}/przyjecie`,
  giveBack: `${CASE}/zwrot`,
} as const;

const fn = "proposals";

/** Which proposals are on the ballot. */
const decides = "the ballot";

const deciders = ["verifier", "coordinator"] as const;
const keyers = ["clerk", "verifier"] as const;

export const appealRows = named({
  getStaffAppeal: act(`GET ${API}/appeals`, fn, staff("clerk", ...deciders, "auditor"), {
    pl: "Przeczytano odwołanie.",
    en: "Read an appeal.",
  }),
  postStaffAppeal: {
    ...act(`POST ${API}/appeals`, fn, staff(...keyers), {
      pl: "Wpisano odwołanie, które przyszło na papierze.",
      en: "Entered an appeal that came on paper.",
    }),
    decides: "nothing",
  },
  postAppealDecision: {
    ...act(`POST ${API}/appeal-decision`, fn, staff(...deciders), {
      pl: "Rozstrzygnięto odwołanie.",
      en: "Decided an appeal.",
    }),
    decides,
  },
  postAppealDecisionAcceptance: {
    ...act(`POST ${API}/appeal-decision/acceptance`, fn, staff(...deciders), {
      pl: "Przyjęto rozstrzygnięcie odwołania.",
      en: "Accepted the decision on an appeal.",
    }),
    decides,
  },
  postAppealDecisionRefusal: {
    ...act(`POST ${API}/appeal-decision/refusal`, fn, staff(...deciders), {
      pl: "Zwrócono rozstrzygnięcie odwołania.",
      en: "Gave the decision on an appeal back.",
    }),
    decides,
  },
  getStaffAppealPage: page(`GET ${at.appeal}`, fn, office("clerk", ...deciders)),
  postStaffAppealForm: form(`POST ${at.appeal}`, fn, office(...keyers), {
    saved: { pl: "Odwołanie jest wpisane.", en: "The appeal is entered." },
    next: {
      pl: "Czeka na rozstrzygnięcie. Autor dostaje potwierdzenie.",
      en: "It waits for a decision. The author is sent a receipt.",
    },
  }),
  postAppealDecisionForm: form(`POST ${at.decision}`, fn, office(...deciders), {
    saved: { pl: "Rozstrzygnięcie jest zapisane.", en: "The decision is saved." },
    next: { pl: "Przyjmie je druga osoba.", en: "A second person accepts it." },
  }),
  postAppealDecisionAcceptanceForm: form(`POST ${at.acceptance}`, fn, office(...deciders), {
    saved: { pl: "Rozstrzygnięcie jest przyjęte.", en: "The decision is accepted." },
    next: {
      pl: "Mieszkańcy i autor poznają je po ogłoszeniu listy.",
      en: "Residents and the author see it once the list is published.",
    },
  }),
  postAppealDecisionReturnForm: form(`POST ${at.giveBack}`, fn, office(...deciders), {
    saved: { pl: "Rozstrzygnięcie jest zwrócone.", en: "The decision is given back." },
    next: { pl: "Odwołanie czeka znów na rozstrzygnięcie.", en: "The appeal waits for a decision again." },
  }),
});

export const appeals = {
  rows: appealRows,
  keeps: ["appeal"],
  keepsByTwo: ["appeal"],
} as const satisfies Slice;
