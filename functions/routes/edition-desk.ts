/** The desk of an edition: running a cycle, its roll, its points and its keys. */
import { ADDRESSES as at } from "../../shared/domain/addresses.ts";
import { desk, page } from "../../shared/platform/row.ts";
import * as admit from "../admissions.ts";

const cycleReaders = desk("coordinator", "commission", "auditor");
const coordinatorDesk = desk("coordinator");
const commissionDesk = desk("commission");
const clerkDesk = desk("clerk");
const pointReaders = desk("clerk", "coordinator", "commission", "auditor");

export const editionDeskRows = {
  // Running a cycle.
  getDeskCycles: page(`GET ${at.editions}`, "cycles", cycleReaders),
  getDeskNewCycle: page(`GET ${at.newEdition}`, "cycles", coordinatorDesk),
  postDeskNewCycle: page(`POST ${at.newEdition}`, "cycles", coordinatorDesk),
  getDeskCycle: page(`GET ${at.edition}`, "cycles", cycleReaders),
  getDeskLog: page(`GET ${at.editionLog}`, "cycles", cycleReaders),
  getDeskRetention: page(`GET ${at.editionRetention}`, "cycles", cycleReaders),
  getDeskTransition: page(`GET ${at.editionTransition}`, "cycles", coordinatorDesk),
  postDeskTransition: page(`POST ${at.editionTransition}`, "cycles", coordinatorDesk),
  getDeskCycleCancellation: page(`GET ${at.editionCancellation}`, "cycles", coordinatorDesk),
  postDeskCycleCancellation: page(`POST ${at.editionCancellation}`, "cycles", coordinatorDesk),
  getDeskAcceptance: page(`GET ${at.editionAcceptance}`, "cycles", desk("coordinator", "commission")),
  getDeskCalendar: page(`GET ${at.editionCalendar}`, "cycles", coordinatorDesk),
  postDeskCalendar: page(`POST ${at.editionCalendar}`, "cycles", coordinatorDesk),
  getDeskExtension: page(`GET ${at.editionExtension}`, "cycles", desk("coordinator", "commission")),
  postDeskExtension: page(`POST ${at.editionExtension}`, "cycles", desk("coordinator", "commission")),
  getDeskRoll: page(`GET ${at.editionRoll}`, "voting", coordinatorDesk),
  postDeskRoll: page(`POST ${at.editionRoll}`, "voting", coordinatorDesk, { admission: admit.rollFile }),
  getDeskExclusions: page(`GET ${at.editionExclusions}`, "cycles", coordinatorDesk),
  postDeskExclusions: page(`POST ${at.editionExclusions}`, "cycles", coordinatorDesk),
  getDeskPointList: page(`GET ${at.editionPoints}`, "voting", coordinatorDesk),
  postDeskPointList: page(`POST ${at.editionPoints}`, "voting", coordinatorDesk, {
    admission: admit.pastedTable,
  }),
  getDeskPoints: page(`GET ${at.points}`, "voting", pointReaders),
  getDeskPoint: page(`GET ${at.point}`, "voting", pointReaders),
  postDeskVoter: page(`POST ${at.point}`, "voting", clerkDesk),
  getDeskVoterReceipt: page(`GET ${at.pointReceipt}`, "voting", clerkDesk),
  getDeskDay: page(`GET ${at.pointDay}`, "voting", pointReaders),
  postDeskDay: page(`POST ${at.pointDay}`, "voting", desk("clerk", "commission")),
  getDeskBlankCard: page(`GET ${at.blankCard}`, "voting", pointReaders),
  postDeskBatch: page(`POST ${at.pointBatches}`, "voting", clerkDesk),
  getDeskBatch: page(`GET ${at.batch}`, "voting", pointReaders),
  postDeskBatchClosing: page(`POST ${at.batch}`, "voting", clerkDesk),
  postDeskBatchCorrection: page(`POST ${at.batchCorrection}`, "voting", desk("clerk", "commission")),
  getDeskCard: page(`GET ${at.card}`, "voting", clerkDesk),
  postDeskCard: page(`POST ${at.card}`, "voting", clerkDesk),
  getDeskVoids: page(`GET ${at.editionVoids}`, "voting", commissionDesk),
  postDeskVoids: page(`POST ${at.editionVoids}`, "voting", commissionDesk),
  getDeskVoid: page(`GET ${at.editionVoid}`, "voting", commissionDesk),
  postDeskVoid: page(`POST ${at.editionVoid}`, "voting", commissionDesk),
  getDeskSignals: page(`GET ${at.editionSignals}`, "voting", desk("commission", "auditor")),
  getDeskKeys: page(`GET ${at.editionKeys}`, "cycles", commissionDesk),
  postDeskKeys: page(`POST ${at.editionKeys}`, "cycles", commissionDesk),
  getDeskCountKey: page(`GET ${at.editionCountKey}`, "cycles", commissionDesk),
  postDeskCountKey: page(`POST ${at.editionCountKey}`, "cycles", commissionDesk),
  getDeskDraw: page(`GET ${at.editionDraw}`, "cycles", commissionDesk),
  postDeskDraw: page(`POST ${at.editionDraw}`, "cycles", commissionDesk),
  getDeskSignOff: page(`GET ${at.editionSignOff}`, "cycles", commissionDesk),
  postDeskSignOff: page(`POST ${at.editionSignOff}`, "cycles", commissionDesk),
} as const;
