import { type Duties, onLambda } from "../../shared/platform/serve.ts";
import { getCycle, getCycles, getStaffCycle } from "./get-cycles.ts";
import { patchCalendar } from "./patch-calendar.ts";
import { postCountKey } from "./post-count-key.ts";
import { postCycle } from "./post-cycle.ts";
import { postDraw } from "./post-draw.ts";
import { postSignOff } from "./post-sign-off.ts";
import { postTransition } from "./post-transition.ts";
import { putKeys } from "./put-keys.ts";

export const duties: Duties = {
  endpoints: [
    getCycles,
    getCycle,
    postCycle,
    getStaffCycle,
    patchCalendar,
    putKeys,
    postTransition,
    postCountKey,
    postDraw,
    postSignOff,
  ],
};

export const handler = onLambda(duties);
