import { existsSync, mkdirSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";
import type { DynamoDBClientConfig } from "@aws-sdk/client-dynamodb";
import { dataFile, type Engine, findEngine } from "./dynamodb/engines.ts";
import { forgetJournal, forgetOrder, scatterRows } from "./dynamodb/forget-order.ts";
import { engineSigner, engineWire } from "./dynamodb/wire.ts";
import { freePort } from "./free-port.ts";
import { StartFault } from "./start-fault.ts";
import { startTied, type TiedProcess } from "./tied-process.ts";

/** A restart more than three within a minute means that it will not stay up. */
const RESTARTS = { most: 3, withinMs: 60_000 };

/** How long the journal of a running engine may hold a commit, at most. */
const JOURNAL_MS = 15_000;

export interface LocalDynamoDb {
  readonly endpoint: string;
  /** How clients of the SDK reach it. */
  readonly reach: Pick<DynamoDBClientConfig, "endpoint" | "requestHandler" | "signer">;
  /** What serves it, for the list of what runs where. */
  readonly engine: string;
  /** From here on the data file, where there is one, tells little of the order of voting while it is written. To be called when the tables are there. */
  blurOrder(): void;
  /** Ends the engine; an endpoint of the environment is left as it is. */
  stop(): Promise<void>;
}

interface DynamoDbParts {
  /** The folder of the data file; null keeps the data in memory. */
  readonly folder: string | null;
  /** A line for the person at the keyboard. */
  readonly say?: (line: string) => void;
  /** The engine is gone for good: the host has to stop. */
  readonly onGone: (fault: StartFault) => void;
}

/**
 * Starts the DynamoDB of this machine on a free loopback port and answers when it answers. An engine that dies is started
 * again on the same port with the same file; one that keeps dying, or that had the data in memory, is reported to `onGone`.
 */
export const startDynamoDb = async ({
  folder,
  onGone,
  say = console.error,
}: DynamoDbParts): Promise<LocalDynamoDb> => {
  const given = process.env.RYNEK_DYNAMODB_ENDPOINT;
  if (given)
    return {
      endpoint: await existing(given),
      reach: { endpoint: given },
      engine: given,
      blurOrder: () => undefined,
      stop: async () => undefined,
    };

  const engine = findEngine();
  /** What the file tells of the order of voting goes when the engine has gone; after a crash, before it starts again. No vote stops for it. */
  const tidy = (forget = forgetOrder): void => {
    try {
      if (folder !== null) forget(dataFile(folder));
    } catch (error) {
      say(
        `The data file still tells in which order was written: ${error instanceof Error ? error.message : error}`,
      );
    }
  };
  if (folder !== null) mkdirSync(folder, { recursive: true });
  if (folder !== null && existsSync(`${dataFile(folder)}-wal`)) tidy();
  const port = await freePort();
  let running = await launch(engine, port, folder);
  let stopping = false;
  const restarts: number[] = [];

  const watch = async (): Promise<void> => {
    while (true) {
      const how = await running.gone;
      if (stopping) return;
      const words = how.startsWith("signal") ? "" : running.lastWords();
      const what = `DynamoDB (${engine.name}) died with ${how}. ${words}`.trim();
      const recent = restarts.filter((at) => at > performance.now() - RESTARTS.withinMs);
      if (folder === null)
        throw new StartFault("engine-gone", `${what}\nIts data was in memory and is lost.`);
      if (recent.length >= RESTARTS.most)
        throw new StartFault("engine-gone", `${what}\nIt does not stay up.`);
      restarts.push(performance.now());
      say(`${what}\nIt is started again with the same data.`);
      running = startTied(engine.command, engine.args(port, folder));
    }
  };
  const watched = watch().catch((fault: StartFault) => {
    if (!stopping) onGone(fault);
  });

  let journal: NodeJS.Timeout | undefined;

  const endpoint = `http://127.0.0.1:${port}`;
  return {
    endpoint,
    reach: { endpoint, ...(engine.isPlain && { requestHandler: engineWire(), signer: engineSigner }) },
    engine: engine.name,
    blurOrder: () => {
      if (folder === null) return;
      scatterRows(dataFile(folder));
      journal = setInterval(() => tidy(forgetJournal), JOURNAL_MS).unref();
    },
    stop: async () => {
      stopping = true;
      clearInterval(journal);
      await running.stop();
      await watched;
      tidy();
    },
  };
};

const launch = async (engine: Engine, port: number, folder: string | null): Promise<TiedProcess> => {
  const started = startTied(engine.command, engine.args(port, folder));
  let how: string | null = null;
  void started.gone.then((word) => {
    how = word;
  });
  const deadline = performance.now() + engine.startLimitMs;
  while (how === null && performance.now() < deadline) {
    if (await answers(`http://127.0.0.1:${port}`)) return started;
    await pause(10);
  }
  await started.stop();
  const fate = how === null ? `did not answer within ${engine.startLimitMs / 1000} s` : `ended with ${how}`;
  throw new StartFault("engine-silent", `DynamoDB (${engine.name}) ${fate}. ${started.lastWords()}`.trim());
};

const existing = async (endpoint: string): Promise<string> => {
  if (await answers(endpoint)) return endpoint;
  throw new StartFault("engine-silent", `RYNEK_DYNAMODB_ENDPOINT is ${endpoint}, but nothing answers there.`);
};

/** Whether HTTP is spoken there: without a signature a good engine refuses, which is an answer too. */
const answers = async (endpoint: string): Promise<boolean> => {
  try {
    const answer = await fetch(endpoint, { signal: AbortSignal.timeout(2_000) });
    await answer.body?.cancel();
    return true;
  } catch {
    return false;
  }
};
