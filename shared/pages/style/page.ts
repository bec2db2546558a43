import type { Theme } from "../../domain/theme.ts";
import { css } from "./css.ts";
import { FOCUS, paletteOf, variables } from "./palette.ts";

/** A city's colours, in the scheme that the reader asks for; on paper the light one. */
export const colours = (theme: Theme): string => css`
:root { color-scheme: light dark; ${variables(paletteOf(theme, "light"))} }
@media screen and (prefers-color-scheme: dark) { :root { ${variables(paletteOf(theme, "dark"))} } }
`;

/** Ground, type, header, footer. One column from 360 px up; a step is 8 px. */
export const page = css`
*, ::before, ::after { box-sizing: border-box }
html { scroll-padding: 16px 0 104px; text-size-adjust: 100%; -webkit-text-size-adjust: 100% }
body { margin: 0; background: var(--canvas); color: var(--ink); font: 1.0625rem/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif; overflow-wrap: break-word }
h1, h2, h3 { line-height: 1.2; margin: 32px 0 12px; hyphens: auto; text-wrap: balance }
h1 { font-size: 1.75rem; margin-top: 0 }
h2 { font-size: 1.375rem }
h3 { font-size: 1.1875rem }
p, ul, ol, dl, table, figure, form { margin: 0 0 16px }
ul, ol { padding-left: 24px }
li { margin-bottom: 4px }
li > ul { margin: 4px 0 0 }
a { color: var(--link); text-underline-offset: .15em }
a:hover { text-decoration-thickness: .15em }
small, .hint, .quiet, figcaption { color: var(--quiet); font-size: 1rem }
code, pre { font: .9375rem/1.5 ui-monospace, Consolas, monospace; overflow-wrap: anywhere }
pre { background: var(--shade); padding: 16px; overflow: auto; white-space: pre-wrap }
hr { border: 0; border-top: 1px solid var(--hair); margin: 32px 0 }
main, .top > *, .back, .foot > * { width: 100%; max-width: 62rem; margin-inline: auto; padding-inline: 16px }
main { padding-block: 16px 48px; outline: 0; min-height: 60vh }
main > :not(.wide, .table) { max-width: 44rem }
:focus-visible, .faults:focus { outline: 3px solid ${FOCUS.ground}; outline-offset: 0; box-shadow: 0 0 0 6px ${FOCUS.ink} }
main:focus { outline: 0; box-shadow: none }
a:focus-visible, summary:focus-visible { background: ${FOCUS.ground}; color: ${FOCUS.ink}; box-shadow: 0 4px ${FOCUS.ink}; outline: 0; text-decoration: none }
.skip { position: absolute; left: 0; top: -100px; padding: 12px 16px; z-index: 2 }
.skip:focus { top: 0 }
.hidden { position: absolute; width: 1px; height: 1px; margin: -1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap }
.top { background: var(--brand); color: var(--onbrand) }
.top a:not(:focus-visible), .top summary:not(:focus-visible) { color: inherit }
.bar { display: flex; flex-wrap: wrap; gap: 0 16px; align-items: flex-start; justify-content: space-between }
.bar p { margin: 0 }
.bar .button:not(:focus-visible) { color: inherit }
.bar .button { min-height: 44px; padding-block: 9px; margin: 0 }
.bar a, .menu a, .menu summary, .foot a { display: inline-block; padding-block: 10px; min-height: 44px }
.service { flex: 1 0 100% }
.service a { font-weight: 700; text-decoration: none; display: inline-flex; align-items: center; gap: 12px }
.service img { flex: none }
.photo img, .files img { display: block; max-width: 100%; height: auto }
.menu ul { list-style: none; padding: 0; margin: 0 }
.menu summary { cursor: pointer; padding-inline: 4px }
.menu summary::before { content: "☰ " / "" }
.menu { margin-inline-start: auto }
.menu details { text-align: right }
.menu > ul { display: none }
.menu [aria-current] { font-weight: 700; text-decoration: none; border-bottom: 4px solid }
.top .phase-line { background: var(--shade); color: var(--ink); padding: 8px max(16px, calc((100% - 60rem) / 2)); margin: 0; max-width: none; font-weight: 600 }
.phase-line::before { content: ""; display: inline-block; width: .6em; height: .6em; border-radius: 50%; background: var(--go); margin-right: 8px }
.back { padding-top: 8px }
.back a { display: inline-block; padding-block: 10px }
.back a::before { content: "‹ " / "" }
.foot { background: var(--shade); border-top: 1px solid var(--hair); padding-block: 24px }
.foot ul { list-style: none; padding: 0; display: flex; flex-wrap: wrap; gap: 0 24px; margin: 0 }
@media (min-width: 40rem) {
body { font-size: 1.125rem }
h1 { font-size: 2rem }
.service { flex: 1 }
.menu { flex: 1 0 100% }
.menu > details { display: none }
.menu > ul { display: flex; flex-wrap: wrap; gap: 0 24px }
main { padding-top: 32px }
}
`;
