import { type Duties, onLambda } from "../../shared/platform/serve.ts";
import { getPackage, getPoolPb } from "./get-files.ts";
import { getResults, getResultsCsv } from "./get-results.ts";
import { getResultsListPage } from "./pages/results-list-page.ts";
import { getPoolResultsPage, getResultsPage } from "./pages/results-page.ts";

export const duties: Duties = {
  endpoints: [
    getResults,
    getResultsCsv,
    getPoolPb,
    getPackage,
    getResultsListPage,
    getResultsPage,
    getPoolResultsPage,
  ],
};

export const handler = onLambda(duties);
