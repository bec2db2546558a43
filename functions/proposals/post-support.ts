import { z } from "zod";
import { accept } from "../../shared/domain/result.ts";
import { endpoint } from "../../shared/platform/endpoint.ts";
import { accepted } from "../../shared/platform/http.ts";
import { routes } from "../routes.ts";
import { ProjectPath, projectOf } from "./project-of.ts";
import { NewSupport, sendSupportLink } from "./support-link.ts";

const SupportSent = z.object({ state: z.literal("link-sent"), supporters: z.int() }).meta({
  id: "SupportSent",
  description: "A link is on its way; the support counts once it is confirmed there",
});

export const postSupport = endpoint(routes.postSupport, {
  summary: "Support a proposal",
  description:
    "While the proposal waits for its formal check. A link goes to the address, and the page behind it has the button that counts the " +
    "support. One address counts once for a proposal; the author does not count. The answer is the same whoever asks.",
  params: ProjectPath,
  body: NewSupport,
  replies: { 202: SupportSent },
  handle: async ({ params, body, language, receivedAt, fingerprint, newId, admit }, deps) => {
    const { cycle, project } = await projectOf(params, deps);
    const asked = {
      ...{ cycle, project, support: body, language, at: receivedAt, fingerprint },
      ...{ id: newId("sup"), admit: admit.supporter },
    };
    accept(await sendSupportLink(asked, deps));
    return accepted({ state: "link-sent", supporters: project.supporters });
  },
});
