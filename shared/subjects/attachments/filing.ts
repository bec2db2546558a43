/** An author adds files to their own proposal, and puts them in order: while it is written, changed or corrected. */
import type { Writing } from "../../acts/write-proposal.ts";
import type { Cycle } from "../../domain/cycle/cycle.ts";
import { draftGoesAt } from "../../domain/project/draft.ts";
import { checkCall } from "../../domain/project/proposal.ts";
import { type AskedFiles, proposalFormOf } from "../../domain/project/proposal-form.ts";
import { notValid, refusal } from "../../domain/refusals.ts";
import { ok, type Result, refused } from "../../domain/result.ts";
import { epochSeconds, type Instant } from "../../domain/time.ts";
import { checkFile, ticket, type Upload } from "../../domain/upload/upload.ts";
import type { Deps } from "../../platform/deps.ts";
import { BACKOFF, orAgain, retry } from "../../store/retry.ts";
import type { Write } from "../../store/write.ts";
import { openCall } from "../checks/corrections.ts";
import {
  type AttachmentKind,
  type Attachments,
  described,
  fileIn,
  kindsOf,
  movedUp,
  purposeFor,
  withoutFile,
  withTicket,
} from "./rules.ts";
import { attachmentsWrite, openAttachments, whileDraft } from "./store.ts";

/** The files that an edition asks for; none where its form has no place for them. */
export const filesOf = ({ ruleSet }: Pick<Cycle, "ruleSet">): AskedFiles | undefined =>
  proposalFormOf(ruleSet).files;

/** Whether an author may add files now: before the end of the call, and while they are called to correct. */
export const mayAttach = async (writing: Writing, at: Instant, deps: Deps): Promise<Result<AskedFiles>> => {
  const files = filesOf(writing.cycle);
  if (!files) return refused(refusal("thing/not-found", {}));
  const { project } = writing;
  const until = project && (await openCall(project, deps))?.calls.at(-1)?.until;
  if (until !== undefined && at < until) return ok(files);
  const open = checkCall(writing.cycle, at);
  if (!open.ok) return open;
  if (project && project.status !== "submitted")
    return refused(refusal("project/state", { status: project.status }));
  return ok(files);
};

const idsOf = ({ draft, project }: Writing) => {
  const { id: projectId, cycleId } = draft ?? project;
  return { projectId, cycleId };
};

/** The files as they are, or as there are none yet. */
export const attachmentsOf = async (
  writing: Writing,
  { store, system }: Pick<Deps, "store" | "system">,
): Promise<Attachments> =>
  (await openAttachments(store.table).get(idsOf(writing).projectId, system.now())) ?? {
    ...idsOf(writing),
    files: [],
    tickets: 0,
    version: 0,
  };

/** Of a draft they go with it. */
const dated = ({ cycle, draft }: Writing, all: Attachments, at: Instant): Attachments => {
  const { expiresAtSeconds: _none, ...rest } = all;
  return draft ? { ...rest, expiresAtSeconds: epochSeconds(draftGoesAt(cycle, at)) } : rest;
};

/** Writes over what was read, and again where somebody else was faster. */
const write = async <T>(
  writing: Writing,
  at: Instant,
  change: (all: Attachments) => Promise<Result<{ after: Attachments; also: readonly Write[]; made: T }>>,
  deps: Deps,
): Promise<Result<T>> =>
  retry(BACKOFF.reading, async () => {
    const changed = await change(await attachmentsOf(writing, deps));
    if (!changed.ok) return changed;
    const { after, also, made } = changed.value;
    const written = await deps.store.table.write([
      attachmentsWrite(dated(writing, after, at)),
      ...(writing.draft ? [whileDraft(writing.draft)] : []),
      ...also,
    ]);
    if (written.ok) return ok(made);
    return written.refusal.code === "request/changed-since" ? "again" : orAgain(written);
  });

interface AskedFile {
  readonly as: AttachmentKind;
  readonly name: string;
  readonly type: string;
  readonly bytes?: number | undefined;
  readonly alt?: string | undefined;
}

interface By {
  readonly at: Instant;
  readonly id: Upload["id"];
  readonly fingerprint: string;
}

/** A ticket for one more file of this proposal, and of nothing else. */
export const askTicket = async (
  writing: Writing,
  { as, alt, ...file }: AskedFile,
  { at, id, fingerprint }: By,
  deps: Deps,
): Promise<Result<Upload>> => {
  const may = await mayAttach(writing, at, deps);
  if (!may.ok) return may;
  const asked = may.value;
  const kinds = kindsOf(asked);
  if (!kinds.includes(as))
    return refused(notValid([{ pointer: "/as", rule: "choice", limit: kinds.join(", ") }]));
  if (as === "photo" && alt === undefined) return refused(refusal("file/no-alternative-text", {}, "/alt"));
  const of = { ...idsOf(writing), mostBytes: asked.mostMegabytes * 1_000_000 };
  const sent = { purpose: purposeFor(as), ...file, of };
  const fits = checkFile(sent);
  if (!fits.ok) return fits;
  const made = ticket({ ...sent, id, by: { id: of.projectId, name: "" }, fingerprint }, at);
  const { uploads } = deps.store;
  return write(
    writing,
    at,
    async (all) => {
      // The same request once more, or another one under its key.
      if (fileIn(all, id)) {
        const before = await uploads.get(id);
        return before?.fingerprint === fingerprint
          ? ok({ after: all, also: [], made: before })
          : refused(refusal("request/key-reused", {}));
      }
      const entry = { id, as, name: file.name, askedAt: at, ...(as === "photo" && { alt }) };
      const after = withTicket(all, entry, asked, at);
      return after.ok ? ok({ after: after.value, also: [await uploads.ask(made)], made }) : after;
    },
    deps,
  );
};

/** What an author does with a file that is there. */
type FileChange =
  | { readonly act: "remove" | "up"; readonly id: Upload["id"] }
  | { readonly act: "describe"; readonly id: Upload["id"]; readonly alt: string };

/** A file that is not needed any more goes with the next sweep; one that never came has nothing to go. */
export const letGo = async (
  id: Upload["id"],
  at: Instant,
  { store }: Pick<Deps, "store">,
): Promise<Write[]> => {
  const upload = await store.uploads.get(id);
  return upload && upload.state !== "released" ? [await store.uploads.release(upload, at)] : [];
};

const afterChange = (all: Attachments, change: FileChange, at: Instant | undefined): Attachments => {
  if (change.act === "describe") return described(all, change.id, change.alt);
  return change.act === "up" ? movedUp(all, change.id) : withoutFile(all, change.id, at);
};

export const changeFile = async (
  writing: Writing,
  change: FileChange,
  at: Instant,
  deps: Deps,
): Promise<Result<void>> => {
  const may = await mayAttach(writing, at, deps);
  if (!may.ok) return may;
  return write(
    writing,
    at,
    async (all) => {
      const file = fileIn(all, change.id);
      if (!file) return refused(refusal("thing/not-found", {}));
      const also = change.act === "remove" ? await letGo(file.id, at, deps) : [];
      // Of a draft nobody has seen anything.
      const since = writing.draft ? undefined : at;
      return ok({ after: afterChange(all, change, since), also, made: undefined });
    },
    deps,
  );
};
