import type { Instant } from "../../domain/time.ts";
import type { Asked, Datum, Kept } from "../../domain/voting/identity-policy.ts";
import { formatsOf } from "../format.ts";

const f = formatsOf("pl-PL");

export interface DatumWords {
  readonly label: string;
  /** How it is written. */
  readonly hint: string;
  readonly missing: string;
  /** What to say of one that is written otherwise; null leaves it to the general sentence. */
  readonly wrong: string | null;
}

const name = (label: string, missing: string): DatumWords => ({
  label,
  hint: "Wielkość liter nie ma znaczenia.",
  missing,
  wrong: "Użyj liter, bez cyfr i znaków specjalnych",
});

/** What nobody types into a form. */
const shown = (label: string): DatumWords => ({ label, hint: "", missing: "", wrong: null });

const data: Readonly<Record<Datum, DatumWords>> = {
  pesel: {
    label: "Numer PESEL",
    hint: "11 cyfr.",
    missing: "Wpisz numer PESEL",
    wrong: "Sprawdź PESEL: któraś cyfra się nie zgadza",
  },
  mothersMaidenName: {
    ...name("Nazwisko panieńskie matki", "Wpisz nazwisko panieńskie matki"),
    wrong: "Wpisz nazwisko literami, bez cyfr i znaków specjalnych",
  },
  firstName: name("Imię", "Wpisz imię"),
  surname: name("Nazwisko", "Wpisz nazwisko"),
  address: {
    label: "Adres zamieszkania",
    hint: "Ulica, numer domu i mieszkania.",
    missing: "Wpisz adres zamieszkania",
    wrong: "Wpisz ulicę, numer domu i mieszkania, bez znaków specjalnych",
  },
  peselLast4: {
    label: "Ostatnie cztery cyfry numeru PESEL",
    hint: "4 cyfry.",
    missing: "Wpisz ostatnie cztery cyfry numeru PESEL",
    wrong: "Wpisz 4 cyfry",
  },
  email: {
    label: "Adres e-mail",
    hint: "",
    missing: "Wpisz adres e-mail",
    wrong: "Wpisz adres e-mail w postaci nazwa@domena.pl",
  },
  phone: {
    label: "Numer telefonu komórkowego",
    hint: "Polski numer, 9 cyfr.",
    missing: "Wpisz numer telefonu",
    wrong: "Wpisz polski numer telefonu komórkowego, 9 cyfr",
  },
  district: {
    label: "Dzielnica",
    hint: "",
    missing: "Wybierz dzielnicę",
    wrong: "Wybierz dzielnicę z listy",
  },
  birthDate: {
    label: "Data urodzenia",
    hint: "Dzień, miesiąc i rok, na przykład 14.05.1990.",
    missing: "Wpisz datę urodzenia",
    wrong: "Wpisz dzień, miesiąc i rok urodzenia, na przykład 14.05.1990",
  },
  document: shown("Dokument ze zdjęciem"),
  signature: shown("Podpis na karcie"),
  guardianStatement: shown("Oświadczenie opiekuna"),
};

const days = (count: number): string =>
  `${f.number(count)} ${f.plural(count, { one: "dzień", few: "dni", many: "dni", other: "dnia" })}`;

export const identity = {
  data,
  /** Data that are typed in parts. */
  parts: {
    "document-country": {
      label: "Kraj, który wydał dokument",
      hint: "",
      missing: "Wybierz kraj, który wydał dokument",
    },
    "document-kind": { label: "Rodzaj dokumentu", hint: "", missing: "Wybierz rodzaj dokumentu" },
    "document-number": {
      label: "Numer dokumentu",
      hint: "Litery i cyfry, jak w dokumencie. Odstępy nie mają znaczenia.",
      missing: "Wpisz numer dokumentu",
    },
    "address-street": {
      label: "Ulica",
      hint: "Bez skrótów innych niż ul., al., pl., os.",
      missing: "Wpisz ulicę",
    },
    "address-house": { label: "Numer domu", hint: "Na przykład 12 albo 12A.", missing: "Wpisz numer domu" },
    "address-flat": {
      label: "Numer mieszkania",
      hint: "Zostaw puste, jeśli go nie ma.",
      missing: "Wpisz numer mieszkania",
    },
  },
  documentKinds: { passport: "paszport", "residence-card": "karta pobytu", "id-card": "dowód tożsamości" },
  /** By which facts somebody is known: links between the forms. */
  sets: {
    first: "Mam numer PESEL",
    document: "Nie mam numeru PESEL. Mam dokument ze zdjęciem",
    address: "Nie mam numeru PESEL ani dokumentu. Podam imię, nazwisko, datę urodzenia i adres",
  },
  otherSets: "Głosujesz bez numeru PESEL?",
  atPoint: {
    without: "Ta osoba nie ma numeru PESEL",
    hint: "Wpisz dokument i datę urodzenia. Bez dokumentu w spisie wpisz imię, nazwisko, datę urodzenia i adres.",
  },
  digits: (count: number): string => `PESEL ma 11 cyfr, wpisano ${f.number(count)}`,
  noContact: "Wpisz adres e-mail albo numer telefonu",
  /** Why a thing is asked for. */
  purposes: {
    who: "Po tym sprawdzamy, kto głosuje i czy głosuje raz.",
    proof: "Potwierdza, że dane podaje ich właściciel.",
    place: "Od tego zależy, na której liście głosujesz.",
    code: "Wyślemy tu kod i potwierdzenie.",
    answer: "Wyślemy tu odpowiedź.",
    child: "Potwierdza, że dziecko głosuje z opiekunem.",
  } satisfies Record<Asked["purpose"], string>,
  kept: (kept: Kept): string =>
    kept === "not-stored"
      ? "Nie zapisujemy tego."
      : kept.after === "vote"
        ? `Usuniemy najpóźniej ${days(kept.days)} po głosowaniu.`
        : kept.after === "decision"
          ? `Usuniemy ${days(kept.days)} po rozpatrzeniu.`
          : `Usuniemy ${days(kept.days)} po ogłoszeniu wyników albo odwołaniu edycji.`,
  basis: "Podstawa prawna:",
  paper: {
    title: "Głosowanie na karcie papierowej",
    lead: "Ta edycja przyjmuje w punktach karty papierowe.",
    custody: "Na karcie są Twoje dane, podpis i wybór. Kartę przechowuje i niszczy komisja.",
  },
  withChild: "Gdy dziecko głosuje z opiekunem",
  eid: {
    lead: "Możesz potwierdzić tożsamość przez login.gov.pl: profilem zaufanym, mObywatelem lub e-dowodem. Kod nie będzie wtedy potrzebny. Dostaniemy tylko Twój PESEL i go nie zapiszemy.",
    button: "Potwierdź tożsamość przez login.gov.pl",
    failed: "Nie udało się potwierdzić tożsamości",
    why: {
      "not-begun": "To potwierdzenie zaczęło się w innej przeglądarce, minął jego czas albo już go użyto.",
      denied: "Potwierdzenie zostało przerwane. Możesz zacząć jeszcze raz albo poprosić o kod.",
      code: "Odpowiedź nie była poprawna albo nie było w niej numeru PESEL. Możesz poprosić o kod.",
      "not-on-roll": "Tożsamość jest potwierdzona, ale nie ma Cię w spisie uprawnionych.",
    },
    again: "Wróć do wyboru sposobu",
  },
  statement: {
    link: "Nie ma Cię w spisie, a mieszkasz w mieście? Złóż oświadczenie",
    title: "Oświadczenie mieszkańca spoza spisu",
    lead: "Spis powstał z rejestrów miasta. Mieszkasz w mieście, a w spisie Cię nie ma? Złóż oświadczenie, a urząd je sprawdzi.",
    points: [
      "Urząd sprawdzi oświadczenie i wyśle odpowiedź e-mailem.",
      "Po przyjęciu głosujesz jak inni: z tymi samymi danymi i kodem.",
      "Nie sprawdzamy teraz, czy jesteś w spisie. Jeśli nie wiesz, najpierw spróbuj zagłosować.",
    ],
    declarations: "Oświadczenia",
    undeclared: "Zaznacz to oświadczenie. Bez niego nie możemy Cię dopisać",
    submit: "Złóż oświadczenie",
    filed: "Oświadczenie jest złożone",
    number: "Numer oświadczenia:",
    decidedBy: (at: Instant): string => `Termin decyzji: ${f.deadline(at)}.`,
    next: (email: string): string => `Odpowiedź wyślemy na adres ${email}. Złóż oświadczenie tylko raz.`,
    toStart: "Wróć na początek",
  },
  office: {
    title: "Oświadczenia osób spoza spisu",
    one: (number: string): string => `Oświadczenie ${number}`,
    takeIn: (edition: string): string => `Przyjmij oświadczenie, edycja ${edition}`,
    search: "Nazwisko osoby albo numer oświadczenia",
    searchHint: "Całe nazwisko, także z imieniem. Wielkość liter nie ma znaczenia.",
    find: "Szukaj",
    noName: "Wpisz nazwisko albo numer oświadczenia",
    foundFor: (name: string): string => `Oświadczenia osób o nazwisku: ${name}`,
    noneFound: "Nie ma takiego oświadczenia albo dane tej osoby są już usunięte.",
    empty: "Nie ma żadnego oświadczenia.",
    columns: {
      tick: "Zaznacz",
      number: "Numer",
      edition: "Edycja",
      district: "Dzielnica",
      filedAt: "Złożone",
      channel: "Gdzie",
      state: "Stan",
      reason: "Powód",
    },
    atDesk: "w urzędzie",
    online: "przez internet",
    states: {
      filed: "do rozpatrzenia",
      "awaiting-second": "czeka na drugą osobę",
      accepted: "przyjęte",
      rejected: "odrzucone",
    },
    notListed: "Tej osoby nie ma w spisie.",
    listed: "Ta osoba jest już w spisie",
    same: "Dane, po których ją rozpoznajemy, są takie jak w spisie.",
    differs: "Inaczej niż w spisie podano:",
    replaces:
      "Przyjęcie zmieni to, po czym rozpoznajemy tę osobę. Zagłosuje tylko z danymi z oświadczenia, w dzielnicy, którą w nim podano.",
    byAnother: "Stoisz już za tym oświadczeniem. Rozpatrzy je inna osoba.",
    addition: (number: number): string => `Dopisek nr ${f.number(number)} do spisu.`,
    deleted: "Dane tej osoby są już usunięte.",
    decision: "Decyzja",
    decisionHint: "Porównaj dane z rejestrami. Za każdym dopisaniem do spisu stoją dwie osoby z urzędu.",
    acceptFirst: "Przyjmij: potwierdzi to druga osoba",
    accept: "Przyjmij: dopisz do spisu",
    reject: "Odrzuć",
    rejectionReason: "Powód odrzucenia",
    reasonHint: "Wpisz, gdy odrzucasz. Ta osoba przeczyta powód w liście.",
    submit: "Zapisz decyzję",
    rejectTicked: "Odrzuć zaznaczone",
    tickedHint:
      "Ten sam powód przeczyta w liście każda z zaznaczonych osób. Przyjmuje się po jednym: dane trzeba porównać z rejestrami.",
    noneTicked: "Zaznacz oświadczenia do odrzucenia",
    notRejected: (id: string, why: string): string => `Bez zmian: ${id}. ${why}`,
    noResult: "Wybierz decyzję",
    noReason: "Wpisz powód odrzucenia",
  },
};
