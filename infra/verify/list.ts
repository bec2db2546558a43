import { readFileSync, statSync } from "node:fs";
import { z } from "zod";
import { inBallotOrder, isSeedOf } from "../../shared/domain/ballot/order.ts";
import { must, Wrong } from "./must.ts";
import { fetched } from "./open-package.ts";

/** What of a list its order hangs on. */
const List = z.object({
  list: z.string(),
  version: z.int(),
  edition: z.string(),
  order: z.object({ seed: z.string(), commitment: z.string() }).optional(),
  pools: z.array(
    z.object({ id: z.string(), projects: z.array(z.object({ id: z.string(), number: z.string() })) }),
  ),
});

/** A package lies in a folder or a zip, a list in a file of JSON. */
export const isList = (where: string): boolean => /\.json$/i.test(where);

const read = async (where: string): Promise<z.infer<typeof List>> => {
  const isAway = /^https?:\/\//.test(where);
  must(isAway || statSync(where, { throwIfNoEntry: false })?.isFile() === true, `there is no ${where}`);
  const bytes = isAway ? await fetched(where) : readFileSync(where);
  try {
    return List.parse(JSON.parse(new TextDecoder().decode(bytes)));
  } catch {
    throw new Wrong(`${where} is no list`);
  }
};

/** Puts a list in order again: by the seed that it names, which must be the one of the digest, or by number. */
export const verdictOnList = async (where: string): Promise<string> => {
  const { list, version, edition, order, pools } = await read(where);
  if (order)
    must(isSeedOf(order.seed, order.commitment), "the seed is not the one whose digest was given before");
  for (const { id, projects } of pools)
    for (const [place, project] of inBallotOrder(projects, order?.seed).entries())
      must(
        project.id === projects[place]?.id,
        `pool ${id}: ${project.number} is not in its place, ${place + 1}`,
      );
  const how = order ? `drawn from the seed of ${order.commitment}` : "by number";
  return `VERIFIED: list ${list}, version ${version}, edition ${edition}: order ${how}`;
};
