/** Where the office meets lists of supporters. Residents support a proposal on its own page. */
import { named } from "../../platform/route.ts";
import { act, form, office, page, staff } from "../../platform/row.ts";
import type { Slice } from "../slice.ts";

export const at = {
  list: "/urzad/poparcie/{cycleId}/{projectId}",
  lines: "/urzad/poparcie/{cycleId}/{projectId}/lista",
  sheet: "/urzad/poparcie/{cycleId}/{projectId}/arkusz",
  line: "/urzad/poparcie/{cycleId}/{projectId}/{supportId}",
  strike: "/urzad/poparcie/{cycleId}/{projectId}/{supportId}/skreslenie",
  restoration: "/urzad/poparcie/{cycleId}/{projectId}/{supportId}/przywrocenie",
} as const;

const LINES = "/v1/staff/cycles/{cycleId}/projects/{projectId}/supporters";
const fn = "supporters";
/** Who enters and strikes lines. */
export const keepers = ["verifier", "clerk"] as const;
const readers = [...keepers, "coordinator", "auditor"] as const;

/** Which proposals have support enough to be on the ballot. */
const decides = "the ballot";

export const supporterRows = named({
  getSupporters: act(`GET ${LINES}`, fn, staff(...readers), {
    pl: "Przeczytano listę poparcia.",
    en: "Read the list of supporters.",
  }),
  postSupporter: {
    ...act(`POST ${LINES}`, fn, staff(...keepers), {
      pl: "Wpisano osobę popierającą z listy papierowej.",
      en: "Entered a supporter from a paper list.",
    }),
    decides,
  },
  postSupporterStrike: {
    ...act(`POST ${LINES}/{supportId}/strike`, fn, staff(...keepers), {
      pl: "Skreślono pozycję listy poparcia.",
      en: "Struck a line of the list of supporters.",
    }),
    decides,
  },
  postSupporterRestoration: {
    ...act(`POST ${LINES}/{supportId}/restoration`, fn, staff(...keepers), {
      pl: "Przywrócono pozycję listy poparcia.",
      en: "Restored a line of the list of supporters.",
    }),
    decides,
  },
  getOfficeSupporters: page(`GET ${at.list}`, fn, office(...readers)),
  postOfficeSupporter: form(`POST ${at.list}`, fn, office(...keepers), {
    saved: { pl: "Pozycja listy jest zapisana.", en: "The line of the list is saved." },
    next: { pl: "Wpisz następną albo zobacz listę.", en: "Enter the next one or see the list." },
  }),
  getOfficeSupportLines: page(`GET ${at.lines}`, fn, office(...readers)),
  getOfficeSupportLine: page(`GET ${at.line}`, fn, office(...readers)),
  postOfficeSupportStrike: form(`POST ${at.strike}`, fn, office(...keepers), {
    saved: { pl: "Pozycja jest skreślona.", en: "The line is struck." },
    next: { pl: "Nie liczy się do poparcia wniosku.", en: "It does not count for the proposal." },
  }),
  postOfficeSupportRestoration: form(`POST ${at.restoration}`, fn, office(...keepers), {
    saved: { pl: "Pozycja jest przywrócona.", en: "The line is restored." },
    next: { pl: "Znów liczy się do poparcia wniosku.", en: "It counts for the proposal again." },
  }),
});

/** A whole sheet at once, out of a table. */
export const sheetRows = named({
  postSupporterSheet: {
    ...act(`POST ${LINES}/sheets`, fn, staff(...keepers), {
      pl: "Wpisano arkusz listy papierowej.",
      en: "Entered a sheet of a paper list.",
    }),
    decides,
  },
  getOfficeSupporterSheet: page(`GET ${at.sheet}`, fn, office(...keepers)),
  postOfficeSupporterSheet: form(`POST ${at.sheet}`, fn, office(...keepers), {
    saved: { pl: "Arkusz jest zapisany.", en: "The sheet is saved." },
    next: { pl: "Wpisz następny albo zobacz listę.", en: "Enter the next one or see the list." },
  }),
});

export const supporters = {
  rows: { ...supporterRows, ...sheetRows },
  keeps: ["support", "supporter"],
} as const satisfies Slice;
