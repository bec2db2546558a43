/**
 * The one route table. The stacks, the local host, the OpenAPI document and the authorisation test all read it; it is plain data.
 * A row without `who` does not compile, nor does one through which others than staff write without its admission.
 */
import { named } from "../shared/platform/route.ts";
import { subjectRows } from "../shared/subjects/subjects.ts";
import { cycleRows } from "./routes/cycles.ts";
import { officeRows } from "./routes/office.ts";
import { officeEditionRows } from "./routes/office-editions.ts";
import { proposalRows } from "./routes/proposals.ts";
import { siteRows } from "./routes/site.ts";
import { uploadRows } from "./routes/uploads.ts";
import { votingRows } from "./routes/voting.ts";
import { pointRows } from "./routes/voting-points.ts";

export const wholeTable = named({
  ...siteRows,
  ...cycleRows,
  ...proposalRows,
  ...votingRows,
  ...pointRows,
  ...subjectRows,
  ...officeRows,
  ...officeEditionRows,
  ...uploadRows,
});
