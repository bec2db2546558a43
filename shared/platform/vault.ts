import { type KeyObject, randomBytes } from "node:crypto";
import type { Cycle } from "../domain/cycle/cycle.ts";
import type { CycleId } from "../domain/ids.ts";
import { deriveKey } from "./keyed.ts";
import { FORMER_SECRET, KNOWN_MS, SECRET_NAMES, type SecretName } from "./secret-names.ts";
import { valuesAt } from "./secret-versions.ts";

/**
 * Named secrets outside the database. `create` keeps the first value; `read` of an absent name is undefined. A name that was removed is not
 * to be made again: AWS refuses it for a while.
 */
export interface Secrets {
  readonly read: (name: string) => Promise<string | undefined>;
  readonly create: (name: string, value: string) => Promise<void>;
  readonly remove: (name: string) => Promise<void>;
}

export type Vault = ReturnType<typeof openVault>;

/** Keys of one purpose: things are made with the current one; those of all are taken. */
interface Keys {
  readonly current: KeyObject;
  readonly accepted: readonly KeyObject[];
}

const SECRET_BYTES = 32;

export const freshSecret = (): string => randomBytes(SECRET_BYTES).toString("base64");

/** A cycle with the key that was handed over for it last. */
type WithCountKey = Pick<Cycle, "id" | "countKeyId">;

/** Keys of releases before lie under the cycle's name alone. */
const countKeyName = ({ id, countKeyId }: WithCountKey): string =>
  countKeyId === undefined ? `count/${id}` : `count/${id}/${countKeyId}`;

interface Known {
  readonly at: number;
  readonly text: Promise<string>;
}

/**
 * The keys of the system. Each cycle has a secret of its own, so that destroying it makes every keyed hash of that cycle meaningless.
 * The commission's private key passes through for the count alone: handed over, taken, dropped.
 */
export const openVault = (secrets: Secrets, now: () => number = Date.now) => {
  const derived = new Map<string, KeyObject>();
  const known = new Map<string, Known>();

  const read = async (name: string): Promise<string> => {
    const text = await secrets.read(name);
    if (text === undefined) throw new Error(`no secret "${name}"`);
    return text;
  };

  /** A secret as it was read not long ago. One that cannot be read again stays what it was: nobody is turned away for that. */
  const textOf = (name: string, lifetimeMs: number): Promise<string> => {
    const before = known.get(name);
    if (before && now() - before.at < lifetimeMs) return before.text;
    const text = read(name).catch((error: unknown) => {
      if (before) return before.text;
      known.delete(name);
      throw error;
    });
    known.set(name, { at: now(), text });
    return text;
  };

  /** Derived once in the life of a container: it takes longer than what is done with it. */
  const keyOf = (name: string, value: string, purpose: string): KeyObject => {
    const about = `${name} ${purpose} ${value}`;
    const key = derived.get(about) ?? deriveKey(Buffer.from(value, "base64"), purpose);
    derived.set(about, key);
    return key;
  };

  const lasting = async (name: string, purpose: string): Promise<KeyObject> =>
    keyOf(name, await textOf(name, Infinity), purpose);

  const keysOf = async (name: Exclude<SecretName, "names">, purpose: string): Promise<Keys> => {
    const values = valuesAt(await textOf(name, KNOWN_MS), now());
    const accepted = values.map((value) => keyOf(name, value, purpose));
    return { current: accepted[0] as KeyObject, accepted };
  };

  return {
    /** For names under which things are stored: the same for as long as the deployment lives. */
    names: (purpose: string): Promise<KeyObject> => lasting("names", purpose),
    /** For what is in a browser or a script for a while: tokens, drafts. */
    sessions: (purpose: string): Promise<Keys> => keysOf("sessions", purpose),
    /** For what is told once and entered soon. */
    codes: (purpose: string): Promise<Keys> => keysOf("codes", purpose),
    /** For links in letters. */
    links: (purpose: string): Promise<Keys> => keysOf("links", purpose),
    /** For the city's signature under checkpoints and packages. */
    signing: async (): Promise<KeyObject> => (await keysOf("signing", "signing")).current,

    /** For the canary's hidden votes alone: their ids, their voters and the codes of these. */
    canary: (purpose: string): Promise<Keys> => keysOf("canary", purpose),

    /** Makes what is missing of the deployment's secrets. */
    createSecrets: async (): Promise<void> => {
      const former = await secrets.read(FORMER_SECRET);
      for (const name of SECRET_NAMES) await secrets.create(name, former ?? freshSecret());
    },

    /** For voter keys and the roll of one cycle. */
    cycleKey: (cycleId: CycleId, purpose: string): Promise<KeyObject> => lasting(`cycle/${cycleId}`, purpose),
    createCycleSecret: (cycleId: CycleId): Promise<void> => secrets.create(`cycle/${cycleId}`, freshSecret()),

    /** Makes every keyed hash of the cycle meaningless, for ever. Other containers forget what they derived when they end. */
    destroyCycleSecret: async (cycleId: CycleId): Promise<void> => {
      const name = `cycle/${cycleId}`;
      known.delete(name);
      for (const about of derived.keys()) if (about.startsWith(`${name} `)) derived.delete(about);
      await secrets.remove(name);
    },

    handOverCountKey: (cycle: WithCountKey, privateKey: string): Promise<void> =>
      secrets.create(countKeyName(cycle), privateKey),
    countKey: (cycle: WithCountKey): Promise<string | undefined> => secrets.read(countKeyName(cycle)),
    dropCountKey: (cycle: WithCountKey): Promise<void> => secrets.remove(countKeyName(cycle)),
  };
};
