import { z } from "zod";
import { actOn } from "../../shared/acts/cycle-of.ts";
import { Proposed } from "../../shared/acts/propose.ts";
import { importRoll } from "../../shared/acts/roll/import-roll.ts";
import { proposeRoll } from "../../shared/acts/roll/propose-roll.ts";
import { proposeUploadedRoll } from "../../shared/acts/roll/propose-upload.ts";
import { SentTable } from "../../shared/acts/sent-table.ts";
import { wordsBeside } from "../../shared/acts/word-beside.ts";
import type { Cycle } from "../../shared/domain/cycle/cycle.ts";
import { CycleId } from "../../shared/domain/ids.ts";
import { Encoding } from "../../shared/domain/import/encoding.ts";
import type { PendingAct } from "../../shared/domain/office/pending.ts";
import { UploadId } from "../../shared/domain/upload/upload.ts";
import { RollPreview, SaidOfFile } from "../../shared/domain/voting/roll-preview.ts";
import { TableSent } from "../../shared/platform/body.ts";
import { endpoint } from "../../shared/platform/endpoint.ts";
import { accepted, type Reply } from "../../shared/platform/http.ts";
import { routes } from "../routes.ts";

const InCycle = z.object({ cycleId: CycleId });

/** A file of any size that was sent in for this, and what is known of it. */
const RollUpload = SaidOfFile.extend({ upload: UploadId }).meta({ id: "RollUpload" });

const RollProposed = Proposed.extend(
  RollPreview.omit({ shards: true, over: true, digest: true, failed: true }).partial().shape,
).meta({
  id: "RollProposed",
  description: "It waits for a second person, who decides by these numbers",
});

const rollProposed = ({ id: pendingId, until, proposal }: PendingAct<"import-roll">): Reply =>
  accepted({ pendingId, until, ...proposal.preview });

export const postRoll = endpoint(routes.postRoll, {
  summary: "Propose a roll of voters in the place of the one in force; another person has to accept it",
  description:
    "The whole roll of the edition, as CSV. The columns are those of the edition's `identity.roll` and `district`, such as pesel;mothers_maiden_name;district, by name in any order, or in this order without a header. Encoding and delimiter are found out. Mended cells are counted and listed. A faulty row refuses the file. A larger roll is uploaded (`POST /v1/uploads`, purpose `roll`) and named as `upload`: it is read in parts, and `GET /v1/staff/pending/{pendingId}` has the numbers when that is done. Never while people vote.",
  params: InCycle,
  body: z.union([SentTable, RollUpload]),
  takes: "text/csv",
  replies: { 202: RollProposed },
  handle: async (request, deps) => {
    const { params, body } = request;
    const propose = async (cycle: Cycle) => {
      const asked = { by: request, cycle };
      if (body instanceof TableSent)
        return await proposeRoll(
          { ...asked, said: { encoding: Encoding.safeParse(body.charset).data }, table: body.bytes },
          deps,
        );
      const { upload, ...said } = body;
      return await proposeUploadedRoll({ ...asked, said, upload }, deps);
    };
    return rollProposed(await actOn(params.cycleId, propose, deps));
  },
});

export const { accept: postRollAcceptance, refuse: postRollRefusal } = wordsBeside(importRoll, {
  kind: "import-roll",
  rows: { accept: routes.postRollAcceptance, refuse: routes.postRollRefusal },
  summaries: {
    accept: "Accept the roll that another person proposed; it is in force at once",
    refuse: "Turn down the roll that another person proposed",
  },
  params: InCycle,
});
