import type { Difference } from "../../domain/results/differences.ts";
import { formatsOf } from "../format.ts";
import type { BlockerWords } from "../refusal-words.ts";

const f = formatsOf("pl-PL");

/** What is known of a point as channel, id and day. */
const atPoint = (point: string, name: string | undefined): string => {
  const [channel, id = "", day = ""] = point.split(" ");
  return `${name ?? id}, ${f.date(day)}, ${channel === "paper" ? "karty papierowe" : "głosy oddane w punkcie"}`;
};

const difference = ({ what, district = "", point = "", name, expected, found }: Difference): string => {
  const [due, is] = [f.number(expected), f.number(found)];
  switch (what) {
    case "ballots-missing":
      return `karty z podpisanej listy, których nie ma w urnie: ${f.number(expected - found)}`;
    case "ballots-added":
      return `karty w urnie, których nie ma na podpisanej liście: ${is}`;
    case "markers":
      return `oddane głosy: ${is}, karty w urnie: ${due}`;
    case "district":
      return `dzielnica ${name ?? district}, oddane głosy: ${due}, karty: ${is}`;
    case "point":
      return `punkt ${atPoint(point, name)}, zapisane: ${due}, oddane głosy: ${is}`;
    case "counted":
      return `karty w urnie: ${due}, z tego dało się otworzyć i policzyć: ${is}`;
  }
};
export const blockers: BlockerWords = {
  "no-projects": () => "Na liście do głosowania nie ma żadnego projektu.",
  "empty-pool-list": ({ pools = [] }) => `Bez projektów są pule: ${pools.join(", ")}.`,
  "pool-without-money": ({ pools = [] }) => `Bez kwoty są pule: ${pools.join(", ")}.`,
  "no-roll": () => "Nie wczytano spisu uprawnionych.",
  "no-ballot-key": () => "Komisja nie podała klucza do kart do głosowania.",
  "undecided-proposals": ({ count = 0 }) =>
    `Bez rozstrzygnięcia: ${f.number(count)} ${f.plural(count, { one: "wniosek", few: "wnioski", many: "wniosków", other: "wniosku" })}.`,
  "open-appeals": ({ count = 0 }) => `Odwołania bez ogłoszonego rozstrzygnięcia: ${f.number(count)}.`,
  "appeals-run": ({ until = "" }) => `Odwołania mogą jeszcze przyjść do: ${f.deadline(until)}.`,
  "open-batches": ({ count = 0 }) =>
    `Niezamknięte partie kart papierowych: ${f.number(count)}. Karty trzeba wprowadzić albo odrzucić.`,
  "undecided-statements": ({ count = 0 }) =>
    `Do rozpatrzenia: ${f.number(count)} ${f.plural(count, { one: "oświadczenie", few: "oświadczenia", many: "oświadczeń", other: "oświadczenia" })} osób spoza spisu.`,
  "needs-count-key": () => "Komisja musi przekazać klucz prywatny do liczenia.",
  "open-voids": ({ count = 0 }) =>
    `Komisja musi jeszcze rozstrzygnąć sprawy spornych kart: ${f.number(count)}.`,
  "still-counting": () => "Trwa liczenie głosów. Nie ma jeszcze czego podpisać.",
  "needs-draw": ({ pools = [] }) =>
    `Remis rozstrzyga losowanie. Wpisz protokół losowania dla pul: ${pools.join(", ")}.`,
  "needs-sign-offs": ({ count = 0 }) =>
    `Brakuje ${f.number(count)} ${f.plural(count, { one: "podpisu", few: "podpisów", many: "podpisów", other: "podpisu" })} komisji.`,
  "no-verified-cost": ({ count = 0, projects = [] }) =>
    `Projekty bez sprawdzonego kosztu: ${f.number(count)}. To ${projects.join(", ")}.`,
  "over-pool": ({ count = 0, projects = [] }) =>
    `Projekty droższe niż cała pula: ${f.number(count)}. To ${projects.join(", ")}.`,
  "over-cap": ({ count = 0, projects = [] }) =>
    `Projekty droższe niż limit jednego projektu: ${f.number(count)}. To ${projects.join(", ")}.`,
  "open-hints": ({ count = 0 }) => `Wskazówki do listy bez potwierdzenia: ${f.number(count)}.`,
  "needs-order-seed": () => "Komisja nie wpisała jeszcze ziarna kolejności na karcie.",
  "counters-differ": ({ pools = [] }) =>
    `Dwa niezależne programy policzyły te listy różnie: ${pools.join(", ")}. Publikacja jest wstrzymana.`,
  "counts-differ": ({ differences = [] }) =>
    `Oddane głosy, karty i podpisana lista kart się nie zgadzają: ${differences.map(difference).join("; ")}. Publikacja jest wstrzymana.`,
};
