import { z } from "zod";
import { pathTo } from "../../shared/domain/addresses.ts";
import { PersonFields, PersonId, UnitFields, UnitId } from "../../shared/domain/office/directory.ts";
import type { Issue, Refusal } from "../../shared/domain/refusals.ts";
import { accept, type Result } from "../../shared/domain/result.ts";
import { LocalDate } from "../../shared/domain/time.ts";
import { type Fault, fieldId, formState } from "../../shared/pages/components/form-state.ts";
import { link } from "../../shared/pages/layout.ts";
import { peopleView, personView, unitView } from "../../shared/pages/office/people.ts";
import type { Deps } from "../../shared/platform/deps.ts";
import { endpoint, type StaffRequest } from "../../shared/platform/endpoint.ts";
import { frameOf } from "../../shared/platform/frame.ts";
import { type Reply, seeOther, view } from "../../shared/platform/http.ts";
import { detailOf, errorsOf, statusOf } from "../../shared/platform/problem.ts";
import { routes } from "../routes.ts";
import { keepPerson, keepUnit, personOf, removePerson, removeUnit, unitOf } from "./write-directory.ts";

const PersonPath = z.object({ personId: PersonId });
const UnitPath = z.object({ unitId: UnitId });

/** A field that may be left empty. */
const orNone = <S extends z.ZodType>(schema: S) =>
  z.preprocess((typed) => (typed === "" ? null : typed), schema.nullable());

const Version = z.coerce.number().int();

/** An absence is its two days, or none of them. */
const PersonForm = z
  .strictObject({
    unit: orNone(UnitId),
    mail: orNone(PersonFields.shape.mail.unwrap()),
    from: orNone(LocalDate),
    to: orNone(LocalDate),
    standIn: orNone(PersonId),
    version: Version,
  })
  .refine(({ from, to }) => (from === null) === (to === null), { params: { rule: "required" }, path: ["to"] })
  // Somebody stands in for an absence: without its days the choice would be lost without a word.
  .refine(({ from, to, standIn }) => standIn === null || from !== null || to !== null, {
    params: { rule: "required" },
    path: ["from"],
  })
  .refine(({ from, to }) => from === null || to === null || from <= to, {
    params: { rule: "end-before-start" },
    path: ["to"],
  });

const UnitForm = UnitFields.extend({ parent: orNone(UnitId), version: Version.optional() });
const NewUnitForm = UnitForm.extend({ id: UnitId });

interface Posted {
  readonly typed?: unknown;
  readonly issues?: readonly Issue[];
  readonly faults?: readonly Fault[];
  readonly status?: number;
}

const wrong = (issues: readonly Issue[], typed: unknown): Posted => ({ issues, typed, status: 422 });

const refusedForm = (
  refused: Refusal,
  { body, language }: Pick<StaffRequest, "body" | "language">,
): Posted => {
  const errors = errorsOf(refused, language);
  return {
    typed: body,
    status: statusOf(refused),
    faults:
      errors.length > 0
        ? errors.map(({ pointer, detail }) => ({
            field: fieldId(pointer.slice(pointer.lastIndexOf("/") + 1)),
            text: detail,
          }))
        : [{ field: "main", text: detailOf(refused, language) }],
  };
};

/** The form as somebody else left it meanwhile would be written over: it comes back and says so. */
const stale = ({ body, words }: Pick<StaffRequest, "body" | "words">): Posted => ({
  typed: body,
  status: 412,
  faults: [{ field: "main", text: words.meetingDesk.stale }],
});

/** Writes what a form says, if nobody changed the thing since it was shown; what was wrong stands on the form again. */
const kept = async (
  request: StaffRequest<unknown, unknown, { readonly version?: number | undefined }>,
  before: { readonly version: number } | undefined,
  keep: () => Promise<Result<unknown>>,
  again: (posted: Posted) => Promise<Reply>,
): Promise<Reply> => {
  if (before && before.version !== request.body.version) return again(stale(request));
  const outcome = await keep();
  return outcome.ok ? toPeople(request) : again(refusedForm(outcome.refusal, request));
};

const toPeople = (request: StaffRequest): Reply => seeOther(link(frameOf(request), pathTo("people")));

export const getDeskPeople = endpoint(routes.getDeskPeople, {
  summary: "Units and people of the office",
  handle: async (request, { store }) => {
    const { directory } = store;
    const [units, staff, reading] = await Promise.all([
      directory.units(),
      directory.staff(),
      directory.lastReading(),
    ]);
    const mayKeep = request.actor.roles.includes("admin");
    return view(peopleView(frameOf(request), { units, staff, reading, mayKeep }));
  },
});

const personPage = async (request: StaffRequest, personId: string, deps: Deps, posted: Posted = {}) => {
  const { directory } = deps.store;
  const [person, units, staff] = await Promise.all([
    personOf(personId, deps),
    directory.units(),
    directory.staff(),
  ]);
  const state = formState(request.words, posted);
  return view(personView(frameOf(request), { person, units, staff, state }), posted.status);
};

export const getDeskPerson = endpoint(routes.getDeskPerson, {
  summary: "Somebody of the office, for the admin",
  params: PersonPath,
  handle: (request, deps) => personPage(request, request.params.personId, deps),
});

export const postDeskPerson = endpoint(routes.postDeskPerson, {
  summary: "Change unit, address or absence of somebody",
  params: PersonPath,
  body: PersonForm,
  invalid: (issues, typed, request, deps) =>
    personPage(request, request.params.personId, deps, wrong(issues, typed)),
  handle: async (request, deps) => {
    const { personId } = request.params;
    const { unit, mail, from, to, standIn } = request.body;
    const before = await personOf(personId, deps);
    const absence = from !== null && to !== null ? { from, to, standIn } : null;
    return kept(
      request,
      before,
      () => keepPerson(request, before, { unit, mail, absence }, deps),
      (posted) => personPage(request, personId, deps, posted),
    );
  },
});

export const postDeskPersonRemoval = endpoint(routes.postDeskPersonRemoval, {
  summary: "Remove somebody who works here no more",
  params: PersonPath,
  body: z.strictObject({ version: Version }),
  handle: async (request, deps) => {
    const person = await personOf(request.params.personId, deps);
    accept(await removePerson(request, { ...person, version: request.body.version }, deps));
    return toPeople(request);
  },
});

const unitPage = async (
  request: StaffRequest,
  unitId: string | undefined,
  deps: Deps,
  posted: Posted = {},
) => {
  const units = await deps.store.directory.units();
  const unit = unitId === undefined ? undefined : unitOf(units, unitId);
  return view(
    unitView(frameOf(request), { unit, units, state: formState(request.words, posted) }),
    posted.status,
  );
};

export const getDeskNewUnit = endpoint(routes.getDeskNewUnit, {
  summary: "The form of a new unit",
  handle: (request, deps) => unitPage(request, undefined, deps),
});

export const postDeskNewUnit = endpoint(routes.postDeskNewUnit, {
  summary: "Add a unit",
  body: NewUnitForm,
  invalid: (issues, typed, request, deps) => unitPage(request, undefined, deps, wrong(issues, typed)),
  handle: async (request, deps) => {
    const { id, name, parent } = request.body;
    return kept(
      request,
      undefined,
      () => keepUnit(request, { id, fields: { name, parent } }, deps),
      (posted) => unitPage(request, undefined, deps, posted),
    );
  },
});

export const getDeskUnit = endpoint(routes.getDeskUnit, {
  summary: "A unit, for the admin",
  params: UnitPath,
  handle: (request, deps) => unitPage(request, request.params.unitId, deps),
});

export const postDeskUnit = endpoint(routes.postDeskUnit, {
  summary: "Rename a unit or hang it elsewhere",
  params: UnitPath,
  body: UnitForm,
  invalid: (issues, typed, request, deps) =>
    unitPage(request, request.params.unitId, deps, wrong(issues, typed)),
  handle: async (request, deps) => {
    const { unitId } = request.params;
    const { name, parent } = request.body;
    const before = unitOf(await deps.store.directory.units(), unitId);
    return kept(
      request,
      before,
      () => keepUnit(request, { id: unitId, before, fields: { name, parent } }, deps),
      (posted) => unitPage(request, unitId, deps, posted),
    );
  },
});

export const postDeskUnitRemoval = endpoint(routes.postDeskUnitRemoval, {
  summary: "Remove a unit in which nothing is",
  params: UnitPath,
  body: z.strictObject({ version: Version }),
  invalid: (issues, typed, request, deps) =>
    unitPage(request, request.params.unitId, deps, wrong(issues, typed)),
  handle: async (request, deps) => {
    const { unitId } = request.params;
    const before = unitOf(await deps.store.directory.units(), unitId);
    return kept(
      request,
      before,
      () => removeUnit(request, before, deps),
      (posted) => unitPage(request, unitId, deps, posted),
    );
  },
});
