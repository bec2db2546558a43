import { LEAD_MS, SECRET_NAMES, SECRETS, type SecretName } from "../../shared/platform/secret-names.ts";
import { exchanged } from "../../shared/platform/secret-versions.ts";
import { freshSecret } from "../../shared/platform/vault.ts";
import type { Kept } from "./places.ts";

const moment = (ms: number): string => new Date(ms).toISOString().replace(/\.\d+Z$/, "Z");

/** What somebody asked for by name. Throws for what is no secret, and for the one that is never exchanged. */
export const secretNamed = (name: string): SecretName => {
  const found = SECRET_NAMES.find((one) => one === name);
  if (!found) throw new Error(`there is no secret "${name}", only ${SECRET_NAMES.join(", ")}`);
  if (SECRETS[found].overlapMs === undefined)
    throw new Error(`"${found}" is never exchanged: what is stored under names that it made would be lost`);
  return found;
};

/** Exchanges one secret, and says from when on, and until when what was made before is taken. */
export const exchange = async (
  name: SecretName,
  { isLeaked }: { readonly isLeaked: boolean },
  { read, write, now }: Kept,
): Promise<string> => {
  const overlapMs = isLeaked ? undefined : SECRETS[name].overlapMs;
  const at = now();
  await write(
    name,
    exchanged(await read(name), { now: at, fresh: freshSecret(), leadMs: LEAD_MS, overlapMs }),
  );
  return overlapMs === undefined
    ? `${name}: exchanged at once; what the one before made is taken nowhere any more from ${moment(at + LEAD_MS / 2)} on`
    : `${name}: things are made with the new one from ${moment(at + LEAD_MS)}; what the one before made is taken until ${moment(at + LEAD_MS + overlapMs)}`;
};

/** Begins every secret as the one that a deployment had for everything once, so that nothing made with it is lost. */
export const adopt = async (former: string, { read, write }: Kept): Promise<string> => {
  for (const name of SECRET_NAMES)
    if ((await read(name)).startsWith("{"))
      throw new Error(`"${name}" was exchanged already: the former secret comes first, or never`);
  const value = await read(former);
  for (const name of SECRET_NAMES) await write(name, value);
  return `${SECRET_NAMES.join(", ")} are ${former}; within minutes everything goes by them`;
};
