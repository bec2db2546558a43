import { mailOnAws } from "../../shared/platform/mail.ts";
import { type Duties, onLambda } from "../../shared/platform/serve.ts";
import { textsOnAws } from "../../shared/platform/texts.ts";
import { tellAll } from "./tell-all.ts";

export const duties: Duties = { consume: tellAll };

export const handler = onLambda(duties, { mail: mailOnAws, texts: textsOnAws });
