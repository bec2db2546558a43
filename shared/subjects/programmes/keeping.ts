import type { ProgrammeId } from "../../domain/ids.ts";
import { existing } from "../../domain/result.ts";
import type { Deps } from "../../platform/deps.ts";
import { kept } from "../../store/kept.ts";
import { keys } from "../../store/keys.ts";
import { Programme } from "./rules.ts";

export const programmesOf = ({ store }: Pick<Deps, "store">) => kept(store.table, keys.programme, Programme);

export const programmeOf = async (
  { programmeId }: { readonly programmeId: ProgrammeId },
  deps: Pick<Deps, "store">,
): Promise<Programme> => existing(await programmesOf(deps).get(programmeId));
