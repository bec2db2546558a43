/** The form of a remark: its own fields, and those of the statutory letter of a kind that has one. */
import type { City } from "../../domain/city.ts";
import type { KindRules } from "../../domain/consultation/kinds.ts";
import { AboutYou } from "../../domain/consultation/people.ts";
import { type FormState, formState } from "../../pages/components/form-state.ts";
import type { Html } from "../../pages/html.ts";
import type { Frame } from "../../pages/layout.ts";
import { type FormOf, formOf } from "../form-of.ts";
import { said, textFor } from "./pages.ts";
import { letterSchema, NewRemark, RemarkText } from "./rules.ts";

type Made = Pick<FormOf<never>, "names" | "posted"> & {
  readonly fields: (state: FormState, words: never) => Html;
};

export const remarkFormOf = (rules: KindRules): Made => {
  const schema = rules.letter
    ? NewRemark.extend({ letter: letterSchema(rules) })
    : NewRemark.omit({ letter: true });
  return formOf(schema as unknown as typeof NewRemark) as unknown as Made;
};

/** What a field of a letter is called, from the city's data. */
const letterWords = (frame: Pick<Frame, "words">, { letter }: KindRules) =>
  Object.fromEntries(
    (letter?.fields ?? []).map(({ id, label, hint, options = [] }) => [
      `letter-${id}`,
      {
        label: textFor(frame, label),
        ...(hint && { hint: textFor(frame, hint) }),
        ...(options.length > 0 && {
          options: Object.fromEntries(options.map((one) => [one.id, textFor(frame, one.label)])),
        }),
      },
    ]),
  );

export const remarkFields = (
  frame: Pick<Frame, "words">,
  state: FormState,
  { rules, outline }: { readonly rules: KindRules; readonly outline: readonly string[] | undefined },
): Html => {
  const w = said(frame).form;
  const words = {
    text: { label: w.text },
    place: { label: w.place, hint: w.placeHint },
    ...(outline &&
      !rules.isOutsideRefused && {
        isPlaceMeant: { label: w.isPlaceMeant, hint: w.isPlaceMeantHint },
      }),
    name: { label: w.name },
    isNameShown: { label: w.isNameShown, hint: w.isNameShownHint },
    email: { label: w.email, hint: w.emailHint },
    ...letterWords(frame, rules),
  };
  return remarkFormOf(rules).fields(state, words as never);
};

/** What whoever confirms a remark may say of themselves. */
const aboutYouForm = formOf(AboutYou);

/** What the page behind its link posts: that, or what its author says now instead. */
export const linkForm = formOf(AboutYou.extend({ text: RemarkText.optional() }));

export const aboutYouFields = (frame: Pick<Frame, "words">, { districts }: Pick<City, "districts">): Html => {
  const { people: w } = said(frame);
  const words = {
    age: { label: w.heads.age, options: w.ages, none: w.leave },
    sex: { label: w.heads.sex, options: w.sexes, none: w.leave },
    district: { label: w.heads.district, none: w.leave },
  };
  return aboutYouForm.fields(formState(frame.words), words, {
    district: districts.map(({ id, name }) => [id, name] as const),
  });
};
