import type { Partly } from "../../words/fallback.ts";
import { formatsOf } from "../../words/format.ts";
import type { MeetingWords } from "./words.pl.ts";

const f = formatsOf("uk-UA");

const why = "Ви отримали цього листа, бо цю адресу вказали під час запису на зустріч.";

const meetingOn = ({ title, startsAt }: { readonly title: string; readonly startsAt: string }): string =>
  `Зустріч: ${title}, ${f.moment(startsAt)}`;

export const uk: Partly<MeetingWords> = {
  needs: {
    "sign-language": "перекладач жестової мови",
    wheelchair: "місце для візка",
    loop: "індукційна петля",
    childcare: "догляд за дитиною",
    other: "інша потреба",
  },
  letters: {
    offered: (meeting, seats, until) => ({
      subject: `Вільне місце: зустріч ${f.shortDay(meeting.startsAt)}`,
      first: `Місце ваше, якщо ви приймете його до: ${f.moment(until)}.`,
      parts: [
        { items: [meetingOn(meeting), `Кількість осіб: ${f.number(seats)}`] },
        "Хто не відповість вчасно, вибуває зі списку, а місце отримує наступна особа.",
      ],
      button: "Прийняти місце або відмовитися",
      why,
    }),
    lapsed: (meeting) => ({
      subject: `Місце втрачено: зустріч ${f.shortDay(meeting.startsAt)}`,
      first: "Минув час, щоб прийняти місце, яке на вас чекало.",
      parts: [meetingOn(meeting), "Місце отримала наступна особа. Ви можете записатися ще раз."],
      button: "Переглянути зустріч",
      why,
    }),
    reminder: (meeting) => ({
      subject: `Нагадування: зустріч ${f.shortDay(meeting.startsAt)}`,
      first: `У вас є місце на зустрічі: ${f.moment(meeting.startsAt)}.`,
      parts: [
        { items: [meetingOn(meeting), `Де: ${meeting.place.name}, ${meeting.place.address}`] },
        "Не можете прийти? Поверніть місце, і його отримає хтось зі списку очікування.",
      ],
      button: "Переглянути запис або повернути місце",
      why,
    }),
    need: (meeting, need, verdict, text) => ({
      subject: `Ваша потреба: зустріч ${f.shortDay(meeting.startsAt)}`,
      first:
        verdict === "arranged"
          ? `Управління це забезпечить: ${need}.`
          : `Управління не може цього забезпечити: ${need}.`,
      parts: [meetingOn(meeting), ...(text === undefined ? [] : [text])],
      button: "Переглянути запис",
      why,
    }),
  },
  item: (at, title, speaker) => `${at} ${title}${speaker === undefined ? "" : ` (${speaker})`}`,
};
