import { cityNamed } from "../cities/cities.ts";
import type { City } from "../domain/city.ts";
import { type Later, later } from "../domain/later.ts";
import { openStore, type Store } from "../store/store.ts";
import { openTable } from "../store/table.ts";
import type { Accounts } from "./accounts.ts";
import type { Eid } from "./eid.ts";
import { type Environment, readEnvironment } from "./env.ts";
import type { Files } from "./files.ts";
import { logUnreadable } from "./log.ts";
import type { Machine } from "./machine.ts";
import type { Mail } from "./mail.ts";
import type { Meter } from "./meter.ts";
import type { SecretName } from "./secret-names.ts";
import type { SignIn } from "./sign-in.ts";
import type { Signer } from "./signer.ts";
import { type System, system } from "./system.ts";
import type { Texts } from "./texts.ts";
import { openTokens, type Tokens } from "./tokens.ts";
import type { Uploads } from "./uploads.ts";
import { openVault, type Vault } from "./vault.ts";

/** The settings of this deployment that a reader sees. */
export interface Site {
  readonly url: string;
  readonly city: City;
  readonly contactAddress: string;
  /** What the front says to show that a request came through it; without one there is no front. */
  readonly frontSecret?: string | undefined;
}

/** Everything outside the pure heart, as one plain record. Built once per container; tests and the laptop hand in their own. */
export interface Deps {
  readonly site: Site;
  readonly store: Store;
  readonly files: Files;
  readonly uploads: Uploads;
  readonly signer: Signer;
  readonly vault: Vault;
  readonly machine: Machine;
  readonly mail: Mail;
  readonly texts: Texts;
  readonly accounts: Accounts;
  readonly tokens: Tokens;
  readonly signIn: SignIn;
  /** The national eID, where this deployment has it. */
  readonly eid?: Eid | undefined;
  readonly meter: Meter;
  readonly system: System;
}

const siteOf = (env: Environment): Site => ({
  url: env.SITE_URL,
  city: cityNamed(env.CITY),
  contactAddress: env.CONTACT_ADDRESS,
  frontSecret: env.FRONT_SECRET,
});

/** Clients of AWS that only some functions are given, as their grants say: each one costs every start of a function that has it. */
type Lent = Pick<Deps, "files" | "uploads" | "signer" | "machine" | "mail" | "texts" | "accounts">;
export type Clients = { readonly [Name in keyof Lent]?: () => Promise<(env: Environment) => Lent[Name]> };

/** In the place of a client that this function is not given. */
const notGiven = (name: keyof Lent): never =>
  new Proxy({} as never, {
    get: () => {
      throw new Error(`this function is not given its client "${name}"`);
    },
  });

const eidOf = (issuer: string, clientId: string, { SITE_URL }: Environment): Eid =>
  later(() =>
    import("./eid.ts").then(({ openEid }) => openEid({ issuer, clientId, siteUrl: SITE_URL }, system)),
  );

const signInOf = ({ STAFF_ISSUER, STAFF_CLIENT_ID, SITE_URL }: Environment): SignIn =>
  later(() =>
    import("./sign-in.ts").then(({ openSignIn }) =>
      openSignIn({ issuer: STAFF_ISSUER, clientId: STAFF_CLIENT_ID, siteUrl: SITE_URL }, system),
    ),
  );

/** Where each secret of the deployment is. */
export const standingSecrets = (env: Environment): Readonly<Record<SecretName, string>> => ({
  names: env.NAMES_SECRET,
  sessions: env.SESSIONS_SECRET,
  codes: env.CODES_SECRET,
  links: env.LINKS_SECRET,
  signing: env.SIGNING_SECRET,
  canary: env.CANARY_SECRET,
});

export const depsOnAws = (clients: Clients): Deps => {
  const env = readEnvironment(process.env);
  const vault = openVault(
    later(() =>
      import("./secrets-manager.ts").then((aws) =>
        aws.secretsManager(env.SECRETS_PREFIX, standingSecrets(env)),
      ),
    ),
  );
  const lent = <T extends object>(
    name: keyof Lent,
    load: (() => Promise<(env: Environment) => T>) | undefined,
  ): Later<T> => (load ? later(async () => (await load())(env)) : notGiven(name));
  return {
    site: siteOf(env),
    store: openStore(openTable({ main: env.MAIN_TABLE, ballots: env.BALLOTS_TABLE }, {}, logUnreadable)),
    files: lent("files", clients.files),
    uploads: lent("uploads", clients.uploads),
    signer: lent("signer", clients.signer),
    vault,
    machine: lent("machine", clients.machine),
    mail: lent("mail", clients.mail),
    texts: lent("texts", clients.texts),
    accounts: lent("accounts", clients.accounts),
    tokens: openTokens(vault, system),
    signIn: signInOf(env),
    meter: later(async () => (await import("./embedded-metrics.ts")).embeddedMetrics(env.SECRETS_PREFIX)),
    ...(env.EID_ISSUER && env.EID_CLIENT_ID && { eid: eidOf(env.EID_ISSUER, env.EID_CLIENT_ID, env) }),
    system,
  };
};
