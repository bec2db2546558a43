import type { LocalDate } from "../../domain/time.ts";
import { formatsOf } from "../../words/format.ts";
import type { MatterKind, MatterState, Right } from "./rules.ts";

const f = formatsOf("pl-PL");

const kinds: Readonly<Record<MatterKind, string>> = {
  question: "Pytanie do urzędu",
  accessibility: "Żądanie dostępności cyfrowej",
  "personal-data": "Wniosek o swoje dane osobowe",
  "public-information": "Wniosek o informację publiczną",
};
const states: Readonly<Record<MatterState, string>> = {
  unconfirmed: "czeka na potwierdzenie adresu",
  open: "czeka na odpowiedź",
  "to-collect": "do zebrania danych",
  collected: "dane zebrane, czeka na odpowiedź",
  "to-hand": "odpowiedź do przekazania",
  answered: "załatwiona",
};
const rights: Readonly<Record<Right, string>> = {
  access: "kopia moich danych",
  rectification: "poprawienie danych",
  erasure: "usunięcie danych",
};

/** How whoever gets an answer goes on, where it does not satisfy them. */
const recourse: Readonly<Record<MatterKind, string>> = {
  question: "Masz dalsze pytania? Zadaj je na tej samej stronie.",
  accessibility:
    "Nie zgadzasz się z odpowiedzią? Złóż skargę do urzędu, a potem do Rzecznika Praw Obywatelskich.",
  "personal-data": "Nie zgadzasz się z odpowiedzią? Złóż skargę do Prezesa Urzędu Ochrony Danych Osobowych.",
  "public-information":
    "Odmowa jest decyzją. Odwołanie od niej złóż w ciągu 14 dni do Samorządowego Kolegium Odwoławczego.",
};

/** What residents and the office read of matters. */
export const pl = {
  title: "Pytania i wnioski do urzędu",
  lead: "Zapytaj o budżet obywatelski albo złóż wniosek, na który urząd ma ustawowy termin.",
  kinds,
  cards: {
    question: "Zapytaj o zgłaszanie projektów, ocenę, głosowanie albo wyniki. Odpowiemy w ciągu 14 dni.",
    accessibility:
      "Nie możesz skorzystać ze strony albo dokumentu? Zażądaj dostępności. Odpowiemy w ciągu 7 dni.",
    "personal-data":
      "Poproś o kopię danych, które o Tobie mamy, o ich poprawienie albo usunięcie. Odpowiemy w ciągu miesiąca.",
    "public-information": "Poproś o dokument albo dane, które ma urząd. Odpowiemy w ciągu 14 dni.",
  },
  leads: {
    question: "Wystarczą trzy pola. Odpowiada punkt konsultacyjny urzędu.",
    accessibility:
      "Podstawa: art. 18 ustawy z 4 kwietnia 2019 r. o dostępności cyfrowej. Wniosku nie trzeba uzasadniać.",
    "personal-data":
      "Podstawa: art. 15–17 RODO. Zbieramy dane powiązane z Twoim adresem e-mail. Odpowiedź sprawdza druga osoba.",
    "public-information":
      "Podstawa: art. 13 ustawy z 6 września 2001 r. o dostępie do informacji publicznej. Nie trzeba podawać powodu.",
  },
  visit: "Umów wizytę w punkcie konsultacyjnym",
  other: "Wolisz przyjść albo zadzwonić?",
  fields: {
    about: "Czego dotyczy pytanie",
    aboutAccess: "Która strona, dokument lub element",
    aboutAccessHint: "Wklej adres strony albo opisz miejsce.",
    text: "Twoje pytanie",
    textAccess: "Czego nie można zrobić i jaki sposób jest dla Ciebie najwygodniejszy",
    textData: "Co jeszcze powinniśmy wiedzieć",
    textDataHint: "Na przykład, co jest w danych nieprawdziwe.",
    textPublic: "O jaką informację prosisz i w jakiej postaci",
    name: "Imię i nazwisko",
    email: "E-mail",
    emailHint: "Na ten adres wyślemy link do potwierdzenia, a potem odpowiedź.",
    contact: "E-mail lub numer telefonu komórkowego",
    contactHint: "Na e-mail wyślemy link do potwierdzenia. Na numer oddzwonimy.",
    right: "Czego żądasz",
  },
  privacy: "Dane z formularza służą tylko tej sprawie. Usuniemy je rok po odpowiedzi.",
  rights,
  states,
  submit: "Wyślij",
  sent: {
    mail: "Potwierdź adres",
    mailText:
      "Wysłaliśmy link na podany adres. Otwórz go w ciągu tygodnia i potwierdź. Termin liczymy od dziś.",
    notYet: "Bez potwierdzenia usuniemy to, co jest w formularzu.",
    call: "Pytanie jest zapisane",
    callText: "Oddzwonimy na podany numer w ciągu 14 dni.",
    back: "Pytania i wnioski",
  },
  link: {
    title: (number: string): string => `Sprawa ${number}`,
    confirmTitle: "Potwierdź, że to Twoja sprawa",
    confirm: "Potwierdzam, złóż w urzędzie",
    notYou: "To nie Ty? Nic nie rób. Po tygodniu wszystko usuniemy.",
    received: "Sprawa jest w urzędzie.",
    until: (day: LocalDate): string => `Odpowiemy do ${f.date(day)}.`,
    extended: (reason: string): string => `Urząd przedłużył termin. Powód: ${reason}`,
    answered: "Urząd odpowiedział.",
    answer: "Odpowiedź",
    found: "Dane, które o Tobie mamy",
    keep: "Zachowaj link z listu: tu widać, co dzieje się ze sprawą.",
    terms: {
      kind: "Sprawa",
      number: "Numer",
      state: "Stan",
      arrived: "Wpłynęła",
      about: "Dotyczy",
      text: "Treść",
    },
  },
  outcomes: { done: "załatwione zgodnie z prośbą", refused: "odmowa" },
  outcomeIs: (outcome: string): string => `Rozstrzygnięcie: ${outcome}.`,
  recourse,
  held: {
    where: {
      project: "Projekty, które zgłosiła ta osoba",
      lateProposal: "Wnioski złożone po terminie",
      draft: "Wnioski, które ta osoba pisze",
      support: "Poparcie wniosków",
      signup: "Zapisy na spotkania",
      motion: "Wnioski do protokołów spotkań",
      surveyAnswered: "Ankiety, na które odpowiedziano z tego adresu",
      statementData: "Oświadczenia o zamieszkaniu",
      remarkAuthor: "Uwagi do konsultacji",
      bar: "Wstrzymanie pisania w konsultacjach",
      ledger: "Listy, które wysłaliśmy na ten adres",
      matter: "Pytania i wnioski",
    },
    draft: (day: LocalDate, data: string): string => `${f.date(day)}: ${data}`,
    author: (number: string, title: string, data: string, isPublic: boolean): string =>
      `${number} „${title}”: ${data}; nazwisko ${isPublic ? "jawne" : "niejawne"}`,
    support: (number: string, data: string): string => `${number}: ${data}`,
    motion: (text: string): string => `Wniosek do protokołu: ${text}`,
    signup: (title: string, name: string, seats: number, needs = ""): string =>
      [`${title}: ${name}, miejsc: ${f.number(seats)}`, needs].filter(Boolean).join("; "),
    survey: (title: string): string => `„${title}”; samej odpowiedzi nie łączymy z osobą`,
    statement: (edition: string, data: string): string => `Edycja ${edition}: ${data}`,
    remark: (title: string, number: number, data: string): string =>
      `„${title}”, uwaga nr ${f.number(number)}: ${data}`,
    bar: (since: LocalDate, until: LocalDate, texts: string): string =>
      [`od ${f.date(since)} do ${f.date(until)}`, texts].filter(Boolean).join(": "),
    letter: (kind: string, day: LocalDate): string => `${f.date(day)}: ${kind}`,
    matter: (number: string, day: LocalDate): string => `Sprawa ${number} z ${f.date(day)}`,
  },
  letters: {
    confirm: (kind: string) => ({
      subject: "Potwierdź swoją sprawę w urzędzie",
      first: `${kind}: potwierdź, że to od Ciebie.`,
      parts: [
        "otwórz link i naciśnij przycisk w ciągu tygodnia. Dopiero wtedy urząd dostanie sprawę.",
        "Nie znasz tej sprawy? Nic nie rób, po tygodniu ją usuniemy.",
      ],
      button: "Potwierdź sprawę",
      why: "Wysłaliśmy ten list, bo ktoś podał ten adres w formularzu urzędu.",
    }),
    received: (kind: string, number: string, day: LocalDate) => ({
      subject: `Mamy Twoją sprawę ${number}`,
      first: `${kind}. Numer sprawy: ${number}.`,
      parts: [
        `odpowiemy do ${f.date(day)}. Odpowiedź wyślemy na ten adres.`,
        "Pod przyciskiem sprawdzisz, co dzieje się ze sprawą.",
      ],
      button: "Zobacz sprawę",
      why: "Wysłaliśmy ten list, bo z tego adresu potwierdzono sprawę.",
    }),
    extended: (number: string, day: LocalDate, reason: string) => ({
      subject: `Sprawa ${number}: nowy termin`,
      first: `Odpowiemy później: do ${f.date(day)}.`,
      parts: [`powód: ${reason}`],
      button: "Zobacz sprawę",
      why: `Wysłaliśmy ten list w sprawie ${number}.`,
    }),
    answered: (number: string, lines: readonly string[]) => ({
      subject: `Odpowiedź w sprawie ${number}`,
      first: `Odpowiadamy w sprawie ${number}.`,
      parts: [...lines],
      button: "Zobacz sprawę",
      why: `Wysłaliśmy ten list w sprawie ${number}.`,
    }),
    data: "Zebrane dane są pod przyciskiem. Nie wysyłamy ich w liście.",
  },
  office: {
    title: "Sprawy mieszkańców",
    lead: "Pytania i wnioski z terminem. Najpierw te, których termin mija najwcześniej.",
    none: "Żadna sprawa nie czeka.",
    caption: "Sprawy, które czekają",
    columns: { number: "Numer", kind: "Sprawa", state: "Stan", due: "Termin", owner: "Kto" },
    answeredHeading: "Załatwione w ostatnich 12 miesiącach",
    late: "po terminie",
    due: (kind: string, number: string): string => `${kind} ${number}`,
    desk: "punkt konsultacyjny",
    terms: {
      contact: "Kontakt",
      address: "Adres do listu",
      way: "Jak wpłynęła",
      term: "Termin",
      latest: "Termin można przedłużyć do",
      owner: "Kto załatwia",
      right: "Żądanie",
      proof: "Tożsamość",
      told: "Jak przekazano odpowiedź",
      by: "Kto odpowiedział",
    },
    data: {
      title: "Zebrane dane",
      read: "Obejrzyj zebrane dane",
      lead: "Kto je czyta, zapisujemy w dzienniku sprawy.",
      none: "Pod tym adresem nie znaleźliśmy niczego.",
      votes:
        "Spis wyborców i ślad głosu są skrótami. Znajduje je tylko numer, którym głosowano, i tylko do usunięcia danych edycji.",
      count: (count: number): string => `Znalezione zapisy: ${f.number(count)}.`,
    },
    proved: "sprawdzona przy okienku",
    notProved: "nie sprawdzona",
    noContact: "nie podano",
    print: "Potwierdzenie do wydruku",
    ways: {
      online: "przez stronę",
      desk: "przy okienku",
      phone: "telefonicznie",
      post: "listem",
      email: "e-mailem",
      epuap: "przez ePUAP",
    },
    fields: {
      kind: "Rodzaj sprawy",
      way: "Jak wpłynęła",
      arrivedOn: "Dzień wpływu",
      arrivedOnHint: "Od tego dnia biegnie termin.",
      address: "Adres do listu",
      addressHint: "Gdy osoba nie ma e-maila: ulica, dom, kod, miejscowość.",
      contact: "E-mail lub numer telefonu",
      text: "Treść",
      about: "Czego dotyczy",
      right: "Żądanie, przy danych osobowych",
      isProved: "Tożsamość sprawdzono z dokumentem",
      language: "Język odpowiedzi",
      owner: "Kto ma ją załatwić",
      until: "Nowy termin",
      reason: "Powód",
      outcome: "Rozstrzygnięcie",
      answer: "Odpowiedź",
      told: "Jak przekazano",
      toldHint: "Na przykład: telefonicznie 12 grudnia, list polecony nr …, osobiście.",
    },
    languages: { pl: "polski", en: "angielski", uk: "ukraiński" },
  },
  acts: {
    enter: {
      title: "Nowa sprawa",
      hint: "Wpisz sprawę, która wpłynęła inaczej niż przez stronę.",
      submit: "Zapisz sprawę",
    },
    answer: {
      title: "Odpowiedź",
      hint: "Na e-mail odpowiedź idzie sama, razem z pouczeniem. Inaczej przekaż ją i zapisz to tutaj.",
      submit: "Zapisz i wyślij odpowiedź",
    },
    collect: {
      title: "Zebranie danych",
      hint: "Zbierzemy to, co serwis ma o tej osobie pod jej adresem e-mail. Po sprawdzeniu dokumentu szukamy też po nazwisku i adresie.",
      submit: "Zbierz dane",
    },
    release: {
      title: "Odpowiedź o danych",
      hint: "Obejrzyj zebrane dane i napisz odpowiedź. Wyjdzie, gdy zaakceptuje ją druga osoba.",
      submit: "Zaproponuj odpowiedź",
    },
    tell: {
      title: "Przekazanie odpowiedzi",
      hint: "Zadzwoń, wydrukuj i wyślij list albo wręcz odpowiedź. Potem zapisz, jak to się stało.",
      submit: "Odpowiedź przekazana",
    },
    assign: {
      title: "Przydział",
      hint: "Sprawa trafi na listę tej osoby lub jednostki. Termin się nie zmienia.",
      submit: "Przydziel",
    },
    extend: {
      title: "Przedłużenie terminu",
      hint: "Raz, z powodem. Osoba z adresem e-mail dostaje list z powodem i nowym terminem.",
      submit: "Przedłuż termin",
    },
    reopen: {
      title: "Wznowienie",
      hint: "Gdy odpowiedź była błędna albo niepełna. Termin biegnie od nowa.",
      submit: "Wznów sprawę",
    },
  },
  blockers: {
    extended: "Termin przedłużono już raz.",
    "no-extension": "Tej sprawy nie można przedłużyć.",
  },
  faults: {
    latest: (day: LocalDate): string => `Termin można przedłużyć najdalej do ${f.date(day)}.`,
    arrived: "Dzień wpływu nie może być późniejszy niż dziś.",
    reach: "Podaj e-mail, numer telefonu albo adres do listu.",
    owner: "Wybierz z listy.",
  },
};

export type MatterWords = typeof pl;
