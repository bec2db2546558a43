/** What a proposal says of itself, in the languages that the office reads: whoever accepts it may read another one than whoever proposed it. */
import type { City } from "../domain/city.ts";
import { type Language, MEASURE, rowOf } from "../domain/languages.ts";
import { LocalMoment } from "../domain/local-moment.ts";
import type { Localised } from "../domain/localised.ts";
import type { Proposal } from "../domain/office/pending.ts";
import { LocalDate } from "../domain/time.ts";
import type { Choice } from "../pages/components/typed-field.ts";
import type { Frame } from "../pages/layout.ts";
import type { StaffRequest } from "../platform/endpoint.ts";
import { frameOf } from "../platform/frame.ts";
import { FALLS } from "../words/fallback.ts";
import { type Words, wordsOf } from "../words/words.ts";
import type { Looking } from "./declared.ts";
import type { FieldWords } from "./form-words.ts";

/** A sentence in each language that the office reads; one that a language lacks is left to the reader's fallback. */
export const inOffice = async (
  { languages }: Pick<City, "languages">,
  say: (words: Words) => string | Promise<string>,
) => {
  const codes = languages.filter((code) => rowOf(code).office || code === MEASURE);
  const texts = await Promise.all(
    codes.map(async (code): Promise<[Language, string]> => [code, await say(await wordsOf(code))]),
  );
  return Object.fromEntries(texts.filter(([, text]) => !text.includes(FALLS))) as Localised;
};

/** The same, of what a page says. */
export const inEach = <P>(by: StaffRequest<P>, say: (by: StaffRequest<P>) => string | Promise<string>) =>
  inOffice(by.city, (words) => say({ ...by, words, language: words.language }));

/** What was typed, as somebody reads it: a box that was not ticked is not typed at all. */
const readable = (typed: string, { format, pending }: Words): string => {
  const at = LocalMoment.safeParse(typed).data;
  if (at) return format.moment(at);
  return LocalDate.safeParse(typed).success
    ? format.date(typed)
    : typed === "yes"
      ? pending.ofSubject.yes
      : typed;
};

/** A value of a field: the texts of what was chosen, else what was typed. */
const valueIn = (typed: unknown, texts: ReadonlyMap<string, string>, words: Words): string =>
  typed === undefined
    ? words.pending.ofSubject.no
    : [typed]
        .flat()
        .map((one) => texts.get(String(one)) ?? readable(String(one), words))
        .join(", ") || "–";

interface Asks<T> {
  readonly words: (frame: Frame, thing: T) => object;
  readonly choices?: (looking: Looking<T>) => object | Promise<object>;
}

/** The fields of a form, each as it is called and as it was filled in. */
export const toldOf = async <T>(
  names: readonly string[],
  typed: Readonly<Record<string, unknown>>,
  asks: Asks<T>,
  here: Looking<T>,
): Promise<Proposal<"of-subject">["told"]> => {
  const fieldAt = async (by: StaffRequest, field: string) => {
    const words = asks.words(frameOf(by), here.thing) as Readonly<Record<string, FieldWords | undefined>>;
    const choices = (await asks.choices?.({ ...here, by })) as Readonly<Record<string, readonly Choice[]>>;
    const options = choices?.[field] ?? Object.entries(words[field]?.options ?? {});
    const texts = new Map(options.map(([value, text]) => [value, typeof text === "string" ? text : text[0]]));
    return { label: words[field]?.label, value: valueIn(typed[field], texts, by.words) };
  };
  const lines = names.map(async (field) => {
    const { label } = await fieldAt(here.by, field);
    if (label === undefined) return [];
    const say = (pick: "label" | "value") =>
      inEach(here.by, async (by) => (await fieldAt(by, field))[pick] ?? field);
    return [{ term: await say("label"), value: await say("value") }];
  });
  return (await Promise.all(lines)).flat();
};
