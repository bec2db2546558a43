import { allAlone } from "../../shared/platform/each-alone.ts";
import { type Duties, onLambda } from "../../shared/platform/serve.ts";
import { checkInRows } from "../../shared/subjects/checkins/rows.ts";
import {
  activityRows,
  consultationRows,
  publicRows,
  undoingRows,
  withMeetingsRows,
} from "../../shared/subjects/consultations/rows.ts";
import { decisionRows, promiseRows } from "../../shared/subjects/decisions/rows.ts";
import { askingRows } from "../../shared/subjects/matters/rows.ts";
import {
  askedRows,
  confirmRows,
  deskRows,
  listPageRows,
  listRows,
  meetingRows,
  needRows,
  personRows,
  placeRows,
  signupPageRows,
  signupRows,
} from "../../shared/subjects/meetings/rows.ts";
import { minutesRows, motionEntryRows, motionRows, readingRows } from "../../shared/subjects/minutes/rows.ts";
import {
  barRows,
  lookRows,
  publicRows as moderationRows,
  namingRows,
  queueRows,
} from "../../shared/subjects/moderation/rows.ts";
import { officeProgrammeRows, programmeRows } from "../../shared/subjects/programmes/rows.ts";
import {
  qualityRows,
  remarkRows,
  reportRows,
  sayingRows,
  setRows,
  tableRows,
} from "../../shared/subjects/remarks/rows.ts";
import { officeRequestRows, requestRows } from "../../shared/subjects/requests/rows.ts";
import {
  answerRows,
  journeyRows,
  paperRows,
  questionRows,
  resultRows,
  surveyRows,
} from "../../shared/subjects/surveys/rows.ts";
import { visitRows } from "../../shared/subjects/visits/rows.ts";
import { endpointsOf, inModule } from "../endpoints.ts";

export const duties: Duties = {
  endpoints: endpointsOf("consultations", {
    ...inModule(listRows, () => import("../../shared/subjects/meetings/get-meetings.ts")),
    ...inModule(listPageRows, () => import("../../shared/subjects/meetings/meetings-list.ts")),
    ...inModule(signupRows, () => import("../../shared/subjects/meetings/post-signup.ts")),
    ...inModule(signupPageRows, () => import("../../shared/subjects/meetings/meeting-page.ts")),
    ...inModule(confirmRows, () => import("../../shared/subjects/meetings/confirm-signup.ts")),
    ...inModule(placeRows, () => import("../../shared/subjects/meetings/signup-link.ts")),
    ...inModule(meetingRows, () => import("../../shared/subjects/meetings/acts.ts")),
    ...inModule(deskRows, () => import("../../shared/subjects/meetings/desk.ts")),
    ...inModule(personRows, () => import("../../shared/subjects/meetings/person.ts")),
    ...inModule(needRows, () => import("../../shared/subjects/meetings/needs-acts.ts")),
    ...inModule(askedRows, () => import("../../shared/subjects/meetings/questions.ts")),
    ...inModule(publicRows, () => import("../../shared/subjects/consultations/residents.ts")),
    ...inModule(withMeetingsRows, () => import("./get-consultations.ts")),
    ...inModule(consultationRows, () => import("../../shared/subjects/consultations/acts.ts")),
    ...inModule(activityRows, () => import("../../shared/subjects/consultations/activities.ts")),
    ...inModule(moderationRows, () => import("../../shared/subjects/moderation/residents.ts")),
    ...inModule(queueRows, () => import("../../shared/subjects/moderation/queue.ts")),
    ...inModule(lookRows, () => import("../../shared/subjects/moderation/acts.ts")),
    ...inModule(barRows, () => import("../../shared/subjects/moderation/bars.ts")),
    ...inModule(namingRows, () => import("../../shared/subjects/moderation/naming.ts")),
    ...inModule(undoingRows, () => import("../../shared/subjects/consultations/undoing.ts")),
    ...inModule(programmeRows, () => import("../../shared/subjects/programmes/residents.ts")),
    ...inModule(officeProgrammeRows, () => import("../../shared/subjects/programmes/acts.ts")),
    ...inModule(requestRows, () => import("../../shared/subjects/requests/residents.ts")),
    ...inModule(officeRequestRows, () => import("../../shared/subjects/requests/acts.ts")),
    ...inModule(sayingRows, () => import("../../shared/subjects/remarks/asking.ts")),
    ...inModule(remarkRows, () => import("../../shared/subjects/remarks/acts.ts")),
    ...inModule(setRows, () => import("../../shared/subjects/remarks/sets.ts")),
    ...inModule(tableRows, () => import("../../shared/subjects/remarks/table.ts")),
    ...inModule(qualityRows, () => import("./quality.ts")),
    ...inModule(reportRows, () => import("../../shared/subjects/remarks/report.ts")),
    ...inModule(askingRows, () => import("../../shared/subjects/matters/asking.ts")),
    ...inModule(checkInRows, () => import("../../shared/subjects/checkins/acts.ts")),
    ...inModule(promiseRows, () => import("../../shared/subjects/decisions/reading.ts")),
    ...inModule(decisionRows, () => import("../../shared/subjects/decisions/acts.ts")),
    ...inModule(readingRows, () => import("../../shared/subjects/minutes/reading.ts")),
    ...inModule(motionRows, () => import("../../shared/subjects/minutes/motions.ts")),
    ...inModule(minutesRows, () => import("../../shared/subjects/minutes/acts.ts")),
    ...inModule(motionEntryRows, () => import("../../shared/subjects/minutes/acts.ts")),
    ...inModule(visitRows, () => import("../../shared/subjects/visits/acts.ts")),
    ...inModule(journeyRows, () => import("../../shared/subjects/surveys/journey.ts")),
    ...inModule(answerRows, () => import("../../shared/subjects/surveys/answer-api.ts")),
    ...inModule(resultRows, () => import("../../shared/subjects/surveys/results.ts")),
    ...inModule(paperRows, () => import("../../shared/subjects/surveys/paper.ts")),
    ...inModule(surveyRows, () => import("../../shared/subjects/surveys/acts.ts")),
    ...inModule(questionRows, () => import("../../shared/subjects/surveys/question-acts.ts")),
  }),
  sweep: (deps) =>
    allAlone(
      async () => (await import("../../shared/subjects/meetings/announce.ts")).finishPending(deps),
      async () => (await import("../../shared/subjects/meetings/clock.ts")).takeDue(deps),
      async () => (await import("../../shared/subjects/consultations/clock.ts")).takeDue(deps),
      async () => (await import("../../shared/subjects/remarks/clock.ts")).tellAnswers(deps),
      async () => (await import("../../shared/subjects/surveys/clock.ts")).takeDue(deps),
      async () => (await import("../../shared/subjects/minutes/clock.ts")).takeDue(deps),
    ),
};

export const handler = onLambda(duties, {
  mail: () => import("../../shared/platform/mail.ts").then(({ mailOnAws }) => mailOnAws),
});
