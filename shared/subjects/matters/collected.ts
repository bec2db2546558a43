import type { Deps } from "../../platform/deps.ts";
import { openData, sealData } from "../../platform/sealed-data.ts";
import { Found, type Matter } from "./rules.ts";

const keyOf = ({ vault }: Pick<Deps, "vault">) => vault.names("matters");

/** What was found of somebody, as it lies in the table: whoever reads that reads nothing. */
export const sealFound = async (found: readonly Found[], deps: Pick<Deps, "vault">): Promise<string> =>
  sealData(await keyOf(deps), found);

export const collectedOf = async (
  { collected }: Pick<Matter, "collected">,
  deps: Pick<Deps, "vault">,
): Promise<Found[] | undefined> => collected && openData(await keyOf(deps), collected.sealed, Found.array());
