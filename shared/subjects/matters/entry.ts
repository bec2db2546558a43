import { z } from "zod";
import { addressAt, pathTo } from "../../domain/addresses.ts";
import type { MatterId } from "../../domain/ids.ts";
import { notValid } from "../../domain/refusals.ts";
import { ok, type Result, refused } from "../../domain/result.ts";
import { dayOf } from "../../domain/time.ts";
import type { Deps } from "../../platform/deps.ts";
import type { StaffRequest } from "../../platform/endpoint.ts";
import { created } from "../../platform/http.ts";
import { pageAfter } from "../../platform/lists.ts";
import { made } from "../act.ts";
import { formOf } from "../form-of.ts";
import { listOf } from "../list-of.ts";
import { listSubject } from "../list-subject.ts";
import { officeMatters } from "./office-pages.ts";
import { StaffMatter, shown, words } from "./one.ts";
import { said } from "./pages.ts";
import { at, matterRows, entryRows as rows } from "./rows.ts";
import { Entered, isWaiting, lastDayOf, Matter, newMatter, numberOf } from "./rules.ts";
import { besides, blocked, mattersOf, tell } from "./writing.ts";

/** Those that wait, whose term ends first before the others; then those that were answered, the last one first. */
const inOrder = (matters: readonly Matter[]): Matter[] => {
  const waiting = matters.filter(isWaiting).toSorted((a, b) => (a.dueAt < b.dueAt ? -1 : 1));
  const answered = matters.filter(({ state }) => state === "answered");
  const when = ({ answer }: Matter): string => answer?.at ?? "";
  return [...waiting, ...answered.toSorted((a, b) => (when(a) < when(b) ? 1 : -1))];
};

const everyMatter = async (deps: Deps): Promise<Matter[]> => inOrder(await mattersOf(deps).all());

const all = listSubject({
  words,
  journal: "matters",
  title: (frame) => said(frame).office.title,
  address: at.list,
  back: { address: pathTo("office"), title: (frame) => frame.words.office.home.title },
  about: async (frame, { by, deps }) => officeMatters(frame, await everyMatter(deps), by.receivedAt),
  reply: StaffMatter,
});

const enteredForm = formOf(Entered, { contact: "line" });

/** What is missing of a matter that a clerk entered: each field alone may be left out. */
const faultOf = (asked: Entered, by: StaffRequest): Result<void> => {
  const { faults } = said(by);
  if (asked.arrivedOn > dayOf(by.receivedAt)) return refused(blocked(faults.arrived, "/arrivedOn"));
  if (asked.contact === undefined && asked.address === undefined)
    return refused(blocked(faults.reach, "/contact"));
  const isMissing = (field: "right" | "name") => asked.kind === "personal-data" && asked[field] === undefined;
  const missing = (["right", "name"] as const).filter(isMissing);
  if (missing.length === 0) return ok(undefined);
  return refused(notValid(missing.map((field) => ({ pointer: `/${field}`, rule: "required" }) as const)));
};

const entry = all.act({
  name: "enter",
  summary: "Enter a matter that came at the desk, by telephone or letter",
  json: rows.postStaffMatter,
  form: rows.postOfficeNewMatter,
  page: rows.getOfficeNewMatter,
  from: ["kept"],
  asks: {
    form: enteredForm,
    words: (frame) => {
      const { office, kinds, rights, fields } = said(frame);
      const { fields: w, ways, languages } = office;
      return {
        kind: { label: w.kind, options: kinds },
        way: { label: w.way, options: ways },
        arrivedOn: { label: w.arrivedOn, hint: w.arrivedOnHint },
        name: { label: fields.name },
        contact: { label: w.contact },
        address: { label: w.address, hint: w.addressHint },
        right: { label: w.right, options: rights },
        about: { label: w.about },
        text: { label: w.text },
        isProved: { label: w.isProved },
        language: { label: w.language, options: languages },
      };
    },
  },
  replies: { 201: StaffMatter },
  does: async (asked, { by, record, deps }) => {
    const fault = faultOf(asked, by);
    if (!fault.ok) return fault;
    const { newId, fingerprint, receivedAt: now } = by;
    const matter = newMatter({ ...asked, id: newId("mat") as MatterId, fingerprint }, now);
    const { kind, id } = matter;
    const letter = await tell(
      matter,
      "received",
      ({ letters, kinds }) => letters.received(kinds[kind], numberOf(matter), lastDayOf(matter)),
      now,
      deps,
    );
    const kept = await mattersOf(deps).create(
      matter,
      [record({}, { subject: id }), ...letter],
      besides(matter, deps.site),
    );
    if (!kept.ok) return kept;
    const reply = created(matterRows.getStaffMatter, { matterId: id }, shown(kept.value));
    return ok(made(reply, addressAt(at.one, { matterId: id })));
  },
});

const MatterLine = Matter.pick({
  id: true,
  kind: true,
  state: true,
  arrivedOn: true,
  dueAt: true,
  owner: true,
})
  .extend({ number: z.string() })
  .meta({ id: "MatterLine", description: "A matter in the list; nothing of whose it is" });

const list = listOf({
  id: "StaffMatters",
  item: MatterLine,
  read: async (_asked, page, deps) =>
    pageAfter(
      (await everyMatter(deps)).map((matter) => ({ ...matter, number: numberOf(matter) })),
      page,
    ),
});

export const getStaffMatters = list.json(rows.getStaffMatters, "Matters, those first whose term ends first");
export const getOfficeMatters = all.page(rows.getOfficeMatters, "Matters at the office");
export const getOfficeNewMatter = entry.page(rows.getOfficeNewMatter);
export const postOfficeNewMatter = entry.form;
export const postStaffMatter = entry.json;
