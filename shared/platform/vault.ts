import { type KeyObject, randomBytes } from "node:crypto";
import type { CycleId } from "../domain/ids.ts";
import { deriveKey } from "./keyed.ts";

/** Named secrets outside the database. `create` keeps the first value; `read` of an absent name is undefined. */
export interface Secrets {
  readonly read: (name: string) => Promise<string | undefined>;
  readonly create: (name: string, value: string) => Promise<void>;
  readonly remove: (name: string) => Promise<void>;
}

export type Vault = ReturnType<typeof openVault>;

const SECRET_BYTES = 32;

/**
 * The keys of the system. Each cycle has a secret of its own, so that destroying it makes every keyed hash of that cycle meaningless.
 * The commission's private key passes through for the count alone: handed over, taken, dropped.
 */
export const openVault = (secrets: Secrets) => {
  const derived = new Map<string, Promise<KeyObject>>();

  /** The key of a purpose, derived once in the life of a container. */
  const key = (name: string, purpose: string): Promise<KeyObject> => {
    const about = `${name} ${purpose}`;
    const known = derived.get(about);
    if (known) return known;
    const deriving = secrets.read(name).then((value) => {
      if (value === undefined) throw new Error(`no secret "${name}"`);
      return deriveKey(Buffer.from(value, "base64"), purpose);
    });
    derived.set(about, deriving);
    deriving.catch(() => derived.delete(about));
    return deriving;
  };

  const fresh = () => randomBytes(SECRET_BYTES).toString("base64");

  return {
    /** For tokens, codes and links in mails; lives as long as the deployment. */
    siteKey: (purpose: string): Promise<KeyObject> => key("site", purpose),
    createSiteSecret: (): Promise<void> => secrets.create("site", fresh()),

    /** For voter keys and the roll of one cycle. */
    cycleKey: (cycleId: CycleId, purpose: string): Promise<KeyObject> => key(`cycle/${cycleId}`, purpose),
    createCycleSecret: (cycleId: CycleId): Promise<void> => secrets.create(`cycle/${cycleId}`, fresh()),

    /** Makes every keyed hash of the cycle meaningless, for ever. Other containers forget what they derived when they end. */
    destroyCycleSecret: async (cycleId: CycleId): Promise<void> => {
      const name = `cycle/${cycleId}`;
      for (const about of derived.keys()) if (about.startsWith(`${name} `)) derived.delete(about);
      await secrets.remove(name);
    },

    handOverCountKey: (cycleId: CycleId, privateKey: string): Promise<void> =>
      secrets.create(`count/${cycleId}`, privateKey),
    countKey: (cycleId: CycleId): Promise<string | undefined> => secrets.read(`count/${cycleId}`),
    dropCountKey: (cycleId: CycleId): Promise<void> => secrets.remove(`count/${cycleId}`),
  };
};
