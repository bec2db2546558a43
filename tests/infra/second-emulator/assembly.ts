import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { App } from "aws-cdk-lib";
import { Code } from "aws-cdk-lib/aws-lambda";
import { z } from "zod";
import { house } from "../../../infra/aws/house.ts";
import type { Settings } from "../../../infra/aws/settings.ts";
import { context } from "../cloud.ts";
import type { Template } from "./pruned.ts";

export interface Synthesised {
  readonly name: string;
  readonly region: string;
  readonly template: Template;
}

/** A folder that a template names as a zip file in the bucket of assets. */
export interface Asset {
  readonly bucket: string;
  readonly key: string;
  readonly folder: string;
}

export interface Assembly {
  /** In the order in which they are deployed. */
  readonly stacks: readonly Synthesised[];
  readonly assets: readonly Asset[];
}

interface AssetsFile {
  readonly files: Readonly<
    Record<
      string,
      {
        readonly source: { readonly path: string; readonly packaging: "zip" | "file" };
        readonly destinations: Readonly<
          Record<string, { readonly bucketName: string; readonly objectKey: string }>
        >;
      }
    >
  >;
}

export const ACCOUNT = "123456789012";

const assetsIn = (folder: string): Asset[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith(".assets.json"))
    .flatMap((name) => {
      const { files } = JSON.parse(readFileSync(join(folder, name), "utf8")) as AssetsFile;
      return Object.values(files).flatMap(({ source, destinations }) =>
        Object.values(destinations).flatMap(({ bucketName, objectKey }) =>
          source.packaging === "zip"
            ? [
                {
                  bucket: bucketName.replace(/\$\{AWS::AccountId\}/, ACCOUNT),
                  key: objectKey,
                  folder: join(folder, source.path),
                },
              ]
            : [],
        ),
      );
    });

/** The stacks of a stage as `cdk synth` writes them to a folder, with the functions that were bundled to another. */
export const assembled = (
  settings: Settings,
  { dist, outdir }: Readonly<Record<"dist" | "outdir", string>>,
): Assembly => {
  const app = new App({ outdir, context, builtinCloudFormationValidation: false });
  house(app, settings, (name) => Code.fromAsset(join(dist, name)));
  const assembly = app.synth();
  const stacks = assembly.stacksRecursively.map(({ stackName, environment, template }) => ({
    name: stackName,
    region: environment.region,
    template: template as Template,
  }));
  return { stacks, assets: assetsIn(assembly.directory) };
};

/** The folder of each function of a template, by the function's name. */
export const foldersOf = ({ assets }: Assembly, { Resources }: Template): ReadonlyMap<string, string> => {
  const folders = new Map(assets.map(({ key, folder }) => [key, folder]));
  return new Map(
    Object.values(Resources).flatMap(({ Type, Properties }) => {
      if (Type !== "AWS::Lambda::Function") return [];
      const { FunctionName, Code } = Fn.parse(Properties);
      return [[FunctionName, folders.get(Code.S3Key) ?? ""] as const];
    }),
  );
};

const Alias = z.object({ FunctionName: z.object({ Ref: z.string() }) });
const Named = z.object({ FunctionName: z.string() });

/** The name of the function behind an alias, by the alias's logical id. */
export const calledThrough = ({ Resources }: Template, alias: string): string => {
  const { FunctionName } = Alias.parse(Resources[alias]?.Properties);
  return Named.parse(Resources[FunctionName.Ref]?.Properties).FunctionName;
};

const Fn = z.object({ FunctionName: z.string(), Code: z.object({ S3Key: z.string() }) });
