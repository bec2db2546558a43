import { machineOnAws } from "../../shared/platform/machine.ts";
import { type Duties, onLambda } from "../../shared/platform/serve.ts";
import { postAdmission, postFormalCheck, postOfficeWithdrawal } from "./decisions.ts";
import { getProjectsCsv, getProjectsGeojson } from "./get-project-files.ts";
import { getProject, getProjects } from "./get-projects.ts";
import { getStaffProject, getStaffProjects } from "./get-staff-projects.ts";
import {
  getAuthorPage,
  getWithdrawalForm,
  postConfirmation,
  postWithdrawalForm,
} from "./pages/author-page.ts";
import {
  getCase,
  postAdmissionForm,
  postFormalCheckForm,
  postOfficeWithdrawalForm,
} from "./pages/case-page.ts";
import { getProjectsPage } from "./pages/get-projects-page.ts";
import { getProjectPage, postSupportForm } from "./pages/project-page.ts";
import { getProposalForm, postProposalForm } from "./pages/proposal-form.ts";
import { getQueue } from "./pages/queue-page.ts";
import { getStart, postStart } from "./pages/start-page.ts";
import { getSupportLink, postSupportLink } from "./pages/support-page.ts";
import { postProject } from "./post-project.ts";
import { postSupport } from "./post-support.ts";
import { postWithdrawal } from "./post-withdrawal.ts";
import { postProposal } from "./submit-proposal.ts";

export const duties: Duties = {
  endpoints: [
    postProposal,
    postSupport,
    postWithdrawal,
    getProjects,
    getProjectsCsv,
    getProjectsGeojson,
    getProject,
    postProject,
    getStaffProjects,
    getStaffProject,
    postFormalCheck,
    postAdmission,
    postOfficeWithdrawal,
    getProjectsPage,
    getProjectPage,
    postSupportForm,
    getSupportLink,
    postSupportLink,
    getStart,
    postStart,
    getProposalForm,
    postProposalForm,
    getAuthorPage,
    postConfirmation,
    getWithdrawalForm,
    postWithdrawalForm,
    getQueue,
    getCase,
    postFormalCheckForm,
    postAdmissionForm,
    postOfficeWithdrawalForm,
  ],
};

export const handler = onLambda(duties, { machine: machineOnAws });
