import { audited, type Deed } from "../../acts/audited.ts";
import { cycleOf } from "../../acts/cycle-of.ts";
import {
  type Arrival,
  checkProposal,
  enrolProposal,
  registered,
  twinTerms,
} from "../../acts/enrol-proposal.ts";
import { readyUpload } from "../../acts/ready-upload.ts";
import { tellOfCase } from "../../acts/tell-author.ts";
import { entryOf } from "../../domain/cycle/calendar.ts";
import { type Cycle, takesNoMore } from "../../domain/cycle/cycle.ts";
import type { CycleId, ProjectId } from "../../domain/ids.ts";
import { arrivalOf } from "../../domain/intake/arrival.ts";
import type { RegisterEntry } from "../../domain/intake/register.ts";
import { withEstimate } from "../../domain/project/proposal.ts";
import { refusal } from "../../domain/refusals.ts";
import { accept, Refused } from "../../domain/result.ts";
import type { Deps } from "../../platform/deps.ts";
import type { StaffRequest } from "../../platform/endpoint.ts";
import type { Write } from "../../store/write.ts";
import { intakeRows as rows } from "./rows.ts";
import type { Entered, LateProposal, PaperProposal, Similar } from "./rules.ts";
import { openLate } from "./store.ts";

type By = Deed & Pick<StaffRequest, "fingerprint">;

/** Lines of the register that may be the same paper, the newest first. Two clerks who key one paper meet here. */
export const similarTo = async (
  { title, author, arrivedAt }: Pick<PaperProposal, "title" | "author" | "arrivedAt">,
  { cycleId, but }: { readonly cycleId: CycleId; readonly but?: ProjectId },
  deps: Pick<Deps, "store" | "vault">,
): Promise<Similar[]> => {
  const terms = await twinTerms(cycleId, { title, author: author.name, arrivedAt }, deps);
  const twins = await deps.store.register.twins(cycleId, terms);
  return twins
    .filter(({ projectId }) => projectId !== but)
    .map(({ number, mark, title: of }) => ({ number, mark, title: of }));
};

/** The file that was sent for this paper, and its write; of a request that is repeated it is taken already. */
const scanOf = async (
  scan: PaperProposal["scan"],
  id: ProjectId,
  deps: Pick<Deps, "store">,
): Promise<readonly Write[]> => {
  if (scan === undefined) return [];
  const known = await deps.store.uploads.get(scan);
  if (known?.attachedTo === id) return [];
  return [await deps.store.uploads.attach(await readyUpload(scan, "paper-scan", deps), id)];
};

interface Paper {
  readonly id: ProjectId;
  readonly cycle: Cycle;
  readonly asked: PaperProposal;
  readonly arrival: Arrival;
  readonly at: RegisterEntry["arrivedAt"];
  readonly scan: readonly Write[];
  readonly by: By;
}

const recordOf = (
  { by, cycle, arrival, asked }: Paper,
  subject: string,
  { number, mark }: Pick<RegisterEntry, "number" | "mark">,
) =>
  audited({ ...by, route: rows.postPaperProposal }, subject, {
    facts: {
      edition: cycle.edition,
      register: number,
      mark,
      arrivedBy: arrival.by,
      arrivedAt: asked.arrivedAt,
    },
  });

const enterInTime = async (paper: Paper, deps: Deps): Promise<Omit<Entered, "similar">> => {
  const { id, cycle, asked, arrival, at, scan, by } = paper;
  const made = await deps.store.projects.get(cycle.id, id);
  if (made?.register && made.fingerprint === by.fingerprint)
    return { id, cycleId: cycle.id, number: made.number, status: "submitted", register: made.register };
  if (takesNoMore(cycle)) throw new Refused(refusal("cycle/locked", { phase: cycle.phase }));
  const { language, arrivedAt: _a, arrivedBy: _b, postedOn: _p, scan: _s, author, ...content } = asked;
  // What an edition asks for and a paper does not say is found by the formal check.
  const estimated = accept(withEstimate({ ...content, author: { ...author, email: author.email ?? "" } }));
  const proposal = { ...estimated, author };
  accept(checkProposal(cycle, proposal, "/estimatedCostGrosze", deps));
  const submission = {
    id,
    cycleId: cycle.id,
    proposal,
    language,
    submittedAt: at,
    fingerprint: by.fingerprint,
  };
  const also = async ({ register }: { readonly register?: Entered["register"] | undefined }) =>
    register ? [...scan, recordOf(paper, id, register)] : scan;
  const { number, register } = accept(await enrolProposal(submission, cycle, deps, arrival, also));
  if (!register) throw new Error(`the proposal ${id} was enrolled without a case`);
  return { id, cycleId: cycle.id, number, status: "submitted", register };
};

const enterLate = async (paper: Paper, deps: Deps): Promise<Omit<Entered, "similar">> => {
  const { id, cycle, asked, arrival, at, scan, by } = paper;
  const { language, author, title } = asked;
  const late: Omit<LateProposal, "register"> = {
    id,
    cycleId: cycle.id,
    proposal: asked,
    fingerprint: by.fingerprint,
  };
  const entry = await registered(
    { id, title },
    { ...arrival, arrivedAt: at, author: author.name, isLate: true },
    cycle,
    deps,
  );
  const closedAt = entryOf(cycle.calendar, "submission")?.endsAt ?? at;
  const kept = await openLate(deps.store.table).keep(late, entry, async ({ number, mark }) => [
    ...scan,
    recordOf(paper, cycle.id, { number, mark }),
    // The same for whoever filed it, who gets it printed.
    recordOf(paper, id, { number, mark }),
    ...(await tellOfCase(
      { id, cycleId: cycle.id, author: { ...author, language }, mark },
      "proposal/late",
      { mark, title, arrivedAt: at, closedAt },
      by.receivedAt,
      deps,
      { subject: { of: "late", cycleId: cycle.id, number } },
    )),
  ]);
  return { id, cycleId: cycle.id, number: null, status: "late", register: accept(kept).register };
};

/** Enters a proposal that came past the form: in time with the same life as one filed on line, else in the register alone, with its letter. */
export const enterPaper = async (
  cycleId: CycleId,
  asked: PaperProposal,
  by: By,
  deps: Deps,
): Promise<Entered> => {
  const cycle = await cycleOf(cycleId, deps);
  const id = by.newId("prj");
  const { at, isLate } = accept(arrivalOf(cycle, asked, by.receivedAt));
  const arrival: Arrival = { by: asked.arrivedBy, enteredAt: by.receivedAt, scan: asked.scan ?? null };
  const paper: Paper = { id, cycle, asked, arrival, at, scan: await scanOf(asked.scan, id, deps), by };
  const similar = await similarTo({ ...asked, arrivedAt: at }, { cycleId, but: id }, deps);
  const entered = await (isLate ? enterLate(paper, deps) : enterInTime(paper, deps));
  return { ...entered, similar };
};
