import { type Lifecycle, statesBefore } from "../domain/lifecycle.ts";
import { type Refusal, refusal } from "../domain/refusals.ts";
import type { Key } from "./keys.ts";
import type { TableName } from "./shape.ts";

export type Attributes = Readonly<Record<string, unknown>>;

/** `#name` is an attribute, `:name` a value of `values`: DynamoDB's own language, with the names' aliases filled in. */
export interface Condition {
  readonly text: string;
  readonly values?: Attributes;
}

/** The condition of the write that records an event: the item is in a state that the event may leave, and what `and` says holds. */
export const leaving = <State extends string, Event extends string>(
  table: Lifecycle<State, Event>,
  event: Event,
  and?: Condition,
): Condition => {
  const states = statesBefore(table, event).map((state, n) => [`from${n}`, state] as const);
  const text = `#state IN (${states.map(([name]) => `:${name}`).join(", ")})`;
  return {
    text: and ? `${text} AND ${and.text}` : text,
    values: { ...Object.fromEntries(states), ...and?.values },
  };
};

/** The same, where there may be no item yet. */
export const absentOr = ({ text, ...condition }: Condition): Condition => ({
  text: `attribute_not_exists(#pk) OR ${text}`,
  ...condition,
});

interface Target {
  readonly key: Key;
  readonly table?: TableName;
  readonly when?: Condition;
  /** What is written with it, wherever it goes. */
  readonly and?: readonly Write[];
  /** The refusal for a condition that did not hold, from the item that was met (absent: there was none). */
  readonly otherwise?: (met: Attributes | undefined) => Refusal;
}

export type Write =
  | (Target & { readonly kind: "put"; readonly item: Attributes })
  | (Target & {
      readonly kind: "update";
      readonly set?: Attributes;
      readonly add?: Attributes;
      readonly append?: Readonly<Record<string, readonly unknown[]>>;
      readonly remove?: readonly string[];
    })
  | (Target & { readonly kind: "remove" })
  | (Target & { readonly kind: "check" });

export type Of<K extends Write["kind"]> = Omit<Extract<Write, { kind: K }>, "kind">;

export const put = (write: Of<"put">): Write => ({ kind: "put", ...write });
export const update = (write: Of<"update">): Write => ({ kind: "update", ...write });
export const remove = (write: Of<"remove">): Write => ({ kind: "remove", ...write });
export const check = (write: Of<"check">): Write => ({ kind: "check", ...write });

/** A put that never overwrites. */
export const create = (write: Omit<Of<"put">, "when">): Write =>
  put({ ...write, when: { text: "attribute_not_exists(#pk)" } });

interface Expression {
  readonly ConditionExpression?: string;
  readonly UpdateExpression?: string;
  readonly ExpressionAttributeNames?: Record<string, string>;
  readonly ExpressionAttributeValues?: Record<string, unknown>;
}

/** The expressions of a write with every name aliased, so that reserved words never matter. */
export const expressionOf = (write: Write): Expression => {
  const values: Record<string, unknown> = {};
  const bind = (name: string, value: unknown): string => {
    values[`:${name}`] = value;
    return `:${name}`;
  };
  for (const [name, value] of Object.entries(write.when?.values ?? {})) bind(name, value);
  const change = write.kind === "update" ? changeOf(write, bind) : undefined;
  const names = [...`${write.when?.text ?? ""} ${change ?? ""}`.matchAll(/#(\w+)/g)].map(
    ([alias, name = ""]) => [alias, name],
  );
  return {
    ...(write.when === undefined ? {} : { ConditionExpression: write.when.text }),
    ...(change === undefined ? {} : { UpdateExpression: change }),
    ...(names.length === 0 ? {} : { ExpressionAttributeNames: Object.fromEntries(names) }),
    ...(Object.keys(values).length === 0 ? {} : { ExpressionAttributeValues: values }),
  };
};

const changeOf = (
  write: Extract<Write, { kind: "update" }>,
  bind: (name: string, value: unknown) => string,
): string => {
  const entries = (from: Attributes | undefined) =>
    Object.entries(from ?? {}).filter(([, value]) => value !== undefined);
  const set = [
    ...entries(write.set).map(([name, value]) => `#${name} = ${bind(`set_${name}`, value)}`),
    ...entries(write.append).map(
      ([name, value]) => `#${name} = list_append(#${name}, ${bind(`append_${name}`, value)})`,
    ),
  ];
  const add = entries(write.add).map(([name, value]) => `#${name} ${bind(`add_${name}`, value)}`);
  const removed = (write.remove ?? []).map((name) => `#${name}`);
  return [
    set.length > 0 ? `SET ${set.join(", ")}` : "",
    add.length > 0 ? `ADD ${add.join(", ")}` : "",
    removed.length > 0 ? `REMOVE ${removed.join(", ")}` : "",
  ]
    .filter(Boolean)
    .join(" ");
};

/** Why a condition did not hold: in the words of the write, else absent or changed. */
export const reasonOf = (write: Write, met: Attributes | undefined): Refusal =>
  write.otherwise?.(met) ??
  (met === undefined
    ? refusal("thing/not-found", {})
    : refusal("request/changed-since", { version: Number(met.version ?? 0) }));
