import { type Duties, onLambda } from "../../shared/platform/serve.ts";
import { close } from "./close.ts";
import { hold } from "./hold.ts";
import { open } from "./open.ts";
import { plan } from "./plan.ts";
import { reconcile } from "./reconcile.ts";

export const duties: Duties = { steps: { plan, hold, open, close }, sweep: reconcile };

export const handler = onLambda(duties);
