import type { Language } from "../../../shared/domain/languages.ts";
import type { Localised } from "../../../shared/domain/localised.ts";
import { type Html, html } from "../../../shared/pages/html.ts";
import { inLanguage } from "../../../shared/words/fallback.ts";
import { localPage } from "../http/page.ts";

const TITLES: Localised<string> = { pl: "Nie da się tu zalogować", en: "You cannot sign in from here" };

/** For the one who builds a client: nothing leads back, because the address to go back to may be what is wrong. */
export const rejectedPage = (fault: string, language: Language): Html =>
  localPage({ language, title: inLanguage(TITLES, language) }, [html`<p><code>${fault}</code></p>`]);
