import { z } from "zod";
import { checkVersion } from "../../shared/acts/cycle-of.ts";
import {
  Person,
  PersonFields,
  PersonId,
  Unit,
  UnitFields,
  UnitId,
} from "../../shared/domain/office/directory.ts";
import { accept } from "../../shared/domain/result.ts";
import { endpoint } from "../../shared/platform/endpoint.ts";
import { created, noContent, ok, versionTag } from "../../shared/platform/http.ts";
import { listOf } from "../../shared/platform/lists.ts";
import { routes } from "../routes.ts";
import {
  edited,
  keepPerson,
  keepUnit,
  personOf,
  removePerson,
  removeUnit,
  unitOf,
} from "./write-directory.ts";

const StaffUnit = Unit.meta({ id: "StaffUnit" });
const StaffPerson = Person.meta({ id: "StaffPerson" });
const NewUnit = UnitFields.extend({ id: UnitId }).meta({ id: "NewUnit" });
const PersonPath = z.object({ personId: PersonId });

const tagged = (one: { readonly version: number }) => ok(one, { etag: versionTag(one.version) });

export const getUnits = endpoint(routes.getUnits, {
  summary: "Units of the office",
  replies: { 200: listOf(StaffUnit, "StaffUnits") },
  handle: async (_request, { store }) => ok({ items: await store.directory.units(), next: null }),
});

export const postUnit = endpoint(routes.postUnit, {
  summary: "Add a unit",
  body: NewUnit,
  replies: { 201: StaffUnit },
  handle: async (request, deps) => {
    const { id, ...fields } = request.body;
    const unit = accept(await keepUnit(request, { id, fields }, deps));
    return created(routes.patchUnit, { unitId: id }, unit);
  },
});

export const patchUnit = endpoint(routes.patchUnit, {
  summary: "Rename a unit or hang it elsewhere",
  params: z.object({ unitId: UnitId }),
  body: UnitFields.partial().meta({ id: "UnitChange" }),
  replies: { 200: StaffUnit },
  handle: async (request, deps) => {
    const before = unitOf(await deps.store.directory.units(), request.params.unitId);
    checkVersion(request, before);
    const { name, parent } = request.body;
    const fields = { name: edited(name, before.name), parent: edited(parent, before.parent) };
    return tagged(accept(await keepUnit(request, { id: before.id, before, fields }, deps)));
  },
});

export const deleteUnit = endpoint(routes.deleteUnit, {
  summary: "Remove a unit in which nothing is",
  description: "409 `unit/not-empty` while there are units, people or work in it; the answer names them.",
  params: z.object({ unitId: UnitId }),
  replies: { 204: "Removed" },
  handle: async (request, deps) => {
    const unit = unitOf(await deps.store.directory.units(), request.params.unitId);
    checkVersion(request, unit);
    accept(await removeUnit(request, unit, deps));
    return noContent;
  },
});

export const getPeople = endpoint(routes.getPeople, {
  summary: "People of the office",
  description:
    "Name and roles are those of the account (`account`; absent until a list of accounts has it), as last read from the identity provider; so is `mail`, until another one is written here. Without an open account somebody has no roles. The rest is kept here.",
  replies: { 200: listOf(StaffPerson, "StaffPeople") },
  handle: async (_request, { store }) => ok({ items: await store.directory.staff(), next: null }),
});

export const getPerson = endpoint(routes.getPerson, {
  summary: "Somebody of the office",
  params: PersonPath,
  replies: { 200: StaffPerson },
  handle: async (request, deps) => tagged(await personOf(request.params.personId, deps)),
});

export const patchPerson = endpoint(routes.patchPerson, {
  summary: "Change unit, address or absence of somebody",
  params: PersonPath,
  body: PersonFields.partial().meta({ id: "PersonChange" }),
  replies: { 200: StaffPerson },
  handle: async (request, deps) => {
    const before = await personOf(request.params.personId, deps);
    checkVersion(request, before);
    return tagged(accept(await keepPerson(request, before, request.body, deps)));
  },
});

export const deletePerson = endpoint(routes.deletePerson, {
  summary: "Remove somebody who works here no more",
  description:
    "409 `person/has-account` while the account is open: it is closed at the identity provider first.",
  params: PersonPath,
  replies: { 204: "Removed" },
  handle: async (request, deps) => {
    const person = await personOf(request.params.personId, deps);
    checkVersion(request, person);
    accept(await removePerson(request, person, deps));
    return noContent;
  },
});
