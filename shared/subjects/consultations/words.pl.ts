import type { Channel, ConsultationKind } from "../../domain/consultation/kinds.ts";
import type { Instant, LocalDate } from "../../domain/time.ts";
import { formatsOf } from "../../words/format.ts";
import type { ActivityKind, ActivityState } from "./activity-rules.ts";
import type { ConsultationForm } from "./form-rules.ts";
import type { ConsultationStatus, Level, Posting } from "./rules.ts";

const f = formatsOf("pl-PL");

const statuses: Readonly<Record<ConsultationStatus, string>> = {
  prepared: "szkic",
  announced: "zapowiedziane",
  gathering: "zbieramy uwagi",
  "report-due": "opracowujemy raport",
  ended: "zakończone",
  report: "raport",
  effects: "efekty",
  "taken-back": "cofnięte",
};

const kinds: Readonly<Record<ConsultationKind, readonly [name: string, meaning: string]>> = {
  formal: ["Konsultacje społeczne", "Formalne konsultacje z mieszkańcami."],
  ngo: [
    "Konsultacje z organizacjami",
    "Konsultacje projektu prawa miejscowego z organizacjami pozarządowymi.",
  ],
  planning: ["Konsultacje planu", "Konsultacje aktu planowania przestrzennego."],
  dialogue: ["Dialog", "Rozmowa z mieszkańcami. To nie są formalne konsultacje."],
};

const forms: Readonly<Record<ConsultationForm, string>> = {
  online: "formularz internetowy",
  email: "e-mail",
  paper: "formularz papierowy",
  survey: "ankieta",
  meeting: "spotkanie",
  workshop: "warsztat",
  walk: "spacer badawczy",
  "info-point": "punkt informacyjny",
};

const channels: Readonly<Record<Channel, string>> = {
  bip: "Biuletyn Informacji Publicznej",
  website: "strona internetowa urzędu",
  press: "prasa",
  "notice-board": "tablica ogłoszeń",
  customary: "sposób zwyczajowo przyjęty",
};

const posting: Readonly<Record<Posting, string>> = {
  "at-once": "od razu, moderacja po publikacji",
  "after-look": "po obejrzeniu przez moderatora",
};
const levels: Readonly<Record<Level, string>> = {
  none: "bez udziału mieszkańców",
  told: "mieszkańcy są informowani",
  heard: "mieszkańcy są pytani o zdanie",
  involved: "mieszkańcy pracują nad rozwiązaniem",
  together: "mieszkańcy współdecydują",
};

/** What residents and the office read of consultations. */
export const pl = {
  title: "Konsultacje",
  lead: "O czym teraz decyduje miasto i jak możesz zabrać głos.",
  none: "Teraz nie ma żadnych konsultacji. Zajrzyj na spotkania albo wróć później.",
  meetings: "Zobacz spotkania",
  statuses,
  states: statuses,
  until: {
    announced: (at: Instant): string => `Zapowiedziane: uwagi od ${f.moment(at)}`,
    gathering: (at: Instant, days: number): string =>
      `Zbieramy uwagi ${f.deadline(at)}. Zostało: ${f.number(days)} ${f.plural(days, { one: "dzień", few: "dni", many: "dni", other: "dnia" })}.`,
    reportDue: (at: Instant): string => `Opracowujemy raport ${f.deadline(at)}.`,
    late: (at: Instant): string => `Raport miał być gotowy ${f.deadline(at)}. Urząd jest po terminie.`,
    report: (at: Instant): string => `Raport ogłoszono: ${f.moment(at)}.`,
    effectsDue: (at: Instant): string => `Efekty: ${f.deadline(at)}.`,
  },
  kinds,
  forms,
  channels,
  levels,
  posting,
  citywide: "całe miasto",
  dates: (startsAt: Instant, endsAt: Instant): string => `${f.moment(startsAt)} – ${f.deadline(endsAt)}`,
  terms: {
    kind: "Rodzaj",
    programme: "Program",
    request: "Wniosek mieszkańców",
    basis: "Podstawa",
    dates: "Termin",
    territory: "Obszar",
    streets: "Ulice",
    audience: "Dla kogo",
    forms: "Jak wziąć udział",
    level: "Udział mieszkańców",
    contact: "Kontakt",
    announced: "Obwieszczenia",
  },
  decided: "Co jest do ustalenia",
  fixed: "Czego nie można zmienić",
  decider: "Kto decyduje",
  use: "Co stanie się z uwagami",
  outline: "Granice obszaru",
  outlineDrawn: (corners: number): string => `Rysunek granic obszaru. Liczba punktów: ${f.number(corners)}.`,
  outlineOf: (corners: number): string => `Obrys ma ${f.number(corners)} punktów (szerokość, długość):`,
  documents: "Dokumenty",
  noDocuments: "Do tych konsultacji nie ma dokumentów.",
  version: (version: number, at: Instant): string => `wersja ${f.number(version)}, ${f.moment(at)}`,
  earlier: "Poprzednie wersje",
  file: "Plik",
  isEarlier: "To jest poprzednia wersja dokumentu.",
  latest: "Zobacz najnowszą",
  paragraph: (number: number): string => `Akapit ${f.number(number)}`,
  remarkOn: (number: number): string => `Zgłoś uwagę do akapitu ${f.number(number)}`,
  takenBack: {
    title: "Te konsultacje cofnięto",
    text: (at: Instant): string => `Otwarto je przez pomyłkę. Cofnięto: ${f.moment(at)}.`,
  },
  endedEarly: {
    title: "Konsultacje skończyły się wcześniej",
    text: (planned: Instant): string => `Miały trwać do tego czasu: ${f.deadline(planned)}.`,
  },
  effectsHeading: "Efekty",
  decidedOn: (day: LocalDate): string => `Decyzja z dnia ${f.date(day)}.`,
  ways: {
    title: "Jak wziąć udział",
    kinds: { remarks: "uwagi", survey: "ankieta", meetings: "spotkania" } satisfies Record<
      ActivityKind,
      string
    >,
    states: { "not-yet": "jeszcze nie", open: "trwa", over: "zakończone" } satisfies Record<
      ActivityState,
      string
    >,
    when: {
      "not-yet": (startsAt: Instant, endsAt: Instant): string =>
        `Początek: ${f.moment(startsAt)}. Koniec: ${f.deadline(endsAt)}.`,
      open: (_: Instant, endsAt: Instant): string => `Koniec: ${f.deadline(endsAt)}.`,
      over: (_: Instant, endsAt: Instant): string => `Koniec: ${f.deadline(endsAt)}.`,
    },
    go: { remarks: "Zgłoś uwagę", survey: "Zobacz ankietę", meetings: "Zobacz spotkania" },
    forms: (names: string): string => `Forma: ${names}.`,
    audience: (who: string): string => `Dla kogo: ${who}.`,
    columns: { name: "Sposób udziału", when: "Kiedy", count: "Udział" },
    count: {
      remarks: (count: number): string =>
        `${f.number(count)} ${f.plural(count, { one: "uwaga", few: "uwagi", many: "uwag", other: "uwagi" })}`,
      survey: (count: number): string =>
        `${f.number(count)} ${f.plural(count, { one: "odpowiedź", few: "odpowiedzi", many: "odpowiedzi", other: "odpowiedzi" })}`,
      meetings: (count: number, meetings: number): string =>
        `osoby: ${f.number(count)}, spotkania: ${f.number(meetings)}`,
    },
  },
  meetingsHeading: "Spotkania",
  noMeetings: (isOver: boolean): string =>
    isOver ? "W tych konsultacjach nie było spotkań." : "Do tych konsultacji nie ma jeszcze spotkań.",
  announcedOn: (channel: string, day: LocalDate): string => `${channel}: ${f.date(day)}`,
  proof: "dowód",
  office: {
    title: "Konsultacje: urząd",
    caption: "Kalendarz konsultacji",
    programmes: "Programy konsultacji",
    requests: "Wnioski mieszkańców o konsultacje",
    columns: [
      "Temat",
      "Rodzaj",
      "Stan",
      "Początek",
      "Koniec",
      "Udział mieszkańców",
      "Następny termin",
    ] as readonly string[],
    noLevel: "nie podano",
    isPublic: "Zobacz stronę dla mieszkańców",
    remarks: "Uwagi i rozstrzygnięcia",
    moderation: "Moderacja: kto i jak",
    report: "Raport",
    addMeeting: "Dodaj spotkanie do tych konsultacji",
    activities: "Sposoby udziału",
    noActivities: "Bez osobnych terminów: formy udziału mają termin konsultacji.",
    activityFields: {
      kind: { label: "Co to jest" },
      title: { label: "Nazwa" },
      startsAt: { label: "Początek" },
      endsAt: { label: "Koniec" },
      forms: { label: "W jakiej formie" },
      audience: { label: "Dla kogo", hint: "Puste: dla wszystkich, których dotyczą konsultacje." },
      survey: { label: "Która ankieta", none: "nie dotyczy" },
      meetings: { label: "Które spotkania", hint: "Bez wyboru: wszystkie spotkania tych konsultacji." },
    },
    ofActivity: {
      acts: {
        change: { title: "Zmień sposób udziału", submit: "Zapisz" },
        remove: { title: "Usuń sposób udziału", submit: "Usuń sposób udziału" },
      },
      blockers: { reported: "Raport jest ogłoszony." },
    },
    duties: "Co ten rodzaj musi spełnić",
    termIs: (days: number, source: string): string =>
      `Najkrótszy termin: ${f.number(days)} dni po ostatnim wymaganym obwieszczeniu (${source}).`,
    noTerm: "Przepisy nie określają najkrótszego terminu.",
    runsFrom: (from: LocalDate, until: LocalDate): string =>
      `Termin biegnie od ${f.date(from)}. Ostatni dzień nie może być wcześniej niż ${f.date(until)}.`,
    needsChannels: (names: string): string => `Wymagane obwieszczenia: ${names}.`,
    needsNone: "Obwieszczenia nie są wymagane.",
    reportIs: (days: number, source: string): string => `Raport: ${f.number(days)} dni od końca (${source}).`,
    noReport: "Raport nie jest wymagany.",
    announcements: "Obwieszczenia",
    noAnnouncements: "Nie zapisano jeszcze obwieszczenia.",
    dueReport: (title: string): string => `Raport z konsultacji: ${title}`,
    dueEffects: (title: string): string => `Efekty konsultacji: ${title}`,
    dueClock: (title: string): string => `Koniec zbierania uwag: ${title}`,
    ended: "Zbieranie uwag się skończyło.",
    fields: {
      kind: { label: "Rodzaj" },
      title: { label: "Temat" },
      decided: { label: "Co jest do ustalenia" },
      fixed: { label: "Czego nie można zmienić", hint: "Napisz wprost, co jest już przesądzone." },
      decider: { label: "Kto podejmie decyzję" },
      use: { label: "Co stanie się z uwagami" },
      districts: {
        label: "Dzielnice",
        hint: "Zaznacz dzielnice albo zostaw puste: wtedy obszarem jest całe miasto.",
      },
      streets: { label: "Ulice", hint: "Każda w osobnym wierszu." },
      outline: {
        label: "Obrys obszaru",
        hint: "Punkt w wierszu: szerokość i długość. Co najmniej trzy. Albo wklej GeoJSON z jednym wielokątem.",
      },
      audience: { label: "Dla kogo" },
      forms: { label: "Jak można wziąć udział" },
      level: { label: "Udział mieszkańców", none: "nie podano" },
      levelReason: { label: "Dlaczego taki udział", hint: "Potrzebne, gdy mieszkańcy nie biorą udziału." },
      startsAt: { label: "Początek" },
      endsAt: { label: "Koniec" },
      contact: { label: "Kontakt" },
      programme: { label: "Program", none: "bez programu" },
      request: { label: "Wniosek mieszkańców", none: "bez wniosku" },
      unit: { label: "Jednostka, która przygotuje raport", none: "nie wybrano" },
      posts: { label: "Kiedy wpisy są widoczne", none: "od razu" },
    },
    documentFields: {
      document: { label: "Nowa wersja dokumentu", none: "nowy dokument" },
      title: { label: "Tytuł" },
      text: { label: "Treść", hint: "Akapity rozdziel pustym wierszem. Uwagi odnoszą się do akapitów." },
      link: { label: "Adres pliku" },
    },
    announcementFields: {
      channel: { label: "Gdzie", options: channels },
      on: { label: "Kiedy" },
      proof: { label: "Dowód: adres strony lub pliku" },
      note: { label: "Uwagi" },
    },
    reasonFields: { reason: { label: "Powód", hint: "Przeczyta go każdy na stronie konsultacji." } },
    effectsFields: {
      text: { label: "Co zmieniło się dzięki konsultacjom" },
      decidedOn: { label: "Dzień decyzji" },
    },
  },
  acts: {
    add: { title: "Dodaj konsultacje", submit: "Zapisz szkic" },
    change: { title: "Zmień konsultacje", submit: "Zapisz" },
    announce: { title: "Zapisz obwieszczenie", submit: "Zapisz obwieszczenie" },
    document: { title: "Dodaj dokument lub wersję", submit: "Dodaj dokument" },
    activity: { title: "Dodaj sposób udziału", submit: "Dodaj sposób udziału" },
    publish: {
      title: "Otwórz konsultacje",
      hint: "Od tej chwili widzi je każdy. Rodzaju nie będzie można zmienić.",
      submit: "Otwórz konsultacje",
    },
    effects: {
      title: "Ogłoś efekty",
      hint: "Napisz, co postanowiono i co zmieniły uwagi.",
      submit: "Ogłoś efekty",
    },
    "take-back": {
      title: "Cofnij otwarcie",
      hint: "Dla konsultacji otwartych przez pomyłkę, dopóki nikt nie zabrał głosu. Potrzeba dwóch osób.",
      submit: "Zaproponuj cofnięcie",
    },
    "end-early": {
      title: "Zakończ wcześniej",
      hint: "Gdy minął najkrótszy termin tego rodzaju konsultacji. Potrzeba dwóch osób.",
      submit: "Zaproponuj zakończenie",
    },
    remove: { title: "Usuń szkic", submit: "Usuń szkic" },
  },
  blockers: {
    channels: "Brakuje wymaganego obwieszczenia.",
    term: "Termin jest krótszy, niż wymagają przepisy.",
    over: "Termin konsultacji minął.",
    "not-held": "Zaznaczono, że mieszkańcy nie biorą udziału. Takich konsultacji się nie otwiera.",
    "most-announcements": "Jest już najwięcej obwieszczeń, ile można zapisać.",
    "most-documents": "Jest już najwięcej dokumentów, ile można dodać.",
    "most-activities": "Jest już najwięcej sposobów udziału, ile można dodać.",
    "one-remarks": "Uwagi mają w konsultacjach jeden termin. Zmień ten, który jest.",
    "time-cut": "Mieszkańcy mieliby na uwagi mniej czasu, niż im podano. Termin można tylko wydłużyć.",
    "was-announced":
      "Te konsultacje wymagają obwieszczenia, a trwają. Nowego sposobu udziału nie było w obwieszczeniu.",
    early: "Nie minął jeszcze najkrótszy termin tego rodzaju konsultacji.",
    answered: "Ktoś odpowiedział już na ankietę albo zapisał się na spotkanie.",
    "no-content": "Wpisz treść dokumentu albo adres pliku.",
    future: "Tego dnia jeszcze nie było.",
  },
};
export type ConsultationWords = typeof pl;
