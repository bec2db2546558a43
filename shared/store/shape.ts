/**
 * The tables as data: the stacks, the local host and the tests create them from this page, so that nobody retypes a key.
 * `ballots` has no index, no TTL, no stream and no time: nothing about it may tell who cast what, or in which order.
 */
export interface TableShape {
  readonly partitionKey: string;
  readonly sortKey?: string;
  readonly indexes: readonly IndexShape[];
  readonly ttl?: string;
  readonly stream?: "KEYS_ONLY";
}

export interface IndexShape {
  readonly name: string;
  readonly partitionKey: string;
  readonly sortKey: string;
  /** What the index holds beside the keys: nothing, or these attributes. */
  readonly projection: "KEYS_ONLY" | readonly string[];
}

/** What an index holds is settled with its making: another list is another index. */
const LINE = [
  "id",
  "cycleId",
  "number",
  "pool",
  "title",
  "place",
  "location",
  "category",
  "estimatedCostGrosze",
  "costGrosze",
  "status",
  "reason",
  "withdrawnAfterFreeze",
  "authorName",
  "supporters",
  "submittedAt",
] as const;

export const tables = {
  main: {
    partitionKey: "pk",
    sortKey: "sk",
    indexes: [
      { name: "pending", partitionKey: "pendingOf", sortKey: "pendingKey", projection: "KEYS_ONLY" },
      // What waits for somebody of the office, by whose it is and when it is due, with what a list says of it.
      { name: "work", partitionKey: "workOf", sortKey: "workKey", projection: ["work"] },
      // The projects of an edition in the order of its list, with what a list says of each.
      {
        name: "list",
        partitionKey: "listOf",
        sortKey: "listKey",
        projection: LINE,
      },
    ],
    ttl: "expiresAtSeconds",
    stream: "KEYS_ONLY",
  },
  ballots: { partitionKey: "pk", indexes: [] },
} as const satisfies Record<string, TableShape>;

export type TableName = keyof typeof tables;
