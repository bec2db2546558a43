import type { LocalDate } from "../../domain/time.ts";
import { formatsOf } from "../../words/format.ts";
import type { Origin, Verdict } from "./rules.ts";

const f = formatsOf("pl-PL");
const remarks = (count: number): string =>
  `${f.number(count)} ${f.plural(count, { one: "uwaga", few: "uwagi", many: "uwag", other: "uwagi" })}`;

const verdicts: Readonly<Record<Verdict, string>> = {
  accepted: "uwzględniona",
  partly: "uwzględniona częściowo",
  rejected: "nieuwzględniona",
  "out-of-scope": "poza zakresem",
};
const origins: Readonly<Record<Origin, string>> = {
  online: "przez internet",
  paper: "na papierze",
  mail: "e-mailem lub pocztą",
  oral: "ustnie",
};

/** What residents and the office read of remarks. */
export const pl = {
  title: "Uwagi",
  of: (subject: string): string => `Uwagi: ${subject}`,
  verdicts,
  origins,
  waiting: "czeka na rozstrzygnięcie",
  count: remarks,
  undecided: (count: number): string => `Bez rozstrzygnięcia: ${remarks(count)}.`,
  none: "Nikt jeszcze nie zgłosił uwagi.",
  noneSuch: "Nie ma takich uwag.",
  see: "Zobacz uwagi",
  write: "Zgłoś uwagę",
  file: "Pobierz uwagi (CSV)",
  filter: "Pokaż",
  all: "wszystkie",
  more: "Następne uwagi",
  number: (number: number): string => `Uwaga nr ${f.number(number)}`,
  anonymous: "anonimowo",
  whole: "całość",
  paragraph: (title: string, version: number, paragraph: number): string =>
    `${title}, wersja ${f.number(version)}, akapit ${f.number(paragraph)}`,
  place: (place: string): string => `miejsce: ${place}`,
  answer: "Odpowiedź urzędu",
  columns: {
    number: "Numer",
    on: "Data",
    origin: "Jak wpłynęła",
    about: "Czego dotyczy",
    text: "Treść",
    verdict: "Rozstrzygnięcie",
    reason: "Uzasadnienie",
  },
  form: {
    title: "Zgłoś uwagę",
    lead: "Konto nie jest potrzebne. Na adres przyjdzie link, którym potwierdzisz uwagę.",
    about: (what: string): string => `Uwaga dotyczy: ${what}`,
    text: "Twoja uwaga",
    place: "Miejsce, którego dotyczy",
    placeHint: "Na przykład 50.2683, 19.0419 albo adres z mapy. Zostaw puste, jeśli uwaga dotyczy całości.",
    name: "Imię i nazwisko albo nazwa",
    isPlaceMeant: "Miejsce leży poza obszarem konsultacji. Tak ma być",
    isPlaceMeantHint: "Zaznacz tylko wtedy, gdy uwaga dotyczy miejsca poza granicami.",
    isNameShown: "Pokaż nazwę przy uwadze",
    isNameShownHint: "Bez tego przy uwadze stoi „anonimowo”.",
    email: "E-mail",
    emailHint: "Na ten adres przyjdzie link, a po raporcie odpowiedź. Nikt poza urzędem go nie widzi.",
    letterSource: (source: string): string => `Pola pisma: ${source}.`,
    privacy: "Dane z formularza usuwamy rok po raporcie. Treść uwagi jest jawna.",
    submit: "Wyślij",
    closed: "Teraz nie zbieramy uwag przez internet.",
  },
  sent: {
    title: "Potwierdź adres",
    text: "Link jest w drodze na podany adres. Otwórz go w ciągu tygodnia i potwierdź.",
    notYet: "Bez potwierdzenia usuniemy to, co jest w formularzu.",
  },
  link: {
    title: "Potwierdź, że to Twoja uwaga",
    submit: "Potwierdzam uwagę",
    notYou: "To nie Ty? Nic nie rób. Po tygodniu wszystko usuniemy.",
    saved: (number: number): string => `Uwaga nr ${f.number(number)} jest zapisana`,
    savedText: "Widać ją na liście uwag. Odpowiedź przyjdzie e-mailem po ogłoszeniu raportu.",
  },
  report: {
    title: "Raport z konsultacji",
    see: "Zobacz raport",
    numbers: "Liczby",
    course: "Przebieg",
    conclusions: "Wnioski",
    table: "Zestawienie uwag",
    byVerdict: "Rozstrzygnięcia",
    byOrigin: "Jak wpłynęły",
    total: "Razem",
    count: "Liczba uwag",
    issued: (day: LocalDate): string => `Raport z dnia ${f.date(day)}.`,
  },
  faults: {
    name: "Ten rodzaj konsultacji wymaga imienia i nazwiska albo nazwy.",
    paragraph: "Nie ma takiego akapitu.",
    cited: (number: number): string => `Nie ma uwagi nr ${f.number(number)}.`,
    future: "Tego dnia jeszcze nie było.",
  },
  letters: {
    confirm: (subject: string) => ({
      subject: "Potwierdź swoją uwagę",
      first: `Uwaga do konsultacji: ${subject}.`,
      parts: [
        "otwórz link i naciśnij przycisk w ciągu tygodnia. Dopiero wtedy uwaga trafi na listę.",
        "Nie znasz tej uwagi? Nic nie rób, po tygodniu ją usuniemy.",
      ],
      button: "Potwierdź uwagę",
      why: "Wysłaliśmy ten list, bo ktoś podał ten adres przy uwadze do konsultacji.",
    }),
    answered: (subject: string, lines: readonly string[]) => ({
      subject: "Odpowiedź na Twoje uwagi",
      first: `Ogłosiliśmy raport z konsultacji: ${subject}.`,
      parts: [...lines],
      button: "Zobacz raport",
      why: "Wysłaliśmy ten list, bo z tego adresu zgłoszono uwagę.",
    }),
    line: (number: number, verdict: string, reason: string): string =>
      `Uwaga nr ${f.number(number)}: ${verdict}. ${reason}`,
  },
  states: { undecided: "czeka na rozstrzygnięcie", decided: "rozstrzygnięta" },
  office: {
    title: "Uwagi do konsultacji",
    link: "Uwagi i rozstrzygnięcia",
    reportLink: "Raport",
    caption: "Uwagi według numerów",
    author: "Kto zgłosił",
    email: "E-mail",
    letter: "Z tego samego pisma",
    noReport: "Raportu jeszcze nie ma.",
    fields: {
      origin: { label: "Jak wpłynęły" },
      arrivedOn: { label: "Dzień wpływu" },
      remarks: {
        label: "Uwagi",
        hint: "Jedno pismo może zawierać wiele uwag. Rozdziel je wierszem, w którym stoi samo ---.",
      },
      name: { label: "Imię i nazwisko albo nazwa" },
      isNameShown: { label: "Nazwa może stać przy uwadze" },
      email: { label: "E-mail do odpowiedzi" },
      chosen: { label: "Które uwagi" },
      verdict: { label: "Rozstrzygnięcie", options: verdicts },
      reason: { label: "Uzasadnienie", hint: "Widzą je wszyscy." },
      course: { label: "Przebieg konsultacji" },
      conclusions: { label: "Wnioski", hint: "Uwagi, z których wniosek wynika, podaj tak: #3, #17." },
    },
  },
  acts: {
    enter: { title: "Wpisz uwagi z papieru, poczty lub rozmowy", submit: "Zapisz uwagi" },
    decideMany: { title: "Rozstrzygnij kilka uwag", submit: "Rozstrzygnij zaznaczone" },
    decide: {
      title: "Rozstrzygnij uwagę",
      hint: "Do ogłoszenia raportu rozstrzygnięcie można zmienić.",
      submit: "Rozstrzygnij",
    },
    write: {
      title: "Napisz raport",
      hint: "Liczby i zestawienie uwag powstają same.",
      submit: "Zapisz raport",
    },
    publish: {
      title: "Ogłoś raport",
      hint: "Osoby, które podały e-mail, dostaną odpowiedź.",
      submit: "Zaproponuj ogłoszenie raportu",
    },
  },
  blockers: {
    reported: "Raport jest ogłoszony. Rozstrzygnięć już się nie zmienia.",
    none: "Żadna uwaga nie czeka na rozstrzygnięcie.",
    "no-report": "Najpierw napisz raport.",
    undecided: "Są uwagi bez rozstrzygnięcia.",
  },
};
export type RemarkWords = typeof pl;
