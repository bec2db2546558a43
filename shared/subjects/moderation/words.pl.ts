import type { Instant, LocalDate } from "../../domain/time.ts";
import { formatsOf } from "../../words/format.ts";
import type { HintKind } from "./hint-rules.ts";
import type { Entry } from "./rules.ts";

const f = formatsOf("pl-PL");
const posts = (count: number): string =>
  `${f.number(count)} ${f.plural(count, { one: "wpis", few: "wpisy", many: "wpisów", other: "wpisu" })}`;

const did: Readonly<Record<Entry["act"], string>> = {
  hidden: "ukryto",
  masked: "zaczerniono słowa",
  restored: "przywrócono",
  upheld: "odwołanie uwzględnione, przywrócono",
  dismissed: "odwołanie nieuwzględnione",
  barred: "wstrzymano pisanie z jednego adresu",
  unbarred: "zniesiono wstrzymanie pisania",
};
const hints: Readonly<Record<HintKind, string>> = {
  link: "link",
  email: "adres e-mail",
  phone: "numer telefonu",
  "person-number": "jedenaście cyfr jak PESEL",
  word: "słowo z listy",
};

/** What residents and the office read of moderation. */
export const pl = {
  hidden: (point: number, on: LocalDate): string =>
    `Ukryto: narusza zasady (pkt ${f.number(point)}), ${f.date(on)}`,
  maskedNote: (point: number, on: LocalDate): string =>
    `Zaczerniono słowa: naruszają zasady (pkt ${f.number(point)}), ${f.date(on)}`,
  black: "zaczernione",
  waiting: "Wpis czeka, aż obejrzy go osoba moderująca.",
  rulesLink: "Zasady pisania i moderacji",
  did,
  rules: {
    title: "Zasady pisania i moderacji",
    lead: "Na stronach konsultacji każdy pisze, co myśli. Nie pokazujemy tylko tego, co narusza te zasady.",
    points: "Czego nie pokazujemy",
    point: (point: number): string => `pkt ${f.number(point)}`,
    how: "Jak to działa",
    target: (hours: number): string =>
      `Wpis ogląda osoba moderująca, najpóźniej w ${f.number(hours)} godzin pracy urzędu.`,
    visible: "Ukryty wpis zachowuje numer, datę i odpowiedź urzędu. Widać, który punkt zasad narusza.",
    masked: "Dane osobowe i wulgaryzmy są zaczernione, a reszta wpisu zostaje.",
    told: (days: number): string =>
      `Autor znany z e-maila dostaje list z powodem. Na odwołanie ma ${f.number(days)} dni.`,
    another: "Odwołanie rozpatruje inna osoba niż ta, która wpis ukryła.",
    bar: (days: number): string =>
      `Za poważne lub powtarzane naruszenia wstrzymujemy pisanie z adresu, najwyżej na ${f.number(days)} dni. Decydują dwie osoby. Czytać można zawsze.`,
    hints: "Program wskazuje linki, numery i słowa z listy, ale niczego sam nie ukrywa.",
    source: (source: string): string => `Źródło: ${source}.`,
    log: "Rejestr moderacji",
  },
  log: {
    title: "Rejestr moderacji",
    lead: "Wszystko, co ukryto, zaczerniono lub przywrócono, bez danych osobowych.",
    file: "Pobierz rejestr (CSV)",
    caption: "Od najnowszych",
    none: "Niczego jeszcze nie ukryto.",
    more: "Wcześniejsze",
    post: (number: number): string => `Uwaga nr ${f.number(number)}`,
    columns: {
      at: "Kiedy",
      act: "Co zrobiono",
      consultation: "Konsultacje",
      number: "Numer wpisu",
      point: "Punkt zasad",
    },
  },
  bar: {
    title: "Wstrzymanie pisania",
    due: "Odwołanie od wstrzymania pisania",
    until: "Do kiedy",
    reading: "Czytać można zawsze. Wstrzymane jest tylko pisanie w konsultacjach.",
    upheld: "Wstrzymanie już nie obowiązuje.",
    text: "Dlaczego wstrzymanie jest niesłuszne",
    days: { label: "Na ile dni", hint: "Decyzję przyjmuje druga osoba." },
    fields: {
      isUpheld: { label: "Odwołanie jest słuszne, znieś wstrzymanie" },
      reason: { label: "Uzasadnienie", hint: "Idzie w liście." },
    },
    states: { on: "obowiązuje", appealed: "z odwołaniem", over: "skończone" },
    acts: { answer: { title: "Odpowiedz na odwołanie", submit: "Zapisz odpowiedź" } },
    blockers: { behind: "Stoisz za tą decyzją. Odpowie ktoś inny." },
    letters: {
      barred: (until: Instant, rule: string, note: string | undefined) => ({
        subject: "Pisanie w konsultacjach jest wstrzymane",
        first: `Z tego adresu nie można pisać w konsultacjach: ${f.deadline(until)}.`,
        parts: [
          `Powód: ${rule}`,
          ...(note === undefined ? [] : [note]),
          "Czytać można zawsze. Odwołanie rozpatrzy inna osoba.",
        ],
        button: "Zobacz i odwołaj się",
        why: "Wysłaliśmy ten list, bo z tego adresu zgłoszono uwagę.",
      }),
      answered: (isUpheld: boolean, reason: string) => ({
        subject: isUpheld ? "Wstrzymanie pisania jest zniesione" : "Wstrzymanie pisania zostaje",
        first: isUpheld ? "Odwołanie jest uwzględnione." : "Odwołanie nie jest uwzględnione.",
        parts: [`Uzasadnienie: ${reason}`],
        button: "Zobacz odpowiedź",
        why: "Wysłaliśmy ten list, bo z tego adresu przyszło odwołanie.",
      }),
    },
  },
  appeal: {
    title: "Odwołanie od moderacji",
    what: (number: number, subject: string): string =>
      `Uwaga nr ${f.number(number)} do konsultacji: ${subject}.`,
    why: "Powód",
    note: "Wyjaśnienie",
    until: (day: LocalDate): string => `Termin odwołania: do końca dnia ${f.date(day)}.`,
    over: "Termin odwołania minął.",
    text: "Dlaczego wpis nie narusza zasad",
    submit: "Wyślij odwołanie",
    sent: "Odwołanie czeka na odpowiedź. Rozpatrzy je inna osoba.",
    upheld: "Odwołanie jest uwzględnione. Wpis widać znów w całości.",
    dismissed: "Odwołanie nie jest uwzględnione.",
    restored: "Wpis widać znów w całości.",
    answer: "Odpowiedź",
  },
  letters: {
    taken: (
      what: "hidden" | "masked",
      number: number,
      subject: string,
      rule: string,
      note: string | undefined,
      until: LocalDate,
    ) => ({
      subject: what === "hidden" ? "Twoja uwaga jest ukryta" : "Część Twojej uwagi jest zaczerniona",
      first: `Uwaga nr ${f.number(number)} do konsultacji: ${subject}.`,
      parts: [
        `Powód: ${rule}`,
        ...(note === undefined ? [] : [note]),
        "Uwaga zachowuje numer i odpowiedź urzędu.",
        `Termin odwołania: do końca dnia ${f.date(until)}. Rozpatrzy je inna osoba.`,
      ],
      button: "Zobacz i odwołaj się",
      why: "Wysłaliśmy ten list, bo z tego adresu zgłoszono uwagę.",
    }),
    restored: (number: number, subject: string) => ({
      subject: "Twoją uwagę widać znów w całości",
      first: `Uwaga nr ${f.number(number)} do konsultacji: ${subject}.`,
      parts: ["Urząd jeszcze raz obejrzał uwagę i ją przywrócił."],
      button: "Zobacz uwagę",
      why: "Wysłaliśmy ten list, bo z tego adresu zgłoszono uwagę.",
    }),
    answered: (isUpheld: boolean, number: number, subject: string, reason: string) => ({
      subject: isUpheld ? "Odwołanie jest uwzględnione" : "Odwołanie nie jest uwzględnione",
      first: `Uwaga nr ${f.number(number)} do konsultacji: ${subject}.`,
      parts: [
        isUpheld ? "Uwagę widać znów w całości." : "Uwaga zostaje taka, jak po decyzji.",
        `Uzasadnienie: ${reason}`,
      ],
      button: "Zobacz odpowiedź",
      why: "Wysłaliśmy ten list, bo z tego adresu przyszło odwołanie.",
    }),
  },
  states: {
    new: "do obejrzenia",
    passed: "obejrzany",
    hidden: "ukryty",
    masked: "z zaczernieniami",
    appealed: "z odwołaniem",
  },
  office: {
    title: "Moderacja",
    about: "Wpisy mieszkańców, które trzeba obejrzeć, i odwołania.",
    due: (number: number, subject: string): string => `Obejrzyj uwagę nr ${f.number(number)}: ${subject}`,
    dueAppeal: (number: number, subject: string): string =>
      `Odwołanie, uwaga nr ${f.number(number)}: ${subject}`,
    count: posts,
    whose: { mine: "moje", taken: "wzięte", nobody: "niczyje" },
    filter: "Pokaż",
    caption: "Do zrobienia, od najpilniejszych",
    none: "Nic nie czeka.",
    first: (count: number): string => `Pierwsze ${f.number(count)}.`,
    until: "Termin",
    work: "Wpis",
    of: (number: number): string => `Uwaga nr ${f.number(number)}`,
    consultation: "Konsultacje",
    text: "Treść, którą widzą mieszkańcy",
    unseen: "Treść, której mieszkańcy jeszcze nie widzą",
    original: "Pokaż oryginał",
    originalTitle: "Oryginał wpisu",
    originalNote: "Odczytanie oryginału jest zapisane w dzienniku.",
    gone: "Oryginału już nie ma: minął czas jego przechowywania.",
    hints: "Podpowiedzi",
    hint: hints,
    repeats: (same: number, others: number): string =>
      `Z tego samego adresu: ${posts(same)}. Taka sama treść: ${posts(others)}.`,
    noHints: "Program niczego nie wskazuje.",
    came: "Wpłynął",
    by: "Kto i kiedy",
    held: "U kogo",
    point: "Punkt zasad",
    note: "Wyjaśnienie",
    appeal: "Odwołanie",
    answer: "Odpowiedź na odwołanie",
    previous: "Strona uwagi",
    meetings: "Spotkania moderatorów i protokoły",
    moderatorsTitle: "Kto moderuje",
    moderators: "Kto moderuje te konsultacje",
    everyone: "każda osoba z rolą moderatora",
    mode: "Kiedy wpisy są widoczne",
    modes: { "at-once": "od razu, moderacja po publikacji", "after-look": "po obejrzeniu" },
    roster: "Dyżury",
    away: (from: LocalDate, to: LocalDate, standIn: string | undefined): string =>
      `${f.date(from)} – ${f.date(to)}${standIn === undefined ? "" : `, zastępuje ${standIn}`}`,
    figures: {
      title: "Czas odpowiedzi moderatorów",
      link: "Czas odpowiedzi",
      hint: "Godziny i minuty pracy urzędu od wpływu do pierwszego obejrzenia.",
      file: "Pobierz liczby (CSV)",
      byConsultation: "Według konsultacji",
      byMonth: "Według miesięcy wpływu",
      none: "Nie ma jeszcze wpisów.",
      columns: {
        of: "Czego dotyczy",
        came: "Wpłynęło",
        looked: "Obejrzano",
        late: "Po terminie",
        taken: "Ukryto lub zaczerniono",
        median: "Mediana",
        worst: "Najdłużej",
      },
      minutes: (minutes: number): string =>
        `${f.number(Math.floor(minutes / 60))} godz. ${f.number(minutes % 60)} min`,
    },
    fields: {
      point: { label: "Który punkt zasad" },
      note: { label: "Wyjaśnienie dla autora", hint: "Idzie w liście do autora. Nikt inny go nie widzi." },
      words: {
        label: "Słowa do zaczernienia",
        hint: "Każde w osobnym wierszu, tak jak stoją we wpisie. Znikną w każdym miejscu, w którym stoją.",
      },
      isUpheld: { label: "Odwołanie jest słuszne, przywróć wpis" },
      reason: { label: "Uzasadnienie", hint: "Idzie w liście do autora." },
      moderators: { label: "Osoby", hint: "Bez wyboru moderuje każda osoba z tą rolą." },
    },
  },
  acts: {
    take: { title: "Weź wpis", hint: "Inni zobaczą, że jest u Ciebie.", submit: "Biorę" },
    release: { title: "Oddaj wpis", submit: "Oddaję" },
    pass: { title: "Wpis jest w porządku", submit: "W porządku" },
    hide: {
      title: "Ukryj wpis",
      hint: "Numer, data i odpowiedź urzędu zostają. Autor dostaje list.",
      submit: "Ukryj",
    },
    mask: {
      title: "Zaczernij słowa",
      hint: "Reszta wpisu zostaje. Autor dostaje list.",
      submit: "Zaczernij",
    },
    restore: { title: "Przywróć wpis", hint: "Wraca w całości.", submit: "Przywróć" },
    answer: {
      title: "Odpowiedz na odwołanie",
      hint: "Odpowiada inna osoba niż ta, która wpis ukryła.",
      submit: "Zapisz odpowiedź",
    },
    bar: {
      title: "Wstrzymaj pisanie z tego adresu",
      hint: "Czytać można zawsze. Autor dostaje list z linkiem do odwołania.",
      submit: "Zaproponuj wstrzymanie",
    },
    name: {
      title: "Wyznacz moderatorów",
      hint: "Nieobecności i zastępstwa są te z katalogu osób.",
      submit: "Zapisz osoby",
    },
  },
  blockers: {
    own: "To Twój własny wpis. Obejrzy go ktoś inny.",
    held: "Wpis jest u kogoś innego.",
    "no-mailbox": "Adres autora nie jest znany.",
    gone: "Oryginału już nie ma.",
  },
};
export type ModerationWords = typeof pl;
