import { PROBE } from "../../shared/domain/ids.ts";
import { type Key, keys } from "../../shared/store/keys.ts";
import { type TableName, tables } from "../../shared/store/shape.ts";

/** A kind of record of the main table, by the name of its key. */
export type Kind = Exclude<keyof typeof keys, "ballot">;

export const KINDS = Object.keys(keys).filter((name): name is Kind => name !== "ballot");

/** What a role may do with a table: the actions, on an index where one is named, bound to kinds of record, to attributes or to a transaction. */
export interface TableGrant {
  readonly table: TableName;
  readonly actions: readonly string[];
  readonly index?: string;
  readonly kinds?: readonly Kind[];
  /** Any kind of record but those that share a partition with these. */
  readonly butKinds?: readonly Kind[];
  /** Of these kinds, only what is of cycles whose ids begin so. */
  readonly ofCycles?: string;
  readonly attributes?: readonly string[];
  readonly inTransaction?: true;
}

const ANY = "*";

/** In the place of any part of a key, whatever it is made of. */
const ANY_PART: never = new Proxy({} as never, {
  get: (_, name) => (name === Symbol.toPrimitive ? () => ANY : ANY),
});

/** Looked at with every call of a local house: reckoned once. */
const patterns = new Map<Kind, Key>();

/** The keys of a kind as patterns: the key as it is built, up to its first part that differs. */
export const patternOf = (kind: Kind): Key => {
  const known = patterns.get(kind) ?? reckonedOf(kind);
  patterns.set(kind, known);
  return known;
};

const reckonedOf = (kind: Kind): Key => {
  const build = keys[kind] as (...parts: readonly never[]) => Key;
  const { pk, sk } = build(...Array.from({ length: build.length }, () => ANY_PART));
  const cut = (part: string): string => `${part}`.replace(/0*\*.*$/, ANY);
  return { pk: cut(pk), ...(sk !== undefined && { sk: cut(sk) }) };
};

/** The partitions of these kinds, each once. Kinds that share one are told apart by what no policy sees: the sort key. */
export const partitionsOf = (kinds: readonly Kind[], ofCycles = ""): string[] =>
  [...new Set(kinds.map((kind) => patternOf(kind).pk.replace(ANY, `${ofCycles}${ANY}`)))].sort();

const { indexes } = tables.main;

/** What no door reads that residents use: names and addresses on lists of supporters. */
const VAULT: readonly Kind[] = ["support", "supporter"];

/** What became of whose letters, which those who look it up read with a reason and nobody else. */
const LEDGER: readonly Kind[] = ["ledger"];

/** Grants on the two tables as data: policies are made of it, and the local host holds every function to it. */
export const tableGrants = {
  readMain: () => [
    { table: "main", actions: ["GetItem", "BatchGetItem", "Query"], butKinds: [...VAULT, ...LEDGER] },
    ...indexes.map(({ name }) => ({ table: "main" as const, actions: ["Query"], index: name })),
  ],
  /** All of it in one pass, which no policy can bind to kinds of record. */
  scanMain: () => [{ table: "main", actions: ["Scan"] }],
  readSupporters: () => [{ table: "main", actions: ["GetItem", "BatchGetItem", "Query"], kinds: VAULT }],
  readLedger: () => [{ table: "main", actions: ["Query"], kinds: LEDGER }],
  /** A condition on what others write tells no more than a read of it. */
  writeMain: (kinds) => [
    { table: "main", actions: ["PutItem", "UpdateItem", "DeleteItem"], kinds },
    { table: "main", actions: ["ConditionCheckItem"] },
  ],
  /** A roll in bulk, unconditionally: nobody reads it until its cycle points to it, nor after. */
  fillRoll: () => [{ table: "main", actions: ["BatchWriteItem"], kinds: ["rollShard", "rollStaged"] }],
  /** What projects are found by, in bulk: nobody is led by it to what is not there. */
  fillPostings: () => [{ table: "main", actions: ["BatchWriteItem"], kinds: ["posting", "word"] }],
  fillProbeRoll: () => [
    { table: "main", actions: ["BatchWriteItem"], kinds: ["rollShard"], ofCycles: PROBE },
  ],
  /** Takes a marker off the list of those whose voter is to be told, or puts it back; what it says of the vote is out of reach. */
  tellMarkers: () => [
    {
      table: "main",
      actions: ["UpdateItem"],
      kinds: ["marker"],
      attributes: ["pk", "sk", "pendingOf", "pendingKey", "tries", "untold"],
    },
  ],
  /** A sign of life, and nothing else of the table. */
  signHealth: () => [{ table: "main", actions: ["PutItem"], kinds: ["health"] }],
  /** A ballot is put with its marker or not at all. That it is put once, *if absent*, no policy can demand: ADR 003 says what shows it. */
  castBallots: () => [{ table: "ballots", actions: ["PutItem", "ConditionCheckItem"], inTransaction: true }],
  /** One ballot by the hash that its receipt names, to say that it is there. */
  readReceipts: () => [{ table: "ballots", actions: ["GetItem"] }],
  readBallots: () => [{ table: "ballots", actions: ["Scan"] }],
} satisfies Record<string, (kinds: readonly Kind[]) => readonly TableGrant[]>;

export type TableGrantName = keyof typeof tableGrants;

/** One item's part of a call of DynamoDB. */
export interface Asked {
  readonly table: TableName;
  readonly action: string;
  readonly index?: string | undefined;
  readonly key?: Key | undefined;
  /** Attributes that a change names, its key's among them. */
  readonly attributes?: readonly string[];
  readonly inTransaction?: boolean;
}

const fits = (pattern: string | undefined, text: string | undefined): boolean =>
  pattern?.endsWith(ANY) ? (text?.startsWith(pattern.slice(0, -1)) ?? false) : pattern === text;

/** Whether a key is of a kind, both of its parts; of a partition that is queried whole, the one. */
export const isOf = (key: Key, kind: Kind): boolean => {
  const pattern = patternOf(kind);
  return fits(pattern.pk, key.pk) && (key.sk === undefined || fits(pattern.sk, key.sk));
};

/** Whether one of these grants allows what is asked: as DynamoDB would, and of kinds that share a partition by the sort key too. */
export const isGranted = (
  granted: readonly TableGrant[],
  { table, action, index, key, attributes = [], inTransaction = false }: Asked,
): boolean =>
  granted.some(
    (grant) =>
      grant.table === table &&
      grant.actions.includes(action) &&
      grant.index === index &&
      (grant.kinds === undefined || (key !== undefined && grant.kinds.some((kind) => isOf(key, kind)))) &&
      !grant.butKinds?.some((kind) => key !== undefined && fits(patternOf(kind).pk, key.pk)) &&
      (grant.ofCycles === undefined ||
        partitionsOf(grant.kinds ?? [], grant.ofCycles).some((pattern) => fits(pattern, key?.pk))) &&
      (grant.attributes === undefined || attributes.every((name) => grant.attributes?.includes(name))) &&
      (grant.inTransaction === undefined || inTransaction),
  );
