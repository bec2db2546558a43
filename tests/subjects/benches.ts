/** A made-up subject with every kind of act, all in one file as subjects are: benches put in by one, opened by another, closed, taken away. */
import { z } from "zod";
import { tryAnew } from "../../shared/acts/cycle-of.ts";
import { settle } from "../../shared/acts/settle.ts";
import type { PendingId } from "../../shared/domain/ids.ts";
import { notValid, refusal } from "../../shared/domain/refusals.ts";
import { accept, existing, ok, type Result, refused } from "../../shared/domain/result.ts";
import { line, paragraphs } from "../../shared/domain/text.ts";
import { Instant, LocalDate } from "../../shared/domain/time.ts";
import { html } from "../../shared/pages/html.ts";
import type { Deps } from "../../shared/platform/deps.ts";
import { type Endpoint, endpoint } from "../../shared/platform/endpoint.ts";
import { created, json } from "../../shared/platform/http.ts";
import { named } from "../../shared/platform/route.ts";
import { api, form, office, page, staff } from "../../shared/platform/row.ts";
import { put, remove, type Write } from "../../shared/store/write.ts";
import { made, subjectOf } from "../../shared/subjects/act.ts";
import { changesOf } from "../../shared/subjects/changes-of.ts";
import { formOf } from "../../shared/subjects/form-of.ts";
import { listSubject } from "../../shared/subjects/list-subject.ts";
import type { DeclaredTwo } from "../../shared/subjects/two.ts";

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
  postRestoring: {
    ...api("POST /v1/staff/benches/{benchId}/restoring", "staff", staff("editor", "coordinator")),
    ...said("Przywrócono ławkę."),
  },
  postGift: {
    ...api("POST /v1/staff/bench-gifts", "staff", staff("editor", "coordinator")),
    ...said("Przyjęto ławkę w darze."),
  },
  /** A word about what somebody proposed, by the proposal's id. */
  postWord: api("POST /v1/staff/bench-words/{benchId}", "staff", staff("editor", "coordinator", "admin")),
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
  postOfficeRestoring: form("POST /urzad/lawki/{benchId}/przywrocenie", "staff", office("editor"), DONE),
  postOfficeGift: form("POST /urzad/lawki/dary", "staff", office("editor"), DONE),
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
    restore: { title: "Przywrócenie", hint: "Z czego będzie.", submit: "Zaproponuj przywrócenie" },
    accept: { title: "Dar", submit: "Zaproponuj przyjęcie" },
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

const GIVEN = {
  name: "Dar",
  kind: "wood",
  places: null,
  state: "draft",
  isChecked: false,
  isTaken: false,
  version: 1,
} as const;

/** One that is given: it takes two to accept it, and many can wait. */
const gift = park.act({
  name: "accept",
  summary: "Accept a bench that somebody gives",
  json: benchRows.postGift,
  form: benchRows.postOfficeGift,
  from: ["kept"],
  two: "queue#consulting",
  asks: {
    form: formOf(z.strictObject({ giver: line(60) })),
    words: () => ({ giver: { label: "Kto daje" } }),
  },
  does: async ({ giver }, { by, record, deps }) => {
    const id = by.newId("pnd");
    const donor = { name: giver, mottoes: [] };
    const bench: Bench = { ...GIVEN, id, donor, by: by.actor.id };
    accept(await deps.store.table.write([put({ key: keyOf(id), item: bench }), record({}, { subject: id })]));
    return ok(made(created(benchRows.patchBench, { benchId: id }, bench), atDesk(id)));
  },
});

const benches = subjectOf({
  params: z.object({ benchId: z.string() }),
  find: async ({ benchId }, deps) => {
    return existing(await benchAt(benchId, deps));
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
    form: formOf(z.strictObject({ reason: paragraphs(300) })),
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

const restoring = benches.act({
  name: "restore",
  summary: "Restore a bench that was closed",
  json: benchRows.postRestoring,
  form: benchRows.postOfficeRestoring,
  from: ["closed"],
  guards: ["taken"],
  notBy: ({ by }) => by,
  two: "queue#consulting",
  asks: {
    form: formOf(
      z.strictObject({
        kind: z.enum(["wood", "steel"]),
        isPainted: z.boolean(),
        isLit: z.boolean(),
        opensAt: Instant.nullable(),
        checkedOn: LocalDate,
        mottoes: z.array(line(60)).max(2),
        tree: z.string().nullable(),
      }),
      { mottoes: "lines", tree: "one" },
    ),
    words: () => ({
      kind: { label: "Rodzaj", options: { wood: "Z drewna", steel: ["Ze stali", "Na długo"] as const } },
      isPainted: { label: "Malowana" },
      isLit: { label: "Oświetlona" },
      opensAt: { label: "Od kiedy" },
      checkedOn: { label: "Dzień przeglądu" },
      mottoes: { label: "Napisy" },
      tree: { label: "Drzewo obok", none: "Żadne" },
    }),
    choices: () => ({ tree: [["t1", "Lipa"]] }),
  },
  does: ({ kind }, { thing, record, deps }) => keep(thing, { state: "draft", kind }, record({ kind }), deps),
});

const takesTwo = [restoring.json, gift.json] as unknown as readonly (DeclaredTwo & Endpoint)[];

const word = endpoint(benchRows.postWord, {
  summary: "A word about what somebody proposed",
  params: z.object({ benchId: z.string() }),
  body: z.object({ how: z.enum(["accept", "refuse", "withdraw"]), reason: z.string().optional() }),
  replies: { 200: z.object({ state: z.string() }) },
  handle: async (by, deps) => {
    const { pending } = deps.store;
    const id = by.params.benchId as PendingId;
    await tryAnew(async () => {
      const act = await pending.get(id);
      if (act?.kind !== "of-subject") throw new Error(`no ${id}`);
      const two = takesTwo.find(({ route }) => route.name === act.proposal.act)?.two;
      if (!two) throw new Error(`${act.proposal.act} does not take two`);
      await settle(await two(act, deps), { act, by, ...by.body }, deps);
    });
    return json({ state: (await pending.get(id))?.state });
  },
});

export const benchEndpoints = [
  restoring.json,
  restoring.form,
  gift.json,
  gift.form,
  word,
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
