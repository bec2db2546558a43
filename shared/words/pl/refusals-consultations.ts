import { formatsOf } from "../format.ts";
import type { RefusalWords } from "../refusal-words.ts";

const f = formatsOf("pl-PL");

export const consultationRefusals = {
  "consultation/published": {
    title: "Konsultacje są już ogłoszone",
    detail: () => "Rodzaju ogłoszonych konsultacji nie można zmienić.",
  },
  "consultation/over": {
    title: "Termin konsultacji minął",
    detail: ({ endedAt }) =>
      `Konsultacje skończyły się: ${f.deadline(endedAt)}. Zmień termin i spróbuj ponownie.`,
  },
  "consultation/not-announced": {
    title: "Brakuje obwieszczenia",
    detail: ({ channels }) => `Nie zapisano wymaganego obwieszczenia: ${channels}.`,
  },
  "consultation/term": {
    title: "Termin jest krótszy, niż wymagają przepisy",
    detail: ({ days, fromDay, untilDay, source }) =>
      `Trzeba ${days} dni po ${f.date(fromDay)}. Ostatni dzień nie może być wcześniej niż ${f.date(untilDay)}. Podstawa: ${source}.`,
  },
  "consultation/remarks-time": {
    title: "Teraz nie przyjmujemy uwag",
    detail: ({ startsAt, endsAt }) =>
      `Uwagi przyjmujemy w tym czasie: ${f.moment(startsAt)} – ${f.deadline(endsAt)}.`,
  },
  "consultation/said": {
    title: "Mieszkańcy zabrali już głos",
    detail: ({ count }) =>
      `Uwag: ${f.number(count)}. Takich konsultacji nie można cofnąć. Można je zakończyć wcześniej.`,
  },
  "remark/outside": {
    title: "To miejsce leży poza obszarem konsultacji",
    detail: () => "Sprawdź punkt. Jeśli tak ma być, zaznacz to przy miejscu i wyślij jeszcze raz.",
  },
  "remark/outside-refused": {
    title: "To miejsce leży poza obszarem konsultacji",
    detail: () => "Sprawdź punkt. Uwagi przyjmujemy tylko do miejsc w granicach obszaru.",
  },
  "consultation/undecided": {
    title: "Są uwagi bez rozstrzygnięcia",
    detail: ({ count }) => `Bez rozstrzygnięcia: ${f.number(count)}. Rozstrzygnij je, potem ogłoś raport.`,
  },
  "meeting/by-office": {
    title: "Na to spotkanie zapisuje urząd",
    detail: () => "Zadzwoń do urzędu albo napisz. Urząd sam wpisuje osoby na listę.",
  },
  "meeting/no-offer": {
    title: "To miejsce już na Ciebie nie czeka",
    detail: () =>
      "Termin na przyjęcie miejsca minął albo miejsce jest już zwolnione. Możesz zapisać się jeszcze raz.",
  },
  "meeting/visits-held": {
    title: "Tyle wizyt jest już umówionych",
    detail: ({ most }) =>
      `Jeden e-mail ma naraz najwyżej tyle wizyt: ${f.number(most)}. Odwołaj jedną linkiem z listu albo zadzwoń.`,
  },
  "moderation/not-named": {
    title: "Nie Twoje konsultacje",
    detail: () => "Moderują je osoby wyznaczone przez jednostkę.",
  },
  "moderation/held": {
    title: "Wpis jest u kogoś innego",
    detail: ({ name }) => `Ten wpis ma teraz: ${name}.`,
  },
  "moderation/own": { title: "Ogląda ktoś inny", detail: () => "To Twój własny wpis. Obejrzy go ktoś inny." },
  "moderation/appeal-over": {
    title: "Termin odwołania minął",
    detail: () => "Od tej decyzji nie ma już odwołania.",
  },
  "moderation/barred": {
    title: "Pisanie z tego adresu jest wstrzymane",
    detail: ({ until }) =>
      `Pisanie z tego adresu jest wstrzymane: ${f.deadline(until)}. Czytać można zawsze.`,
  },
} satisfies Partial<RefusalWords>;
