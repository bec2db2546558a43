/** Where a sheet of the office's staff is brought, to change their accounts. */
import { ADDRESSES } from "../../domain/addresses.ts";
import { named } from "../../platform/route.ts";
import { act, form, office, page, staff } from "../../platform/row.ts";
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

export const staffSheets = {
  rows: staffSheetRows,
  keeps: [],
} as const satisfies Slice;
