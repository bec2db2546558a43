import { need } from "../client.ts";
import type { ListedRow, Observed } from "./compare.ts";
import type { SeasonStage } from "./stage.ts";

interface ListFace {
  readonly pools: readonly {
    readonly projects: readonly {
      readonly number: string;
      readonly costGrosze: number;
      /** Of a list of verdicts; on the ballot it is the cost that counts. */
      readonly result?: string;
    }[];
  }[];
}

/** Reads what the season came to: lists as anybody can have them, and the inbox. */
export const readSeason = async ({ client, at, mail }: SeasonStage): Promise<Observed> => {
  const { items } = await need(client.send(`GET ${at.public}/lists`), "reading the lists");
  const lists: Record<string, ListedRow[]> = {};
  for (const { list, version } of items as { list: string; version: number }[]) {
    const path = `${at.public}/lists/${list}/${version}.json`;
    const { pools }: ListFace = await need(client.send(`GET ${path}`), `the list ${list}`);
    const rows = pools.flatMap(({ projects }) =>
      projects.map(({ number, costGrosze, result = `${costGrosze}` }) => ({ number, result })),
    );
    // The newest version of a list, the last one told, has what those before it said.
    lists[list] = rows;
  }
  return { lists, letters: Map.groupBy(await mail.all(), ({ to }) => to) };
};
