import type { Reporter, TestModule } from "vitest/node";

/** Prints, at the end of a run, what went wrong unseen in the tests that failed. */
export default class Accidents implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    for (const { children } of modules)
      for (const test of children.allTests("failed"))
        for (const line of test.meta().accidents ?? []) console.error(`${test.fullName}: ${line}`);
  }
}
