/** Appointments at the consultation point: each is a meeting of few places, on no list of meetings. */
import { ADDRESSES as at } from "../../domain/addresses.ts";
import { named } from "../../platform/route.ts";
import { act, anyone, api, form, office, page, staff } from "../../platform/row.ts";
import type { Slice } from "../slice.ts";

const fn = "consultations";
const desk = ["clerk", "coordinator"] as const;

export const visitRows = named({
  getVisitsPage: page(`GET ${at.visits}`, fn, anyone),
  getVisits: api("GET /v1/visits", fn, anyone),
  postVisits: act("POST /v1/staff/visits", fn, staff(...desk), {
    pl: "Dodano terminy wizyt w punkcie konsultacyjnym.",
    en: "Added appointments at the consultation point.",
  }),
  getOfficeVisits: page(`GET ${at.officeVisits}`, fn, office(...desk)),
  postOfficeVisits: form(`POST ${at.officeVisits}`, fn, office(...desk), {
    saved: { pl: "Terminy są dodane.", en: "The appointments are added." },
    next: { pl: "Mieszkańcy mogą je rezerwować.", en: "Residents can book them." },
  }),
});

export const visits = {
  rows: visitRows,
  keeps: ["visitHeld"],
  office: {
    row: visitRows.getOfficeVisits,
    title: { pl: "Wizyty w punkcie", en: "Appointments" },
    about: {
      pl: "Terminy wizyt w punkcie konsultacyjnym, po kolei.",
      en: "Appointments at the consultation point, in order.",
    },
  },
} as const satisfies Slice;
