import { type Client, need } from "./client.ts";

interface OnPaper {
  readonly pool: string;
  readonly number: string;
  readonly title: string;
  readonly costGrosze: number;
}

interface Entering {
  /** Path of the edition. */
  readonly at: string;
  /** Who proposes, and who accepts. */
  readonly tokens: readonly [string, string];
  readonly newKey: () => string;
}

/** What one proposal holds at most. */
const AT_ONCE = 300;

/** Two people put projects on the ballot; brings back their ids by number. */
export const enterProjects = async (
  client: Client,
  projects: readonly OnPaper[],
  { at, tokens: [author, other], newKey }: Entering,
): Promise<Map<string, string>> => {
  for (let n = 0; n < projects.length; n += AT_ONCE) {
    const body = { projects: projects.slice(n, n + AT_ONCE) };
    const proposal = { token: author, key: newKey(), body };
    await need(client.send(`POST ${at}/projects`, proposal), "proposing the projects");
    await need(client.send(`POST ${at}/projects/acceptance`, { token: other }), "accepting the projects");
  }
  const ids = new Map<string, string>();
  let cursor = "";
  do {
    const path = `GET ${at}/projects?limit=200${cursor}`;
    const { items, next } = await need(client.send(path, { token: author }), "reading the projects");
    for (const { number, id } of items) ids.set(number, id);
    cursor = next === null ? "" : `&cursor=${encodeURIComponent(next)}`;
  } while (cursor !== "");
  return ids;
};
