import { z } from "zod";
import { passOnWork } from "../../shared/acts/pass-on-work.ts";
import { pathTo } from "../../shared/domain/addresses.ts";
import {
  hasAccount,
  OFFICE_JOURNAL,
  Person,
  PersonFields,
  PersonId,
  Unit,
} from "../../shared/domain/office/directory.ts";
import { notValid, type Refusal, refusal } from "../../shared/domain/refusals.ts";
import { existing, ok, refused } from "../../shared/domain/result.ts";
import { choicesOf, personAbout } from "../../shared/pages/office/people.ts";
import { endpoint } from "../../shared/platform/endpoint.ts";
import { json, versionTag } from "../../shared/platform/http.ts";
import { pageAfter } from "../../shared/platform/lists.ts";
import { subjectOf } from "../../shared/subjects/act.ts";
import { changesOf } from "../../shared/subjects/changes-of.ts";
import { formOf } from "../../shared/subjects/form-of.ts";
import { listOf } from "../../shared/subjects/list-of.ts";
import { routes } from "../routes.ts";

const StaffPerson = Person.meta({ id: "StaffPerson" });
const PersonPath = z.object({ personId: PersonId });

const notThere = (pointer: string): Refusal => notValid([{ pointer, rule: "choice" }]);

/** What a journal calls a unit or a person: an id says nothing to whoever reads it. */
const nameIn = (all: readonly (Unit | Person)[], id: string | null): string | null =>
  all.find((one) => one.id === id)?.name ?? null;

const people = subjectOf({
  params: PersonPath,
  find: async ({ personId }, { store }) => {
    return existing(await store.directory.person(personId));
  },
  stateAt: () => "kept" as const,
  // Somebody whose account is open would be back with the next list of accounts.
  blockers: { "has-account": ({ thing }) => hasAccount(thing) && refusal("person/has-account", {}) },
  words: ({ words: { directory: w } }) => ({
    states: { kept: w.people },
    acts: {
      change: { title: w.work, submit: w.save },
      "sign-out": { title: w.sessions, hint: w.sessionsHint, submit: w.endSessions },
      remove: { title: w.removal, hint: w.removalHint, submit: w.remove },
    },
    blockers: { "has-account": w.removalHint },
  }),
  journal: () => OFFICE_JOURNAL,
  title: (_frame, { name }) => name,
  address: () => pathTo("people"),
  back: { address: pathTo("people"), title: ({ words }) => words.directory.title },
  about: (frame, { thing }) => personAbout(frame, thing),
  reply: StaffPerson,
});

const change = people.act({
  name: "change",
  summary: "Change unit, address or absence of somebody",
  json: routes.patchPerson,
  form: routes.postOfficePerson,
  from: ["kept"],
  asks: {
    form: formOf(PersonFields),
    words: ({ words: { directory: w } }, { account }) => ({
      unit: { label: w.unit, none: w.none },
      mail: { label: w.mail, hint: w.mailHint },
      "absence-from": {
        label: w.awayFrom,
        hint: account?.closedAt ? `${w.awayHint} ${w.closedHint}` : w.awayHint,
      },
      "absence-to": { label: w.awayTo },
      "absence-standIn": { label: w.standIn, hint: w.standInHint, none: w.none },
    }),
    now: ({ unit, mail, absence }) => ({ unit, mail, absence }),
    choices: async ({ by, thing, deps }) => {
      const [units, staff] = await Promise.all([deps.store.directory.units(), deps.store.directory.staff()]);
      return {
        unit: choicesOf(by, units),
        "absence-standIn": choicesOf(
          by,
          staff.filter(({ id }) => id !== thing.id),
        ),
      };
    },
  },
  body: changesOf(PersonFields).meta({ id: "PersonChange" }),
  // Neither unit nor stand-in is made up; what stays as it was is not asked about, since a stand-in may have left meanwhile.
  does: async ({ unit, mail, absence }, { thing, record, deps: { store } }) => {
    const [units, staff] = await Promise.all([store.directory.units(), store.directory.staff()]);
    const isNewUnit = unit !== null && unit !== thing.unit;
    if (isNewUnit && !units.some(({ id }) => id === unit)) return refused(notThere("/unit"));
    const standIn = absence?.standIn ?? null;
    const isNewStandIn = standIn !== null && standIn !== thing.absence?.standIn;
    if (isNewStandIn && !staff.some(({ id }) => id === standIn && id !== thing.id))
      return refused(notThere("/absence/standIn"));
    const facts = {
      person: thing.name,
      unit: nameIn(units, unit),
      awayFrom: absence?.from ?? null,
      awayTo: absence?.to ?? null,
      standIn: nameIn(staff, standIn),
      mail: mail === thing.mail ? null : "changed",
    };
    return store.directory.keepPerson(thing, { unit, mail, absence }, record(facts));
  },
});

const signOut = people.act({
  name: "sign-out",
  summary: "End all sessions of somebody",
  description:
    "At once, on every page and for every bearer token that they have by now. Whoever is not to sign in again loses the account at the identity provider.",
  json: routes.postPersonSignOut,
  form: routes.postOfficePersonSignOut,
  from: ["kept"],
  kind: "second",
  does: async (_, { thing, record, deps: { store, system } }) => {
    const ended = await store.staffSessions.endAll(thing.id, system.now(), record({ person: thing.name }));
    return ended.ok ? ok(thing) : ended;
  },
});

const removal = people.act({
  name: "remove",
  summary: "Remove somebody who works here no more",
  description:
    "409 `person/has-account` while the account is open: it is closed at the identity provider first.",
  json: routes.deletePerson,
  form: routes.postOfficePersonRemoval,
  from: ["kept"],
  guards: ["has-account"],
  kind: "danger",
  replies: { 204: "Removed" },
  does: async (_, { thing, by, record, deps }) => {
    const { actor, receivedAt: at } = by;
    // What they have in hand is found by their name, so it goes before it.
    await passOnWork(thing, { at, by: actor.id, byName: actor.name }, deps);
    const gone = await deps.store.directory.forget(thing, record({ person: thing.name }));
    return gone.ok ? ok(undefined) : gone;
  },
});

/** A city has some hundreds of both: one page, unless a shorter one is asked for. */
const WHOLE = 1000;

export const getUnits = listOf({
  id: "StaffUnits",
  pageSize: WHOLE,
  item: Unit.meta({ id: "StaffUnit" }),
  read: async (_asked, page, { store }) => pageAfter(await store.directory.units(), page),
}).json(routes.getUnits, "Units of the office");

export const getPeople = listOf({
  id: "StaffPeople",
  pageSize: WHOLE,
  item: StaffPerson,
  read: async (_asked, page, { store }) => pageAfter(await store.directory.staff(), page),
}).json(
  routes.getPeople,
  "People of the office",
  "Name and roles are those of the account (`account`; absent until a list of accounts has it), as last read from the identity provider; so is `mail`, until another one is written here. Without an open account somebody has no roles. The rest is kept here.",
);

export const getPerson = endpoint(routes.getPerson, {
  summary: "Somebody of the office",
  params: PersonPath,
  replies: { 200: StaffPerson },
  handle: async ({ params }, { store }) => {
    const person = existing(await store.directory.person(params.personId));
    return json(person, { etag: versionTag(person.version) });
  },
});

export const getOfficePerson = people.page(routes.getOfficePerson, "Somebody of the office, for the admin");
export const postOfficePerson = change.form;
export const patchPerson = change.json;
export const postOfficePersonRemoval = removal.form;
export const postPersonSignOut = signOut.json;
export const postOfficePersonSignOut = signOut.form;
export const deletePerson = removal.json;
