import { z } from "zod";
import { cycleOf } from "../../../shared/acts/cycle-of.ts";
import { readyUpload } from "../../../shared/acts/ready-upload.ts";
import { rollKindOf } from "../../../shared/acts/roll/entries.ts";
import { checkBeforeVote } from "../../../shared/acts/roll/import-roll.ts";
import { proposeUploadedRoll } from "../../../shared/acts/roll/propose-upload.ts";
import { glimpseOf, sourceIn } from "../../../shared/acts/roll/read-file.ts";
import { ReadingFields, saidIn } from "../../../shared/acts/sent-table.ts";
import { pathTo } from "../../../shared/domain/addresses.ts";
import { CycleId } from "../../../shared/domain/ids.ts";
import { existing, Refused } from "../../../shared/domain/result.ts";
import { UploadId } from "../../../shared/domain/upload/upload.ts";
import type { SaidOfFile } from "../../../shared/domain/voting/roll-preview.ts";
import { type FormState, formState } from "../../../shared/pages/components/form-state.ts";
import { link } from "../../../shared/pages/layout.ts";
import { rollFileView } from "../../../shared/pages/office/roll-file.ts";
import type { Deps } from "../../../shared/platform/deps.ts";
import { endpoint, type StaffRequest } from "../../../shared/platform/endpoint.ts";
import { frameOf } from "../../../shared/platform/frame.ts";
import { seeOther, view } from "../../../shared/platform/http.ts";
import { detailOf, statusOf } from "../../../shared/platform/problem.ts";
import { routes } from "../../routes.ts";

const Path = z.object({ cycleId: CycleId, uploadId: UploadId });

/** What a clerk has chosen: columns of the roll by the places of those in the file. */
const Chosen = ReadingFields.extend({ act: z.enum(["look", "read"]) });

const page = async (
  request: StaffRequest<z.infer<typeof Path>>,
  said: SaidOfFile,
  deps: Deps,
  state: FormState = formState(request.words),
) => {
  const { cycleId, uploadId } = request.params;
  const cycle = await cycleOf(cycleId, deps);
  checkBeforeVote(cycle);
  const upload = await readyUpload(uploadId, "roll", deps);
  const { path: found, bytes } = existing(upload.found);
  const kind = rollKindOf(cycle, deps.system.now());
  const glimpse = await glimpseOf(sourceIn({ path: existing(found), bytes }, deps), kind, said);
  return rollFileView(frameOf(request), state, {
    cycle,
    upload,
    columns: Object.keys(kind.columns),
    glimpse,
  });
};

export const getOfficeRollFile = endpoint(routes.getOfficeRollFile, {
  summary: "A roll that was uploaded, before it is read: encoding, delimiter, columns, three rows",
  params: Path,
  handle: async (request, deps) => view(await page(request, {}, deps)),
});

export const postOfficeRollFile = endpoint(routes.postOfficeRollFile, {
  summary: "Look at an uploaded roll in another way, or have it read as it is shown",
  params: Path,
  body: Chosen,
  handle: async (request, deps) => {
    const { params, body, words } = request;
    const said = saidIn(body);
    if (body.act === "look") return view(await page(request, said, deps));
    try {
      const cycle = await cycleOf(params.cycleId, deps);
      const { id: pendingId } = await proposeUploadedRoll(
        { by: { ...request, route: routes.postRoll }, cycle, said, upload: params.uploadId },
        deps,
      );
      return seeOther(link(frameOf(request), pathTo("pendingAct", { pendingId })));
    } catch (error) {
      if (!(error instanceof Refused) || error.refusal.code === "thing/not-found") throw error;
      const faults = [{ field: "main", text: detailOf(error.refusal, words) }];
      return view(
        await page(request, said, deps, formState(words, { typed: body, faults })),
        statusOf(error.refusal),
      );
    }
  },
});
