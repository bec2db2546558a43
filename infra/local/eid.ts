import { pathTo } from "../../shared/domain/addresses.ts";
import type { Language } from "../../shared/domain/languages.ts";
import type { Localised } from "../../shared/domain/localised.ts";
import { isPesel } from "../../shared/domain/voting/pesel.ts";
import { type Html, html } from "../../shared/pages/html.ts";
import type { Site } from "../../shared/platform/deps.ts";
import { inLanguage } from "../../shared/words/fallback.ts";
import type { LocalDoor } from "./http/door.ts";
import { localPage } from "./http/page.ts";
import type { SigningKey } from "./oidc/key.ts";
import { oidcDoor } from "./oidc.ts";

const PATH = "/local/eid";
const CLIENT_ID = "rynek";

const WORDS: Localised<
  Readonly<Record<"title" | "about" | "label" | "wrong" | "submit" | "cancel", string>>
> = {
  pl: {
    title: "Logowanie do eID",
    about:
      "To zmyślony dostawca, tylko na tym komputerze. Hasła nie ma: wpisz numer PESEL osoby, którą masz być.",
    label: "Numer PESEL",
    wrong: "To nie jest numer PESEL. Sprawdź cyfry.",
    submit: "Zaloguj",
    cancel: "Anuluj",
  },
  en: {
    title: "Sign-in with an eID",
    about:
      "This provider is made up and exists on this machine only. There is no password: enter the PESEL number of the person to be.",
    label: "PESEL number",
    wrong: "This is not a PESEL number. Check the digits.",
    submit: "Sign in",
    cancel: "Cancel",
  },
};

const signInPage = (language: Language, isWrong: boolean): Html => {
  const w = inLanguage(WORDS, language);
  return localPage({ language, title: w.title }, [
    html`<p>${w.about}</p>
${isWrong && html`<p role="alert"><strong>${w.wrong}</strong></p>`}
<form method="post">
<p><label for="pesel">${w.label}</label><br><input id="pesel" name="pesel" inputmode="numeric" autocomplete="off"></p>
<p><button>${w.submit}</button> <button name="cancel" value="yes">${w.cancel}</button></p>
</form>`,
  ]);
};

/** A provider of eIDs in the shape of login.gov.pl, where whoever signs in says who they are. */
export interface LocalEid {
  readonly issuer: string;
  readonly clientId: string;
  readonly door: LocalDoor;
}

/** The provider under `/local/eid` of a house. `identified` is what the id_token says of who typed a number. */
export const openLocalEid = (
  { url, city, key }: Pick<Site, "url" | "city"> & { readonly key: SigningKey },
  identified = (pesel: string): string => pesel,
): LocalEid => ({
  issuer: `${url}${PATH}`,
  clientId: CLIENT_ID,
  door: oidcDoor({
    origin: url,
    path: PATH,
    clientId: CLIENT_ID,
    returnPath: pathTo("eidReturn"),
    spoken: city.languages,
    key,
    signInPage,
    subjectIn: (form) => {
      const pesel = form.get("pesel")?.trim() ?? "";
      return isPesel(pesel) ? pesel : undefined;
    },
    claims: ["personal_identifier"],
    accountOf: (pesel) => ({ claims: { personal_identifier: `PNOPL-${identified(pesel)}` } }),
  }),
});
