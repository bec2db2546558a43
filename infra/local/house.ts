import { readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { functions } from "../../functions/all.ts";
import { routes } from "../../functions/routes.ts";
import type { City } from "../../shared/domain/city.ts";
import { PLACES } from "../../shared/domain/upload/places.ts";
import type { Deps, Site } from "../../shared/platform/deps.ts";
import { gatewayRows } from "../../shared/platform/gateway.ts";
import type { FunctionName } from "../../shared/platform/route.ts";
import { type Invoke, serve } from "../../shared/platform/serve.ts";
import { canaryDoor } from "./canary-door.ts";
import { type LocalClock, openClock } from "./clock.ts";
import { wakeable } from "./consumers.ts";
import { localDoors } from "./doors.ts";
import { onPendingWrite } from "./dynamodb/pending-writes.ts";
import { enforceGrants, inRole } from "./dynamodb/roles.ts";
import { openTimeToLive } from "./dynamodb/time-to-live.ts";
import { type LocalDynamoDb, startDynamoDb } from "./dynamodb.ts";
import type { LocalEid } from "./eid.ts";
import { freePort } from "./free-port.ts";
import { jwtAuthorizer } from "./gateway/authorizer.ts";
import { publicFiles } from "./gateway/public-files.ts";
import { type Gateway, openGateway } from "./gateway.ts";
import { firstOf } from "./http/door.ts";
import { type Issuer, openIssuer } from "./issuer.ts";
import { FRONT_SECRET, HERE, localDeps, NAMES, UPLOADS_BUCKET } from "./local-deps.ts";
import { type Mailbox, openMailbox } from "./mailbox.ts";
import { type LocalMeter, localMeter } from "./meter.ts";
import { beginOffice } from "./office.ts";
import { openKey, type SigningKey } from "./oidc/key.ts";
import { STAFF_FILE } from "./pool/staff-file.ts";
import { openPool, type Pool } from "./pool.ts";
import { s3Door } from "./s3/door.ts";
import { openObjects } from "./s3/objects.ts";
import { localCredentials } from "./s3/signature.ts";
import { localSecrets } from "./secrets.ts";
import type { StartFault } from "./start-fault.ts";
import type { Definition } from "./states/asl.ts";
import { openStates, type States } from "./states/open-states.ts";
import { statesDoor } from "./states-door.ts";

const SWEEP_MS = 60_000;
/** How often items are looked for whose time to live is over. */
const TTL_MS = 3_600_000;

const MACHINES: readonly string[] = ["cycle", "roll"];

/** A workflow as it is deployed: `${CountFunction}` stands for the function `count`. */
const definition = (machine: string): Definition =>
  JSON.parse(
    readFileSync(new URL(`../../functions/workflows/${machine}.asl.json`, import.meta.url), "utf8").replace(
      /\$\{(\w+)Function\}/g,
      (_, name: string) => name.toLowerCase(),
    ),
  );

interface HouseParts {
  readonly city: City;
  /** The folder of all data; null keeps everything in memory. */
  readonly folder: string | null;
  /** The accounts of staff; without it `staff.json` of the folder. */
  readonly staffFile?: string;
  /** 0 for any that is free. */
  readonly port: number;
  /** The moment at which a house without a past starts; without it the machine's own. */
  readonly startsAt?: number;
  readonly say: (line: string) => void;
  /** A provider of eIDs for this site: where voters may come by one. */
  readonly eid?: (site: Pick<Site, "url" | "city"> & { readonly key: SigningKey }) => LocalEid;
  /** A component is gone for good. */
  readonly onGone: (fault: StartFault) => void;
}

export interface House {
  readonly url: string;
  readonly clock: LocalClock;
  /** Moves the clock, and leaves for the next move what is past its time to live: to look for it is to read the whole table. */
  readonly passTo: LocalClock["moveTo"];
  readonly mailbox: Mailbox;
  readonly meter: LocalMeter;
  readonly issuer: Issuer;
  readonly pool: Pool;
  readonly deps: Deps;
  readonly states: States;
  readonly database: LocalDynamoDb;
  /** Calls a function as the gateway or Step Functions would. */
  readonly invoke: (fn: string, event: unknown) => Promise<unknown>;
  /** Resolves when everybody has been told whom a write that was answered says to tell. */
  readonly told: () => Promise<void>;
  /** Resolves when each file that came in has been looked at. */
  readonly arrived: () => Promise<void>;
  /** Resolves when nothing runs, nothing is due, and everybody who had to be told has been. */
  readonly settle: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/** The whole system on one machine: the deployed functions, state machine and tables, behind one loopback port. */
export const openHouse = async ({
  city,
  folder,
  staffFile,
  port,
  startsAt,
  say,
  eid,
  onGone,
}: HouseParts): Promise<House> => {
  const accident = (what: string) => (error: unknown) =>
    say(`${what} failed: ${error instanceof Error ? error.stack : String(error)}`);
  const pool = openPool(staffFile ?? (folder && join(folder, STAFF_FILE)));
  const database = await startDynamoDb({ folder, say, onGone });
  const clock = openClock(folder ?? undefined, startsAt);
  const mailbox = openMailbox({ folder, clock });
  const chosen = port === 0 ? await freePort() : port;
  const origin = `http://127.0.0.1:${chosen}`;
  const key = await openKey(folder);
  const issuer = openIssuer({ key, origin, clock, pool });
  const provider = eid?.({ url: origin, city, key });
  const meter = localMeter();
  const credentials = await localCredentials(localSecrets(folder));
  const deps = await localDeps({
    city,
    folder,
    origin,
    database,
    issuer,
    eid: provider,
    clock,
    credentials,
    meter,
  });
  enforceGrants(deps.store.table.client, NAMES);
  database.blurOrder();
  if (pool.isMadeUp) await beginOffice(deps.store);

  const served = new Map<string, Invoke>();
  for (const [name, duties] of Object.entries(functions)) served.set(name, serve(duties, deps));
  const invoke = async (fn: string, event: unknown): Promise<unknown> => {
    const call = served.get(fn);
    if (!call) throw new Error(`there is no function "${fn}"`);
    return await inRole(fn as FunctionName, () => call(event));
  };

  const objects = openObjects(folder && join(folder, "uploads"));
  /** Files that are being looked at: each by a call of its own, as an event of the bucket makes one. */
  const arrivals = new Set<Promise<unknown>>();
  const onPut = (key: string): void => {
    if (!key.startsWith(PLACES.quarantine)) return;
    const arrival = invoke("arrivals", { arrived: key })
      .catch(accident("a look at a file"))
      .finally(() => arrivals.delete(arrival));
    arrivals.add(arrival);
  };
  const arrived = async (): Promise<void> => void (await Promise.all(arrivals));

  const notices = wakeable(() => invoke("notices", { Records: [] }), accident("the consumer of notices"));
  onPendingWrite(deps.store.table.client, () => void notices.wake());
  /** Accounts are another system's and change by no clock of the city: they are read at the start, and by real time. */
  const accounts = wakeable(() => invoke("directory", { sweep: true }), accident("the reading of accounts"));
  const swept = Object.entries(functions).flatMap(([name, duties]) =>
    duties.sweep && name !== "directory" ? [name] : [],
  );
  /** What they write is told at once; with that everything is swept that consumes, too. */
  const sweeps = wakeable(async () => {
    for (const name of swept)
      await invoke(name, { sweep: true }).catch(accident(`the sweep of the function ${name}`));
    await notices.wake();
  }, accident("the sweep"));
  const states = openStates({
    path: folder === null ? ":memory:" : join(folder, "workflow.sqlite"),
    definition: (machine) => (MACHINES.includes(machine) ? definition(machine) : undefined),
    invoke,
    clock,
    log: () => undefined,
  });

  const timeToLive = openTimeToLive(NAMES, { ...HERE, ...database.reach });
  /** In memory nothing outlives its time for long, and what is read after its time is the tests' business. */
  const expired = wakeable(async () => {
    if (folder !== null) await timeToLive(clock.now());
  }, accident("the time to live"));

  const settle = async (): Promise<void> => {
    await accounts.idle();
    await arrived();
    await states.settle();
    await sweeps.wake();
    await states.settle();
  };

  /** A jump over several dates is made in steps, so that everything happens at its own time. */
  const passTo: LocalClock["moveTo"] = async (moment) => {
    // A jump between two steps would make a hold longer than was reckoned.
    await states.settle();
    await notices.idle();
    const target = typeof moment === "number" ? moment : moment(clock.now());
    let hasMoved = false;
    for (let due = states.nextDueAt(); due !== undefined && due < target; due = states.nextDueAt()) {
      if (due > clock.now()) hasMoved = (await clock.moveTo(due)).ok || hasMoved;
      await settle();
      if (states.nextDueAt() === due) break;
    }
    // The steps took real time: the clock may have come by the target meanwhile.
    const moved =
      hasMoved && clock.now() >= target
        ? ({ ok: true, now: clock.now() } as const)
        : await clock.moveTo(target);
    if (moved.ok) await settle();
    // Holds last whole seconds, reckoned a step before they begin: one for this moment may fall due a little later.
    for (
      let due = states.nextDueAt();
      moved.ok && due !== undefined && due <= target + 2000;
      due = states.nextDueAt()
    ) {
      while (clock.now() < due) await pause(due - clock.now());
      await settle();
      if (states.nextDueAt() === due) break;
    }
    return moved;
  };

  const moveTo: LocalClock["moveTo"] = async (moment) => {
    const moved = await passTo(moment);
    await expired.wake();
    return moved;
  };

  const gateway: Gateway = await openGateway({
    spoken: city.languages,
    rows: gatewayRows(routes),
    invoke,
    authorizer: jwtAuthorizer({ issuer: issuer.url, audience: issuer.clientId, keys: issuer.keys, clock }),
    clock,
    extra: firstOf(
      statesDoor(() => states),
      s3Door({ bucket: UPLOADS_BUCKET, objects, credentials, now: clock.now, onPut }),
      canaryDoor(invoke),
      localDoors({ clock: { ...clock, moveTo }, mailbox, issuer, pool }),
      ...(provider ? [provider.door] : []),
    ),
    frontSecret: FRONT_SECRET,
    files: publicFiles({
      get: (path) => (path.startsWith(PLACES.picture) ? objects.bytes(path) : deps.files.get(path)),
    }),
    port: chosen,
    host: "127.0.0.1",
  });
  states.start();
  const sweep = setInterval(() => void sweeps.wake(), SWEEP_MS).unref();
  const reading = setInterval(() => void accounts.wake(), SWEEP_MS).unref();
  const expiry = setInterval(() => void expired.wake(), TTL_MS).unref();
  await accounts.wake();
  void sweeps.wake();
  void expired.wake();

  return {
    url: gateway.url,
    clock: { ...clock, moveTo },
    passTo,
    mailbox,
    meter,
    issuer,
    pool,
    deps,
    states,
    database,
    invoke,
    told: notices.idle,
    arrived,
    settle,
    close: async () => {
      clearInterval(sweep);
      clearInterval(reading);
      clearInterval(expiry);
      // What looks at a file reads it through the gateway.
      await arrived();
      await gateway.close();
      states.close();
      await Promise.all([notices.idle(), sweeps.idle(), accounts.idle(), expired.idle()]);
      mailbox.close();
      objects.close();
      await database.stop();
    },
  };
};
