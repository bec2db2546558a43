/** `npm run deploy` refuses while people vote, says until when, and how to go past on purpose. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { SURROUNDINGS } from "../../infra/bench/surroundings.ts";
import { saidIn, toldTo } from "../../infra/deploy/said.ts";
import { accept } from "../../shared/domain/result.ts";
import { createTables } from "../../shared/store/create-tables.ts";
import { openStore, type Store } from "../../shared/store/store.ts";
import { openTable } from "../../shared/store/table.ts";
import { openCommand } from "../kit/commands.ts";
import { hasMoto, type Moto, startMoto } from "../kit/moto.ts";
import { aCycle, trace } from "../store/tables.ts";
import { cloudFormation } from "./second-emulator/cloudformation.ts";

const LONG = 120_000;
const REASON = "The receipt page is broken";
const names = { main: "data-Main-1", ballots: "data-Ballots-1" };

const command = openCommand("deploy");
afterAll(() => command.close());

/** Asks cdk for its help in place of a deployment: how far the command comes shows whether it would deploy. */
const deploy = async (env: NodeJS.ProcessEnv, ...args: string[]) => {
  const { AWS_PROFILE: _, ...others } = process.env;
  const told = ["-c", "stage=dev", ...args, "--help"];
  const { code, out, err } = await command.run(told, { env: { ...others, ...env } });
  return { status: code, deploys: out.includes("cdk deploy"), said: err };
};

test("cdk's own options are understood where they matter", () => {
  const more = [
    "--context",
    "during-a-vote=a=b, c",
    "--profile",
    "city",
    "--require-approval",
    "never",
    "edge",
  ];
  const { context, profile } = saidIn(["-c", "stage=prod", ...more]);
  expect([...context, profile]).toEqual([["stage", "prod"], ["during-a-vote", "a=b, c"], "city"]);
});

test("the stage that is looked at is the one that is deployed, however cdk is told", () => {
  expect(saidIn(["-c=stage=prod"]).context.get("stage")).toBe("prod");
  // cdk reads this one too.
  const unread = ["--c", "stage=prod"];
  expect(saidIn(unread).context.get("stage")).toBeUndefined();
  expect(saidIn(toldTo(unread, "dev")).context.get("stage")).toBe("dev");
  expect(toldTo(unread, "dev").at(-1)).toBe("stage=dev");
});

test(
  "a shell that may ask nobody deploys nothing, unless somebody says why",
  async () => {
    const nobody = {
      HOME: "/nowhere",
      AWS_ACCESS_KEY_ID: "",
      AWS_SECRET_ACCESS_KEY: "",
      AWS_EC2_METADATA_DISABLED: "true",
    };
    const refused = await deploy(nobody);
    expect(refused).toMatchObject({ status: 1, deploys: false });
    expect(refused.said).toContain('Whether a vote is open on stage "dev" cannot be asked: ');
    const told = await deploy(nobody, "-c", `during-a-vote=${REASON}`);
    expect([told.status, told.deploys]).toEqual([0, true]);
    expect(told.said).toContain("The reason does not stand in the journal: ");
  },
  LONG,
);

describe.skipIf(!hasMoto())("on a stage that stands", () => {
  let moto: Moto;
  let store: Store;
  const vote = aCycle({
    name: "Budżet obywatelski",
    edition: "XII",
    phase: "voting",
    calendar: [{ name: "voting", startsAt: "2027-09-09T22:00:00.000Z", endsAt: "2027-09-23T21:59:00.000Z" }],
  });

  beforeAll(async () => {
    moto = await startMoto();
    const config = {
      endpoint: moto.url,
      region: "eu-central-1",
      credentials: { accessKeyId: "local", secretAccessKey: "local" },
    };
    await createTables(names, config);
    store = openStore(openTable(names, config));
    await cloudFormation(moto.url, config.region).create("rynek-dev-api", {
      Resources: {
        Role: {
          Type: "AWS::IAM::Role",
          Properties: { AssumeRolePolicyDocument: { Version: "2012-10-17", Statement: [] } },
        },
        Voting: {
          Type: "AWS::Lambda::Function",
          Properties: {
            FunctionName: "rynek-dev-voting",
            Role: { "Fn::GetAtt": ["Role", "Arn"] },
            Runtime: "nodejs24.x",
            Handler: "index.handler",
            Code: { ZipFile: "exports.handler = () => ({})" },
            Environment: {
              Variables: { ...SURROUNDINGS, MAIN_TABLE: names.main, BALLOTS_TABLE: names.ballots },
            },
          },
        },
      },
    });
  }, LONG);
  afterAll(() => moto?.stop());

  test(
    "an open vote is named with its end, in the city's time; a reason goes past it, and into its journal",
    async () => {
      expect(await deploy(moto.env)).toMatchObject({ status: 0, deploys: true, said: "" });
      accept(await store.cycles.create(vote, trace("made", 0)));
      const refused = await deploy(moto.env);
      expect(refused).toMatchObject({ status: 1, deploys: false });
      expect(refused.said).toContain(
        'A vote is open on stage "dev": "Budżet obywatelski", edition XII, until 23 September 2027 at 23:59.',
      );
      expect(refused.said).toContain('npm run deploy -- -c stage=dev -c during-a-vote="REASON"');
      // The way back is no way past the vote.
      expect(await deploy(moto.env, "-c", "shift=at-once")).toMatchObject({ status: 1, deploys: false });
      const journal = async () =>
        (await store.audit.list(vote.id)).items.map(({ act, reason }) => [act, reason]);
      expect(await journal()).not.toContainEqual(["DEPLOY during-a-vote", REASON]);
      const told = await deploy(moto.env, "-c", `during-a-vote=${REASON}`);
      expect(told).toMatchObject({ status: 0, deploys: true, said: "" });
      expect(await journal()).toContainEqual(["DEPLOY during-a-vote", REASON]);
    },
    LONG,
  );
});
