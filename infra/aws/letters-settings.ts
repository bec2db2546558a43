import { z } from "zod";
import { EVERYBODY } from "../../shared/platform/readers.ts";

const Reader = z
  .string()
  .regex(/^(?:[^\s@,]*@[^\s@,]+|\+\d{7,15})$/, "a mailbox, `@` and a domain, or a number");
const Name = z.string().trim().min(3);

/** Whom a stage writes to: colleagues by name, until two people have let it write to everybody. */
export const Letters = z
  .strictObject({
    only: z.array(Reader).default([]),
    /** Who looked at the list of `npm run doctor`, found it green, and opened the stage. */
    openedBy: z
      .tuple([Name, Name])
      .refine(([one, other]) => one.toLowerCase() !== other.toLowerCase(), "two different people")
      .optional(),
  })
  .default({ only: [] });
export type Letters = z.infer<typeof Letters>;

/** The readers as functions are told. */
export const readersOf = ({ letters: { only, openedBy } }: { readonly letters: Letters }): string =>
  openedBy ? EVERYBODY : only.join(",") || "nobody";
