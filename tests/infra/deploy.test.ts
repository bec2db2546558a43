/** `npm run deploy` refuses while people vote, says until when, and how to go past on purpose. */
import { spawnSync } from "node:child_process";
import { expect, test } from "vitest";
import { readRelease } from "../../infra/aws/release.ts";
import { saidIn } from "../../infra/deploy/said.ts";
import { standsInTheWay } from "../../infra/deploy/way.ts";
import type { Standing } from "../../infra/doctor/facts.ts";
import type { Cycle } from "../../shared/domain/cycle/cycle.ts";
import { aCycle } from "../store/tables.ts";
import { settingsOf } from "./cloud.ts";

const stage = settingsOf("dev");
const VOTE = aCycle({
  name: "Budżet obywatelski",
  edition: "XII",
  phase: "voting",
  calendar: [{ name: "voting", startsAt: "2027-09-09T22:00:00.000Z", endsAt: "2027-09-23T21:59:00.000Z" }],
});
const STANDING = async () => ({}) as Standing;
const release = (args: readonly string[]) => {
  const { context } = saidIn(args);
  return readRelease((name) => context.get(name));
};
const way = (
  votes: readonly Cycle[],
  args: readonly string[] = [],
  standing: () => Promise<Standing | undefined> = STANDING,
) => standsInTheWay(stage, release(args), { standing, openVotes: async () => [...votes] });

test("an open vote is named with its end, in the city's time, and with the way past it", async () => {
  const said = await way([VOTE]);
  expect(said).toContain(
    'A vote is open on stage "dev": "Budżet obywatelski", edition XII, until 23 September 2027 at 23:59.',
  );
  expect(said).toContain('npm run deploy -- -c stage=dev -c during-a-vote="REASON"');
});

test("without a vote nothing stands in the way, nor where nothing stands, nor past a reason", async () => {
  expect(await way([])).toBeUndefined();
  expect(await way([VOTE], [], async () => undefined)).toBeUndefined();
  expect(await way([VOTE], ["-c", "during-a-vote=The receipt page is broken"])).toBeUndefined();
});

test("the way back does not go past the vote by itself, and an empty reason is none", async () => {
  expect(await way([VOTE], ["-c", "shift=at-once"])).toContain("A vote is open");
  expect(() => release(["-c", "during-a-vote="])).toThrow("reason of 10 to 200 letters");
});

test("who cannot be asked is no permission", async () => {
  const said = await way([], [], async () => {
    throw new Error("AccessDenied");
  });
  expect(said).toContain('Whether a vote is open on stage "dev" cannot be asked: AccessDenied');
});

test("cdk's own options are understood where they matter", () => {
  const args = [
    "-c",
    "stage=prod",
    "--context",
    "during-a-vote=a=b, c",
    "--profile",
    "city",
    "--require-approval",
    "never",
    "edge",
  ];
  const { context, profile } = saidIn(args);
  expect([...context, profile]).toEqual([["stage", "prod"], ["during-a-vote", "a=b, c"], "city"]);
});

test("a shell that may ask nobody deploys nothing", () => {
  const { AWS_PROFILE: _, ...env } = process.env;
  const { status, stderr } = spawnSync(process.execPath, ["infra/deploy.ts", "-c", "stage=dev"], {
    encoding: "utf8",
    env: {
      ...env,
      HOME: "/nowhere",
      AWS_ACCESS_KEY_ID: "",
      AWS_SECRET_ACCESS_KEY: "",
      AWS_EC2_METADATA_DISABLED: "true",
    },
  });
  expect([status, stderr]).toEqual([1, expect.stringContaining("cannot be asked")]);
}, 60_000);
