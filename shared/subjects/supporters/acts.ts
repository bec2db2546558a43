import { z } from "zod";
import { audited } from "../../acts/audited.ts";
import { cycleOf } from "../../acts/cycle-of.ts";
import { supporterKeys } from "../../acts/supporter-keys.ts";
import { addressAt } from "../../domain/addresses.ts";
import type { Cycle } from "../../domain/cycle/cycle.ts";
import { CycleId, ProjectId, SupportId } from "../../domain/ids.ts";
import type { Project } from "../../domain/project/project.ts";
import { supportersNeededIn, takesSupport } from "../../domain/project/support.ts";
import { accept, existing, ok } from "../../domain/result.ts";
import { type Frame, link } from "../../pages/layout.ts";
import type { Deps } from "../../platform/deps.ts";
import { endpoint, type StaffRequest } from "../../platform/endpoint.ts";
import { frameOf } from "../../platform/frame.ts";
import { json, seeOther, view } from "../../platform/http.ts";
import { cursorOf, PageQuery, pageOf, listOf as pageOfList } from "../../platform/lists.ts";
import type { Write } from "../../store/write.ts";
import { made, subjectOf } from "../act.ts";
import { formOf } from "../form-of.ts";
import { lineAbout, linesView, listAbout, pathOfCase, pathOfList, said } from "./pages.ts";
import { at, keepers, supporterRows as rows } from "./rows.ts";
import { lineStateOf, PaperLine, ReadingPurpose, Strike, StrikeReason, SupportLine } from "./rules.ts";
import { openSupporters } from "./store.ts";

export const ListPath = z.object({ cycleId: CycleId, projectId: ProjectId });
const LinePath = ListPath.extend({ supportId: SupportId });

export const Supporter = SupportLine.omit({ people: true, fingerprint: true }).meta({ id: "Supporter" });
export const shown = ({ people: _p, fingerprint: _f, ...line }: SupportLine) => line;

export const supportersOf = ({ store }: Pick<Deps, "store">): ReturnType<typeof openSupporters> =>
  openSupporters(store.table);

/** A list as a whole has no version: whoever enters a line changes no other. */
interface List {
  readonly cycle: Cycle;
  readonly project: Project;
  readonly version?: never;
}

export const listAt = async ({ cycleId, projectId }: z.infer<typeof ListPath>, deps: Deps): Promise<List> => {
  const [cycle, project] = await Promise.all([
    cycleOf(cycleId, deps),
    deps.store.projects.get(cycleId, projectId),
  ]);
  return { cycle, project: existing(project) };
};

const words = (frame: Pick<Frame, "words">) => {
  const w = said(frame);
  const { paper, strike, restore } = w;
  return {
    states: { gathered: w.title, decided: w.decided, ...w.states },
    acts: { add: paper, strike, restore },
    blockers: { decided: w.decided },
  };
};

const list = subjectOf({
  params: ListPath,
  find: listAt,
  stateAt: ({ project }: List) => (takesSupport(project) ? ("gathered" as const) : ("decided" as const)),
  blockers: {},
  words,
  journal: ({ project }) => project.id,
  title: (frame, { project }) => said(frame).of(project.number),
  address: ({ project }) => pathOfList(project),
  back: { address: ({ project }) => pathOfCase(project), title: (frame) => said(frame).back },
  about: (frame, { by, thing: { cycle, project } }) =>
    listAbout(frame, project, {
      needed: supportersNeededIn(cycle, project.pool),
      mayEnter: takesSupport(project) && keepers.some((role) => by.actor.roles.includes(role)),
    }),
  reply: Supporter,
});

const addition = list.act({
  name: "add",
  summary: "Enter a line of a paper list",
  description:
    "While the proposal waits for its formal check. Who counts for it already is kept as a line that is struck, `duplicate`: the list says what was handed in.",
  json: rows.postSupporter,
  form: rows.postOfficeSupporter,
  from: ["gathered"],
  asks: {
    form: formOf(PaperLine),
    words: (frame) => {
      const { name, address, addressHint, sheet, row } = said(frame).paper;
      return {
        name: { label: name },
        address: { label: address, hint: addressHint },
        sheet: { label: sheet },
        row: { label: row },
      };
    },
  },
  replies: { 201: Supporter },
  does: async (asked, { by, thing: { project }, record, deps }) => {
    const { cycleId, id: projectId } = project;
    const line: SupportLine = {
      ...asked,
      id: by.newId("sup"),
      cycleId,
      projectId,
      origin: "paper",
      at: by.receivedAt,
      people: await supporterKeys(cycleId, asked, deps),
      struck: null,
      version: 1,
      fingerprint: by.fingerprint,
    };
    const kept = await enter(line, (entered) => [record({ line: entered.id, struck: entered.struck })], deps);
    if (!kept.ok) return kept;
    return ok(made({ ...json(shown(kept.value)), status: 201 }, pathOfList(project)));
  },
});

/** A line as it was read; whoever counts already is struck as a duplicate. A request that is repeated finds its first self. */
const enter = async (line: SupportLine, records: (line: SupportLine) => readonly Write[], deps: Deps) => {
  const store = supportersOf(deps);
  for (const one of [line, { ...line, struck: "duplicate" as const }]) {
    const entered = await store.enter(one, { also: records(one) });
    if (entered.ok) return ok(one);
    const before = await store.get(line.projectId, line.id);
    if (before) return before.fingerprint === line.fingerprint ? ok(before) : entered;
    if (entered.refusal.code !== "project/already-supported") return entered;
  }
  throw new Error(`the struck line ${line.id} holds nobody, and was refused`);
};

const lines = subjectOf({
  params: LinePath,
  find: async ({ projectId, supportId }, deps): Promise<SupportLine> =>
    existing(await supportersOf(deps).get(projectId, supportId)),
  stateAt: lineStateOf,
  blockers: {
    decided: async ({ thing, deps }) => {
      const project = await deps.store.projects.get(thing.cycleId, thing.projectId);
      return project === undefined || !takesSupport(project);
    },
  },
  words,
  journal: ({ projectId }) => projectId,
  title: (_frame, { name }) => name,
  address: ({ cycleId, projectId, id }) => addressAt(at.line, { cycleId, projectId, supportId: id }),
  back: {
    address: ({ cycleId, projectId }) => pathOfList({ cycleId, id: projectId }),
    title: (frame) => said(frame).title,
  },
  about: async (frame, { by, thing, deps }) => {
    await noteReading(by, thing.projectId, { why: "check", line: thing.id }, deps);
    return lineAbout(frame, thing);
  },
  reply: Supporter,
  shown,
});

/** Who reads names and addresses leaves a record, with what for. */
const noteReading = async (
  by: StaffRequest,
  projectId: ProjectId,
  facts: { readonly why: ReadingPurpose } & Readonly<Record<string, string | number>>,
  { store }: Deps,
): Promise<void> => {
  accept(await store.table.write([audited({ ...by, route: rows.getSupporters }, projectId, { facts })]));
};

const strike = lines.act({
  name: "strike",
  summary: "Strike a line that does not count",
  description: "While the proposal waits for its formal check.",
  json: rows.postSupporterStrike,
  form: rows.postOfficeSupportStrike,
  from: ["valid"],
  guards: ["decided"],
  kind: "danger",
  asks: {
    form: formOf(Strike),
    words: (frame) => {
      const { strike, reasons } = said(frame);
      const options = Object.fromEntries(StrikeReason.options.map((one) => [one, reasons[one]]));
      return {
        reason: { label: strike.reason, options: options as Record<StrikeReason, string> },
        note: { label: strike.note },
      };
    },
  },
  does: ({ reason, note }, { thing, record, deps }) =>
    supportersOf(deps).change(thing, { struck: reason, note }, [
      record({ line: thing.id, struck: reason }, note === undefined ? {} : { reason: note }),
    ]),
});

const restoration = lines.act({
  name: "restore",
  summary: "Restore a line that was struck",
  description: "409 `project/already-supported` where the person counts by another line.",
  json: rows.postSupporterRestoration,
  form: rows.postOfficeSupportRestoration,
  from: ["struck"],
  guards: ["decided"],
  does: (_, { thing, record, deps }) =>
    supportersOf(deps).change(thing, { struck: null, note: undefined }, [record({ line: thing.id })]),
});

const Reading = z.strictObject({ why: ReadingPurpose });

export const getSupporters = endpoint(rows.getSupporters, {
  summary: "The list of who supports a proposal",
  description: "Names and addresses: `why` is kept in the journal of the proposal, with who read it.",
  params: ListPath,
  query: PageQuery.extend(Reading.shape),
  replies: { 200: pageOfList(Supporter, "Supporters") },
  handle: async (request, deps) => {
    const { project } = await listAt(request.params, deps);
    const { why, ...page } = request.query;
    const { items, next } = await supportersOf(deps).page(project, pageOf(page));
    await noteReading(request, project.id, { why, read: items.length }, deps);
    return json({ items: items.map(shown), next: cursorOf(next) });
  },
});

export const getOfficeSupportLines = endpoint(rows.getOfficeSupportLines, {
  summary: "The list of who supports a proposal, for a purpose",
  description: "Without a purpose it leads back to where one is chosen.",
  params: ListPath,
  query: Reading.partial(),
  handle: async (request, deps) => {
    const { project } = await listAt(request.params, deps);
    const { why } = request.query;
    if (why === undefined) return seeOther(link(request, pathOfList(project)));
    const { items } = await supportersOf(deps).page(project);
    await noteReading(request, project.id, { why, read: items.length }, deps);
    return view(linesView(frameOf(request), project, items));
  },
});

export const getOfficeSupporters = list.page(rows.getOfficeSupporters, "Supporters of a proposal");
export const postSupporter = addition.json;
export const postOfficeSupporter = addition.form;
export const getOfficeSupportLine = lines.page(rows.getOfficeSupportLine, "A line of a list of supporters");
export const postSupporterStrike = strike.json;
export const postOfficeSupportStrike = strike.form;
export const postSupporterRestoration = restoration.json;
export const postOfficeSupportRestoration = restoration.form;
