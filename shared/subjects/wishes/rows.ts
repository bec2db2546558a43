/** What an author asks of the office at its desk or in a letter, and could do by the link alone: a clerk does it. */
import { ADDRESSES as at } from "../../domain/addresses.ts";
import { named } from "../../platform/route.ts";
import { act, api, form, office, page, staff } from "../../platform/row.ts";
import type { Slice } from "../slice.ts";

const fn = "proposals";
const WISHES = "/v1/staff/cycles/{cycleId}/projects/{projectId}/wishes";

/** Who sits where authors come to. */
export const wishClerks = ["clerk", "coordinator"] as const;

export const wishRows = named({
  getOfficeWishes: {
    ...page(`GET ${at.officeWishes}`, fn, office(...wishClerks)),
    said: { pl: "Otwarto wniosek na prośbę autora.", en: "Opened a proposal at its author's wish." },
  },
  postWishedWithdrawal: {
    ...api(`POST ${WISHES}/withdrawal`, fn, staff(...wishClerks)),
    decides: "the ballot",
  },
  postOfficeWishedWithdrawal: form(`POST ${at.officeWishedWithdrawal}`, fn, office(...wishClerks), {
    saved: { pl: "Propozycja jest zapisana.", en: "The proposal is saved." },
    next: {
      pl: "Czeka na drugą osobę. Wydrukuj potwierdzenie dla autora.",
      en: "It waits for a second person. Print the confirmation for the author.",
    },
  }),
  postWishedChange: {
    ...act(`POST ${WISHES}/change`, fn, staff(...wishClerks), {
      pl: "Zmieniono wniosek na prośbę autora.",
      en: "Changed a proposal at its author's wish.",
    }),
    decides: "nothing",
  },
  getOfficeWishedChange: {
    ...page(`GET ${at.officeWishedChange}`, fn, office(...wishClerks)),
    said: { pl: "Otwarto wniosek na prośbę autora.", en: "Opened a proposal at its author's wish." },
  },
  postOfficeWishedChange: form(`POST ${at.officeWishedChange}`, fn, office(...wishClerks), {
    saved: { pl: "Zmiana jest zapisana.", en: "The change is saved." },
    next: {
      pl: "Autor dostanie list. Wydrukuj dla niego potwierdzenie.",
      en: "The author is written to. Print a confirmation for them.",
    },
  }),
});

export const wishes = { rows: wishRows, keeps: [] } as const satisfies Slice;
