/** A made-up subject with every kind of act, all in one file as subjects are: benches put in by one, opened by another, closed, taken away. */
import { z } from "zod";
import { notValid, refusal } from "../../shared/domain/refusals.ts";
import { accept, ok, Refused, type Result, refused } from "../../shared/domain/result.ts";
import { composed, line } from "../../shared/domain/text.ts";
import { html } from "../../shared/pages/html.ts";
import type { Deps } from "../../shared/platform/deps.ts";
import { created } from "../../shared/platform/http.ts";
import { named } from "../../shared/platform/route.ts";
import { api, form, office, page, staff } from "../../shared/platform/row.ts";
import { put, remove, type Write } from "../../shared/store/write.ts";
import { made, subjectOf } from "../../shared/subjects/act.ts";
import { changesOf } from "../../shared/subjects/changes-of.ts";
import { formOf } from "../../shared/subjects/form-of.ts";
import { listSubject } from "../../shared/subjects/list-subject.ts";

const Fields = z.strictObject({
  name: line(60),
  kind: z.enum(["wood", "steel"]),
  places: z.int().min(1).max(9).nullable(),
  donor: z.strictObject({ name: line(60), mottoes: z.array(line(60)).max(2) }).nullable(),
});
const Bench = Fields.strip().extend({
  id: z.string(),
  state: z.enum(["draft", "open", "closed"]),
  /** Who put it there. */
  by: z.string(),
  /** Whether the ground below is checked, and whether somebody sits on it. */
  isChecked: z.boolean(),
  isTaken: z.boolean(),
  version: z.int(),
});
export type Bench = z.infer<typeof Bench>;

const said = (text: string) => ({ said: { pl: text, en: text } });

const DONE = { saved: { pl: "Zapisano ławkę." }, next: { pl: "Stoi dalej." } };

export const benchRows = named({
  postBench: { ...api("POST /v1/staff/benches", "staff", staff("editor")), ...said("Dodano ławkę.") },
  patchBench: {
    ...api("PATCH /v1/staff/benches/{benchId}", "staff", staff("editor")),
    ...said("Zmieniono ławkę."),
  },
  postOpening: {
    ...api("POST /v1/staff/benches/{benchId}/opening", "staff", staff("editor")),
    ...said("Otwarto ławkę."),
  },
  postClosing: {
    ...api("POST /v1/staff/benches/{benchId}/closing", "staff", staff("editor")),
    ...said("Zamknięto ławkę."),
  },
  deleteBench: {
    ...api("DELETE /v1/staff/benches/{benchId}", "staff", staff("admin")),
    ...said("Zabrano ławkę."),
  },
  getOfficeBenches: page("GET /urzad/lawki", "staff", office("editor", "admin")),
  getOfficeNewBench: page("GET /urzad/lawki/nowa", "staff", office("editor")),
  postOfficeNewBench: form("POST /urzad/lawki/nowa", "staff", office("editor"), DONE),
  getOfficeBench: page("GET /urzad/lawki/{benchId}", "staff", office("editor", "admin")),
  postOfficeBench: form("POST /urzad/lawki/{benchId}", "staff", office("coordinator", "editor"), DONE),
  postOfficeOpening: form("POST /urzad/lawki/{benchId}/otwarcie", "staff", office("editor"), DONE),
  getOfficeClosing: page("GET /urzad/lawki/{benchId}/zamkniecie", "staff", office("editor")),
  postOfficeClosing: form("POST /urzad/lawki/{benchId}/zamkniecie", "staff", office("editor"), DONE),
  postOfficeRemoval: form("POST /urzad/lawki/{benchId}/zabranie", "staff", office("admin"), DONE),
});

const keyOf = (id: string) => ({ pk: "BENCH", sk: id });

export const benchAt = (id: string, { store }: Pick<Deps, "store">): Promise<Bench | undefined> =>
  store.table.get(keyOf(id), Bench);

const LIST = "/urzad/lawki";
const atDesk = (id: string): string => `${LIST}/${id}`;

const whileVersion = (version: number) => ({ text: "#version = :version", values: { version } });

/** A bench as it is to be, over the version that was read. */
const keep = async (
  before: Bench,
  change: Partial<Bench>,
  record: Write,
  { store }: Deps,
): Promise<Result<Bench>> => {
  const next = { ...before, ...change, version: before.version + 1 };
  const write = put({ key: keyOf(before.id), item: next, when: whileVersion(before.version) });
  const kept = await store.table.write([write, record]);
  return kept.ok ? ok(next) : kept;
};

const fields = formOf(Fields, { "donor-mottoes": "lines" });

const fieldWords = () => ({
  name: { label: "Nazwa", hint: "Jak na tabliczce" },
  kind: { label: "Rodzaj", options: { wood: "Z drewna", steel: "Ze stali" } },
  places: { label: "Miejsca" },
  "donor-name": { label: "Darczyńca" },
  "donor-mottoes": { label: "Napisy" },
});

export const SAYS = {
  unchecked: "Najpierw sprawdź grunt.",
  hint: "Otwarcie ogłasza się mieszkańcom.",
  draft: "Szkic ławki",
  open: "Otwarta ławka",
  closed: "Zamknięta ławka",
} as const;

const words = () => ({
  states: { draft: SAYS.draft, open: SAYS.open, closed: SAYS.closed },
  acts: {
    add: { title: "Nowa ławka", hint: "Na stałe.", submit: "Dodaj" },
    change: { title: "Zmiana", submit: "Zapisz" },
    open: { title: "Otwarcie", hint: SAYS.hint, submit: "Otwórz" },
    close: { title: "Zamknięcie", hint: "Z powodem.", submit: "Zamknij" },
    remove: { title: "Zabranie", submit: "Zabierz" },
  },
  blockers: { unchecked: SAYS.unchecked, taken: "Ktoś na niej siedzi." },
});

const park = listSubject({
  words,
  journal: "benches",
  title: () => "Ławki",
  address: LIST,
  back: { address: "/urzad", title: () => "Urząd" },
  reply: Bench,
});

const addition = park.act({
  name: "add",
  summary: "Add a bench",
  json: benchRows.postBench,
  form: benchRows.postOfficeNewBench,
  page: benchRows.getOfficeNewBench,
  from: ["kept"],
  asks: { form: fields, words: fieldWords },
  replies: { 201: Bench },
  does: async (asked, { by, record, deps }) => {
    if (asked.name === "Zajęta") return refused(refusal("person/has-account", {}));
    const id = by.newId("pnd");
    const bench: Bench = {
      ...asked,
      id,
      state: "draft",
      by: by.actor.id,
      isChecked: false,
      isTaken: false,
      version: 1,
    };
    accept(await deps.store.table.write([put({ key: keyOf(id), item: bench }), record({}, { subject: id })]));
    return ok(made(created(benchRows.patchBench, { benchId: id }, bench), atDesk(id)));
  },
});

const benches = subjectOf({
  params: z.object({ benchId: z.string() }),
  find: async ({ benchId }, deps) => {
    const bench = await benchAt(benchId, deps);
    if (!bench) throw new Refused(refusal("thing/not-found", {}));
    return bench;
  },
  stateAt: ({ state }) => state,
  blockers: {
    unchecked: ({ thing }) => !thing.isChecked,
    taken: async ({ thing }) => (thing.isTaken ? refusal("person/has-account", {}) : undefined),
  },
  words,
  journal: ({ id }) => id,
  title: (_frame, { name }) => name,
  address: ({ id }) => atDesk(id),
  back: { address: LIST, title: () => "Ławki" },
  about: (_frame, { thing }) => html`<p>Stan: ${thing.state}</p>`,
  reply: Bench.extend({ seenAt: z.string() }),
  shown: (thing, now) => ({ ...thing, seenAt: now }),
});

const change = benches.act({
  name: "change",
  summary: "Change a bench",
  description: "While it is not closed.",
  json: benchRows.patchBench,
  form: benchRows.postOfficeBench,
  from: ["draft", "open"],
  asks: {
    form: fields,
    words: fieldWords,
    now: ({ name, kind, places, donor }) => ({ name, kind, places, donor }),
  },
  body: changesOf(Fields),
  does: async (asked, { thing, record, deps }) => {
    if (asked.name === asked.donor?.name)
      return refused(notValid([{ pointer: "/donor/name", rule: "choice" }]));
    return keep(thing, asked, record({ name: asked.name }, { reason: "Wymiana tabliczki" }), deps);
  },
});

const opening = benches.act({
  name: "open",
  summary: "Open a bench",
  json: benchRows.postOpening,
  form: benchRows.postOfficeOpening,
  from: ["draft"],
  guards: ["unchecked", "taken"],
  notBy: ({ by }) => by,
  does: (_, { thing, record, deps }) => keep(thing, { state: "open" }, record(), deps),
});

const closing = benches.act({
  name: "close",
  summary: "Close a bench",
  json: benchRows.postClosing,
  form: benchRows.postOfficeClosing,
  page: benchRows.getOfficeClosing,
  from: ["open"],
  guards: ["taken"],
  asks: {
    form: formOf(z.strictObject({ reason: composed().min(1).max(300) })),
    words: () => ({ reason: { label: "Powód" } }),
  },
  kind: "danger",
  does: ({ reason }, { thing, record, deps }) =>
    keep(thing, { state: "closed" }, record({}, { reason }), deps),
});

const removal = benches.act({
  name: "remove",
  summary: "Take a bench away",
  json: benchRows.deleteBench,
  form: benchRows.postOfficeRemoval,
  from: ["draft", "closed"],
  replies: { 204: "Gone" },
  does: async (_, { thing, record, deps }) => {
    const write = remove({ key: keyOf(thing.id), when: whileVersion(thing.version) });
    const gone = await deps.store.table.write([write, record()]);
    return gone.ok ? ok(undefined) : gone;
  },
});

export const benchEndpoints = [
  park.page(benchRows.getOfficeBenches, "Benches"),
  addition.page(benchRows.getOfficeNewBench),
  addition.json,
  addition.form,
  benches.page(benchRows.getOfficeBench, "A bench"),
  change.json,
  change.form,
  opening.json,
  opening.form,
  closing.page(benchRows.getOfficeClosing),
  closing.json,
  closing.form,
  removal.json,
  removal.form,
];

/** Puts a bench there as nobody's act. */
export const putBench = async (bench: Bench, { store }: Deps): Promise<void> => {
  accept(await store.table.write([put({ key: keyOf(bench.id), item: bench })]));
};
