import { NOT_OURS, OpinionBody, OpinionVerdict } from "../../domain/procedure/opinion.ts";
import { readMoney } from "../../domain/text/money.ts";
import { typedAs } from "../../domain/text.ts";
import { radios } from "../../pages/components/choices.ts";
import { textArea, textField } from "../../pages/components/text-field.ts";
import { html } from "../../pages/html.ts";
import {
  amountText,
  type CardFields,
  CRITERIA_NAMES,
  criteriaFields,
  laidOut,
  readCriteria,
  readVerified,
  TYPED_VERIFIED,
  VERIFIED_NAMES,
  verifiedFields,
  writeCriteria,
  writeVerified,
} from "../checks/form.ts";
import { said } from "./beside-pages.ts";

/** The card of an opinion: that of the merit check, of which a unit judges what is its own. */
export const opinionForm = laidOut({
  schema: OpinionBody,
  typist: OpinionBody.omit({ unit: true }).extend({
    ...TYPED_VERIFIED,
    upkeepGrosze: typedAs(readMoney).optional(),
  }),
  names: [...CRITERIA_NAMES, ...VERIFIED_NAMES, "upkeepGrosze", "verdict", "reasons"],
  read: (sent) => ({
    criteria: readCriteria(sent),
    ...readVerified(sent),
    ...((sent.upkeepGrosze ?? "") !== "" && { upkeepGrosze: sent.upkeepGrosze }),
    verdict: sent.verdict,
    reasons: sent.reasons,
  }),
  texts: (value) => ({
    ...writeCriteria(value?.criteria),
    ...writeVerified(value),
    upkeepGrosze: value?.upkeepGrosze === undefined ? "" : amountText(value.upkeepGrosze),
    verdict: value?.verdict,
    reasons: value?.reasons ?? "",
  }),
  fields: (state, fields: CardFields) => {
    const { fill: w, verdicts, notOurs } = said(state);
    return html`${criteriaFields(state, { ...fields, other: { value: NOT_OURS, label: notOurs } })}
${verifiedFields(state, fields)}
${textField(state, { name: "upkeepGrosze", label: w.upkeep, kind: "amount", width: 11, unit: "zł", isOptional: true })}
${radios(state, {
  name: "verdict",
  label: w.verdict,
  hint: w.verdictHint,
  options: OpinionVerdict.options.map((value) => ({ value, label: verdicts[value] })),
})}
${textArea(state, { name: "reasons", label: w.reasons, hint: w.reasonsHint })}`;
  },
});
