import { dayOf } from "../../../shared/domain/time.ts";
import type { Desk } from "./desk.ts";

/** Each came in a letter of its own; the last two wait for a moderator. */
const LETTERS = [
  {
    text: "Ścieżka nad rzeką musi mieć latarnie, bo zimą jest tam ciemno już o szesnastej.",
    name: "Irena Gajda",
  },
  {
    text: "Przy moście od lat zalega gruz. Proszę dzwonić do sąsiada, 501 222 333, on wie, kto go wysypał.",
    name: "Roman Pająk",
  },
  { text: "Najtańsze altany ogrodowe tylko u nas! Zamów dziś: www.altany.example", name: "Altany Premium" },
  { text: "Więcej wierzb, mniej betonu. I kosze na psie odchody co sto metrów.", name: "Beata Lis" },
  { text: "Plac zabaw jest za blisko drogi. Szczegóły: https://www.dolina.example/plac", name: "Jan Wilk" },
] as const;

const emailOf = (n: number): string => `uwaga.${n + 1}@example.com`;

/** Remarks on a consultation: one is passed, one blacked out in part, one hidden, and two wait. */
export const moderated = async ({ call, day }: Pick<Desk, "call" | "day">, id: string): Promise<void> => {
  const posts: string[] = [];
  for (const [n, { text, name }] of LETTERS.entries()) {
    const made = await call<{ remarks: string[] }>("editor", `POST /v1/staff/consultations/${id}/remarks`, {
      origin: "mail",
      arrivedOn: dayOf(day(-2)),
      remarks: [text],
      name,
      isNameShown: n !== 1,
      email: emailOf(n),
    });
    posts.push(...made.remarks);
  }
  const moderate = (n: number, act: string, body?: object) =>
    call("moderator", `POST /v1/staff/moderation/${id}/${posts[n]}/${act}`, body);
  await moderate(0, "pass");
  await moderate(1, "masking", {
    words: ["501 222 333"],
    why: { point: "3", note: "Numer telefonu innej osoby. Reszta uwagi zostaje." },
  });
  await moderate(2, "hiding", { point: "4" });
};
