import { z } from "zod";
import { announcedLists } from "../../acts/announced-lists.ts";
import { cycleOf } from "../../acts/cycle-of.ts";
import { currentTemplate, templatesOf } from "../../acts/list-templates.ts";
import { pathTo } from "../../domain/addresses.ts";
import { newestFirst } from "../../domain/cycle/newest-first.ts";
import type { Announced, ListNote } from "../../domain/document/announced.ts";
import { ListName } from "../../domain/document/lists.ts";
import { Template, TemplateTexts } from "../../domain/document/template.ts";
import { CycleId } from "../../domain/ids.ts";
import { Language } from "../../domain/languages.ts";
import { refusal } from "../../domain/refusals.ts";
import { existing, ok, type Result } from "../../domain/result.ts";
import { line, paragraphs } from "../../domain/text.ts";
import { dayOf, Instant, LocalDate } from "../../domain/time.ts";
import type { Frame } from "../../pages/layout.ts";
import type { Deps } from "../../platform/deps.ts";
import { subjectOf } from "../act.ts";
import { changesOf } from "../changes-of.ts";
import type { Proposer } from "../declared.ts";
import { formOf } from "../form-of.ts";
import { listSubject } from "../list-subject.ts";
import {
  listAbout,
  listTitle,
  pathOfList,
  pathOfTemplate,
  publishingView,
  said,
  stateOf,
  templateAbout,
  templateTitle,
} from "./pages.ts";
import { at, publishingRows as rows } from "./rows.ts";

/** Of so many editions lists are shown: of the others, on the pages of residents. */
const EDITIONS = 3;

const blocked = (reason: string, pointer: string) => refusal("act/blocked", { reason }, pointer);

const listsOfLast = async (deps: Deps): Promise<Announced[]> => {
  const { items } = await deps.store.cycles.list();
  const last = newestFirst(items).slice(0, EDITIONS);
  return (await Promise.all(last.map((cycle) => announcedLists(cycle, deps)))).flat();
};

const templatesInForce = async (deps: Deps): Promise<Template[]> => {
  const all = await deps.store.listNotes.templates();
  const wanted = ListName.options.flatMap((list) =>
    deps.site.city.languages.map((language) => ({ list, language })),
  );
  return Promise.all(wanted.map((one) => currentTemplate(all, one)));
};

const all = listSubject({
  words: () => ({ acts: {} }),
  journal: "templates",
  title: (frame) => said(frame).title,
  address: at.all,
  back: { address: pathTo("office"), title: (frame) => frame.words.office.home.title },
  about: async (frame, { deps }) =>
    publishingView(frame, { lists: await listsOfLast(deps), templates: await templatesInForce(deps) }),
  reply: z.object({}),
});

const back = { address: at.all, title: (frame: Frame) => said(frame).title };

/** A version of a list, as the office sees it; its version here is that of what is noted of it. */
interface ListThing {
  readonly list: Announced;
  readonly version: number;
}

const StaffList = z
  .object({
    list: ListName,
    version: z.int(),
    state: z.enum(["announced", "published", "retracted"]),
    issuedAt: Instant,
    madeBy: z.string().nullable(),
    act: z.string().nullable(),
    publishedOn: LocalDate.nullable(),
    publishedBy: z.array(z.string()),
    retraction: z.string().nullable(),
  })
  .meta({ id: "StaffList" });

const lists = subjectOf({
  params: z.object({ cycleId: CycleId, list: ListName, version: z.string().regex(/^\d{1,4}$/) }),
  find: async ({ cycleId, list, version }, deps): Promise<ListThing> => {
    const known = await announcedLists(await cycleOf(cycleId, deps), deps);
    const found = existing(known.find((one) => one.list === list && one.version === Number(version)));
    const notes = await deps.store.listNotes.of(cycleId);
    const note = notes.find((one) => one.list === list && one.of === found.version);
    return { list: found, version: note?.version ?? 0 };
  },
  stateAt: ({ list }: ListThing) => stateOf(list),
  blockers: {},
  words: (frame) => {
    const { states, acts } = said(frame);
    return { states, acts, blockers: {} };
  },
  journal: ({ list }) => list.cycle.id,
  title: (frame, { list }) => listTitle(frame, list),
  address: ({ list }) => pathOfList(list),
  back,
  about: (frame, { thing }) => listAbout(frame, thing.list),
  reply: StaffList,
  shown: ({ list }) => ({
    list: list.list,
    version: list.version,
    state: stateOf(list),
    issuedAt: list.issuedAt,
    madeBy: list.madeBy ?? null,
    act: list.published?.act ?? null,
    publishedOn: list.published?.on ?? null,
    publishedBy: list.published?.by ?? [],
    retraction: list.retracted?.reason ?? null,
  }),
});

/** Notes something of a list, beside what is noted already. */
const note = async (
  { list, version }: ListThing,
  said: Pick<ListNote, "published" | "retracted">,
  also: Parameters<Deps["store"]["table"]["write"]>[0],
  { store }: Deps,
): Promise<Result<ListThing>> => {
  const { published, retracted } = { published: list.published, retracted: list.retracted, ...said };
  const next: ListNote = {
    list: list.list,
    of: list.version,
    ...(published && { published }),
    ...(retracted && { retracted }),
    version: version + 1,
  };
  const written = await store.table.write([await store.listNotes.note(list.cycle.id, next), ...also]);
  return written.ok ? ok({ list: { ...list, ...said }, version: next.version }) : written;
};

/** Who proposed it and who accepted. */
const both = (proposedBy: Proposer | undefined, { name }: { readonly name: string }): string[] =>
  proposedBy === undefined ? [name] : [proposedBy.name, name];

const publication = lists.act({
  name: "publish",
  summary: "Note by which act a list was published, and when; another person has to accept it",
  json: rows.postListPublication,
  form: rows.postOfficeListPublication,
  from: ["announced", "published"],
  two: "queue#cycle",
  asks: {
    form: formOf(z.strictObject({ act: line(80), on: LocalDate })),
    words: (frame) => {
      const { fields: w } = said(frame);
      return { act: { label: w.act, hint: w.actHint }, on: { label: w.on } };
    },
    now: ({ list: { published, issuedAt } }) => ({
      act: published?.act ?? "",
      on: published?.on ?? dayOf(issuedAt),
    }),
  },
  refuses: ({ on }, { thing, by }) =>
    on < dayOf(thing.list.issuedAt) ? blocked(said(by).early, "/on") : undefined,
  does: async ({ act, on }, { thing, by, proposedBy, record, deps }) => {
    const published = { act, on, by: both(proposedBy, by.actor) };
    return note(thing, { published }, [record({ list: thing.list.list, act, on })], deps);
  },
});

const retraction = lists.act({
  name: "retract",
  summary: "Take a version of a list back; it stays where it is and says so. Another person has to accept it",
  json: rows.postListRetraction,
  form: rows.postOfficeListRetraction,
  from: ["announced", "published"],
  two: "queue#cycle",
  kind: "danger",
  asks: {
    form: formOf(z.strictObject({ reason: paragraphs(1000) })),
    words: (frame) => {
      const { fields: w } = said(frame);
      return { reason: { label: w.reason, hint: w.reasonHint } };
    },
  },
  does: async ({ reason }, { thing, by, proposedBy, record, deps }) => {
    const retracted = { at: by.receivedAt, reason, by: both(proposedBy, by.actor) };
    return note(thing, { retracted }, [record({ list: thing.list.list }, { reason })], deps);
  },
});

const TemplatePath = z.object({ list: ListName, language: Language });

const templates = subjectOf({
  params: TemplatePath,
  find: async (path, deps): Promise<Template> =>
    currentTemplate(await deps.store.listNotes.templates(), path),
  stateAt: (_: Template) => "kept" as const,
  blockers: {},
  words: (frame) => ({ states: { kept: "" }, acts: said(frame).acts, blockers: {} }),
  journal: () => "templates",
  title: templateTitle,
  address: pathOfTemplate,
  back,
  about: async (frame, { thing, deps }) =>
    templateAbout(frame, templatesOf(await deps.store.listNotes.templates(), thing)),
  reply: Template.meta({ id: "ListTemplate" }),
});

const change = templates.act({
  name: "change",
  summary: "Change the texts of a list's template; another person has to accept it",
  json: rows.patchListTemplate,
  form: rows.postOfficeTemplate,
  from: ["kept"],
  two: "queue#cycle",
  asks: {
    form: formOf(TemplateTexts, { signatures: "lines" }),
    words: (frame) => {
      const { fields: w } = said(frame);
      return {
        title: { label: w.title },
        introduction: { label: w.introduction },
        legalBasis: { label: w.legalBasis },
        closing: { label: w.closing },
        signatures: { label: w.signatures, hint: w.signaturesHint },
      };
    },
    now: ({ title, introduction, legalBasis, closing, signatures }) => ({
      title,
      introduction,
      legalBasis,
      closing,
      signatures,
    }),
  },
  body: changesOf(TemplateTexts),
  does: async (asked, { thing, by, proposedBy, record, deps }) => {
    const { list, language, version } = thing;
    const next: Template = {
      ...asked,
      list,
      language,
      version: version + 1,
      at: by.receivedAt,
      by: both(proposedBy, by.actor),
    };
    const { listNotes, table } = deps.store;
    const facts = { list, language, version: next.version };
    const written = await table.write([await listNotes.write(next), record(facts)]);
    return written.ok ? ok(next) : written;
  },
});

export const getOfficePublishing = all.page(
  rows.getOfficePublishing,
  "Lists that were announced, and templates",
);
export const getStaffList = lists.read(rows.getStaffList, "How a version of a list was published");
export const getOfficeList = lists.page(rows.getOfficeList, "How a version of a list was published");
export const postListPublication = publication.json;
export const postOfficeListPublication = publication.form;
export const postListRetraction = retraction.json;
export const postOfficeListRetraction = retraction.form;
export const getListTemplate = templates.read(rows.getListTemplate, "The texts that stand around a list");
export const getOfficeTemplate = templates.page(rows.getOfficeTemplate, "The texts that stand around a list");
export const patchListTemplate = change.json;
export const postOfficeTemplate = change.form;
