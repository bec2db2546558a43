import { z } from "zod";
import { CycleId, ProjectId } from "../../domain/ids.ts";
import { type Instant, plusSeconds } from "../../domain/instant.ts";
import { Version } from "../../domain/kind.ts";
import type { Project } from "../../domain/project/project.ts";
import { type AskedFiles, PAPERS } from "../../domain/project/proposal-form.ts";
import { refusal } from "../../domain/refusals.ts";
import { ok, type Result, refused } from "../../domain/result.ts";
import { line } from "../../domain/text.ts";
import { Instant as InstantSchema } from "../../domain/time.ts";
import type { AuthorPurpose } from "../../domain/upload/purposes.ts";
import {
  type Copies,
  type FileFault,
  Upload,
  UploadId,
  type Upload as UploadOf,
} from "../../domain/upload/upload.ts";

/** What a file is to a proposal: a photo for everybody, or a paper for the office alone. */
const KINDS = ["photo", ...PAPERS] as const;
export const AttachmentKind = z.enum(KINDS);
export type AttachmentKind = z.infer<typeof AttachmentKind>;

/** What a photo shows, in the language of the proposal. */
export const Alt = line(300);

const TakenDown = z.object({ at: InstantSchema, reason: z.string() });

const Attachment = z.object({
  id: UploadId,
  as: AttachmentKind,
  name: z.string(),
  alt: z.string().optional(),
  askedAt: InstantSchema,
  /** What came; or why it was not taken. Neither, while it is on its way. */
  found: Upload.shape.found,
  fault: Upload.shape.fault,
  /** By the office, with the reason that its author reads. */
  takenDown: TakenDown.optional(),
});
export type Attachment = z.infer<typeof Attachment>;

/** All files of a proposal in their order, from its draft on. */
export const Attachments = z.object({
  projectId: ProjectId,
  cycleId: CycleId,
  files: z.array(Attachment),
  /** When its author took a photo away that was public: nothing goes from it without a trace. */
  gone: z.array(InstantSchema).optional(),
  /** How many tickets it ever had. */
  tickets: z.int(),
  version: Version,
  /** Seconds since 1970: while it is a draft, which goes by itself. */
  expiresAtSeconds: z.int().optional(),
});
export type Attachments = z.infer<typeof Attachments>;

/** A proposal is changed now and then; whoever sends hundreds of files fills the house. */
const MOST_TICKETS = 100;

/** A file that nobody sent for so long is not waited for any more: its ticket is over. */
const AWAITED_SECONDS = 3600;

export const purposeFor = (as: AttachmentKind): AuthorPurpose =>
  as === "photo" ? "proposal-photo" : "proposal-paper";

type State = "awaited" | "there" | "refused" | "taken-down" | "over";

export const stateOf = (
  { found, fault, takenDown, askedAt }: Pick<Attachment, "found" | "fault" | "takenDown" | "askedAt">,
  now: Instant,
): State => {
  if (takenDown) return "taken-down";
  if (found) return "there";
  if (fault) return "refused";
  return now < plusSeconds(askedAt, AWAITED_SECONDS) ? "awaited" : "over";
};

/** Which kinds of files an edition has a place for. */
export const kindsOf = ({ hasPhotos, papers }: AskedFiles): AttachmentKind[] => [
  ...(hasPhotos ? (["photo"] as const) : []),
  ...papers,
];

/** What takes up one of the places that there are. */
const countsAt =
  (now: Instant) =>
  (file: Attachment): boolean => {
    const state = stateOf(file, now);
    return state === "there" || state === "awaited";
  };

export const takenUp = ({ files }: Attachments, now: Instant): number => files.filter(countsAt(now)).length;

/** One more file is asked for; what came to nothing before goes from the list. */
export const withTicket = (
  before: Attachments,
  file: Attachment,
  { most }: AskedFiles,
  now: Instant,
): Result<Attachments> => {
  const files = before.files.filter((one) => countsAt(now)(one) || one.takenDown);
  if (takenUp(before, now) >= most || before.tickets >= MOST_TICKETS)
    return refused(refusal("file/too-many", { most }));
  return ok({ ...before, files: [...files, file], tickets: before.tickets + 1 });
};

const changed = (
  before: Attachments,
  id: UploadId,
  change: (file: Attachment) => Partial<Attachment>,
): Attachments => ({
  ...before,
  files: before.files.map((file) => (file.id === id ? { ...file, ...change(file) } : file)),
});

/** The file came, and is what it should be, or is not. */
export const withOutcome = (
  before: Attachments,
  id: UploadId,
  outcome: { readonly found: UploadOf["found"] } | { readonly fault: FileFault },
): Attachments => changed(before, id, () => ("found" in outcome ? outcome : { fault: { ...outcome.fault } }));

/** Without a file; `at` is when a photo goes that everybody saw. */
export const withoutFile = (before: Attachments, id: UploadId, at?: Instant): Attachments => {
  const file = fileIn(before, id);
  const wasSeen = at !== undefined && file?.as === "photo" && file.found !== undefined;
  return {
    ...before,
    files: before.files.filter((one) => one.id !== id),
    ...(wasSeen && { gone: [...(before.gone ?? []), at] }),
  };
};

export const described = (before: Attachments, id: UploadId, alt: string): Attachments =>
  changed(before, id, () => ({ alt }));

/** One place further up among its like: photos among photos, papers among papers. */
export const movedUp = (before: Attachments, id: UploadId): Attachments => {
  const files = [...before.files];
  const at = files.findIndex((file) => file.id === id);
  const isPhoto = files[at]?.as === "photo";
  const above = files.slice(0, Math.max(0, at)).findLastIndex((file) => (file.as === "photo") === isPhoto);
  const [one, other] = [files[at], files[above]];
  if (one && other) [files[at], files[above]] = [other, one];
  return { ...before, files };
};

/** The office takes a photo down: its file goes, and its author reads why. */
export const takenDown = (before: Attachments, id: UploadId, at: Instant, reason: string): Attachments =>
  changed(before, id, ({ id: _id, found: _found, ...file }) => ({
    ...file,
    found: undefined,
    takenDown: { at, reason },
  }));

export const fileIn = ({ files }: Attachments, id: UploadId): Attachment | undefined =>
  files.find((file) => file.id === id);

/** A photo as everybody sees it. */
export interface Photo {
  readonly id: UploadId;
  readonly alt: string;
  readonly copies: Copies;
}

/** The photos that came, in their order. */
export const photosIn = (all: Pick<Attachments, "files"> | undefined): Photo[] =>
  (all?.files ?? []).flatMap(({ id, as, alt = "", found, takenDown: down }) =>
    as === "photo" && found?.copies && !down ? [{ id, alt, copies: found.copies }] : [],
  );

/** That photos changed, and that the office took one down, among the fields that a step names. */
const PHOTOS = "photos";
const PHOTO_TAKEN_DOWN = "photo-taken-down";

/** The way of a proposal with what became of its photos since it was submitted: papers are for the office alone, and so are the reasons for its author. */
export const withPhotoSteps = <P extends Pick<Project, "history" | "submittedAt">>(
  project: P,
  all: Pick<Attachments, "files" | "gone"> | undefined,
): P => {
  const { history, submittedAt } = project;
  const seen = (all?.files ?? []).filter(
    ({ as, found, takenDown }) => as === "photo" && (found || takenDown),
  );
  const moments = [
    ...[...seen.map(({ askedAt }) => askedAt), ...(all?.gone ?? [])].map((at) => ({ at, changed: [PHOTOS] })),
    ...seen.flatMap(({ takenDown }) =>
      takenDown ? [{ at: takenDown.at, changed: [PHOTO_TAKEN_DOWN] }] : [],
    ),
  ];
  const steps = moments
    .filter(({ at }) => at > submittedAt)
    .map((one) => ({
      ...one,
      status: history.findLast(({ at }) => at <= one.at)?.status ?? ("submitted" as const),
    }));
  if (steps.length === 0) return project;
  return {
    ...project,
    history: [...history, ...steps].toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0)),
  };
};
