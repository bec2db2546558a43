import { City } from "../domain/city.ts";

/** A profile, if it is one. Functions are given another `checked`, which takes it at its word: their bundle was made by this one. */
export const checked = (profile: unknown, slug: string): City => {
  const read = City.safeParse(profile);
  if (read.success) return read.data;
  const faults = read.error.issues.map(({ path, message }) => `  /${path.join("/")}: ${message}`);
  throw new Error(`shared/cities/${slug}.json does not hold:\n${faults.join("\n")}`);
};
