/** Where the office checks proposals: a card of each stage, filled in by one person and accepted by another. */
import { named } from "../../platform/route.ts";
import { act, form, office, page, staff } from "../../platform/row.ts";
import type { Slice } from "../slice.ts";

const CASE = "/urzad/wnioski/{cycleId}/{projectId}";
const API = "/v1/staff/cycles/{cycleId}/projects/{projectId}";

export const at = {
  formal: `${CASE}/ocena-formalna`,
  formalAcceptance: `${CASE}/ocena-formalna/przyjecie`,
  formalReturn: `${CASE}/ocena-formalna/zwrot`,
  formalTaking: `${CASE}/ocena-formalna/podjecie`,
  formalGiving: `${CASE}/ocena-formalna/przydzial`,
  formalRelease: `${CASE}/ocena-formalna/oddanie`,
  merit: `${CASE}/ocena-merytoryczna`,
  meritAcceptance: `${CASE}/ocena-merytoryczna/przyjecie`,
  meritReturn: `${CASE}/ocena-merytoryczna/zwrot`,
  meritTaking: `${CASE}/ocena-merytoryczna/podjecie`,
  meritGiving: `${CASE}/ocena-merytoryczna/przydzial`,
  meritRelease: `${CASE}/ocena-merytoryczna/oddanie`,
} as const;

const fn = "proposals";

/** Which proposals are on the ballot. */
const decides = "the ballot";

/** Who accepts a card, or gives it back: somebody else than who filled it in. */
const seconds = ["verifier", "coordinator"] as const;

/** Whose a card is decides nothing: whoever may fill it in or accept it, may. */
const nothing = "nothing";

const TAKEN = {
  saved: { pl: "Karta jest na Twojej liście pracy.", en: "The card is on your work list." },
  next: { pl: "Wypełnij ją albo oddaj.", en: "Fill it in, or hand it back." },
};
const GIVEN = {
  saved: { pl: "Karta jest przydzielona.", en: "The card is given to that person." },
  next: { pl: "Jest na liście pracy tej osoby.", en: "It is on their work list." },
};
const RELEASED = {
  saved: { pl: "Karta jest oddana.", en: "The card is handed back." },
  next: { pl: "Może ją wziąć każda uprawniona osoba.", en: "Whoever may work on it can take it." },
};

export const formalRows = named({
  getFormalCheck: act(`GET ${API}/formal-check`, fn, staff(...seconds, "auditor"), {
    pl: "Przeczytano kartę oceny formalnej.",
    en: "Read the card of a formal check.",
  }),
  postFormalCheck: {
    ...act(`POST ${API}/formal-check`, fn, staff("verifier"), {
      pl: "Wypełniono kartę oceny formalnej.",
      en: "Filled in the card of a formal check.",
    }),
    decides,
  },
  postFormalCheckAcceptance: {
    ...act(`POST ${API}/formal-check/acceptance`, fn, staff(...seconds), {
      pl: "Przyjęto kartę oceny formalnej.",
      en: "Accepted the card of a formal check.",
    }),
    decides,
  },
  postFormalCheckRefusal: {
    ...act(`POST ${API}/formal-check/refusal`, fn, staff(...seconds), {
      pl: "Zwrócono kartę oceny formalnej.",
      en: "Gave the card of a formal check back.",
    }),
    decides,
  },
  postFormalCheckTaking: {
    ...act(`POST ${API}/formal-check/taking`, fn, staff(...seconds), {
      pl: "Wzięto kartę oceny formalnej.",
      en: "Took the card of a formal check.",
    }),
    decides: nothing,
  },
  postFormalCheckGiving: {
    ...act(`POST ${API}/formal-check/giving`, fn, staff("coordinator"), {
      pl: "Przydzielono kartę oceny formalnej.",
      en: "Gave the card of a formal check to somebody.",
    }),
    decides: nothing,
  },
  postFormalCheckRelease: {
    ...act(`POST ${API}/formal-check/release`, fn, staff(...seconds), {
      pl: "Oddano kartę oceny formalnej.",
      en: "Handed the card of a formal check back.",
    }),
    decides: nothing,
  },
  postFormalCheckTakingForm: form(`POST ${at.formalTaking}`, fn, office(...seconds), TAKEN),
  postFormalCheckGivingForm: form(`POST ${at.formalGiving}`, fn, office("coordinator"), GIVEN),
  postFormalCheckReleaseForm: form(`POST ${at.formalRelease}`, fn, office(...seconds), RELEASED),
  getFormalCheckPage: page(`GET ${at.formal}`, fn, office(...seconds)),
  postFormalCheckForm: form(`POST ${at.formal}`, fn, office("verifier"), {
    saved: { pl: "Karta jest zapisana.", en: "The card is saved." },
    next: {
      pl: "Kartę przyjmie druga osoba. Wezwanie do uzupełnienia wychodzi od razu.",
      en: "A second person accepts the card. A call to correct leaves at once.",
    },
  }),
  postFormalCheckAcceptanceForm: form(`POST ${at.formalAcceptance}`, fn, office(...seconds), {
    saved: { pl: "Karta jest przyjęta.", en: "The card is accepted." },
    next: {
      pl: "Wynik poznają mieszkańcy i autor po ogłoszeniu listy.",
      en: "Residents and the author see the result once the list is published.",
    },
  }),
  postFormalCheckReturnForm: form(`POST ${at.formalReturn}`, fn, office(...seconds), {
    saved: { pl: "Karta jest zwrócona.", en: "The card is given back." },
    next: { pl: "Wypełni ją znów osoba oceniająca.", en: "It is filled in again." },
  }),
});

export const meritRows = named({
  getMeritCheck: act(`GET ${API}/merit-check`, fn, staff(...seconds, "auditor"), {
    pl: "Przeczytano kartę oceny merytorycznej.",
    en: "Read the card of a merit check.",
  }),
  postMeritCheck: {
    ...act(`POST ${API}/merit-check`, fn, staff("coordinator"), {
      pl: "Wypełniono kartę oceny merytorycznej.",
      en: "Filled in the card of a merit check.",
    }),
    decides,
  },
  postMeritCheckAcceptance: {
    ...act(`POST ${API}/merit-check/acceptance`, fn, staff(...seconds), {
      pl: "Przyjęto kartę oceny merytorycznej.",
      en: "Accepted the card of a merit check.",
    }),
    decides,
  },
  postMeritCheckRefusal: {
    ...act(`POST ${API}/merit-check/refusal`, fn, staff(...seconds), {
      pl: "Zwrócono kartę oceny merytorycznej.",
      en: "Gave the card of a merit check back.",
    }),
    decides,
  },
  postMeritCheckTaking: {
    ...act(`POST ${API}/merit-check/taking`, fn, staff(...seconds), {
      pl: "Wzięto kartę oceny merytorycznej.",
      en: "Took the card of a merit check.",
    }),
    decides: nothing,
  },
  postMeritCheckGiving: {
    ...act(`POST ${API}/merit-check/giving`, fn, staff("coordinator"), {
      pl: "Przydzielono kartę oceny merytorycznej.",
      en: "Gave the card of a merit check to somebody.",
    }),
    decides: nothing,
  },
  postMeritCheckRelease: {
    ...act(`POST ${API}/merit-check/release`, fn, staff(...seconds), {
      pl: "Oddano kartę oceny merytorycznej.",
      en: "Handed the card of a merit check back.",
    }),
    decides: nothing,
  },
  postMeritCheckTakingForm: form(`POST ${at.meritTaking}`, fn, office(...seconds), TAKEN),
  postMeritCheckGivingForm: form(`POST ${at.meritGiving}`, fn, office("coordinator"), GIVEN),
  postMeritCheckReleaseForm: form(`POST ${at.meritRelease}`, fn, office(...seconds), RELEASED),
  getMeritCheckPage: page(`GET ${at.merit}`, fn, office(...seconds)),
  postMeritCheckForm: form(`POST ${at.merit}`, fn, office("coordinator"), {
    saved: { pl: "Karta jest zapisana.", en: "The card is saved." },
    next: {
      pl: "Kartę przyjmie druga osoba. Wezwanie do uzupełnienia wychodzi od razu.",
      en: "A second person accepts the card. A call to correct leaves at once.",
    },
  }),
  postMeritCheckAcceptanceForm: form(`POST ${at.meritAcceptance}`, fn, office(...seconds), {
    saved: { pl: "Karta jest przyjęta.", en: "The card is accepted." },
    next: {
      pl: "Wynik poznają mieszkańcy i autor po ogłoszeniu listy.",
      en: "Residents and the author see the result once the list is published.",
    },
  }),
  postMeritCheckReturnForm: form(`POST ${at.meritReturn}`, fn, office(...seconds), {
    saved: { pl: "Karta jest zwrócona.", en: "The card is given back." },
    next: { pl: "Wypełni ją znów osoba oceniająca.", en: "It is filled in again." },
  }),
});

export const checks = {
  rows: { ...formalRows, ...meritRows },
  keeps: ["check", "publication", "publicationPart", "leftOut"],
  keepsByTwo: ["check", "publication", "publicationPart", "leftOut"],
} as const satisfies Slice;
