import { folded } from "../domain/folded.ts";
import type { Deps } from "./deps.ts";
import { macText } from "./keyed.ts";

/** A letter's name, by the partition of the item that it comes from: whoever reads the one does not find the other. */
export const letterName = async ({ vault }: Pick<Deps, "vault">, pk: string): Promise<string> =>
  macText(await vault.names("letters"), pk);

/** The name of an address or number under which it is kept what became of its letters. */
export const addressName = async ({ vault }: Pick<Deps, "vault">, to: string): Promise<string> =>
  macText(await vault.names("letters"), "to", to);

/** The name under which letters on paper to a person are found: which of their names comes first, and how they are typed, tells nobody apart. */
export const personName = async ({ vault }: Pick<Deps, "vault">, name: string): Promise<string> => {
  const words = folded(name)
    .split(/[^\p{L}\d]+/u)
    .filter((word) => word !== "")
    .sort();
  return macText(await vault.names("letters"), "on paper to", ...words);
};
