import { z } from "zod";
import { CycleId, idOf, ProjectId } from "../ids.ts";
import { isBinary } from "../import/encoding.ts";
import { Instant, plusSeconds } from "../instant.ts";
import type { Lifecycle } from "../lifecycle.ts";
import { localised } from "../localised.ts";
import type { Role } from "../office/roles.ts";
import { notValid, type Refusal, refusal } from "../refusals.ts";
import { ok, type Result, refused } from "../result.ts";
import { line } from "../text.ts";
import { ANY_TYPE, endingsOf, FORMATS, type Format, isWide, type Other, sniff, typesOf } from "./formats.ts";
import { type Kind, OFFICE_PURPOSES, PURPOSE_NAMES, purposeOf } from "./purposes.ts";

export const UploadId = idOf("upl", "A file that is sent in");
export type UploadId = z.infer<typeof UploadId>;

/** How long a form takes a file, and how long a ticket waits for one that was late to be looked at. */
const FORM_SECONDS = 3600;
const WAITS_SECONDS = 86_400;

/** A form of a page takes more than a file may have, so that who chose one somewhat too large is told so in words, by us. */
const LEEWAY = 2;

const STATES = ["pending", "ready", "refused", "attached", "released"] as const;
type UploadEvent = "accept" | "take" | "refuse" | "attach" | "release";

/** A file that comes in, from its ticket on. One that is released waits for nothing but to be gone. */
export const UPLOAD: Lifecycle<(typeof STATES)[number], UploadEvent> = {
  pending: { accept: "ready", take: "attached", refuse: "refused", release: "released" },
  ready: { attach: "attached", release: "released" },
  refused: { release: "released" },
  attached: { release: "released" },
  released: {},
};

/** Why a file is not taken: the code and the facts of a refusal. */
export type FileFault = Extract<Refusal, { readonly code: `file/${string}` }>;

const Fault = z.object({
  code: z.templateLiteral(["file/", z.string()]),
  facts: z.record(z.string(), z.unknown()),
});

/** What is made of a picture for everybody. */
const Copy = z.object({ path: z.string(), width: z.int(), height: z.int(), bytes: z.int() });
export type Copy = z.infer<typeof Copy>;

/** From the least wide to the widest. A picture that is narrower than a size has there what it is: two of them are one file then. */
export const SIZES = { small: 320, medium: 960, large: 1920 } as const;
export type Size = keyof typeof SIZES;

const Copies = z.object({ small: Copy, medium: Copy, large: Copy });
export type Copies = z.infer<typeof Copies>;

/** A file that came in and is what its purpose takes. */
const Found = z.object({
  format: z.enum(Object.keys(FORMATS) as [Format, ...Format[]]),
  bytes: z.int(),
  /** SHA-256 of what was sent, as hex. */
  digest: z.string(),
  /** Where it is; of a picture only its copies are kept. */
  path: z.string().optional(),
  copies: Copies.optional(),
});
export type Found = z.infer<typeof Found>;

/** What a picture shows, for whoever does not see it. */
const AlternativeText = localised(line(300));

export const Upload = z.object({
  id: UploadId,
  purpose: z.enum(PURPOSE_NAMES),
  /** As it is called where it comes from. */
  name: z.string(),
  type: z.string(),
  /** How large it is, where that was known before. */
  bytes: z.int().optional(),
  alt: AlternativeText.optional(),
  /** The page of the office that asked for it, and where whoever has sent it goes on. */
  from: z.string().optional(),
  by: z.object({ id: z.string(), name: z.string() }),
  /** Whose author sends it, and how large it may be by that edition's form: it is that proposal's, and of nothing else. */
  of: z.object({ cycleId: CycleId, projectId: ProjectId, mostBytes: z.int() }).optional(),
  state: z.enum(STATES),
  createdAt: Instant,
  /** Until when the form takes it. */
  expiresAt: Instant,
  /** How often the file was looked at. */
  looks: z.int(),
  found: Found.optional(),
  fault: Fault.optional(),
  /** What has taken it. */
  attachedTo: z.string().optional(),
  fingerprint: z.string(),
});
export type Upload = z.infer<typeof Upload>;

/** What somebody asks a ticket with. */
export const NewUpload = z.strictObject({
  purpose: z.enum(OFFICE_PURPOSES),
  name: line(255),
  type: z
    .string()
    .max(100)
    .regex(/^[\w.+-]+\/[\w.+-]+$/)
    .overwrite((text) => text.toLowerCase()),
  bytes: z.int().min(1),
  alt: AlternativeText.optional(),
});
export type NewUpload = z.infer<typeof NewUpload>;

type Limited = Pick<Upload, "purpose" | "of">;

/** How large a file may be: by its purpose, and by the form of its edition. */
export const mostBytesOf = ({ purpose, of }: Limited): number =>
  Math.min(purposeOf(purpose).mostBytes, of?.mostBytes ?? Number.POSITIVE_INFINITY);

/** Whether a file of this type and size is what its purpose takes. */
export const checkFile = ({
  type,
  bytes,
  ...limited
}: Limited & Pick<Upload, "type" | "bytes">): Result<void> => {
  const types = typesOf(purposeOf(limited.purpose).formats);
  if (type !== ANY_TYPE && !types.includes(type))
    return refused(notValid([{ pointer: "/type", rule: "choice", limit: types.join(", ") }]));
  const mostBytes = mostBytesOf(limited);
  if (bytes !== undefined && bytes > mostBytes)
    return refused(refusal("file/too-big", { mostBytes }, "/bytes"));
  return ok(undefined);
};

/** Whether somebody of the office may send this for its purpose. */
export const checkTicket = (
  asked: Pick<Upload, "purpose" | "type" | "bytes">,
  roles: readonly Role[],
): Result<void> => {
  const { roles: senders } = purposeOf(asked.purpose);
  return senders.some((role) => roles.includes(role))
    ? checkFile(asked)
    : refused(refusal("identity/role", { needed: [...senders] }));
};

type Ticket = Pick<
  Upload,
  "id" | "purpose" | "name" | "type" | "bytes" | "alt" | "from" | "by" | "of" | "fingerprint"
>;

export const ticket = (of: Ticket, at: Instant): Upload => ({
  ...of,
  state: "pending",
  createdAt: at,
  expiresAt: plusSeconds(at, FORM_SECONDS),
  looks: 0,
});

/** The size that a form takes: what was said, or whatever the purpose takes. */
export const sizeOf = ({ bytes, ...limited }: Limited & Pick<Upload, "bytes">): readonly [number, number] =>
  bytes === undefined ? [1, mostBytesOf(limited) * (limited.of ? LEEWAY : 1)] : [bytes, bytes];

/** From here on nobody waits for the file any more. */
export const givenUpAt = ({ createdAt }: Pick<Upload, "createdAt">): Instant =>
  plusSeconds(createdAt, WAITS_SECONDS);

/** When a file goes that nothing has taken. */
export const goesAt = ({ createdAt, purpose }: Pick<Upload, "createdAt" | "purpose">): Instant =>
  plusSeconds(createdAt, purposeOf(purpose).keptDays * 86_400);

const notA = (kind: Kind, found: string, formats: readonly Format[]) => {
  if (kind === "scan") return refusal("file/not-a-scan", { found, takes: endingsOf(formats) });
  if (kind === "table") return refusal("file/not-a-table", { found });
  return refusal("file/not-a-picture", { found });
};

const isFormat = (what: Format | Other): what is Format => Object.hasOwn(FORMATS, what);

/** What a file is, by its first bytes; refused where its purpose does not take that, or where it was said to be something else. */
export const formatOf = (
  { purpose, type }: Pick<Upload, "purpose" | "type">,
  head: Uint8Array,
): Result<Format> => {
  if (head.length === 0) return refused(refusal("file/empty", {}));
  const { kind, formats } = purposeOf(purpose);
  const [what = "unknown", ...others] = sniff(head);
  if (others.length > 0) return refused(refusal("file/several-kinds", {}));
  if (!isFormat(what) || !formats.includes(what)) return refused(notA(kind, what, formats));
  if (type !== ANY_TYPE && !typesOf([what]).includes(type))
    return refused(refusal("file/not-as-said", { said: type, found: what }));
  return ok(what);
};

/** Whether all of a file can be of its format, of which the first bytes are: a table is text to its end. */
export const goesOn = (format: Format, head: Uint8Array, bytes: Uint8Array): boolean =>
  format !== "table" || isWide(head) || !bytes.some(isBinary);
