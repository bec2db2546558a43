/** The door of a meeting: who has come, by the code of their sign-up or as a number. */
import { ADDRESSES } from "../../domain/addresses.ts";
import { named } from "../../platform/route.ts";
import { act, api, form, office, page, staff } from "../../platform/row.ts";
import type { Slice } from "../slice.ts";

export const at = {
  door: ADDRESSES.officeDoor,
  person: "/urzad/spotkania/{meetingId}/wejscie/osoba",
  back: "/urzad/spotkania/{meetingId}/wejscie/cofniecie",
  others: "/urzad/spotkania/{meetingId}/wejscie/bez-zapisu",
} as const;

const fn = "consultations";
const atDoor = ["editor", "coordinator", "clerk"] as const;
const ONE = "/v1/staff/meetings/{meetingId}";

export const checkInRows = named({
  getCheckIns: api(`GET ${ONE}/check-ins`, fn, staff(...atDoor)),
  postCheckIn: act(`POST ${ONE}/check-ins`, fn, staff(...atDoor), {
    pl: "Zapisano wejście na spotkanie.",
    en: "Noted that somebody came to a meeting.",
  }),
  postCheckInBack: act(`POST ${ONE}/check-ins/withdrawal`, fn, staff(...atDoor), {
    pl: "Cofnięto pomyłkowe wejście na spotkanie.",
    en: "Took back that somebody came to a meeting.",
  }),
  postWalkIns: act(`POST ${ONE}/walk-ins`, fn, staff(...atDoor), {
    pl: "Zapisano osoby, które przyszły bez zapisu.",
    en: "Noted people who came without a sign-up.",
  }),
  getOfficeDoor: page(`GET ${at.door}`, fn, office(...atDoor)),
  postOfficeCheckIn: form(`POST ${at.person}`, fn, office(...atDoor), {
    saved: { pl: "Wejście jest zapisane.", en: "They are noted as there." },
    next: { pl: "Wpisz kod następnej osoby.", en: "Enter the code of the next person." },
  }),
  postOfficeCheckInBack: form(`POST ${at.back}`, fn, office(...atDoor), {
    saved: { pl: "Wejście jest cofnięte.", en: "The entry is taken back." },
    next: { pl: "Ten kod można wpisać jeszcze raz.", en: "That code can be entered again." },
  }),
  postOfficeWalkIns: form(`POST ${at.others}`, fn, office(...atDoor), {
    saved: { pl: "Liczba obecnych jest zmieniona.", en: "The number of those there has changed." },
    next: { pl: "Protokół weźmie ją stąd.", en: "The minutes take it from here." },
  }),
});

export const checkIns = {
  rows: checkInRows,
  keeps: ["checkIn"],
} as const satisfies Slice;
