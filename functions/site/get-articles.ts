import { html } from "../../shared/pages/html.ts";
import { accessibilityView } from "../../shared/pages/site/accessibility.ts";
import { articleView } from "../../shared/pages/site/article.ts";
import { contactView, type Office } from "../../shared/pages/site/contact.ts";
import { cookiesView } from "../../shared/pages/site/cookies.ts";
import type { Site } from "../../shared/platform/deps.ts";
import { endpoint } from "../../shared/platform/endpoint.ts";
import { frameOf } from "../../shared/platform/frame.ts";
import { view } from "../../shared/platform/http.ts";
import { inLanguage } from "../../shared/words/fallback.ts";
import { routes } from "../routes.ts";

/** Pages that change with a release only. */
const CACHE = "public, max-age=300, s-maxage=3600, stale-if-error=86400";

const officeOf = ({ city, contactAddress }: Site): Office => ({ city, contactAddress });

export const getHelp = endpoint(routes.getHelp, {
  summary: "Help",
  cache: CACHE,
  handle: (request, { site }) => {
    const frame = frameOf(request);
    return view(articleView(frame, request.words.articles.help, contactView(frame, officeOf(site))));
  },
});

export const getPrivacy = endpoint(routes.getPrivacy, {
  summary: "Privacy",
  cache: CACHE,
  handle: (request, { site }) => {
    const frame = frameOf(request);
    const office = officeOf(site);
    const { controller, privacyOfficer } = office.city;
    const article = request.words.articles.privacy(inLanguage(controller, request.language));
    const officer = html`<p>${request.words.legal.contact.privacyOfficer}: <a href="mailto:${privacyOfficer}">${privacyOfficer}</a></p>`;
    return view(articleView(frame, article, [contactView(frame, office), officer]));
  },
});

export const getCookies = endpoint(routes.getCookies, {
  summary: "Cookies",
  cache: CACHE,
  handle: (request) => view(cookiesView(frameOf(request))),
});

export const getAccessibility = endpoint(routes.getAccessibility, {
  summary: "Accessibility statement",
  cache: CACHE,
  handle: (request, { site }) =>
    view(accessibilityView(frameOf(request), { ...officeOf(site), siteUrl: site.url })),
});
