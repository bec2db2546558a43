import { dayOf } from "../../../shared/domain/time.ts";
import type { Desk } from "./desk.ts";
import type { Story } from "./story.ts";

const NONE = { pl: [] };
const ASKED = { options: NONE, isRequired: false, most: null, after: null };

const QUESTIONS = [
  {
    ...ASKED,
    kind: "one",
    text: {
      pl: "Jak często jesteś w Dolinie Trzech Stawów?",
      en: "How often are you in the Valley of Three Ponds?",
      uk: "Як часто ви буваєте в Долині Трьох Ставків?",
    },
    options: {
      pl: ["Co najmniej raz w tygodniu", "Kilka razy w miesiącu", "Rzadziej", "Nie bywam"],
      en: ["At least once a week", "Several times a month", "Less often", "Never"],
      uk: ["Щонайменше раз на тиждень", "Кілька разів на місяць", "Рідше", "Не буваю"],
    },
    isRequired: true,
  },
  {
    ...ASKED,
    kind: "several",
    text: { pl: "Co tam robisz?", en: "What do you do there?", uk: "Що ви там робите?" },
    options: {
      pl: ["Spaceruję", "Biegam albo jeżdżę na rowerze", "Jestem z dziećmi", "Pływam"],
      en: ["I walk", "I run or ride a bicycle", "I come with children", "I swim"],
      uk: ["Гуляю", "Бігаю або їжджу велосипедом", "Буваю з дітьми", "Плаваю"],
    },
    after: { question: "q1", option: "1" },
  },
  {
    ...ASKED,
    kind: "scale",
    text: { pl: "Jak oceniasz czystość?", en: "How clean is it?", uk: "Як ви оцінюєте чистоту?" },
  },
  {
    ...ASKED,
    kind: "ranking",
    text: { pl: "Co zrobić najpierw?", en: "What should come first?", uk: "Що зробити спочатку?" },
    options: {
      pl: ["Oświetlenie alejek", "Toalety", "Cień nad placem zabaw"],
      en: ["Lamps along the paths", "Toilets", "Shade over the playground"],
      uk: ["Освітлення алей", "Туалети", "Тінь над дитячим майданчиком"],
    },
  },
  {
    ...ASKED,
    kind: "long",
    text: {
      pl: "Co jeszcze powinniśmy wiedzieć?",
      en: "What else should we know?",
      uk: "Що ще нам варто знати?",
    },
  },
  {
    ...ASKED,
    kind: "place",
    text: { pl: "Gdzie mieszkasz?", en: "Where do you live?", uk: "Де ви живете?" },
    isRequired: true,
  },
];

const WISHES = [
  "Przydałyby się ławki po stronie lotniska.",
  "Psy bez smyczy przy placu zabaw.",
  "Wieczorem jest za ciemno, boję się wracać.",
];
const DISTRICTS = ["L1", "L2", "L6", "L10", "L13", "L16"];

/** What the n-th of the residents answers: as people do, most alike and some not. */
const answerOf = (n: number) => {
  const visits = ["1", "2", "1", "3", "2", "1", "4"][n % 7] ?? "1";
  return {
    q1: visits,
    ...(visits === "1" && { q2: n % 2 === 0 ? ["1", "2"] : ["1", "3"] }),
    q3: ["4", "3", "4", "5", "2"][n % 5] ?? "4",
    ...(n % 3 !== 0 && { q4: n % 2 === 0 ? ["1", "3", "2"] : ["2", "1"] }),
    ...(n % 9 === 0 && { q5: WISHES[(n / 9) % WISHES.length] ?? "" }),
    q6: { district: DISTRICTS[n % DISTRICTS.length] ?? "L1" },
  };
};

const make = async ({ call }: Desk, survey: object): Promise<string> => {
  const { id } = await call<{ id: string }>("editor", "POST /v1/staff/surveys", survey);
  await call("editor", `POST /v1/staff/surveys/${id}/publication`);
  return id;
};

const ONLINE = 46;
const PAPERS = 18;
const READERS = 24;

/** A survey that is on with answers from screens and from a box of papers, one whose results are final, and a draft. */
export const SURVEYS: Story = {
  says: "surveys: one that is on, one with final results, a draft",
  tell: async function* (desk) {
    const { call, ask, day } = desk;
    const about = {
      title: {
        pl: "Dolina Trzech Stawów: jak jej używasz?",
        en: "The Valley of Three Ponds: how do you use it?",
        uk: "Долина Трьох Ставків: як ви нею користуєтеся?",
      },
      about: {
        pl: "Chcemy wiedzieć, co poprawić przed latem. Ankieta ma sześć pytań.",
        en: "We want to know what to mend before the summer. There are six questions.",
        uk: "Ми хочемо знати, що покращити до літа. В анкеті шість питань.",
      },
    };
    const contact = "Wydział Dialogu, tel. 32 555 01 20";
    const survey = { ...about, contact, access: "anonymous", results: "live", questions: QUESTIONS };

    yield -40;
    const over = await make(desk, {
      ...survey,
      title: {
        pl: "Godziny otwarcia bibliotek",
        en: "Opening hours of libraries",
        uk: "Години роботи бібліотек",
      },
      about: {
        pl: "Pytamy, kiedy biblioteki mają być otwarte.",
        en: "We ask when libraries should be open.",
        uk: "Питаємо, коли бібліотеки мають бути відчинені.",
      },
      access: "anonymous",
      results: "end",
      questions: [
        {
          ...ASKED,
          kind: "one",
          text: {
            pl: "Kiedy najchętniej przychodzisz?",
            en: "When do you like to come?",
            uk: "Коли вам найзручніше приходити?",
          },
          options: {
            pl: ["Rano", "Po południu", "W sobotę"],
            en: ["In the morning", "In the afternoon", "On Saturday"],
            uk: ["Вранці", "Пообіді", "У суботу"],
          },
          isRequired: true,
        },
      ],
      startsAt: day(-40),
      endsAt: day(-20),
    });
    for (let n = 0; n < READERS; n++)
      await ask(`POST /v1/surveys/${over}/answers`, {
        revision: 1,
        answers: { q1: n % 3 === 0 ? "3" : "2" },
      });

    yield -19;
    const path = `POST /v1/staff/surveys/${over}/results`;
    const { pendingId } = await call<{ pendingId: string }>("editor", path);
    await call("coordinator", `POST /v1/staff/pending/${pendingId}/acceptance`);

    yield -10;
    const on = await make(desk, { ...survey, startsAt: day(-10), endsAt: day(11) });
    for (let n = 0; n < ONLINE; n++) {
      await ask(`POST /v1/surveys/${on}/answers`, { revision: 1, answers: answerOf(n) });
    }

    yield -2;
    await call("clerk", `POST /v1/staff/surveys/${on}/paper-answers`, {
      origin: { place: "Filia nr 5, urna w holu", collectedOn: dayOf(day(-3)) },
      answers: Array.from({ length: PAPERS }, (_, n) => answerOf(n * 5 + 2)),
    });
    await call("editor", "POST /v1/staff/surveys", {
      ...survey,
      title: { pl: "Ankieta po głosowaniu: co poprawić?" },
      about: { pl: "Szkic. Zapytamy tych, którzy głosowali." },
      access: "address",
      questions: [],
      startsAt: day(20),
      endsAt: day(40),
    });
    return {};
  },
};
