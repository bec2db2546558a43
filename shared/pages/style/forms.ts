import { css } from "./css.ts";

/** Fields 48 px high, targets at least 44 px; a fault is a bar, a colour and words. */
export const forms = css`
.field, fieldset { border: 0; padding: 0; margin: 0 0 24px; min-width: 0 }
.field > label, legend { display: block; font-weight: 600; padding: 0; margin-bottom: 4px }
legend { float: left; width: 100% }
legend + * { clear: both }
legend h1, label h1 { margin: 0 }
.hint, .fault { display: block; margin: 0 0 8px }
.fault { color: var(--stop); font-weight: 600 }
.has-fault { border-left: 5px solid var(--stop); padding-left: 12px }
input, select, textarea { font: inherit; color: inherit; background: var(--canvas); border: 2px solid var(--line); border-radius: 0; padding: 8px 10px; width: 100%; min-height: 48px; max-width: 100% }
textarea { min-height: 9rem; resize: vertical }
[aria-invalid] { border-color: var(--stop) }
.w-4 { max-width: 6.5rem } .w-11 { max-width: 12rem } .w-26 { max-width: 26rem } .code { letter-spacing: .2em; font-variant-numeric: tabular-nums }
.with-unit { display: flex; align-items: center; gap: 8px }
.choice { position: relative; display: flex; gap: 12px; margin-bottom: 8px; min-height: 48px }
.choice input { flex: none; width: 40px; height: 40px; min-height: 0; margin: 2px 0; accent-color: var(--go) }
.choice > span, .choice > div { padding-top: 8px; flex: 1; min-width: 0 }
.choice label { display: block; cursor: pointer }
.choice .hint { margin: 0 }
.choice.boxed { border: 1px solid var(--hair); padding: 8px 12px }
.choice.boxed label { font-weight: 600 }
.choice.boxed:has(:checked) { border-color: var(--go); box-shadow: inset 4px 0 var(--go) }
.button { display: inline-block; font: inherit; font-weight: 600; line-height: 1.25; text-align: center; text-decoration: none; cursor: pointer; background: var(--go); color: var(--ongo); border: 2px solid transparent; padding: 11px 20px; min-height: 48px; margin: 0 12px 12px 0; width: auto }
.button:hover { text-decoration: underline }
.button.second { background: var(--canvas); color: var(--ink); border-color: var(--line) }
.button.danger { background: var(--stop); color: var(--onstop) }
.button.plain { background: none; color: var(--link); text-decoration: underline; padding-inline: 0; font-weight: 400 }
.button:focus-visible { background: #fd0; color: #000; outline: 3px solid #000; box-shadow: none }
.faults { border: 4px solid var(--stop); padding: 16px; margin-bottom: 24px }
.faults h2 { margin-top: 0 }
.faults ul { margin: 0 }
.faults a:not(:focus-visible) { color: var(--stop); font-weight: 600 }
.sticky { position: sticky; bottom: 0; background: var(--canvas); border-top: 2px solid var(--line); padding: 8px 0; display: flex; flex-wrap: wrap; gap: 0 16px; align-items: center; justify-content: space-between }
.sticky p, .sticky .button { margin: 0 }
@media (max-width: 30rem) { form > .button, .actions > .button { width: 100% } }
`;
