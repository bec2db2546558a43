import { type Duties, onLambda } from "../../shared/platform/serve.ts";
import { getPackage, getPoolPb } from "./get-files.ts";
import { getResults, getResultsCsv } from "./get-results.ts";

export const duties: Duties = { endpoints: [getResults, getResultsCsv, getPoolPb, getPackage] };

export const handler = onLambda(duties);
