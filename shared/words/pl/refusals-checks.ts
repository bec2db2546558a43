import { formatsOf } from "../format.ts";
import type { CheckRefusalWords } from "../refusal-words.ts";

const f = formatsOf("pl-PL");

/** Refusals around the checks of proposals. */
export const checkRefusals: CheckRefusalWords = {
  "project/no-call": {
    title: "Nie ma wezwania",
    detail: () => "Urząd nie czeka na poprawki w tym wniosku.",
  },
  "project/call-over": {
    title: "Termin na poprawki minął",
    detail: ({ endedAt }) => `Na poprawki czekaliśmy do: ${f.deadline(endedAt)}.`,
  },
  "co-author/named": {
    title: "Ta osoba już jest we wniosku",
    detail: () => "Wpisz osobę, która nie jest autorem ani współautorem tego wniosku.",
  },
  "co-author/full": {
    title: "Nie ma już miejsca",
    detail: ({ most }) => `Współautorów może być najwyżej ${f.number(most)}.`,
  },
  "co-author/too-early": {
    title: "Brakuje tytułu albo imienia",
    detail: () => "Zapisz najpierw tytuł wniosku i swoje imię i nazwisko.",
  },
  "co-author/answered": {
    title: "To już rozstrzygnięte",
    detail: () => "Na to zaproszenie już odpowiedziano albo ktoś je cofnął.",
  },
  "merging/unlike": {
    title: "Tych wniosków nie da się połączyć",
    detail: () => "Połączyć można wnioski z jednej puli, które są na tym samym etapie oceny.",
  },
  "merging/over": {
    title: "Na tę propozycję nie można już odpowiedzieć",
    detail: () => "Minął jej termin albo ktoś już ją zamknął.",
  },
  "merging/late": {
    title: "Minął termin odpowiedzi",
    detail: ({ endedAt }) =>
      `Na odpowiedź był czas do: ${f.deadline(endedAt)}. Odpowiedź, która przyszła później, nic nie zmienia.`,
  },
  "merging/open": {
    title: "Pytanie o połączenie już trwa",
    detail: () => "Ten wniosek ma już pytanie o połączenie bez odpowiedzi. Poczekaj, aż się skończy.",
  },
  "merging/asked-enough": {
    title: "Nie można zapytać jeszcze raz",
    detail: ({ most }) =>
      `Ten wniosek pytał już innych autorów tyle razy: ${f.number(most)}. Napisz w tej sprawie do urzędu.`,
  },
  "appeal/nothing": {
    title: "Nie ma odwołania do złożenia",
    detail: () => "W tej sprawie nie ma ogłoszonego wyniku, od którego służy odwołanie.",
  },
  "appeal/over": {
    title: "Termin na odwołanie minął",
    detail: ({ endedAt }) => `Odwołania przyjmowaliśmy do: ${f.deadline(endedAt)}.`,
  },
  "appeal/filed": {
    title: "Odwołanie już jest",
    detail: ({ filedAt, mark }) => `Odwołanie przyszło ${f.moment(filedAt)}. Znak sprawy: ${mark}.`,
  },
  "appeal/decided-before": {
    title: "Rozstrzyga ktoś inny",
    detail: ({ name }) => `O tym wniosku rozstrzyga już ${name}. Odwołanie rozpatrzy ktoś inny.`,
  },
  "check/held": {
    title: "Kartę ma ktoś inny",
    detail: ({ name }) => `Kartę ma: ${name}. Odda ją ta osoba albo koordynator.`,
  },
  "opinion/open": {
    title: "Karta czeka na opinie",
    detail: ({ units }) =>
      `Opinii jeszcze nie ma: ${units.join(", ")}. Poczekaj na nie albo wycofaj pytanie.`,
  },
  "opinion/asked": {
    title: "Jednostka ma już pytanie",
    detail: ({ unit }) => `Tę jednostkę już zapytano o opinię: ${unit}.`,
  },
  "opinion/other-unit": {
    title: "Opinia innej jednostki",
    detail: ({ unit }) => `Opinię wydaje jednostka: ${unit}.`,
  },
  "list/window-open": {
    title: "Trwa czas na odwołania",
    detail: ({ until }) => `Odwołania mogą przyjść do: ${f.deadline(until)}. Listę ogłosisz potem.`,
  },
  "list/not-ready": {
    title: "Lista nie jest gotowa",
    detail: ({ open, numbers }) =>
      open === 0
        ? "Nie ma czego ogłosić."
        : `Karty bez przyjęcia: ${f.number(open)} (${numbers.join(", ")}${numbers.length < open ? ", …" : ""}).`,
  },
};
