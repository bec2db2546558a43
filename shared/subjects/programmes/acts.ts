import { z } from "zod";
import { addressAt, pathTo } from "../../domain/addresses.ts";
import { ProgrammeId } from "../../domain/ids.ts";
import { ok } from "../../domain/result.ts";
import type { Frame } from "../../pages/layout.ts";
import type { Deps } from "../../platform/deps.ts";
import { created } from "../../platform/http.ts";
import { made, subjectOf } from "../act.ts";
import { changesOf } from "../changes-of.ts";
import { byUrgency, type Consultation } from "../consultations/rules.ts";
import { consultationsOf } from "../consultations/writing.ts";
import { formOf } from "../form-of.ts";
import { listSubject } from "../list-subject.ts";
import { programmeOf, programmesOf } from "./keeping.ts";
import { officeProgramme, officeProgrammes, said } from "./pages.ts";
import { at, officeProgrammeRows as rows } from "./rows.ts";
import { Programme, ProgrammeFields } from "./rules.ts";

const StaffProgramme = Programme.omit({ fingerprint: true, createdAt: true }).meta({ id: "StaffProgramme" });
const shown = ({ id, name, lead, version }: Programme): z.infer<typeof StaffProgramme> => ({
  id,
  name,
  lead,
  version,
});

const within = async ({ id }: Programme, deps: Deps): Promise<Consultation[]> =>
  (await consultationsOf(deps).all()).filter(({ programme }) => programme === id);

const form = formOf(ProgrammeFields);
const fields = (frame: Frame) => said(frame).office.fields;

const all = listSubject({
  words: said,
  journal: "programmes",
  title: (frame) => said(frame).office.title,
  address: at.officeList,
  back: { address: pathTo("officeConsultations"), title: (frame) => said(frame).back },
  about: async (frame, { deps }) => officeProgrammes(frame, await programmesOf(deps).all()),
  reply: StaffProgramme,
});

const addition = all.act({
  name: "add",
  summary: "Make a programme: consultations name it in their form",
  json: rows.postProgramme,
  form: rows.postOfficeProgramme,
  page: rows.getOfficeNewProgramme,
  from: ["kept"],
  asks: { form, words: fields },
  replies: { 201: StaffProgramme },
  does: async (asked, { by, record, deps }) => {
    const { receivedAt: createdAt, fingerprint } = by;
    const programme: Programme = { ...asked, id: by.newId("pgm"), version: 1, createdAt, fingerprint };
    const kept = await programmesOf(deps).create(programme, [record({}, { subject: programme.id })]);
    if (!kept.ok) return kept;
    const values = { programmeId: programme.id };
    return ok(
      made(created(rows.getStaffProgramme, values, shown(kept.value)), addressAt(at.officeOne, values)),
    );
  },
});

const one = subjectOf({
  params: z.object({ programmeId: ProgrammeId }),
  find: (path, deps) => programmeOf(path, deps),
  stateAt: () => "kept" as const,
  blockers: { used: async ({ thing, deps }) => (await within(thing, deps)).length > 0 },
  words: said,
  journal: ({ id }) => id,
  title: (_, { name }) => name,
  address: ({ id }) => addressAt(at.officeOne, { programmeId: id }),
  back: { address: at.officeList, title: (frame) => said(frame).office.title },
  about: async (frame, { by, thing, deps }) => {
    const now = by.receivedAt;
    return officeProgramme(frame, thing, (await within(thing, deps)).toSorted(byUrgency(now)), now);
  },
  reply: StaffProgramme,
  shown,
});

const edit = one.act({
  name: "change",
  summary: "Change the name of a programme, or what it is about",
  json: rows.patchProgramme,
  form: rows.postOfficeProgrammeEdit,
  page: rows.getOfficeProgrammeChange,
  from: ["kept"],
  kind: "second",
  asks: { form, words: fields, now: ({ name, lead }) => ({ name, lead }) },
  body: changesOf(ProgrammeFields).meta({ id: "ProgrammeChange" }),
  does: (asked, { thing, record, deps }) =>
    programmesOf(deps).change(thing, { ...thing, ...asked }, [record()]),
});

const removal = one.act({
  name: "remove",
  summary: "Remove a programme that no consultation names",
  json: rows.deleteProgramme,
  form: rows.postOfficeProgrammeRemoval,
  from: ["kept"],
  guards: ["used"],
  kind: "danger",
  replies: { 204: "Removed" },
  does: async (_, { thing, record, deps }) => {
    const gone = await programmesOf(deps).remove(thing, [record()]);
    return gone.ok ? ok(undefined) : gone;
  },
});

export const getStaffProgramme = one.read(rows.getStaffProgramme, "A programme with its version");
export const getOfficeProgrammes = all.page(rows.getOfficeProgrammes, "Programmes of consultations");
export const getOfficeNewProgramme = addition.page(rows.getOfficeNewProgramme);
export const postOfficeProgramme = addition.form;
export const postProgramme = addition.json;
export const getOfficeProgramme = one.page(rows.getOfficeProgramme, "A programme at the office");
export const getOfficeProgrammeChange = edit.page(rows.getOfficeProgrammeChange);
export const postOfficeProgrammeEdit = edit.form;
export const patchProgramme = edit.json;
export const postOfficeProgrammeRemoval = removal.form;
export const deleteProgramme = removal.json;
