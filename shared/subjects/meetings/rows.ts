/** Meetings: where residents find them and sign up, and where the office calls, changes and prepares them. */
import { ADDRESSES as at } from "../../domain/addresses.ts";
import { type Admission, lettersTo } from "../../platform/admission.ts";
import { named } from "../../platform/route.ts";
import { act, anyone, api, form, linked, office, page, RUSH, staff } from "../../platform/row.ts";
import type { Slice } from "../slice.ts";

export const atOffice = {
  signup: "/urzad/spotkania/{meetingId}/zapis",
  person: "/urzad/spotkania/{meetingId}/zapisy/{signupId}",
  called: "/urzad/spotkania/{meetingId}/zapisy/{signupId}/rozmowa",
  acceptance: "/urzad/spotkania/{meetingId}/zapisy/{signupId}/przyjecie",
  leaving: "/urzad/spotkania/{meetingId}/zapisy/{signupId}/rezygnacja",
  needs: "/urzad/spotkania/{meetingId}/potrzeby",
  need: "/urzad/spotkania/{meetingId}/potrzeby/{signupId}",
  questions: "/urzad/spotkania/{meetingId}/pytania",
} as const;

const fn = "consultations";
const editors = ["editor", "coordinator"] as const;
const deskRoles = [...editors, "clerk"] as const;
const [editor, editorOffice] = [staff(...editors), office(...editors)];
const [desk, deskOffice] = [staff(...deskRoles), office(...deskRoles)];
const ONE = "/v1/staff/meetings/{meetingId}";

const FORM = { bytes: 64_000, fields: 2000 };
export const SIGNUP_LETTER = lettersTo("sign-ups");
/** The letter with the link by which a place is confirmed; a form is counted as sent, and once more as one that comes back. */
const signingUp = {
  ...FORM,
  cost: { units: 18, letters: 1 },
  buckets: { signUp: SIGNUP_LETTER },
} as const satisfies Admission;
const byLink = { ...FORM, unlimited: "a mailed link is of one thing" } as const satisfies Admission;

/** Lists and calendars. */
export const listRows = named({
  getMeetings: api(`GET ${at.meetingsJson}`, fn, anyone),
  getMeetingsFeed: api(`GET ${at.meetingsFeed}`, fn, anyone),
  getMeeting: api("GET /v1/meetings/{meetingId}", fn, anyone),
  getMeetingCalendar: api(`GET ${at.meetingCalendar}`, fn, anyone),
});

export const listPageRows = named({ getMeetingsPage: page(`GET ${at.meetings}`, fn, anyone) });

/** Signing up. */
export const signupRows = named({
  postSignup: api("POST /v1/meetings/{meetingId}/signups", fn, anyone, { limit: RUSH, admission: signingUp }),
  postOfferAcceptance: api("POST /v1/meetings/{meetingId}/signups/{signupId}/acceptance", fn, linked, {
    admission: byLink,
  }),
  deleteSignup: api("DELETE /v1/meetings/{meetingId}/signups/{signupId}", fn, linked, { admission: byLink }),
});

export const signupPageRows = named({
  getMeetingPage: page(`GET ${at.meeting}`, fn, anyone),
  postSignupPage: page(`POST ${at.meeting}`, fn, anyone, { limit: RUSH, admission: signingUp }),
});

export const confirmRows = named({
  getSignupConfirmation: page(`GET ${at.signupConfirmation}`, fn, linked),
  postSignupConfirmation: page(`POST ${at.signupConfirmation}`, fn, linked, {
    limit: RUSH,
    admission: byLink,
  }),
});

export const placeRows = named({
  getSignupLink: page(`GET ${at.signupLink}`, fn, linked),
  postSignupLink: page(`POST ${at.signupLink}`, fn, linked, { admission: byLink }),
});

/** The office calls, changes and cancels. */
export const meetingRows = named({
  getStaffMeeting: api(`GET ${ONE}`, fn, editor),
  postMeeting: act("POST /v1/staff/meetings", fn, editor, {
    pl: "Ogłoszono spotkanie.",
    en: "A meeting was called.",
  }),
  patchMeeting: act(`PATCH ${ONE}`, fn, editor, {
    pl: "Zmieniono spotkanie.",
    en: "The meeting was changed.",
  }),
  postCancellation: act(`POST ${ONE}/cancellation`, fn, editor, {
    pl: "Odwołano spotkanie.",
    en: "The meeting was called off.",
  }),
  getOfficeMeetings: page(`GET ${at.officeMeetings}`, fn, deskOffice),
  getOfficeNewMeeting: page(`GET ${at.officeNewMeeting}`, fn, editorOffice),
  postOfficeMeeting: form(`POST ${at.officeNewMeeting}`, fn, editorOffice, {
    saved: { pl: "Spotkanie jest zapisane.", en: "The meeting is saved." },
    next: {
      pl: "Kto może się zapisać, zależy od tego, dla kogo jest.",
      en: "Who can sign up depends on whom it is for.",
    },
  }),
  getOfficeMeeting: page(`GET ${at.officeMeeting}`, fn, deskOffice),
  getOfficeMeetingEdit: page(`GET ${at.officeMeetingEdit}`, fn, editorOffice),
  postOfficeMeetingEdit: form(`POST ${at.officeMeetingEdit}`, fn, editorOffice, {
    saved: { pl: "Zmiany spotkania są zapisane.", en: "The changes of the meeting are saved." },
    next: {
      pl: "Zapisane osoby dostają wiadomość, jeśli zmienił się termin lub miejsce.",
      en: "Those who signed up get a message if the date or the place changed.",
    },
  }),
  getOfficeCancellation: page(`GET ${at.officeMeetingCancellation}`, fn, editorOffice),
  postOfficeCancellation: form(`POST ${at.officeMeetingCancellation}`, fn, editorOffice, {
    saved: { pl: "Spotkanie jest odwołane.", en: "The meeting is cancelled." },
    next: {
      pl: "Zapisane osoby dostają wiadomość z powodem.",
      en: "Those who signed up get a message with the reason.",
    },
  }),
});

/** The desk: who comes, and who signs up by phone. */
export const deskRows = named({
  getSignups: act(`GET ${ONE}/signups`, fn, desk, {
    pl: "Odczytano listę zapisanych na spotkanie.",
    en: "The list of those who signed up was read.",
  }),
  getDoorListFile: page(`GET ${at.doorList}`, fn, deskOffice),
  postStaffSignup: act(`POST ${ONE}/signups`, fn, desk, {
    pl: "Zapisano kogoś na spotkanie.",
    en: "Somebody was signed up for a meeting.",
  }),
  getOfficeSignup: page(`GET ${atOffice.signup}`, fn, deskOffice),
  postOfficeSignup: form(`POST ${atOffice.signup}`, fn, deskOffice, {
    saved: { pl: "Osoba jest zapisana.", en: "The person is signed up." },
    next: { pl: "Podaj jej kod, który widzisz na tej stronie.", en: "Tell them the code on this page." },
  }),
});

/** One sign-up at the desk. */
export const personRows = named({
  getOfficeSignedUp: page(`GET ${atOffice.person}`, fn, deskOffice),
  postCall: act(`POST ${ONE}/signups/{signupId}/call`, fn, desk, {
    pl: "Powiadomiono telefonicznie osobę bez adresu e-mail.",
    en: "Somebody without an e-mail address was told by phone.",
  }),
  postOfficeCall: form(`POST ${atOffice.called}`, fn, deskOffice, {
    saved: { pl: "Rozmowa jest odnotowana.", en: "The call is noted." },
    next: { pl: "Ta osoba już nie czeka na telefon.", en: "This person waits for no call any more." },
  }),
  postStaffAcceptance: act(`POST ${ONE}/signups/{signupId}/acceptance`, fn, desk, {
    pl: "Przyjęto proponowane miejsce na prośbę osoby.",
    en: "An offered place was accepted at somebody's wish.",
  }),
  postOfficeAcceptance: form(`POST ${atOffice.acceptance}`, fn, deskOffice, {
    saved: { pl: "Miejsce jest przyjęte.", en: "The place is accepted." },
    next: { pl: "Podaj kod, który widzisz na tej stronie.", en: "Tell them the code on this page." },
  }),
  deleteStaffSignup: act(`DELETE ${ONE}/signups/{signupId}`, fn, desk, {
    pl: "Wypisano kogoś ze spotkania na jego prośbę.",
    en: "Somebody was signed off a meeting at their wish.",
  }),
  postOfficeLeaving: form(`POST ${atOffice.leaving}`, fn, deskOffice, {
    saved: { pl: "Osoba jest wypisana.", en: "The person is signed off." },
    next: { pl: "Miejsce idzie do następnej osoby z listy.", en: "The place goes to the next on the list." },
  }),
});

/** What people need to take part. */
export const needRows = named({
  getNeeds: act(`GET ${ONE}/needs`, fn, desk, {
    pl: "Odczytano potrzeby uczestników spotkania.",
    en: "The needs of those who come to a meeting were read.",
  }),
  getOfficeNeeds: page(`GET ${atOffice.needs}`, fn, deskOffice),
  getOfficeNeed: page(`GET ${atOffice.need}`, fn, deskOffice),
  postNeedAnswer: act(`POST ${ONE}/needs/{signupId}`, fn, desk, {
    pl: "Odpowiedziano na potrzebę uczestnika spotkania.",
    en: "A need of somebody who comes to a meeting was answered.",
  }),
  postOfficeNeedAnswer: form(`POST ${atOffice.need}`, fn, deskOffice, {
    saved: { pl: "Odpowiedź jest zapisana.", en: "The answer is saved." },
    next: {
      pl: "Kto podał adres, dostaje ją listem. Do innych zadzwoń.",
      en: "Whoever gave an address gets it by mail. Call the others.",
    },
  }),
});

/** What people would like to have answered. */
export const askedRows = named({
  getQuestions: api(`GET ${ONE}/questions`, fn, desk),
  getOfficeQuestions: page(`GET ${atOffice.questions}`, fn, deskOffice),
});

export const meetings = {
  rows: {
    ...listRows,
    ...listPageRows,
    ...signupRows,
    ...signupPageRows,
    ...confirmRows,
    ...placeRows,
    ...meetingRows,
    ...deskRows,
    ...personRows,
    ...needRows,
    ...askedRows,
  },
  keeps: ["meeting", "agenda", "roster", "places", "signup", "needs"],
} as const satisfies Slice;
