import type { Language } from "../../../shared/domain/languages.ts";
import type { Localised } from "../../../shared/domain/localised.ts";
import type { Role } from "../../../shared/domain/office/roles.ts";
import { type Html, html } from "../../../shared/pages/html.ts";
import { inLanguage } from "../../../shared/words/fallback.ts";
import { localPage } from "../http/page.ts";
import type { SignedIn } from "./tokens.ts";

interface Words {
  readonly title: string;
  readonly about: string;
  readonly roles: Record<Role, string>;
}

const WORDS: Localised<Words> = {
  pl: {
    title: "Logowanie dla urzędu",
    about: "Wybierz osobę. To zmyślony zespół, tylko na tym komputerze.",
    roles: {
      coordinator: "koordynacja",
      verifier: "weryfikacja",
      unit: "jednostka miejska",
      moderator: "moderacja",
      editor: "redakcja",
      clerk: "punkt obsługi",
      commission: "komisja",
      auditor: "audyt",
      admin: "administracja",
    },
  },
  en: {
    title: "Staff sign-in",
    about: "Choose a person. The team is made up and exists on this machine only.",
    roles: {
      coordinator: "coordinator",
      verifier: "verifier",
      unit: "city unit",
      moderator: "moderator",
      editor: "editor",
      clerk: "service desk",
      commission: "commission",
      auditor: "auditor",
      admin: "administrator",
    },
  },
};

/** One button for each person. */
export const signInPage = (people: readonly SignedIn[], language: Language): Html => {
  const words = inLanguage(WORDS, language);
  return localPage({ language, title: words.title }, [
    html`<p>${words.about}</p>
<form method="post">
<ul class="list">${people.map(
      ({ username, name, roles }) =>
        html`<li><button name="username" value="${username}">${[name, ...roles.map((role) => words.roles[role])].join(", ")}</button></li>`,
    )}</ul>
</form>`,
  ]);
};
