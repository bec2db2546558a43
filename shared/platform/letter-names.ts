import type { Deps } from "./deps.ts";
import { macText } from "./keyed.ts";

/** A letter's name, by the partition of the item that it comes from: whoever reads the one does not find the other. */
export const letterName = async ({ vault }: Pick<Deps, "vault">, pk: string): Promise<string> =>
  macText(await vault.names("letters"), pk);

/** The name of an address or number under which it is kept what became of its letters. */
export const addressName = async ({ vault }: Pick<Deps, "vault">, to: string): Promise<string> =>
  macText(await vault.names("letters"), "to", to);
