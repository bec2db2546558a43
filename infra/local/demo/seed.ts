import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { House } from "../house.ts";
import type { Demo } from "../local-json.ts";
import { seedConsultation } from "./consultation.ts";
import { openDesk } from "./desk.ts";
import { seedPublished } from "./published.ts";
import { seedSubmission } from "./submission.ts";
import { seedVoting } from "./voting.ts";

/** Whose the demo is: a start for another city has no demo. */
export const DEMO_CITY = "katowice";

const demoFile = (folder: string): string => join(folder, "demo.json");

/** Where the commission of the demo's open vote keeps its keys: outside the system, as far as one folder allows. */
export const demoKeys = (folder: string): string => join(folder, "commission-keys");

/** The demo city that a folder was given at its first start, if it was. */
export const readDemo = (folder: string): Demo | undefined =>
  existsSync(demoFile(folder)) ? JSON.parse(readFileSync(demoFile(folder), "utf8")) : undefined;

/** Builds the demo city; later starts find it as it was left. */
export const seedDemo = async (house: House, folder: string, say: (line: string) => void): Promise<Demo> => {
  say("First start: building the demo city …");
  const desk = openDesk(house);
  say("  an edition that is over: proposals, votes, count, published results");
  const publishedCycleId = await seedPublished(desk);
  say("  an edition in its vote, with voters to vote as");
  const { cycleId: votingCycleId, ...people } = await seedVoting(desk, demoKeys(folder));
  say("  an edition that takes proposals");
  await seedSubmission(desk);
  say("  a consultation with its meeting");
  await seedConsultation(desk);
  await house.settle();
  const demo: Demo = { votingCycleId, publishedCycleId, ...people };
  writeFileSync(demoFile(folder), JSON.stringify(demo), { mode: 0o600 });
  return demo;
};
