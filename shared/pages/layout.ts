import { entriesOf, pathTo } from "../domain/addresses.ts";
import type { City } from "../domain/city.ts";
import { pathIn, rowOf } from "../domain/languages.ts";
import type { Role } from "../domain/office/roles.ts";
import { pathOf } from "../subjects/slice.ts";
import { SUBJECTS } from "../subjects/subjects.ts";
import { inLanguage } from "../words/fallback.ts";
import type { Words } from "../words/words.ts";
import { box } from "./components/boxes.ts";
import { withLabels } from "./components/fault-summary.ts";
import { attributes, type Html, html, type Part } from "./html.ts";
import { languagesAt } from "./languages-at.ts";
import { menuOf } from "./office/menu.ts";
import { openablePath } from "./openable-path.ts";
import { spoken } from "./spoken.ts";
import { logoView } from "./style/logo.ts";
import { SCRIPT } from "./style/script.ts";
import { sheetOf } from "./style/sheet.ts";

/** What every page knows: its city, its words, its own path without the language, and the line about the cycle that is on. */
export interface Frame {
  readonly city: Pick<City, "languages" | "theme" | "logo">;
  readonly words: Words;
  readonly path: string;
  /** The query of the page as it was parsed, `?pool=L13`: it stays when the language is switched. */
  readonly query?: string;
  /** „Trwa głosowanie – do czwartku 23 września 2027, 23:59”, from `phaseLine`. */
  readonly phaseLine?: string;
  /** „Krok 3 z 6”, on pages that follow one another. */
  readonly step?: string;
  readonly staffName?: string;
  /** Roles of the one who reads a page of the office: they have its menu. */
  readonly staffRoles?: readonly Role[];
  /** Keys of stored items that lists had to leave out, for pages of the office; asked when the page is drawn. */
  readonly unreadable?: () => readonly string[];
  /** What was saved by the form that led here, and what happens next. */
  readonly flash?: { readonly saved: string; readonly next: string };
}

/** A path that somebody asked for, as an address: one slash at the front, else it would lead to another site. */
const onThisSite = (path: string): string => encodeURI(path.toWellFormed()).replace(/^\/+/, "/");

/** A path of this site in the language of the page. */
export const link = ({ words }: Pick<Frame, "words">, path: string): string => pathIn(words.language, path);

export interface PageParts {
  readonly title: string;
  /** The title starts with "Error: " while the form has faults. */
  readonly hasFaults?: boolean;
  readonly back?: { readonly href: string; readonly text: string };
  readonly body: Part;
  /** For pages that no search engine should list: what a mailed link opens, a receipt, the office. */
  readonly isPrivate?: boolean;
  /** Whether something on it is done more comfortably by the site's script. */
  /** So many seconds later the page is asked for again: it tells how far something has come. */
  readonly again?: number;
  readonly hasScript?: boolean;
  /**
   * The form that is being filled in, by its id: whoever switches the language sends it there as it is, so that nothing typed is lost. Its
   * buttons are of one name, the value of each says what somebody wants: the language, or what the key Enter does.
   */
  readonly typing?: {
    readonly form: string;
    /** Where the form goes, when that is not the page's own address. */
    readonly action?: string;
    readonly name: string;
    readonly language: string;
    readonly enter: string;
  };
}

/** The page itself, or the section of the menu that it belongs to. */
const currentOf = (href: string, path: string): string | undefined =>
  path === href ? "page" : href !== pathTo("office") && path.startsWith(`${href}/`) ? "true" : undefined;

/** The menu of the office on its pages, by role; that of residents everywhere else, where help comes last. */
const menuItems = ({ words, staffRoles }: Frame): readonly (readonly [href: string, text: string])[] => {
  if (staffRoles) return menuOf(staffRoles).map(({ path, title }) => [path, title(words)] as const);
  const own = entriesOf(words.frame.nav).map(([to, text]) => [pathTo(to), text] as const);
  const ofSubjects = SUBJECTS.flatMap(({ residents }) =>
    residents ? [[pathOf(residents.row), inLanguage(residents.title, words.language)] as const] : [],
  );
  return own.toSpliced(-1, 0, ...ofSubjects);
};

const menu = (frame: Frame): Html => {
  const { words, staffRoles } = frame;
  const name = staffRoles ? words.office.menu : words.frame.menu;
  const nav = menuItems(frame);
  const items = html`<ul>
${nav.map(([href, text]) => html`<li><a${attributes({ href: link(frame, href), "aria-current": currentOf(href, frame.path) })}>${text}</a></li>`)}
</ul>`;
  // A closed <details> cannot be opened by a style sheet alone: a narrow and a wide menu, of which one is displayed.
  return html`<nav class="menu" aria-label="${name}">
<details><summary>${name}</summary>${items}</details>
${items}
</nav>`;
};

type Typing = NonNullable<PageParts["typing"]>;

const languageButton = (
  { form, name, language: value }: Typing,
  leads: { readonly lang: string; readonly formaction: string },
  text: string,
): Html =>
  html`<button${attributes({ class: "button plain", form, name, value, ...leads })}>${text}</button>`;

/** What Enter presses: the first button of a form, which the switch of languages in the header would be else. */
const enterButton = ({ form, name, enter: value }: Typing): Html =>
  html`<button${attributes({ class: "hidden", form, name, value, tabindex: -1, "aria-hidden": "true" })}></button>`;

/** What lists leave out is told to whoever works with them: a thing that is missing without a word would be forgotten. */
const unreadableBox = ({ words, unreadable = () => [] }: Frame): Part => {
  const keys = unreadable();
  return (
    keys.length > 0 &&
    box({
      tone: "bad",
      body: html`<p>${words.office.unreadable(keys.length)}</p>
<ul>${keys.map((key) => html`<li><code>${key}</code></li>`)}</ul>`,
    })
  );
};

/** A whole page: head, skip link, header with menu and languages, main, footer. */
export const layout = (
  frame: Frame,
  { title, hasFaults, back, body, isPrivate, hasScript, typing, again }: PageParts,
): Html => {
  const { city, words, path, query = "", phaseLine, step, staffName, flash } = frame;
  const w = words.frame;
  const others = languagesAt(path, city.languages)
    .filter((language) => language !== words.language)
    .map((language) => ({
      language,
      name: rowOf(language).name,
      page: pathIn(language, typing?.action ?? onThisSite(openablePath(path))),
    }));
  /** Who is signed in, and the same page in the site's other languages. */
  const beside = [
    ...(staffName === undefined ? [] : [staffName]),
    ...others.map(({ language, name, page }) =>
      typing
        ? languageButton(typing, { lang: language, formaction: page }, name)
        : html`<a href="${page + query}" hreflang="${language}" lang="${language}">${name}</a>`,
    ),
  ];
  return spoken(html`<!doctype html>
<html lang="${words.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
${again !== undefined && html`<meta http-equiv="refresh" content="${again}">`}
<title>${hasFaults && `${w.errorPrefix} `}${title} – ${w.service}</title>
<link rel="stylesheet" href="${pathTo("static", { file: sheetOf(city.theme).file })}">
${hasScript && html`<script src="${pathTo("static", { file: SCRIPT.file })}" defer></script>`}
<link rel="icon" href="${pathTo("static", { file: "icon.svg" })}" type="image/svg+xml">
${
  isPrivate
    ? html`<meta name="robots" content="noindex">`
    : others.map(
        ({ language, page }) => html`<link rel="alternate" hreflang="${language}" href="${page + query}">`,
      )
}
<meta name="deklaracja-dostępności" content="${link(frame, pathTo("accessibility"))}">
</head>
<body>
<a class="skip" href="#main">${w.skip}</a>
<header class="top">
<div class="bar">
<p class="service"><a href="${link(frame, pathTo("home"))}">${city.logo && logoView(city.logo, words)}${w.service}</a></p>
${
  beside.length > 0 &&
  html`<p class="language">${typing && enterButton(typing)}${beside.map((part, index) => html`${index > 0 && " · "}${part}`)}</p>
`
}${menu(frame)}
</div>
${phaseLine && html`<p class="phase-line">${phaseLine}</p>`}
</header>
${back && html`<nav class="back" aria-label="${w.back}"><a href="${back.href}">${back.text}</a></nav>`}
<main id="main" tabindex="-1">
${flash && html`<div role="status">${box({ tone: "good", body: html`<p><strong>${flash.saved}</strong> ${flash.next}</p>` })}</div>`}
${unreadableBox(frame)}
${step && html`<p class="quiet">${step}</p>`}
${hasFaults ? withLabels(html`${body}`) : body}
</main>
<footer class="foot">
<nav aria-label="${w.footerMenu}"><ul>
${entriesOf(w.footer).map(([to, text]) => html`<li><a href="${link(frame, pathTo(to))}">${text}</a></li>`)}
</ul></nav>
</footer>
</body>
</html>`);
};
