import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import {
  aroundFinding,
  concurrencyFinding,
  deployedFindings,
  mailFindings,
  peopleFinding,
  reservedFinding,
  tableFindings,
} from "../../infra/doctor/deployed.ts";
import type { Facts } from "../../infra/doctor/facts.ts";
import type { Finding } from "../../infra/doctor/finding.ts";
import { peakOf } from "../../infra/doctor/peak.ts";
import { openCommand } from "../kit/commands.ts";
import { settingsOf } from "./cloud.ts";

const command = openCommand("doctor");
afterAll(() => command.close());

/** The command as an operator runs it, with nothing of AWS in its shell. */
const doctor = async (...args: string[]) => {
  const folder = mkdtempSync(join(tmpdir(), "rynek-doctor-"));
  const { AWS_PROFILE: _, ...env } = process.env;
  const nobody = { AWS_ACCESS_KEY_ID: "", AWS_SECRET_ACCESS_KEY: "", AWS_EC2_METADATA_DISABLED: "true" };
  const { code, out } = await command.run(args, {
    env: { ...env, RYNEK_DATA_DIR: folder, HOME: folder, ...nobody },
  });
  rmSync(folder, { recursive: true, force: true });
  return { said: out, status: code };
};

describe("npm run doctor", () => {
  test("plays a vote on this machine and finds nothing wrong", async () => {
    const { said } = await doctor();
    expect(said).toMatch(/^ok {5}A vote of \d+ made-up people went from the roll to its results$/m);
    expect(said).toMatch(/^ok {5}DynamoDB of this machine: /m);
  }, 300_000);

  test("names what stands in the settings of a stage as it came, and that AWS was not asked", async () => {
    const { said, status } = await doctor("-c", "stage=dev");
    expect(status).toBe(1);
    expect(said).toMatch(/^FAULT {2}Letters leave from \S+, which nobody owns$/m);
    expect(said).toMatch(/^\? {6}AWS was not asked/m);
    for (const [, next] of said.matchAll(/^FAULT.*\n(.*)$/gm)) expect(next).toMatch(/^ {7}→ \S/);
  }, 300_000);

  test("names every setting that a live stage lacks, and a stage that there is not", async () => {
    expect((await doctor("-c", "stage=prod")).said).toContain(
      "rynek.stages.prod.domain: a live stage needs it",
    );
    expect((await doctor("-c", "stage=elsewhere")).said).toContain('no stage "elsewhere", only dev, prod');
  }, 300_000);
});

const states = (findings: readonly Finding[]) => findings.map(({ state }) => state);

describe("what a vote needs", () => {
  const katowice = peakOf(280_000);
  const good = { isEnabled: true, isProved: true, perDay: 200_000, perSecond: 50, sentToday: 0 };

  test("grows with the city", () => {
    const warsaw = peakOf(1_860_000);
    const figures = ({ writeUnits, ...rest }: typeof katowice) => Object.entries({ ...rest, ...writeUnits });
    const less = Object.fromEntries(figures(katowice));
    for (const [name, figure] of figures(warsaw)) expect(figure, name).toBeGreaterThan(less[name] ?? 0);
  });

  test("of letters: the sandbox, a quota that is too small or used up, a sender nobody proved", () => {
    expect(states(mailFindings(good, katowice))).toEqual(["ok", "ok"]);
    for (const less of [{ perDay: 200 }, { perDay: 1000 }, { perSecond: 1 }, { sentToday: 199_000 }])
      expect(states(mailFindings({ ...good, ...less }, katowice)), JSON.stringify(less)).toEqual([
        "ok",
        "fault",
      ]);
    expect(states(mailFindings({ ...good, isProved: false }, katowice))).toEqual(["fault", "ok"]);
    expect(states(mailFindings({ ...good, isEnabled: false }, katowice))).toEqual(["ok", "fault", "ok"]);
  });

  test("of a table: protection, and units at once with the command that gives them", () => {
    const { main, ballots, pending } = katowice.writeUnits;
    const warm = { warmWriteUnits: 4000, warmOfIndexes: { pending: 4000, work: 4000 } };
    const table = { name: "main", isProtected: true, hasRecovery: true, ...warm };
    expect(states(tableFindings(table, katowice, "main"))).toEqual(["ok", "ok", "ok"]);
    expect(states(tableFindings(table, katowice, "ballots"))).toEqual(["ok", "ok"]);
    const unprotected = tableFindings({ ...table, isProtected: false }, katowice, "main");
    expect(states(unprotected)).toEqual(["fault", "ok", "ok"]);
    const [, cold] = tableFindings({ ...table, warmWriteUnits: main - 1 }, katowice, "main");
    expect([cold?.state, cold?.todo]).toEqual([
      "fault",
      `aws dynamodb update-table --table-name main --warm-throughput WriteUnitsPerSecond=${main}`,
    ]);
    const [, , index] = tableFindings(
      { ...table, warmOfIndexes: { pending: pending - 1 } },
      katowice,
      "main",
    );
    expect(index?.state).toBe("fault");
    expect(JSON.parse(/'(.*)'$/.exec(index?.todo ?? "")?.[1] ?? "")).toEqual([
      { Update: { IndexName: "pending", WarmThroughput: { WriteUnitsPerSecond: pending } } },
    ]);
    const small = tableFindings({ ...table, warmWriteUnits: ballots - 1 }, katowice, "ballots");
    expect(states(small)).toEqual(["ok", "fault"]);
    const silent = { ...table, warmWriteUnits: undefined, warmOfIndexes: {} };
    expect(states(tableFindings(silent, katowice, "main"))).toEqual(["ok", "unknown", "unknown"]);
  });

  test("that nobody is answered past the front, where its limits do not hold", () => {
    expect([403, 404, "off" as const].map((answer) => aroundFinding(answer).state)).toEqual([
      "ok",
      "ok",
      "ok",
    ]);
    expect([200, 304, 500].map((answer) => aroundFinding(answer).state)).toEqual(["fault", "fault", "fault"]);
  });

  test("of functions and of people", () => {
    expect(concurrencyFinding(10, katowice).state).toBe("fault");
    expect(concurrencyFinding(1000, katowice).state).toBe("ok");
    expect(reservedFinding(1, katowice).state).toBe("fault");
    expect(reservedFinding(200, katowice).state).toBe("ok");
    expect(peopleFinding("coordinator", 1).state).toBe("fault");
    expect(peopleFinding("coordinator", 2).state).toBe("ok");
    expect(peopleFinding("auditor", 0).state).toBe("ok");
  });
});

describe("what stands on AWS", () => {
  const settings = settingsOf("dev", { alarmAddress: "dyzur@katowice.eu" });
  const silent = async () => {
    throw new Error("AccessDenied");
  };
  const facts = (more: Partial<Facts>): Facts => ({
    standing: async () => undefined,
    concurrency: async () => 1000,
    mail: async () => ({ isEnabled: true, isProved: true, perDay: 1e6, perSecond: 100, sentToday: 0 }),
    table: async (name) => ({
      name,
      isProtected: true,
      hasRecovery: true,
      warmWriteUnits: 4000,
      warmOfIndexes: {},
    }),
    onRoll: async () => undefined,
    openVotes: async () => [],
    roundTheFront: async () => 403,
    hasSecret: async () => true,
    isAlarmHeard: async () => true,
    staffWith: async () => 2,
    ...more,
  });
  const all = async (more: Partial<Facts>): Promise<Finding[]> => {
    const findings: Finding[] = [];
    for await (const finding of deployedFindings(settings, facts(more))) findings.push(finding);
    return findings;
  };

  test("may be nothing yet: quotas are looked at, and the command is said", async () => {
    const findings = await all({});
    expect(states(findings)).toEqual(["ok", "ok", "ok", "ok", "unknown"]);
    expect(findings.at(-1)?.todo).toBe("npx cdk deploy --all -c stage=dev");
  });

  test("is reckoned by the roll, once there is one", async () => {
    const standing = async () => ({ account: "1", environment: {} as never });
    const [residents] = await all({});
    const [roll] = await all({ standing, onRoll: async () => 201_000 });
    expect([residents?.what, roll?.what]).toEqual([
      expect.stringMatching(/^No roll is read: .* residents/),
      expect.stringContaining("the 201000 on the roll"),
    ]);
  });

  test("is one fault where it cannot be asked, and a look that fails hides no other", async () => {
    expect(states(await all({ standing: silent }))).toEqual(["fault"]);
    expect(states(await all({ mail: silent }))).toEqual(["ok", "fault", "ok", "unknown"]);
  });
});
