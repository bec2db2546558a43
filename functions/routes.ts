/**
 * The one route table. The stacks, the local host, the OpenAPI document and the authorisation test all read it; it is plain data.
 * A row without `who` does not compile.
 */
import { ROLES, type Role } from "../shared/domain/office/roles.ts";
import type { FunctionName, Route, RouteKey, Who } from "../shared/platform/route.ts";

export type { FunctionName, Route, Who } from "../shared/platform/route.ts";

const anyone = { by: "anyone" } as const satisfies Who;
const voter = { by: "voter-token" } as const satisfies Who;
const linked = { by: "mailed-link" } as const satisfies Who;
const staff = (...roles: Role[]) => ({ by: "staff-token", roles }) as const satisfies Who;
const desk = (...roles: Role[]) => ({ by: "staff-cookie", roles }) as const satisfies Who;

// Consultations and meetings: who writes them, and who also stands at the door with the list.
const editor = staff("editor", "coordinator");
const editorDesk = desk("editor", "coordinator");
const atDoor = staff("editor", "coordinator", "clerk");
const doorDesk = desk("editor", "coordinator", "clerk");

// The office: its home is everybody's who works there; a cycle is run by some and read by others.
const office = desk(...ROLES);
const cycleReaders = desk("coordinator", "commission", "auditor");
const coordinatorDesk = desk("coordinator");
const commissionDesk = desk("commission");
const statementDesk = desk("clerk", "commission");

// Voting points: clerks work there; what was done there others read.
const clerkDesk = desk("clerk");
const pointReaders = desk("clerk", "coordinator", "commission", "auditor");

/** Requests a second and burst of a route that has limits of its own. */
type Limit = NonNullable<Route["limit"]>;

const api = <K extends RouteKey, W extends Who>(
  key: K,
  fn: FunctionName,
  who: W,
  limit?: Limit,
): Route<K, W> => ({
  key,
  fn,
  who,
  ...(limit && { limit }),
});
const page = <K extends RouteKey, W extends Who>(
  key: K,
  fn: FunctionName,
  who: W,
  limit?: Limit,
): Route<K, W> => ({
  ...api(key, fn, who, limit),
  page: true,
});

export const routes = {
  // The site.
  getHome: page("GET /", "site", anyone),
  getHelp: page("GET /pomoc", "site", anyone),
  getPrivacy: page("GET /prywatnosc", "site", anyone),
  getCookies: page("GET /ciasteczka", "site", anyone),
  getAccessibility: page("GET /dostepnosc", "site", anyone),
  getDocs: page("GET /docs", "site", anyone),
  getRefusal: page("GET /problems/{area}/{reason}", "site", anyone),
  getAccident: page("GET /problems/accident", "site", anyone),
  getStatic: api("GET /static/{file}", "site", anyone),
  getOpenapi: api("GET /openapi.json", "site", anyone),
  getHealth: api("GET /health", "site", anyone),
  getRobots: api("GET /robots.txt", "site", anyone),
  getSecurity: api("GET /.well-known/security.txt", "site", anyone),
  // Every path that no other row knows.
  getMissing: page("GET /{proxy+}", "site", anyone),
  postMissing: api("POST /{proxy+}", "site", anyone),
  putMissing: api("PUT /{proxy+}", "site", anyone),
  patchMissing: api("PATCH /{proxy+}", "site", anyone),
  deleteMissing: api("DELETE /{proxy+}", "site", anyone),

  // Cycles.
  getCycles: api("GET /v1/cycles", "cycles", anyone),
  getCycle: api("GET /v1/cycles/{cycleId}", "cycles", anyone),
  getTurnout: api("GET /v1/cycles/{cycleId}/turnout", "cycles", anyone),
  getCycleCalendar: api("GET /v1/cycles/{cycleId}/calendar.ics", "cycles", anyone),
  postCycle: api("POST /v1/staff/cycles", "cycles", staff("coordinator")),
  getStaffCycle: api(
    "GET /v1/staff/cycles/{cycleId}",
    "cycles",
    staff("coordinator", "commission", "auditor"),
  ),
  getRetention: api(
    "GET /v1/staff/cycles/{cycleId}/retention",
    "cycles",
    staff("coordinator", "commission", "auditor"),
  ),
  patchCalendar: api("PATCH /v1/staff/cycles/{cycleId}/calendar", "cycles", staff("coordinator")),
  postExtension: api(
    "POST /v1/staff/cycles/{cycleId}/extension",
    "cycles",
    staff("coordinator", "commission"),
  ),
  postExtensionAcceptance: api(
    "POST /v1/staff/cycles/{cycleId}/extension/acceptance",
    "cycles",
    staff("coordinator", "commission"),
  ),
  postTransition: api("POST /v1/staff/cycles/{cycleId}/transitions", "cycles", staff("coordinator")),
  postTransitionAcceptance: api(
    "POST /v1/staff/cycles/{cycleId}/transitions/acceptance",
    "cycles",
    staff("coordinator", "commission"),
  ),
  postTransitionWithdrawal: api(
    "POST /v1/staff/cycles/{cycleId}/transitions/withdrawal",
    "cycles",
    staff("coordinator", "commission"),
  ),
  postSignOff: api("POST /v1/staff/cycles/{cycleId}/sign-offs", "cycles", staff("commission")),
  postDraw: api("POST /v1/staff/cycles/{cycleId}/draws", "cycles", staff("commission")),
  putExclusionGroups: api("PUT /v1/staff/cycles/{cycleId}/exclusion-groups", "cycles", staff("coordinator")),
  putKeys: api("PUT /v1/staff/cycles/{cycleId}/keys", "cycles", staff("commission")),
  postCountKey: api("POST /v1/staff/cycles/{cycleId}/count-key", "cycles", staff("commission")),

  // Proposals and projects.
  postProposal: api("POST /v1/cycles/{cycleId}/proposals", "proposals", anyone, { rate: 20, burst: 40 }),
  postSupport: api("POST /v1/cycles/{cycleId}/proposals/{projectId}/supports", "proposals", anyone, {
    rate: 20,
    burst: 40,
  }),
  postWithdrawal: api("POST /v1/cycles/{cycleId}/proposals/{projectId}/withdrawal", "proposals", linked),
  getProjects: api("GET /v1/cycles/{cycleId}/projects", "proposals", anyone),
  getProjectsCsv: api("GET /v1/cycles/{cycleId}/projects.csv", "proposals", anyone),
  getProjectsGeojson: api("GET /v1/cycles/{cycleId}/projects.geojson", "proposals", anyone),
  getProject: api("GET /v1/cycles/{cycleId}/projects/{projectId}", "proposals", anyone),
  postProject: api("POST /v1/staff/cycles/{cycleId}/projects", "proposals", staff("coordinator", "verifier")),
  getStaffProjects: api(
    "GET /v1/staff/cycles/{cycleId}/projects",
    "proposals",
    staff("coordinator", "verifier", "auditor"),
  ),
  getStaffProject: api(
    "GET /v1/staff/cycles/{cycleId}/projects/{projectId}",
    "proposals",
    staff("coordinator", "verifier", "auditor"),
  ),
  postFormalCheck: api(
    "POST /v1/staff/cycles/{cycleId}/projects/{projectId}/formal-check",
    "proposals",
    staff("verifier"),
  ),
  postAdmission: api(
    "POST /v1/staff/cycles/{cycleId}/projects/{projectId}/admission",
    "proposals",
    staff("coordinator"),
  ),
  postOfficeWithdrawal: api(
    "POST /v1/staff/cycles/{cycleId}/projects/{projectId}/withdrawal",
    "proposals",
    staff("coordinator"),
  ),
  // Their pages.
  getProjectsPage: page("GET /projekty", "proposals", anyone),
  getProjectPage: page("GET /projekty/{cycleId}/{projectId}", "proposals", anyone),
  postSupportForm: page("POST /projekty/{cycleId}/{projectId}/poparcie", "proposals", anyone, {
    rate: 20,
    burst: 40,
  }),
  getSupportLink: page("GET /poparcie/{token}", "proposals", linked),
  postSupportLink: page("POST /poparcie/{token}", "proposals", linked),
  getStart: page("GET /zglos", "proposals", anyone),
  postStart: page("POST /zglos", "proposals", anyone, { rate: 20, burst: 40 }),
  getProposalForm: page("GET /zglos/{token}", "proposals", linked),
  postProposalForm: page("POST /zglos/{token}", "proposals", linked),
  getAuthorPage: page("GET /moje/wnioski/{cycleId}/{projectId}/{proof}", "proposals", linked),
  postConfirmation: page("POST /moje/wnioski/{cycleId}/{projectId}/{proof}", "proposals", linked),
  getWithdrawalForm: page("GET /moje/wnioski/{cycleId}/{projectId}/{proof}/wycofaj", "proposals", linked),
  postWithdrawalForm: page("POST /moje/wnioski/{cycleId}/{projectId}/{proof}/wycofaj", "proposals", linked),
  // The checks of the office.
  getQueue: page("GET /urzad/wnioski", "proposals", desk("coordinator", "verifier")),
  getCase: page("GET /urzad/wnioski/{cycleId}/{projectId}", "proposals", desk("coordinator", "verifier")),
  postFormalCheckForm: page(
    "POST /urzad/wnioski/{cycleId}/{projectId}/ocena-formalna",
    "proposals",
    desk("verifier"),
  ),
  postAdmissionForm: page(
    "POST /urzad/wnioski/{cycleId}/{projectId}/dopuszczenie",
    "proposals",
    desk("coordinator"),
  ),
  postOfficeWithdrawalForm: page(
    "POST /urzad/wnioski/{cycleId}/{projectId}/wycofanie",
    "proposals",
    desk("coordinator"),
  ),

  // The vote.
  postRoll: api("POST /v1/staff/cycles/{cycleId}/roll", "voting", staff("coordinator")),
  postVoterSession: api("POST /v1/cycles/{cycleId}/voter-sessions", "voting", anyone, {
    rate: 50,
    burst: 100,
  }),
  postResend: api("POST /v1/cycles/{cycleId}/voter-sessions/{session}/resend", "voting", anyone, {
    rate: 50,
    burst: 100,
  }),
  postCode: api("POST /v1/cycles/{cycleId}/voter-sessions/{session}/code", "voting", anyone, {
    rate: 50,
    burst: 100,
  }),
  postBallot: api("POST /v1/cycles/{cycleId}/ballots", "voting", voter, { rate: 200, burst: 400 }),
  getReceipt: api("GET /v1/cycles/{cycleId}/receipts/{receipt}", "voting", anyone),
  getCheckpoint: api("GET /v1/cycles/{cycleId}/checkpoint", "voting", anyone),
  // Voting points, and paper cards in batches.
  getPoints: api("GET /v1/cycles/{cycleId}/voting-points", "voting", anyone),
  putPoints: api("PUT /v1/staff/cycles/{cycleId}/voting-points", "voting", staff("coordinator")),
  postPointVoter: api(
    "POST /v1/staff/cycles/{cycleId}/voting-points/{pointId}/voters",
    "voting",
    staff("clerk"),
  ),
  getPointDay: api(
    "GET /v1/staff/cycles/{cycleId}/voting-points/{pointId}/days/{day}",
    "voting",
    staff("clerk", "coordinator", "commission", "auditor"),
  ),
  postDaySignature: api(
    "POST /v1/staff/cycles/{cycleId}/voting-points/{pointId}/days/{day}/signatures",
    "voting",
    staff("clerk", "commission"),
  ),
  postBatch: api("POST /v1/staff/cycles/{cycleId}/paper-batches", "voting", staff("clerk")),
  getBatch: api(
    "GET /v1/staff/cycles/{cycleId}/paper-batches/{batchId}",
    "voting",
    staff("clerk", "coordinator", "commission", "auditor"),
  ),
  postCard: api(
    "POST /v1/staff/cycles/{cycleId}/paper-batches/{batchId}/cards/{number}",
    "voting",
    staff("clerk"),
  ),
  postBatchClosing: api(
    "POST /v1/staff/cycles/{cycleId}/paper-batches/{batchId}/closing",
    "voting",
    staff("clerk"),
  ),
  postBatchCorrection: api(
    "POST /v1/staff/cycles/{cycleId}/paper-batches/{batchId}/correction",
    "voting",
    staff("clerk", "commission"),
  ),
  // Ballots that the commission leaves out of the count.
  getVoids: api("GET /v1/staff/cycles/{cycleId}/voids", "voting", staff("commission", "auditor")),
  postVoid: api("POST /v1/staff/cycles/{cycleId}/voids", "voting", staff("commission")),
  postVoidAcceptance: api(
    "POST /v1/staff/cycles/{cycleId}/voids/{voidId}/acceptance",
    "voting",
    staff("commission"),
  ),
  postVoidRefusal: api(
    "POST /v1/staff/cycles/{cycleId}/voids/{voidId}/refusal",
    "voting",
    staff("commission"),
  ),
  postVoidBallot: api("POST /v1/staff/cycles/{cycleId}/voids/{voidId}/ballot", "voting", staff("commission")),
  getSignals: api("GET /v1/staff/cycles/{cycleId}/signals", "voting", staff("commission", "auditor")),
  // Statements of residents who are not on the roll.
  postStatement: api("POST /v1/cycles/{cycleId}/statements", "voting", anyone, { rate: 20, burst: 40 }),
  postStaffStatement: api(
    "POST /v1/staff/cycles/{cycleId}/statements",
    "voting",
    staff("clerk", "commission"),
  ),
  getStatements: api(
    "GET /v1/staff/cycles/{cycleId}/statements",
    "voting",
    staff("clerk", "commission", "auditor"),
  ),
  getStatement: api(
    "GET /v1/staff/cycles/{cycleId}/statements/{statementId}",
    "voting",
    staff("clerk", "commission"),
  ),
  postStatementDecision: api(
    "POST /v1/staff/cycles/{cycleId}/statements/{statementId}/decision",
    "voting",
    staff("clerk", "commission"),
  ),
  getStatementPage: page("GET /glosuj/{cycleId}/oswiadczenie", "voting", anyone),
  postStatementPage: page("POST /glosuj/{cycleId}/oswiadczenie", "voting", anyone, { rate: 20, burst: 40 }),
  getDeskStatements: page("GET /urzad/oswiadczenia", "voting", statementDesk),
  getDeskNewStatement: page("GET /urzad/oswiadczenia/{cycleId}", "voting", statementDesk),
  postDeskNewStatement: page("POST /urzad/oswiadczenia/{cycleId}", "voting", statementDesk),
  getDeskStatement: page("GET /urzad/oswiadczenia/{cycleId}/{statementId}", "voting", statementDesk),
  postDeskStatement: page("POST /urzad/oswiadczenia/{cycleId}/{statementId}", "voting", statementDesk),
  // Its pages. What was chosen is in the body of a form, never in a path; whom a code was asked for is in a cookie.
  getStartPage: page("GET /glosuj", "voting", anyone),
  getIdentityPage: page("GET /glosuj/{cycleId}", "voting", anyone),
  postIdentityPage: page("POST /glosuj/{cycleId}", "voting", anyone, { rate: 50, burst: 100 }),
  getCodePage: page("GET /glosuj/{cycleId}/kod", "voting", anyone),
  postCodePage: page("POST /glosuj/{cycleId}/kod", "voting", anyone, { rate: 50, burst: 100 }),
  getEidStart: page("GET /glosuj/{cycleId}/eid", "voting", anyone, { rate: 50, burst: 100 }),
  getEidCallback: page("GET /eid/powrot", "voting", anyone, { rate: 50, burst: 100 }),
  getListPage: page("GET /glosuj/{cycleId}/lista/{pool}", "voting", voter),
  getBallotPage: page("GET /glosuj/{cycleId}/karta", "voting", voter),
  postBallotPage: page("POST /glosuj/{cycleId}/karta", "voting", voter, { rate: 200, burst: 400 }),
  postCastPage: page("POST /glosuj/{cycleId}/glos", "voting", voter, { rate: 200, burst: 400 }),
  getReceiptPage: page("GET /glosuj/{cycleId}/potwierdzenie", "voting", anyone),
  getCheckPage: page("GET /sprawdz-glos", "voting", anyone),
  postCheckPage: page("POST /sprawdz-glos", "voting", anyone, { rate: 20, burst: 40 }),

  // Results. A path parameter takes a whole segment, so that `M.pb` is one.
  getResults: api("GET /v1/cycles/{cycleId}/results", "results", anyone),
  getResultsCsv: api("GET /v1/cycles/{cycleId}/results.csv", "results", anyone),
  getPackage: api("GET /v1/cycles/{cycleId}/results/package.zip", "results", anyone),
  getPoolPb: api("GET /v1/cycles/{cycleId}/results/{pool}", "results", anyone),
  getWhatIf: api("GET /v1/cycles/{cycleId}/results/what-if", "results", anyone, { rate: 20, burst: 40 }),
  getStaffWhatIf: api(
    "GET /v1/staff/cycles/{cycleId}/what-if",
    "results",
    staff("coordinator", "commission", "auditor"),
  ),
  getSigningKey: api("GET /v1/signing-key", "results", anyone),
  getResultsListPage: page("GET /wyniki", "results", anyone),
  getResultsPage: page("GET /wyniki/{cycleId}", "results", anyone),
  getPoolResultsPage: page("GET /wyniki/{cycleId}/{pool}", "results", anyone),
  getWhatIfPage: page("GET /wyniki/{cycleId}/{pool}/inna-zasada", "results", anyone, { rate: 20, burst: 40 }),

  // Consultations and meetings.
  getConsultations: api("GET /v1/consultations", "consultations", anyone),
  getConsultation: api("GET /v1/consultations/{consultationId}", "consultations", anyone),
  getMeetings: api("GET /v1/meetings", "consultations", anyone),
  getMeeting: api("GET /v1/meetings/{meetingId}", "consultations", anyone),
  getMeetingCalendar: api("GET /v1/meetings/{meetingId}/meeting.ics", "consultations", anyone),
  postSignup: api("POST /v1/meetings/{meetingId}/signups", "consultations", anyone, {
    rate: 200,
    burst: 400,
  }),
  deleteSignup: api("DELETE /v1/meetings/{meetingId}/signups/{signupId}", "consultations", linked),
  getStaffConsultations: api("GET /v1/staff/consultations", "consultations", editor),
  getStaffConsultation: api("GET /v1/staff/consultations/{consultationId}", "consultations", editor),
  postConsultation: api("POST /v1/staff/consultations", "consultations", editor),
  patchConsultation: api("PATCH /v1/staff/consultations/{consultationId}", "consultations", editor),
  postPublication: api("POST /v1/staff/consultations/{consultationId}/publication", "consultations", editor),
  getStaffMeeting: api("GET /v1/staff/meetings/{meetingId}", "consultations", editor),
  postMeeting: api("POST /v1/staff/meetings", "consultations", editor),
  patchMeeting: api("PATCH /v1/staff/meetings/{meetingId}", "consultations", editor),
  postCancellation: api("POST /v1/staff/meetings/{meetingId}/cancellation", "consultations", editor),
  getSignups: api("GET /v1/staff/meetings/{meetingId}/signups", "consultations", atDoor),
  getConsultationsPage: page("GET /konsultacje", "consultations", anyone),
  getConsultationPage: page("GET /konsultacje/{consultationId}", "consultations", anyone),
  getMeetingsPage: page("GET /spotkania", "consultations", anyone),
  getMeetingPage: page("GET /spotkania/{meetingId}", "consultations", anyone),
  postSignupPage: page("POST /spotkania/{meetingId}", "consultations", anyone, { rate: 200, burst: 400 }),
  getSignupPage: page("GET /spotkania/{meetingId}/zapis/{signupId}", "consultations", anyone),
  getSignupLink: page("GET /zapis/{meetingId}/{signupId}/{token}", "consultations", linked),
  postSignupLink: page("POST /zapis/{meetingId}/{signupId}/{token}", "consultations", linked),
  getDeskConsultations: page("GET /urzad/konsultacje", "consultations", editorDesk),
  getDeskNewConsultation: page("GET /urzad/konsultacje/nowe", "consultations", editorDesk),
  postDeskConsultation: page("POST /urzad/konsultacje/nowe", "consultations", editorDesk),
  getDeskConsultation: page("GET /urzad/konsultacje/{consultationId}", "consultations", editorDesk),
  postDeskConsultationEdit: page("POST /urzad/konsultacje/{consultationId}", "consultations", editorDesk),
  postDeskPublication: page(
    "POST /urzad/konsultacje/{consultationId}/ogloszenie",
    "consultations",
    editorDesk,
  ),
  getDeskMeetings: page("GET /urzad/spotkania", "consultations", doorDesk),
  getDeskNewMeeting: page("GET /urzad/spotkania/nowe", "consultations", editorDesk),
  postDeskMeeting: page("POST /urzad/spotkania/nowe", "consultations", editorDesk),
  getDeskMeeting: page("GET /urzad/spotkania/{meetingId}", "consultations", doorDesk),
  getDoorListFile: page("GET /urzad/spotkania/{meetingId}/lista.csv", "consultations", doorDesk),
  getDeskMeetingEdit: page("GET /urzad/spotkania/{meetingId}/zmiana", "consultations", editorDesk),
  postDeskMeetingEdit: page("POST /urzad/spotkania/{meetingId}/zmiana", "consultations", editorDesk),
  getDeskCancellation: page("GET /urzad/spotkania/{meetingId}/odwolanie", "consultations", editorDesk),
  postDeskCancellation: page("POST /urzad/spotkania/{meetingId}/odwolanie", "consultations", editorDesk),

  // The office: signing in, and its home.
  getOffice: page("GET /urzad", "staff", office),
  getWork: api("GET /v1/staff/work", "staff", staff(...ROLES)),
  getSignIn: page("GET /urzad/zaloguj", "staff", anyone),
  getCallback: page("GET /urzad/powrot", "staff", anyone),
  postSignOut: page("POST /urzad/wyloguj", "staff", anyone),

  // Running a cycle.
  getDeskCycles: page("GET /urzad/edycje", "cycles", cycleReaders),
  getDeskNewCycle: page("GET /urzad/edycje/nowa", "cycles", coordinatorDesk),
  postDeskNewCycle: page("POST /urzad/edycje/nowa", "cycles", coordinatorDesk),
  getDeskCycle: page("GET /urzad/edycje/{cycleId}", "cycles", cycleReaders),
  getDeskLog: page("GET /urzad/edycje/{cycleId}/dziennik", "cycles", cycleReaders),
  getDeskRetention: page("GET /urzad/edycje/{cycleId}/dane", "cycles", cycleReaders),
  getDeskTransition: page("GET /urzad/edycje/{cycleId}/dalej", "cycles", coordinatorDesk),
  postDeskTransition: page("POST /urzad/edycje/{cycleId}/dalej", "cycles", coordinatorDesk),
  getDeskCycleCancellation: page("GET /urzad/edycje/{cycleId}/odwolanie", "cycles", coordinatorDesk),
  postDeskCycleCancellation: page("POST /urzad/edycje/{cycleId}/odwolanie", "cycles", coordinatorDesk),
  getDeskAcceptance: page(
    "GET /urzad/edycje/{cycleId}/przyjecie",
    "cycles",
    desk("coordinator", "commission"),
  ),
  postDeskAcceptance: page(
    "POST /urzad/edycje/{cycleId}/przyjecie",
    "cycles",
    desk("coordinator", "commission"),
  ),
  getDeskCalendar: page("GET /urzad/edycje/{cycleId}/daty/{phase}", "cycles", coordinatorDesk),
  postDeskCalendar: page("POST /urzad/edycje/{cycleId}/daty/{phase}", "cycles", coordinatorDesk),
  getDeskExtension: page(
    "GET /urzad/edycje/{cycleId}/przedluzenie",
    "cycles",
    desk("coordinator", "commission"),
  ),
  postDeskExtension: page(
    "POST /urzad/edycje/{cycleId}/przedluzenie",
    "cycles",
    desk("coordinator", "commission"),
  ),
  getDeskRoll: page("GET /urzad/edycje/{cycleId}/spis", "voting", coordinatorDesk),
  postDeskRoll: page("POST /urzad/edycje/{cycleId}/spis", "voting", coordinatorDesk),
  getDeskExclusions: page("GET /urzad/edycje/{cycleId}/wykluczenia", "cycles", coordinatorDesk),
  postDeskExclusions: page("POST /urzad/edycje/{cycleId}/wykluczenia", "cycles", coordinatorDesk),
  getDeskPointList: page("GET /urzad/edycje/{cycleId}/punkty", "voting", coordinatorDesk),
  postDeskPointList: page("POST /urzad/edycje/{cycleId}/punkty", "voting", coordinatorDesk),
  getDeskPoints: page("GET /urzad/punkty", "voting", pointReaders),
  getDeskPoint: page("GET /urzad/punkty/{cycleId}/{pointId}", "voting", pointReaders),
  postDeskVoter: page("POST /urzad/punkty/{cycleId}/{pointId}", "voting", clerkDesk),
  getDeskVoterReceipt: page("GET /urzad/punkty/{cycleId}/{pointId}/potwierdzenie", "voting", clerkDesk),
  getDeskDay: page("GET /urzad/punkty/{cycleId}/{pointId}/dzien/{day}", "voting", pointReaders),
  postDeskDay: page(
    "POST /urzad/punkty/{cycleId}/{pointId}/dzien/{day}",
    "voting",
    desk("clerk", "commission"),
  ),
  getDeskBlankCard: page("GET /urzad/punkty/{cycleId}/{pointId}/karta/{pool}", "voting", pointReaders),
  postDeskBatch: page("POST /urzad/punkty/{cycleId}/{pointId}/partie", "voting", clerkDesk),
  getDeskBatch: page("GET /urzad/partie/{cycleId}/{batchId}", "voting", pointReaders),
  postDeskBatchClosing: page("POST /urzad/partie/{cycleId}/{batchId}", "voting", clerkDesk),
  postDeskBatchCorrection: page(
    "POST /urzad/partie/{cycleId}/{batchId}/liczba",
    "voting",
    desk("clerk", "commission"),
  ),
  getDeskCard: page("GET /urzad/partie/{cycleId}/{batchId}/{number}", "voting", clerkDesk),
  postDeskCard: page("POST /urzad/partie/{cycleId}/{batchId}/{number}", "voting", clerkDesk),
  getDeskVoids: page("GET /urzad/edycje/{cycleId}/niewazne", "voting", commissionDesk),
  postDeskVoids: page("POST /urzad/edycje/{cycleId}/niewazne", "voting", commissionDesk),
  getDeskVoid: page("GET /urzad/edycje/{cycleId}/niewazne/{voidId}", "voting", commissionDesk),
  postDeskVoid: page("POST /urzad/edycje/{cycleId}/niewazne/{voidId}", "voting", commissionDesk),
  getDeskSignals: page("GET /urzad/edycje/{cycleId}/sygnaly", "voting", desk("commission", "auditor")),
  getDeskKeys: page("GET /urzad/edycje/{cycleId}/klucze", "cycles", commissionDesk),
  postDeskKeys: page("POST /urzad/edycje/{cycleId}/klucze", "cycles", commissionDesk),
  getDeskCountKey: page("GET /urzad/edycje/{cycleId}/klucz-do-liczenia", "cycles", commissionDesk),
  postDeskCountKey: page("POST /urzad/edycje/{cycleId}/klucz-do-liczenia", "cycles", commissionDesk),
  getDeskDraw: page("GET /urzad/edycje/{cycleId}/losowanie", "cycles", commissionDesk),
  postDeskDraw: page("POST /urzad/edycje/{cycleId}/losowanie", "cycles", commissionDesk),
  getDeskSignOff: page("GET /urzad/edycje/{cycleId}/podpis", "cycles", commissionDesk),
  postDeskSignOff: page("POST /urzad/edycje/{cycleId}/podpis", "cycles", commissionDesk),
} as const satisfies Record<string, Route>;
