import { z } from "zod";
import { cycleOf } from "../../../shared/acts/cycle-of.ts";
import { existing } from "../../../shared/domain/result.ts";
import { UploadId } from "../../../shared/domain/upload/upload.ts";
import { isAtWork, PaperFile } from "../../../shared/domain/voting/paper-file.ts";
import { SaidOfFile } from "../../../shared/domain/voting/roll-preview.ts";
import type { Deps } from "../../../shared/platform/deps.ts";
import { endpoint, type StaffRequest } from "../../../shared/platform/endpoint.ts";
import { accepted, json, type Reply } from "../../../shared/platform/http.ts";
import type { Words } from "../../../shared/words/words.ts";
import { routes } from "../../routes.ts";
import { BatchPath, batchOf } from "./batch-of.ts";
import { dropPaperFile, enterPaperFile, readPaperFile } from "./file-acts.ts";
import { failedText, toldNote } from "./file-words.ts";

const FilePath = BatchPath.extend({ uploadId: UploadId });

const Told = PaperFile.pick({ id: true, name: true, byName: true, at: true, state: true, done: true })
  .extend({
    rows: z.int().nullable(),
    found: PaperFile.shape.found,
    entered: PaperFile.shape.entered,
    /** Why it is no table of cards, or why it ended. */
    failed: z.string().nullable(),
    noted: z.array(
      z.object({ line: z.int(), column: z.string().nullable(), code: z.string(), detail: z.string() }),
    ),
  })
  .meta({
    id: "PaperFile",
    description:
      "A table of paper cards: how far it is, what its cards would come to, and what is noted of its rows",
  });

const told = (file: PaperFile, words: Words): z.input<typeof Told> => {
  const { id, name, byName, at, state, done, rows = null, found, entered, noted } = file;
  const failed = failedText(words, file) ?? null;
  return {
    id,
    name,
    byName,
    at,
    state,
    done,
    rows,
    found,
    entered,
    failed,
    noted: noted.map((note) => toldNote(words, note)),
  };
};

/** 202 while there is work left, which goes on by itself. */
const reply = (file: PaperFile, words: Words): Reply =>
  isAtWork(file) ? accepted(told(file, words)) : json(told(file, words));

const placeOf = async (request: StaffRequest<BatchPath>, deps: Deps) => {
  const { params } = request;
  const [cycle, batch] = await Promise.all([cycleOf(params.cycleId, deps), batchOf(params, deps)]);
  return { by: request, cycle, batch };
};

export const postPaperFile = endpoint(routes.postPaperFile, {
  summary: "Have a table of a batch's cards read; nothing is keyed yet",
  description:
    "The table was uploaded for the purpose `paper-batch`, by whoever asks. Columns: `number` of the card, the facts of the voter as the roll names them, `projects` as public numbers in one cell (each with points behind a colon where the list asks for them), or `project_1` … `project_12` with `points_1` …, `rejection`, and `guardian` of a child's card. Every row is checked by the rules of `POST …/cards/{number}`. One fault, and nothing of the file can be entered. Cards that only the desk can decide, such as of somebody who has voted, are left.",
  params: BatchPath,
  body: SaidOfFile.extend({ upload: UploadId }).meta({ id: "PaperUpload" }),
  replies: { 200: Told, 202: Told },
  handle: async (request, deps) => {
    const { upload: id, ...said } = request.body;
    return reply(await readPaperFile({ ...(await placeOf(request, deps)), id, said }, deps), request.words);
  },
});

export const getPaperFile = endpoint(routes.getPaperFile, {
  summary: "A table of paper cards: how far it is, and what is noted of its rows",
  params: FilePath,
  replies: { 200: Told },
  handle: async ({ params: { cycleId, batchId, uploadId }, words }, deps) =>
    json(told(existing(await deps.store.paperFiles.get(cycleId, batchId, uploadId)), words)),
});

export const postPaperFileEntry = endpoint(routes.postPaperFileEntry, {
  summary: "Key the cards of a table that was read, as the one who sent it",
  description:
    "One keying of two: cards that nobody has keyed wait for another person, who keys them by hand or sends a table of their own; cards that another person keyed alike are settled. Asked for again it goes on where it was, and no card is entered twice.",
  params: FilePath,
  replies: { 200: Told, 202: Told },
  handle: async (request, deps) => {
    const place = { ...(await placeOf(request, deps)), id: request.params.uploadId };
    return reply(await enterPaperFile(place, deps), request.words);
  },
});

export const postPaperFileRemoval = endpoint(routes.postPaperFileRemoval, {
  summary: "Let a table of paper cards go; cards that were keyed out of it stay keyed",
  params: FilePath,
  replies: { 200: Told },
  handle: async (request, deps) => {
    const place = { ...(await placeOf(request, deps)), id: request.params.uploadId };
    return json(told(await dropPaperFile(place, deps), request.words));
  },
});
