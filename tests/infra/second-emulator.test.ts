// The trial stage on moto, from `cdk synth` to published results. What moto cannot do, so that it is played otherwise:
// - make what is listed in second-emulator/pruned.ts, with what takes its place;
// - run a function without Docker: each is a process here, with the configuration that moto keeps of it;
// - call by a schedule: the test calls what the schedules call, with what they hand over;
// - call by a stream, which it keeps: the test reads it as the template's event source mapping says, in whole batches; the queue `Failures` stays empty;
// - make aliases or shift requests between versions: it publishes the versions, and callers reach the newest;
// - run the state machine that CloudFormation made: its definition is put into the engine that runs, once more;
// - copy its machine while an execution runs: one edition is played, and no second one;
// - show the letters that SES took: they are read on their way to it;
// - check grants, throttles and quotas (the local run does), or tell `RetainExceptOnCreate` from `Delete`.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect } from "vitest";
import { bundle } from "../../infra/aws/bundle.ts";
import { freePort } from "../../infra/local/free-port.ts";
import { inTurn } from "../kit/in-turn.ts";
import { hasMoto, type Moto, startMoto } from "../kit/moto.ts";
import { settingsOf } from "./cloud.ts";
import { type Assembly, assembled, foldersOf } from "./second-emulator/assembly.ts";
import { type Config, madeBeforehand, publish } from "./second-emulator/beforehand.ts";
import { cloudFormation } from "./second-emulator/cloudformation.ts";
import { playCycle } from "./second-emulator/cycle.ts";
import { type Deployed, runDeployed } from "./second-emulator/deployed.ts";
import { type Doors, openDoors } from "./second-emulator/doors.ts";
import { openEventSources } from "./second-emulator/event-sources.ts";
import { openFront } from "./second-emulator/gateway.ts";
import { PRUNED, pruned, type Template } from "./second-emulator/pruned.ts";
import { runMachine, sweeper, tokenFor } from "./second-emulator/stage.ts";

const LONG = 600_000;
const PREFIX = "rynek-dev-";

/** Takes the last place in a template: all that was made before it is there when it fails. */
const NOT_PUBLISHED = {
  Type: "AWS::Lambda::Function",
  Properties: {
    FunctionName: `${PREFIX}broken`,
    Runtime: "nodejs24.x",
    Handler: "index.handler",
    Role: "arn:aws:iam::123456789012:role/broken",
    Code: { S3Bucket: "nowhere", S3Key: "nothing.zip" },
  },
};

const PEOPLE = [
  { role: "coordinator", username: "anna.wrona" },
  { role: "coordinator", username: "tomasz.bielik" },
  { role: "commission", username: "zofia.kania" },
  { role: "commission", username: "andrzej.puchacz" },
] as const;

describe.skipIf(!hasMoto() || process.env.RYNEK_SECOND_EMULATOR === undefined)(
  "the trial stage on a second emulator of AWS",
  () => {
    const { test } = inTurn();
    let folder: string;
    let lambdaPort: number;
    let moto: Moto;
    let config: Config;
    let assembly: Assembly;
    let stacks: { name: string; template: Template; api: ReturnType<typeof cloudFormation> }[];
    let deployed: Deployed | undefined;
    let doors: Doors | undefined;

    beforeAll(async () => {
      folder = mkdtempSync(join(tmpdir(), "rynek-second-"));
      await bundle(join(folder, "dist"));
      assembly = synthesised("first");
      lambdaPort = await freePort();
      moto = await startMoto(lambdaPort);
      config = {
        endpoint: moto.url,
        region: moto.env.AWS_REGION ?? "",
        credentials: { accessKeyId: "local", secretAccessKey: "local" },
      };
      await publish(assembly.assets, config);
      stacks = [];
      for (const { name, region, template } of assembly.stacks)
        stacks.push({
          name,
          template: pruned(template, await madeBeforehand({ name, template }, config)),
          api: cloudFormation(moto.url, region),
        });
    }, LONG);
    afterAll(() => {
      deployed?.stop();
      doors?.close();
      moto?.stop();
      if (folder) rmSync(folder, { recursive: true, force: true });
    });

    const synthesised = (outdir: string): Assembly =>
      assembled(settingsOf("dev", { letters: { only: ["@example.com"] } }), {
        dist: join(folder, "dist"),
        outdir: join(folder, outdir),
      });
    const templateOf = (stack: string): Template => {
      const found = assembly.stacks.find(({ name }) => name === `${PREFIX}${stack}`);
      if (!found) throw new Error(`there is no stack ${stack}`);
      return found.template;
    };

    test("what moto does not make is still there to be left out", () => {
      const types = assembly.stacks.flatMap(({ template }) =>
        Object.values(template.Resources).map(({ Type }) => Type),
      );
      expect(Object.keys(PRUNED).filter((type) => !types.includes(type))).toEqual([]);
    });

    test(
      "a deployment that fails midway is taken back, and the next one stands whole",
      async () => {
        for (const { name, template, api } of stacks) {
          const broken = { ...template, Resources: { ...template.Resources, Broken: NOT_PUBLISHED } };
          await expect(api.create(name, broken), name).rejects.toThrow("CreateStack");
          await expect(api.create(name, template), name).rejects.toThrow("already exists");
          await api.remove(name);
          await api.create(name, template);
          expect(await api.status(name), name).toBe("CREATE_COMPLETE");
          const made = await api.resources(name);
          expect([...made.keys()].sort(), name).toEqual(Object.keys(template.Resources).sort());
        }
      },
      LONG,
    );

    test(
      "the same once more changes nothing",
      async () => {
        expect(synthesised("second").stacks).toEqual(assembly.stacks);
        for (const { name, template, api } of stacks) {
          const before = await api.resources(name);
          await api.update(name, template);
          expect(await api.resources(name), name).toEqual(before);
        }
      },
      LONG,
    );

    test(
      "taken down it can be put up again",
      async () => {
        for (const { name, api } of stacks.toReversed()) await api.remove(name);
        for (const { name, template, api } of stacks) {
          await api.create(name, template);
          expect(await api.status(name), name).toBe("CREATE_COMPLETE");
        }
      },
      LONG,
    );

    test(
      "an edition goes from its keys to published results, by the functions and the state machine that were deployed",
      async () => {
        const mailEndpoint = `http://127.0.0.1:${lambdaPort}`;
        deployed = runDeployed({ folders: foldersOf(assembly, templateOf("api")), config, mailEndpoint });
        doors = await openDoors(lambdaPort, { moto: moto.url, invoke: deployed.invoke });
        const env = await deployed.environmentOf(`${PREFIX}site`);
        const machine = await runMachine(
          templateOf("workflow"),
          cloudFormation(moto.url, config.region),
          config,
        );
        expect(machine).toBe(env.MACHINE_ARN);

        const tokens = new Map<string, string>();
        for (const one of PEOPLE) tokens.set(one.username, await tokenFor(one, env, config));
        const sweep = sweeper(templateOf("api"), deployed);
        await sweep();
        // Whatever is written from here on wakes who tells people, as on AWS: no sweep does.
        const sources = await openEventSources({
          template: templateOf("api"),
          exported: cloudFormation(moto.url, config.region).exported,
          invoke: deployed.invoke,
          config,
        });
        const front = await openFront({ template: templateOf("api"), prefix: PREFIX, deployed, config });
        try {
          const { results, read } = await playCycle(
            {
              url: front.url,
              token: (role, n) =>
                tokens.get(PEOPLE.filter((one) => one.role === role)[n]?.username ?? "") ?? "",
              sweep,
              lettersTo: doors.lettersTo,
            },
            [[3], [2, 1], [0, 1, 2], [1, 2]],
          );
          const [{ projects, selected, ballots, leftGrosze }] = results.pools;
          expect(projects.map(({ score }: { score: number }) => score)).toEqual([6, 4, 2]);
          expect(selected).toEqual([projects[0].id, projects[1].id]);
          expect([ballots, leftGrosze]).toEqual([4, 0]);
          expect(results.signOffs.map(({ name }: { name: string }) => name)).toEqual([
            "zofia.kania",
            "andrzej.puchacz",
          ]);
          expect(await read("/L13.pb")).toContain("META");
          expect([...sources.handed.keys()]).toEqual([`${PREFIX}notices`]);
        } catch (error) {
          console.error(deployed.words().slice(-8000));
          throw error;
        } finally {
          await sources.close();
          await front.close();
        }
      },
      LONG,
    );
  },
);
