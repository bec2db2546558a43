import { z } from "zod";
import { proposeResidents, setResidents } from "../../shared/acts/cycle/set-residents.ts";
import { actOn } from "../../shared/acts/cycle-of.ts";
import { Proposed } from "../../shared/acts/propose.ts";
import { SentTable } from "../../shared/acts/sent-table.ts";
import { wordsBeside } from "../../shared/acts/word-beside.ts";
import type { Cycle } from "../../shared/domain/cycle/cycle.ts";
import { CycleId } from "../../shared/domain/ids.ts";
import { Encoding } from "../../shared/domain/import/encoding.ts";
import { PROPOSALS } from "../../shared/domain/office/pending.ts";
import { endpoint } from "../../shared/platform/endpoint.ts";
import { accepted } from "../../shared/platform/http.ts";
import { routes } from "../routes.ts";

const params = z.object({ cycleId: CycleId });

const { changes, repaired } = PROPOSALS["set-residents"].shape;

export const postResidents = endpoint(routes.postResidents, {
  summary: "Propose residents per district out of a table; another person has to accept them",
  description:
    "As CSV, district and residents, in whatever encoding and with whatever delimiter; a district by its id or its name. Districts that are not there keep their numbers. 409 `table/unchanged` where they all stand already; 422 `table/rows` names faults by row and column. Until the ballot list is frozen.",
  params,
  takes: "text/csv",
  body: SentTable,
  replies: { 202: Proposed.extend({ changes, repaired }).meta({ id: "ResidentsProposed" }) },
  handle: async ({ params: { cycleId }, body, ...request }, deps) => {
    const said = { encoding: Encoding.safeParse(body.charset).data };
    const propose = (cycle: Cycle) => proposeResidents({ by: request, cycle, table: body.bytes, said }, deps);
    const { id: pendingId, until, proposal } = await actOn(cycleId, propose, deps);
    return accepted({ pendingId, until, changes: proposal.changes, repaired: proposal.repaired });
  },
});

export const { accept: postResidentsAcceptance, refuse: postResidentsRefusal } = wordsBeside(setResidents, {
  kind: "set-residents",
  rows: { accept: routes.postResidentsAcceptance, refuse: routes.postResidentsRefusal },
  summaries: {
    accept: "Accept the numbers of residents that another person proposed",
    refuse: "Turn down the numbers of residents that another person proposed",
  },
  params,
});
