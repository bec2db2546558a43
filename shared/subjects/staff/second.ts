import { areAsProposed, checkChanges, countsOf } from "../../domain/office/staff-changes.ts";
import { refusal } from "../../domain/refusals.ts";
import { Refused } from "../../domain/result.ts";
import { type DeclaredTwo, namesOfTwo } from "../two.ts";
import { staffSheetRows as rows } from "./rows.ts";
import { changesIn, officeNow } from "./standing.ts";

const overtaken = () => new Refused(refusal("pending/settled", { state: "overtaken" }));

/** What is in the way of changes, for whoever would propose or accept them. */
export const check = (...of: Parameters<typeof checkChanges>): void => {
  const unfit = checkChanges(...of);
  if (unfit) throw new Refused(unfit);
};

/** A sheet that is accepted keeps its place until the function that may change accounts has carried it out. */
const two: DeclaredTwo["two"] = async ({ proposal }, { site }) => ({
  names: await namesOfTwo(rows.postStaffSheet, proposal.title, site),
  facts: (act, how) => ({
    ...countsOf(changesIn(act)),
    ...(how !== "propose" && { proposedBy: act.byName }),
  }),
  inParts: true,
  run: async (act, { actor }, deps) => {
    const changes = changesIn(act);
    const office = await officeNow(deps);
    const proposer = office.staff.find(({ id }) => id === act.by);
    if (!proposer?.roles.includes("admin") || !areAsProposed(changes, office)) throw overtaken();
    check(changes, { staff: office.staff, me: actor.id });
    return [];
  },
});

/** The second half of the act, apart from its doors: where second words are said, nothing else of it is loaded. */
export const postStaffSheet: DeclaredTwo = { two };
