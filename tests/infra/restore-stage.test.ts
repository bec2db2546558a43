import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  DescribeContinuousBackupsCommand,
  DescribeTableCommand,
  DescribeTimeToLiveCommand,
  DynamoDBClient,
  GetResourcePolicyCommand,
  UpdateContinuousBackupsCommand,
} from "@aws-sdk/client-dynamodb";
import { DeleteCommand } from "@aws-sdk/lib-dynamodb";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { answerText, match } from "../../infra/keys/match.ts";
import { accept } from "../../shared/domain/result.ts";
import { createKeyPair, seal } from "../../shared/platform/seal.ts";
import { createTables } from "../../shared/store/create-tables.ts";
import { keys } from "../../shared/store/keys.ts";
import { openStore, type Store } from "../../shared/store/store.ts";
import { openTable } from "../../shared/store/table.ts";
import { openCommand } from "../kit/commands.ts";
import { hasMoto, type Moto, startMoto } from "../kit/moto.ts";
import { AT, aCycle, times, trace } from "../store/tables.ts";

const ROOT = join(import.meta.dirname, "../..");
const LONG = 120_000;
const names = { main: "data-Main-1", ballots: "data-Ballots-1" };
const restoredNames = { main: "rynek-dev-restored-drill-main", ballots: "rynek-dev-restored-drill-ballots" };

describe.skipIf(!hasMoto())("npm run restore of a stage", () => {
  let moto: Moto;
  let store: Store;
  let folder: string;
  let command: ReturnType<typeof openCommand>;
  let config: NonNullable<ConstructorParameters<typeof DynamoDBClient>[0]>;
  const cycle = aCycle({ phase: "voting" });

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "rynek-stage-"));
    moto = await startMoto();
    command = openCommand("restore", { env: { ...process.env, ...moto.env } });
    config = {
      endpoint: moto.url,
      region: "eu-central-1",
      credentials: { accessKeyId: "local", secretAccessKey: "local" },
    };
    await createTables(names, config);
    store = openStore(openTable(names, config));
    for (const TableName of Object.values(names))
      await new DynamoDBClient(config).send(
        new UpdateContinuousBackupsCommand({
          TableName,
          PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
        }),
      );
  }, LONG);
  afterAll(() => {
    command?.close();
    moto?.stop();
    if (folder) rmSync(folder, { recursive: true, force: true });
    rmSync(join(ROOT, "restore", "dev-drill"), { recursive: true, force: true });
  });

  const restore = async (...args: string[]) => {
    const { code, out, err } = await command.run(["-c", "stage=dev", ...args]);
    return { said: code === 0 ? out : out + err, status: code };
  };

  test(
    "brings both tables back under new names, asks the link key's holders, joins them, and guards them",
    async () => {
      const links = createKeyPair();
      accept(await store.cycles.create(cycle, trace("made", 0)));
      const linkTo = (ballot: string) =>
        seal(links.publicKey, { purpose: "link", cycleId: cycle.id }, new TextEncoder().encode(ballot));
      const votes = await Promise.all(
        times(6, async (n) => ({
          cycleId: cycle.id,
          voterKey: `voter-${n}`,
          gate: n,
          receivedAt: AT,
          marker: {
            keyHash: `hash-${n}`,
            channel: "web" as const,
            district: "L13",
            day: "2027-09-10",
            link: await linkTo(`ballot-${n}`),
          },
          ballotId: `ballot-${n}`,
          sealed: new Uint8Array([n, 1, 2]),
        })),
      );
      await store.ballots.restore(votes);
      // A second that cuts two votes in half, one each way: the numbers agree.
      const { client } = store.table;
      await client.send(new DeleteCommand({ TableName: names.main, Key: keys.marker(cycle.id, "voter-0") }));
      await client.send(
        new DeleteCommand({ TableName: names.ballots, Key: keys.ballot(cycle.id, "ballot-1") }),
      );

      expect(await restore("--at", "yesterday", "--as", "drill")).toMatchObject({
        status: 2,
        said: expect.stringContaining("--at is no moment"),
      });
      const at = new Date(Date.now() - 1000).toISOString();
      const of = ["--main", names.main, "--ballots", names.ballots, "--at", at];
      const first = await restore(...of, "--as", "drill");
      expect(first).toMatchObject({ status: 1, said: expect.stringContaining("5 markers, 5 ballots") });
      expect(first.said).toContain("nobody has said which ballots are alone");

      const question = readFileSync(join(ROOT, "restore", "dev-drill", `${cycle.id}.question.txt`), "utf8");
      const answer = await match(question, links.privateKey);
      expect([answer.ballots, answer.links.length]).toEqual([["ballot-0"], 1]);
      const file = join(folder, "answer.txt");
      writeFileSync(file, answerText(answer));
      const second = await restore("--as", "drill", "--answer", file);
      expect(second).toMatchObject({ status: 0, said: expect.stringContaining("4 markers, 4 ballots") });
      const restored = openStore(openTable(restoredNames, config));
      expect(await restored.ballots.marker(cycle.id, "voter-1")).toBeUndefined();
      expect(await restored.ballots.ballot(cycle.id, "ballot-0")).toBeUndefined();
      expect((await restored.ballots.marker(cycle.id, "voter-2"))?.keyHash).toBe("hash-2");
      // The tables in use are what they were.
      expect(await store.ballots.ballot(cycle.id, "ballot-0")).toBeDefined();

      const asked = new DynamoDBClient(config);
      const { Table } = await asked.send(new DescribeTableCommand({ TableName: restoredNames.main }));
      expect(Table?.StreamSpecification).toEqual({ StreamEnabled: true, StreamViewType: "KEYS_ONLY" });
      expect(second.said).toContain(
        `"restored": {"label":"drill","mainStream":"${Table?.LatestStreamArn}"}, then npx cdk deploy --all -c stage=dev`,
      );
      const { TimeToLiveDescription: ttl } = await asked.send(
        new DescribeTimeToLiveCommand({ TableName: restoredNames.main }),
      );
      expect(ttl?.AttributeName).toBe("expiresAtSeconds");
      for (const TableName of Object.values(restoredNames)) {
        const { ContinuousBackupsDescription: backups } = await asked.send(
          new DescribeContinuousBackupsCommand({ TableName }),
        );
        expect(backups?.PointInTimeRecoveryDescription?.PointInTimeRecoveryStatus, TableName).toBe("ENABLED");
      }
      const ResourceArn = Table?.TableArn?.replace(restoredNames.main, restoredNames.ballots);
      const { Policy = "" } = await asked.send(new GetResourcePolicyCommand({ ResourceArn }));
      expect(Policy).toContain("NobodyChangesABallot");
      expect(Policy).toMatch(/role\/rynek-dev-voting/);
      expect(Policy).not.toContain('restore"');

      // Whoever has no link key any more goes by the numbers; what is guarded stays guarded.
      expect(await restore("--as", "drill", "--numbers-alone")).toMatchObject({ status: 0 });
    },
    LONG,
  );
});
