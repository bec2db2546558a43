import type { Language } from "../../../shared/domain/languages.ts";
import { type Html, html } from "../../../shared/pages/html.ts";
import { spoken } from "../../../shared/pages/spoken.ts";
import { STYLE_PATH } from "./style.ts";

/** A page of this machine's own tools: one column, readable on a phone, without scripts. */
export const localPage = (
  { language, title }: { readonly language: Language; readonly title: string },
  content: readonly Html[],
): Html =>
  spoken(html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} · Rynek</title>
<link rel="stylesheet" href="${STYLE_PATH}">
</head>
<body>
<main>
<h1>${title}</h1>
${content}
</main>
</body>
</html>
`);
