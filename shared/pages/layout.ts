import type { Words } from "../words/words.ts";
import { type Html, html, type Part } from "./html.ts";

/** What every page knows: its words, its own path without the language, and the line about the cycle that is on. */
export interface Frame {
  readonly words: Words;
  readonly path: string;
  readonly phaseLine?: string;
  readonly staffName?: string;
}

/** A path of this site in the language of the page. */
export const link = ({ words }: Frame, path: string): string =>
  words.language === "en" ? `/en${path === "/" ? "" : path}` : path;

export interface PageParts {
  readonly title: string;
  /** The title starts with "Error: " while the form has faults. */
  readonly hasFaults?: boolean;
  readonly back?: { readonly href: string; readonly text: string };
  readonly body: Part;
}

export const layout = (frame: Frame, { title, hasFaults, back, body }: PageParts): Html => {
  const { words, path } = frame;
  const w = words.frame;
  const other =
    words.language === "en"
      ? { href: path, lang: "pl", name: "Polski" }
      : { href: `/en${path === "/" ? "" : path}`, lang: "en", name: "English" };
  return html`<!doctype html>
<html lang="${words.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${hasFaults && `${w.errorPrefix} `}${title} – ${w.service}</title>
<link rel="stylesheet" href="/static/rynek.css">
<link rel="icon" href="/static/icon.svg" type="image/svg+xml">
<link rel="alternate" hreflang="${other.lang}" href="${other.href}">
</head>
<body>
<a class="skip" href="#main">${w.skip}</a>
<header class="top">
<p class="service"><a href="${link(frame, "/")}">${w.service}</a></p>
<p class="language"><a href="${other.href}" hreflang="${other.lang}" lang="${other.lang}">${other.name}</a></p>
<nav aria-label="${w.menu}">
<ul>
${w.nav.map(([href, text]) => html`<li><a href="${link(frame, href)}"${path === href && html` aria-current="page"`}>${text}</a></li>`)}
</ul>
</nav>
</header>
${frame.phaseLine && html`<p class="phase-line">${frame.phaseLine}</p>`}
${back && html`<nav class="back" aria-label="${w.back}"><a href="${back.href}">${back.text}</a></nav>`}
<main id="main" tabindex="-1">
${body}
</main>
<footer>
<ul>
${w.footer.map(([href, text]) => html`<li><a href="${link(frame, href)}">${text}</a></li>`)}
</ul>
</footer>
</body>
</html>`;
};
