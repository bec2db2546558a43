import { SMALLEST_SHARE, type ToldOf } from "../../domain/voting/turnout.ts";
import { formatsOf } from "../format.ts";
import type { Catalogue } from "../words.ts";
import { frame } from "./frame.ts";

const f = formatsOf("uk-UA");

/** A share that is not shown as none where somebody voted. */
const percent = (share: number): string =>
  share > 0 && share < SMALLEST_SHARE ? `менше ніж ${f.percent(SMALLEST_SHARE)}` : f.percent(share);

const ofPeople = ({ whom, people }: ToldOf): string =>
  whom === "residents"
    ? `з ${f.number(people)} ${f.plural(people, { one: "мешканця", other: "мешканців" })}`
    : `з ${f.number(people)} ${f.plural(people, { one: "людини", other: "людей" })} у списку виборців`;

export const results: Catalogue["results"] = {
  list: {
    title: "Результати",
    lead: "Тут видно, які проєкти перемогли, скільки вони коштують і чому решта не перемогла.",
    votedUntil: (at) => `Голосування завершилося: ${f.deadline(at)}.`,
    due: "На ці результати ми чекаємо",
    dueAt: (at) => `Результати оголосимо: ${f.moment(at)}.`,
    dueLater: "Результати оголосимо після підрахунку голосів.",
    none: "Оголошених результатів ще немає.",
    see: "Переглянути результати",
  },

  due: {
    title: (edition) => `Результати циклу ${edition}`,
    notYet: "Цих результатів ще немає.",
    same: "Вони зʼявляться на цій сторінці.",
    awaits: {
      cards: (until) =>
        `Управління вводить паперові бюлетені. Пункти реєструють їх ${frame.until(until)}, якщо управління не підтвердить раніше, що надійшли всі.`,
      batches: "Управління вводить останні паперові бюлетені. Коли завершить, урну буде закрито.",
      key: "Урну закрито. Голоси рахуватимуть, коли комісія передасть свій ключ.",
      count: "Триває підрахунок голосів. Результат підписують дві людини з комісії, потім його оголошують.",
    },
    others: "Результати інших циклів",
  },

  turnout: {
    heading: "Скільки людей уже проголосувало",
    few: "Менше ніж 10 людей",
    atLeast: (count) => `Щонайменше ${f.number(count)} людей`,
    of: ({ whom, people }) =>
      `${whom === "residents" ? "Мешканців" : "Людей у списку виборців"}: ${f.number(people)}.`,
    above:
      "Проголосувало більше людей, ніж становить кількість мешканців, з якою місто відкрило цикл. Ця кількість є оцінкою.",
    countedAt: (at) => `Станом на: ${f.moment(at)}.`,
    rounded:
      "Числа округлюємо вниз: до десятків, а від тисячі – до сотень. Рахуємо щонайбільше раз на годину. Точні числа оголосимо з результатами, без районів, де проголосувало менше ніж 5 людей, а часом і без ще одного.",
    caption: "Виборці за районами",
    columns: {
      district: "Район",
      voters: "Проголосувало",
      residents: "Мешканці",
      roll: "У списку виборців",
    },
  },

  cycle: {
    title: (edition) => `Результати циклу ${edition}`,
    published: (at) => `Оголошено: ${f.moment(at)}.`,
    version: (version) => `Це версія ${f.number(version)}. Попередні замінено, бо результат змінився.`,
    voters: "Проголосувало",
    withGuardian: "З них дітей з опікуном",
    turnout: "Явка",
    turnoutOf: (share, told) => {
      if (share !== undefined) return `${percent(share)} ${ofPeople(told)}`;
      return told.whom === "residents"
        ? `проголосувало більше людей, ніж становить кількість мешканців, з якою місто відкрило цикл (${f.number(told.people)}); вона є оцінкою, тому відсотка не подаємо`
        : `проголосувало більше людей, ніж є у списку виборців (${f.number(told.people)}), тому відсотка не подаємо`;
    },
    share: (share) => (share === undefined ? "–" : percent(share)),
    estimate: "Кількість мешканців є оцінкою: явки, яка вийшла б понад 100%, ми не подаємо.",
    untold:
      "У таблиці немає районів, де проголосувало менше ніж 5 людей. Може бракувати ще одного: без нього ніхто не обчислить їх із загального числа.",
    pointDays: "Дні роботи пунктів голосування",
    pointDaysOf: (signed, worked) => `${f.number(signed)} з ${f.number(worked)} підписали двоє людей`,
    paper: "Паперові бюлетені",
    paperOf: (accepted, cards) => `${f.number(accepted)} дійсних із ${f.number(cards)} отриманих`,
    paperAfterClose: "Бюлетені, зареєстровані після закриття голосування",
    voided: "Недійсних бюлетенів",
    voidedOf: (count, reasons) => `${f.number(count)} (${reasons.join("; ")})`,
    voidedFor: (reason, count) => `${reason}: ${f.number(count)}`,
    chosen: "Обраних проєктів",
    chosenOf: (count, all) => `${f.number(count)} з ${f.number(all)}`,
    pools: "Кошти всіх списків разом",
    spent: "Витрачено",
    left: "Залишилося",
    ruleHeading: "Правило підрахунку",
    leftOverHeading: "На що пішли гроші, які залишилися у списках",
    leftOver: (amount, left) =>
      `У списках залишилося ${f.shortMoney(amount)}. За них ми обрали ще проєкти нижче; після них залишилося ${f.shortMoney(left)}.`,
    leftOverNone: (amount) =>
      `У списках залишилося ${f.shortMoney(amount)}. На жоден з решти проєктів цього не вистачило.`,
    byTurnout: "Ми почали зі списку району або кількох районів, де явка була найвищою, і йшли до найнижчої.",
    thresholds: (minimums) => {
      const where = {
        district: "у районі",
        area: "у списку кількох районів",
        citywide: "у загальноміському списку",
      };
      return `Потрібний мінімум: ${minimums.map(({ kind, minimum }) => `${where[kind]} ${minimum}`).join(", ")}.`;
    },
    caption: "Результати за списками",
    columns: ["Список", "Обрані проєкти", "Кошти", "Витрачено", "Залишилося", "Голосів"],
  },

  pool: {
    title: (name) => `Результати: ${name}`,
    back: "Усі списки",
    ballots: "Голосів у цьому списку",
    pool: "Кошти",
    barHeading: "На що пішли гроші",
    nothing: "У цьому списку не обрано жодного проєкту.",
    caption: "Усі проєкти в порядку підрахунку",
    columns: ["Місце", "Проєкт", "Вартість", "Бали", "Голоси", "Результат"],
    tiesHeading: "Як ми вирішили, коли результат був рівний",
    noTies: "Рівних результатів, які треба було вирішувати, не було.",
    tie: (points, numbers) =>
      `По ${f.number(points)} ${f.plural(points, { one: "балу", other: "балів" })}: ${numbers.join(", ")}.`,
    settledBy: (keys) => `Порядок вирішило: ${keys.join(", потім ")}.`,
    keys: {
      "more-voters": "більша кількість виборців",
      cheaper: "нижча вартість",
      "drawn-number": "менший номер за жеребом",
      "file-order": "місце у списку",
      lot: "жеребкування",
    },
    seed: "Жеребкування з числа, яке комісія замкнула до голосування. Опис є в пакеті, у файлі draws.json.",
    draw: (protocol) => `Жереб тягнула комісія. Протокол: ${protocol}.`,
    undecided: "Жеребкування не було, бо порядок не мав значення.",
    noMatter: "Інший порядок не змінив би результату.",
  },

  whatIf: {
    title: (name) => `Інше правило підрахунку: ${name}`,
    back: "Чинний результат",
    notBinding:
      "Це не результат голосування. Ті самі голоси ми порахували за іншим правилом, щоб можна було порівняти. Чинне лише правило цього циклу.",
    rule: "Правило",
    count: "Порахувати",
    figures: "Порівняння",
    figure: "Що порівнюємо",
    binding: "Чинний результат",
    other: "Інше правило",
    funded: "Обраних проєктів",
    spent: "Витрачено",
    served: "Виборці, чий хоча б один проєкт переміг",
    choices: "Проєктів, що перемогли, на виборця",
    worth: "Скільки коштують проєкти, що перемогли, у середньому на виборця",
    projects: "Проєкти",
    project: "Проєкт",
    cost: "Вартість",
    yes: "Обрано",
    no: "Не обрано",
    differs: "інакше, ніж у чинному результаті",
  },

  files: {
    heading: "Перевірте результат самостійно",
    lead: "Кожен може порахувати голоси ще раз. Файли не містять даних людей.",
    csv: "Таблиця результатів (CSV)",
    json: "Результати для програм (JSON)",
    pb: (name) => `Голоси й проєкти: ${name} (Pabulib, .pb)`,
    package: "Пакет з усім (ZIP)",
    how: "Як порахувати голоси ще раз",
    steps: [
      "Завантажте файл .pb і програму Rynek. Програма відкрита.",
      "Запустіть підрахунок. Результат має бути такий самий, як на цій сторінці.",
      "Порівняйте хеші файлів із тими, що нижче.",
    ],
    receipt: "Перевірте, чи ваш голос пораховано",
    digests: "Хеші та підписи",
    signed: "Хеш, який підписала комісія",
    leaves: "Хеш списку голосів (leaves.txt)",
    rules: "Хеш правил циклу",
    tally: "Хеш підрахунку цього списку",
    signatures: "Підписали",
    signature: (name, at) => `${name}, ${f.moment(at)}`,
  },
};
