import { formatsOf } from "../format.ts";
import type { Catalogue } from "../words.ts";

const f = formatsOf("uk-UA");

/** What residents read about consultations. */
export const consultations: Catalogue["consultations"] = {
  title: "Консультації",
  lead: "Що місто вирішує зараз і як ви можете висловити свою думку.",
  none: "Зараз немає жодних консультацій. Перегляньте зустрічі або поверніться пізніше.",
  meetings: "Переглянути зустрічі",
  statuses: {
    draft: "чернетка",
    announced: "оголошено",
    open: "тривають",
    ended: "завершено",
  },
  kinds: {
    formal: ["Громадські консультації", "Формальні консультації з мешканцями."],
    ngo: [
      "Консультації з організаціями",
      "Консультації проєкту місцевого права з неурядовими організаціями.",
    ],
    dialogue: ["Діалог", "Розмова з мешканцями. Це не формальні консультації."],
  },
  forms: {
    online: "онлайн-форма",
    email: "електронна пошта",
    paper: "паперова форма",
    survey: "опитування",
    meeting: "зустріч",
    workshop: "майстерня",
    walk: "дослідницька прогулянка",
    "info-point": "інформаційний пункт",
  },
  citywide: "усе місто",
  dates: (startsAt, endsAt) => `${f.moment(startsAt)} – ${f.deadline(endsAt)}`,
  terms: {
    kind: "Вид",
    dates: "Коли",
    territory: "Територія",
    forms: "Як узяти участь",
  },
  decided: "Що потрібно вирішити",
  fixed: "Що змінити не можна",
  meetingsHeading: "Зустрічі",
  noMeetings: "До цих консультацій зустрічей ще немає.",
};
