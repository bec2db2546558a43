import { parseArgs } from "node:util";

/** What of cdk's options the look before a deployment needs; all others are cdk's alone. */
export const saidIn = (
  args: readonly string[],
): { readonly context: ReadonlyMap<string, string>; readonly profile: string | undefined } => {
  const { values } = parseArgs({
    args: [...args],
    options: { context: { type: "string", short: "c", multiple: true }, profile: { type: "string" } },
    strict: false,
  });
  const context = [values.context ?? []].flat().map((one): [string, string] => {
    // As in `-c=stage=prod`.
    const [, name = "", value = ""] = /^=?([^=]*)=?(.*)$/s.exec(String(one)) ?? [];
    return [name, value];
  });
  return {
    context: new Map(context),
    profile: values.profile === undefined ? undefined : String(values.profile),
  };
};

/** What cdk is told: of what was said in whatever spelling, the stage that was looked at is the last word, which it takes. */
export const toldTo = (args: readonly string[], stage: string): string[] => [
  "deploy",
  "--all",
  ...args,
  "-c",
  `stage=${stage}`,
];
