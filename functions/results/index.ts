import { filesOnAws } from "../../shared/platform/files.ts";
import { type Duties, onLambda } from "../../shared/platform/serve.ts";
import { getPackage, getPoolPb } from "./get-files.ts";
import { getResults, getResultsCsv } from "./get-results.ts";
import { getSigningKey } from "./get-signing-key.ts";
import { getResultsListPage } from "./pages/results-list-page.ts";
import { getPoolResultsPage, getResultsPage } from "./pages/results-page.ts";
import { getWhatIfPage } from "./pages/what-if-page.ts";
import { getStaffWhatIf, getWhatIf } from "./what-if.ts";

export const duties: Duties = {
  endpoints: [
    getResults,
    getResultsCsv,
    getPoolPb,
    getPackage,
    getSigningKey,
    getWhatIf,
    getStaffWhatIf,
    getResultsListPage,
    getResultsPage,
    getPoolResultsPage,
    getWhatIfPage,
  ],
};

export const handler = onLambda(duties, { files: filesOnAws });
