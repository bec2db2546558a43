import { machineOnAws } from "../../shared/platform/machine.ts";
import { type Duties, onLambda } from "../../shared/platform/serve.ts";
import { patchCalendar } from "./calendar.ts";
import { postCountKey } from "./count-key.ts";
import { calendarPages } from "./desk/calendar.ts";
import { drawPages } from "./desk/draw.ts";
import { exclusionPages } from "./desk/exclusions.ts";
import { extensionPages } from "./desk/extension.ts";
import { getDeskCycle, getDeskCycles, getDeskLog } from "./desk/get-editions.ts";
import { getDeskRetention } from "./desk/get-retention-page.ts";
import { countKeyPages, keysPages } from "./desk/keys.ts";
import { getDeskNewCycle, postDeskNewCycle } from "./desk/new-edition.ts";
import { signOffPages } from "./desk/sign-off.ts";
import { cancellationPages, getDeskAcceptance, transitionPages } from "./desk/transition.ts";
import { postDraw } from "./draws.ts";
import { putExclusionGroups } from "./exclusion-groups.ts";
import { getCycleCalendar } from "./get-calendar.ts";
import { getCycle, getCycles, getStaffCycle } from "./get-cycles.ts";
import { getTurnout } from "./get-turnout.ts";
import { putKeys } from "./keys.ts";
import { postCycle } from "./open-cycle.ts";
import { postExtension, postExtensionAcceptance } from "./post-extension.ts";
import { postTransition, postTransitionAcceptance, postTransitionWithdrawal } from "./post-transition.ts";
import { getRetention } from "./retention.ts";
import { postSignOff } from "./sign-offs.ts";

export const duties: Duties = {
  endpoints: [
    getCycles,
    getCycle,
    getTurnout,
    getCycleCalendar,
    postCycle,
    getStaffCycle,
    getRetention,
    getDeskRetention,
    patchCalendar,
    putKeys,
    putExclusionGroups,
    postExtension,
    postExtensionAcceptance,
    postTransition,
    postTransitionAcceptance,
    postTransitionWithdrawal,
    postCountKey,
    postDraw,
    postSignOff,
    getDeskCycles,
    getDeskNewCycle,
    postDeskNewCycle,
    getDeskCycle,
    getDeskLog,
    ...transitionPages,
    ...cancellationPages,
    getDeskAcceptance,
    ...calendarPages,
    ...exclusionPages,
    ...extensionPages,
    ...keysPages,
    ...countKeyPages,
    ...drawPages,
    ...signOffPages,
  ],
};

export const handler = onLambda(duties, { machine: machineOnAws });
