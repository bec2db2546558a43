import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { House } from "../house.ts";
import type { Demo } from "../local-json.ts";
import { seedConsultation } from "./consultation.ts";
import { openDesk } from "./desk.ts";
import { seedPublished } from "./published.ts";
import { seedSubmission } from "./submission.ts";
import { seedVoting } from "./voting.ts";

/** The demo city, made at the first start on a folder; later starts find it as it was left. */
export const seedDemo = async (house: House, folder: string, say: (line: string) => void): Promise<Demo> => {
  const file = join(folder, "demo.json");
  if (existsSync(file)) return JSON.parse(readFileSync(file, "utf8"));
  say("First start: building the demo city …");
  const desk = openDesk(house);
  const publishedCycleId = await seedPublished(desk);
  const { cycleId: votingCycleId, voters } = await seedVoting(desk);
  await seedSubmission(desk);
  await seedConsultation(desk);
  await house.settle();
  const demo: Demo = { votingCycleId, publishedCycleId, voters };
  writeFileSync(file, JSON.stringify(demo), { mode: 0o600 });
  return demo;
};
