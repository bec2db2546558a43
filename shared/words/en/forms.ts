import { formatsOf } from "../format.ts";
import type { Catalogue } from "../words.ts";

const f = formatsOf("en-GB");

export const forms: Catalogue["forms"] = {
  title: "Residents' forms",
  about:
    "We count, day by day, how often a form was opened, taken and refused. We do not keep who filled it in, nor what was written. A form without a page of its own has no number of openings. Fields have the names here under which the form sends them.",
  from: "First day",
  to: "Last day",
  show: "Show",
  none: "Nobody opened a form on these days.",
  caption: (name) => `${name}: day by day`,
  together: "Together",
  columns: {
    day: "Day",
    started: "Opened",
    finished: "Taken",
    failed: "Refused",
    fields: "Fields that were in the way most",
  },
  other: "other",
  field: (name, count) => `${name} (${f.number(count)})`,
  names: {
    postStatementPage: "Statement of somebody not on the roll",
    postIdentityPage: "Vote: who is voting",
    postCodePage: "Vote: the code",
    postBallotPage: "Vote: the list of projects",
    postCastPage: "Vote: casting the ballot",
    postCheckPage: "Check of a vote",
    postSupportForm: "Support of a project",
    postSupportLink: "Confirmation of a support",
    postStart: "Request for the link to the proposal form",
    postStartCode: "Code from the letter with the link",
    postDraft: "New draft of a proposal",
    postAuthorTask: "A part of a proposal",
    postAuthorCheck: "Submitting a proposal",
    postAuthorFiles: "A photo or paper of a proposal",
    postAuthorFile: "A change of the files of a proposal",
    postCorrectionForm: "Correction of a proposal",
    postAppealForm: "Appeal",
    postConfirmation: "Confirmation of a proposal",
    postWithdrawalForm: "Withdrawal of a proposal",
    postSignupPage: "Sign-up for a meeting",
    postSignupConfirmation: "Confirmation of a sign-up for a meeting",
    postSignupLink: "Giving back a place at a meeting",
  },
};
