/** Proposals and projects: what residents send, and the checks of the office. */
import { ADDRESSES as at } from "../../shared/domain/addresses.ts";
import { act, anyone, api, FEW, linked, office, page, staff } from "../../shared/platform/row.ts";
import * as admit from "../admissions.ts";

export const proposalRows = {
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
  postCorrections: api("POST /v1/cycles/{cycleId}/proposals/{projectId}/corrections", "proposals", linked, {
    admission: admit.byLink,
  }),
  postStaffCorrections: {
    ...act(
      "POST /v1/staff/cycles/{cycleId}/projects/{projectId}/corrections",
      "proposals",
      staff("clerk", "verifier"),
      { pl: "Wpisano odpowiedź autora na wezwanie.", en: "Entered an author's answer to a call to correct." },
    ),
    decides: "nothing",
  },
  postAppeal: api("POST /v1/cycles/{cycleId}/proposals/{projectId}/appeals", "proposals", linked, {
    admission: admit.byLink,
  }),
  postAttachment: api("POST /v1/cycles/{cycleId}/proposals/{projectId}/attachments", "proposals", linked, {
    admission: admit.byLink,
  }),
  postAttachmentList: api(
    "POST /v1/cycles/{cycleId}/proposals/{projectId}/attachments/list",
    "proposals",
    linked,
    { admission: admit.looking },
  ),
  postAttachmentChange: api(
    "POST /v1/cycles/{cycleId}/proposals/{projectId}/attachments/changes",
    "proposals",
    linked,
    { admission: admit.byLink },
  ),
  getProjects: api(`GET ${at.projectsJson}`, "proposals", anyone),
  getProjectsCsv: api(`GET ${at.projectsCsv}`, "proposals", anyone),
  getProjectsGeojson: api(`GET ${at.projectsGeojson}`, "proposals", anyone),
  getProject: api("GET /v1/cycles/{cycleId}/projects/{projectId}", "proposals", anyone),
  postProjects: api("POST /v1/staff/cycles/{cycleId}/projects", "proposals", staff("coordinator"), {
    decides: "the ballot",
  }),
  postProjectsAcceptance: api(
    "POST /v1/staff/cycles/{cycleId}/projects/acceptance",
    "proposals",
    staff("coordinator", "commission"),
    { decides: "the ballot" },
  ),
  postProjectsRefusal: api(
    "POST /v1/staff/cycles/{cycleId}/projects/refusal",
    "proposals",
    staff("coordinator", "commission"),
    { decides: "the ballot" },
  ),
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
  getPublications: api(
    "GET /v1/staff/cycles/{cycleId}/publications",
    "proposals",
    staff("coordinator", "verifier", "commission", "auditor"),
  ),
  postVerdictPublication: api(
    "POST /v1/staff/cycles/{cycleId}/publications",
    "proposals",
    staff("coordinator"),
    {
      decides: "the ballot",
    },
  ),
  postVerdictPublicationAcceptance: api(
    "POST /v1/staff/cycles/{cycleId}/publications/acceptance",
    "proposals",
    staff("coordinator", "commission"),
    { decides: "the ballot" },
  ),
  postVerdictPublicationRefusal: api(
    "POST /v1/staff/cycles/{cycleId}/publications/refusal",
    "proposals",
    staff("coordinator", "commission"),
    { decides: "the ballot" },
  ),
  postOfficeWithdrawal: api(
    "POST /v1/staff/cycles/{cycleId}/projects/{projectId}/withdrawal",
    "proposals",
    staff("coordinator"),
    { decides: "the ballot" },
  ),
  postOfficeWithdrawalAcceptance: api(
    "POST /v1/staff/cycles/{cycleId}/projects/{projectId}/withdrawal/acceptance",
    "proposals",
    staff("coordinator", "commission"),
    { decides: "the ballot" },
  ),
  postOfficeWithdrawalRefusal: api(
    "POST /v1/staff/cycles/{cycleId}/projects/{projectId}/withdrawal/refusal",
    "proposals",
    staff("coordinator", "commission"),
    { decides: "the ballot" },
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
  postStartCode: page(`POST ${at.draftsCode}`, "proposals", anyone, {
    limit: FEW,
    admission: admit.enteringDrafts,
  }),
  getDrafts: page(`GET ${at.drafts}`, "proposals", linked),
  postDraft: page(`POST ${at.drafts}`, "proposals", linked, { admission: admit.byLink }),
  getAuthorTask: page(`GET ${at.authorTask}`, "proposals", linked),
  postAuthorTask: page(`POST ${at.authorTask}`, "proposals", linked, { admission: admit.byLink }),
  getAuthorCheck: page(`GET ${at.authorCheck}`, "proposals", linked),
  postAuthorCheck: page(`POST ${at.authorCheck}`, "proposals", linked, { admission: admit.byLink }),
  getAuthorPage: page(`GET ${at.author}`, "proposals", linked),
  postConfirmation: page(`POST ${at.author}`, "proposals", linked, { admission: admit.byLink }),
  getProposalCopy: page(`GET ${at.proposalCopy}`, "documents", linked, { limit: FEW }),
  getWithdrawalForm: page(`GET ${at.authorWithdrawal}`, "proposals", linked),
  getCorrectionForm: page(`GET ${at.authorCorrection}`, "proposals", linked),
  postCorrectionForm: page(`POST ${at.authorCorrection}`, "proposals", linked, { admission: admit.byLink }),
  getAuthorFiles: page(`GET ${at.authorFiles}`, "proposals", linked),
  postAuthorFiles: page(`POST ${at.authorFiles}`, "proposals", linked, { admission: admit.byLink }),
  getAuthorFile: page(`GET ${at.authorFile}`, "proposals", linked),
  postAuthorFile: page(`POST ${at.authorFile}`, "proposals", linked, { admission: admit.byLink }),
  getAppealForm: page(`GET ${at.authorAppeal}`, "proposals", linked),
  postAppealForm: page(`POST ${at.authorAppeal}`, "proposals", linked, { admission: admit.byLink }),
  postWithdrawalForm: page(`POST ${at.authorWithdrawal}`, "proposals", linked, { admission: admit.byLink }),

  // The checks of the office.
  getQueue: page(`GET ${at.officeProposals}`, "proposals", office("coordinator", "verifier")),
  getPublicationsPage: page(`GET ${at.officePublications}`, "proposals", office("coordinator", "verifier")),
  postVerdictPublicationForm: page(`POST ${at.officePublications}`, "proposals", office("coordinator")),
  getCase: page(`GET ${at.officeProposal}`, "proposals", office("coordinator", "verifier")),
  getOfficeCorrection: page(`GET ${at.officeCorrection}`, "proposals", office("clerk", "verifier")),
  postOfficeCorrection: page(`POST ${at.officeCorrection}`, "proposals", office("clerk", "verifier")),
  postOfficeWithdrawalForm: page(`POST ${at.officeWithdrawal}`, "proposals", office("coordinator")),
} as const;
