import { z } from "zod";
import { Owner } from "../../domain/office/work.ts";
import { refused } from "../../domain/result.ts";
import { line, paragraphs } from "../../domain/text.ts";
import { dayOf, endOfDay, LocalDate } from "../../domain/time.ts";
import type { Choice } from "../../pages/components/typed-field.ts";
import type { Frame } from "../../pages/layout.ts";
import type { Deps } from "../../platform/deps.ts";
import { formOf } from "../form-of.ts";
import { one } from "./one.ts";
import { said } from "./pages.ts";
import { matterRows as rows } from "./rows.ts";
import { beginning, lastDayOf, latestOf, type Matter, numberOf, termOf } from "./rules.ts";
import { blocked, change, moved, tell } from "./writing.ts";

export {
  getMatterData,
  getOfficeMatterData,
  postMatterAnswer,
  postMatterCollection,
  postMatterRelease,
  postMatterTelling,
  postOfficeAnswer,
  postOfficeCollection,
  postOfficeRelease,
  postOfficeTelling,
} from "./answering.ts";

/** Who may be given a matter: the desk, units, and people who can open its page. */
const ownersOf = async (frame: Pick<Frame, "words">, { kind }: Matter, deps: Deps): Promise<Choice[]> => {
  const { directory } = deps.store;
  const [units, staff] = await Promise.all([directory.units(), directory.staff()]);
  const isOwn = kind === "personal-data";
  const people = staff.filter(({ roles }) =>
    roles.some((role) => role === "clerk" || role === "coordinator" || (role === "unit" && !isOwn)),
  );
  return [
    ["queue#desk", said(frame).office.desk],
    ...people.map(({ id, name }) => [`person#${id}`, name] as const),
    ...(isOwn ? [] : units.map(({ id, name }) => [`unit#${id}`, name] as const)),
  ];
};

const assignment = one.act({
  name: "assign",
  summary: "Give a matter to a person or a unit; its term stays",
  json: rows.postMatterAssignment,
  form: rows.postOfficeAssignment,
  from: ["open", "to-collect", "collected", "to-hand"],
  kind: "second",
  asks: {
    form: formOf(z.strictObject({ owner: line(200) }), { owner: "one" }),
    words: (frame) => ({ owner: { label: said(frame).office.fields.owner } }),
    now: ({ owner }) => ({ owner }),
    choices: async ({ by, thing, deps }) => ({ owner: await ownersOf(by, thing, deps) }),
  },
  does: async ({ owner }, { thing, record, by, deps }) => {
    const found = (await ownersOf(by, thing, deps)).find(([value]) => value === owner);
    if (!found) return refused(blocked(said(by).faults.owner, "/owner"));
    const next = { ...thing, owner: Owner.parse(owner), ownerName: String(found[1]) };
    return change(thing, next, [record({ owner })], deps);
  },
});

const extension = one.act({
  name: "extend",
  summary: "Move the term of a matter, once and with a reason",
  description: "To the latest day that the law lets a matter of its kind wait.",
  json: rows.postMatterExtension,
  form: rows.postOfficeMatterExtension,
  from: ["open", "to-collect", "collected"],
  guards: ["no-extension", "extended"],
  kind: "second",
  asks: {
    form: formOf(z.strictObject({ until: LocalDate, reason: paragraphs(1000) })),
    words: (frame) => {
      const { fields } = said(frame).office;
      return { until: { label: fields.until }, reason: { label: fields.reason } };
    },
  },
  does: async ({ until, reason }, { thing, record, by, deps }) => {
    const latest = latestOf(thing.kind, thing.arrivedOn) ?? lastDayOf(thing);
    if (until <= lastDayOf(thing) || until > latest)
      return refused(blocked(said(by).faults.latest(latest), "/until"));
    const next = {
      ...thing,
      dueAt: endOfDay(until),
      extended: { from: thing.dueAt, reason, at: by.receivedAt },
    };
    const letter = await tell(
      next,
      `extended/${thing.version}`,
      ({ letters }) => letters.extended(numberOf(next), until, reason),
      by.receivedAt,
      deps,
    );
    return change(thing, next, [record({ until }, { reason }), ...letter], deps);
  },
});

const reopening = one.act({
  name: "reopen",
  summary: "Take up again a matter that was answered wrongly; its term begins anew",
  json: rows.postMatterReopening,
  form: rows.postOfficeReopening,
  from: ["answered"],
  kind: "second",
  asks: {
    form: formOf(z.strictObject({ reason: paragraphs(1000) })),
    words: (frame) => ({ reason: { label: said(frame).office.fields.reason } }),
  },
  does: ({ reason }, { thing, record, by, deps }) => {
    const { answer: _a, extended: _e, collected: _c, ...rest } = thing;
    const event = beginning(thing.kind) === "open" ? "begin" : "begin-own-data";
    const dueAt = endOfDay(termOf(thing.kind, dayOf(by.receivedAt)));
    return change(
      thing,
      { ...moved({ ...rest, state: thing.state }, event), dueAt },
      [record({}, { reason })],
      deps,
    );
  },
});

export const postMatterAssignment = assignment.json;
export const postOfficeAssignment = assignment.form;
export const postMatterExtension = extension.json;
export const postOfficeMatterExtension = extension.form;
export const postMatterReopening = reopening.json;
export const postOfficeReopening = reopening.form;
export const getOfficeMatter = one.page(
  rows.getOfficeMatter,
  "A matter at the office; its journal says who reads it",
);
export const getStaffMatter = one.read(
  rows.getStaffMatter,
  "A matter with its version; its journal says who reads it",
);
