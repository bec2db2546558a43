import { type Duties, onLambda } from "../../shared/platform/serve.ts";
import { tellAll } from "./tell-all.ts";

export const duties: Duties = { consume: tellAll };

export const handler = onLambda(duties);
