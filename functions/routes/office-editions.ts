/** The office's pages of an edition: its phases, its roll, its voting points and its keys. */
import { ADDRESSES as at } from "../../shared/domain/addresses.ts";
import { office, page } from "../../shared/platform/row.ts";
import * as admit from "../admissions.ts";

const cycleReaders = office("coordinator", "commission", "auditor");
const forCoordinator = office("coordinator");
const forCommission = office("commission");
const forClerk = office("clerk");
const pointReaders = office("clerk", "coordinator", "commission", "auditor");

export const officeEditionRows = {
  // Running a cycle.
  getOfficeCycles: page(`GET ${at.editions}`, "cycles", cycleReaders),
  getOfficeNewCycle: page(`GET ${at.newEdition}`, "cycles", forCoordinator),
  postOfficeNewCycle: page(`POST ${at.newEdition}`, "cycles", forCoordinator),
  getOfficeCycle: page(`GET ${at.edition}`, "cycles", cycleReaders),
  getOfficeLog: page(`GET ${at.editionLog}`, "cycles", cycleReaders),
  getOfficeRetention: page(`GET ${at.editionRetention}`, "cycles", cycleReaders),
  getOfficeTransition: page(`GET ${at.editionTransition}`, "cycles", forCoordinator),
  postOfficeTransition: page(`POST ${at.editionTransition}`, "cycles", forCoordinator),
  getOfficeCycleCancellation: page(`GET ${at.editionCancellation}`, "cycles", forCoordinator),
  postOfficeCycleCancellation: page(`POST ${at.editionCancellation}`, "cycles", forCoordinator),
  getOfficeAcceptance: page(`GET ${at.editionAcceptance}`, "cycles", office("coordinator", "commission")),
  getOfficeCalendar: page(`GET ${at.editionCalendar}`, "cycles", forCoordinator),
  postOfficeCalendar: page(`POST ${at.editionCalendar}`, "cycles", forCoordinator),
  getOfficeExtension: page(`GET ${at.editionExtension}`, "cycles", office("coordinator", "commission")),
  postOfficeExtension: page(`POST ${at.editionExtension}`, "cycles", office("coordinator", "commission")),
  getOfficeRoll: page(`GET ${at.editionRoll}`, "voting", forCoordinator),
  postOfficeRoll: page(`POST ${at.editionRoll}`, "voting", forCoordinator, { admission: admit.rollFile }),
  postOfficeRollUpload: page(`POST ${at.editionRollUpload}`, "voting", forCoordinator),
  getOfficeRollFile: page(`GET ${at.editionRollFile}`, "voting", forCoordinator),
  postOfficeRollFile: page(`POST ${at.editionRollFile}`, "voting", forCoordinator),
  getOfficeRollNotes: page(`GET ${at.rollNotes}`, "voting", office("coordinator", "commission")),
  getOfficeResidents: page(`GET ${at.editionResidents}`, "cycles", forCoordinator),
  postOfficeResidents: page(`POST ${at.editionResidents}`, "cycles", forCoordinator),
  getOfficeExclusions: page(`GET ${at.editionExclusions}`, "cycles", forCoordinator),
  postOfficeExclusions: page(`POST ${at.editionExclusions}`, "cycles", forCoordinator),
  getOfficeBallot: page(`GET ${at.editionBallot}`, "cycles", office("coordinator", "commission")),
  postOfficeBallot: page(`POST ${at.editionBallot}`, "cycles", office("coordinator", "commission")),
  getOfficePointList: page(`GET ${at.editionPoints}`, "voting", forCoordinator),
  postOfficePointList: page(`POST ${at.editionPoints}`, "voting", forCoordinator, {
    admission: admit.pastedTable,
  }),
  getOfficePoints: page(`GET ${at.points}`, "voting", pointReaders),
  getOfficePoint: page(`GET ${at.point}`, "voting", pointReaders),
  postOfficeVoter: page(`POST ${at.point}`, "voting", forClerk),
  getOfficeVoterReceipt: page(`GET ${at.pointReceipt}`, "voting", forClerk),
  getOfficeDay: page(`GET ${at.pointDay}`, "voting", pointReaders),
  postOfficeDay: page(`POST ${at.pointDay}`, "voting", office("clerk", "commission")),
  getOfficeBlankCard: page(`GET ${at.blankCard}`, "voting", pointReaders),
  postOfficeBatch: page(`POST ${at.pointBatches}`, "voting", forClerk),
  getOfficeBatch: page(`GET ${at.batch}`, "voting", pointReaders),
  postOfficeBatchClosing: page(`POST ${at.batch}`, "voting", forClerk),
  postOfficeBatchCorrection: page(`POST ${at.batchCorrection}`, "voting", office("clerk", "commission")),
  postOfficePaperUpload: page(`POST ${at.paperUpload}`, "voting", forClerk),
  getOfficePaperFile: page(`GET ${at.paperFile}`, "voting", forClerk),
  postOfficePaperFile: page(`POST ${at.paperFile}`, "voting", forClerk),
  getOfficeCard: page(`GET ${at.card}`, "voting", forClerk),
  postOfficeCard: page(`POST ${at.card}`, "voting", forClerk),
  getOfficeVoids: page(`GET ${at.editionVoids}`, "voting", forCommission),
  postOfficeVoids: page(`POST ${at.editionVoids}`, "voting", forCommission),
  getOfficeVoid: page(`GET ${at.editionVoid}`, "voting", forCommission),
  postOfficeVoid: page(`POST ${at.editionVoid}`, "voting", forCommission),
  getOfficeSignals: page(`GET ${at.editionSignals}`, "voting", office("commission", "auditor")),
  getOfficeKeys: page(`GET ${at.editionKeys}`, "cycles", forCommission),
  postOfficeKeys: page(`POST ${at.editionKeys}`, "cycles", forCommission),
  getOfficeCountKey: page(`GET ${at.editionCountKey}`, "cycles", forCommission),
  postOfficeCountKey: page(`POST ${at.editionCountKey}`, "cycles", forCommission),
  getOfficeDraw: page(`GET ${at.editionDraw}`, "cycles", forCommission),
  postOfficeDraw: page(`POST ${at.editionDraw}`, "cycles", forCommission),
  getOfficeSignOff: page(`GET ${at.editionSignOff}`, "cycles", forCommission),
  postOfficeSignOff: page(`POST ${at.editionSignOff}`, "cycles", forCommission),
} as const;
