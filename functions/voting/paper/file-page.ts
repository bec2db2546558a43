import { z } from "zod";
import { cycleOf } from "../../../shared/acts/cycle-of.ts";
import { glimpseOf, sourceIn } from "../../../shared/acts/roll/read-file.ts";
import { ReadingFields, saidIn } from "../../../shared/acts/sent-table.ts";
import { openTicket } from "../../../shared/acts/upload-of.ts";
import { pathTo } from "../../../shared/domain/addresses.ts";
import { existing, Refused } from "../../../shared/domain/result.ts";
import { UploadId } from "../../../shared/domain/upload/upload.ts";
import { PAPER_FILE, type PaperFile } from "../../../shared/domain/voting/paper-file.ts";
import type { SaidOfFile } from "../../../shared/domain/voting/roll-preview.ts";
import { formState } from "../../../shared/pages/components/form-state.ts";
import type { Html } from "../../../shared/pages/html.ts";
import { link } from "../../../shared/pages/layout.ts";
import { paperFileView, paperLayoutView } from "../../../shared/pages/voting-points/paper-file.ts";
import type { Deps } from "../../../shared/platform/deps.ts";
import { endpoint, type StaffRequest } from "../../../shared/platform/endpoint.ts";
import { frameOf } from "../../../shared/platform/frame.ts";
import { seeOther, view } from "../../../shared/platform/http.ts";
import { detailOf, statusOf } from "../../../shared/platform/problem.ts";
import { routes } from "../../routes.ts";
import { BatchPath, batchOf } from "./batch-of.ts";
import { dropPaperFile, enterPaperFile, readPaperFile, sentBy } from "./file-acts.ts";
import { paperKindOf } from "./file-rows.ts";
import { failedText, toldNote } from "./file-words.ts";
import { checkTakesPaper } from "./register-batch.ts";

const Path = BatchPath.extend({ uploadId: UploadId });
type Asking = StaffRequest<z.infer<typeof Path>>;

/** Begins the upload: the file's own page takes it in, and leads on to how it is read. */
export const postOfficePaperUpload = endpoint(routes.postOfficePaperUpload, {
  summary: "Begin to upload a table of paper cards",
  params: BatchPath,
  body: z.object({}),
  handle: async (request, deps) => {
    const { cycleId, batchId } = request.params;
    const [cycle] = await Promise.all([cycleOf(cycleId, deps), batchOf(request.params, deps)]);
    checkTakesPaper(cycle);
    const uploadId = request.newId("upl");
    await openTicket(
      {
        purpose: "paper-batch",
        name: "karty.csv",
        type: "text/csv",
        from: pathTo("paperFile", { cycleId, batchId, uploadId }),
      },
      { ...request, newId: () => uploadId as never },
      deps,
    );
    return seeOther(link(frameOf(request), pathTo("officeUpload", { uploadId })));
  },
});

/** So many columns of choices are asked for by hand where the table itself names none. */
const CHOICES_ASKED = 3;

const layoutPage = async (
  request: Asking,
  said: SaidOfFile,
  state: ReturnType<typeof formState>,
  deps: Deps,
): Promise<Html> => {
  const { cycleId, uploadId } = request.params;
  const cycle = await cycleOf(cycleId, deps);
  checkTakesPaper(cycle);
  const upload = await sentBy(uploadId, request, deps);
  const { path, bytes } = existing(upload.found);
  const kind = await paperKindOf(cycle, deps);
  const glimpse = await glimpseOf(sourceIn({ path: existing(path), bytes }, deps), kind, said);
  const places = "says" in glimpse ? {} : glimpse.layout.places;
  const columns = Object.keys(kind.columns).filter(
    (column) => places[column] !== undefined || !(Number(/_(\d+)$/.exec(column)?.[1]) > CHOICES_ASKED),
  );
  return paperLayoutView(frameOf(request), state, { ...request.params, name: upload.name, columns, glimpse });
};

const filePage = (request: Asking, state: ReturnType<typeof formState>, file: PaperFile): Html => {
  const { words, actor } = request;
  return paperFileView(frameOf(request), state, {
    file,
    isMine: file.by === actor.id,
    mayDrop: PAPER_FILE[file.state].drop !== undefined,
    failed: failedText(words, file),
    noted: file.noted.map((note) => toldNote(words, note)),
  });
};

/** A file as it stands; before it is read, how it would be, to whoever sent it. */
const page = async (
  request: Asking,
  deps: Deps,
  {
    said = {},
    state = formState(request.words),
  }: { said?: SaidOfFile; state?: ReturnType<typeof formState> } = {},
): Promise<Html> => {
  const { cycleId, batchId, uploadId } = request.params;
  await batchOf(request.params, deps);
  const file = await deps.store.paperFiles.get(cycleId, batchId, uploadId);
  return file ? filePage(request, state, file) : await layoutPage(request, said, state, deps);
};

export const getOfficePaperFile = endpoint(routes.getOfficePaperFile, {
  summary: "A table of paper cards: how it is read, what its cards would come to, how far it is",
  params: Path,
  handle: async (request, deps) => view(await page(request, deps)),
});

export const postOfficePaperFile = endpoint(routes.postOfficePaperFile, {
  summary: "Look at a table of paper cards in another way, have it read, key its cards, or let it go",
  params: Path,
  body: ReadingFields.extend({ act: z.enum(["look", "read", "enter", "drop"]) }),
  handle: async (request, deps) => {
    const { params, body, words } = request;
    const said = saidIn(body);
    if (body.act === "look") return view(await page(request, deps, { said }));
    try {
      const [cycle, batch] = await Promise.all([cycleOf(params.cycleId, deps), batchOf(params, deps)]);
      const place = { by: request, cycle, batch, id: params.uploadId };
      if (body.act === "read")
        await readPaperFile({ ...place, by: { ...request, route: routes.postPaperFile }, said }, deps);
      else await (body.act === "enter" ? enterPaperFile : dropPaperFile)(place, deps);
    } catch (error) {
      if (!(error instanceof Refused) || error.refusal.code === "thing/not-found") throw error;
      const faults = [{ field: "main", text: detailOf(error.refusal, words) }];
      const state = formState(words, { typed: body, faults });
      return view(await page(request, deps, { said, state }), statusOf(error.refusal));
    }
    return seeOther(link(frameOf(request), pathTo("paperFile", params)));
  },
});
