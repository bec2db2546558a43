import type { Theme } from "../../domain/theme.ts";
import type { LetterPart } from "../../words/letter-words.ts";
import { type Html, html, raw } from "../html.ts";
import { spoken } from "../spoken.ts";
import { NEUTRALS } from "../style/palette.ts";
import type { LetterModel } from "./model.ts";

const { light, dark } = NEUTRALS;

/** Mail programs drop style sheets: each element has its own style, and the sheet holds only what a dark screen changes. */
const darkSheet = ({ dark: { link, go, onGo } }: Theme): Html =>
  raw(
    `<style>:root{color-scheme:light dark}@media (prefers-color-scheme:dark){.g{background:${dark.canvas}!important}.t{color:${dark.ink}!important}.q{color:${dark.quiet}!important}.l{color:${link}!important}.b{background:${go}!important;color:${onGo}!important}.c{background:${dark.shade}!important;color:${dark.ink}!important}}</style>`,
  );

const FONT = "font-family:system-ui,-apple-system,'Segoe UI',Roboto,Arial,sans-serif";
const INK = `color:${light.ink}`;
const BODY = `margin:0 0 16px;font-size:17px;line-height:1.5;${INK}`;
const SMALL = `margin:0 0 12px;font-size:14px;line-height:1.5;color:${light.quiet}`;
const CODE = `margin:0 0 16px;padding:12px 16px;font-family:Consolas,Menlo,monospace;font-size:32px;line-height:1.2;letter-spacing:4px;background:${light.shade};${INK}`;
const BUTTON =
  "display:inline-block;padding:12px 24px;font-size:17px;line-height:1.4;font-weight:bold;text-decoration:none;border-radius:4px";

const broken = (text: string): Html[] =>
  text.split("\n").map((line, index) => (index === 0 ? html`${line}` : html`<br>${line}`));

const partHtml = (part: LetterPart, linkColour: string): Html => {
  if (typeof part === "string") return html`<p class="t" style="${BODY}">${broken(part)}</p>\n`;
  if ("large" in part) return html`<p class="c" style="${CODE}">${part.large}</p>\n`;
  const items =
    "links" in part
      ? part.links.map(
          ({ text, href }) => html`<a class="l" href="${href}" style="${linkColour}">${text}</a>`,
        )
      : part.items.map(broken);
  return html`<ul style="margin:0 0 16px;padding:0 0 0 24px">${items.map(
    (item) => html`<li class="t" style="${BODY};margin:0 0 8px">${item}</li>`,
  )}</ul>\n`;
};

/** A letter as HTML: one column of at most 600 px, readable with images off, on a dark screen and without any style. */
export const letterHtml = (model: LetterModel): string => {
  const {
    language,
    subject,
    service,
    first,
    greeting,
    parts,
    button,
    sameLink,
    why,
    sender,
    controller,
    privacy,
    theme,
  } = model;
  const { link, go, onGo } = theme.light;
  const linkColour = `color:${link}`;
  const anchor = (href: string): Html =>
    html`<a class="l" href="${href}" style="${linkColour};word-break:break-all">${href}</a>`;
  const page = spoken(html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>${subject}</title>
${darkSheet(theme)}
</head>
<body class="g" style="margin:0;padding:0;background:${light.canvas}">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0"><tr><td class="g" align="center" style="background:${light.canvas}">
<table role="presentation" cellpadding="0" cellspacing="0" border="0" style="width:100%;max-width:600px"><tr><td align="left" style="padding:24px 16px;${FONT}">
<p class="q" style="${SMALL}">${service}</p>
<h1 class="t" style="margin:0 0 24px;font-size:22px;line-height:1.3;${INK}">${first}</h1>
<p class="t" style="${BODY}">${greeting}</p>
${parts.map((part) => partHtml(part, linkColour))}${
  button &&
  html`<p style="margin:24px 0 16px"><a class="b" href="${button.href}" style="${BUTTON};background:${go};color:${onGo}">${button.text}</a></p>
<p class="q" style="${SMALL}">${sameLink}<br>${anchor(button.href)}</p>
`
}<hr style="margin:24px 0;border:0;border-top:1px solid ${light.line}">
<p class="q" style="${SMALL}">${why}</p>
<p class="q" style="${SMALL}">${broken(sender.join("\n"))}</p>
<p class="q" style="${SMALL}">${controller} ${privacy.text} ${anchor(privacy.href)}</p>
</td></tr></table>
</td></tr></table>
</body>
</html>
`);
  return page.text;
};
