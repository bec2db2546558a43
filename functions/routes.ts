/**
 * The one route table. The stacks, the local host, the OpenAPI document and the authorisation test all read it; it is plain data.
 * A row without `who` does not compile.
 */
import { ADDRESSES as at } from "../shared/domain/addresses.ts";
import { ROLES, type Role } from "../shared/domain/office/roles.ts";
import { type FunctionName, named, type Route, type RouteKey, type Who } from "../shared/platform/route.ts";
import * as admit from "./admissions.ts";

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
/** Whose work has a journal; which of them each role reads, the pages say. The auditor reads all. */
const journalReaders: Role[] = ["auditor", "coordinator", "commission", "verifier", "editor", "admin"];
const cycleReaders = desk("coordinator", "commission", "auditor");
const coordinatorDesk = desk("coordinator");
const commissionDesk = desk("commission");
const statementDesk = desk("clerk", "commission");

// Voting points: clerks work there; what was done there others read.
const clerkDesk = desk("clerk");
const pointReaders = desk("clerk", "coordinator", "commission", "auditor");

/** A row that has limits of its own, or says what it admits. */
interface More<A> {
  /** Requests a second and burst. */
  readonly limit?: NonNullable<Route["limit"]>;
  readonly admission?: A;
}
type Admits = Route["admission"];

/** Where a flood would hurt. */
const FEW = { rate: 20, burst: 40 };
/** On the way to a code. */
const MANY = { rate: 50, burst: 100 };
/** Where all come in the last minute. */
const RUSH = { rate: 200, burst: 400 };

const api = <K extends RouteKey, W extends Who, const A extends Admits = undefined>(
  key: K,
  fn: FunctionName,
  who: W,
  more: More<A> = {},
): Route<K, W, A> => ({ key, fn, who, ...more });

const page = <K extends RouteKey, W extends Who, const A extends Admits = undefined>(
  key: K,
  fn: FunctionName,
  who: W,
  more: More<A> = {},
): Route<K, W, A> => ({ ...api(key, fn, who, more), page: true });

export const routes = named({
  // The site.
  getHome: page(`GET ${at.home}`, "site", anyone),
  getHelp: page(`GET ${at.help}`, "site", anyone),
  getPrivacy: page(`GET ${at.privacy}`, "site", anyone),
  getCookies: page(`GET ${at.cookies}`, "site", anyone),
  getAccessibility: page(`GET ${at.accessibility}`, "site", anyone),
  getDocs: page(`GET ${at.docs}`, "site", anyone),
  getRefusal: page(`GET ${at.refusal}`, "site", anyone),
  getAccident: page(`GET ${at.accident}`, "site", anyone),
  getStatic: api(`GET ${at.static}`, "site", anyone),
  getOpenapi: api("GET /openapi.json", "site", anyone),
  getHealth: api("GET /health", "site", anyone),
  getRobots: api("GET /robots.txt", "site", anyone),
  getSecurity: api("GET /.well-known/security.txt", "site", anyone),

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
  postProposal: api("POST /v1/cycles/{cycleId}/proposals", "proposals", anyone, {
    limit: FEW,
    admission: admit.proposing,
  }),
  postSupport: api("POST /v1/cycles/{cycleId}/proposals/{projectId}/supports", "proposals", anyone, {
    limit: FEW,
    admission: admit.supporting,
  }),
  postWithdrawal: api("POST /v1/cycles/{cycleId}/proposals/{projectId}/withdrawal", "proposals", linked, {
    admission: admit.byLink,
  }),
  getProjects: api(`GET ${at.projectsJson}`, "proposals", anyone),
  getProjectsCsv: api(`GET ${at.projectsCsv}`, "proposals", anyone),
  getProjectsGeojson: api(`GET ${at.projectsGeojson}`, "proposals", anyone),
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
  getProjectsPage: page(`GET ${at.projects}`, "proposals", anyone),
  getProjectPage: page(`GET ${at.project}`, "proposals", anyone),
  postSupportForm: page(`POST ${at.support}`, "proposals", anyone, {
    limit: FEW,
    admission: admit.supporting,
  }),
  getSupportLink: page(`GET ${at.supportLink}`, "proposals", linked),
  postSupportLink: page(`POST ${at.supportLink}`, "proposals", linked, { admission: admit.byLink }),
  getStart: page(`GET ${at.proposalStart}`, "proposals", anyone),
  postStart: page(`POST ${at.proposalStart}`, "proposals", anyone, {
    limit: FEW,
    admission: admit.proposing,
  }),
  getProposalForm: page(`GET ${at.proposalForm}`, "proposals", linked),
  postProposalForm: page(`POST ${at.proposalForm}`, "proposals", linked, { admission: admit.byLink }),
  getAuthorPage: page(`GET ${at.author}`, "proposals", linked),
  postConfirmation: page(`POST ${at.author}`, "proposals", linked, { admission: admit.byLink }),
  getWithdrawalForm: page(`GET ${at.authorWithdrawal}`, "proposals", linked),
  postWithdrawalForm: page(`POST ${at.authorWithdrawal}`, "proposals", linked, { admission: admit.byLink }),
  // The checks of the office.
  getQueue: page(`GET ${at.deskProposals}`, "proposals", desk("coordinator", "verifier")),
  getCase: page(`GET ${at.deskProposal}`, "proposals", desk("coordinator", "verifier")),
  postFormalCheckForm: page(`POST ${at.deskFormalCheck}`, "proposals", desk("verifier")),
  postAdmissionForm: page(`POST ${at.deskAdmission}`, "proposals", desk("coordinator")),
  postOfficeWithdrawalForm: page(`POST ${at.deskWithdrawal}`, "proposals", desk("coordinator")),

  // The vote.
  postRoll: api("POST /v1/staff/cycles/{cycleId}/roll", "voting", staff("coordinator"), {
    admission: admit.rollFile,
  }),
  postVoterSession: api("POST /v1/cycles/{cycleId}/voter-sessions", "voting", anyone, {
    limit: MANY,
    admission: admit.identifying,
  }),
  postResend: api("POST /v1/cycles/{cycleId}/voter-sessions/{session}/resend", "voting", anyone, {
    limit: MANY,
    admission: admit.resending,
  }),
  postCode: api("POST /v1/cycles/{cycleId}/voter-sessions/{session}/code", "voting", anyone, {
    limit: MANY,
    admission: admit.entering,
  }),
  postBallot: api("POST /v1/cycles/{cycleId}/ballots", "voting", voter, {
    limit: RUSH,
    admission: admit.voting,
  }),
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
  postBatchCorrectionAcceptance: api(
    "POST /v1/staff/cycles/{cycleId}/paper-batches/{batchId}/correction/acceptance",
    "voting",
    staff("clerk", "commission"),
  ),
  postBatchCorrectionRefusal: api(
    "POST /v1/staff/cycles/{cycleId}/paper-batches/{batchId}/correction/refusal",
    "voting",
    staff("clerk", "commission"),
  ),
  postBatchCorrectionWithdrawal: api(
    "POST /v1/staff/cycles/{cycleId}/paper-batches/{batchId}/correction/withdrawal",
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
  postVoidWithdrawal: api(
    "POST /v1/staff/cycles/{cycleId}/voids/{voidId}/withdrawal",
    "voting",
    staff("commission"),
  ),
  postVoidBallot: api("POST /v1/staff/cycles/{cycleId}/voids/{voidId}/ballot", "voting", staff("commission")),
  getSignals: api("GET /v1/staff/cycles/{cycleId}/signals", "voting", staff("commission", "auditor")),
  // Statements of residents who are not on the roll.
  postStatement: api("POST /v1/cycles/{cycleId}/statements", "voting", anyone, {
    limit: FEW,
    admission: admit.stating,
  }),
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
  getStatementPage: page(`GET ${at.voteStatement}`, "voting", anyone),
  postStatementPage: page(`POST ${at.voteStatement}`, "voting", anyone, {
    limit: FEW,
    admission: admit.stating,
  }),
  getDeskStatements: page(`GET ${at.deskStatements}`, "voting", statementDesk),
  getDeskNewStatement: page(`GET ${at.deskNewStatement}`, "voting", statementDesk),
  postDeskNewStatement: page(`POST ${at.deskNewStatement}`, "voting", statementDesk),
  getDeskStatement: page(`GET ${at.deskStatement}`, "voting", statementDesk),
  postDeskStatement: page(`POST ${at.deskStatement}`, "voting", statementDesk),
  // Its pages. What was chosen is in the body of a form, never in a path; whom a code was asked for is in a cookie.
  getStartPage: page(`GET ${at.vote}`, "voting", anyone),
  getIdentityPage: page(`GET ${at.voteIdentity}`, "voting", anyone),
  postIdentityPage: page(`POST ${at.voteIdentity}`, "voting", anyone, {
    limit: MANY,
    admission: admit.identifying,
  }),
  getCodePage: page(`GET ${at.voteCode}`, "voting", anyone),
  postCodePage: page(`POST ${at.voteCode}`, "voting", anyone, {
    limit: MANY,
    admission: admit.enteringOrResending,
  }),
  getEidStart: page(`GET ${at.voteEid}`, "voting", anyone, { limit: MANY }),
  getEidCallback: page(`GET ${at.eidReturn}`, "voting", anyone, { limit: MANY, admission: admit.answering }),
  getListPage: page(`GET ${at.voteList}`, "voting", voter),
  getBallotPage: page(`GET ${at.voteBallot}`, "voting", voter),
  postBallotPage: page(`POST ${at.voteBallot}`, "voting", voter, { limit: RUSH, admission: admit.voting }),
  postCastPage: page(`POST ${at.voteCast}`, "voting", voter, { limit: RUSH, admission: admit.voting }),
  getReceiptPage: page(`GET ${at.voteReceipt}`, "voting", anyone),
  getCheckPage: page(`GET ${at.voteCheck}`, "voting", anyone),
  postCheckPage: page(`POST ${at.voteCheck}`, "voting", anyone, { limit: FEW, admission: admit.looking }),

  // Results. A path parameter takes a whole segment, so that `M.pb` is one.
  getResults: api(`GET ${at.resultsJson}`, "results", anyone),
  getResultsCsv: api(`GET ${at.resultsCsv}`, "results", anyone),
  getPackage: api(`GET ${at.resultsPackage}`, "results", anyone),
  getPoolPb: api(`GET ${at.poolPb}`, "results", anyone),
  getWhatIf: api("GET /v1/cycles/{cycleId}/results/what-if", "results", anyone, { limit: FEW }),
  getStaffWhatIf: api(
    "GET /v1/staff/cycles/{cycleId}/what-if",
    "results",
    staff("coordinator", "commission", "auditor"),
  ),
  getSigningKey: api("GET /v1/signing-key", "results", anyone),
  getResultsListPage: page(`GET ${at.results}`, "results", anyone),
  getResultsPage: page(`GET ${at.cycleResults}`, "results", anyone),
  getPoolResultsPage: page(`GET ${at.poolResults}`, "results", anyone),
  getWhatIfPage: page(`GET ${at.whatIf}`, "results", anyone, { limit: FEW }),

  // Consultations and meetings.
  getConsultations: api("GET /v1/consultations", "consultations", anyone),
  getConsultation: api("GET /v1/consultations/{consultationId}", "consultations", anyone),
  getMeetings: api("GET /v1/meetings", "consultations", anyone),
  getMeeting: api("GET /v1/meetings/{meetingId}", "consultations", anyone),
  getMeetingCalendar: api(`GET ${at.meetingCalendar}`, "consultations", anyone),
  postSignup: api("POST /v1/meetings/{meetingId}/signups", "consultations", anyone, {
    limit: RUSH,
    admission: admit.signingUp,
  }),
  deleteSignup: api("DELETE /v1/meetings/{meetingId}/signups/{signupId}", "consultations", linked, {
    admission: admit.byLink,
  }),
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
  getConsultationsPage: page(`GET ${at.consultations}`, "consultations", anyone),
  getConsultationPage: page(`GET ${at.consultation}`, "consultations", anyone),
  getMeetingsPage: page(`GET ${at.meetings}`, "consultations", anyone),
  getMeetingPage: page(`GET ${at.meeting}`, "consultations", anyone),
  postSignupPage: page(`POST ${at.meeting}`, "consultations", anyone, {
    limit: RUSH,
    admission: admit.signingUp,
  }),
  getSignupPage: page(`GET ${at.signup}`, "consultations", anyone),
  getSignupLink: page(`GET ${at.signupLink}`, "consultations", linked),
  postSignupLink: page(`POST ${at.signupLink}`, "consultations", linked, { admission: admit.byLink }),
  getDeskConsultations: page(`GET ${at.deskConsultations}`, "consultations", editorDesk),
  getDeskNewConsultation: page(`GET ${at.deskNewConsultation}`, "consultations", editorDesk),
  postDeskConsultation: page(`POST ${at.deskNewConsultation}`, "consultations", editorDesk),
  getDeskConsultation: page(`GET ${at.deskConsultation}`, "consultations", editorDesk),
  postDeskConsultationEdit: page(`POST ${at.deskConsultation}`, "consultations", editorDesk),
  postDeskPublication: page(`POST ${at.deskPublication}`, "consultations", editorDesk),
  getDeskMeetings: page(`GET ${at.deskMeetings}`, "consultations", doorDesk),
  getDeskNewMeeting: page(`GET ${at.deskNewMeeting}`, "consultations", editorDesk),
  postDeskMeeting: page(`POST ${at.deskNewMeeting}`, "consultations", editorDesk),
  getDeskMeeting: page(`GET ${at.deskMeeting}`, "consultations", doorDesk),
  getDoorListFile: page(`GET ${at.doorList}`, "consultations", doorDesk),
  getDeskMeetingEdit: page(`GET ${at.deskMeetingEdit}`, "consultations", editorDesk),
  postDeskMeetingEdit: page(`POST ${at.deskMeetingEdit}`, "consultations", editorDesk),
  getDeskCancellation: page(`GET ${at.deskMeetingCancellation}`, "consultations", editorDesk),
  postDeskCancellation: page(`POST ${at.deskMeetingCancellation}`, "consultations", editorDesk),

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
  getDeskRights: page(`GET ${at.rights}`, "staff", office),
  getDeskJournals: page(`GET ${at.journals}`, "staff", desk(...journalReaders)),
  getDeskJournal: page(`GET ${at.journal}`, "staff", desk(...journalReaders)),

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

  // Running a cycle.
  getDeskCycles: page(`GET ${at.editions}`, "cycles", cycleReaders),
  getDeskNewCycle: page(`GET ${at.newEdition}`, "cycles", coordinatorDesk),
  postDeskNewCycle: page(`POST ${at.newEdition}`, "cycles", coordinatorDesk),
  getDeskCycle: page(`GET ${at.edition}`, "cycles", cycleReaders),
  getDeskLog: page(`GET ${at.editionLog}`, "cycles", cycleReaders),
  getDeskRetention: page(`GET ${at.editionRetention}`, "cycles", cycleReaders),
  getDeskTransition: page(`GET ${at.editionTransition}`, "cycles", coordinatorDesk),
  postDeskTransition: page(`POST ${at.editionTransition}`, "cycles", coordinatorDesk),
  getDeskCycleCancellation: page(`GET ${at.editionCancellation}`, "cycles", coordinatorDesk),
  postDeskCycleCancellation: page(`POST ${at.editionCancellation}`, "cycles", coordinatorDesk),
  getDeskAcceptance: page(`GET ${at.editionAcceptance}`, "cycles", desk("coordinator", "commission")),
  getDeskCalendar: page(`GET ${at.editionCalendar}`, "cycles", coordinatorDesk),
  postDeskCalendar: page(`POST ${at.editionCalendar}`, "cycles", coordinatorDesk),
  getDeskExtension: page(`GET ${at.editionExtension}`, "cycles", desk("coordinator", "commission")),
  postDeskExtension: page(`POST ${at.editionExtension}`, "cycles", desk("coordinator", "commission")),
  getDeskRoll: page(`GET ${at.editionRoll}`, "voting", coordinatorDesk),
  postDeskRoll: page(`POST ${at.editionRoll}`, "voting", coordinatorDesk, { admission: admit.rollFile }),
  getDeskExclusions: page(`GET ${at.editionExclusions}`, "cycles", coordinatorDesk),
  postDeskExclusions: page(`POST ${at.editionExclusions}`, "cycles", coordinatorDesk),
  getDeskPointList: page(`GET ${at.editionPoints}`, "voting", coordinatorDesk),
  postDeskPointList: page(`POST ${at.editionPoints}`, "voting", coordinatorDesk, {
    admission: admit.pastedTable,
  }),
  getDeskPoints: page(`GET ${at.points}`, "voting", pointReaders),
  getDeskPoint: page(`GET ${at.point}`, "voting", pointReaders),
  postDeskVoter: page(`POST ${at.point}`, "voting", clerkDesk),
  getDeskVoterReceipt: page(`GET ${at.pointReceipt}`, "voting", clerkDesk),
  getDeskDay: page(`GET ${at.pointDay}`, "voting", pointReaders),
  postDeskDay: page(`POST ${at.pointDay}`, "voting", desk("clerk", "commission")),
  getDeskBlankCard: page(`GET ${at.blankCard}`, "voting", pointReaders),
  postDeskBatch: page(`POST ${at.pointBatches}`, "voting", clerkDesk),
  getDeskBatch: page(`GET ${at.batch}`, "voting", pointReaders),
  postDeskBatchClosing: page(`POST ${at.batch}`, "voting", clerkDesk),
  postDeskBatchCorrection: page(`POST ${at.batchCorrection}`, "voting", desk("clerk", "commission")),
  getDeskCard: page(`GET ${at.card}`, "voting", clerkDesk),
  postDeskCard: page(`POST ${at.card}`, "voting", clerkDesk),
  getDeskVoids: page(`GET ${at.editionVoids}`, "voting", commissionDesk),
  postDeskVoids: page(`POST ${at.editionVoids}`, "voting", commissionDesk),
  getDeskVoid: page(`GET ${at.editionVoid}`, "voting", commissionDesk),
  postDeskVoid: page(`POST ${at.editionVoid}`, "voting", commissionDesk),
  getDeskSignals: page(`GET ${at.editionSignals}`, "voting", desk("commission", "auditor")),
  getDeskKeys: page(`GET ${at.editionKeys}`, "cycles", commissionDesk),
  postDeskKeys: page(`POST ${at.editionKeys}`, "cycles", commissionDesk),
  getDeskCountKey: page(`GET ${at.editionCountKey}`, "cycles", commissionDesk),
  postDeskCountKey: page(`POST ${at.editionCountKey}`, "cycles", commissionDesk),
  getDeskDraw: page(`GET ${at.editionDraw}`, "cycles", commissionDesk),
  postDeskDraw: page(`POST ${at.editionDraw}`, "cycles", commissionDesk),
  getDeskSignOff: page(`GET ${at.editionSignOff}`, "cycles", commissionDesk),
  postDeskSignOff: page(`POST ${at.editionSignOff}`, "cycles", commissionDesk),
} as const satisfies Record<string, Route>);
