import { formatsOf } from "../../words/format.ts";

const f = formatsOf("pl-PL");
const people = (count: number): string =>
  `${f.number(count)} ${f.plural(count, { one: "osoba", few: "osoby", many: "osób", other: "osoby" })}`;

/** Everything of surveys, for residents and for the office. */
export const pl = {
  title: "Ankiety",
  lead: "Powiedz miastu, co myślisz. Ankieta zajmuje kilka minut.",
  none: "Nie ma teraz żadnej ankiety.",
  states: {
    draft: "szkic",
    announced: "zapowiedziana",
    open: "trwa",
    ended: "zakończona",
    final: "wyniki ostateczne",
  },
  dates: (from: string, to: string): string => `Początek: ${from}. Koniec: ${to}.`,
  access: {
    anonymous: "Ankieta jest anonimowa. Nie zapisujemy, kto odpowiada, ani skąd.",
    address:
      "Z jednego adresu e-mail można odpowiedzieć raz. Odpowiedzi zapisujemy bez adresu i nic, co zapisane, ich z nim nie łączy.",
  },
  contact: (who: string): string => `Na pytania o ankietę odpowiada: ${who}`,
  begin: "Zacznij ankietę",
  keptWhere:
    "Dopóki nie wyślesz odpowiedzi, trzyma je tylko Twoja przeglądarka, najwyżej godzinę od ostatniej strony.",
  notYet: (at: string): string => `Ankieta zacznie się: ${at}.`,
  over: "Ankieta się skończyła.",
  seeResults: "Zobacz wyniki",
  email: "Adres e-mail",
  emailHint: "Wyślemy na niego link do ankiety. Adresu nie zapisujemy przy odpowiedziach.",
  sendLink: "Wyślij link",
  linkSent: "Sprawdź pocztę",
  linkSentText:
    "Jeśli z tego adresu nikt jeszcze nie odpowiedział, za chwilę przyjdzie na niego link do ankiety. Gdyby nie przyszedł, zajrzyj do spamu albo wróć i sprawdź adres.",
  step: (now: number, all: number): string => `Pytanie ${now} z ${all}`,
  onlyAfter: (question: number, option: string): string =>
    `tylko po odpowiedzi „${option}” na pytanie ${question}`,
  next: "Dalej",
  before: "Wróć",
  change: "Zmień",
  check: "Sprawdź odpowiedzi",
  noAnswer: "bez odpowiedzi",
  send: "Wyślij odpowiedzi",
  copy: "Adres e-mail, jeśli chcesz dostać swoje odpowiedzi",
  copyHint:
    "Wpisz adres, na który przyszedł link. Odpowiedzi wyślemy raz i nie zapiszemy ich razem z adresem.",
  otherAddress: "Link do tej ankiety przyszedł na inny adres.",
  thanks: "Odpowiedzi zapisane",
  copies: {
    sent: "Twoje odpowiedzi wysłaliśmy na podany adres.",
    failed: "Nie udało się wysłać odpowiedzi. Możesz wydrukować tę stronę.",
    once: "Odpowiedzi wysyłamy pocztą raz, za pierwszym razem. Możesz też wydrukować tę stronę.",
  },
  print:
    "Możesz wydrukować albo zapisać tę stronę. Twoja przeglądarka pamięta ją 15 minut; potem nie pokażemy już, co odpowiedziano.",
  changed: "W tym czasie urząd zmienił pytania. Sprawdź odpowiedzi jeszcze raz.",
  answered: "Z tego adresu już odpowiedziano na tę ankietę.",
  hints: {
    several: (most: number | null): string =>
      most === null ? "Można zaznaczyć kilka." : `Można zaznaczyć najwyżej ${most}.`,
    scale: "1 to najmniej, 5 to najwięcej.",
    ranking: "Wpisz 1 przy najważniejszym, 2 przy następnym i tak dalej. Nie musisz numerować wszystkich.",
    place: "Wybierz dzielnicę. Możesz dopisać ulicę albo miejsce.",
  },
  faults: {
    choose: "Wybierz odpowiedź.",
    write: "Wpisz odpowiedź.",
    ranking: "Wpisz liczby od 1, każdą najwyżej raz.",
    place: "Wybierz dzielnicę.",
  },
  district: "Dzielnica",
  where: "Ulica albo miejsce",
  results: "Wyniki",
  resultsOf: (title: string): string => `Wyniki: ${title}`,
  resultsHidden: "Wyniki pokażemy, gdy ankieta się skończy.",
  provisional:
    "To wyniki wstępne. Liczby przy pytaniu są starsze niż dzisiejsze: nowe dodajemy, gdy każdą odpowiedź wybierze jeszcze co najmniej 5 osób. Dzięki temu nikt nie odgadnie cudzej odpowiedzi. Wyniki ostateczne pokażemy po końcu ankiety, gdy urząd wpisze też ankiety papierowe.",
  counted: (web: number, paper: number): string =>
    `Odpowiedzi: ${people(web)} przez internet, ${people(paper)} na papierze.`,
  revision: (number: number): string => `Wersja pytań ${number}`,
  revisions:
    "Pytania zmieniono w trakcie ankiety. Każda odpowiedź liczy się w tej wersji, na którą ktoś odpowiedział.",
  few: "mało",
  rest: "Pozostałe dzielnice razem",
  fewHint:
    "„Mało” to mniej niż 5 osób albo liczba, z której dałoby się taką wyliczyć. Dzielnice, które wybrało mało osób, są razem. Chroni to odpowiadających.",
  answeredBy: (count: number): string => `Na pytanie odpowiedziało: ${people(count)}.`,
  shownLater:
    "Jeszcze nie pokazujemy odpowiedzi na to pytanie: którąś z nich wybrało za mało osób. Pokażemy je najpóźniej z wynikami ostatecznymi.",
  answeredByFew:
    "Nie podajemy, ile osób odpowiedziało na to pytanie: dałoby się z tego wyliczyć małą liczbę.",
  texts: "Odpowiedzi własnymi słowami czyta urząd.",
  columns: { value: "Odpowiedź", count: "Liczba", share: "Udział", mean: "Średnie miejsce" },
  csv: "Pobierz wyniki (CSV)",
  file: ["wersja pytań", "pytanie", "treść", "odpowiedź", "liczba", "średnie miejsce"],
  letters: {
    link: (title: string) => ({
      subject: "Link do ankiety",
      first: `Link do ankiety „${title}”.`,
      parts: [
        "link działa dla jednej odpowiedzi, do końca ankiety. Jeśli to nie Ty o niego prosisz, nie musisz nic robić.",
      ],
      button: "Otwórz ankietę",
      why: "Wysłaliśmy ten list, bo ktoś podał ten adres na stronie ankiety.",
    }),
    copy: (title: string, lines: string[]) => ({
      subject: "Twoje odpowiedzi w ankiecie",
      first: `Tak brzmią Twoje odpowiedzi w ankiecie „${title}”.`,
      parts: [
        { items: lines },
        "Nie zapisujemy ich razem z Twoim adresem. Zachowaj ten list, jeśli chcesz do nich wrócić.",
      ],
      why: "Wysłaliśmy ten list, bo poproszono o niego przy wysyłaniu ankiety.",
    }),
  },
  office: {
    title: "Ankiety: urząd",
    all: "Wszystkie ankiety",
    columns: ["Ankieta", "Stan", "Początek", "Koniec", "Odpowiedzi"],
    dueFinal: (title: string): string => `Ogłoś ostateczne wyniki ankiety: ${title}`,
    dueClock: (title: string): string => `Ankieta: ${title}`,
    opened: "Ankieta się zaczęła.",
    ended: "Ankieta się skończyła.",
    answersFile: ["Dzień", "Wersja pytań", "Skąd (na papierze)"],
    seePublic: "Zobacz stronę dla mieszkańców",
    seeResults: "Zobacz wyniki",
    download: "Pobierz odpowiedzi (CSV)",
    preview: "Podgląd: pytania, jak widzą je mieszkańcy",
    print: "Czysta ankieta do druku",
    noQuestions: "Nie ma jeszcze żadnego pytania.",
    questions: "Pytania",
    required: "wymagane",
    batches: "Ankiety papierowe",
    batch: (place: string, day: string, entered: number): string => `${place}, ${day}: ${f.number(entered)}`,
    entered: (count: number): string => `W tej partii wpisano: ${f.number(count)}.`,
    /** The fields of a survey, by the names of its schema; of those in several languages the label alone. */
    fields: {
      title: "Tytuł",
      about: "O czym jest ankieta",
      survey: {
        startsAt: { label: "Początek" },
        endsAt: { label: "Koniec" },
        contact: {
          label: "Kto odpowie na pytania o ankietę",
          hint: "Imię, telefon albo adres. Zobaczą je mieszkańcy.",
        },
        access: {
          label: "Kto może odpowiedzieć",
          options: { anonymous: "każdy, anonimowo", address: "raz z każdego potwierdzonego adresu e-mail" },
        },
        results: {
          label: "Kiedy pokazać wyniki",
          options: { live: "od razu, gdy odpowiedzi jest dużo", end: "dopiero po zakończeniu" },
        },
      },
      text: "Treść pytania",
      options: "Odpowiedzi do wyboru",
      optionsHint:
        "Każda w osobnym wierszu, w każdym języku w tej samej kolejności. Zostaw puste przy skali, tekście i miejscu.",
      question: {
        kind: {
          label: "Rodzaj pytania",
          options: {
            one: "jedna odpowiedź",
            several: "kilka odpowiedzi",
            scale: "skala od 1 do 5",
            ranking: "ranking",
            short: "krótki tekst",
            long: "dłuższy tekst",
            place: "miejsce w mieście",
          },
        },
        isRequired: { label: "Odpowiedź jest wymagana" },
        most: {
          label: "Ile najwyżej można zaznaczyć",
          hint: "Tylko przy kilku odpowiedziach. Puste: ile kto chce.",
        },
        "after-question": { label: "Pokaż tylko po odpowiedzi na pytanie", none: "zawsze" },
        "after-option": {
          label: "Numer tej odpowiedzi",
          hint: "1 to pierwsza na liście. Zostaw puste, jeśli pytanie ma być zawsze.",
        },
      },
      move: {
        place: { label: "Numer pytania po przeniesieniu", hint: "1 to pierwsze. Inne pytania się przesuną." },
      },
      place: "Skąd są ankiety",
      placeHint: "Na przykład Filia nr 5, urna w holu",
      collectedOn: "Kiedy je zebrano",
    },
  },
  acts: {
    add: {
      title: "Nowa ankieta",
      hint: "Powstanie szkic. Potem dodasz do niego pytania i ogłosisz ankietę; do tego czasu widzi ją tylko urząd.",
      submit: "Utwórz szkic",
    },
    change: { title: "Zmień ankietę", hint: "Po ogłoszeniu zmiana jest widoczna od razu.", submit: "Zapisz" },
    copy: {
      title: "Zrób następną taką ankietę",
      hint: "Powstaje szkic z tymi samymi pytaniami. Daty ustawisz w szkicu.",
      submit: "Utwórz szkic",
    },
    remove: { title: "Usuń szkic", submit: "Usuń szkic" },
    publish: {
      title: "Ogłoś ankietę",
      hint: "Od tej chwili widzi ją każdy; odpowiadać można od początku do końca.",
      submit: "Ogłoś ankietę",
    },
    withdraw: {
      title: "Cofnij ogłoszenie",
      hint: "Ankieta jeszcze się nie zaczęła: wraca do szkiców i mieszkańcy jej nie widzą.",
      submit: "Cofnij ogłoszenie",
    },
    close: {
      title: "Zamknij ankietę teraz",
      hint: "Od tej chwili nikt już nie odpowie przez internet i nie da się tego cofnąć. Ankiety papierowe można wpisywać dalej.",
      submit: "Zamknij ankietę",
    },
    finish: {
      title: "Ogłoś ostateczne wyniki",
      hint: "Potem nie da się już wpisać ankiet papierowych.",
      submit: "Zaproponuj ogłoszenie",
    },
    ask: { title: "Dodaj pytanie", submit: "Dodaj pytanie" },
    revise: {
      title: "Zmień pytanie",
      hint: "Po ogłoszeniu ankiety powstaje nowa wersja pytań; dotychczasowe odpowiedzi zostają przy swojej.",
      submit: "Zapisz",
    },
    move: { title: "Przenieś pytanie", submit: "Przenieś" },
    drop: { title: "Usuń pytanie", submit: "Usuń pytanie" },
    enter: {
      title: "Wpisz ankietę papierową",
      hint: "Po zapisaniu wraca pusty formularz tej samej partii.",
      submit: "Zapisz i wpisz następną",
    },
  },
  blockers: {
    "results-stay": "Ankieta zapowiada wyniki dopiero po zakończeniu. Tego już się nie zmienia.",
    "dates-stay":
      "Ankieta trwa: jej początek zostaje, a koniec musi być później niż teraz. Wcześniej kończy ją „Zamknij ankietę”.",
    "access-stays": "Ogłoszonej ankiecie nie zmienia się, kto może odpowiedzieć: tak ją zapowiedziano.",
    "no-questions": "Najpierw dodaj pytanie.",
    "most-questions": "Ankieta ma już 40 pytań: więcej się w niej nie zmieści.",
    "end-past": "Koniec ankiety już minął. Najpierw zmień daty.",
    "others-depend": "Od tego pytania zależy inne. Najpierw zmień tamto.",
    "after-its-own": "Pytanie z warunkiem stoi po tym, od którego zależy. Wybierz inne miejsce.",
    "last-question": "Ogłoszona ankieta ma przynajmniej jedno pytanie.",
  },
};

export type SurveyWords = typeof pl;
