/** The numbers that META may state, beside the budget. */
const META_NUMBERS = [
  "min_length",
  "max_length",
  "min_points",
  "max_points",
  "min_sum_points",
  "max_sum_points",
  "min_project_score_threshold",
  "default_score",
] as const;
export type MetaNumber = (typeof META_NUMBERS)[number];

/** A comma before three digits might as well part thousands. */
const NUMBER = /^-?\d{1,15}(\.\d{1,15}|,\d{1,2})?$/;

/** A number of META, which may be negative and have a decimal point or a comma; none where what stands there is no number. */
export const metaNumber = (meta: ReadonlyMap<string, string>, key: MetaNumber): number | undefined => {
  const text = meta.get(key)?.trim();
  if (text === undefined || !NUMBER.test(text)) return undefined;
  const number = Number(text.replace(",", "."));
  return key === "default_score" && (number << 16) >> 16 !== number ? undefined : number;
};

/** Numbers that META states in a way that cannot be read, as they stand. */
export const unreadNumbers = (meta: ReadonlyMap<string, string>): (readonly [MetaNumber, string])[] =>
  META_NUMBERS.flatMap((key) => {
    const text = meta.get(key)?.trim() ?? "";
    return text === "" || metaNumber(meta, key) !== undefined ? [] : [[key, text] as const];
  });
