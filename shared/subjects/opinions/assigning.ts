/** Who of a unit writes its opinion: whoever takes it up, or is given it. A hint for the others, and no lock. */
import { z } from "zod";
import { type Person, PersonId, unitAndBelow } from "../../domain/office/directory.ts";
import { notValid, refusal } from "../../domain/refusals.ts";
import { ok, refused } from "../../domain/result.ts";
import { dayOf } from "../../domain/time.ts";
import { personChoices } from "../../pages/office/people.ts";
import type { Looking } from "../declared.ts";
import { formOf } from "../form-of.ts";
import { ownProposal } from "../own-proposal.ts";
import { said } from "./beside-pages.ts";
import type { OneOpinion } from "./case.ts";
import { before, move, ofUnit, signed, subject } from "./moving.ts";
import { opinionRows as rows } from "./rows.ts";

const take = subject.act({
  name: "take",
  summary: "Take an opinion up: it is then on one's own list, or on that of who stands in",
  json: rows.postOpinionTaking,
  form: rows.postOpinionTakingForm,
  from: before("take"),
  guards: ["phase", "own", "author"],
  kind: "second",
  isOffered: ({ by, thing }) => thing.opinion.writer?.by !== by.actor.id,
  does: (_, doing) => move("take", { writer: signed(doing) }, doing, [doing.record(ofUnit(doing))]),
});

/** People of a unit, or of one above it, who write opinions. */
const writersFor = ({ opinion, units }: OneOpinion, staff: readonly Person[]): Person[] =>
  staff.filter(
    ({ unit, roles }) =>
      unit !== null && roles.includes("unit") && unitAndBelow(units, unit).includes(opinion.unit),
  );

const assign = subject.act({
  name: "assign",
  summary: "Give an opinion to a person of the unit to write",
  description: "By the unit, one above it, or a coordinator. A hint for the others, and no lock.",
  json: rows.postOpinionAssignment,
  form: rows.postOpinionAssignmentForm,
  from: before("take"),
  guards: ["phase", "giver"],
  kind: "second",
  asks: {
    form: formOf(z.strictObject({ person: PersonId })),
    words: (frame) => ({ person: { label: said(frame).assign.person } }),
    choices: async ({ by, thing, deps }) => {
      const staff = await deps.store.directory.staff();
      return { person: personChoices(by, writersFor(thing, staff), staff, dayOf(by.receivedAt)) };
    },
  },
  does: async ({ person }, doing) => {
    const { by, thing, record, deps } = doing;
    const { writer, state } = thing.opinion;
    if (writer?.by === person && state === "writing") return ok(thing);
    const found = writersFor(thing, await deps.store.directory.staff()).find(({ id }) => id === person);
    const asThem = { by: { ...by, actor: { ...by.actor, id: person } }, deps };
    if (!found || (await ownProposal([thing.project], asThem)))
      return refused(notValid([{ pointer: "/person", rule: "choice" }]));
    const { actor, receivedAt: at } = by;
    const given = { by: found.id, byName: found.name, at, givenBy: actor.name };
    return move("take", { writer: given }, doing, [record({ ...ofUnit(doing), to: found.name })]);
  },
});

const mayRelease = ({ by: { actor }, thing }: Looking<OneOpinion>): boolean =>
  thing.opinion.writer?.by === actor.id || actor.roles.includes("coordinator");

const release = subject.act({
  name: "release",
  summary: "Hand an opinion back to the unit: anybody of it can take it up",
  description: "By whoever writes it, or a coordinator.",
  json: rows.postOpinionRelease,
  form: rows.postOpinionReleaseForm,
  from: before("release"),
  guards: ["phase", "giver"],
  kind: "second",
  isOffered: mayRelease,
  does: (_, doing) => {
    const { writer } = doing.thing.opinion;
    if (!mayRelease(doing))
      return Promise.resolve(refused(refusal("check/held", { name: writer?.byName ?? "" })));
    return move("release", { writer: undefined }, doing, [doing.record(ofUnit(doing))]);
  },
});

export const postOpinionTaking = take.json;
export const postOpinionTakingForm = take.form;
export const postOpinionAssignment = assign.json;
export const postOpinionAssignmentForm = assign.form;
export const postOpinionRelease = release.json;
export const postOpinionReleaseForm = release.form;
