import type { Criterion, Procedure } from "../domain/procedure/criteria.ts";
import type { RuleSet } from "../domain/rule-set.ts";

type Texts = readonly [pl: string, en: string, uk: string];
type Reason = readonly [id: string, pl: string, en: string];

const criterion = (
  id: string,
  [pl, en, uk]: Texts,
  reasons: readonly Reason[],
  more: Partial<Pick<Criterion, "fills" | "correctable">> = {},
): Criterion => ({
  id,
  title: { pl, en, uk },
  correctable: true,
  ...more,
  reasons: reasons.map(([reason, inPolish, inEnglish]) => ({
    id: reason,
    text: { pl: inPolish, en: inEnglish },
  })),
});

const FORMAL: Criterion[] = [
  criterion(
    "deadline",
    ["Złożony w terminie naboru", "Handed in during the call", "Подано в строк прийому"],
    [["late", "Wniosek wpłynął po terminie naboru.", "The proposal came in after the call."]],
    { fills: "deadline", correctable: false },
  ),
  criterion(
    "form",
    ["Formularz jest poprawny i kompletny", "The form is correct and complete", "Форма правильна і повна"],
    [
      ["missing-parts", "W formularzu brakuje wymaganych danych.", "Required parts of the form are missing."],
      ["unsigned", "Formularz nie jest podpisany.", "The form is not signed."],
    ],
  ),
  criterion(
    "author",
    [
      "Autor ukończył wymagany wiek i mieszka w mieście",
      "The author is old enough and lives in the city",
      "Автор має потрібний вік і живе в місті",
    ],
    [["not-resident", "Autor nie mieszka w mieście.", "The author does not live in the city."]],
  ),
  criterion(
    "supporters",
    ["Lista poparcia jest kompletna", "The list of supporters is complete", "Список підтримки повний"],
    [
      [
        "too-few",
        "Na liście poparcia jest za mało ważnych podpisów.",
        "Too few valid signatures are on the list.",
      ],
    ],
    { fills: "supporters" },
  ),
  criterion(
    "consents",
    [
      "Są wymagane oświadczenia spółdzielni i wspólnot",
      "Statements of housing co-operatives are attached",
      "Є потрібні заяви кооперативів",
    ],
    [
      [
        "no-statement",
        "Brakuje oświadczenia spółdzielni lub wspólnoty.",
        "The statement of the co-operative is missing.",
      ],
    ],
  ),
  criterion(
    "cost",
    [
      "Szacowany koszt nie przekracza limitu puli",
      "The estimated cost is within the cap of the pool",
      "Орієнтовна вартість у межах ліміту",
    ],
    [
      [
        "over-cap",
        "Szacowany koszt przekracza limit puli.",
        "The estimated cost is above the cap of the pool.",
      ],
    ],
    { fills: "cost" },
  ),
  criterion(
    "place",
    ["Miejsce leży w granicach puli", "The place is within the pool", "Місце в межах району"],
    [["elsewhere", "Miejsce leży poza obszarem puli.", "The place is outside the area of the pool."]],
    { fills: "place" },
  ),
  criterion(
    "works",
    [
      "Jest zgoda na użyte zdjęcia i projekty",
      "Pictures and designs may be used",
      "Є згода на використані матеріали",
    ],
    [
      [
        "no-consent",
        "Brakuje zgody autora użytych materiałów.",
        "The consent to use the materials is missing.",
      ],
    ],
  ),
  criterion(
    "decent",
    [
      "Tytuł i opis nie naruszają prawa ani dobrych obyczajów",
      "Title and text offend neither law nor decency",
      "Назва й опис не порушують норм",
    ],
    [["offensive", "Tytuł lub opis zawiera treści obraźliwe.", "Title or text are offensive."]],
    { correctable: false },
  ),
  criterion(
    "twice",
    ["Wniosku nie złożono dwa razy", "The proposal was not handed in twice", "Заявку не подано двічі"],
    [["same", "Taki sam wniosek jest już złożony.", "The same proposal is handed in already."]],
    { fills: "twice", correctable: false },
  ),
];

const MERIT: Criterion[] = [
  criterion(
    "law",
    ["Zgodny z prawem", "Within the law", "Відповідає закону"],
    [["against-law", "Zadanie jest sprzeczne z prawem.", "The task is against the law."]],
    { correctable: false },
  ),
  criterion(
    "own-task",
    ["Należy do zadań własnych miasta", "A task of the city's own", "Власне завдання міста"],
    [["not-own", "To zadanie nie należy do miasta.", "This task is not the city's."]],
    { correctable: false },
  ),
  criterion(
    "standards",
    ["Zgodny z normami technicznymi", "Meets technical standards", "Відповідає технічним нормам"],
    [
      [
        "below-standards",
        "Zadanie nie spełnia norm technicznych.",
        "The task does not meet technical standards.",
      ],
    ],
  ),
  criterion(
    "plans",
    [
      "Zgodny z planami miejscowymi i strategiami",
      "Agrees with local plans and strategies",
      "Відповідає планам і стратегіям",
    ],
    [["against-plans", "Zadanie jest sprzeczne z planem miejscowym.", "The task is against the local plan."]],
    { correctable: false },
  ),
  criterion(
    "forecast",
    [
      "Zgodny z wieloletnią prognozą finansową",
      "Agrees with the long-term financial forecast",
      "Відповідає фінансовому прогнозу",
    ],
    [
      [
        "against-forecast",
        "Zadanie jest sprzeczne z prognozą finansową.",
        "The task is against the financial forecast.",
      ],
    ],
    { correctable: false },
  ),
  criterion(
    "third-parties",
    ["Nie narusza praw osób trzecich", "Infringes nobody's rights", "Не порушує прав інших осіб"],
    [["rights", "Zadanie narusza prawa osób trzecich.", "The task infringes the rights of others."]],
  ),
  criterion(
    "no-brand",
    ["Nie wskazuje wykonawcy ani marki", "Names no contractor or brand", "Не називає виконавця чи бренду"],
    [["brand", "Opis wskazuje wykonawcę albo markę.", "The text names a contractor or a brand."]],
  ),
  criterion(
    "land",
    ["Miasto może dysponować terenem", "The city may use the land", "Місто може користуватися ділянкою"],
    [["not-city-land", "Teren nie należy do miasta.", "The land is not the city's."]],
  ),
  criterion(
    "place",
    ["Wykonalny w tym miejscu", "Feasible at this place", "Здійсненний у цьому місці"],
    [["not-here", "W tym miejscu nie da się wykonać zadania.", "The task cannot be done at this place."]],
  ),
  criterion(
    "city-works",
    [
      "Nie koliduje z inwestycjami miasta",
      "Does not clash with works of the city",
      "Не суперечить роботам міста",
    ],
    [["clash", "Zadanie koliduje z inwestycją miasta.", "The task clashes with works of the city."]],
  ),
  criterion(
    "warranty",
    [
      "Nie narusza gwarancji na wykonane roboty",
      "Keeps the warranty of existing works",
      "Не порушує гарантії",
    ],
    [["warranty-lost", "Zadanie naruszyłoby gwarancję.", "The task would end a warranty."]],
  ),
  criterion(
    "market",
    ["Można go zlecić na rynku", "Can be bought on the market", "Можна замовити на ринку"],
    [["no-market", "Nikt na rynku nie wykonuje takich zadań.", "Nobody on the market does such tasks."]],
  ),
  criterion(
    "whole",
    [
      "To całe zadanie, a nie sama dokumentacja",
      "A whole task and not documents alone",
      "Ціле завдання, а не лише документи",
    ],
    [["documents-only", "Wniosek obejmuje samą dokumentację.", "The proposal is for documents alone."]],
  ),
  criterion(
    "permits",
    [
      "Pozwolenia można zdobyć w czasie realizacji",
      "Permits can be had in time",
      "Дозволи можна отримати вчасно",
    ],
    [["no-permit", "Pozwoleń nie da się zdobyć na czas.", "Permits cannot be had in time."]],
  ),
  criterion(
    "term",
    [
      "Wykonalny w roku budżetowym albo w dwóch latach",
      "Feasible in one budget year or in two",
      "Здійсненний за рік або два",
    ],
    [["too-long", "Zadanie trwa dłużej niż dwa lata.", "The task takes longer than two years."]],
  ),
  criterion(
    "no-stages",
    ["Nie wymusza dalszych etapów", "Forces no further stages", "Не потребує подальших етапів"],
    [["stages", "Zadanie wymusza kolejne etapy.", "The task forces further stages."]],
  ),
  criterion(
    "open",
    ["Ogólnodostępny i bezpłatny", "Open to all and free of charge", "Доступний усім і безплатний"],
    [["not-open", "Z zadania nie skorzystają wszyscy mieszkańcy.", "Not all residents could use it."]],
  ),
  criterion(
    "upkeep",
    ["Koszty utrzymania są współmierne", "Running costs are in proportion", "Витрати на утримання помірні"],
    [["dear-upkeep", "Utrzymanie kosztowałoby zbyt wiele.", "Its upkeep would cost too much."]],
  ),
  criterion(
    "verified-cost",
    [
      "Koszt po sprawdzeniu mieści się w limicie puli",
      "The verified cost is within the cap of the pool",
      "Перевірена вартість у межах ліміту",
    ],
    [
      [
        "over-cap",
        "Koszt po sprawdzeniu przekracza limit puli.",
        "The verified cost is above the cap of the pool.",
      ],
    ],
  ),
];

/** Neither the city's present list of criteria nor its days were found: see the sources. */
export const KATOWICE_PROCEDURE: Procedure = {
  version: 1,
  correctionDays: 7,
  opinionDays: 10,
  formal: FORMAL,
  merit: MERIT,
};

export const PROCEDURE_SOURCES: RuleSet["sources"] = [
  {
    on: "procedure.formal",
    says: "list of supporters, statements of co-operatives, the author's age and address, cost within the pool, a correct and complete form. The rest is ours to confirm",
    from: "bo.katowice.eu, formal check of the II edition; katowice.eu, verification of projects, I edition",
  },
  {
    on: "procedure.merit",
    says: "running costs, plans and forecast, rights of others are grounds of the Green Budget; the others are those of Warsaw's public card, until the city gives its own",
    from: "bo.katowice.eu/zielony-budzet-strefa-wnioskodawcy; github.com/City-of-Warsaw/decidim-warsaw-bo, merit card",
  },
  {
    on: "procedure.correctionDays",
    says: "that authors are called to correct is known, in how many days is not: seven working days are ours",
    from: "art. 64 § 2 of the Code of Administrative Procedure: at least seven days",
  },
];
