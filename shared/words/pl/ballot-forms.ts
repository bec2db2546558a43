import type { BallotForm } from "../../domain/voting/ballot-form.ts";
import type { SectionLimits } from "../../domain/voting/limits.ts";
import { formatsOf } from "../format.ts";
import type { ListName, WhichLists } from "../list-name.ts";
import type { Ticked } from "../words.ts";
import { voting } from "./voting.ts";

const f = formatsOf("pl-PL");
const { points, upTo } = voting;

const projects = (count: number): string =>
  `${f.number(count)} ${f.plural(count, { one: "projekt", few: "projekty", many: "projektów", other: "projektu" })}`;

type Range = Pick<SectionLimits, "minProjects" | "maxProjects">;

const howMany = ({ minProjects: least, maxProjects: most }: Range): string => {
  if (most === Number.POSITIVE_INFINITY) return least > 1 ? `co najmniej ${projects(least)}` : "projekty";
  if (least === most) return most === 1 ? "1 projekt" : `dokładnie ${projects(most)}`;
  return least > 1 ? `od ${f.number(least)} do ${f.number(most)} projektów` : upTo(most);
};

/** The adjective takes the case of its noun. */
const citywide = (counted: string): string => {
  if (counted.endsWith("projekt")) return `${counted} ogólnomiejski`;
  return `${counted} ${counted.endsWith("projekty") ? "ogólnomiejskie" : counted.endsWith("projektu") ? "ogólnomiejskiego" : "ogólnomiejskich"}`;
};

const sum = ({ kind }: BallotForm, limits: SectionLimits, ticked: Ticked): string | null => {
  const limit = limits.maxProjects === Number.POSITIVE_INFINITY ? "" : ` z ${f.number(limits.maxProjects)}`;
  const chosen = `Wybrano projektów: ${f.number(ticked.projects)}${limit}`;
  if (kind === "knapsack")
    return `${chosen}. Koszt: ${f.shortMoney(ticked.costGrosze)} z ${f.shortMoney(limits.maxCostGrosze)}.`;
  return kind === "approval" ? `${chosen}.` : null;
};

const scores = ({ minPointsEach, maxPointsEach }: SectionLimits): string =>
  `Oceny: od ${f.number(minPointsEach)} do ${f.number(maxPointsEach)}`;

/** What differs from one form of ballot to another. */
export const forms = {
  question: ({ kind }: BallotForm, limits: SectionLimits, list: ListName): string => {
    const what = kind === "scoring" ? "projekty" : howMany(limits);
    const verb = kind === "scoring" ? "Oceń" : "Wybierz";
    if (list.of === "citywide") return `${verb} ${citywide(what)}`;
    return `${verb} ${what} ${list.of === "district" ? `w dzielnicy ${list.name}` : `z listy „${list.name}”`}`;
  },
  hint: (form: BallotForm, limits: SectionLimits): string => {
    switch (form.kind) {
      case "points":
        return `Masz na tej liście ${points(form.points)}.${form.allPoints ? " Trzeba rozdać wszystkie." : ""}`;
      case "ordinal":
        return `Potem ustawisz je w kolejności. Kolejne miejsca dają punkty: ${form.weights.map(f.number).join(", ")}.`;
      case "scoring":
        return `${scores(limits)}. Projekt bez oceny dostaje 0.`;
      case "knapsack":
        return `Razem mogą kosztować najwyżej ${f.shortMoney(limits.maxCostGrosze)}.`;
      default:
        return "Każdy wybrany projekt dostaje 1 głos.";
    }
  },
  /** What stands beside the button on: what was chosen so far, or the limit. */
  bar: (form: BallotForm, limits: SectionLimits, ticked: Ticked): string => {
    const { minProjects: least, maxProjects: most } = limits;
    if (form.kind === "scoring") return scores(limits);
    if (most === 1) return "1 projekt";
    return sum(form, limits, ticked) ?? `${least === most ? "Dokładnie" : "Najwyżej"} ${projects(most)}`;
  },
  sum,
  recount: "Przelicz",
  nothing: ({ kind, required }: BallotForm): string =>
    `${kind === "scoring" ? "Oceń co najmniej jeden projekt" : "Zaznacz projekt"}${required ? "" : " albo pomiń tę listę"}`,
  tooFew: (needed: number, given: number): string =>
    `Wybierz co najmniej ${projects(needed)}. Zaznaczono ${f.number(given)}`,
  tooDear: (allowedGrosze: number, givenGrosze: number): string =>
    `Wybierz projekty za najwyżej ${f.shortMoney(allowedGrosze)}. Zaznaczone kosztują ${f.shortMoney(givenGrosze)}`,
  score: (score: number): string => `Ocena: ${f.number(score)}`,
  noScore: "0 – bez oceny",
  places: {
    question: "W jakiej kolejności ustawić projekty?",
    hint: "Każde miejsce wybierz jeden raz. Pierwsze jest warte najwięcej.",
    place: (rank: number, worth: number): string => `${f.number(rank)}. miejsce – ${points(worth)}`,
    missing: "Wybierz miejsce dla tego projektu",
    repeated: (count: number): string => `Wybierz każde miejsce od 1 do ${f.number(count)} jeden raz`,
  },
  /** How one votes, said before the vote. */
  summary: (form: BallotForm, limits: SectionLimits, lists: WhichLists): string => {
    const where = {
      both: "Na każdej liście",
      each: "Na każdej liście",
      district: "Na liście dzielnicy",
      area: "Na każdej liście, która obejmuje Twoją dzielnicę,",
      citywide: "Na liście ogólnomiejskiej",
      citywides: "Na każdej liście ogólnomiejskiej",
    }[lists];
    switch (form.kind) {
      case "points":
        return voting.start.pointsOnLists(form.points, limits.maxProjects, voting.start.lists[lists]);
      case "ordinal":
        return `${where} wybierasz ${howMany(limits)} i ustawiasz je w kolejności.`;
      case "scoring":
        return `${where} oceniasz projekty. ${scores(limits)}.`;
      case "knapsack":
        return form.maxCostGrosze === null
          ? `${where} wybierasz ${howMany(limits)}, które razem mieszczą się w puli.`
          : `${where} wybierasz ${howMany(limits)} za najwyżej ${f.shortMoney(form.maxCostGrosze)}.`;
      default:
        return `${where} wybierasz ${howMany(limits)}.`;
    }
  },
};
