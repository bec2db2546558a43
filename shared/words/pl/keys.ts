/** The commission's keys. */
export const keys = {
  public: {
    title: "Podaj klucze publiczne komisji",
    lead: "Tymi kluczami będą zaszyfrowane karty do głosowania. Klucze prywatne zostają u komisji.",
    field: "Treść pliku public.json",
    hint: "Plik tworzy polecenie npm run keys -- create.",
    wrong: "Wklej całą treść pliku public.json.",
    submit: "Sprawdź klucze",
    checkTitle: "Czy to są klucze komisji?",
    check: "Porównaj odciski z protokołem komisji. Od otwarcia głosowania kluczy nie da się zmienić.",
    ballots: "Odcisk klucza do kart",
    links: "Odcisk klucza do powiązań",
    confirm: "Zapisz klucze",
  },
  private: {
    title: "Czy przekazać klucz do liczenia głosów?",
    consequence: "System otworzy urnę, policzy głosy i usunie klucz. Klucz nie trafi do bazy danych.",
    field: "Treść pliku ballots.private.json albo sam klucz prywatny",
    wrong: "Wklej całą treść pliku ballots.private.json albo klucz: 43 znaki.",
    submit: "Przekaż klucz",
  },
};
