import { type Duties, onLambda } from "../../shared/platform/serve.ts";
import { getAccessibility, getCookies, getHelp, getPrivacy } from "./get-articles.ts";
import { getDocs } from "./get-docs.ts";
import { getHome } from "./get-home.ts";
import { getHealth, getOpenapi, getRobots, getSecurity } from "./get-machine-files.ts";
import { getAccident, getRefusal } from "./get-refusal.ts";
import { getStatic } from "./get-static.ts";

export const duties: Duties = {
  endpoints: [
    getHome,
    getHelp,
    getPrivacy,
    getCookies,
    getAccessibility,
    getDocs,
    getRefusal,
    getAccident,
    getStatic,
    getOpenapi,
    getHealth,
    getRobots,
    getSecurity,
  ],
};

export const handler = onLambda(duties);
