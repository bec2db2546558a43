import { z } from "zod";
import { pathTo } from "../../shared/domain/addresses.ts";
import {
  checkEmpty,
  mayHang,
  OFFICE_JOURNAL,
  Unit,
  UnitFields,
  UnitId,
  unitAndBelow,
  unitsAbove,
} from "../../shared/domain/office/directory.ts";
import { notValid, type Refusal, refusal } from "../../shared/domain/refusals.ts";
import { existing, ok, type Result, refused } from "../../shared/domain/result.ts";
import type { Frame } from "../../shared/pages/layout.ts";
import { choicesOf, peopleAbout } from "../../shared/pages/office/people.ts";
import type { Deps } from "../../shared/platform/deps.ts";
import { created } from "../../shared/platform/http.ts";
import type { Write } from "../../shared/store/write.ts";
import { made, subjectOf } from "../../shared/subjects/act.ts";
import { changesOf } from "../../shared/subjects/changes-of.ts";
import { formOf } from "../../shared/subjects/form-of.ts";
import { listSubject } from "../../shared/subjects/list-subject.ts";
import { routes } from "../routes.ts";

const StaffUnit = Unit.meta({ id: "StaffUnit" });
const NewUnit = UnitFields.extend({ id: UnitId }).meta({ id: "NewUnit" });
const UnitPath = z.object({ unitId: UnitId });

const unitOf = (units: readonly Unit[], id: string): Unit => {
  return existing(units.find((one) => one.id === id));
};

/** What lies in a unit, if anything does. */
const notEmpty = async (unit: Unit, { store }: Deps): Promise<Refusal | undefined> => {
  const [units, staff] = await Promise.all([
    store.directory.units({ consistent: true }),
    store.directory.staff({ consistent: true }),
  ]);
  let work = 0;
  for await (const _ of await store.work.of([`unit#${unit.id}`])) work++;
  return checkEmpty(unit, { units, staff, work });
};

/** A unit as it is to be: it hangs below another one that is there, and never below itself. */
const keepUnit = async (
  { id, name, parent, before }: UnitFields & { readonly id: string; readonly before?: Unit },
  record: (facts: Readonly<Record<string, string | null>>) => Write,
  { store: { directory } }: Deps,
): Promise<Result<Unit>> => {
  const units = await directory.units();
  if (!mayHang(units, id, parent)) return refused(notValid([{ pointer: "/parent", rule: "choice" }]));
  const facts = {
    unit: before?.name ?? name,
    name: before && before.name !== name ? name : null,
    parent: units.find((one) => one.id === parent)?.name ?? null,
  };
  const change = { before, next: { id, name, parent }, above: unitsAbove(units, parent) };
  const kept = await directory.keepUnit(change, record(facts));
  if (kept.ok || before) return kept;
  // A request that is repeated finds what the first try made.
  const found = await directory.unit(id);
  return found?.name === name && found.parent === parent ? ok(found) : kept;
};

const wordsOfUnit = ({ words: { directory: w } }: Frame) => ({
  name: { label: w.unitName },
  parent: { label: w.parent, none: w.none },
});

const unitWords = ({ words: { directory: w } }: Pick<Frame, "words">) => ({
  states: { kept: w.unit },
  acts: {
    add: { title: w.newUnit, submit: w.save },
    change: { title: w.unit, submit: w.save },
    remove: { title: w.unitRemoval, hint: w.unitRemovalHint, submit: w.removeUnit },
  },
  blockers: {},
});

/** The directory as a whole: units and people of the office, and what makes a new unit. */
const directory = listSubject({
  words: unitWords,
  journal: OFFICE_JOURNAL,
  title: ({ words }) => words.directory.title,
  address: pathTo("people"),
  back: { address: pathTo("office"), title: ({ words }) => words.office.home.title },
  about: async (frame, { by, deps }) => {
    const [units, staff, reading] = await Promise.all([
      deps.store.directory.units(),
      deps.store.directory.staff(),
      deps.store.directory.lastReading(),
    ]);
    return peopleAbout(frame, { units, staff, reading, mayKeep: by.actor.roles.includes("admin") });
  },
  reply: StaffUnit,
});

const addition = directory.act({
  name: "add",
  summary: "Add a unit",
  json: routes.postUnit,
  form: routes.postOfficeNewUnit,
  page: routes.getOfficeNewUnit,
  from: ["kept"],
  asks: {
    form: formOf(z.strictObject({ id: UnitId, ...UnitFields.shape })),
    words: (frame) => ({
      id: { label: frame.words.directory.unitId, hint: frame.words.directory.unitIdHint },
      ...wordsOfUnit(frame),
    }),
    choices: async ({ by, deps }) => ({ parent: choicesOf(by, await deps.store.directory.units()) }),
  },
  body: NewUnit,
  replies: { 201: StaffUnit },
  does: async (asked, { record, deps }) => {
    const kept = await keepUnit(asked, record, deps);
    if (!kept.ok) return kept;
    return ok(made(created(routes.patchUnit, { unitId: asked.id }, kept.value), pathTo("people")));
  },
});

const units = subjectOf({
  params: UnitPath,
  find: async ({ unitId }, { store }) => unitOf(await store.directory.units(), unitId),
  stateAt: () => "kept" as const,
  blockers: { "not-empty": ({ thing, deps }) => notEmpty(thing, deps) },
  words: (frame) => ({
    ...unitWords(frame),
    blockers: { "not-empty": frame.words.directory.unitRemovalHint },
  }),
  journal: () => OFFICE_JOURNAL,
  title: (_frame, { name }) => name,
  address: () => pathTo("people"),
  back: { address: pathTo("people"), title: ({ words }) => words.directory.title },
  reply: StaffUnit,
});

const change = units.act({
  name: "change",
  summary: "Rename a unit or hang it elsewhere",
  json: routes.patchUnit,
  form: routes.postOfficeUnit,
  from: ["kept"],
  asks: {
    form: formOf(UnitFields),
    words: wordsOfUnit,
    now: ({ name, parent }) => ({ name, parent }),
    choices: async ({ by, thing, deps }) => {
      const all = await deps.store.directory.units();
      const below = unitAndBelow(all, thing.id);
      return {
        parent: choicesOf(
          by,
          all.filter(({ id }) => !below.includes(id)),
        ),
      };
    },
  },
  body: changesOf(UnitFields).meta({ id: "UnitChange" }),
  does: (asked, { thing, record, deps }) => keepUnit({ ...asked, id: thing.id, before: thing }, record, deps),
});

const removal = units.act({
  name: "remove",
  summary: "Remove a unit in which nothing is",
  description: "409 `unit/not-empty` while there are units, people or work in it; the answer names them.",
  json: routes.deleteUnit,
  form: routes.postOfficeUnitRemoval,
  from: ["kept"],
  guards: ["not-empty"],
  kind: "danger",
  replies: { 204: "Removed" },
  does: async (_, { thing, record, deps }) => {
    // First the count of what was ever put in, then the look: what comes in between is met by the condition.
    const looked = await deps.store.directory.look(thing.id);
    if (looked?.version !== thing.version)
      return refused(refusal("request/changed-since", { version: looked?.version ?? 0 }));
    const reason = await notEmpty(thing, deps);
    if (reason) return refused(reason);
    const gone = await deps.store.directory.removeUnit(
      thing.id,
      looked,
      record({ unit: thing.id, name: thing.name }),
    );
    return gone.ok ? ok(undefined) : gone;
  },
});

export const getOfficePeople = directory.page(routes.getOfficePeople, "Units and people of the office");
export const getOfficeNewUnit = addition.page(routes.getOfficeNewUnit);
export const postOfficeNewUnit = addition.form;
export const postUnit = addition.json;
export const getOfficeUnit = units.page(routes.getOfficeUnit, "A unit, for the admin");
export const postOfficeUnit = change.form;
export const patchUnit = change.json;
export const postOfficeUnitRemoval = removal.form;
export const deleteUnit = removal.json;
