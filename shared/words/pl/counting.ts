import type { CountingRule, Fill, OrderKey, Support, Threshold, Utility } from "../../domain/tally/rule.ts";
import { formatsOf } from "../format.ts";
import { voting } from "./voting.ts";

const f = formatsOf("pl-PL");

const votes = (count: number): string =>
  `${f.number(count)} ${f.plural(count, { one: "głos", few: "głosy", many: "głosów", other: "głosu" })}`;

const support = (on: Support, count: number): string =>
  on === "points" ? voting.points(count) : votes(count);

/** The least support that a project needs, as a noun phrase. */
const minimum = (threshold: Threshold | null): string => {
  if (threshold === null) return "brak";
  switch (threshold.kind) {
    case "points":
    case "votes":
      return support(threshold.kind, threshold.minimum + (threshold.inclusive ? 0 : 1));
    case "share-of-ballots": {
      const share = f.percent(threshold.basisPoints / 10_000);
      const of = threshold.on === "points" ? "punktów w stosunku do" : "głosów z";
      return `${threshold.inclusive ? "" : "więcej niż "}${share} ${of} ważnych kart`;
    }
    case "share-of-cost":
      return `taki udział głosów, jaki koszt projektu ma w ${f.number(threshold.divisor)}-krotności puli`;
  }
};

const orders: Record<OrderKey, string> = {
  points: "od największej liczby punktów",
  votes: "od największej liczby głosów",
  "points-then-voters": "od największej liczby punktów, a przy równej od największej liczby głosów",
  "points-per-cost": "od największej liczby punktów na złotówkę kosztu",
  "votes-per-cost": "od największej liczby głosów na złotówkę kosztu",
};

const utilities: Record<Utility, string> = {
  cost: "najwięcej głosów za te pieniądze",
  cardinality: "najniższą cenę dla jednego głosującego",
  points: "najniższą cenę jednego punktu",
  "points-times-cost": "najwięcej punktów za te pieniądze",
};

const spending = (fill: Fill): string[] => {
  switch (fill.kind) {
    case "skip":
      return ["Wybieramy po kolei te, na które starcza pieniędzy; droższe pomijamy i liczymy dalej."];
    case "stop":
      return ["Wybieramy po kolei, aż pierwszy projekt nie zmieści się w puli."];
    case "stop-with-top-up":
      return [
        "Wybieramy po kolei, aż pierwszy projekt nie zmieści się w puli.",
        `Jeśli zostało na niego co najmniej ${f.percent(fill.percent / 100)} kosztu, resztę dopłaca rezerwa miasta.`,
      ];
    case "equal-shares":
      return [
        "Pulę dzielimy po równo między głosujących, a projekt kupują za swoje części ci, którzy go wybrali (metoda równych udziałów).",
        `Po kolei wybieramy ten, który daje ${utilities[fill.utility]}.`,
        ...(fill.completion.kind === "add1"
          ? [
              `Części powiększamy po ${f.shortMoney(fill.completion.unitGrosze)}, dopóki wybrane projekty mieszczą się w puli.`,
            ]
          : []),
        ...(fill.completion.kind === "greedy" ||
        (fill.completion.kind === "add1" && fill.completion.thenGreedy)
          ? ["Za resztę puli wybieramy po kolei projekty, które się w niej mieszczą."]
          : []),
        ...(fill.comparison
          ? ["Jeśli więcej głosujących woli wynik zwykłej metody, obowiązuje tamten wynik."]
          : []),
      ];
    case "phragmen":
      return [
        "Pieniądze płyną do wszystkich głosujących równo, a projekt jest kupiony, gdy zwolennicy zbiorą na niego razem (metoda Phragména).",
        fill.afterMisfit === "skip"
          ? "Projekt, który nie mieści się w puli, pomijamy."
          : "Liczenie kończy pierwszy projekt, który nie mieści się w puli.",
      ];
  }
};

const goesDownTheOrder = ({ kind }: Fill): boolean => kind !== "equal-shares" && kind !== "phragmen";

/** The rule of counting in a few sentences. */
const rule = ({ threshold, fill, order }: CountingRule): string[] => [
  ...(threshold === null ? [] : [`Projekt potrzebuje co najmniej: ${minimum(threshold)}.`]),
  ...(goesDownTheOrder(fill) ? [`Projekty układamy ${orders[order]}.`] : []),
  ...spending(fill),
];

/** Short names of rules to compare with, by the names that addresses have. */
const names: Readonly<Record<string, string>> = {
  greedy: "po kolei, z pomijaniem droższych",
  "greedy-no-skip": "po kolei, do pierwszego, który się nie mieści",
  "greedy-votes": "według liczby głosów",
  "greedy-points-per-cost": "według punktów na złotówkę",
  "equalshares/add1-exhaustive": "metoda równych udziałów",
  "equalshares-points/add1": "metoda równych udziałów, według punktów",
  "phragmen-skip": "metoda Phragména",
};

export const counting = { minimum, rule, names };
