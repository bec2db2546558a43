import fc from "fast-check";
import { afterEach } from "vitest";
import { logInto } from "../../shared/platform/log.ts";
import { seed } from "./chance.ts";

declare module "vitest" {
  interface TaskMeta {
    /** Log records of what went wrong while a test ran that failed: it may have been answered no more than a 500. */
    accidents?: readonly string[];
  }
}

// Before each test file: properties are tried on the values of this run's seed.
fc.configureGlobal({ seed });

let accidents: string[] = [];
logInto((line, { level }) => {
  if (level === "error") accidents.push(line);
  process.stdout.write(line);
});
afterEach(({ task }) => {
  if (task.result?.state === "fail") task.meta.accidents = accidents;
  accidents = [];
});
