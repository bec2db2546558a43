/** What portals of open data read of the published data. */
export const openData = {
  title: (city: string): string => `Dane budżetu obywatelskiego i konsultacji: ${city}`,
  lead: "Wszystkie opublikowane dane tego serwisu: edycje, wyniki, konsultacje, ankiety i spotkania.",
  edition: "Zasady, kalendarz, projekty, frekwencja i wyniki edycji.",
  requests: [
    "Wnioski o konsultacje",
    "Wnioski mieszkańców o konsultacje: stan, terminy, liczba podpisów, odpowiedzi.",
  ] as [string, string],
  decisions: ["Decyzje i obietnice", "Co miasto obiecało na spotkaniach: kto, do kiedy, w jakim stanie."] as [
    string,
    string,
  ],
  meetings: ["Spotkania z mieszkańcami", "Terminy, miejsca i wolne miejsca na spotkaniach."] as [
    title: string,
    text: string,
  ],
  consultations: ["Konsultacje społeczne", "Lista opublikowanych konsultacji i rejestr moderacji."] as [
    title: string,
    text: string,
  ],
  consultation: "Przedmiot, terminy i spotkania konsultacji, uwagi mieszkańców i decyzje o nich.",
  survey: "Pytania i policzone odpowiedzi. Liczby, które mówiłyby o kilku osobach, są pominięte.",
  interface: ["API i klucz podpisu", "Opis API tego serwisu i klucz, którym miasto podpisuje wyniki."] as [
    title: string,
    text: string,
  ],
};
