/** The cookies page, the accessibility statement, and how to reach the office. */
export const legal = {
  contact: {
    heading: "Kontakt",
    office: "Urząd",
    address: "Adres",
    phone: "Telefon",
    email: "E-mail",
    privacyOfficer: "Inspektor ochrony danych",
    hours: "Godziny",
    ask: "Zadaj pytanie albo złóż wniosek",
  },
  cookies: {
    title: "Pliki cookie",
    lead: "Używamy tylko plików, bez których serwis nie działa. Dlatego nie pytamy o zgodę.",
    caption: "Pliki cookie, które zapisujemy",
    columns: ["Nazwa", "Do czego służy", "Jak długo"] as [string, string, string],
    rows: [
      [
        "code",
        "Pamięta, do którego formularza wysłano kod. Nie mówi, kto głosuje.",
        "Do wpisania kodu, najwyżej 30 minut",
      ],
      [
        "voter",
        "Pamięta, że kod do głosowania jest potwierdzony. Powstaje dopiero po wpisaniu kodu.",
        "Do końca sesji głosowania, najwyżej półtorej godziny",
      ],
      [
        "eid",
        "Wiąże drogę do login.gov.pl i z powrotem z tą przeglądarką. Nie mówi, kto głosuje.",
        "Do powrotu, najwyżej 10 minut",
      ],
      [
        "receipt",
        "Pamięta numer potwierdzenia, żeby strona z nim dała się odświeżyć. Nie mówi, co jest na karcie.",
        "Jedna godzina",
      ],
      [
        "ballot",
        "Trzyma zaszyfrowane zaznaczenia na karcie, zanim ją wyślesz. Dzięki temu można wrócić, odświeżyć stronę i zmienić język.",
        "15 minut od ostatniego kroku; do wysłania głosu albo przerwania",
      ],
      [
        "guardian",
        "Trzyma zaszyfrowany adres lub numer opiekuna, żeby nie wpisywać go przy następnym dziecku.",
        "Do końca sesji głosowania dziecka; potem 15 minut od potwierdzenia",
      ],
      [
        "survey",
        "Trzyma odpowiedzi na ankietę, zanim je wyślesz, żeby dało się wrócić, odświeżyć stronę i zmienić język. Treść czyta tylko serwer miasta.",
        "Najwyżej godzinę od ostatniej strony; po wysłaniu 15 minut",
      ],
      [
        "staff",
        "Pamięta, że pracownik urzędu jest zalogowany. Mieszkańcy go nie dostają.",
        "Do wylogowania, najwyżej jeden dzień",
      ],
    ] as [string, string, string][],
    none: "Nie ma tu plików innych firm: ani reklam, ani statystyk, ani map, ani czcionek. Formularze liczymy bez plików cookie: ile razy je otwarto, przyjęto i odrzucono, bez danych o Tobie.",
  },
  accessibility: {
    title: "Deklaracja dostępności",
    intro: (office: string) => ({
      who: office,
      promise:
        "zapewnia dostępność tej strony zgodnie z ustawą z dnia 4 kwietnia 2019 r. o dostępności cyfrowej stron internetowych i aplikacji mobilnych podmiotów publicznych.",
      scope: "Deklaracja dotyczy strony:",
    }),
    published: "Data publikacji strony",
    updated: "Data ostatniej istotnej aktualizacji",
    status: {
      heading: "Stan dostępności",
      text: "częściowo zgodna",
      before: "Strona jest",
      after: "z ustawą z powodów podanych niżej.",
      reasons: [
        "Wyniki w plikach .pb i .csv są dla programów. Te same dane są na stronie jako tabele.",
        "Tytuły i opisy projektów piszą mieszkańcy. Zdarzają się w nich skróty i trudne słowa.",
      ],
    },
    made: {
      heading: "Przygotowanie deklaracji",
      made: "Data sporządzenia",
      reviewed: "Data ostatniego przeglądu",
      method:
        "Deklarację sporządzono na podstawie samooceny: badania automatycznego oraz próby z samą klawiaturą, w powiększeniu i na telefonie.",
      keys: "Na stronie działają standardowe skróty klawiszowe przeglądarki. Pierwszy tabulator prowadzi do treści.",
    },
    contact: {
      heading: "Uwagi i dane kontaktowe",
      text: "O dostępność strony i o inną postać treści zapytasz tu:",
      person: "Jednostka",
    },
    procedure: {
      heading: "Obsługa wniosków i skarg",
      text: [
        "Każdy ma prawo wystąpić z żądaniem zapewnienia dostępności strony lub jej elementu.",
        "Możesz też zażądać udostępnienia treści w inny sposób, na przykład przez odczytanie dokumentu.",
        "W żądaniu podaj swoje dane kontaktowe, wskaż stronę lub element i najwygodniejszy dla Ciebie sposób.",
        "Odpowiemy bez zbędnej zwłoki, najpóźniej w ciągu 7 dni. Gdy to niemożliwe, podamy nowy termin, nie dłuższy niż 2 miesiące.",
        "Gdy odmówimy albo nie odpowiemy w terminie, możesz złożyć do nas skargę.",
        "Po wyczerpaniu tej drogi możesz zwrócić się do Rzecznika Praw Obywatelskich.",
      ],
      form: "Formularz żądania dostępności",
      ombudsman: ["https://bip.brpo.gov.pl", "Strona Rzecznika Praw Obywatelskich"] as [string, string],
    },
    architecture: {
      heading: "Dostępność architektoniczna",
      text: "O wejście bez schodów, windę, pętlę indukcyjną i tłumacza języka migowego zapytasz pod podanym telefonem. Dostępność miejsca każdego spotkania opisujemy na jego stronie.",
    },
  },
};
