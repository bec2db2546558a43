import { mailOnAws } from "../../shared/platform/mail.ts";
import { type Duties, onLambda } from "../../shared/platform/serve.ts";
import { textsOnAws } from "../../shared/platform/texts.ts";

export const duties: Duties = {
  consume: async (deps) => (await import("./tell-all.ts")).tellAll(deps),
};

export const handler = onLambda(duties, { mail: mailOnAws, texts: textsOnAws });
