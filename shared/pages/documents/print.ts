import type { OfficialDocument } from "../../domain/document/document.ts";
import type { Words } from "../../words/words.ts";
import { type Html, html, type Part } from "../html.ts";
import { documentView } from "./document.ts";

/** What a page needs that lies on no site: nothing is fetched from anywhere. */
const STYLE = `body{font:11pt/1.4 Georgia,serif;color:#1a1a1a;max-width:48rem;margin:2rem auto;padding:0 1rem}
h1{font-size:1.6rem}h2{font-size:1.25rem}table{border-collapse:collapse;width:100%;margin:1rem 0}
caption{text-align:left;font-weight:bold;padding:.25rem 0}
th,td{border-bottom:1px solid #b0b4b8;padding:.25rem .5rem;text-align:left;vertical-align:top}
th,td{overflow-wrap:break-word}
thead{display:table-header-group}tr{break-inside:avoid}
.number{text-align:right;white-space:nowrap}
dt{font-weight:bold}dd{margin:0 0 .5rem}
@page{size:A4;margin:20mm 18mm}@media print{body{margin:0;max-width:none}}`;

/** A document as a page of its own, to print or to put on another site. */
export const printView = (
  document: OfficialDocument,
  words: Words,
  beside?: Part,
): Html => html`<!doctype html>
<html lang="${words.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${document.title} – ${document.issuer}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<p>${document.issuer}</p>
<h1>${document.title}</h1>
${documentView(document, words)}
${beside}
</main>
</body>
</html>
`;
