/** The office: signing in, its home, its people, and acts that take two. */
import { ADDRESSES as at } from "../../shared/domain/addresses.ts";
import { ROLES, type Role } from "../../shared/domain/office/roles.ts";
import { anyone, api, office, page, staff } from "../../shared/platform/row.ts";
import * as admit from "../admissions.ts";

/** Its home is everybody's who works there. */
const anyRole = office(...ROLES);
/** Whose work has a journal; which of them each role reads, the pages say. The auditor reads all. */
const journalReaders: Role[] = ["auditor", "coordinator", "commission", "verifier", "editor", "admin"];

/** Who mends forms, and who answers for them. */
const formReaders: Role[] = ["coordinator", "editor", "auditor", "admin"];

/** Whose work the second word about an act that takes two can be. */
const settlers = ["coordinator", "commission", "clerk", "editor", "admin"] as const;

/** Whose work letters can be: of proposals, of statements, of meetings. */
const LETTER_ROLES = ["coordinator", "clerk", "commission", "editor"] as const;
const letterStaff = staff(...LETTER_ROLES);
const forLetters = office(...LETTER_ROLES);

export const officeRows = {
  // The office: signing in, and its home.
  getOffice: page(`GET ${at.office}`, "staff", anyRole),
  getWork: api("GET /v1/staff/work", "staff", staff(...ROLES)),
  getSignIn: page(`GET ${at.signIn}`, "staff", anyone),
  getCallback: page(`GET ${at.signInReturn}`, "staff", anyone),
  postSignOut: page(`POST ${at.signOut}`, "staff", anyone, { admission: admit.looking }),

  // The office itself: its directory, who may do what, and what was done.
  getUnits: api("GET /v1/staff/units", "staff", staff(...ROLES)),
  postUnit: api("POST /v1/staff/units", "staff", staff("admin")),
  patchUnit: api("PATCH /v1/staff/units/{unitId}", "staff", staff("admin")),
  deleteUnit: api("DELETE /v1/staff/units/{unitId}", "staff", staff("admin")),
  getPeople: api("GET /v1/staff/people", "staff", staff(...ROLES)),
  getPerson: api("GET /v1/staff/people/{personId}", "staff", staff(...ROLES)),
  patchPerson: api("PATCH /v1/staff/people/{personId}", "staff", staff("admin")),
  deletePerson: api("DELETE /v1/staff/people/{personId}", "staff", staff("admin")),
  postPersonSignOut: api("POST /v1/staff/people/{personId}/sign-out", "staff", staff("admin")),
  getAudit: api("GET /v1/staff/audit", "staff", staff(...journalReaders)),
  getOfficePeople: page(`GET ${at.people}`, "staff", anyRole),
  getOfficePerson: page(`GET ${at.person}`, "staff", office("admin")),
  postOfficePerson: page(`POST ${at.person}`, "staff", office("admin")),
  postOfficePersonRemoval: page(`POST ${at.personRemoval}`, "staff", office("admin")),
  postOfficePersonSignOut: page(`POST ${at.personSignOut}`, "staff", office("admin")),
  getOfficeNewUnit: page(`GET ${at.newUnit}`, "staff", office("admin")),
  postOfficeNewUnit: page(`POST ${at.newUnit}`, "staff", office("admin")),
  getOfficeUnit: page(`GET ${at.unit}`, "staff", office("admin")),
  postOfficeUnit: page(`POST ${at.unit}`, "staff", office("admin")),
  postOfficeUnitRemoval: page(`POST ${at.unitRemoval}`, "staff", office("admin")),
  getOfficeRights: page(`GET ${at.rights}`, "staff", anyRole),
  getForms: api("GET /v1/staff/forms", "staff", staff(...formReaders)),
  getOfficeForms: page(`GET ${at.forms}`, "staff", office(...formReaders)),
  getOfficeJournals: page(`GET ${at.journals}`, "staff", office(...journalReaders)),
  getOfficeJournal: page(`GET ${at.journal}`, "staff", office(...journalReaders)),

  // Letters about decisions that did not come through.
  getLetter: api("GET /v1/staff/letters/{letterId}", "staff", letterStaff),
  postLetterSending: api("POST /v1/staff/letters/{letterId}/sending", "staff", letterStaff),
  postLettersAlike: api("POST /v1/staff/letters/{letterId}/sending-alike", "staff", letterStaff),
  postLetterSettlement: api("POST /v1/staff/letters/{letterId}/settlement", "staff", letterStaff),
  getOfficeLetter: page(`GET ${at.givenUpLetter}`, "staff", forLetters),
  postOfficeLetter: page(`POST ${at.givenUpLetter}`, "staff", forLetters),

  // Acts that take two people. Served where there is every grant that accepting one needs.
  getPending: api("GET /v1/staff/pending/{pendingId}", "voting", staff(...ROLES)),
  postPendingAcceptance: api("POST /v1/staff/pending/{pendingId}/acceptance", "voting", staff(...settlers)),
  postPendingRefusal: api("POST /v1/staff/pending/{pendingId}/refusal", "voting", staff(...settlers)),
  postPendingWithdrawal: api("POST /v1/staff/pending/{pendingId}/withdrawal", "voting", staff(...settlers)),
  getOfficePending: page(`GET ${at.pendingAct}`, "voting", anyRole),
  postOfficePending: page(`POST ${at.pendingAct}`, "voting", office(...settlers)),
} as const;
