import { dayOf } from "../../../shared/domain/time.ts";
import type { Desk } from "./desk.ts";
import { askForConsultations } from "./requests.ts";
import type { Story } from "./story.ts";

const STAFF = "/v1/staff/consultations";

/** What people wrote on paper and by post, a letter each. */
const OF_THE_STREETS = [
  "Próg przy szkole tak, ale za blisko przystanku. Autobus będzie hamował dwa razy na stu metrach.",
  "Mieszkam przy Iłłakowiczówny. Po zmianie kierunku objazd zajmie mi dziesięć minut. Zostawcie wjazd od Grażyńskiego.",
  "Wyniesione przejście koło przychodni to świetny pomysł. Starsze osoby boją się tam przechodzić.",
  "Kto będzie odśnieżał progi? Zimą pług je omija i robi się lód.",
];

const OF_THE_VALLEY = [
  "Ścieżka trzy metry to za mało, jeśli mają się na niej minąć rowery i wózki. Proponuję trzy i pół.",
  "Proszę o ławki z oparciem i podłokietnikami. Bez nich moja mama nie wstanie.",
  "Plac zabaw przy moście zaleje pierwsza wiosenna woda. Lepiej na łące powyżej.",
  "Дякую за план. Прохання додати лавку біля містка: з візком там немає де відпочити.",
  "Wierzby tak, jesiony nie. W dolinie jesiony chorują od kilku lat.",
  "Nie zapomnijcie o psach: jedno ogrodzone miejsce wystarczy.",
];

const OF_THE_PARK = [
  "Więcej cienia przy alejce głównej. Latem nie da się tamtędy iść.",
  "Toaleta jest potrzebna bardziej niż fontanna.",
  "Zostawcie stary platan. Pod nim spotyka się pół dzielnicy.",
  "Oświetlenie tylko do północy, bo obok są sypialnie.",
];

/** What the office said to each of these, in their order. */
const ANSWERS = [
  ["accepted", "Posadzimy przy alejce osiem lip i postawimy dwie pergole."],
  ["partly", "Toaleta powstanie. Fontanna zostaje, bo to źródło wody do picia."],
  ["accepted", "Platan zostaje. Wokół niego zrobimy ławkę."],
  ["rejected", "Światło musi się palić do rana ze względu na monitoring. Oprawy skierujemy w dół."],
] as const;

type Clerk = Pick<Desk, "call" | "day">;

const keyed = async ({ call, day }: Clerk, id: string, on: number, remarks: readonly string[]) => {
  for (const [n, text] of remarks.entries())
    await call("editor", `POST ${STAFF}/${id}/remarks`, {
      origin: n % 2 === 0 ? "paper" : "mail",
      arrivedOn: dayOf(day(on)),
      remarks: [text],
      isNameShown: false,
    });
};

const decide = async ({ call }: Clerk, id: string, answers: readonly (readonly [string, string])[]) => {
  for (const [n, [verdict, reason]] of answers.entries())
    await call("editor", `POST ${STAFF}/${id}/remarks/rmk_00000${n + 1}/decision`, { verdict, reason });
};

/** The consultation of this title, which another story has made. */
const titled = async ({ call }: Clerk, title: string): Promise<string> => {
  const { items } = await call<{ items: { id: string; subject: { title: string } }[] }>(
    "editor",
    `GET ${STAFF}?limit=100`,
  );
  const found = items.find(({ subject }) => subject.title === title);
  if (!found) throw new Error(`the demo has no consultation "${title}"`);
  return found.id;
};

const PARK = {
  kind: "formal",
  subject: {
    title: "Park przy ulicy Markiefki",
    decided: "Gdzie będzie cień, światło i miejsce do siedzenia.",
    fixed: "Granice parku i kwota w budżecie.",
    decider: "Prezydent Miasta",
  },
  territory: ["L13"],
  forms: ["online", "paper"],
};

/** What residents said, with answers: one whose report is due, one that is on, one that came to its end; and what residents ask to be consulted. */
export const HEARD: Story = {
  says: "what residents said in consultations, reports, and requests for more",
  tell: async function* (desk) {
    const { call, day } = desk;
    yield -112;
    const { id: programme } = await call<{ id: string }>("editor", `POST ${STAFF}/programmes`, {
      name: "Zielone Katowice",
      lead: "Parki, skwery i doliny rzek: co zmieniamy w najbliższych latach. Każde miejsce ma własne konsultacje.",
    });
    const { id: park } = await call<{ id: string }>("editor", `POST ${STAFF}`, {
      ...PARK,
      programme,
      startsAt: day(-111),
      endsAt: day(-62),
    });
    for (const channel of ["bip", "website"])
      await call("editor", `POST ${STAFF}/${park}/announcements`, { channel, on: dayOf(day(-112)) });
    await call("editor", `POST ${STAFF}/${park}/publication`);

    yield -60;
    await keyed(desk, park, -65, OF_THE_PARK);
    const asked = await askForConsultations(desk);
    await decide(desk, park, ANSWERS);
    await call("editor", `POST ${STAFF}/${park}/report`, {
      course: "Uwagi zbieraliśmy przez siedem tygodni, przez internet i na papierze w czterech bibliotekach.",
      conclusions:
        "W parku będzie więcej cienia (#1), stary platan zostaje (#3), a przy placu zabaw stanie toaleta (#2).",
    });
    const proposed = await call<{ pendingId: string }>("editor", `POST ${STAFF}/${park}/report/publication`);
    await call("coordinator", `POST /v1/staff/pending/${proposed.pendingId}/acceptance`);

    yield -40;
    await keyed(desk, await titled(desk, "Strefa uspokojonego ruchu na Koszutce"), -40, OF_THE_STREETS);
    await asked.answered();

    yield -20;
    await call("editor", `POST ${STAFF}/${park}/effects`, {
      text: "Umowa na projekt jest podpisana. Pierwsze lipy posadzimy jesienią.",
      decidedOn: dayOf(day(-20)),
    });

    yield -3;
    await decide(desk, await titled(desk, "Strefa uspokojonego ruchu na Koszutce"), [
      ["accepted", "Próg przesuniemy o czterdzieści metrów, za przystanek."],
      ["partly", "Wjazd od Grażyńskiego zostaje dla mieszkańców."],
    ]);
    await keyed(desk, await titled(desk, "Zagospodarowanie doliny rzeki"), -3, OF_THE_VALLEY);
    await asked.called();
    return {};
  },
};
