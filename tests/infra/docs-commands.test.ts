import { execFile } from "node:child_process";
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { describe, expect, test } from "vitest";

const ROOT = join(import.meta.dirname, "../..");
const run = promisify(execFile);

interface Written {
  readonly file: string;
  readonly words: readonly string[];
}

const PROGRAMS = /^(npm|npx|aws|node|curl) /;

/** What somebody would copy into a shell: in a block of shell lines, or between backticks. A comment behind it is none of it. */
const commandsIn = (text: string): string[] => {
  const blocks = [...text.matchAll(/^ *```(?:sh|bash)\n([\s\S]*?)^ *```/gm)].flatMap(([, block = ""]) =>
    block.split("\n"),
  );
  const inline = [...text.matchAll(/`([^`\n]+)`/g)].map(([, code = ""]) => code);
  return [...blocks, ...inline]
    .map((line) => line.replace(/ +# .*$/, "").trim())
    .filter((line) => PROGRAMS.test(`${line} `));
};

const DOCS = globSync(["README.md", "CONTRIBUTING.md", "docs/**/*.md"], { cwd: ROOT });
const WRITTEN: readonly Written[] = DOCS.flatMap((file) =>
  commandsIn(readFileSync(join(ROOT, file), "utf8")).map((line) => ({ file, words: line.split(/ +/) })),
);

const of = (...first: string[]): Written[] =>
  WRITTEN.filter(({ words }) => first.every((word, index) => words[index] === word));
const saidBy = ({ file, words }: Written): string => `${file}: ${words.join(" ")}`;

const { scripts, engines } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8"));
const { context } = JSON.parse(readFileSync(join(ROOT, "cdk.json"), "utf8"));

describe("commands in the docs", () => {
  test("are found", () => {
    expect(commandsIn("`npm test`, `not one`\n```sh\nnpx cdk diff # see\n```\n")).toEqual([
      "npx cdk diff",
      "npm test",
    ]);
    expect(WRITTEN.length).toBeGreaterThan(40);
    expect(engines.node).toBeDefined();
  });

  test("of npm name a script that there is", () => {
    const own = new Set(["ci", "install", "start", "test"]);
    const wrong = of("npm").filter(({ words: [, verb = "", script = ""] }) =>
      verb === "run" ? !Object.hasOwn(scripts, script) : !own.has(verb),
    );
    expect(wrong.map(saidBy)).toEqual([]);
  });

  test("of cdk name an act, its options and a stage that there are; what changes a stage names it", async () => {
    const written = of("npx", "cdk");
    const acts = [...new Set(written.map(({ words }) => words[2] ?? ""))];
    const helps = await Promise.all(
      acts.map(async (act) => {
        const { stdout } = await run(join(ROOT, "node_modules/.bin/cdk"), [act, "--help"], { cwd: ROOT });
        return [act, stdout] as const;
      }),
    );
    const help = new Map(helps);
    const wrong = written.filter(({ words: [, , act = "", ...rest] }) => {
      const said = help.get(act) ?? "";
      const options = rest.filter((word) => word.startsWith("-"));
      const stages = rest
        .filter((word) => word.startsWith("stage="))
        .map((word) => word.slice("stage=".length));
      const isKnown = said.startsWith(`cdk ${act}`) && options.every((option) => isOption(option, said));
      const isStage = stages.every(
        (stage) => stage === "STAGE" || Object.hasOwn(context.rynek.stages, stage),
      );
      // Without one it would be the stage of trials, whatever the reader had in mind.
      return !isKnown || !isStage || (/^(deploy|destroy|diff)$/.test(act) && stages.length === 0);
    });
    expect(wrong.map(saidBy)).toEqual([]);
  }, 60_000);

  test("of aws name a service and a call that there are", async () => {
    const written = of("aws");
    expect(written.length).toBeGreaterThan(1);
    const wrong: string[] = [];
    for (const one of written) {
      const [, service = "", call = ""] = one.words;
      const name = `${call.replace(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase())}Command`;
      const client = await import(`@aws-sdk/client-${CLIENTS[service] ?? service}`);
      if (!Object.hasOwn(client, name)) wrong.push(saidBy(one));
    }
    expect(wrong).toEqual([]);
  });
});

/** What the SDK calls otherwise than the command line. */
const CLIENTS: Readonly<Record<string, string>> = {
  "cognito-idp": "cognito-identity-provider",
  secretsmanager: "secrets-manager",
  stepfunctions: "sfn",
};

/** `--all`, `-c`: as the help writes it, a short one behind the long one's comma. */
const isOption = (option: string, help: string): boolean =>
  new RegExp(`(?:^|[\\s,])${option.replace(/=.*$/, "")}(?:[\\s,]|$)`, "m").test(help);
