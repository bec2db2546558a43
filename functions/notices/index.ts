import { type Duties, onLambda } from "../../shared/platform/serve.ts";

export const duties: Duties = {
  consume: async (deps) => (await import("./tell-all.ts")).tellAll(deps),
};

export const handler = onLambda(duties, {
  mail: () => import("../../shared/platform/mail.ts").then(({ mailOnAws }) => mailOnAws),
  texts: () => import("../../shared/platform/texts.ts").then(({ textsOnAws }) => textsOnAws),
});
