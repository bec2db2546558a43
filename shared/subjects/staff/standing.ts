import { z } from "zod";
import { OFFICE_JOURNAL, type Person, type Unit } from "../../domain/office/directory.ts";
import { actOn, type PendingAct } from "../../domain/office/pending.ts";
import { StaffChange } from "../../domain/office/staff-changes.ts";
import type { Deps } from "../../platform/deps.ts";
import { staffSheetRows as rows } from "./rows.ts";

/** Who works here, and where: what a sheet is compared with. */
export interface Office {
  readonly staff: readonly Person[];
  readonly units: readonly Unit[];
}

export const officeNow = async ({ store }: Pick<Deps, "store">): Promise<Office> => {
  const [staff, units] = await Promise.all([store.directory.staff(), store.directory.units()]);
  return { staff, units };
};

/** The sheet that stands: it waits for a second person, or was accepted and is being carried out. */
export const standingSheet = ({
  store,
}: Pick<Deps, "store">): Promise<PendingAct<"of-subject"> | undefined> =>
  store.pending.standing(OFFICE_JOURNAL, "of-subject", actOn({ act: rows.postStaffSheet.name, params: {} }));

const Asked = z.object({ changes: z.array(StaffChange) });

/** What an accepted sheet changes. */
export const changesIn = ({ proposal }: Pick<PendingAct<"of-subject">, "proposal">): StaffChange[] =>
  Asked.parse(proposal.asked).changes;
