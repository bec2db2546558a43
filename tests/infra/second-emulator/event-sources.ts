import { setTimeout as pause } from "node:timers/promises";
import { z } from "zod";
import { calledThrough } from "./assembly.ts";
import type { Config } from "./beforehand.ts";
import type { cloudFormation } from "./cloudformation.ts";
import type { Deployed } from "./deployed.ts";
import type { Template } from "./pruned.ts";

const Mapping = z.object({
  EventSourceArn: z.object({ "Fn::ImportValue": z.string() }),
  /** Made of the alias that it names. */
  FunctionName: z.unknown().transform((value) => /"Ref":"(\w+)"/.exec(JSON.stringify(value))?.[1] ?? ""),
  StartingPosition: z.string(),
  BatchSize: z.int(),
  MaximumBatchingWindowInSeconds: z.number(),
  MaximumRetryAttempts: z.int(),
  FilterCriteria: z.object({ Filters: z.array(z.object({ Pattern: z.string() })) }),
});
type Mapping = z.infer<typeof Mapping>;

const Described = z.object({
  StreamDescription: z.object({ Shards: z.array(z.object({ ShardId: z.string() })) }),
});
const Iterator = z.object({ ShardIterator: z.string() });
const Read = z.object({
  NextShardIterator: z.string(),
  Records: z.array(z.looseObject({ eventName: z.string() })),
});

/** DynamoDB's streams by their own protocol: the project has no client of them. */
const streams =
  ({ endpoint, region }: Config) =>
  async <T>(action: string, schema: z.ZodType<T>, asked: object): Promise<T> => {
    const reply = await fetch(endpoint, {
      method: "POST",
      headers: {
        authorization: `AWS4-HMAC-SHA256 Credential=local/20270101/${region}/dynamodb/aws4_request, SignedHeaders=host, Signature=0`,
        "content-type": "application/x-amz-json-1.0",
        "x-amz-target": `DynamoDBStreams_20120810.${action}`,
      },
      body: JSON.stringify(asked),
    });
    const text = await reply.text();
    if (!reply.ok) throw new Error(`${action}: ${reply.status} ${text.slice(0, 400)}`);
    return schema.parse(JSON.parse(text));
  };

const Pattern = z.strictObject({ eventName: z.array(z.string()) });

/** Whether one of a mapping's filters lets a record through; a pattern of another kind is not understood, and said so. */
const letThrough = ({ FilterCriteria: { Filters } }: Mapping) => {
  const names = Filters.flatMap(({ Pattern: text }) => Pattern.parse(JSON.parse(text)).eventName);
  return ({ eventName }: { readonly eventName: string }): boolean => names.includes(eventName);
};

export interface EventSources {
  /** How many records each function was handed. */
  readonly handed: ReadonlyMap<string, number>;
  readonly close: () => Promise<void>;
}

interface Sources {
  readonly template: Template;
  readonly exported: ReturnType<typeof cloudFormation>["exported"];
  readonly invoke: Deployed["invoke"];
  readonly config: Config;
}

/**
 * Reads moto's streams as the template's event source mappings say, and hands what their filters let through to the function that they name.
 * Of a batch that fails as often as the mapping says, nothing is put aside.
 */
export const openEventSources = async ({
  template,
  exported,
  invoke,
  config,
}: Sources): Promise<EventSources> => {
  const ask = streams(config);
  const handed = new Map<string, number>();
  const stop = new AbortController();

  const handOver = async (fn: string, batch: readonly unknown[], tries: number): Promise<void> => {
    try {
      await invoke(fn, { Records: batch });
      handed.set(fn, (handed.get(fn) ?? 0) + batch.length);
    } catch (error) {
      if (tries === 0) throw error;
      await handOver(fn, batch, tries - 1);
    }
  };
  const follow = async (mapping: Mapping): Promise<void> => {
    const fn = calledThrough(template, mapping.FunctionName);
    const StreamArn = await exported(mapping.EventSourceArn["Fn::ImportValue"]);
    const { StreamDescription } = await ask("DescribeStream", Described, { StreamArn });
    const isFor = letThrough(mapping);
    const iterators = await Promise.all(
      StreamDescription.Shards.map(({ ShardId }) =>
        ask("GetShardIterator", Iterator, {
          StreamArn,
          ShardId,
          ShardIteratorType: mapping.StartingPosition,
        }),
      ),
    );
    const read = async (ShardIterator: string): Promise<void> => {
      const { Records, NextShardIterator } = await ask("GetRecords", Read, {
        ShardIterator,
        Limit: mapping.BatchSize,
      });
      const batch = Records.filter(isFor);
      if (batch.length > 0) await handOver(fn, batch, mapping.MaximumRetryAttempts);
      await pause(mapping.MaximumBatchingWindowInSeconds * 1000, undefined, { signal: stop.signal });
      await read(NextShardIterator);
    };
    following.push(...iterators.map(({ ShardIterator }) => read(ShardIterator)));
  };
  const following: Promise<void>[] = [];
  const mappings = Object.values(template.Resources)
    .filter(({ Type }) => Type === "AWS::Lambda::EventSourceMapping")
    .map(({ Properties }) => Mapping.parse(Properties));
  await Promise.all(mappings.map(follow));
  return {
    handed,
    close: async () => {
      stop.abort();
      await Promise.allSettled(following);
    },
  };
};
