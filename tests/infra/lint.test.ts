import { execFile } from "node:child_process";
import { describe, expect, test } from "vitest";
import { hasCfnLint } from "../kit/cfn-lint.ts";
import { IS_LONG } from "../kit/chance.ts";
import { build, completion, settingsOf } from "./cloud.ts";

/** What the linter says that is no fault here, with the reason. */
const IGNORED: Readonly<Record<string, string>> = {
  W3005: "CDK writes an order of resources down that a reference says already",
};

const live = {
  ...completion,
  publishedLockedDays: 365,
  copies: {
    vault: "rynek-prod-1",
    days: 30,
    account: "444444444444",
    alarmAddress: "archiwum@example.org",
  },
};

/** What cfn-lint says of templates; nothing where they hold. */
const lint = (files: readonly string[], region: string): Promise<string> =>
  new Promise((resolve) => {
    const args = ["--regions", region, "--ignore-checks", ...Object.keys(IGNORED), "--template", ...files];
    execFile("cfn-lint", args, (fault, said, words) => resolve(fault ? `${said}${words}` : said));
  });

describe.skipIf(!hasCfnLint())("the templates as a linter of CloudFormation reads them", () => {
  // What a trial stage has, a completed live one has too, but for its settings.
  test("those of a completed live stage hold, and of the trial one", async () => {
    const stages = [settingsOf("prod", live), ...(IS_LONG ? [settingsOf("dev")] : [])];
    const stacks = stages.flatMap((settings) => build(settings).app.synth().stacksRecursively);
    const byRegion = Map.groupBy(stacks, ({ environment }) => environment.region);
    expect([...byRegion.keys()].sort()).toEqual(["eu-central-1", "us-east-1"]);
    for (const [region, ofRegion] of byRegion)
      expect(
        await lint(
          ofRegion.map(({ templateFullPath }) => templateFullPath),
          region,
        ),
      ).toBe("");
  }, 300_000);
});
