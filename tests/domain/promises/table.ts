import type { routes } from "../../../functions/routes.ts";
import type { Phase } from "../../../shared/domain/cycle/phases.ts";
import type { NoticeKind } from "../../../shared/domain/notice/notice.ts";
import type { PERSONAL_DATA } from "../../../shared/store/personal-data.ts";
import { OF_SUBJECTS } from "./of-subjects.ts";

/** What keeps a promise: the door through which it is done or seen, the letter that is sent, or the day by which it happens. */
export interface Keeping {
  readonly routes?: readonly (keyof typeof routes)[];
  readonly letters?: readonly NoticeKind[];
  /** The day on which personal data of this kind goes. */
  readonly goes?: readonly (keyof typeof PERSONAL_DATA)[];
  /** The date of the calendar on which, or after which, it happens. */
  readonly phase?: Phase;
}

/** Sentences as they stand in the catalogues, `…` for what is put in. */
export interface Promised {
  readonly by: Keeping;
  readonly pl?: readonly string[];
  readonly en?: readonly string[];
}

const DECISIONS = [
  "proposal/accepted",
  "proposal/rejected",
  "proposal/admitted",
  "proposal/not-admitted",
  "proposal/appeal-upheld",
  "proposal/appeal-dismissed",
  "proposal/selected",
  "proposal/not-selected",
] as const;

/** The table of promises: longer than a file should be, since each sentence that promises stands in it. */
export const PROMISES: readonly Promised[] = [
  ...OF_SUBJECTS,
  // Proposals, from the link to the last result.
  {
    by: { letters: ["proposal/start"] },
    pl: [
      "Wyślemy na niego link do formularza.",
      "Wyślemy na niego link.",
      "Dostaniesz link do jego strony, także gdy wniosek przyszedł na papierze.",
    ],
    en: [
      "We send a link to the form.",
      "We send a link to the form there.",
      "We send a link to it.",
      "You get the link to its page, also where it came on paper.",
    ],
  },
  {
    by: { letters: ["proposal/start", ...DECISIONS] },
    pl: ["adres e-mail, na który wyślemy link i decyzje", "Decyzje wyślemy na adres …."],
    en: ["We send the decisions to …."],
  },
  {
    by: { letters: DECISIONS },
    pl: ["O każdym wyniku napiszemy na ten adres.", "O wyniku napiszemy na ten adres."],
    en: ["We will write to this address about every result.", "We will write to this address."],
  },
  {
    by: { routes: ["postAuthorCheck"] },
    pl: ["pod tym linkiem napiszesz i złożysz wniosek do Budżetu Obywatelskiego."],
  },
  {
    by: { routes: ["postConfirmation"] },
    pl: ["Złożymy go, gdy potwierdzisz."],
    en: ["We submit it when you confirm."],
  },
  {
    by: { goes: ["unconfirmed"] },
    pl: ["Bez potwierdzenia usuniemy go razem z Twoim adresem."],
    en: ["Without your confirmation we delete it, together with your address."],
  },
  {
    by: { routes: ["postAuthorTask", "postWithdrawalForm"] },
    en: ["Until the call ends you can still change or withdraw it."],
  },
  {
    by: { routes: ["getAuthorPage"] },
    pl: ["Na stronie wniosku zobaczysz, na jakim jest etapie."],
  },
  {
    by: { routes: ["postWithdrawalForm"] },
    pl: ["Tam też możesz go wycofać."],
    en: ["You can also withdraw it there."],
  },
  {
    by: { routes: ["postStart"] },
    pl: ["Projekt możesz zgłosić znowu w następnej edycji."],
    en: ["You can propose it again in the next edition."],
  },
  {
    by: { letters: ["support/confirm"] },
    pl: ["Wyślemy link na Twój adres."],
    en: ["We send a link to your address."],
  },
  {
    by: { routes: ["postSupportLink"] },
    pl: ["Policzymy poparcie, gdy potwierdzisz.", "Poparcie liczymy, gdy je potwierdzisz."],
  },
  {
    // Nothing is stored before the click but the letter.
    by: { goes: ["notice"] },
    pl: ["Bez potwierdzenia usuniemy Twoje dane."],
    en: ["Without your confirmation we delete your data."],
  },
  {
    by: { goes: ["support"] },
    pl: ["Zapiszemy go tylko jako skrót, który pilnuje, że jedna osoba popiera raz."],
  },

  // Who votes, and the code.
  {
    by: { letters: ["voting/code"] },
    pl: [
      "Wpisz kod, który wyślemy.",
      "Kod wysyłamy tylko osobom, które są w spisie uprawnionych.",
      "Dostęp do poczty e-mail: wyślemy na nią kod",
      "Telefon komórkowy: wyślemy na niego kod",
      "Dostęp do poczty e-mail albo telefon komórkowy: wyślemy tam kod",
      "Nowy kod wyślemy tam, gdzie poprzedni.",
    ],
    en: [
      "Enter the code that we send.",
      "We send codes only to people on the voter roll.",
      "Access to your e-mail: we send you a code",
      "A mobile phone: we send you a code",
      "Access to your e-mail, or a mobile phone: we send you a code",
      "We send a new code to where the last one went.",
    ],
  },
  {
    by: { letters: ["voting/code", "voting/recorded"] },
    pl: ["Wyślemy tu kod i potwierdzenie."],
    en: ["We send the code and a confirmation to it."],
  },
  {
    by: { routes: ["postIdentityPage", "postVoterSession"] },
    pl: [
      "Sprawdzimy te dane ze spisem uprawnionych do głosowania.",
      "Możesz poprosić o kod.",
      "Możesz głosować: oświadczenie jest przyjęte",
      "Możesz głosować.",
      "Możesz zacząć głosowanie jeszcze raz.",
    ],
    en: [
      "You can ask for a code.",
      "You can vote: your statement is accepted",
      "You can vote.",
      "You can start voting again.",
      "Your details serve to check that you may vote and that you vote once.",
    ],
  },
  {
    by: { routes: ["getEidStart", "getEidCallback"] },
    pl: [
      "Możesz potwierdzić tożsamość przez login.gov.pl: profilem zaufanym, mObywatelem lub e-dowodem.",
      "Dostaniemy tylko Twój PESEL i go nie zapiszemy.",
    ],
    en: ["You can show who you are through login.gov.pl: by trusted profile, mObywatel or e-ID card."],
  },
  {
    by: { routes: ["getEidStart", "postIdentityPage"] },
    pl: ["Możesz zacząć jeszcze raz albo poprosić o kod."],
    en: ["You can start again, or ask for a code."],
  },
  {
    by: { routes: ["postStatementPage", "postStatement"] },
    pl: ["Na stronie głosowania możesz złożyć oświadczenie.", "Oświadczenie możesz złożyć jeszcze raz."],
    en: ["You can file a statement on the voting page.", "You can file the statement again."],
  },
  {
    by: { letters: ["statement/accepted", "statement/rejected"] },
    pl: ["Wyślemy tu odpowiedź.", "Odpowiedź wyślemy na adres …."],
    en: ["We send the answer to it.", "We send the answer to …."],
  },

  // The ballot.
  {
    by: { routes: ["postBallotPage", "postBallot"] },
    pl: [
      "Możesz rozdać mniej.",
      "Możesz je dać ….",
      "Każdą listę możesz pominąć, ale nie wszystkie.",
      "Na jednej liście możesz dać najwyżej … pkt.",
    ],
    en: [
      "You can give fewer.",
      "You can give them to ….",
      "You can skip any list, but not all of them.",
      "You can give at most … points on one list.",
    ],
  },
  { by: { routes: ["getReceiptPage"] }, en: ["You get a receipt."] },
  {
    by: { routes: ["postCheckPage", "getReceipt"] },
    pl: ["Numer możesz sprawdzić w każdej chwili."],
    en: ["You can check the number at any time."],
  },
  {
    by: { routes: ["postOfficeVoter", "postPointVoter"] },
    pl: ["W tych punktach zagłosujesz z pomocą urzędnika."],
  },
  { by: { phase: "counting" }, pl: ["Policzymy go po zamknięciu głosowania."] },

  // Dates and results.
  {
    by: { phase: "results", routes: ["getResultsPage", "getResults"] },
    pl: [
      "Wyniki ogłosimy: ….",
      "Wyniki ogłosimy po policzeniu głosów.",
      "Tu sprawdzisz, które projekty wygrały, ile kosztują i dlaczego pozostałe nie wygrały.",
      "Dokładne ogłosimy z wynikami, bez dzielnic, w których głosowało mniej niż 5 osób, a czasem i bez jeszcze jednej.",
    ],
    en: [
      "We will publish the results: ….",
      "We will publish the results when the votes are counted.",
      "Here you see which projects won, what they cost, and why the others did not win.",
    ],
  },
  {
    by: { routes: ["postPaperFileEntry", "postPaperFileRemoval"] },
    pl: ["Plik usuniemy od razu, a najpóźniej po dobie."],
  },
  {
    by: { routes: ["getPackage"] },
    pl: ["Listę znajdziesz w paczce z wynikami, w pliku leaves.txt."],
  },
  {
    by: { routes: ["getStartPage"] },
    pl: [
      "Podamy ją na tej stronie.",
      "Datę ogłoszenia wyników podamy na stronie głosowania.",
      "Powód pokażemy mieszkańcom razem z nowym końcem.",
    ],
    en: ["We will give it on this page."],
  },
  {
    by: { routes: ["getHome"] },
    pl: ["Datę głosowania podamy na stronie głównej.", "Co możesz zrobić teraz"],
    en: ["What you can do now"],
  },

  // Meetings and consultations.
  {
    by: { routes: ["getConsultationPage"] },
    pl: ["O czym teraz decyduje miasto i jak możesz zabrać głos."],
    en: ["What the city is deciding now, and how you can have your say."],
  },
  {
    by: { routes: ["postSignupPage", "postSignup"] },
    pl: ["Możesz zapisać się ponownie, jeśli są miejsca.", "Możesz dopisać, co pomoże Ci wziąć udział."],
    en: [
      "You can add what helps you take part.",
      "You can sign up again if there are places.",
      "You can sign up without an account.",
    ],
  },
  {
    by: { routes: ["postSignupConfirmation"] },
    pl: [
      "Dostaniesz je, gdy potwierdzisz.",
      "Miejsce dostaniesz, gdy potwierdzisz.",
      "Gdy potwierdzisz, będziesz na liście rezerwowej.",
    ],
    en: ["You get one when you confirm.", "You get a place when you confirm."],
  },
  {
    by: { letters: ["meeting/confirm"] },
    pl: ["Wyślemy na niego link, którym potwierdzisz zapis."],
    en: ["We will send a link to it."],
  },
  {
    by: { routes: ["getSignupLink", "postSignupLink"] },
    pl: ["Obecną kolejność sprawdzisz pod tym linkiem.", "Tam też możesz wypisać się z listy."],
    en: ["You can leave the list there too."],
  },
  {
    by: { letters: ["meeting/waiting"] },
    pl: ["Gdy nie ma miejsc, zapiszemy Cię na listę rezerwową."],
    en: ["When there are no seats, we put you on the waiting list."],
  },
  {
    by: { letters: ["meeting/moved-up"] },
    pl: ["Napiszemy wtedy do Ciebie.", "Napiszemy od razu."],
    en: ["We will write to you then.", "We will write at once."],
  },

  // When personal data goes, and what can be asked of the office about it.
  {
    by: { goes: ["signup"] },
    pl: ["Usuwamy ją 30 dni po spotkaniu.", "Dane usuniemy 30 dni po spotkaniu."],
    en: ["We delete your details 30 days after the meeting."],
  },
  { by: { goes: ["crowd", "stint"] }, pl: ["Usuwamy je 60 dni po głosowaniu."] },
  {
    by: { goes: ["notice", "surveyAnswered"] },
    pl: [
      "Gdy ankieta prosi o adres e-mail, list z linkiem trzymamy tydzień.",
      "Rok po końcu ankiety usuwamy zapis, że z tego adresu już odpowiedziano.",
    ],
  },
  {
    by: { goes: ["voterContact", "notice"] },
    pl: ["Usuniemy najpóźniej … po głosowaniu."],
    en: ["We delete it at most … after you vote."],
  },
  {
    by: { goes: ["statementData"] },
    pl: ["Usuniemy … po rozpatrzeniu.", "Po decyzji usuwamy je w terminie, który podaje formularz."],
    en: ["We delete it … after the decision.", "After the decision we delete it when the form says so."],
  },
  {
    by: { goes: ["rollShard", "marker"] },
    pl: [
      "Usuniemy … po ogłoszeniu wyników albo odwołaniu edycji.",
      "Po terminie z zasad edycji niszczymy klucz.",
    ],
    en: [
      "We delete it … after the results are published or the edition is cancelled.",
      "After the date in the edition's rules we destroy the key.",
    ],
  },
  {
    by: { goes: ["support", "project"], routes: ["getRetention", "getOfficeRetention"] },
    pl: [
      "Listę usuwamy po odwołaniach, a dane autora po zakończeniu edycji, w terminie z jej zasad.",
      "Autorzy dostają wiadomości do końca edycji, dlatego dopiero wtedy usuwamy adresy.",
      "Dane, które niszczymy",
      "Zniszczymy: ….",
    ],
    en: ["Data that we destroy"],
  },
  {
    by: { routes: ["getPrivacy"] },
    pl: [
      "Możesz poprosić o dostęp do danych, ich poprawienie, usunięcie albo ograniczenie użycia.",
      "Możesz też złożyć skargę do Prezesa Urzędu Ochrony Danych Osobowych.",
    ],
    en: [
      "You can ask to see, correct, delete or restrict your data.",
      "You can also complain to the President of the Personal Data Protection Office (UODO).",
    ],
  },
  {
    // People answer, by the Act on digital accessibility, art. 18; the page says whom to ask.
    by: { routes: ["getAccessibility"] },
    pl: [
      "Możesz też zażądać udostępnienia treści w inny sposób, na przykład przez odczytanie dokumentu.",
      "Odpowiemy bez zbędnej zwłoki, najpóźniej w ciągu 7 dni.",
      "Gdy to niemożliwe, podamy nowy termin, nie dłuższy niż 2 miesiące.",
      "Gdy odmówimy albo nie odpowiemy w terminie, możesz złożyć do nas skargę.",
      "Po wyczerpaniu tej drogi możesz zwrócić się do Rzecznika Praw Obywatelskich.",
    ],
    en: [
      "You may also demand the content in another way, for example that a document be read to you.",
      "We answer without delay, within 7 days at the latest.",
      "Where this cannot be done we name a new date, within 2 months.",
      "If we refuse or do not answer in time, you can complain to us.",
      "After that you can turn to the Commissioner for Human Rights.",
    ],
  },
  {
    by: { routes: ["getHelp"] },
    pl: ["Powiemy Ci, jak zagłosować inaczej."],
    en: ["We will tell you how to vote in another way."],
  },

  // What the office can do.
  { by: { routes: ["getOfficeCycle"] }, pl: ["podamy po policzeniu głosów"] },
  { by: { routes: ["getPointDay", "getOfficeDay"] }, pl: ["Zapiszemy, ile kart wypełniono w ten sposób."] },
  {
    by: { routes: ["postOfficeCard", "postOfficeVoid"] },
    pl: ["Możesz ją poprawić.", "Możesz go poprawić."],
    en: ["You can correct it."],
  },
  {
    by: { routes: ["postPendingRefusal", "postOfficePending"] },
    pl: ["Możesz ją odrzucić."],
    en: ["You can turn it down."],
  },
  {
    by: { routes: ["postOfficePerson"] },
    pl: ["Teraz możesz przypisać do niej ludzi."],
    en: ["Now you can put people into it."],
  },

  // The list of projects before the freeze.
  {
    by: { routes: ["getBallotChecks", "postHintConfirmation"] },
    pl: [
      "Lista zamrozi się dopiero wtedy, gdy potwierdzisz każdą z powodem.",
      "Poniżej zobaczysz, co jeszcze stoi na drodze.",
    ],
  },
];
