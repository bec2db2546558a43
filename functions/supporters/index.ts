import { type Duties, onLambda } from "../../shared/platform/serve.ts";
import { sheetRows, supporterRows } from "../../shared/subjects/supporters/rows.ts";
import { endpointsOf, inModule } from "../endpoints.ts";

export const duties: Duties = {
  endpoints: endpointsOf("supporters", {
    ...inModule(supporterRows, () => import("../../shared/subjects/supporters/acts.ts")),
    ...inModule(sheetRows, () => import("../../shared/subjects/supporters/sheet-acts.ts")),
  }),
};

export const handler = onLambda(duties);
