import type { Catalogue } from "../words.ts";

export const flash: Catalogue["flash"] = {
  postVerdictPublicationForm: {
    saved: "The publication waits for a second person.",
    next: "Once it is accepted everybody sees the results at one moment, and authors are written to.",
  },
  postOfficeCorrection: {
    saved: "The author's answer is entered.",
    next: "The card goes back to whoever fills it in.",
  },
  postOfficeWithdrawalForm: {
    saved: "The withdrawal is proposed.",
    next: "Another person accepts it; then the author gets a message with the reason.",
  },
  postOfficeNewStatement: {
    saved: "The statement is taken in.",
    next: "Another person decides on it.",
  },
  postOfficeStatements: {
    saved: "The statements were searched.",
    next: "Open the one that the person at the desk asks about.",
  },
  postOfficeStatementRejections: {
    saved: "The ticked statements are rejected.",
    next: "Each of these people is mailed the reason.",
  },
  postOfficeStatement: {
    saved: "The decision on the statement is saved.",
    next: "Where it takes a second person, it waits on their list. After the last decision the resident gets a message.",
  },
  postOfficeNewCycle: {
    saved: "The edition is created.",
    next: "Its page shows the next step.",
  },
  postOfficeTransition: {
    saved: "The move to another phase is saved.",
    next: "Where it takes a second person, it waits on their list; else the phase changes in a moment.",
  },
  postOfficeCycleCancellation: {
    saved: "The cancellation of the edition is saved.",
    next: "Where it takes a second person, it waits on their list; else the edition ends in a moment.",
  },
  postOfficeLetter: {
    saved: "What you did about the letter is saved.",
    next: "A letter that is sent again leaves in a moment; if it fails again it comes back to the list of work.",
  },
  postOfficePending: {
    saved: "The answer to the act is saved.",
    next: "What was accepted takes effect in a moment; what was turned down or taken back changes nothing.",
  },
  postOfficeCalendar: {
    saved: "The new dates are saved.",
    next: "Everybody sees them at once, and dates of work follow.",
  },
  postOfficeExtension: {
    saved: "The extension of the vote is proposed.",
    next: "It waits for a second person. Nothing changes before that.",
  },
  postOfficeRoll: {
    saved: "The roll waits for a second person.",
    next: "It is in force as a whole once they accept it.",
  },
  postOfficeResidents: {
    saved: "The numbers of residents are proposed.",
    next: "They hold once another person accepts them.",
  },
  postOfficeBallot: {
    saved: "What you said of the list is saved.",
    next: "Below you see what is still in the way.",
  },
  postOfficeExclusions: {
    saved: "The exclusions are proposed.",
    next: "They hold once another person accepts them.",
  },
  postOfficePointList: {
    saved: "The voting points are saved.",
    next: "Residents see them on the page of the vote.",
  },
  postOfficeVoter: {
    saved: "The person is let in to the vote.",
    next: "Fill the ballot in with them, or hand them the device.",
  },
  postOfficeDay: {
    saved: "The signature under the day is saved.",
    next: "After the first signature the day waits for the commission; after the second it is closed.",
  },
  postOfficeRollUpload: {
    saved: "The place for the file is ready.",
    next: "Send the file, then compare its first rows.",
  },
  postOfficeRollFile: {
    saved: "The file is being read.",
    next: "The act will show what the roll changes. A second person accepts it.",
  },
  postOfficePaperUpload: {
    saved: "The place for the file is ready.",
    next: "Send the file, then compare its first rows.",
  },
  postOfficePaperFile: {
    saved: "Done.",
    next: "This page shows what becomes of the file.",
  },
  postOfficeUpload: {
    saved: "The journal says that the file was opened.",
    next: "It opens once more for another reason.",
  },
  postOfficeBatch: {
    saved: "The batch of cards is registered.",
    next: "Two people key each card, independently of each other.",
  },
  postOfficeBatchClosing: {
    saved: "The batch of cards is closed.",
    next: "Its cards count in the day of the point.",
  },
  postOfficeBatchCorrection: {
    saved: "The correction of the number of cards is proposed.",
    next: "It waits for a second person. Until then the batch cannot be closed.",
  },
  postOfficeCard: {
    saved: "The card is keyed.",
    next: "After the first keying it waits for a second person; after the second it is settled.",
  },
  postOfficeVoids: {
    saved: "The case of the ballot is proposed.",
    next: "It waits for a second person of the commission.",
  },
  postOfficeVoid: {
    saved: "The decision on the ballot is saved.",
    next: "The count leaves out only what two people accepted.",
  },
  postOfficeKeys: {
    saved: "The key is proposed.",
    next: "Another member of the commission accepts it.",
  },
  postOfficeCountKey: {
    saved: "The count key is handed over.",
    next: "The count begins in a moment; then two people sign it.",
  },
  postOfficeDraw: {
    saved: "The draw is entered.",
    next: "Orders from minutes wait for a second person; with a seed votes are counted again at once.",
  },
  postOfficeSignOff: {
    saved: "Your signature under the result is saved.",
    next: "The result is published after the signatures of two people.",
  },
  postOfficePerson: {
    saved: "The details are saved.",
    next: "Work and morning letters follow them at once.",
  },
  postOfficePersonSignOut: {
    saved: "The person is signed out everywhere.",
    next: "Each of their pages now asks to sign in.",
  },
  postOfficePersonRemoval: {
    saved: "The person is removed from the list.",
    next: "Their name stays in the journals.",
  },
  postOfficeNewUnit: {
    saved: "The unit is added.",
    next: "Now you can put people into it.",
  },
  postOfficeUnit: {
    saved: "The unit is saved.",
    next: "Its people also see the work of the units below it.",
  },
  postOfficeUnitRemoval: {
    saved: "The unit is removed.",
    next: "Its history stays in the journal.",
  },
};
