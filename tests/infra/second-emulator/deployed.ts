import { type ChildProcess, fork } from "node:child_process";
import { join } from "node:path";
import { GetFunctionConfigurationCommand, LambdaClient } from "@aws-sdk/client-lambda";
import { GetSecretValueCommand, SecretsManagerClient } from "@aws-sdk/client-secrets-manager";
import { lambdaFlags } from "../../../infra/aws/compile-cache.ts";
import type { Config } from "./beforehand.ts";

const RUN = join(import.meta.dirname, "run-function.ts");

interface Answer {
  readonly answer?: unknown;
  readonly fault?: { readonly errorType: string; readonly errorMessage: string };
}

/** A function that failed, as Lambda says it to whoever called. */
export class Unhandled extends Error {}

interface Process {
  readonly name: string;
  readonly folder: string;
  readonly env: Readonly<Record<string, string>>;
  readonly memoryMb: number;
  readonly say: (words: string) => void;
}

/** A function as it was deployed: its bundle in a process of its own, which knows nothing but what its configuration gives it. */
const processOf = ({ name, folder, env, memoryMb, say }: Process) => {
  let child: ChildProcess | undefined;
  let last: Promise<unknown> = Promise.resolve();
  let heard: PromiseWithResolvers<Answer> | undefined;
  const start = (): ChildProcess => {
    const started = fork(RUN, [join(folder, "index.cjs")], {
      env: { ...env },
      execArgv: [...lambdaFlags(memoryMb)],
      stdio: ["ignore", "pipe", "pipe", "ipc"],
    });
    for (const stream of [started.stdout, started.stderr]) stream?.on("data", (part) => say(String(part)));
    started.on("message", (said: Answer) => heard?.resolve(said));
    started.on("exit", (status) => heard?.reject(new Unhandled(`${name} ended with status ${status}`)));
    return started;
  };

  const call = async (event: unknown): Promise<unknown> => {
    child ??= start();
    heard = Promise.withResolvers();
    child.send(event as object);
    const { answer, fault } = await heard.promise;
    if (fault) throw new Unhandled(JSON.stringify(fault));
    return answer;
  };

  return {
    /** One event at a time, as one container takes them. */
    invoke: (event: unknown): Promise<unknown> => {
      const answered = last.then(() => call(event));
      last = answered.catch(() => undefined);
      return answered;
    },
    stop: () => child?.kill(),
  };
};

export interface Deployed {
  readonly invoke: (fn: string, event: unknown) => Promise<unknown>;
  /** What a function reads of its environment. */
  readonly environmentOf: (fn: string) => Promise<Readonly<Record<string, string>>>;
  /** What the functions have logged beside requests. */
  readonly words: () => string;
  readonly stop: () => void;
}

interface Running {
  /** Where the bundle of each is, by its name. */
  readonly folders: ReadonlyMap<string, string>;
  readonly config: Config;
  readonly mailEndpoint: string;
}

/** The functions that moto has, each run from the folder that was published for it. */
export const runDeployed = ({ folders, config, mailEndpoint }: Running): Deployed => {
  const lambda = new LambdaClient(config);
  const secrets = new SecretsManagerClient(config);
  const said: string[] = [];
  const running = new Map<string, Promise<ReturnType<typeof processOf>>>();

  /** Moto leaves what CloudFormation itself looks up in Secrets Manager. */
  const lookedUp = async (value: string): Promise<string> => {
    const [, SecretId] = /^\{\{resolve:secretsmanager:(.+):SecretString:::\}\}$/.exec(value) ?? [];
    if (SecretId === undefined) return value;
    return (await secrets.send(new GetSecretValueCommand({ SecretId }))).SecretString ?? "";
  };
  const configurationOf = async (fn: string) => {
    const { Environment, MemorySize = 128 } = await lambda.send(
      new GetFunctionConfigurationCommand({ FunctionName: fn }),
    );
    const given = Object.entries(Environment?.Variables ?? {});
    const env = Object.fromEntries(
      await Promise.all(given.map(async ([name, value]) => [name, await lookedUp(value)] as const)),
    );
    return { env, MemorySize };
  };
  const start = async (fn: string) => {
    const { env, MemorySize } = await configurationOf(fn);
    const folder = folders.get(fn);
    if (folder === undefined) throw new Error(`nothing was published for ${fn}`);
    return processOf({
      name: fn,
      folder,
      env: {
        ...env,
        // Where Lambda puts the bundle.
        NODE_COMPILE_CACHE: env.NODE_COMPILE_CACHE?.replace("/var/task", folder) ?? "",
        AWS_ENDPOINT_URL: config.endpoint,
        AWS_ENDPOINT_URL_SES: mailEndpoint,
        AWS_REGION: config.region,
        AWS_ACCESS_KEY_ID: config.credentials.accessKeyId,
        AWS_SECRET_ACCESS_KEY: config.credentials.secretAccessKey,
      },
      memoryMb: MemorySize,
      say: (words) => said.push(words),
    });
  };
  const runningOf = (fn: string) => {
    const known = running.get(fn) ?? start(fn);
    running.set(fn, known);
    return known;
  };

  return {
    invoke: async (fn, event) => (await runningOf(fn)).invoke(event),
    environmentOf: async (fn) => (await configurationOf(fn)).env,
    words: () =>
      said
        .join("")
        .split("\n")
        .filter((line) => !line.includes('"event":"request"'))
        .join("\n"),
    stop: () => {
      for (const one of running.values())
        void one.then(
          ({ stop }) => stop(),
          () => undefined,
        );
    },
  };
};
