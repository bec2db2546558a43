/** The consultation point: a case is found for somebody at the desk, done for them what they could do themselves, and confirmed on paper. */
import { ADDRESSES } from "../../domain/addresses.ts";
import { named } from "../../platform/route.ts";
import { act, form, office, page, staff } from "../../platform/row.ts";
import type { Slice } from "../slice.ts";

export const at = {
  point: ADDRESSES.officePoint,
  confirmation: ADDRESSES.deskConfirmation,
} as const;

const fn = "supporters";
const desk = ["clerk", "coordinator"] as const;

export const pointRows = named({
  postCaseSearch: act("POST /v1/staff/cases/search", fn, staff(...desk), {
    pl: "Szukano sprawy osoby przy okienku.",
    en: "Looked for the case of somebody at the desk.",
  }),
  getOfficeDesk: page(`GET ${at.point}`, fn, office(...desk)),
  postOfficeCaseSearch: form(`POST ${at.point}`, fn, office(...desk), {
    saved: { pl: "Dziennik ma zapis o wyszukaniu.", en: "The journal says that it was looked for." },
    next: { pl: "Sprawy są na tej stronie.", en: "The cases are on this page." },
  }),
  getOfficeConfirmation: page(`GET ${at.confirmation}`, fn, office(...desk)),
});

export const point = {
  rows: pointRows,
  keeps: [],
  office: {
    row: pointRows.getOfficeDesk,
    title: { pl: "Punkt konsultacyjny", en: "Consultation point" },
    about: {
      pl: "Sprawa osoby przy okienku: znajdź ją, załatw i wydrukuj potwierdzenie.",
      en: "The case of somebody at the desk: find it, deal with it, print a confirmation.",
    },
  },
} as const satisfies Slice;
