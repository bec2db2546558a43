import { type Duties, onLambda } from "../../shared/platform/serve.ts";
import { endpointsOf } from "../endpoints.ts";

export const duties: Duties = {
  endpoints: endpointsOf("proposals", {
    postProposal: () => import("./submit-proposal.ts"),
    postSupport: () => import("./post-support.ts"),
    postWithdrawal: () => import("./withdraw.ts"),
    getProjects: () => import("./get-projects.ts"),
    getProjectsCsv: () => import("./get-project-files.ts"),
    getProjectsGeojson: () => import("./get-project-files.ts"),
    getProject: () => import("./get-projects.ts"),
    postProjects: () => import("./post-projects.ts"),
    postProjectsAcceptance: () => import("./post-projects.ts"),
    postProjectsRefusal: () => import("./post-projects.ts"),
    getStaffProjects: () => import("./get-staff-projects.ts"),
    getStaffProject: () => import("./get-staff-projects.ts"),
    postFormalCheck: () => import("./decisions.ts"),
    postAdmission: () => import("./decisions.ts"),
    postOfficeWithdrawal: () => import("./office-withdrawal.ts"),
    postOfficeWithdrawalAcceptance: () => import("./office-withdrawal.ts"),
    postOfficeWithdrawalRefusal: () => import("./office-withdrawal.ts"),
    getProjectsPage: () => import("./pages/get-projects-page.ts"),
    getProjectPage: () => import("./pages/project-page.ts"),
    postSupportForm: () => import("./pages/project-page.ts"),
    getSupportLink: () => import("./pages/support-page.ts"),
    postSupportLink: () => import("./pages/support-page.ts"),
    getStart: () => import("./pages/start-page.ts"),
    postStart: () => import("./pages/start-page.ts"),
    getProposalForm: () => import("./pages/proposal-form.ts"),
    postProposalForm: () => import("./pages/proposal-form.ts"),
    getAuthorPage: () => import("./pages/author-page.ts"),
    postConfirmation: () => import("./pages/author-page.ts"),
    getWithdrawalForm: () => import("./pages/author-page.ts"),
    postWithdrawalForm: () => import("./pages/author-page.ts"),
    getQueue: () => import("./pages/queue-page.ts"),
    getCase: () => import("./pages/case-page.ts"),
    postFormalCheckForm: () => import("./pages/case-page.ts"),
    postAdmissionForm: () => import("./pages/case-page.ts"),
    postOfficeWithdrawalForm: () => import("./pages/case-page.ts"),
  }),
};

export const handler = onLambda(duties, {
  machine: () => import("../../shared/platform/machine.ts").then(({ machineOnAws }) => machineOnAws),
});
