import { LANGUAGES, type Language, MEASURE, prefixOf } from "../shared/domain/languages.ts";
import { type Html, html } from "../shared/pages/html.ts";
import { inLanguage, plain } from "../shared/words/fallback.ts";
import { AGAIN, FIREWALL, GATEWAY, HOME, type Story } from "./edge-stories.ts";

/** What the firewall answers by itself. */
export type FirewallStatus = keyof typeof FIREWALL;
/** What the gateway, or the files' bucket, answers by itself. */
export type GatewayStatus = keyof typeof GATEWAY;

/** An answer in our words, for what is no function of ours. */
export interface EdgeAnswer {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

const others = (spoken: readonly Language[]): Language[] => spoken.filter((language) => language !== MEASURE);

/** The languages of a site, Polish last: it is what is left when no other was asked for. */
export const measuredLast = (spoken: readonly Language[] = LANGUAGES): Language[] => [
  ...others(spoken),
  MEASURE,
];

export const measuredFirst = (spoken: readonly Language[]): Language[] => [MEASURE, ...others(spoken)];

const partIn = (language: Language, story: Story): Html => {
  const { title, detail, back = story.again && inLanguage(AGAIN, language) } = inLanguage(story, language);
  return html`<h1>${title}</h1><p>${detail}</p>${back && html`<p>${back}</p>`}<p><a href="${prefixOf(language) || "/"}">${inLanguage(HOME, language)}</a></p>`;
};

const pageOf = (language: Language, title: string, content: readonly Html[]): string =>
  plain(
    html`<!doctype html><html lang="${language}"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title><main>${content}</main></html>`
      .text,
  );

/** A page without style or script: nothing else of the site can be reached for it. */
const pageIn = (language: Language, story: Story): string =>
  pageOf(language, inLanguage(story, language).title, [partIn(language, story)]);

/** A page that says it in every language, where nobody knows which one was asked for. Polish is first. */
const pageInAll = (spoken: readonly Language[], story: Story): string =>
  pageOf(
    MEASURE,
    inLanguage(story, MEASURE).title,
    measuredFirst(spoken).map(
      (language) => html`<section lang="${language}">${partIn(language, story)}</section>`,
    ),
  );

/** RFC 9457. */
const problemIn = (
  language: Language,
  { page, ...story }: Story,
  status: number,
  who: "edge" | "gateway",
): string => {
  const { title, detail } = inLanguage(story, language);
  return plain(
    JSON.stringify({ type: `/problems/${page}`, title, status, detail, code: `${who}/${status}` }),
  );
};

const headersOf = (
  type: string,
  languages: readonly Language[],
  { wait }: Story,
): Readonly<Record<string, string>> => ({
  "content-type": type,
  "content-language": languages.join(", "),
  "cache-control": "no-store",
  "content-security-policy": "default-src 'none'; frame-ancestors 'none'",
  "x-content-type-options": "nosniff",
  ...(wait !== undefined && { "retry-after": String(wait) }),
});

const HTML = "text/html; charset=utf-8";

/** The firewall takes no other type of a problem. */
export const firewallAnswer = (status: FirewallStatus, isApi: boolean, language: Language): EdgeAnswer => ({
  headers: headersOf(isApi ? "application/json" : HTML, [language], FIREWALL[status]),
  body: isApi ? problemIn(language, FIREWALL[status], status, "edge") : pageIn(language, FIREWALL[status]),
});

/** What is asked for where no language is known: a file, or the page for when the gateway is out of reach. */
const IN_ALL = "all";

/** Everything that is said for the gateway and the bucket: `503-page-uk`, `404-api-en`, `404-page-all`. */
export const gatewayAnswers = (spoken: readonly Language[]): Readonly<Record<string, EdgeAnswer>> => {
  const statuses = Object.keys(GATEWAY).map(Number) as GatewayStatus[];
  return Object.fromEntries(
    statuses.flatMap((status): [string, EdgeAnswer][] => {
      const story: Story = GATEWAY[status];
      const all = measuredFirst(spoken);
      return [
        ...spoken.flatMap((language): [string, EdgeAnswer][] => [
          [
            `${status}-page-${language}`,
            { headers: headersOf(HTML, [language], story), body: pageIn(language, story) },
          ],
          [
            `${status}-api-${language}`,
            {
              headers: headersOf("application/problem+json", [language], story),
              body: problemIn(language, story, status, "gateway"),
            },
          ],
        ]),
        [
          `${status}-page-${IN_ALL}`,
          { headers: headersOf(HTML, all, story), body: pageInAll(spoken, story) },
        ],
      ];
    }),
  );
};
