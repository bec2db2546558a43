/** The commission's keys. */
export const keys = {
  public: {
    title: "Podaj klucz komisji",
    lead: "Tymi kluczami będą zaszyfrowane karty do głosowania. Klucze prywatne zostają u komisji. Kto podaje jeden klucz, nie podaje drugiego.",
    purpose: "Który to klucz?",
    purposes: { ballots: "klucz do kart", links: "klucz do powiązań" },
    purposeMissing: "Wybierz, który to klucz.",
    field: "Treść pliku public.json albo sam klucz publiczny",
    hint: "Plik tworzy polecenie npm run keys -- create.",
    wrong: "Wklej całą treść pliku public.json albo klucz: 43 znaki.",
    submit: "Sprawdź klucz",
    proofTitle: "Udowodnij, że masz klucz prywatny",
    check: "Porównaj odcisk z protokołem komisji. Od otwarcia głosowania kluczy nie da się zmienić.",
    fingerprint: "Odcisk klucza",
    prove: "Uruchom to polecenie tam, gdzie jest klucz prywatny. W miejsce DIR wpisz swój folder.",
    proof: "Co wypisało polecenie",
    confirm: "Podaj klucz",
  },
  private: {
    title: "Czy przekazać klucz do liczenia głosów?",
    consequence: "System otworzy urnę, policzy głosy i usunie klucz. Klucz nie trafi do bazy danych.",
    field: "Treść pliku ballots.private.json albo sam klucz prywatny",
    wrong: "Wklej całą treść pliku ballots.private.json albo klucz: 43 znaki.",
    submit: "Przekaż klucz",
  },
};
