import type { z } from "zod";
import type { PoolKind } from "../../shared/domain/pool/kinds.ts";
import {
  CHECKPOINT,
  Decisions,
  MANIFEST,
  Manifest,
  PackageSignature,
  SIGNATURE,
} from "../../shared/domain/results/package.ts";
import { Results } from "../../shared/domain/results/results.ts";
import { RuleSet } from "../../shared/domain/rule-set.ts";
import { Tally } from "../../shared/domain/tally/tally.ts";
import { PoolChoices } from "../../shared/domain/voting/pool-choices.ts";
import { VoidBallots } from "../../shared/domain/voting/void.ts";
import { Wrong } from "./must.ts";
import type { PackageFiles } from "./open-package.ts";

export const bytesOf = (files: PackageFiles, name: string): Uint8Array => {
  const bytes = files.get(name);
  if (!bytes) throw new Wrong(`${name} is missing`);
  return bytes;
};

const textOf = (files: PackageFiles, name: string): string => {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytesOf(files, name));
  } catch (error) {
    if (error instanceof Wrong) throw error;
    throw new Wrong(`${name} is not UTF-8`);
  }
};

const read = <S extends z.ZodType>(files: PackageFiles, name: string, schema: S): z.output<S> => {
  let value: unknown;
  try {
    value = JSON.parse(textOf(files, name));
  } catch (error) {
    if (error instanceof Wrong) throw error;
    throw new Wrong(`${name} is not JSON`);
  }
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new Wrong(`${name}: /${issue?.path.join("/") ?? ""}: ${issue?.message ?? "not as it should be"}`);
};

/** What a package says, each file read by its schema. */
export const contentsOf = (files: PackageFiles) => {
  const results = read(files, "results.json", Results);
  return {
    manifest: read(files, MANIFEST, Manifest),
    signature: read(files, SIGNATURE, PackageSignature),
    results,
    ruleSet: read(files, "rule-set.json", RuleSet),
    decisions: read(files, "decisions.json", Decisions),
    checkpoint: textOf(files, CHECKPOINT),
    /** Only where ballots were left out. */
    voids: files.has("voids.json") ? read(files, "voids.json", VoidBallots) : [],
    leaves: textOf(files, "leaves.txt"),
    pools: results.pools.map((pool) => ({
      pool,
      choices: read(files, `pools/${pool.id}.choices.json`, PoolChoices),
      tally: read(files, `pools/${pool.id}.tally.json`, Tally),
      pb: bytesOf(files, `pools/${pool.id}.pb`),
    })),
  };
};

export type Contents = ReturnType<typeof contentsOf>;
export type PoolContents = Contents["pools"][number];

export const kindOf = ({ pools }: Contents["ruleSet"], pool: string): PoolKind => {
  const known = pools.find(({ id }) => id === pool);
  if (!known) throw new Wrong(`rule-set.json has no pool ${pool}`);
  return known.kind;
};
