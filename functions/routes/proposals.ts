/** Proposals and projects: what residents send, and the checks of the office. */
import { ADDRESSES as at } from "../../shared/domain/addresses.ts";
import { anyone, api, FEW, linked, office, page, staff } from "../../shared/platform/row.ts";
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
  postFormalCheck: api(
    "POST /v1/staff/cycles/{cycleId}/projects/{projectId}/formal-check",
    "proposals",
    staff("verifier"),
    { decides: "the ballot" },
  ),
  postAdmission: api(
    "POST /v1/staff/cycles/{cycleId}/projects/{projectId}/admission",
    "proposals",
    staff("coordinator"),
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
  getProposalForm: page(`GET ${at.proposalForm}`, "proposals", linked),
  postProposalForm: page(`POST ${at.proposalForm}`, "proposals", linked, { admission: admit.byLink }),
  getAuthorPage: page(`GET ${at.author}`, "proposals", linked),
  postConfirmation: page(`POST ${at.author}`, "proposals", linked, { admission: admit.byLink }),
  getWithdrawalForm: page(`GET ${at.authorWithdrawal}`, "proposals", linked),
  postWithdrawalForm: page(`POST ${at.authorWithdrawal}`, "proposals", linked, { admission: admit.byLink }),

  // The checks of the office.
  getQueue: page(`GET ${at.officeProposals}`, "proposals", office("coordinator", "verifier")),
  getCase: page(`GET ${at.officeProposal}`, "proposals", office("coordinator", "verifier")),
  postFormalCheckForm: page(`POST ${at.officeFormalCheck}`, "proposals", office("verifier")),
  postAdmissionForm: page(`POST ${at.officeAdmission}`, "proposals", office("coordinator")),
  postOfficeWithdrawalForm: page(`POST ${at.officeWithdrawal}`, "proposals", office("coordinator")),
} as const;
