import { formatsOf } from "../format.ts";
import type { LetterTexts, ShortTexts } from "../letter-words.ts";
import { otherWays } from "./other-ways.ts";

const f = formatsOf("uk-UA");

const fromVote = "Ви отримали цей лист, бо під час голосування вказано цю адресу.";
const fromStatement = "Ви отримали цей лист, бо цю адресу вказано в заяві мешканця.";

export const votingLetters: Pick<
  LetterTexts,
  | "voting/code"
  | "voting/no-match"
  | "voting/recorded"
  | "statement/filed"
  | "statement/accepted"
  | "statement/rejected"
> = {
  "voting/code": ({ code, until }) => ({
    subject: `Код для голосування: ${code}`,
    first: `Код для голосування: ${code}`,
    parts: [
      "Введіть цей код на сторінці голосування:",
      { large: code },
      `Код діє до ${f.time(until)}. Після цього попросіть новий на сторінці голосування.`,
      "Нікому не кажіть коду. Місто ніколи про нього не питає.",
    ],
    why: `${fromVote} Якщо це не ви, нічого не робіть.`,
  }),
  "voting/no-match": ({ hasStatement, ways }) => ({
    subject: "Коду не надішлемо: перевірте дані",
    first: "Даних, указаних на сторінці голосування, немає у списку виборців.",
    parts: [
      "Перевірте, чи немає в них помилки. Потім укажіть їх ще раз.",
      ...(hasStatement
        ? ["Ви живете в місті, але вас немає у списку? Подайте заяву на сторінці голосування."]
        : []),
      ...(ways.length > 0 ? [otherWays.lead, { items: ways.map((way) => otherWays[way]) }] : []),
    ],
    button: "Перейти до голосування",
    why: "Ви отримали це повідомлення, бо цю адресу вказали під час голосування. Якщо це не ви, нічого не робіть.",
  }),
  "statement/filed": ({ edition, statement, decidedBy }) => ({
    subject: "Ми отримали вашу заяву",
    first: "Ваша заява вже в міській раді.",
    parts: [
      `Номер заяви: ${statement}. Цикл ${edition} Громадського бюджету.`,
      decidedBy === null
        ? "Відповідь надійде на цю адресу."
        : `Останній день рішення: ${f.deadline(decidedBy)}. Відповідь надійде на цю адресу.`,
      "Подайте заяву лише раз. В установі досить прізвища або цього номера.",
    ],
    why: "Ви отримали це повідомлення, бо цю адресу вказано в заяві мешканця.",
  }),
  "statement/accepted": ({ edition, isVoteOver }) => ({
    subject: isVoteOver ? "Вашу заяву прийнято" : "Ви можете голосувати: заяву прийнято",
    first: isVoteOver
      ? "Вашу заяву прийнято. Голосування вже завершилося."
      : "Вашу заяву прийнято. Ви можете голосувати.",
    parts: [
      `Ми дописали вас до списку виборців у циклі ${edition} Громадського бюджету.`,
      isVoteOver
        ? "Рішення ухвалено після закриття голосування. Якщо маєте запитання, відповідайте на цей лист."
        : "На сторінці голосування введіть ті самі дані, що й у заяві. Код надійде окремо.",
    ],
    button: "Перейти до голосування",
    why: fromStatement,
  }),
  "statement/rejected": ({ edition, reason }) => ({
    subject: "Заяву не прийнято",
    first: "Вашу заяву не прийнято.",
    parts: [
      `Ми не дописали вас до списку виборців у циклі ${edition} Громадського бюджету.`,
      `Причина: ${reason}`,
      "Якщо щось не так, відповідайте на цей лист. Заяву можна подати ще раз.",
    ],
    why: fromStatement,
  }),
  "voting/recorded": ({ edition, resultsBy }) => ({
    subject: "Ваш голос записано",
    first: "Ваш голос записано.",
    parts: [
      `Ваш голос у циклі ${edition} Громадського бюджету вже в урні. Його не можна змінити чи віддати ще раз.`,
      resultsBy
        ? `Результати оголосимо: ${f.day(resultsBy)}.`
        : "Дату оголошення результатів повідомимо на сторінці голосування.",
      "Щоб перевірити, чи голос пораховано, введіть номер підтвердження. Ми показали його після голосування.",
      "Таємниця голосування: тут немає ні вашого вибору, ні номера підтвердження.",
    ],
    button: "Перевірити голос",
    why: fromVote,
  }),
};

export const shortVotingTexts: ShortTexts = {
  "voting/code": ({ code, until }) =>
    `Код для голосування: ${code}. Діє до ${f.time(until)}. Нікому не кажіть.`,
  "voting/no-match": () =>
    "Danykh z holosuvannia nemaie u spysku. Perevirte yikh i vkazhit shche raz. Inshi sposoby ye na storintsi holosuvannia.",
  "voting/recorded": ({ edition }) => `Ваш голос (цикл ${edition}) в урні. Це не ви? Напишіть нам.`,
};
