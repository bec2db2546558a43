import { aheadOf } from "../../../shared/domain/project/ahead.ts";
import { signsWithAddress, takesSupport } from "../../../shared/domain/project/support.ts";
import { placeOnOutline } from "../../../shared/pages/components/drawn-outlines.ts";
import { type FormState, formState } from "../../../shared/pages/components/form-state.ts";
import type { Html } from "../../../shared/pages/html.ts";
import { projectView } from "../../../shared/pages/projects/project.ts";
import { supportSentView } from "../../../shared/pages/projects/support.ts";
import type { Deps } from "../../../shared/platform/deps.ts";
import { endpoint, type Request } from "../../../shared/platform/endpoint.ts";
import { formKey, frameIn } from "../../../shared/platform/frame.ts";
import { view } from "../../../shared/platform/http.ts";
import { shownAppealOf } from "../../../shared/subjects/appeals/filing.ts";
import { appealNote } from "../../../shared/subjects/appeals/pages.ts";
import { photoFigure } from "../../../shared/subjects/attachments/pages.ts";
import { photosIn, withPhotoSteps } from "../../../shared/subjects/attachments/rules.ts";
import { openAttachments } from "../../../shared/subjects/attachments/store.ts";
import { joinedWith } from "../../../shared/subjects/merging/answering.ts";
import { joinedNote } from "../../../shared/subjects/merging/pages.ts";
import { routes } from "../../routes.ts";
import { ProjectPath, projectOf, type ShownProject, shownProjectOf } from "../project-of.ts";
import { NewSupport, sendSupportLink } from "../support-link.ts";
import { faultyState, refusedState } from "./fields.ts";
import { projectPageModel } from "./models.ts";

const page = async (request: Request, shown: ShownProject, state: FormState, deps: Deps): Promise<Html> => {
  const { cycle, project } = shown;
  const frame = frameIn(request, cycle);
  const files = await openAttachments(deps.store.table).get(project.id, request.receivedAt);
  return projectView(
    frame,
    projectPageModel({ ...shown, project: withPhotoSteps(project, files) }, request.language),
    takesSupport(project)
      ? { state, key: request.key ?? formKey(deps), asksAddress: signsWithAddress(cycle) }
      : null,
    {
      photos: photosIn(files).map((photo, n) => photoFigure(photo, n === 0)),
      onMap: project.location !== undefined && placeOnOutline(request.words, request.city, project.location),
      ahead: aheadOf(project, cycle, request.receivedAt),
      joined: joinedNote(frame, await joinedWith(project, deps)),
      appeal: appealNote(frame, await shownAppealOf(project, deps)),
    },
  );
};

export const getProjectPage = endpoint(routes.getProjectPage, {
  summary: "One project",
  params: ProjectPath,
  cache: "public, max-age=0, s-maxage=30, stale-if-error=600",
  handle: async (request, deps) => {
    const shown = await shownProjectOf(request.params, deps);
    return view(await page(request, shown, formState(request.words), deps));
  },
});

export const postSupportForm = endpoint(routes.postSupportForm, {
  summary: "Ask for the link that confirms a support",
  params: ProjectPath,
  body: NewSupport.extend({ key: NewSupport.shape.name.optional() }),
  invalid: async (issues, typed, request, deps) => {
    const { words } = request;
    const shown = await projectOf(request.params, deps);
    return view(
      await page(request, shown, faultyState(words, { typed, issues, say: words.projects.say }), deps),
      422,
    );
  },
  handle: async (request, deps) => {
    const { params, body, words, language, receivedAt: at, fingerprint } = request;
    const admit = request.admit.supporter;
    const shown = await projectOf(params, deps);
    const { key: _key, ...support } = body;
    const asked = {
      ...{ cycle: shown.cycle, project: shown.project, support, language, at, fingerprint },
      ...{ id: request.newId("sup"), admit },
    };
    const sent = await sendSupportLink(asked, deps);
    if (!sent.ok) {
      const { code, facts } = sent.refusal;
      const state =
        code === "request/not-valid"
          ? faultyState(words, { typed: body, issues: facts.issues, say: words.projects.say })
          : refusedState(words, body, sent.refusal, "email");
      return view(await page(request, shown, state, deps), 422);
    }
    const { email } = support;
    return view(supportSentView(frameIn(request, shown.cycle), projectPageModel(shown, language), email));
  },
});
