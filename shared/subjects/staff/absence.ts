/** One's own absence: from when to when, and who stands in. What has been is in the journal, and is changed by nobody. */
import { z } from "zod";
import { pathTo } from "../../domain/addresses.ts";
import { isAway, OFFICE_JOURNAL, PersonFields, unmannedFrom } from "../../domain/office/directory.ts";
import { ownAbsence } from "../../domain/office/own-absence.ts";
import { notValid } from "../../domain/refusals.ts";
import { existing, ok, refused } from "../../domain/result.ts";
import { dayOf } from "../../domain/time.ts";
import { box } from "../../pages/components/boxes.ts";
import { html } from "../../pages/html.ts";
import { personChoices, standsInLines } from "../../pages/office/people.ts";
import { subjectOf } from "../act.ts";
import { formOf } from "../form-of.ts";
import { absenceRows as rows } from "./rows.ts";

const OwnAbsence = PersonFields.pick({ absence: true });
const Shown = OwnAbsence.extend({ version: z.int() }).meta({ id: "OwnAbsence" });

const me = subjectOf({
  find: async (_, { store }, by) => existing(by && (await store.directory.person(by.actor.id))),
  stateAt: () => "kept" as const,
  blockers: {},
  words: ({ words: { directory: w } }) => ({
    states: { kept: w.own.title },
    acts: { change: { title: w.absence, hint: w.own.hint, submit: w.save } },
    blockers: {},
  }),
  journal: () => OFFICE_JOURNAL,
  title: ({ words }) => words.directory.own.title,
  address: () => pathTo("ownAbsence"),
  back: { address: pathTo("office"), title: ({ words }) => words.office.home.title },
  about: async (frame, { thing, by, deps }) => {
    const { directory: w, format } = frame.words;
    const staff = await deps.store.directory.staff();
    const unmanned = thing.absence && unmannedFrom(thing, staff);
    return html`${isAway(thing, dayOf(by.receivedAt)) && html`<p>${w.own.now}</p>`}
${unmanned && box({ tone: "warn", body: html`<p>${w.own.unmanned(format.date(unmanned))}</p>` })}
${standsInLines(frame, thing, staff, dayOf(by.receivedAt))}`;
  },
  reply: Shown,
  shown: ({ absence, version }) => ({ absence, version }),
});

const change = me.act({
  name: "change",
  summary: "Change your own absence",
  description:
    "`null` ends it. Days that have been stay: an absence that has begun keeps its first day, ends yesterday at the earliest, and is ended so by `null`.",
  json: rows.putOwnAbsence,
  form: rows.postOwnAbsenceForm,
  from: ["kept"],
  asks: {
    form: formOf(OwnAbsence),
    words: ({ words: { directory: w } }) => ({
      "absence-from": { label: w.awayFrom, hint: w.awayHint },
      "absence-to": { label: w.awayTo },
      "absence-standIn": { label: w.standIn, hint: w.standInHint, none: w.none },
    }),
    now: ({ absence }) => ({ absence }),
    choices: async ({ by, thing, deps }) => {
      const staff = await deps.store.directory.staff();
      const others = staff.filter(({ id, roles }) => id !== thing.id && roles.length > 0);
      return { "absence-standIn": personChoices(by, others, staff, dayOf(by.receivedAt)) };
    },
  },
  does: async ({ absence: asked }, { by, thing, record, deps: { store } }) => {
    const next = ownAbsence(thing.absence, asked, dayOf(by.receivedAt));
    if (!next.ok) return next;
    const absence = next.value;
    const staff = await store.directory.staff();
    const standIn = staff.find(({ id, roles }) => id === absence?.standIn && roles.length > 0);
    const isNew = absence?.standIn != null && absence.standIn !== thing.absence?.standIn;
    if (isNew && (!standIn || standIn.id === thing.id))
      return refused(notValid([{ pointer: "/absence/standIn", rule: "choice" }]));
    if (JSON.stringify(absence) === JSON.stringify(thing.absence)) return ok(thing);
    const { unit, mail } = thing;
    const facts = {
      person: thing.name,
      awayFrom: absence?.from ?? null,
      awayTo: absence?.to ?? null,
      standIn: standIn?.name ?? null,
    };
    return store.directory.keepPerson(thing, { unit, mail, absence }, record(facts));
  },
});

export const getOwnAbsence = me.read(rows.getOwnAbsence, "Your own absence");
export const getOwnAbsencePage = me.page(rows.getOwnAbsencePage, "Your own absence");
export const putOwnAbsence = change.json;
export const postOwnAbsenceForm = change.form;
