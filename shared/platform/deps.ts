import { cityNamed } from "../cities/cities.ts";
import type { City } from "../domain/city.ts";
import { openStore, type Store } from "../store/store.ts";
import { openTable } from "../store/table.ts";
import type { Accounts } from "./accounts.ts";
import { type Eid, openEid } from "./eid.ts";
import { type Environment, readEnvironment } from "./env.ts";
import type { Files } from "./files.ts";
import type { Machine } from "./machine.ts";
import type { Mail } from "./mail.ts";
import { secretsManager } from "./secrets-manager.ts";
import { openSignIn, type SignIn } from "./sign-in.ts";
import { type System, system } from "./system.ts";
import type { Texts } from "./texts.ts";
import { openTokens, type Tokens } from "./tokens.ts";
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
  readonly vault: Vault;
  readonly machine: Machine;
  readonly mail: Mail;
  readonly texts: Texts;
  readonly accounts: Accounts;
  readonly tokens: Tokens;
  readonly signIn: SignIn;
  /** The national eID, where this deployment has it. */
  readonly eid?: Eid | undefined;
  readonly system: System;
}

const siteOf = (env: Environment): Site => ({
  url: env.SITE_URL,
  city: cityNamed(env.CITY),
  contactAddress: env.CONTACT_ADDRESS,
  frontSecret: env.FRONT_SECRET,
});

/** Clients of AWS that only some functions are given, as their grants say: each one costs every start of a function that has it. */
type Lent = Pick<Deps, "files" | "machine" | "mail" | "texts" | "accounts">;
export type Clients = { readonly [Name in keyof Lent]?: (env: Environment) => Lent[Name] };

/** In the place of a client that this function is not given. */
const notGiven = (name: keyof Lent): never =>
  new Proxy({} as never, {
    get: () => {
      throw new Error(`this function is not given its client "${name}"`);
    },
  });

export const depsOnAws = (clients: Clients): Deps => {
  const env = readEnvironment(process.env);
  const vault = openVault(secretsManager(env.SECRETS_PREFIX));
  return {
    site: siteOf(env),
    store: openStore(openTable({ main: env.MAIN_TABLE, ballots: env.BALLOTS_TABLE })),
    files: clients.files?.(env) ?? notGiven("files"),
    vault,
    machine: clients.machine?.(env) ?? notGiven("machine"),
    mail: clients.mail?.(env) ?? notGiven("mail"),
    texts: clients.texts?.(env) ?? notGiven("texts"),
    accounts: clients.accounts?.(env) ?? notGiven("accounts"),
    tokens: openTokens(vault, system),
    signIn: openSignIn(
      { issuer: env.STAFF_ISSUER, clientId: env.STAFF_CLIENT_ID, siteUrl: env.SITE_URL },
      system,
    ),
    ...(env.EID_ISSUER &&
      env.EID_CLIENT_ID && {
        eid: openEid({ issuer: env.EID_ISSUER, clientId: env.EID_CLIENT_ID, siteUrl: env.SITE_URL }, system),
      }),
    system,
  };
};
