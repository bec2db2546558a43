import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import {
  GetSecretValueCommand,
  PutSecretValueCommand,
  SecretsManagerClient,
} from "@aws-sdk/client-secrets-manager";
import { standingSecrets } from "../../shared/platform/deps.ts";
import type { SecretName } from "../../shared/platform/secret-names.ts";
import type { Settings } from "../aws/settings.ts";
import { openFacts } from "../doctor/facts.ts";
import { openClock } from "../local/clock.ts";

/** Where secrets are kept that can be exchanged, and the time that goes there. */
export interface Kept {
  readonly read: (name: string) => Promise<string>;
  readonly write: (name: SecretName, text: string) => Promise<void>;
  readonly now: () => number;
}

/** A data folder, also of a house that runs. */
export const inFolder = (folder: string): Kept => {
  const file = (name: string): string => join(folder, "secrets", name);
  return {
    read: async (name) => {
      if (!existsSync(file(name))) throw new Error(`${file(name)} is missing: npm start makes what is new.`);
      return readFileSync(file(name), "utf8");
    },
    write: async (name, text) => {
      writeFileSync(`${file(name)}.new`, text, { mode: 0o600 });
      renameSync(`${file(name)}.new`, file(name));
    },
    now: openClock(folder).now,
  };
};

/** A stage on AWS, with the credentials of the shell. */
export const inStage = async (settings: Settings): Promise<Kept> => {
  const standing = await openFacts(settings).standing();
  if (!standing) throw new Error(`nothing of stage "${settings.stage}" stands yet`);
  const ids = standingSecrets(standing.environment);
  const client = new SecretsManagerClient({ region: settings.region });
  const idOf = (name: string): string => (Object.hasOwn(ids, name) ? ids[name as SecretName] : name);
  return {
    read: async (name) => {
      const { SecretString } = await client.send(new GetSecretValueCommand({ SecretId: idOf(name) }));
      if (!SecretString) throw new Error(`the secret ${name} is empty`);
      return SecretString;
    },
    write: async (name, SecretString) => {
      await client.send(new PutSecretValueCommand({ SecretId: idOf(name), SecretString }));
    },
    now: Date.now,
  };
};
