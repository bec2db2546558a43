import { type Duties, onLambda } from "../../shared/platform/serve.ts";
import { endpointsOf } from "../endpoints.ts";

export const duties: Duties = {
  endpoints: endpointsOf("site", {
    getHome: () => import("./get-home.ts"),
    getHelp: () => import("./get-articles.ts"),
    getPrivacy: () => import("./get-articles.ts"),
    getCookies: () => import("./get-articles.ts"),
    getAccessibility: () => import("./get-articles.ts"),
    getDocs: () => import("./get-docs.ts"),
    getRefusal: () => import("./get-refusal.ts"),
    getAccident: () => import("./get-refusal.ts"),
    getStatic: () => import("./get-static.ts"),
    getOpenapi: () => import("./get-machine-files.ts"),
    getHealth: () => import("./get-machine-files.ts"),
    getRobots: () => import("./get-machine-files.ts"),
    getSecurity: () => import("./get-machine-files.ts"),
  }),
};

export const handler = onLambda(duties);
