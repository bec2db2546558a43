import type { ProposalLetters } from "../../domain/project/letter-facts.ts";
import { formatsOf } from "../format.ts";
import type { LetterPart, LetterTexts } from "../letter-words.ts";
import { cameBy } from "./came-by.ts";
import { frame } from "./frame.ts";
import { proposalForm } from "./proposal-form.ts";

const f = formatsOf("pl-PL");

const labels: Readonly<Record<string, { readonly label: string } | undefined>> = proposalForm.fields;
const labelsOf = (fields: readonly string[]): string =>
  fields.map((field) => labels[field]?.label ?? field).join(", ");

const MERGE_ENDS: Readonly<Record<ProposalLetters["proposal/merge-ended"]["why"], string>> = {
  refused: "Jeden z autorów odmówił.",
  lapsed: "Nie wszyscy autorzy odpowiedzieli na czas.",
  "taken-back": "Urząd zrezygnował z łączenia.",
  withdrawn: "Jeden z wniosków jest wycofany.",
};

const whyOf = (number: string): string => `Dostajesz tę wiadomość, bo ten adres podano we wniosku ${number}.`;

/** Until when, and where, a decision against a proposal is contested. */
const appealBy = (until: string): LetterPart =>
  `Odwołanie możesz złożyć ${frame.until(until)}: na stronie wniosku albo na piśmie w urzędzie.`;
/** Where a decision against a proposal is questioned. */
const question: LetterPart = "Masz pytania albo się nie zgadzasz? Odpowiedz na tę wiadomość.";
export const proposalLetters: Pick<LetterTexts, keyof ProposalLetters> = {
  "proposal/start": ({ until, code, isClosed = false }) => ({
    subject: isClosed ? "Twój link do złożonych wniosków" : "Twój link do formularza wniosku",
    first: `Link działa ${frame.until(until)}.`,
    parts: [
      isClosed
        ? "pod tym linkiem są wnioski, które z tego adresu przyszły do urzędu."
        : "pod tym linkiem napiszesz i złożysz wniosek do Budżetu Obywatelskiego.",
      "Nie przekazuj linku nikomu: kto go ma, pisze w Twoim imieniu.",
      ...(code === undefined
        ? []
        : [
            "Czytasz to na innym urządzeniu niż to, na którym czeka strona? Wpisz na niej kod:",
            { large: code },
            "Kod działa godzinę. Nie podawaj go nikomu.",
          ]),
    ],
    button: isClosed ? "Zobacz wnioski" : "Napisz wniosek",
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
  "proposal/co-author": ({ title, author }) => ({
    subject: "Zaproszenie do współautorstwa wniosku",
    first: `${author} zaprasza Cię do wniosku „${title}” jako współautora.`,
    parts: [
      "na stronie wniosku przyjmiesz albo odrzucisz zaproszenie. Dopóki nie odpowiesz, nikt Cię we wniosku nie zobaczy.",
      "Współautor czyta i poprawia wniosek, odpowiada na wezwania urzędu i dostaje listy o wynikach.",
      "Nie przekazuj linku nikomu: kto go ma, odpowiada w Twoim imieniu.",
    ],
    button: "Zobacz zaproszenie",
    why: "Dostajesz tę wiadomość, bo autor wniosku podał ten adres. Nie znasz go? Nic nie rób.",
  }),
  "proposal/merge-asked": ({ number, title, numbers, until, by }) => ({
    subject: `Pytanie o połączenie wniosku ${number} z innym`,
    first:
      by === undefined
        ? `Urząd proponuje połączyć wnioski ${numbers.join(", ")}.`
        : `Autor wniosku ${by} proponuje połączyć wnioski ${numbers.join(", ")}.`,
    parts: [
      `chodzi też o Twój wniosek „${title}”. Na jego stronie jest nowy wspólny tekst. Tam zgodzisz się albo odmówisz.`,
      `Na odpowiedź czekamy ${frame.until(until)}. Bez zgody wszystkich autorów nic się nie zmieni.`,
    ],
    button: "Przeczytaj i odpowiedz",
    why: whyOf(number),
  }),
  "proposal/co-author-came": ({ title, name }) => ({
    subject: "Twój wniosek ma współautora",
    first: `${name} przyjmuje zaproszenie do wniosku „${title}”.`,
    parts: [
      "współautor czyta i poprawia wniosek, a na wezwania urzędu odpowiada tak jak Ty.",
      "Wszystkich współautorów widzisz na stronie wniosku.",
    ],
    button: "Zobacz wniosek",
    why: "Dostajesz tę wiadomość, bo ten adres podano we wniosku.",
  }),
  "proposal/merge-ended": ({ number, title, numbers, why }) => ({
    subject: `Wniosek ${number} zostaje osobno`,
    first: `Wnioski ${numbers.join(", ")} nie są połączone.`,
    parts: [
      `chodzi też o Twój wniosek „${title}”. ${MERGE_ENDS[why]}`,
      "W Twoim wniosku nic się nie zmieniło.",
    ],
    button: "Zobacz wniosek",
    why: whyOf(number),
  }),
  "proposal/merged": ({ number, title, numbers, into }) => ({
    subject: `Wniosek ${number}: połączenie`,
    first: `Wnioski ${numbers.join(", ")} są połączone. Zostaje wniosek ${into}.`,
    parts: [
      `chodzi też o Twój wniosek „${title}”. Wszyscy autorzy się zgodzili.`,
      "Autorzy połączonych wniosków są odtąd współautorami.",
    ],
    button: "Zobacz wniosek",
    why: whyOf(number),
  }),
  "proposal/received": ({ number, title, link, submittedAt, mark, supporters }) => ({
    subject: `Przyjęliśmy Twój wniosek ${number}`,
    first: `Wniosek ${number} jest złożony: ${f.moment(submittedAt)}.`,
    parts: [
      `przyjęliśmy wniosek „${title}”.`,
      "Teraz sprawdzi go urząd. O każdym wyniku napiszemy na ten adres.",
      ...(supporters === undefined
        ? []
        : [
            `Potrzebne poparcie mieszkańców: ${f.number(supporters)}. Zbieraj je, dopóki urząd nie oceni wniosku.`,
          ]),
      ...(link === ""
        ? []
        : ["Na stronie wniosku zobaczysz, na jakim jest etapie. Tam też możesz go wycofać."]),
      ...(mark === undefined ? [] : [`Znak sprawy w urzędzie: ${mark}.`]),
    ],
    button: "Zobacz wniosek",
    why: whyOf(number),
  }),
  "proposal/late": ({ mark, title, arrivedAt, closedAt }) => ({
    subject: "Twój wniosek przyszedł po terminie",
    first: `Wniosek przyszedł ${f.moment(arrivedAt)}. Nabór trwał do ${f.moment(closedAt)}.`,
    parts: [
      `dostaliśmy wniosek „${title}”. Przyszedł po końcu naboru, więc nie weźmie udziału w tej edycji.`,
      `Znak sprawy w urzędzie: ${mark}.`,
      "Uważasz, że wniosek był na czas? Odpowiedz na tę wiadomość i podaj znak sprawy.",
    ],
    why: "Dostajesz tę wiadomość, bo we wniosku podano ten adres.",
  }),
  "proposal/withdrawn": ({ number, title, by, wish, reason, legalBasis }) => ({
    subject: `Wniosek ${number} został wycofany`,
    first: `Wniosek ${number} jest wycofany.`,
    parts: [
      ...(by === "office"
        ? [`urząd wycofał wniosek „${title}”.`]
        : wish === undefined
          ? [`wycofujemy „${title}”, jak zaznaczono na Twojej stronie wniosku.`]
          : [
              `wycofujemy „${title}” na prośbę autora.`,
              `Prośba przyszła ${cameBy[wish.arrivedBy]}: ${f.moment(wish.arrivedAt)}. To nie Twoja prośba? Odpowiedz na tę wiadomość.`,
            ]),
      ...(reason === null ? [] : [`Powód: ${reason}`]),
      ...(legalBasis === null ? [] : [`Podstawa: ${legalBasis}`]),
      "Tego nie można cofnąć. Numeru nie dostanie już żaden inny wniosek.",
    ],
    button: "Zobacz wniosek",
    why: whyOf(number),
  }),
  "proposal/changed": ({ number, title, wish, fields }) => ({
    subject: `Wniosek ${number} jest zmieniony`,
    first: `Wniosek ${number} jest zmieniony na prośbę autora.`,
    parts: [
      `urząd zmienił wniosek „${title}” na prośbę autora. Zmienione pola: ${labelsOf(fields)}.`,
      `Prośba przyszła ${cameBy[wish.arrivedBy]}: ${f.moment(wish.arrivedAt)}.`,
      "To nie Twoja prośba albo coś się nie zgadza? Odpowiedz na tę wiadomość.",
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
  "proposal/to-correct": ({ number, title, reasons, until }) => ({
    subject: `Wniosek ${number}: wezwanie do uzupełnienia`,
    first: `Uzupełnij wniosek ${number} ${frame.until(until)}.`,
    parts: [
      `we wniosku „${title}” trzeba coś poprawić.`,
      reasons,
      `Na poprawki czekamy ${frame.until(until)}. Bez nich urząd oceni wniosek taki, jaki jest.`,
    ],
    button: "Uzupełnij wniosek",
    why: whyOf(number),
  }),
  "proposal/correction-due": ({ number, title, until }) => ({
    subject: `Wniosek ${number}: kończy się czas na uzupełnienie`,
    first: `Uzupełnij wniosek ${number} ${frame.until(until)}.`,
    parts: [`wniosek „${title}” wciąż czeka na poprawki.`],
    button: "Uzupełnij wniosek",
    why: whyOf(number),
  }),
  "proposal/rejected": ({ number, title, reasons, appealUntil }) => ({
    subject: `Wniosek ${number} odrzucony formalnie`,
    first: `Wniosek ${number} nie przeszedł oceny formalnej.`,
    parts: [
      `wniosek „${title}” nie przechodzi dalej.`,
      `Uzasadnienie: ${reasons}`,
      appealBy(appealUntil),
      question,
    ],
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
  "proposal/not-admitted": ({ number, title, reasons, appealUntil }) => ({
    subject: `${number}: niedopuszczony do głosowania`,
    first: `Wniosek ${number} nie jest dopuszczony do głosowania.`,
    parts: [
      `wniosek „${title}” nie przechodzi dalej.`,
      `Uzasadnienie: ${reasons}`,
      appealBy(appealUntil),
      question,
    ],
    button: "Zobacz wniosek",
    why: whyOf(number),
  }),
  "proposal/appeal-received": ({ number, title, filedAt, mark }) => ({
    subject: `Wniosek ${number}: przyjęliśmy odwołanie`,
    first: `Odwołanie w sprawie wniosku ${number} jest złożone: ${f.moment(filedAt)}.`,
    parts: [
      `przyjęliśmy odwołanie w sprawie wniosku „${title}”.`,
      `Znak sprawy w urzędzie: ${mark}.`,
      "Rozpatrzy je ktoś, kto nie brał udziału w ocenie. O wyniku napiszemy na ten adres.",
    ],
    button: "Zobacz wniosek",
    why: whyOf(number),
  }),
  "proposal/appeal-upheld": ({ number, title, reasons, stage }) => ({
    subject: `Wniosek ${number}: odwołanie uwzględnione`,
    first: `Odwołanie w sprawie wniosku ${number} jest uwzględnione.`,
    parts: [
      stage === "formal"
        ? `wniosek „${title}” wraca do procedury i czeka na ocenę merytoryczną.`
        : `wniosek „${title}” trafia na kartę do głosowania.`,
      `Uzasadnienie: ${reasons}`,
    ],
    button: "Zobacz wniosek",
    why: whyOf(number),
  }),
  "proposal/appeal-dismissed": ({ number, title, reasons }) => ({
    subject: `Wniosek ${number}: odwołanie nieuwzględnione`,
    first: `Odwołanie w sprawie wniosku ${number} jest nieuwzględnione.`,
    parts: [
      `wniosek „${title}” nie przechodzi dalej.`,
      `Uzasadnienie: ${reasons}`,
      "Ten wynik w tej edycji jest ostateczny.",
    ],
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
