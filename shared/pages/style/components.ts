import { css } from "./css.ts";

/** A row becomes a list of named values. */
const stacked = (table: string): string => css`
${table}, ${table} caption, ${table} tbody, ${table} tr, ${table} td, ${table} th { display: block }
${table} thead { position: absolute; clip-path: inset(50%); width: 1px; height: 1px; overflow: hidden }
${table} tr { border: 1px solid var(--hair); padding: 8px 12px; margin-bottom: 12px }
${table} td, ${table} tbody th { border: 0; padding: 4px 0; text-align: left }
${table} td::before { content: attr(data-label) ": "; font-weight: 600 }
${table} td[data-label=""]::before { content: none }
${table} td:empty { display: none }
`;

/** Tables, lists, boxes, bars. A table that is too wide for the screen is stacked. */
export const components = css`
.tag { display: inline-block; padding: 0 8px; font-size: 1rem; font-weight: 600; background: var(--shade); color: var(--ink); border: 1px solid }
.tag.info, .box.info { background: var(--info); color: var(--on-info) }
.tag.good, .box.good { background: var(--good); color: var(--on-good) }
.tag.warn, .box.warn { background: var(--warn); color: var(--on-warn) }
.tag.bad, .box.bad { background: var(--bad); color: var(--on-bad) }
.box { border-left: 6px solid; padding: 16px; margin-bottom: 24px; background: var(--shade) }
.box a:not(.button, :focus-visible) { color: inherit }
.box > :first-child { margin-top: 0 } .box > :last-child { margin-bottom: 0 }
.panel { background: var(--good); color: var(--on-good); padding: 24px 16px; margin-bottom: 24px; text-align: center }
.panel h1 { margin-bottom: 8px }
.reference { font-size: 1.5rem; font-weight: 700; letter-spacing: .05em; margin: 0; font-variant-numeric: tabular-nums }
.titled { border: 1px solid var(--hair); padding: 16px; margin-bottom: 16px }
.titled h2, .titled h3 { margin-top: 0 }
.cards { list-style: none; padding: 0; display: grid; gap: 16px; grid-template-columns: minmax(0, 1fr) }
.grid { list-style: none; padding: 0; display: grid; gap: 16px; grid-template-columns: repeat(auto-fill, minmax(min(18rem, 100%), 1fr)) }
.titled > :last-child { margin-bottom: 0 }
.grid > li, .grid .titled { margin: 0 }
.grid .titled { height: 100% }
dl.summary > div { border-bottom: 1px solid var(--hair); padding: 8px 0; display: grid; gap: 0 16px }
.summary dt { font-weight: 600 }
.summary dd { margin: 0; min-width: 0 }
.table { width: 100%; border-collapse: collapse; font-variant-numeric: tabular-nums }
caption { text-align: left; font-weight: 600; padding-bottom: 8px; font-size: 1.1875rem }
th, td { text-align: left; vertical-align: top; padding: 8px 12px 8px 0; border-bottom: 1px solid var(--hair) }
th { font-weight: 600 }
.number { text-align: right }
.dates { list-style: none; padding: 0 }
.dates li { border-left: 4px solid var(--hair); padding: 0 0 12px 16px; margin: 0 }
.dates .past { color: var(--quiet) }
.dates .now { border-color: var(--go); font-weight: 600 }
.bars { width: 100%; height: 32px; display: block }
.bars .a { fill: var(--link) } .bars .b { fill: var(--pale) } .bars .left { fill: var(--shade) }
figure .bars { outline: 1px solid var(--hair) }
.bars.thin { height: 10px; margin-top: 6px; max-width: 9rem }
.number .bars { margin-left: auto }
.districts { width: 100%; max-width: 44rem; display: block }
.districts rect, .districts path { fill: var(--shade); stroke: var(--ink); stroke-width: 2 }
.districts text { font-size: 30px; text-anchor: middle; dominant-baseline: central; fill: var(--ink) }
.districts a > :not(text) { fill: var(--info) } .districts a text { fill: var(--on-info); text-decoration: underline }
.districts a:hover > :not(text), .districts a[aria-current] > :not(text) { stroke-width: 6 }
.outlines input, .outlines img { display: block; width: auto; min-height: 0; max-width: none; padding: 0; border: 0 }
.pages { display: flex; gap: 24px; padding-block: 8px }
.pages a { padding-block: 10px }
.qr { width: 192px; max-width: 100%; height: auto; display: block }
details > summary { cursor: pointer; padding-block: 10px }
.actions { margin-top: 24px }
@media (min-width: 40rem) { dl.summary > div { grid-template-columns: 2fr 3fr 4rem } .summary dd + dd { text-align: right } }
@media (max-width: 39.99rem) { ${stacked(".table")} .number .bars { margin-left: 0 } }
@media screen and (max-width: 59.99rem) { ${stacked(".many")} }
@media (prefers-reduced-motion: no-preference) { a, .button { transition: background-color .1s } }
@media print {
.skip, .menu, .back, .language, .sticky, .foot, form .button { display: none }
.top { background: none; color: #000; border-bottom: 2px solid }
tr, .titled, .box { break-inside: avoid }
}
`;
