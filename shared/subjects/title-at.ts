import { z } from "zod";
import { inLanguages, type Language } from "../domain/languages.ts";
import { keys } from "../store/keys.ts";
import type { Table } from "../store/table.ts";
import { inLanguage } from "../words/fallback.ts";

const Named = z.object({ title: z.union([z.string(), inLanguages(z.string())]) });
/** What is about a subject is called by that. */
const Titled = z.union([Named, z.object({ subject: Named }).transform(({ subject }) => subject)]);

/** What a thing of a subject is called; nothing once it is gone. */
export const titleAt = async (
  table: Table,
  at: keyof typeof keys,
  id: string,
  language: Language,
): Promise<string | undefined> => {
  const keyOf = keys[at] as (id: string) => ReturnType<typeof keys.survey>;
  const title = (await table.get(keyOf(id), Titled))?.title;
  return typeof title === "object" ? inLanguage(title, language) : title;
};
