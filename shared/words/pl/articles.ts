import type { Article } from "../article.ts";

const help: Article = {
  title: "Pomoc",
  lead: "Odpowiedzi na najczęstsze pytania. Nie ma tu Twojego? Napisz albo zadzwoń do nas.",
  sections: [
    {
      heading: "Jak zgłosić projekt",
      text: ["Projekt zgłaszasz w czasie naboru. Nie zakładasz konta i nie wymyślasz hasła."],
      items: [
        "Podaj adres e-mail. Wyślemy na niego link do formularza.",
        "Opisz pomysł, miejsce i koszt.",
        "Zbierz poparcie mieszkańców. Liczbę podpisów podajemy w formularzu.",
        "Sprawdź wniosek i złóż go przed końcem naboru.",
      ],
      links: { proposalStart: "Zgłoś projekt" },
    },
    {
      heading: "Jak zagłosować",
      text: [
        "Głosowanie zajmuje około 2 minut. Przygotuj dane, o które prosi formularz, i dostęp do poczty albo telefon.",
      ],
      items: [
        "Podaj swoje dane. Sprawdzamy je ze spisem uprawnionych.",
        "Wpisz kod, który wyślemy.",
        "Wybierz projekty z list dla swojej dzielnicy i dla miasta.",
        "Sprawdź głos i wyślij go. Zapisz numer potwierdzenia.",
      ],
      links: { vote: "Zagłosuj" },
    },
    {
      heading: "Kod nie przyszedł",
      text: [
        "Poczekaj kilka minut i sprawdź folder ze spamem.",
        "Kod wysyłamy tylko osobom, które są w spisie uprawnionych. Sprawdź, czy dane są wpisane bez błędu.",
        "Mieszkasz w mieście, a nie ma Cię w spisie? Na stronie głosowania możesz złożyć oświadczenie.",
        "Nadal nie masz kodu? Zadzwoń do nas. Powiemy Ci, jak zagłosować inaczej.",
      ],
    },
    {
      heading: "Czy mogę zmienić głos",
      text: [
        "Nie. Wysłanego głosu nie można zmienić ani powtórzyć. Przed wysłaniem pokazujemy go do sprawdzenia.",
      ],
    },
    {
      heading: "Czy ktoś zobaczy, jak głosuję",
      text: [
        "Głos zamykamy kluczem komisji zaraz po wysłaniu. Do końca głosowania nikt w urzędzie nie może go otworzyć.",
        "Numer potwierdzenia mówi, że głos jest zapisany. Nie mówi, co jest na karcie.",
      ],
    },
    {
      heading: "Jak liczymy głosy",
      text: [
        "Liczymy według zasad danej edycji. Opisuje je strona wyników.",
        "Przy każdym projekcie podajemy powód: dlaczego wygrał albo dlaczego nie.",
        "Dane z głosowania publikujemy. Każdy może policzyć wynik jeszcze raz.",
      ],
      links: { results: "Zobacz wyniki" },
    },
    {
      heading: "Jak zapisać się na spotkanie",
      text: [
        "Wybierz spotkanie i podaj imię, nazwisko oraz adres e-mail. Potwierdź zapis linkiem, który przyjdzie pocztą.",
        "Gdy nie ma miejsc, zapiszemy Cię na listę rezerwową. Zwolnione miejsce dostaje pierwsza osoba z listy.",
      ],
      links: { meetings: "Zobacz spotkania" },
    },
  ],
};

/** `controller` is who decides about personal data, as the city's profile says. */
const privacy = (controller: string): Article => ({
  title: "Prywatność",
  lead: "Zbieramy tylko dane, bez których nie da się przeprowadzić budżetu, konsultacji i spotkań.",
  sections: [
    {
      heading: "Kto odpowiada za dane",
      text: [`Administrator danych: ${controller}.`, "Adres i telefon urzędu są na końcu tej strony."],
    },
    {
      heading: "Gdy głosujesz",
      text: ["Dane służą do sprawdzenia, czy masz prawo głosu i czy głosujesz raz."],
      items: [
        "Danych, które podajesz do sprawdzenia ze spisem, nie zapisujemy. Zostaje z nich skrót, którego nie da się odwrócić bez klucza.",
        "Adres e-mail lub telefon służy do wysłania kodu i potwierdzenia.",
        "Z adresu internetowego oraz z adresu e-mail lub telefonu powstają skróty. Po nich komisja widzi, że wiele osób głosuje z jednego miejsca lub na jeden telefon. Usuwamy je 60 dni po głosowaniu.",
        "Od 90 lat zapisujemy też wiek, w tym samym celu i na ten sam czas.",
        "Oświadczenie osoby spoza spisu jest zaszyfrowane. Po decyzji usuwamy je w terminie, który podaje formularz.",
        "Gdy dziecko głosuje z opiekunem, zapisujemy tylko, że opiekun złożył oświadczenie, i dzień.",
        "Z login.gov.pl dostajemy tylko numer PESEL. Nie zapisujemy go.",
        "Kartę do głosowania przechowujemy osobno i zamkniętą. Nie ma na niej Twoich danych. Program widzi wybór tylko przez chwilę, zanim zamknie kartę.",
        "Po policzeniu ogłaszamy wybory z każdej listy, bez nazwisk. Gdzie głosuje mało osób, ktoś może odgadnąć wybór.",
        "Po terminie z zasad edycji niszczymy klucz. Wtedy skróty przestają cokolwiek znaczyć.",
      ],
    },
    {
      heading: "Gdy zgłaszasz lub popierasz projekt",
      text: [
        "Podajesz imię, nazwisko i adres e-mail, a gdy popierasz, w niektórych edycjach też adres, jak na liście papierowej. Publikujemy tylko treść wniosku i to, na co się zgodzisz.",
        "Lista osób, które popierają wniosek, nie jest jawna. Widzi ją tylko osoba, która sprawdza wniosek.",
        "Listę usuwamy po odwołaniach, a dane autora po zakończeniu edycji, w terminie z jej zasad. Zostaje nazwisko, które autor pozwolił ogłosić.",
      ],
    },
    {
      heading: "Gdy zapisujesz się na spotkanie",
      text: [
        "Imię, nazwisko i e-mail służą do zapisu. Możesz dopisać, co pomoże Ci wziąć udział. Listę widzą tylko organizatorzy. Usuwamy ją 30 dni po spotkaniu.",
      ],
    },
    {
      heading: "Gdy odpowiadasz na ankietę",
      text: [
        "Odpowiedzi zapisujemy z samym dniem, bez imienia, adresu i sieci. Nie ma w nich nic o Tobie poza tym, co wpiszesz własnymi słowami; te słowa czyta urząd.",
        "Gdy ankieta prosi o adres e-mail, list z linkiem trzymamy tydzień. Rok po końcu ankiety usuwamy zapis, że z tego adresu już odpowiedziano. Nie ma w nim adresu ani odpowiedzi.",
      ],
    },
    {
      heading: "Czego nie robimy",
      text: [],
      items: [
        "Nie śledzimy Cię. Nie ma tu reklam, statystyk innych firm ani ukrytych obrazków w wiadomościach.",
        "Nie zapisujemy w dziennikach adresów stron, które oglądasz, ani treści formularzy.",
        "Nie podejmujemy decyzji o Tobie bez udziału człowieka.",
      ],
    },
    {
      heading: "Twoje prawa",
      text: [
        "Możesz poprosić o dostęp do danych, ich poprawienie, usunięcie albo ograniczenie użycia.",
        "Możesz też złożyć skargę do Prezesa Urzędu Ochrony Danych Osobowych.",
        "Oddanego głosu nie da się usunąć na prośbę. Nikt sam nie wskaże Twojej karty. Przed liczeniem mogą to zrobić tylko dwie osoby z komisji. Muszą podać powód i użyć klucza, którego system nie ma.",
      ],
    },
  ],
});

export const articles = { help, privacy };
