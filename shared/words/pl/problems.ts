/** The pages that explain refusals, and the page of the API. */
export const problems = {
  status: "Status HTTP",
  code: "Kod",
  means: "Co to znaczy",
  next: "Co zrobić",
  byStatus: {
    400: ["Serwer nie mógł odczytać żądania.", "Sprawdź adres, nagłówki i treść żądania."],
    401: ["Serwer nie wie, kto pyta.", "Zaloguj się albo zacznij od nowa."],
    403: [
      "Serwer wie, kto pyta, ale ta osoba nie może tego zrobić.",
      "Zapytaj osobę, która ma odpowiednią rolę.",
    ],
    404: ["Tego nie ma albo nie jest dla Ciebie.", "Sprawdź adres."],
    405: ["Ten adres nie przyjmuje tej metody HTTP.", "Wybierz metodę z nagłówka Allow."],
    406: ["Nie ma takiej postaci zasobu.", "Zmień nagłówek Accept."],
    409: [
      "Żądanie jest poprawne, ale nie pasuje do obecnego stanu.",
      "Wczytaj stan ponownie i sprawdź, co jest możliwe teraz.",
    ],
    410: ["To było, ale zostało usunięte.", "Nie powtarzaj żądania."],
    412: ["Ktoś zmienił wpis po Twoim odczycie.", "Wczytaj wpis ponownie i powtórz zmianę."],
    413: ["Treść jest za duża.", "Skróć treść i wyślij ją ponownie."],
    415: ["Treść ma inny rodzaj, niż przyjmuje serwer.", "Zmień nagłówek Content-Type."],
    422: [
      "Treść da się odczytać, ale zasady miasta jej nie przyjmują.",
      "Popraw pola wymienione w odpowiedzi.",
    ],
    428: ["Zmiana wymaga podania wersji.", "Dodaj nagłówek If-Match."],
    429: ["Prób było za dużo.", "Poczekaj tyle, ile mówi nagłówek Retry-After."],
    500: ["Coś się zepsuło po naszej stronie.", "Powtórz żądanie za kilka minut."],
    503: ["Serwer jest chwilowo zajęty.", "Powtórz to samo żądanie za chwilę."],
  } as Partial<Record<number, [means: string, next: string]>>,
};

export const apiDocs = {
  title: "API i otwarte dane",
  lead: "Opis wszystkich adresów dla programów. Opisy są po angielsku.",
  file: "Ten sam opis jako plik OpenAPI 3.1",
  catalog: "Katalog wszystkich opublikowanych danych (DCAT-AP-PL)",
  contents: "Spis",
  schemas: "Słownik danych",
  who: "Kto może",
  anyone: "każdy",
  parameters: "Parametry",
  body: "Treść żądania",
  replies: "Odpowiedzi",
  columns: ["Nazwa", "Gdzie", "Opis"] as [string, string, string],
};
