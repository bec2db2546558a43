/** Where the office enters what came past the form, and finds what came in. */
import { ADDRESSES as at } from "../../domain/addresses.ts";
import { named } from "../../platform/route.ts";
import { act, api, form, office, page, staff } from "../../platform/row.ts";
import type { Slice } from "../slice.ts";

const fn = "supporters";

/** Who sits at the desk where paper comes in. */
export const keepers = ["clerk"] as const;
const readers = ["clerk", "coordinator", "verifier", "auditor"] as const;

export const intakeRows = named({
  postPaperProposal: {
    ...act("POST /v1/staff/cycles/{cycleId}/paper-proposals", fn, staff(...keepers), {
      pl: "Wpisano wniosek, który przyszedł poza formularzem.",
      en: "Entered a proposal that came past the form.",
    }),
    decides: "the ballot",
  },
  getRegister: api("GET /v1/staff/cycles/{cycleId}/register", fn, staff(...readers)),
  getOfficeRegister: page(`GET ${at.officeRegister}`, fn, office(...readers)),
  postOfficeScan: form(`POST ${at.officeScan}`, fn, office(...keepers), {
    saved: { pl: "Teraz wyślij skan.", en: "Now send the scan." },
    next: { pl: "Potem wpiszesz wniosek obok niego.", en: "Then enter the proposal beside it." },
  }),
  getOfficeIntake: {
    ...page(`GET ${at.officeIntake}`, fn, office(...keepers)),
    said: { pl: "Otwarto skan wniosku, żeby go wpisać.", en: "Opened the scan of a proposal to enter it." },
  },
  postOfficeIntake: form(`POST ${at.officeIntake}`, fn, office(...keepers), {
    saved: { pl: "Wniosek jest wpisany.", en: "The proposal is entered." },
    next: { pl: "Zapisz na nim znak sprawy.", en: "Write the case mark on it." },
  }),
  getOfficeEntry: {
    ...page(`GET ${at.officeEntry}`, fn, office(...readers)),
    said: { pl: "Przeczytano sprawę z rejestru.", en: "Read a case of the register." },
  },
});

export const intake = {
  rows: intakeRows,
  keeps: ["registerEntry", "registerLast", "twin", "lateProposal", "printedLetter"],
  office: {
    row: intakeRows.getOfficeRegister,
    title: { pl: "Rejestr wniosków", en: "Register of proposals" },
    about: {
      pl: "Co wpłynęło i pod jakim znakiem sprawy; wpisywanie wniosków na papierze.",
      en: "What came in and under which case mark; entering proposals on paper.",
    },
  },
} as const satisfies Slice;
