import { type Duties, onLambda } from "../../shared/platform/serve.ts";
import { endpointsOf } from "../endpoints.ts";

export const duties: Duties = {
  endpoints: endpointsOf("results", {
    getResults: () => import("./get-results.ts"),
    getResultsCsv: () => import("./get-results.ts"),
    getPackage: () => import("./get-files.ts"),
    getPoolPb: () => import("./get-files.ts"),
    getWhatIf: () => import("./what-if.ts"),
    getStaffWhatIf: () => import("./what-if.ts"),
    getSigningKey: () => import("./get-signing-key.ts"),
    getCatalog: () => import("./catalog.ts"),
    getResultsListPage: () => import("./pages/results-list-page.ts"),
    getResultsPage: () => import("./pages/results-page.ts"),
    getPoolResultsPage: () => import("./pages/results-page.ts"),
    getWhatIfPage: () => import("./pages/what-if-page.ts"),
  }),
};

export const handler = onLambda(duties, {
  files: () => import("../../shared/platform/files.ts").then(({ filesOnAws }) => filesOnAws),
});
