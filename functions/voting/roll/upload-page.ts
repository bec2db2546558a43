import { z } from "zod";
import { cycleOf } from "../../../shared/acts/cycle-of.ts";
import { checkBeforeVote } from "../../../shared/acts/roll/import-roll.ts";
import { openTicket } from "../../../shared/acts/upload-of.ts";
import { pathTo } from "../../../shared/domain/addresses.ts";
import { CycleId } from "../../../shared/domain/ids.ts";
import { link } from "../../../shared/pages/layout.ts";
import { endpoint } from "../../../shared/platform/endpoint.ts";
import { frameOf } from "../../../shared/platform/frame.ts";
import { seeOther } from "../../../shared/platform/http.ts";
import { routes } from "../../routes.ts";

/** Begins the upload of a roll: the file's own page takes it in, and leads on to how it is read. */
export const postOfficeRollUpload = endpoint(routes.postOfficeRollUpload, {
  summary: "Begin to upload a roll",
  params: z.object({ cycleId: CycleId }),
  body: z.object({}),
  handle: async (request, deps) => {
    const { cycleId } = request.params;
    checkBeforeVote(await cycleOf(cycleId, deps));
    const uploadId = request.newId("upl");
    const from = pathTo("editionRollFile", { cycleId, uploadId });
    await openTicket(
      { purpose: "roll", name: "spis.csv", type: "text/csv", from },
      { ...request, newId: () => uploadId as never },
      deps,
    );
    return seeOther(link(frameOf(request), pathTo("officeUpload", { uploadId })));
  },
});
