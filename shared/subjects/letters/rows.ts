/** Where staff look up what became of somebody's letters. */
import { ADDRESSES } from "../../domain/addresses.ts";
import { named } from "../../platform/route.ts";
import { act, form, office, page, staff } from "../../platform/row.ts";
import type { Slice } from "../slice.ts";

const fn = "staff";

/** Whom residents ask where their letter is. */
const ASKED = ["clerk", "coordinator"] as const;

export const letterRows = named({
  postLetterSearch: act("POST /v1/staff/letters/search", fn, staff(...ASKED), {
    pl: "Sprawdzono listy wysłane na czyjś adres.",
    en: "Looked up the letters to somebody's address.",
  }),
  getOfficeLetterSearch: page(`GET ${ADDRESSES.letterSearch}`, fn, office(...ASKED)),
  postOfficeLetterSearch: form(`POST ${ADDRESSES.letterSearch}`, fn, office(...ASKED), {
    saved: {
      pl: "Dziennik ma zapis o sprawdzeniu.",
      en: "The journal says that the letters were looked up.",
    },
    next: { pl: "Listy są na tej stronie.", en: "The letters are on this page." },
  }),
});

export const letters = {
  rows: letterRows,
  keeps: [],
  office: {
    row: letterRows.getOfficeLetterSearch,
    title: { pl: "Wysłane wiadomości", en: "Sent messages" },
    about: {
      pl: "Co się stało z listami na dany adres lub numer.",
      en: "What became of letters to an address or number.",
    },
  },
} as const satisfies Slice;
