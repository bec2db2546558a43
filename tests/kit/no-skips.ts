import { relative } from "node:path";
import type { Reporter, TestModule } from "vitest/node";
import { isAtHand } from "../../infra/aws/native.ts";
import { hasCfnLint } from "./cfn-lint.ts";
import { hasMoto } from "./moto.ts";

interface Exception {
  readonly files: RegExp;
  readonly isLeftOut: () => boolean;
  readonly reason: string;
}

/** What may be skipped where everything else must run. */
const EXCEPTIONS: readonly Exception[] = [
  {
    files: /^tests\/domain\/(real-elections|recount-real|counters-real|shares-elections)\.test\.ts$/,
    isLeftOut: () => process.env.RYNEK_PB_DIR === undefined,
    reason: "real elections are no part of the project, and none lie beside it",
  },
  {
    files: /^tests\/local\/bootstrap\.test\.ts$/,
    isLeftOut: () => process.env.RYNEK_TEST_INSTALL === undefined,
    reason: "packages cannot be had here",
  },
  {
    files: /^tests\/infra\/bundle\.test\.ts$/,
    isLeftOut: () => !isAtHand("arm64"),
    reason: "packages for Lambda's machines were never fetched here: `npx cdk synth` does",
  },
  {
    files: /^tests\/infra\/restore-stage\.test\.ts$/,
    isLeftOut: () => !hasMoto(),
    reason: "this machine has no second emulator of AWS (moto)",
  },
  {
    files: /^tests\/infra\/second-emulator\.test\.ts$/,
    isLeftOut: () => process.env.RYNEK_SECOND_EMULATOR === undefined || !hasMoto(),
    reason: "`npm run test:emulator` runs it, in minutes, where there is a second emulator of AWS (moto)",
  },
  {
    files: /^tests\/infra\/lint\.test\.ts$/,
    isLeftOut: () => !hasCfnLint(),
    reason: "this machine has no linter of templates (cfn-lint)",
  },
];

/** Fails a run in which a test was skipped that is no exception, and names it: a test that did not run has proved nothing. */
export default class NoSkips implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    for (const { moduleId, children } of modules) {
      const file = relative(process.cwd(), moduleId);
      const exception = EXCEPTIONS.find(({ files, isLeftOut }) => files.test(file) && isLeftOut());
      const skipped = [...children.allTests("skipped")];
      if (skipped.length === 0) continue;
      if (exception) console.log(`${file}: ${skipped.length} skipped, because ${exception.reason}`);
      else {
        for (const { fullName } of skipped) console.error(`SKIPPED ${file} > ${fullName}`);
        process.exitCode = 1;
      }
    }
  }
}
