import type { FindingFacts, FindingName } from "../../domain/ballot/findings.ts";
import { formatsOf } from "../format.ts";

const f = formatsOf("pl-PL");
const money = (grosze = 0): string => f.money(grosze);

/** What is looked at before the list of the ballot is frozen. */
export const ballotCheck = {
  title: "Lista przed zamrożeniem",
  lead: "Zamrożonej listy nie da się zmienić. Usuń błędy i obejrzyj wskazówki, zanim lista trafi na kartę.",
  faults: "Błędy",
  faultsLead: "Dopóki są, lista się nie zamrozi. Popraw projekt albo wycofaj go z listy.",
  noFaults: "Na liście nie ma błędów.",
  hints: "Wskazówki",
  hintsShown: "To mogą być pomyłki. Lista zamrozi się także bez potwierdzeń.",
  hintsConfirmed: "To mogą być pomyłki. Lista zamrozi się dopiero wtedy, gdy potwierdzisz każdą z powodem.",
  noHints: "Nie ma wskazówek do obejrzenia.",
  choose: "Które są w porządku?",
  chooseNone: "Zaznacz co najmniej jedną wskazówkę.",
  gone: "Tej wskazówki już nie ma. Odśwież stronę i sprawdź listę jeszcze raz.",
  why: "Dlaczego są w porządku?",
  whyHint: "Powód zostanie w dzienniku z Twoim nazwiskiem.",
  confirm: "Potwierdź zaznaczone",
  settled: "Potwierdzone",
  columns: { what: "Wskazówka", why: "Powód", who: "Kto i kiedy" },
  group: "Wskaż jako projekty, które się wykluczają",
  more: (count: number): string => `i jeszcze: ${f.number(count)}`,
  order: "Kolejność na karcie",
  orders: {
    number: "Projekty staną na karcie w kolejności numerów.",
    drawn: "Kolejność wylosuje ziarno. Jego skrót podano, gdy otwarto edycję:",
  },
  seedKnown: "Ziarno jest wpisane. Mieszkańcy zobaczą je razem z listą.",
  seed: "Ziarno kolejności",
  seedHint: "Tekst, którego skrót podano przy otwarciu edycji. Wpisz go, gdy lista jest gotowa.",
  seedWrong: "To nie jest ziarno, którego skrót podano przy otwarciu edycji.",
  seedSubmit: "Wpisz ziarno",
  found: {
    "no-verified-cost": () => "Brak kosztu, który sprawdził urząd.",
    "over-pool": ({ grosze, besideGrosze }) =>
      `Koszt ${money(grosze)} jest większy niż pula: ${money(besideGrosze)}.`,
    "over-cap": ({ grosze, besideGrosze }) =>
      `Koszt ${money(grosze)} jest większy niż limit jednego projektu: ${money(besideGrosze)}.`,
    thousands: ({ grosze, besideGrosze, beside }) =>
      beside === "middle"
        ? `Koszt ${money(grosze)} stoi daleko od środka puli: ${money(besideGrosze)}. Czy nie zgubiono zer?`
        : `Koszt ${money(grosze)}, a autor oszacował ${money(besideGrosze)}. Czy nie zgubiono zer?`,
    elsewhere: ({ pool, district }) =>
      district === null
        ? "Punkt na mapie leży poza miastem."
        : `Punkt leży w dzielnicy ${district}, a projekt jest na liście ${pool}.`,
    "no-point": () => "Projekty nie mają punktu na mapie.",
    "same-place": () => "Projekty mają ten sam punkt na mapie.",
    near: ({ metres = 0 }) => `Projekty leżą blisko siebie, ${f.number(metres)} m.`,
    "same-title": () => "Projekty mają ten sam tytuł.",
    "number-gap": ({ pool, numbers = [] }) =>
      `Na liście ${pool} nie ma numerów, które nadano: ${numbers.join(", ")}.`,
  } satisfies { readonly [W in FindingName]: (facts: FindingFacts) => string },
};
