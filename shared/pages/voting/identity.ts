import { pathTo } from "../../domain/addresses.ts";
import type { CycleId } from "../../domain/ids.ts";
import type { Localised } from "../../domain/localised.ts";
import { contactsOf, type FactSet, type IdentityPolicy } from "../../domain/voting/identity-policy.ts";
import { box } from "../components/boxes.ts";
import { faultSummary } from "../components/fault-summary.ts";
import { buttonLink, form, hidden } from "../components/form.ts";
import { type FormState, hasFaults } from "../components/form-state.ts";
import { type Html, html } from "../html.ts";
import { type Frame, layout, link } from "../layout.ts";
import { askedFields, basisLine } from "./asked-fields.ts";
import { otherSets } from "./other-sets.ts";

interface IdentityModel {
  readonly cycleId: CycleId;
  readonly policy: IdentityPolicy;
  /** The set of facts whose form it is. */
  readonly set: FactSet;
  /** Whether this deployment has the national eID. */
  readonly hasEid: boolean;
}

const eidBox = (frame: Frame, cycleId: CycleId, basis: Localised, state: FormState): Html => {
  const w = frame.words.identity.eid;
  return box({
    tone: "info",
    body: html`<p>${w.lead}</p>
<p>${buttonLink({ href: link(frame, pathTo("voteEid", { cycleId: cycleId })), text: w.button, kind: "second" })}</p>
${basisLine(state, basis)}`,
  });
};

/** Who votes: what the edition asks for, each thing with its reason and how long it is kept. */
export const identityView = (
  frame: Frame,
  { cycleId, policy, set, hasEid }: IdentityModel,
  state: FormState,
): Html => {
  const { words } = frame;
  const w = words.voting.identity;
  const { roll } = policy;
  const isCode = ({ purpose }: (typeof roll.asks)[number]) => purpose === "code";
  const isFirst = set.id === undefined;
  const hasChoice = contactsOf(roll).length > 1;
  const toStatement = `${link(frame, pathTo("voteStatement", { cycleId: cycleId }))}${isFirst ? "" : `?by=${set.id}`}`;
  return layout(frame, {
    title: w.title,
    hasFaults: hasFaults(state),
    isPrivate: true,
    back: { href: link(frame, pathTo("vote")), text: words.frame.back },
    body: html`${faultSummary(state)}
<h1>${w.title}</h1>
<p>${w.lead}</p>
${isFirst && hasEid && policy.eid && eidBox(frame, cycleId, policy.eid.basis, state)}
${form({
  action: link(frame, pathTo("voteIdentity", { cycleId: cycleId })),
  body: [
    !isFirst && hidden("by", set.id),
    ...askedFields(
      state,
      set.roll.asks.filter((one) => !isCode(one)),
      { inParts: !isFirst },
    ),
    hasChoice && html`<p><strong>${w.contactChoice}</strong></p>`,
    ...askedFields(state, roll.asks.filter(isCode)),
  ],
  submit: w.submit,
})}
${basisLine(state, set.roll.basis)}
${otherSets(frame, policy, set, pathTo("voteIdentity", { cycleId: cycleId }))}
${set.statement && html`<p><a href="${toStatement}">${words.identity.statement.link}</a></p>`}
<p><a href="${link(frame, pathTo("privacy"))}">${w.privacy}</a></p>`,
  });
};
