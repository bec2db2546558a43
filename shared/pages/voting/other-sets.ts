import { setsOf } from "../../domain/voting/fact-sets.ts";
import type { FactSet, IdentityPolicy } from "../../domain/voting/identity-policy.ts";
import { type Html, html } from "../html.ts";
import { type Frame, link } from "../layout.ts";

/** Links to the forms of the edition's other sets of facts; nothing where there is one alone. */
export const otherSets = (frame: Frame, policy: IdentityPolicy, set: FactSet, path: string): Html | false => {
  const { sets, otherSets: title } = frame.words.identity;
  const others = setsOf(policy).filter(({ id }) => id !== set.id);
  return (
    others.length > 0 &&
    html`<h2>${title}</h2>
<ul>${others.map(
      ({ id }) =>
        html`<li><a href="${link(frame, path)}${id && `?by=${id}`}">${sets[id ?? "first"]}</a></li>`,
    )}</ul>`
  );
};
