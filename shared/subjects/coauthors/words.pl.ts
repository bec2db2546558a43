export const pl = {
  title: "Współautorzy",
  back: "Twój wniosek",
  lead: (most: number): string =>
    most === 1 ? "Możesz zaprosić jedną osobę." : `Możesz zaprosić do współautorstwa najwyżej ${most} osoby.`,
  rights:
    "Współautor czyta i poprawia wniosek, odpowiada na wezwania urzędu i składa odwołanie. Złożyć i wycofać wniosek może tylko autor.",
  states: {
    invited: "czeka na odpowiedź",
    accepted: "współautor",
    declined: "odmowa",
    left: "nie jest już współautorem",
    "taken-back": "zaproszenie cofnięte",
  },
  takeBack: (name: string): string => `Cofnij zaproszenie: ${name}`,
  tooEarly: "Najpierw zapisz tytuł wniosku oraz swoje imię i nazwisko. Zaproszona osoba je przeczyta.",
  full: "Nie ma już miejsca na kolejną osobę.",
  invite: "Zaproś współautora",
  see: "Współautorzy wniosku",
  send: "Wyślij zaproszenie",
  fields: {
    name: "Imię i nazwisko",
    email: "Adres e-mail",
    emailHint: "Wyślemy na niego zaproszenie z linkiem. Twojego adresu ta osoba nie zobaczy.",
  },
  say: {
    "/name": "Wpisz imię i nazwisko.",
    "/email": "Wpisz adres e-mail, na przykład anna@przyklad.pl.",
  },
  invitation: {
    title: "Zaproszenie do współautorstwa",
    lead: (author: string): string => `${author} zaprasza Cię do tego wniosku jako współautora.`,
    leave: "Możesz zrezygnować w każdej chwili. Swojego adresu e-mail nie pokazujecie sobie nawzajem.",
    support:
      "Jeśli ten wniosek już popierasz, to poparcie przestanie się liczyć. Współautor nie popiera własnego wniosku.",
    isNamePublic: "Pokażcie moje imię i nazwisko przy wniosku na stronie",
    accept: "Zostań współautorem",
    decline: "Odrzuć zaproszenie",
  },
  letters: {
    struck: (title: string) => ({
      subject: "Twoje poparcie wniosku jest skreślone",
      first: `Współautorstwo wniosku „${title}” jest przyjęte. Współautor nie popiera własnego wniosku, więc Twoje poparcie jest skreślone.`,
      parts: ["Liczba osób, które go popierają, jest mniejsza o jedną."],
      button: "Otwórz wniosek",
      why: "Wysłaliśmy ten list, bo jesteś współautorem tego wniosku.",
    }),
  },
  ended: {
    title: "Nie jesteś współautorem tego wniosku",
    own: "Twoja odpowiedź jest zapisana.",
    takenBack: "Autor cofnął zaproszenie.",
    gone: "Twojego adresu e-mail już tu nie ma.",
  },
  own: (isNamePublic: boolean): string =>
    isNamePublic
      ? "Jesteś współautorem tego wniosku. Twoje imię i nazwisko widać na jego stronie."
      : "Jesteś współautorem tego wniosku. Twojego imienia i nazwiska nie widać na jego stronie.",
  leave: "Zrezygnuj ze współautorstwa",
  office: {
    of: (number: string): string => `Współautorzy: ${number}`,
    back: "Wniosek",
    none: "Nikogo nie wpisano.",
    caption: "Współautorzy",
    columns: {
      name: "Imię i nazwisko",
      email: "E-mail",
      state: "Stan",
      since: "Od kiedy",
      isNamePublic: "Nazwisko jawne",
    },
    yes: "tak",
    no: "nie",
    states: { open: "jest miejsce", full: "komplet" },
    enter: {
      title: "Współautor z papieru",
      hint: "Wpisz osobę, która podpisała wniosek na papierze. Podpis jest jej zgodą.",
      submit: "Wpisz współautora",
    },
    fields: {
      name: "Imię i nazwisko",
      email: "E-mail, jeśli jest",
      isNamePublic: "Zgoda na pokazanie nazwiska",
    },
  },
};

export type CoAuthorWords = typeof pl;
