import { formatsOf } from "../format.ts";

const f = formatsOf("pl-PL");

/** How residents get on with the forms, by form. */
export const forms = {
  title: "Formularze mieszkańców",
  about:
    "Liczymy dzień po dniu, ile razy formularz otwarto, przyjęto i odrzucono. Nie zapisujemy, kto go wypełniał ani co wpisał. Formularz bez własnej strony nie ma liczby otwarć. Pola mają tu nazwy, pod którymi formularz je wysyła.",
  from: "Pierwszy dzień",
  to: "Ostatni dzień",
  show: "Pokaż",
  none: "W tych dniach nikt nie otworzył żadnego formularza.",
  caption: (name: string): string => `${name}: dzień po dniu`,
  together: "Razem",
  columns: {
    day: "Dzień",
    started: "Otwarto",
    finished: "Przyjęto",
    failed: "Odrzucono",
    fields: "Pola, które najczęściej przeszkodziły",
  },
  other: "inne",
  field: (name: string, count: number): string => `${name} (${f.number(count)})`,
  names: {
    postStatementPage: "Oświadczenie osoby spoza spisu",
    postIdentityPage: "Głosowanie: kto głosuje",
    postCodePage: "Głosowanie: kod",
    postBallotPage: "Głosowanie: lista projektów",
    postCastPage: "Głosowanie: oddanie głosu",
    postCheckPage: "Sprawdzenie głosu",
    postSupportForm: "Poparcie projektu",
    postSupportLink: "Potwierdzenie poparcia",
    postStart: "Prośba o link do wniosku",
    postStartCode: "Kod z listu z linkiem do wniosku",
    postDraft: "Nowa kopia robocza wniosku",
    postAuthorTask: "Część wniosku",
    postAuthorCheck: "Złożenie wniosku",
    postAuthorFiles: "Zdjęcie albo dokument wniosku",
    postAuthorFile: "Zmiana w plikach wniosku",
    postCorrectionForm: "Uzupełnienie wniosku",
    postAppealForm: "Odwołanie",
    postConfirmation: "Potwierdzenie wniosku",
    postWithdrawalForm: "Wycofanie wniosku",
    postSignupPage: "Zapis na spotkanie",
    postSignupConfirmation: "Potwierdzenie zapisu na spotkanie",
    postSignupLink: "Oddanie miejsca na spotkaniu",
  },
};
