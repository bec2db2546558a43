import { css } from "./css.ts";

/** The course of an edition: a line along its phases, the present one in colour; on a wide screen two lists side by side; room to write by hand. */
export const office = css`
.timeline { list-style: none; padding: 0 }
.timeline > li { border-left: 4px solid var(--hair); padding: 0 0 16px 16px; margin: 0 }
.timeline > .now { border-color: var(--go) }
.timeline h3 { margin: 0 0 8px }
.timeline h4 { margin: 0 0 4px; font-size: 1rem }
.timeline ul { list-style: none; padding: 0 }
.today { font-weight: 600; border-top: 3px solid var(--go); padding-top: 8px }
.blank { display: block; min-width: 4rem; height: 2rem; border-bottom: 1px solid }
.square { width: 2rem; min-width: 2rem; border: 1px solid }
.log td:last-child { overflow-wrap: anywhere }
.lists ul { list-style: none; padding: 0; display: flex; flex-wrap: wrap; gap: 0 24px }
.lists a { display: inline-block; padding-block: 10px }
.lists [aria-current] { font-weight: 700; text-decoration: none; border-bottom: 4px solid }
.desk { margin-block: 16px }
.desk iframe, .desk img { width: 100%; border: 1px solid var(--hair) }
.desk iframe { height: 80vh }
@media (min-width: 64rem) {
  .desk { display: grid; grid-template-columns: 1fr 1fr; gap: 0 32px }
  .desk .scan { position: sticky; top: 0; max-height: 100vh; overflow: auto }
}
@media (min-width: 40rem) { .duties { display: grid; grid-template-columns: 1fr 1fr; gap: 0 32px } }
`;
