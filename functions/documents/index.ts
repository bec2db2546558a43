import { type Duties, onLambda } from "../../shared/platform/serve.ts";
import { figureFileRows } from "../../shared/subjects/decisions/rows.ts";
import { minutesFileRows } from "../../shared/subjects/minutes/rows.ts";
import { printedFileRows } from "../../shared/subjects/printed/rows.ts";
import { reportFileRows, tableFileRows } from "../../shared/subjects/remarks/rows.ts";
import { endpointsOf, inModule } from "../endpoints.ts";

export const duties: Duties = {
  endpoints: endpointsOf("documents", {
    getLists: () => import("./lists.ts"),
    getListsFeed: () => import("./feed.ts"),
    getProposalCopy: () => import("./proposal-copy.ts"),
    getListFile: () => import("./list-file.ts"),
    ...inModule(printedFileRows, () => import("./printed-file.ts")),
    ...inModule(figureFileRows, () => import("./decision-figures.ts")),
    ...inModule(minutesFileRows, () => import("./minutes-file.ts")),
    ...inModule(tableFileRows, () => import("./remark-table.ts")),
    ...inModule(reportFileRows, () => import("./report-file.ts")),
    getOfficialListsPage: () => import("./list-pages.ts"),
    getOfficialListPage: () => import("./list-pages.ts"),
  }),
};

export const handler = onLambda(duties);
