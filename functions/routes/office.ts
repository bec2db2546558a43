/** The office: signing in, its home, its people, and acts that take two. */
import { ADDRESSES as at } from "../../shared/domain/addresses.ts";
import { ROLES, type Role } from "../../shared/domain/office/roles.ts";
import { anyone, api, desk, page, staff } from "../../shared/platform/row.ts";
import * as admit from "../admissions.ts";

/** Its home is everybody's who works there. */
const office = desk(...ROLES);
/** Whose work has a journal; which of them each role reads, the pages say. The auditor reads all. */
const journalReaders: Role[] = ["auditor", "coordinator", "commission", "verifier", "editor", "admin"];

/** Whose work letters can be: of proposals, of statements, of meetings. */
const LETTER_ROLES = ["coordinator", "clerk", "commission", "editor"] as const;
const letterStaff = staff(...LETTER_ROLES);
const letterDesk = desk(...LETTER_ROLES);

export const officeRows = {
  // The office: signing in, and its home.
  getOffice: page(`GET ${at.office}`, "staff", office),
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
  getAudit: api("GET /v1/staff/audit", "staff", staff(...journalReaders)),
  getDeskPeople: page(`GET ${at.people}`, "staff", office),
  getDeskPerson: page(`GET ${at.person}`, "staff", desk("admin")),
  postDeskPerson: page(`POST ${at.person}`, "staff", desk("admin")),
  postDeskPersonRemoval: page(`POST ${at.personRemoval}`, "staff", desk("admin")),
  getDeskNewUnit: page(`GET ${at.newUnit}`, "staff", desk("admin")),
  postDeskNewUnit: page(`POST ${at.newUnit}`, "staff", desk("admin")),
  getDeskUnit: page(`GET ${at.unit}`, "staff", desk("admin")),
  postDeskUnit: page(`POST ${at.unit}`, "staff", desk("admin")),
  postDeskUnitRemoval: page(`POST ${at.unitRemoval}`, "staff", desk("admin")),
  getDeskRights: page(`GET ${at.rights}`, "staff", office),
  getDeskJournals: page(`GET ${at.journals}`, "staff", desk(...journalReaders)),
  getDeskJournal: page(`GET ${at.journal}`, "staff", desk(...journalReaders)),

  // Letters about decisions that did not come through.
  getLetter: api("GET /v1/staff/letters/{letterId}", "staff", letterStaff),
  postLetterSending: api("POST /v1/staff/letters/{letterId}/sending", "staff", letterStaff),
  postLetterSettlement: api("POST /v1/staff/letters/{letterId}/settlement", "staff", letterStaff),
  getDeskLetter: page(`GET ${at.givenUpLetter}`, "staff", letterDesk),
  postDeskLetter: page(`POST ${at.givenUpLetter}`, "staff", letterDesk),

  // Acts that take two people. Served where there is every grant that accepting one needs.
  getPending: api("GET /v1/staff/pending/{pendingId}", "voting", staff(...ROLES)),
  postPendingAcceptance: api(
    "POST /v1/staff/pending/{pendingId}/acceptance",
    "voting",
    staff("coordinator", "commission", "clerk"),
  ),
  postPendingRefusal: api(
    "POST /v1/staff/pending/{pendingId}/refusal",
    "voting",
    staff("coordinator", "commission", "clerk"),
  ),
  postPendingWithdrawal: api(
    "POST /v1/staff/pending/{pendingId}/withdrawal",
    "voting",
    staff("coordinator", "commission", "clerk"),
  ),
  getDeskPending: page(`GET ${at.pendingAct}`, "voting", office),
  postDeskPending: page(`POST ${at.pendingAct}`, "voting", desk("coordinator", "commission", "clerk")),
} as const;
