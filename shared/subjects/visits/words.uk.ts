import type { Partly } from "../../words/fallback.ts";
import type { VisitWords } from "./words.pl.ts";

export const uk: Partly<VisitWords> = {
  title: "Візити до консультаційного пункту",
  lead: "Виберіть час. Посилання для підтвердження надішлемо на ваш e-mail разом із записом для календаря. Один e-mail має водночас щонайбільше два візити.",
  none: "Зараз немає вільного часу. Приходьте без запису або зателефонуйте.",
  meeting: "Візит до консультаційного пункту",
  seats: (count) => `вільні місця: ${count}`,
};
