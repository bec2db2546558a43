/** Where a sheet of the office's staff is brought, to change their accounts; and where everybody says when they are away. */
import { ADDRESSES } from "../../domain/addresses.ts";
import { ROLES } from "../../domain/office/roles.ts";
import { named } from "../../platform/route.ts";
import { act, api, form, office, page, staff } from "../../platform/row.ts";
import type { Slice } from "../slice.ts";

const fn = "staff";

export const staffSheetRows = named({
  postStaffSheet: act("POST /v1/staff/people/sheets", fn, staff("admin"), {
    pl: "Przyjęto arkusz pracowników. Ich konta się zmieniają.",
    en: "Accepted a sheet of staff. Their accounts change.",
  }),
  getOfficeStaffSheet: page(`GET ${ADDRESSES.peopleSheet}`, fn, office("admin")),
  postOfficeStaffSheet: form(`POST ${ADDRESSES.peopleSheet}`, fn, office("admin"), {
    saved: { pl: "Propozycja czeka na drugą osobę.", en: "The proposal waits for a second person." },
    next: {
      pl: "Konta zmienią się kilka minut po tym, gdy ją przyjmie.",
      en: "Accounts change some minutes after it is accepted.",
    },
  }),
});

export const absenceRows = named({
  getOwnAbsence: api("GET /v1/staff/absence", fn, staff(...ROLES)),
  putOwnAbsence: act("PUT /v1/staff/absence", fn, staff(...ROLES), {
    pl: "Zmieniono własną nieobecność.",
    en: "Changed one's own absence.",
  }),
  getOwnAbsencePage: page(`GET ${ADDRESSES.ownAbsence}`, fn, office(...ROLES)),
  postOwnAbsenceForm: form(`POST ${ADDRESSES.ownAbsence}`, fn, office(...ROLES), {
    saved: { pl: "Nieobecność jest zapisana.", en: "The absence is saved." },
    next: {
      pl: "Osoba, która zastępuje, widzi ją na swojej stronie.",
      en: "Whoever stands in sees it on their page.",
    },
  }),
});

export const staffSheets = {
  rows: { ...staffSheetRows, ...absenceRows },
  keeps: [],
} as const satisfies Slice;
