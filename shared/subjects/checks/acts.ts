/** The cards of both stages, as the office's API and its pages have them. */
import { cardsOf, filling, second } from "./filling.ts";
import { formalForm, meritForm } from "./form.ts";
import { hold } from "./holding.ts";
import { formalRows, meritRows } from "./rows.ts";

const formal = cardsOf("formal");

const take = formal.act({
  ...hold.take,
  summary: "Take the card of a formal check: it is then on one's own list, or on that of who stands in",
  description: "A hint for the others, and no lock. Taken twice it stays as it is.",
  json: formalRows.postFormalCheckTaking,
  form: formalRows.postFormalCheckTakingForm,
});

const fill = formal.act({
  ...filling(formalForm),
  summary: "Fill in the card of a formal check, or call the author to correct",
  description:
    "In the phase of the formal check. Every criterion of the edition once; what the system knows may be left out. The result follows from the " +
    "verdicts. A result waits for a second person (202), and nobody else learns of it before the list is published; a call to correct leaves at once (200). " +
    "It ends well only with as many confirmed supporters as the edition asks for.",
  json: formalRows.postFormalCheck,
  form: formalRows.postFormalCheckForm,
});

const acceptance = formal.act({
  ...second.accept,
  summary: "Accept the card of a formal check that somebody else filled in",
  json: formalRows.postFormalCheckAcceptance,
  form: formalRows.postFormalCheckAcceptanceForm,
});

const giveBack = formal.act({
  ...second.giveBack,
  summary: "Give the card of a formal check back, with a reason",
  description: "Until the list is published.",
  json: formalRows.postFormalCheckRefusal,
  form: formalRows.postFormalCheckReturnForm,
});

const give = formal.act({
  ...hold.give,
  summary: "Give the card of a formal check to somebody who may do its next step",
  json: formalRows.postFormalCheckGiving,
  form: formalRows.postFormalCheckGivingForm,
});

const release = formal.act({
  ...hold.release,
  summary: "Hand the card of a formal check back: it is then nobody's",
  description: "By whoever has it, or a coordinator.",
  json: formalRows.postFormalCheckRelease,
  form: formalRows.postFormalCheckReleaseForm,
});

const merit = cardsOf("merit");

const meritTake = merit.act({
  ...hold.take,
  summary: "Take the card of a merit check: it is then on one's own list, or on that of who stands in",
  description: "A hint for the others, and no lock. Taken twice it stays as it is.",
  json: meritRows.postMeritCheckTaking,
  form: meritRows.postMeritCheckTakingForm,
});

const meritFill = merit.act({
  ...filling(meritForm),
  summary: "Fill in the summary card of a merit check, or call the author to correct",
  description:
    "In the phases of the merit check and of appeals. It ends well only with `costLines`, whose sum is the verified cost, within the cap of the pool: " +
    "the vote goes by it. `holder` will hold the money, `years` is 1 or 2.",
  json: meritRows.postMeritCheck,
  form: meritRows.postMeritCheckForm,
});

const meritAcceptance = merit.act({
  ...second.accept,
  summary: "Accept the card of a merit check that somebody else filled in",
  json: meritRows.postMeritCheckAcceptance,
  form: meritRows.postMeritCheckAcceptanceForm,
});

const meritGiveBack = merit.act({
  ...second.giveBack,
  summary: "Give the card of a merit check back, with a reason",
  description: "Until the list is published.",
  json: meritRows.postMeritCheckRefusal,
  form: meritRows.postMeritCheckReturnForm,
});

const meritGive = merit.act({
  ...hold.give,
  summary: "Give the card of a merit check to somebody who may do its next step",
  json: meritRows.postMeritCheckGiving,
  form: meritRows.postMeritCheckGivingForm,
});

const meritRelease = merit.act({
  ...hold.release,
  summary: "Hand the card of a merit check back: it is then nobody's",
  description: "By whoever has it, or a coordinator.",
  json: meritRows.postMeritCheckRelease,
  form: meritRows.postMeritCheckReleaseForm,
});

export const getFormalCheck = formal.read(formalRows.getFormalCheck, "The card of a formal check");
export const getFormalCheckPage = formal.page(formalRows.getFormalCheckPage, "The card of a formal check");
export const postFormalCheck = fill.json;
export const postFormalCheckForm = fill.form;
export const postFormalCheckTaking = take.json;
export const postFormalCheckTakingForm = take.form;
export const postFormalCheckGiving = give.json;
export const postFormalCheckGivingForm = give.form;
export const postFormalCheckRelease = release.json;
export const postFormalCheckReleaseForm = release.form;
export const postFormalCheckAcceptance = acceptance.json;
export const postFormalCheckAcceptanceForm = acceptance.form;
export const postFormalCheckRefusal = giveBack.json;
export const postFormalCheckReturnForm = giveBack.form;

export const getMeritCheck = merit.read(meritRows.getMeritCheck, "The card of a merit check");
export const getMeritCheckPage = merit.page(meritRows.getMeritCheckPage, "The card of a merit check");
export const postMeritCheck = meritFill.json;
export const postMeritCheckForm = meritFill.form;
export const postMeritCheckTaking = meritTake.json;
export const postMeritCheckTakingForm = meritTake.form;
export const postMeritCheckGiving = meritGive.json;
export const postMeritCheckGivingForm = meritGive.form;
export const postMeritCheckRelease = meritRelease.json;
export const postMeritCheckReleaseForm = meritRelease.form;
export const postMeritCheckAcceptance = meritAcceptance.json;
export const postMeritCheckAcceptanceForm = meritAcceptance.form;
export const postMeritCheckRefusal = meritGiveBack.json;
export const postMeritCheckReturnForm = meritGiveBack.form;
