/** What is said after a form of the office: what is saved, and what happens next. By the name of the form's row in the route table. */
export const flash = {
  postVerdictPublicationForm: {
    saved: "Ogłoszenie listy czeka na drugą osobę.",
    next: "Po przyjęciu wszyscy zobaczą wyniki w jednej chwili, a autorzy dostaną listy.",
  },
  postOfficeCorrection: {
    saved: "Odpowiedź autora jest wpisana.",
    next: "Karta wraca do osoby, która ją wypełnia.",
  },
  postOfficeWithdrawalForm: {
    saved: "Wycofanie jest zaproponowane.",
    next: "Przyjmuje je druga osoba; potem autor dostaje wiadomość z powodem.",
  },
  postOfficeNewStatement: {
    saved: "Oświadczenie jest przyjęte.",
    next: "Decyzję podejmie inna osoba.",
  },
  postOfficeStatements: {
    saved: "Wyszukano oświadczenia.",
    next: "Otwórz to, o które pyta osoba przy okienku.",
  },
  postOfficeStatementRejections: {
    saved: "Zaznaczone oświadczenia są odrzucone.",
    next: "Każda z tych osób dostaje wiadomość z powodem.",
  },
  postOfficeStatement: {
    saved: "Decyzja o oświadczeniu jest zapisana.",
    next: "Jeśli potrzeba drugiej osoby, sprawa czeka na jej liście. Po ostatniej decyzji mieszkaniec dostaje wiadomość.",
  },
  postOfficeNewCycle: {
    saved: "Edycja jest utworzona.",
    next: "Następny krok pokazuje jej strona.",
  },
  postOfficeTransition: {
    saved: "Przejście do innego etapu jest zapisane.",
    next: "Jeśli potrzeba drugiej osoby, propozycja czeka na jej liście; inaczej etap zmieni się za chwilę.",
  },
  postOfficeCycleCancellation: {
    saved: "Odwołanie edycji jest zapisane.",
    next: "Jeśli potrzeba drugiej osoby, propozycja czeka na jej liście; inaczej edycja zakończy się za chwilę.",
  },
  postOfficeLetter: {
    saved: "Sprawa listu jest zapisana.",
    next: "List wysłany jeszcze raz wychodzi za chwilę; jeśli znowu nie dotrze, wróci na listę zadań.",
  },
  postOfficePending: {
    saved: "Odpowiedź na propozycję jest zapisana.",
    next: "Przyjęta propozycja zaczyna działać za chwilę; odrzucona i wycofana nic nie zmienia.",
  },
  postOfficeCalendar: {
    saved: "Nowe daty są zapisane.",
    next: "Od razu widzą je wszyscy, a terminy zadań idą za nimi.",
  },
  postOfficeExtension: {
    saved: "Propozycja przedłużenia głosowania jest złożona.",
    next: "Czeka na drugą osobę. Do tego czasu nic się nie zmienia.",
  },
  postOfficeRoll: {
    saved: "Spis czeka na drugą osobę.",
    next: "Zacznie obowiązywać w całości, gdy go przyjmie.",
  },
  postOfficeResidents: {
    saved: "Liczby mieszkańców są zaproponowane.",
    next: "Obowiązują, gdy przyjmie je druga osoba.",
  },
  postOfficeBallot: {
    saved: "To, co zaznaczono na liście, jest zapisane.",
    next: "Poniżej zobaczysz, co jeszcze stoi na drodze.",
  },
  postOfficeExclusions: {
    saved: "Wykluczenia są zaproponowane.",
    next: "Obowiązują, gdy przyjmie je druga osoba.",
  },
  postOfficePointList: {
    saved: "Punkty głosowania są zapisane.",
    next: "Mieszkańcy widzą je na stronie głosowania.",
  },
  postOfficeVoter: {
    saved: "Osoba jest wpuszczona do głosowania.",
    next: "Wypełnij kartę razem z nią albo oddaj jej urządzenie.",
  },
  postOfficeDay: {
    saved: "Podpis pod dniem punktu jest zapisany.",
    next: "Po pierwszym podpisie dzień czeka na komisję; po drugim jest zamknięty.",
  },
  postOfficeRollUpload: {
    saved: "Miejsce na plik jest gotowe.",
    next: "Wyślij plik, a potem porównaj pierwsze wiersze.",
  },
  postOfficeRollFile: {
    saved: "Plik jest czytany.",
    next: "Propozycja pokaże, co zmieni spis. Przyjmuje ją druga osoba.",
  },
  postOfficePaperUpload: {
    saved: "Miejsce na plik jest gotowe.",
    next: "Wyślij plik, a potem porównaj pierwsze wiersze.",
  },
  postOfficePaperFile: {
    saved: "Zapisano.",
    next: "Ta strona pokazuje, co dzieje się z plikiem.",
  },
  postOfficeUpload: {
    saved: "Dziennik ma zapis, że plik otwarto.",
    next: "Plik otworzy się raz jeszcze po podaniu powodu.",
  },
  postOfficeBatch: {
    saved: "Partia kart jest zgłoszona.",
    next: "Każdą kartę wpisują dwie osoby, niezależnie od siebie.",
  },
  postOfficeBatchClosing: {
    saved: "Partia kart jest zamknięta.",
    next: "Jej karty liczą się w dniu punktu.",
  },
  postOfficeBatchCorrection: {
    saved: "Poprawka liczby kart jest zgłoszona.",
    next: "Czeka na drugą osobę. Do tego czasu partii nie można zamknąć.",
  },
  postOfficeCard: {
    saved: "Karta jest wpisana.",
    next: "Po pierwszym wpisie czeka na drugą osobę; po drugim jest rozstrzygnięta.",
  },
  postOfficeVoids: {
    saved: "Sprawa karty jest zgłoszona.",
    next: "Czeka na drugą osobę z komisji.",
  },
  postOfficeVoid: {
    saved: "Decyzja w sprawie karty jest zapisana.",
    next: "Liczenie uwzględnia tylko sprawy, które przyjęły dwie osoby.",
  },
  postOfficeKeys: {
    saved: "Klucz jest zaproponowany.",
    next: "Przyjmie go inna osoba z komisji.",
  },
  postOfficeCountKey: {
    saved: "Klucz do liczenia jest przekazany.",
    next: "Liczenie zaczyna się za chwilę; potem podpiszą je dwie osoby.",
  },
  postOfficeDraw: {
    saved: "Wynik losowania jest wpisany.",
    next: "Kolejność z protokołu czeka na drugą osobę; z ziarnem głosy policzą się od nowa za chwilę.",
  },
  postOfficeSignOff: {
    saved: "Twój podpis pod wynikiem jest zapisany.",
    next: "Wynik ogłaszamy po podpisach dwóch osób.",
  },
  postOfficePerson: {
    saved: "Dane osoby są zapisane.",
    next: "Zadania i poranne wiadomości idą za nimi od razu.",
  },
  postOfficePersonSignOut: {
    saved: "Osoba jest wylogowana wszędzie.",
    next: "Każda jej strona prosi teraz o logowanie.",
  },
  postOfficePersonRemoval: {
    saved: "Osoba jest usunięta z listy.",
    next: "Imię i nazwisko zostaje w dziennikach.",
  },
  postOfficeNewUnit: {
    saved: "Jednostka jest dodana.",
    next: "Teraz możesz przypisać do niej ludzi.",
  },
  postOfficeUnit: {
    saved: "Jednostka jest zapisana.",
    next: "Zadania jednostek pod nią widzą też jej ludzie.",
  },
  postOfficeUnitRemoval: {
    saved: "Jednostka jest usunięta.",
    next: "Jej historia zostaje w dzienniku.",
  },
};
