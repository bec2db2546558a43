/** Opening an edition. */
export const newEdition = {
  paperDays: "Karty papierowe: dni na zgłoszenie partii",
  paperDaysHint: "Ile dni po głosowaniu można zgłaszać partie kart. Puste pole: bez kart papierowych.",
  paperDaysWrong: "Wpisz liczbę dni od 0 do 30 albo zostaw pole puste.",
  order: "Losowana kolejność na karcie: skrót ziarna",
  orderHint:
    "SHA-256 tekstu, który komisja zachowa do gotowej listy, 64 znaki. Puste pole: kolejność numerów.",
  orderWrong: "Wpisz skrót SHA-256: 64 cyfry i litery od a do f. Albo zostaw pole puste.",
  title: "Nowa edycja",
  rules: "Zasady",
  showRules: "Pokaż zasady",
  noRules:
    "To miasto nie ma jeszcze zasad edycji. Pierwszą edycję otwórz przez API: wyślij cały zestaw zasad w polu ruleSet pod POST /v1/staff/cycles. Następne edycje otworzysz tutaj.",
  name: "Nazwa edycji",
  calendar: "Kalendarz",
  calendarHint:
    "Czas w Polsce, na przykład 2027-09-23 17:00. Koniec dnia to 24:00. Etap bez dat zostaw pusty.",
  startsAt: (phase: string): string => `${phase}: początek`,
  endsAt: (phase: string): string => `${phase}: koniec`,
  pools: "Pule",
  poolsHint: "Wpisz kwotę w złotych. Pulę, której nie ma w tej edycji, zostaw pustą.",
  amountWrong: "Wpisz kwotę w złotych, na przykład 120000,50.",
  noPools: "Wpisz kwotę co najmniej jednej puli.",
  noDates: "Podaj daty co najmniej jednego etapu.",
  bothDates: "Podaj początek i koniec etapu.",
  submit: "Sprawdź edycję",
  checkTitle: "Czy założyć tę edycję?",
  check: "Edycja powstanie w etapie przygotowania. Etapy otworzą się same w podanych dniach.",
  confirm: "Załóż edycję",
  sum: "Razem",
};
