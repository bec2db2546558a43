import type { House } from "../../infra/local/house.ts";

/** A call of DynamoDB that somebody in the house made: what for, and on which keys. */
export interface WireCall {
  readonly command: string;
  readonly isWrite: boolean;
  /** Partition and sort key of each item that is written, or of the one that is read. */
  readonly keys: readonly string[];
  readonly index: string | undefined;
}

interface Keyed {
  readonly Key?: Readonly<Record<string, unknown>>;
  readonly Item?: Readonly<Record<string, unknown>>;
  readonly IndexName?: string;
  readonly TransactItems?: readonly Readonly<Record<string, Keyed>>[];
}

const keyOf = ({ Key, Item }: Keyed): string => {
  const { pk = "", sk = "" } = Key ?? Item ?? {};
  return `${pk} ${sk}`;
};

/** Every call on the tables from here on, as the client of the house sends it: each counted once, however often it is tried. */
export const watchWire = ({ deps }: Pick<House, "deps">) => {
  let calls: WireCall[] = [];
  deps.store.table.client.middlewareStack.add(
    (next, { commandName = "" }) =>
      (args) => {
        const input = args.input as Keyed;
        const items = input.TransactItems?.flatMap((item) => Object.values(item)) ?? [input];
        calls.push({
          command: commandName.replace("Command", ""),
          isWrite: /^(?:Put|Update|Delete|TransactWrite|BatchWrite)/.test(commandName),
          keys: items.map(keyOf),
          index: input.IndexName,
        });
        return next(args);
      },
    { step: "initialize", name: "wire" },
  );
  return {
    /** What was called since it was asked last. */
    take: (): WireCall[] => {
      const taken = calls;
      calls = [];
      return taken;
    },
  };
};
