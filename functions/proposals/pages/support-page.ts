import { z } from "zod";
import { takesSupport } from "../../../shared/domain/project/support.ts";
import { Refused } from "../../../shared/domain/result.ts";
import { supportDoneView, supportLinkView } from "../../../shared/pages/projects/support.ts";
import { endpoint } from "../../../shared/platform/endpoint.ts";
import { frameIn } from "../../../shared/platform/frame.ts";
import { view } from "../../../shared/platform/http.ts";
import { routes } from "../../routes.ts";
import { projectOf } from "../project-of.ts";
import { countSupport, openSupportLink } from "../support-link.ts";
import { projectModel } from "./models.ts";

export const TokenPath = z.object({ token: z.string().max(2000) });
export type TokenPath = z.infer<typeof TokenPath>;

export const getSupportLink = endpoint(routes.getSupportLink, {
  summary: "The page of a mailed support link",
  params: TokenPath,
  handle: async (request, deps) => {
    const { cycle, project } = await projectOf(await openSupportLink(request.params.token, deps), deps);
    const [frame, model] = [frameIn(request, cycle), projectModel(project, cycle, request.language)];
    return view(
      takesSupport(project) ? supportLinkView(frame, model) : supportDoneView(frame, model, "closed"),
    );
  },
});

export const postSupportLink = endpoint(routes.postSupportLink, {
  summary: "Count the support of a mailed link",
  params: TokenPath,
  handle: async (request, deps) => {
    const claims = await openSupportLink(request.params.token, deps);
    const before = await projectOf(claims, deps);
    const counted = await countSupport(claims, before.project, request.receivedAt, deps);
    const code = counted.ok ? null : counted.refusal.code;
    if (!counted.ok && code !== "project/already-supported" && code !== "project/state")
      throw new Refused(counted.refusal);
    const { cycle, project } = await projectOf(claims, deps);
    const outcome = counted.ok ? "counted" : code === "project/state" ? "closed" : "already";
    return view(
      supportDoneView(frameIn(request, cycle), projectModel(project, cycle, request.language), outcome),
    );
  },
});
