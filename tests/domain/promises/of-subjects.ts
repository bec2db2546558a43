import type { Promised } from "./table.ts";

/** What the pages and letters of subjects promise, which bring their own words. */
export const OF_SUBJECTS: readonly Promised[] = [
  // Appeals against what a check found.
  {
    by: { routes: ["postAppealForm", "postStaffAppeal"] },
    pl: [
      "Odwołanie możesz złożyć …: na stronie wniosku albo na piśmie w urzędzie.",
      "Odwołanie możesz złożyć ….",
      "Możesz też złożyć je na piśmie w urzędzie albo wysłać pocztą.",
    ],
    en: [
      "You can appeal until …: on the page of the proposal, or at the office on paper.",
      "You can appeal until ….",
      "You can also bring it to the office on paper, or send it by post.",
    ],
  },
  // Co-authors of a proposal.
  {
    by: { routes: ["postCoAuthor", "postCoAuthorForm"], letters: ["proposal/co-author"] },
    pl: [
      "Możesz zaprosić jedną osobę.",
      "Możesz zaprosić do współautorstwa najwyżej … osoby.",
      "Wyślemy na niego zaproszenie z linkiem.",
    ],
    en: ["You can invite one person.", "You can invite up to … people to be co-authors."],
  },
  {
    by: { routes: ["postCoAuthorStep", "postCoAuthorStepForm"] },
    pl: ["Możesz zrezygnować w każdej chwili."],
    en: ["You can leave whenever you like."],
  },
  // Photos and papers of a proposal.
  {
    by: { routes: ["postAttachment", "postAuthorFiles"] },
    pl: ["Miejsce i aparat, które telefon zapisuje w zdjęciu, usuwamy."],
  },
  { by: { routes: ["postPhotoRemovalForm"] }, pl: ["Zdjęcie zniknie ze strony wniosku, a plik usuniemy."] },
  // What residents ask and demand of the office.
  {
    by: { routes: ["postMatterAnswer"], letters: ["subject/decision"] },
    pl: [
      "Odpowiemy w ciągu 14 dni.",
      "Odpowiemy w ciągu 7 dni.",
      "Odpowiemy w ciągu miesiąca.",
      "Odpowiemy do ….",
      "odpowiemy do ….",
      "Odpowiedź wyślemy na ten adres.",
      "Odpowiadamy w sprawie ….",
    ],
    en: [
      "We answer within 14 days.",
      "We answer within 7 days.",
      "We answer within a month.",
      "We answer by ….",
      "We send the answer to this address.",
      "You get this letter in the matter ….",
    ],
  },
  {
    by: { routes: ["postMatterExtension"], letters: ["subject/decision"] },
    pl: ["Odpowiemy później: do …."],
    en: ["We answer later: by …."],
  },
  {
    by: { routes: ["postMatterTelling"] },
    pl: ["Na numer oddzwonimy.", "Oddzwonimy na podany numer w ciągu 14 dni."],
    en: ["We will call the number within 14 days."],
  },
  {
    by: { letters: ["subject/letter", "subject/decision"] },
    pl: [
      "Na ten adres wyślemy link do potwierdzenia, a potem odpowiedź.",
      "Na e-mail wyślemy link do potwierdzenia.",
    ],
    en: [
      "We send a link there to confirm, and later the answer.",
      "To an e-mail address we send a link to confirm.",
      "You get this letter because somebody gave this address in a form of the office.",
      "You get this letter because the matter was confirmed from this address.",
    ],
  },
  {
    by: { goes: ["matter"] },
    pl: [
      "Bez potwierdzenia usuniemy to, co jest w formularzu.",
      "Po tygodniu wszystko usuniemy.",
      "Usuniemy je rok po odpowiedzi.",
      "Nic nie rób, po tygodniu ją usuniemy.",
    ],
    en: [
      "Without your confirmation we delete what was in the form.",
      "After a week we delete all of it.",
      "We delete it a year after the answer.",
      "Do nothing, after a week we delete it.",
    ],
  },
  {
    by: { routes: ["getMatterLink"] },
    pl: ["Pod przyciskiem sprawdzisz, co dzieje się ze sprawą."],
    en: [
      "Keep the link of the letter: here you see what becomes of the matter.",
      "Behind the button you can see what becomes of the matter.",
    ],
  },
  {
    by: { routes: ["postMatterCollection"] },
    pl: ["Zbierzemy to, co serwis ma o tej osobie pod jej adresem e-mail."],
  },

  {
    by: { routes: ["postSignupPage", "getMeetingCalendar"], letters: ["meeting/confirm", "meeting/seat"] },
    pl: ["Link do potwierdzenia wyślemy na Twój e-mail, razem z wpisem do kalendarza."],
    en: ["We send a link to confirm to your e-mail, with an entry for your calendar."],
  },

  // Surveys.
  {
    by: { routes: ["getSurveyLink"], letters: ["subject/letter"] },
    pl: ["Wyślemy na niego link do ankiety."],
    en: [
      "We will send the link to the survey there.",
      "You get this letter because somebody entered this address on the survey's page.",
      "You get this letter because it was asked for when the survey was sent.",
    ],
  },
  {
    by: { routes: ["postSurveyAnswering", "postSurveyLink"] },
    pl: [
      "Odpowiedzi wyślemy raz i nie zapiszemy ich razem z adresem.",
      "Odpowiedzi wysyłamy pocztą raz, za pierwszym razem.",
      "Możesz dopisać ulicę albo miejsce.",
    ],
    en: [
      "We send the answers once and do not keep them with the address.",
      "You can choose several.",
      "You can choose up to ….",
      "You can add a street or a place.",
    ],
  },
  {
    by: { routes: ["getSurveyAnswering", "getSurveyLink"] },
    pl: [
      "Możesz wydrukować tę stronę.",
      "Możesz też wydrukować tę stronę.",
      "Możesz wydrukować albo zapisać tę stronę.",
    ],
    en: ["You can print this page.", "You can print this page as well.", "You can print or save this page."],
  },
  {
    by: { routes: ["getSurveyResultsPage"] },
    pl: [
      "Wyniki pokażemy, gdy ankieta się skończy.",
      "Wyniki ostateczne pokażemy po końcu ankiety, gdy urząd wpisze też ankiety papierowe.",
      "Pokażemy je najpóźniej z wynikami ostatecznymi.",
    ],
  },

  // Places at meetings.
  {
    by: { routes: ["postSignup", "postSignupPage"] },
    pl: ["Możesz zapisać się jeszcze raz."],
    en: ["You can sign up again."],
  },
  { by: { letters: ["subject/letter"] }, pl: ["Przypomnienie: spotkanie …"] },
  // Minutes of meetings.
  {
    by: { routes: ["postMotionsPage"], letters: ["subject/letter"] },
    pl: [
      "Wyślemy na niego link do formularza, a potem wiadomość o protokole.",
      "Napiszemy, gdy protokół będzie ogłoszony.",
    ],
    en: [
      "We send the link to the form there, and later word of the minutes.",
      "We write to you when they are published.",
      "You get this letter because somebody entered this address on the meeting's page.",
      "You get this letter because a motion for the minutes came from this address.",
    ],
  },

  // Remarks on consultations.
  {
    by: { routes: ["postRemark", "postRemarkForm", "postRemarkLink"] },
    pl: ["Na adres przyjdzie link, którym potwierdzisz uwagę."],
  },
  {
    by: { routes: ["postRemarkTable", "postOfficeRemarkTable"] },
    pl: ["Najpierw zobaczysz, co się zmieni.", "Możesz też zapisać ją jako CSV."],
  },
  // Moderation.
  {
    by: { routes: ["postLookHiding", "postLookMasking", "postLookBar"], letters: ["subject/decision"] },
    en: ["You get this letter because a remark came from this address."],
  },
  {
    by: { routes: ["postLookAnswer", "postBarAnswer"], letters: ["subject/decision"] },
    en: ["You get this letter because an appeal came from this address."],
  },
  {
    by: { routes: ["postConsultationReportPublication"] },
    pl: ["Dane z formularza usuwamy rok po raporcie."],
  },

  // Requests for a consultation.
  {
    by: { routes: ["postRequestRefusal", "postRequestAppeal"], letters: ["subject/decision"] },
    en: [
      "You get this letter since you speak for those who signed the request.",
      "You can appeal to the city council at the latest on: ….",
    ],
  },

  // What the office brings as sheets.
  {
    by: { routes: ["postOfficeSupporterSheet"] },
    pl: ["Zapiszemy wszystkie albo żadną.", "Pokaż, co zapiszemy"],
  },
  {
    by: { routes: ["postStaffSheet"] },
    pl: ["Konta osób, których na niej nie ma, zamkniemy."],
  },
];
