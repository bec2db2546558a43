/** A new version of a function takes over bit by bit, goes back when residents are hurt, and does not come during a vote. */
import { expect, test } from "vitest";
import { z } from "zod";
import { routes } from "../../functions/routes.ts";
import { functionNames } from "../../infra/aws/functions.ts";
import { promiseOf } from "../../shared/platform/promises.ts";
import type { FunctionName, Route } from "../../shared/platform/route.ts";
import { build, type Cloud, calledBy, completion, settingsOf } from "./cloud.ts";

const Group = z.object({
  DeploymentGroupName: z.string(),
  DeploymentConfigName: z.string(),
  AlarmConfiguration: z.object({
    Enabled: z.boolean(),
    Alarms: z.array(z.object({ Name: z.string() })).max(10),
  }),
  AutoRollbackConfiguration: z.object({ Enabled: z.literal(true), Events: z.array(z.string()) }),
});
const Policy = z.object({
  CodeDeployLambdaAliasUpdate: z.object({ DeploymentGroupName: z.object({ Ref: z.string() }) }),
});

const stage = (said: Readonly<Record<string, string>> = {}): Cloud =>
  build(settingsOf("prod", completion), said);
const VOTE = { "during-a-vote": "The receipt page is broken, as Anna Nowak of the commission knows" };
const AT_ONCE = { shift: "at-once" };

const groupsOf = (cloud: Cloud) => {
  const groups = cloud.properties("AWS::CodeDeploy::DeploymentGroup", Group);
  return Object.fromEntries(
    groups.map(({ DeploymentGroupName, DeploymentConfigName, AlarmConfiguration }) => [
      DeploymentGroupName,
      {
        how: DeploymentConfigName.replace("CodeDeployDefault.Lambda", ""),
        rings: AlarmConfiguration.Alarms.map(({ Name }) => Name.replace("rynek-prod-", "")),
        isOn: AlarmConfiguration.Enabled,
      },
    ]),
  );
};
const rows = Object.values<Route>(routes);
const promisesOf = (fn: string) => [...new Set(rows.filter((row) => row.fn === fn).map(promiseOf))];
const capital = (word: string): string => `${word[0]?.toUpperCase()}${word.slice(1)}`;

test("every alias changes by a group of its function", () => {
  const called = calledBy(stage(), "rynek-prod");
  const groups = new Map(
    stage()
      .all("AWS::CodeDeploy::DeploymentGroup")
      .map(([id, { Properties }]) => [id, Properties.DeploymentGroupName]),
  );
  for (const [id, { UpdatePolicy }] of stage().all("AWS::Lambda::Alias"))
    expect(groups.get(Policy.parse(UpdatePolicy).CodeDeployLambdaAliasUpdate.DeploymentGroupName.Ref)).toBe(
      called.get(id),
    );
  expect([...groups.values()].sort()).toEqual([...functionNames].sort());
});

test("what stands behind doors takes over bit by bit where residents rely on it; what works by itself at once", () => {
  const behindDoors = new Set<FunctionName>(rows.map(({ fn }) => fn));
  expect(behindDoors.size).toBeGreaterThan(5);
  for (const name of functionNames)
    expect(groupsOf(stage())[name]?.how, name).toBe(
      behindDoors.has(name) ? "Linear10PercentEvery1Minute" : "AllAtOnce",
    );
  const onTrial = build(settingsOf("dev")).properties("AWS::CodeDeploy::DeploymentGroup", Group);
  expect(new Set(onTrial.map(({ DeploymentConfigName }) => DeploymentConfigName))).toEqual(
    new Set(["CodeDeployDefault.LambdaAllAtOnce"]),
  );
});

test("whatever a door promises and a release breaks puts its function back; each alarm is there", () => {
  const alarms = new Map(
    stage()
      .all("AWS::CloudWatch::Alarm")
      .map(([, { Properties }]) => [Properties.AlarmName, Properties.TreatMissingData]),
  );
  for (const [name, { rings }] of Object.entries(groupsOf(stage()))) {
    // A stage without figures yet would go back for ever.
    for (const one of rings) expect([one, alarms.get(`rynek-prod-${one}`)]).toEqual([one, "notBreaching"]);
    expect(rings, name).toEqual(
      expect.arrayContaining(promisesOf(name).map((promise) => `${capital(promise)}Broken`)),
    );
    // A flood from outside is no fault of a release.
    expect(rings.filter((one) => one.endsWith("TurnedAway"))).toEqual([]);
  }
  expect(groupsOf(stage()).voting?.rings).toEqual(
    expect.arrayContaining(["IdentitySlow", "BallotSlow", "ReceiptSlow"]),
  );
  expect(groupsOf(stage()).site?.rings).toEqual(["VoteIsOpen", "SiteBroken", "SiteSlow"]);
});

test("an open vote keeps every new version away, unless somebody says why", () => {
  for (const [name, { rings, isOn }] of Object.entries(groupsOf(stage())))
    expect([name, rings.includes("VoteIsOpen"), isOn]).toEqual([name, true, true]);
  for (const [name, { rings }] of Object.entries(groupsOf(stage(VOTE))))
    expect([name, rings.includes("VoteIsOpen")]).toEqual([name, false]);
  const told = stage(VOTE).templates.flatMap((template) => Object.values(template.findOutputs("*")));
  expect(told).toContainEqual(expect.objectContaining({ Value: VOTE["during-a-vote"] }));
});

test("the way back is at once and past the alarms that ring; past the vote only with a reason", () => {
  for (const [name, group] of Object.entries(groupsOf(stage(AT_ONCE))))
    expect([name, group]).toEqual([name, { how: "AllAtOnce", rings: ["VoteIsOpen"], isOn: true }]);
  for (const [name, group] of Object.entries(groupsOf(stage({ ...AT_ONCE, ...VOTE }))))
    expect([name, group]).toEqual([name, { how: "AllAtOnce", rings: [], isOn: false }]);
});

test("an empty reason is none, and a way of shifting that there is not is refused", () => {
  for (const [name, value] of [
    ["during-a-vote", ""],
    ["during-a-vote", " soon   . "],
    ["shift", "slowly"],
  ] as const)
    expect(() => build(settingsOf("dev"), { [name]: value })).toThrow("during-a-vote");
});
