import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { startDynamoDb } from "../../infra/local/dynamodb.ts";
import { openMailbox } from "../../infra/local/mailbox.ts";
import { localMeter } from "../../infra/local/meter.ts";
import { localSecrets } from "../../infra/local/secrets.ts";
import type { CycleId } from "../../shared/domain/ids.ts";
import { type Instant, instant, milliseconds, plusSeconds } from "../../shared/domain/time.ts";
import type { Deps } from "../../shared/platform/deps.ts";
import { sesMail } from "../../shared/platform/mail.ts";
import { SECRET_NAMES } from "../../shared/platform/secret-names.ts";
import { system } from "../../shared/platform/system.ts";
import { snsTexts } from "../../shared/platform/texts.ts";
import { openVault } from "../../shared/platform/vault.ts";
import { RULE_SETS } from "../../shared/rulesets/index.ts";
import { createTables } from "../../shared/store/create-tables.ts";
import { keys } from "../../shared/store/keys.ts";
import { openStore } from "../../shared/store/store.ts";
import { openTable } from "../../shared/store/table.ts";
import { KATOWICE } from "../kit/katowice.ts";

const HERE = { region: "eu-central-1", credentials: { accessKeyId: "local", secretAccessKey: "local" } };

export const CYCLE: CycleId = "cyc_7k3m9x2qav5d8r1t";
export const START: Instant = "2027-09-10T08:00:00.000Z";

export interface Endpoints {
  readonly database: string;
  /** What the tables of this office are called, among those of others in the same database. */
  readonly names: Readonly<Record<"main" | "ballots", string>>;
  readonly mail: string;
}

type Telling = Pick<Deps, "site" | "store" | "vault" | "mail" | "texts" | "meter" | "system">;

/** What the consumer of notices needs, on real components at these addresses; the secret is the same in every process. */
export const tellingDeps = async (
  { database, names, mail }: Endpoints,
  now: () => Instant,
): Promise<Telling & Deps> => {
  const secrets = localSecrets(null);
  for (const name of SECRET_NAMES) await secrets.create(name, Buffer.alloc(32, 7).toString("base64"));
  const sender = {
    address: "powiadomienia@bo.example",
    name: "Budżet Obywatelski",
    replyTo: "bo@bo.example",
  };
  const telling: Telling = {
    site: { url: "https://bo.example", city: KATOWICE, contactAddress: "bo@bo.example" },
    store: openStore(openTable(names, { ...HERE, endpoint: database })),
    vault: openVault(secrets),
    mail: sesMail(sender, { ...HERE, endpoint: mail }),
    texts: snsTexts(undefined, { ...HERE, endpoint: mail.replace(/ses$/, "sns") }),
    meter: localMeter(),
    system: { ...system, now },
  };
  return telling as Telling & Deps;
};

/** The database in memory of one or more offices. */
export const startDatabase = () =>
  startDynamoDb({
    folder: null,
    onGone: (fault) => {
      throw fault;
    },
  });

let offices = 0;

/** Tables of its own and a mailbox in memory, an open cycle, and a clock that stands until it is moved. */
export const openPostOffice = async (database: { readonly endpoint: string }) => {
  let now = milliseconds(START);
  offices += 1;
  const names = { main: `main-${offices}`, ballots: `ballots-${offices}` };
  await createTables(names, { ...HERE, endpoint: database.endpoint });
  const mailbox = openMailbox({ folder: null, clock: { now: () => now } });
  const server = createServer(async (request, response) => {
    if (!(await mailbox.door(request, response))) response.writeHead(404).end();
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const { port } = server.address() as AddressInfo;
  const mail = `http://127.0.0.1:${port}/local/ses`;
  const endpoints: Endpoints = { database: database.endpoint, names, mail };
  const deps = await tellingDeps(endpoints, () => instant(now));

  const ruleSet = RULE_SETS.get("katowice-xii");
  const cycle = {
    ...{ id: CYCLE, name: "BO XII", edition: "XII", phase: "voting", version: 1, ruleSet, ruleSetDigest: "" },
    calendar: [{ name: "results", startsAt: "2027-09-30T10:00:00.000Z", endsAt: "2027-12-31T23:00:00.000Z" }],
    pools: [{ id: "M", name: "Miasto", amountGrosze: 100, parts: {}, capGrosze: 100 }],
    ...{ createdAt: START, fingerprint: "" },
  };
  await deps.store.table.fill([{ key: keys.cycle(CYCLE), item: cycle }]);

  return {
    endpoints,
    deps,
    mailbox,
    pass: (seconds: number): void => {
      now = milliseconds(plusSeconds(instant(now), seconds));
    },
    /** Every letter so far, oldest first. */
    letters: () => {
      const found = mailbox.mails("0");
      for (let last = found.at(-1); last; ) {
        const more = mailbox.mails(last.id);
        found.push(...more);
        last = more.at(-1);
      }
      return found;
    },
    stillWaiting: async (of: string): Promise<number> => {
      let count = 0;
      for await (const _ of deps.store.table.waiting(of)) count += 1;
      return count;
    },
    close: async (): Promise<void> => {
      server.close();
      server.closeAllConnections();
      mailbox.close();
    },
  };
};

export type PostOffice = Awaited<ReturnType<typeof openPostOffice>>;
