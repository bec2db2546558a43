import { z } from "zod";
import { audited } from "../../acts/audited.ts";
import { addressAt } from "../../domain/addresses.ts";
import { unitsServed } from "../../domain/office/whose.ts";
import { refusal } from "../../domain/refusals.ts";
import { accept, Refused } from "../../domain/result.ts";
import { Instant } from "../../domain/time.ts";
import type { Frame } from "../../pages/layout.ts";
import type { Deps } from "../../platform/deps.ts";
import type { StaffRequest } from "../../platform/endpoint.ts";
import { subjectOf } from "../act.ts";
import { officeMatter } from "./office-pages.ts";
import { said } from "./pages.ts";
import { at, matterRows as rows } from "./rows.ts";
import { latestOf, Matter, numberOf } from "./rules.ts";
import { MatterPath, matterOf } from "./writing.ts";

export const StaffMatter = Matter.omit({ fingerprint: true })
  .extend({ collected: z.object({ at: Instant, count: z.int() }).optional() })
  .meta({ id: "StaffMatter" });
export const shown = ({ fingerprint: _f, ...matter }: Matter) => matter;

export const words = (frame: Pick<Frame, "words">) => said(frame);

/** The desk reads every matter. A unit reads those that were given to it, or to one of its people. */
const mayRead = async (
  { kind, owner }: Matter,
  { actor, receivedAt: now }: StaffRequest,
  deps: Deps,
): Promise<boolean> => {
  if (actor.roles.some((role) => role === "clerk" || role === "coordinator")) return true;
  if (owner === `person#${actor.id}`) return true;
  if (kind === "personal-data" || !owner.startsWith("unit#")) return false;
  const { directory } = deps.store;
  const [units, staff] = await Promise.all([directory.units(), directory.staff()]);
  const me = staff.find(({ id }) => id === actor.id);
  return me !== undefined && unitsServed({ me, staff, units, now }).some((id) => owner === `unit#${id}`);
};

const READINGS: readonly string[] = [rows.getStaffMatter.key, rows.getOfficeMatter.key];

/** A matter for whoever may read it. That somebody reads it is in its journal. */
export const readMatter = async (
  path: MatterPath,
  deps: Deps,
  by?: StaffRequest<MatterPath>,
): Promise<Matter> => {
  const matter = await matterOf(path, deps);
  if (!by) return matter;
  if (!(await mayRead(matter, by, deps))) throw new Refused(refusal("thing/not-found", {}));
  if (READINGS.includes(by.route.key))
    accept(await deps.store.table.write([audited({ ...by, route: rows.getStaffMatter }, matter.id)]));
  return matter;
};

export const one = subjectOf({
  params: MatterPath,
  find: readMatter,
  stateAt: ({ state }) => state,
  blockers: {
    extended: ({ thing }) => thing.extended !== undefined,
    "no-extension": ({ thing }) => latestOf(thing.kind, thing.arrivedOn) === undefined,
  },
  words,
  journal: ({ id }) => id,
  title: (frame, matter) => said(frame).office.due(said(frame).kinds[matter.kind], numberOf(matter)),
  address: ({ id }) => addressAt(at.one, { matterId: id }),
  back: { address: at.list, title: (frame) => said(frame).office.title },
  about: (frame, { by, thing }) => officeMatter(frame, thing, by.receivedAt),
  reply: StaffMatter,
  shown,
});
