/**
 * The one route table. The stacks, the local host, the OpenAPI document and the authorisation test all read it; it is plain data.
 * A row without `who` does not compile.
 */
import type { Role } from "../shared/platform/actor.ts";
import type { Route, Who } from "../shared/platform/route.ts";

export type { FunctionName, Route, Who } from "../shared/platform/route.ts";

const anyone: Who = { by: "anyone" };
const voter: Who = { by: "voter-token" };
const linked: Who = { by: "mailed-link" };
const staff = (...roles: Role[]): Who => ({ by: "staff-token", roles });
const desk = (...roles: Role[]): Who => ({ by: "staff-cookie", roles });

// Consultations and meetings: who writes them, and who also stands at the door with the list.
const editor = staff("editor", "coordinator");
const editorDesk = desk("editor", "coordinator");
const atDoor = staff("editor", "coordinator", "clerk");
const doorDesk = desk("editor", "coordinator", "clerk");

// The office: its home is everybody's who works there; a cycle is run by some and read by others.
const office = desk(
  "coordinator",
  "verifier",
  "unit",
  "moderator",
  "editor",
  "clerk",
  "commission",
  "auditor",
  "admin",
);
const cycleReaders = desk("coordinator", "commission", "auditor");
const coordinatorDesk = desk("coordinator");
const commissionDesk = desk("commission");

export const routes = {
  // The site.
  getHome: { key: "GET /", fn: "site", who: anyone, page: true },
  getHelp: { key: "GET /pomoc", fn: "site", who: anyone, page: true },
  getPrivacy: { key: "GET /prywatnosc", fn: "site", who: anyone, page: true },
  getCookies: { key: "GET /ciasteczka", fn: "site", who: anyone, page: true },
  getAccessibility: { key: "GET /dostepnosc", fn: "site", who: anyone, page: true },
  getDocs: { key: "GET /docs", fn: "site", who: anyone, page: true },
  getRefusal: { key: "GET /problems/{area}/{reason}", fn: "site", who: anyone, page: true },
  getAccident: { key: "GET /problems/accident", fn: "site", who: anyone, page: true },
  getStatic: { key: "GET /static/{file}", fn: "site", who: anyone },
  getOpenapi: { key: "GET /openapi.json", fn: "site", who: anyone },
  getHealth: { key: "GET /health", fn: "site", who: anyone },
  getRobots: { key: "GET /robots.txt", fn: "site", who: anyone },
  getSecurity: { key: "GET /.well-known/security.txt", fn: "site", who: anyone },
  // Every path that no other row knows.
  getMissing: { key: "GET /{proxy+}", fn: "site", who: anyone, page: true },
  postMissing: { key: "POST /{proxy+}", fn: "site", who: anyone },
  putMissing: { key: "PUT /{proxy+}", fn: "site", who: anyone },
  patchMissing: { key: "PATCH /{proxy+}", fn: "site", who: anyone },
  deleteMissing: { key: "DELETE /{proxy+}", fn: "site", who: anyone },

  // Cycles.
  getCycles: { key: "GET /v1/cycles", fn: "cycles", who: anyone },
  getCycle: { key: "GET /v1/cycles/{cycleId}", fn: "cycles", who: anyone },
  postCycle: { key: "POST /v1/staff/cycles", fn: "cycles", who: staff("coordinator") },
  getStaffCycle: {
    key: "GET /v1/staff/cycles/{cycleId}",
    fn: "cycles",
    who: staff("coordinator", "commission", "auditor"),
  },
  patchCalendar: {
    key: "PATCH /v1/staff/cycles/{cycleId}/calendar",
    fn: "cycles",
    who: staff("coordinator"),
  },
  postTransition: {
    key: "POST /v1/staff/cycles/{cycleId}/transitions",
    fn: "cycles",
    who: staff("coordinator"),
  },
  postSignOff: { key: "POST /v1/staff/cycles/{cycleId}/sign-offs", fn: "cycles", who: staff("commission") },
  postDraw: { key: "POST /v1/staff/cycles/{cycleId}/draws", fn: "cycles", who: staff("commission") },
  putKeys: { key: "PUT /v1/staff/cycles/{cycleId}/keys", fn: "cycles", who: staff("commission") },
  postCountKey: { key: "POST /v1/staff/cycles/{cycleId}/count-key", fn: "cycles", who: staff("commission") },

  // Proposals and projects.
  postProposal: {
    key: "POST /v1/cycles/{cycleId}/proposals",
    fn: "proposals",
    who: anyone,
    limit: { rate: 20, burst: 40 },
  },
  postSupport: {
    key: "POST /v1/cycles/{cycleId}/proposals/{projectId}/supports",
    fn: "proposals",
    who: anyone,
    limit: { rate: 20, burst: 40 },
  },
  postWithdrawal: {
    key: "POST /v1/cycles/{cycleId}/proposals/{projectId}/withdrawal",
    fn: "proposals",
    who: linked,
  },
  getProjects: { key: "GET /v1/cycles/{cycleId}/projects", fn: "proposals", who: anyone },
  getProjectsCsv: { key: "GET /v1/cycles/{cycleId}/projects.csv", fn: "proposals", who: anyone },
  getProjectsGeojson: { key: "GET /v1/cycles/{cycleId}/projects.geojson", fn: "proposals", who: anyone },
  getProject: { key: "GET /v1/cycles/{cycleId}/projects/{projectId}", fn: "proposals", who: anyone },
  postProject: {
    key: "POST /v1/staff/cycles/{cycleId}/projects",
    fn: "proposals",
    who: staff("coordinator", "verifier"),
  },
  getStaffProjects: {
    key: "GET /v1/staff/cycles/{cycleId}/projects",
    fn: "proposals",
    who: staff("coordinator", "verifier", "auditor"),
  },
  getStaffProject: {
    key: "GET /v1/staff/cycles/{cycleId}/projects/{projectId}",
    fn: "proposals",
    who: staff("coordinator", "verifier", "auditor"),
  },
  postFormalCheck: {
    key: "POST /v1/staff/cycles/{cycleId}/projects/{projectId}/formal-check",
    fn: "proposals",
    who: staff("verifier"),
  },
  postAdmission: {
    key: "POST /v1/staff/cycles/{cycleId}/projects/{projectId}/admission",
    fn: "proposals",
    who: staff("coordinator"),
  },
  postOfficeWithdrawal: {
    key: "POST /v1/staff/cycles/{cycleId}/projects/{projectId}/withdrawal",
    fn: "proposals",
    who: staff("coordinator"),
  },
  // Their pages.
  getProjectsPage: { key: "GET /projekty", fn: "proposals", who: anyone, page: true },
  getProjectPage: { key: "GET /projekty/{cycleId}/{projectId}", fn: "proposals", who: anyone, page: true },
  postSupportForm: {
    key: "POST /projekty/{cycleId}/{projectId}/poparcie",
    fn: "proposals",
    who: anyone,
    page: true,
    limit: { rate: 20, burst: 40 },
  },
  getSupportLink: { key: "GET /poparcie/{token}", fn: "proposals", who: linked, page: true },
  postSupportLink: { key: "POST /poparcie/{token}", fn: "proposals", who: linked, page: true },
  getStart: { key: "GET /zglos", fn: "proposals", who: anyone, page: true },
  postStart: {
    key: "POST /zglos",
    fn: "proposals",
    who: anyone,
    page: true,
    limit: { rate: 20, burst: 40 },
  },
  getProposalForm: { key: "GET /zglos/{token}", fn: "proposals", who: linked, page: true },
  postProposalForm: { key: "POST /zglos/{token}", fn: "proposals", who: linked, page: true },
  getAuthorPage: {
    key: "GET /moje/wnioski/{cycleId}/{projectId}/{proof}",
    fn: "proposals",
    who: linked,
    page: true,
  },
  postConfirmation: {
    key: "POST /moje/wnioski/{cycleId}/{projectId}/{proof}",
    fn: "proposals",
    who: linked,
    page: true,
  },
  getWithdrawalForm: {
    key: "GET /moje/wnioski/{cycleId}/{projectId}/{proof}/wycofaj",
    fn: "proposals",
    who: linked,
    page: true,
  },
  postWithdrawalForm: {
    key: "POST /moje/wnioski/{cycleId}/{projectId}/{proof}/wycofaj",
    fn: "proposals",
    who: linked,
    page: true,
  },
  // The checks of the office.
  getQueue: {
    key: "GET /urzad/wnioski",
    fn: "proposals",
    who: desk("coordinator", "verifier"),
    page: true,
  },
  getCase: {
    key: "GET /urzad/wnioski/{cycleId}/{projectId}",
    fn: "proposals",
    who: desk("coordinator", "verifier"),
    page: true,
  },
  postFormalCheckForm: {
    key: "POST /urzad/wnioski/{cycleId}/{projectId}/ocena-formalna",
    fn: "proposals",
    who: desk("verifier"),
    page: true,
  },
  postAdmissionForm: {
    key: "POST /urzad/wnioski/{cycleId}/{projectId}/dopuszczenie",
    fn: "proposals",
    who: desk("coordinator"),
    page: true,
  },
  postOfficeWithdrawalForm: {
    key: "POST /urzad/wnioski/{cycleId}/{projectId}/wycofanie",
    fn: "proposals",
    who: desk("coordinator"),
    page: true,
  },

  // The vote.
  postRoll: { key: "POST /v1/staff/cycles/{cycleId}/roll", fn: "voting", who: staff("coordinator") },
  postVoterSession: {
    key: "POST /v1/cycles/{cycleId}/voter-sessions",
    fn: "voting",
    who: anyone,
    limit: { rate: 50, burst: 100 },
  },
  postCode: {
    key: "POST /v1/cycles/{cycleId}/voter-sessions/{session}/code",
    fn: "voting",
    who: anyone,
    limit: { rate: 50, burst: 100 },
  },
  postBallot: {
    key: "POST /v1/cycles/{cycleId}/ballots",
    fn: "voting",
    who: voter,
    limit: { rate: 200, burst: 400 },
  },
  getReceipt: { key: "GET /v1/cycles/{cycleId}/receipts/{receipt}", fn: "voting", who: anyone },
  // Its pages. What was chosen is in the body of a form, never in a path; whom a code was asked for is in a cookie.
  getStartPage: { key: "GET /glosuj", fn: "voting", who: anyone, page: true },
  getIdentityPage: { key: "GET /glosuj/{cycleId}", fn: "voting", who: anyone, page: true },
  postIdentityPage: {
    key: "POST /glosuj/{cycleId}",
    fn: "voting",
    who: anyone,
    page: true,
    limit: { rate: 50, burst: 100 },
  },
  getCodePage: { key: "GET /glosuj/{cycleId}/kod", fn: "voting", who: anyone, page: true },
  postCodePage: {
    key: "POST /glosuj/{cycleId}/kod",
    fn: "voting",
    who: anyone,
    page: true,
    limit: { rate: 50, burst: 100 },
  },
  getListPage: { key: "GET /glosuj/{cycleId}/lista/{pool}", fn: "voting", who: voter, page: true },
  getBallotPage: { key: "GET /glosuj/{cycleId}/karta", fn: "voting", who: voter, page: true },
  postBallotPage: {
    key: "POST /glosuj/{cycleId}/karta",
    fn: "voting",
    who: voter,
    page: true,
    limit: { rate: 200, burst: 400 },
  },
  postCastPage: {
    key: "POST /glosuj/{cycleId}/glos",
    fn: "voting",
    who: voter,
    page: true,
    limit: { rate: 200, burst: 400 },
  },
  getReceiptPage: { key: "GET /glosuj/{cycleId}/potwierdzenie", fn: "voting", who: anyone, page: true },
  getCheckPage: { key: "GET /sprawdz-glos", fn: "voting", who: anyone, page: true },
  postCheckPage: {
    key: "POST /sprawdz-glos",
    fn: "voting",
    who: anyone,
    page: true,
    limit: { rate: 20, burst: 40 },
  },

  // Results. A path parameter takes a whole segment, so that `M.pb` is one.
  getResults: { key: "GET /v1/cycles/{cycleId}/results", fn: "results", who: anyone },
  getResultsCsv: { key: "GET /v1/cycles/{cycleId}/results.csv", fn: "results", who: anyone },
  getPackage: { key: "GET /v1/cycles/{cycleId}/results/package.zip", fn: "results", who: anyone },
  getPoolPb: { key: "GET /v1/cycles/{cycleId}/results/{pool}", fn: "results", who: anyone },
  getResultsListPage: { key: "GET /wyniki", fn: "results", who: anyone, page: true },
  getResultsPage: { key: "GET /wyniki/{cycleId}", fn: "results", who: anyone, page: true },
  getPoolResultsPage: { key: "GET /wyniki/{cycleId}/{pool}", fn: "results", who: anyone, page: true },

  // Consultations and meetings.
  getConsultations: { key: "GET /v1/consultations", fn: "consultations", who: anyone },
  getConsultation: { key: "GET /v1/consultations/{consultationId}", fn: "consultations", who: anyone },
  getMeetings: { key: "GET /v1/meetings", fn: "consultations", who: anyone },
  getMeeting: { key: "GET /v1/meetings/{meetingId}", fn: "consultations", who: anyone },
  getMeetingCalendar: { key: "GET /v1/meetings/{meetingId}/meeting.ics", fn: "consultations", who: anyone },
  postSignup: {
    key: "POST /v1/meetings/{meetingId}/signups",
    fn: "consultations",
    who: anyone,
    limit: { rate: 200, burst: 400 },
  },
  deleteSignup: {
    key: "DELETE /v1/meetings/{meetingId}/signups/{signupId}",
    fn: "consultations",
    who: linked,
  },
  getStaffConsultations: { key: "GET /v1/staff/consultations", fn: "consultations", who: editor },
  getStaffConsultation: {
    key: "GET /v1/staff/consultations/{consultationId}",
    fn: "consultations",
    who: editor,
  },
  postConsultation: { key: "POST /v1/staff/consultations", fn: "consultations", who: editor },
  patchConsultation: {
    key: "PATCH /v1/staff/consultations/{consultationId}",
    fn: "consultations",
    who: editor,
  },
  postPublication: {
    key: "POST /v1/staff/consultations/{consultationId}/publication",
    fn: "consultations",
    who: editor,
  },
  getStaffMeeting: { key: "GET /v1/staff/meetings/{meetingId}", fn: "consultations", who: editor },
  postMeeting: { key: "POST /v1/staff/meetings", fn: "consultations", who: editor },
  patchMeeting: { key: "PATCH /v1/staff/meetings/{meetingId}", fn: "consultations", who: editor },
  postCancellation: {
    key: "POST /v1/staff/meetings/{meetingId}/cancellation",
    fn: "consultations",
    who: editor,
  },
  getSignups: { key: "GET /v1/staff/meetings/{meetingId}/signups", fn: "consultations", who: atDoor },
  getConsultationsPage: { key: "GET /konsultacje", fn: "consultations", who: anyone, page: true },
  getConsultationPage: {
    key: "GET /konsultacje/{consultationId}",
    fn: "consultations",
    who: anyone,
    page: true,
  },
  getMeetingsPage: { key: "GET /spotkania", fn: "consultations", who: anyone, page: true },
  getMeetingPage: { key: "GET /spotkania/{meetingId}", fn: "consultations", who: anyone, page: true },
  postSignupPage: {
    key: "POST /spotkania/{meetingId}",
    fn: "consultations",
    who: anyone,
    page: true,
    limit: { rate: 200, burst: 400 },
  },
  getSignupPage: {
    key: "GET /spotkania/{meetingId}/zapis/{signupId}",
    fn: "consultations",
    who: anyone,
    page: true,
  },
  getSignupLink: {
    key: "GET /zapis/{meetingId}/{signupId}/{token}",
    fn: "consultations",
    who: linked,
    page: true,
  },
  postSignupLink: {
    key: "POST /zapis/{meetingId}/{signupId}/{token}",
    fn: "consultations",
    who: linked,
    page: true,
  },
  getDeskConsultations: { key: "GET /urzad/konsultacje", fn: "consultations", who: editorDesk, page: true },
  getDeskNewConsultation: {
    key: "GET /urzad/konsultacje/nowe",
    fn: "consultations",
    who: editorDesk,
    page: true,
  },
  postDeskConsultation: {
    key: "POST /urzad/konsultacje/nowe",
    fn: "consultations",
    who: editorDesk,
    page: true,
  },
  getDeskConsultation: {
    key: "GET /urzad/konsultacje/{consultationId}",
    fn: "consultations",
    who: editorDesk,
    page: true,
  },
  postDeskConsultationEdit: {
    key: "POST /urzad/konsultacje/{consultationId}",
    fn: "consultations",
    who: editorDesk,
    page: true,
  },
  postDeskPublication: {
    key: "POST /urzad/konsultacje/{consultationId}/ogloszenie",
    fn: "consultations",
    who: editorDesk,
    page: true,
  },
  getDeskMeetings: { key: "GET /urzad/spotkania", fn: "consultations", who: doorDesk, page: true },
  getDeskNewMeeting: { key: "GET /urzad/spotkania/nowe", fn: "consultations", who: editorDesk, page: true },
  postDeskMeeting: { key: "POST /urzad/spotkania/nowe", fn: "consultations", who: editorDesk, page: true },
  getDeskMeeting: { key: "GET /urzad/spotkania/{meetingId}", fn: "consultations", who: doorDesk, page: true },
  getDoorListFile: {
    key: "GET /urzad/spotkania/{meetingId}/lista.csv",
    fn: "consultations",
    who: doorDesk,
    page: true,
  },
  getDeskMeetingEdit: {
    key: "GET /urzad/spotkania/{meetingId}/zmiana",
    fn: "consultations",
    who: editorDesk,
    page: true,
  },
  postDeskMeetingEdit: {
    key: "POST /urzad/spotkania/{meetingId}/zmiana",
    fn: "consultations",
    who: editorDesk,
    page: true,
  },
  getDeskCancellation: {
    key: "GET /urzad/spotkania/{meetingId}/odwolanie",
    fn: "consultations",
    who: editorDesk,
    page: true,
  },
  postDeskCancellation: {
    key: "POST /urzad/spotkania/{meetingId}/odwolanie",
    fn: "consultations",
    who: editorDesk,
    page: true,
  },

  // The office: signing in, and its home.
  getOffice: { key: "GET /urzad", fn: "staff", who: office, page: true },
  getSignIn: { key: "GET /urzad/zaloguj", fn: "staff", who: anyone, page: true },
  getCallback: { key: "GET /urzad/powrot", fn: "staff", who: anyone, page: true },
  postSignOut: { key: "POST /urzad/wyloguj", fn: "staff", who: anyone, page: true },

  // Running a cycle.
  getDeskCycles: { key: "GET /urzad/edycje", fn: "cycles", who: cycleReaders, page: true },
  getDeskNewCycle: { key: "GET /urzad/edycje/nowa", fn: "cycles", who: coordinatorDesk, page: true },
  postDeskNewCycle: { key: "POST /urzad/edycje/nowa", fn: "cycles", who: coordinatorDesk, page: true },
  getDeskCycle: { key: "GET /urzad/edycje/{cycleId}", fn: "cycles", who: cycleReaders, page: true },
  getDeskLog: { key: "GET /urzad/edycje/{cycleId}/dziennik", fn: "cycles", who: cycleReaders, page: true },
  getDeskTransition: {
    key: "GET /urzad/edycje/{cycleId}/dalej",
    fn: "cycles",
    who: coordinatorDesk,
    page: true,
  },
  postDeskTransition: {
    key: "POST /urzad/edycje/{cycleId}/dalej",
    fn: "cycles",
    who: coordinatorDesk,
    page: true,
  },
  getDeskCycleCancellation: {
    key: "GET /urzad/edycje/{cycleId}/odwolanie",
    fn: "cycles",
    who: coordinatorDesk,
    page: true,
  },
  postDeskCycleCancellation: {
    key: "POST /urzad/edycje/{cycleId}/odwolanie",
    fn: "cycles",
    who: coordinatorDesk,
    page: true,
  },
  getDeskCalendar: {
    key: "GET /urzad/edycje/{cycleId}/daty/{phase}",
    fn: "cycles",
    who: coordinatorDesk,
    page: true,
  },
  postDeskCalendar: {
    key: "POST /urzad/edycje/{cycleId}/daty/{phase}",
    fn: "cycles",
    who: coordinatorDesk,
    page: true,
  },
  getDeskRoll: { key: "GET /urzad/edycje/{cycleId}/spis", fn: "voting", who: coordinatorDesk, page: true },
  postDeskRoll: { key: "POST /urzad/edycje/{cycleId}/spis", fn: "voting", who: coordinatorDesk, page: true },
  getDeskKeys: { key: "GET /urzad/edycje/{cycleId}/klucze", fn: "cycles", who: commissionDesk, page: true },
  postDeskKeys: { key: "POST /urzad/edycje/{cycleId}/klucze", fn: "cycles", who: commissionDesk, page: true },
  getDeskCountKey: {
    key: "GET /urzad/edycje/{cycleId}/klucz-do-liczenia",
    fn: "cycles",
    who: commissionDesk,
    page: true,
  },
  postDeskCountKey: {
    key: "POST /urzad/edycje/{cycleId}/klucz-do-liczenia",
    fn: "cycles",
    who: commissionDesk,
    page: true,
  },
  getDeskDraw: {
    key: "GET /urzad/edycje/{cycleId}/losowanie",
    fn: "cycles",
    who: commissionDesk,
    page: true,
  },
  postDeskDraw: {
    key: "POST /urzad/edycje/{cycleId}/losowanie",
    fn: "cycles",
    who: commissionDesk,
    page: true,
  },
  getDeskSignOff: {
    key: "GET /urzad/edycje/{cycleId}/podpis",
    fn: "cycles",
    who: commissionDesk,
    page: true,
  },
  postDeskSignOff: {
    key: "POST /urzad/edycje/{cycleId}/podpis",
    fn: "cycles",
    who: commissionDesk,
    page: true,
  },
} as const satisfies Record<string, Route>;
