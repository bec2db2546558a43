import type { ProposalLetters } from "../../domain/project/letter-facts.ts";
import { formatsOf } from "../format.ts";
import type { LetterPart, LetterTexts } from "../letter-words.ts";
import { frame } from "./frame.ts";

const f = formatsOf("pl-PL");

const whyOf = (number: string): string =>
  `Dostajesz tę wiadomość, bo z tym adresem złożono wniosek ${number}.`;

/** Where a decision against a proposal is questioned. */
const question: LetterPart = "Masz pytania albo się nie zgadzasz? Odpowiedz na tę wiadomość.";
export const proposalLetters: Pick<LetterTexts, keyof ProposalLetters> = {
  "proposal/start": ({ until }) => ({
    subject: "Twój link do formularza wniosku",
    first: `Link działa ${frame.until(until)}.`,
    parts: [
      "pod tym linkiem napiszesz i złożysz wniosek do Budżetu Obywatelskiego.",
      "Nie przekazuj linku nikomu: kto go ma, pisze w Twoim imieniu.",
    ],
    button: "Napisz wniosek",
    why: "Dostajesz tę wiadomość, bo na stronie podano ten adres. Jeśli to nie Ty, nic nie rób.",
  }),
  "proposal/confirm": ({ title, until }) => ({
    subject: "Potwierdź swój wniosek",
    first: `Potwierdź wniosek ${frame.until(until)}.`,
    parts: [
      `z tym adresem wypełniono wniosek „${title}”. Złożymy go, gdy potwierdzisz.`,
      "Bez potwierdzenia usuniemy go razem z Twoim adresem.",
    ],
    button: "Potwierdź wniosek",
    why: "Dostajesz tę wiadomość, bo we wniosku podano ten adres. Jeśli to nie Ty, nic nie rób.",
  }),
  "proposal/received": ({ number, title, submittedAt }) => ({
    subject: `Przyjęliśmy Twój wniosek ${number}`,
    first: `Wniosek ${number} jest złożony: ${f.moment(submittedAt)}.`,
    parts: [
      `przyjęliśmy wniosek „${title}”.`,
      "Teraz sprawdzi go urząd. O każdym wyniku napiszemy na ten adres.",
      "Na stronie wniosku zobaczysz, na jakim jest etapie. Tam też możesz go wycofać.",
    ],
    button: "Zobacz wniosek",
    why: whyOf(number),
  }),
  "proposal/withdrawn": ({ number, title, by, reason, legalBasis }) => ({
    subject: `Wniosek ${number} został wycofany`,
    first: `Wniosek ${number} jest wycofany.`,
    parts: [
      by === "author"
        ? `wycofujemy „${title}”, jak zaznaczono na Twojej stronie wniosku.`
        : `urząd wycofał wniosek „${title}”.`,
      ...(reason === null ? [] : [`Powód: ${reason}`]),
      ...(legalBasis === null ? [] : [`Podstawa: ${legalBasis}`]),
      "Tego nie można cofnąć. Numeru nie dostanie już żaden inny wniosek.",
    ],
    button: "Zobacz wniosek",
    why: whyOf(number),
  }),
  "proposal/accepted": ({ number, title }) => ({
    subject: `Wniosek ${number} przeszedł ocenę formalną`,
    first: `Wniosek ${number} spełnia wymogi formalne.`,
    parts: [
      `wniosek „${title}” przeszedł ocenę formalną.`,
      "Teraz urząd oceni, czy i za ile można go wykonać. O wyniku napiszemy na ten adres.",
    ],
    button: "Zobacz wniosek",
    why: whyOf(number),
  }),
  "proposal/rejected": ({ number, title, reasons }) => ({
    subject: `Wniosek ${number} odrzucony formalnie`,
    first: `Wniosek ${number} nie przeszedł oceny formalnej.`,
    parts: [`wniosek „${title}” nie przechodzi dalej.`, `Uzasadnienie: ${reasons}`, question],
    button: "Zobacz wniosek",
    why: whyOf(number),
  }),
  "proposal/admitted": ({ number, title, estimatedCostGrosze, costGrosze, reasons, voting }) => ({
    subject: `${number}: dopuszczony do głosowania`,
    first: `Projekt ${number} jest dopuszczony do głosowania.`,
    parts: [
      `mieszkańcy będą głosować na projekt „${title}”.`,
      costGrosze === estimatedCostGrosze
        ? `Koszt sprawdzony przez urząd: ${f.money(costGrosze)}, tyle co we wniosku.`
        : `Koszt sprawdzony przez urząd: ${f.money(costGrosze)}. We wniosku: ${f.money(estimatedCostGrosze)}.`,
      ...(reasons === null ? [] : [`Uwagi urzędu: ${reasons}`]),
      voting
        ? `Głosowanie zacznie się: ${f.moment(voting.startsAt)}. Potrwa ${frame.until(voting.endsAt)}.`
        : "Datę głosowania podamy na stronie głównej.",
    ],
    button: "Zobacz projekt",
    why: whyOf(number),
  }),
  "proposal/not-admitted": ({ number, title, reasons }) => ({
    subject: `${number}: niedopuszczony do głosowania`,
    first: `Wniosek ${number} nie jest dopuszczony do głosowania.`,
    parts: [`wniosek „${title}” nie przechodzi dalej.`, `Uzasadnienie: ${reasons}`, question],
    button: "Zobacz wniosek",
    why: whyOf(number),
  }),
  "proposal/selected": ({ number, title, sentence }) => ({
    subject: `${number}: projekt wybrany`,
    first: `Projekt ${number} jest wybrany.`,
    parts: [`miasto wykona projekt „${title}”.`, sentence],
    button: "Zobacz projekt",
    why: whyOf(number),
  }),
  "proposal/not-selected": ({ number, title, sentence }) => ({
    subject: `${number}: wynik głosowania`,
    first: `Projekt ${number} nie jest wybrany.`,
    parts: [`znamy wynik projektu „${title}”.`, sentence, "Projekt możesz zgłosić znowu w następnej edycji."],
    button: "Zobacz projekt",
    why: whyOf(number),
  }),
  "support/confirm": ({ number, title, until }) => ({
    subject: "Potwierdź poparcie wniosku",
    first: `Potwierdź poparcie ${frame.until(until)}.`,
    parts: [
      `z tym adresem poparto wniosek ${number} „${title}”. Policzymy poparcie, gdy potwierdzisz.`,
      "Bez potwierdzenia usuniemy Twoje dane. Listy osób popierających nie publikujemy.",
    ],
    button: "Potwierdź poparcie",
    why: "Dostajesz tę wiadomość, bo ten adres podano przy poparciu. Jeśli to nie Ty, nic nie rób.",
  }),
};
