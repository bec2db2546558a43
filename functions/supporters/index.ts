import { type Duties, onLambda } from "../../shared/platform/serve.ts";
import { intakeRows } from "../../shared/subjects/intake/rows.ts";
import { entryRows, matterRows } from "../../shared/subjects/matters/rows.ts";
import { pointRows } from "../../shared/subjects/point/rows.ts";
import { printedRows } from "../../shared/subjects/printed/rows.ts";
import { sheetRows, supporterRows } from "../../shared/subjects/supporters/rows.ts";
import { endpointsOf, inModule } from "../endpoints.ts";

export const duties: Duties = {
  endpoints: endpointsOf("supporters", {
    ...inModule(entryRows, () => import("../../shared/subjects/matters/entry.ts")),
    ...inModule(matterRows, () => import("../../shared/subjects/matters/acts.ts")),
    ...inModule(supporterRows, () => import("../../shared/subjects/supporters/acts.ts")),
    ...inModule(intakeRows, () => import("../../shared/subjects/intake/acts.ts")),
    ...inModule(printedRows, () => import("../../shared/subjects/printed/acts.ts")),
    ...inModule(pointRows, () => import("../../shared/subjects/point/acts.ts")),
    ...inModule(sheetRows, () => import("../../shared/subjects/supporters/sheet-acts.ts")),
  }),
};

export const handler = onLambda(duties, {
  signer: () => import("../../shared/platform/signer.ts").then(({ signerOnAws }) => signerOnAws),
});
