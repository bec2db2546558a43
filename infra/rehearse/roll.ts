import { type Client, need } from "./client.ts";

interface Importing {
  /** Path of the edition. */
  readonly at: string;
  /** Who proposes, and who accepts. */
  readonly tokens: readonly [string, string];
}

/** Two people put a roll in force. */
export const importRoll = async (
  client: Client,
  csv: string,
  { at, tokens: [token, other] }: Importing,
): Promise<void> => {
  await need(client.send(`POST ${at}/roll`, { token, csv }), "proposing the roll");
  await need(client.send(`POST ${at}/roll/acceptance`, { token: other }), "accepting the roll");
};
