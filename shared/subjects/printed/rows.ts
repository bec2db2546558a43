/** Letters on paper: where they are printed, posted, and come back to. */
import { ADDRESSES as at } from "../../domain/addresses.ts";
import { named } from "../../platform/route.ts";
import { act, api, form, office, page, staff } from "../../platform/row.ts";
import type { Slice } from "../slice.ts";

const fn = "supporters";
/** Who prints and posts, and who deals with what comes back. */
const posters = ["clerk", "coordinator"] as const;

const LETTERS = "/v1/staff/cycles/{cycleId}/printed-letters";
const decides = "nothing";

export const printedRows = named({
  getPrintedLetters: {
    ...api(`GET ${LETTERS}`, fn, staff(...posters)),
    said: { pl: "Przeczytano listy na papierze.", en: "Read the letters on paper." },
  },
  postPrinting: {
    ...act(`POST ${LETTERS}/printings`, fn, staff(...posters), {
      pl: "Wydrukowano listy.",
      en: "Printed letters.",
    }),
    decides,
  },
  postPosting: {
    ...act(`POST ${LETTERS}/{letterId}/posting`, fn, staff(...posters), {
      pl: "Nadano list na poczcie.",
      en: "Posted a letter.",
    }),
    decides,
  },
  postReturn: {
    ...act(`POST ${LETTERS}/{letterId}/return`, fn, staff(...posters), {
      pl: "List wrócił z poczty.",
      en: "The post brought a letter back.",
    }),
    decides,
  },
  postPrintedAgain: {
    ...act(`POST ${LETTERS}/{letterId}/resending`, fn, staff(...posters), {
      pl: "List, który wrócił, ma być wysłany jeszcze raz.",
      en: "A letter that came back is to be sent again.",
    }),
    decides,
  },
  postPrintedSettlement: {
    ...act(`POST ${LETTERS}/{letterId}/settlement`, fn, staff(...posters), {
      pl: "Osobę, do której list nie dotarł, powiadomiono inaczej.",
      en: "Somebody whom a letter did not reach was told otherwise.",
    }),
    decides,
  },
  getOfficePrintedLetters: page(`GET ${at.officePrintedLetters}`, fn, office(...posters)),
  postOfficePrinting: form(`POST ${at.officePrinting}`, fn, office(...posters), {
    saved: { pl: "Listy są gotowe do druku.", en: "The letters are ready to be printed." },
    next: {
      pl: "Otwórz plik, wydrukuj go i nadaj listy.",
      en: "Open the file, print it and post the letters.",
    },
  }),
  getOfficePrintedLetter: page(`GET ${at.officePrintedLetter}`, fn, office(...posters)),
  postOfficePosting: form(`POST ${at.officePosting}`, fn, office(...posters), {
    saved: { pl: "Nadanie jest zapisane.", en: "The posting is saved." },
    next: { pl: "Jeśli list wróci, zapisz to tutaj.", en: "If the letter comes back, note it here." },
  }),
  postOfficeReturn: form(`POST ${at.officeReturn}`, fn, office(...posters), {
    saved: { pl: "Zwrot jest zapisany.", en: "The return is saved." },
    next: {
      pl: "Wyślij list jeszcze raz albo powiadom tę osobę inaczej.",
      en: "Send it again or tell the person otherwise.",
    },
  }),
  postOfficePrintedAgain: form(`POST ${at.officePrintedAgain}`, fn, office(...posters), {
    saved: { pl: "List czeka na wydruk.", en: "The letter waits to be printed." },
    next: { pl: "Jest na liście do druku.", en: "It is on the list to print." },
  }),
  postOfficePrintedSettlement: form(`POST ${at.officePrintedSettlement}`, fn, office(...posters), {
    saved: { pl: "Sprawa listu jest zamknięta.", en: "The letter is dealt with." },
    next: { pl: "Nic więcej nie trzeba robić.", en: "Nothing more is to be done." },
  }),
});

/** Their file, by the function that writes PDF. */
export const printedFileRows = named({
  getPrintedFile: {
    ...api(`GET ${LETTERS}.pdf`, "documents", staff(...posters)),
    said: { pl: "Otwarto listy do wydruku.", en: "Opened letters to print." },
  },
  getOfficePrintedFile: page(`GET ${at.officePrintedFile}`, "documents", office(...posters)),
});

export const printed = {
  rows: { ...printedRows, ...printedFileRows },
  keeps: [],
  office: {
    row: printedRows.getOfficePrintedLetters,
    title: { pl: "Listy do wydruku", en: "Letters to print" },
    about: {
      pl: "Listy do osób bez e-maila: wydruk, nadanie, zwroty.",
      en: "Letters to people without a mailbox: printing, posting, returns.",
    },
  },
} as const satisfies Slice;
