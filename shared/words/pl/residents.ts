/** How many people live in each district. */
export const residents = {
  title: "Liczby mieszkańców dzielnic",
  lead: "Wyślij plik albo wklej tabelę. Dzielnice, których w niej nie ma, zachowają swoje liczby. Zmiany przyjmie druga osoba. Od tych liczb zależy, ile osób musi poprzeć wniosek.",
  table: "Treść tabeli",
  hint: "Kolumny: dzielnica, mieszkańcy. Dzielnicę zapisz symbolem albo nazwą. Tabela może mieć wiersz „razem”.",
  submit: "Zaproponuj liczby mieszkańców",
  now: "Liczby, które teraz obowiązują",
  id: "Symbol",
  district: "Dzielnica",
  residents: "Mieszkańcy",
  unknown: "brak",
};
