import { readFileSync, renameSync, writeFileSync } from "node:fs";
import { z } from "zod";
import { Role } from "../../../shared/domain/office/roles.ts";
import { Email, line } from "../../../shared/domain/text.ts";
import { StartFault } from "../start-fault.ts";

/** In the data folder: the accounts of staff, in the place of the made-up ones. */
export const STAFF_FILE = "staff.json";

/** As Cognito has an account. The same user name is the same person. */
const LocalAccount = z.strictObject({
  username: z.string().regex(/^[\w.@+-]{1,128}$/),
  name: line(200),
  mail: Email,
  roles: z.array(Role).readonly(),
  isEnabled: z.boolean().default(true),
});
export type LocalAccount = Readonly<z.infer<typeof LocalAccount>>;

const Staff = z
  .array(LocalAccount)
  .min(1)
  .refine((all) => new Set(all.map(({ username }) => username)).size === all.length, {
    error: "the same username stands twice",
  });

const reasonOf = (error: unknown): string => {
  const [issue] = error instanceof z.ZodError ? error.issues : [];
  if (!issue) return error instanceof Error ? error.message : String(error);
  return [...(issue.path.length > 0 ? [z.core.toDotPath(issue.path)] : []), issue.message].join(": ");
};

/** The accounts of a file; undefined where there is no file. What does not hold is a `StartFault` that says where. */
export const readStaff = (file: string): LocalAccount[] | undefined => {
  try {
    return Staff.parse(JSON.parse(readFileSync(file, "utf8")));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw new StartFault(
      "unreadable-file",
      `${file} is not a list of staff: ${reasonOf(error)}. Mend it, or delete it to have the made-up staff.`,
    );
  }
};

/** Accounts as a file has them, one a line. */
export const textOf = (accounts: readonly LocalAccount[]): string => {
  const lines = accounts.map(
    ({ username, name, mail, roles, isEnabled }) =>
      `  ${JSON.stringify({ username, name, mail, roles, isEnabled })}`,
  );
  return `[\n${lines.join(",\n")}\n]\n`;
};

/** All accounts into their file, in the place of what stands there: whole or not at all. */
export const writeStaff = (file: string, accounts: readonly LocalAccount[]): void => {
  writeFileSync(`${file}.new`, textOf(accounts));
  renameSync(`${file}.new`, file);
};
