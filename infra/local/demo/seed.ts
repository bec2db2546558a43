import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { House } from "../house.ts";
import { Demo } from "../local-json.ts";
import { CARRIED_OUT } from "./carried-out.ts";
import { CONSULTATIONS } from "./consultations.ts";
import { openDesk } from "./desk.ts";
import { HEARD } from "./heard.ts";
import { APPEALS, FORMAL_REVIEW, FROZEN, MERIT_REVIEW } from "./in-review.ts";
import { JUST_PUBLISHED } from "./just-published.ts";
import { OFFICE } from "./office.ts";
import { type Story, tellStories } from "./story.ts";
import { SUBMISSION } from "./submission.ts";
import { SURVEYS } from "./surveys.ts";
import { voting } from "./voting.ts";

const DAY_MS = 86_400_000;
/** The demo's first story begins so many days, and some, before the one on which the demo is found. */
const PAST_DAYS = 420;

const demoFile = (folder: string): string => join(folder, "demo.json");

/** Where the commission of the demo's open vote keeps its keys: outside the system, as far as one folder allows. */
export const demoKeys = (folder: string): string => join(folder, "commission-keys");

/** What the demo makes go wrong, and nobody has to be told of: letters to people who cannot be reached. */
export const MEANT: ReadonlySet<string> = new Set(["notice/rejected"]);

/** What the demo shows, a thing a story. */
const storiesIn = (folder: string): readonly Story[] => [
  CARRIED_OUT,
  JUST_PUBLISHED,
  voting(demoKeys(folder)),
  FROZEN,
  APPEALS,
  MERIT_REVIEW,
  FORMAL_REVIEW,
  SUBMISSION,
  CONSULTATIONS,
  HEARD,
  SURVEYS,
  OFFICE,
];

/** The demo city that a folder was given at its first start, if it was; one that another release wrote otherwise is told to nobody. */
export const readDemo = (folder: string): Demo | undefined =>
  existsSync(demoFile(folder))
    ? Demo.safeParse(JSON.parse(readFileSync(demoFile(folder), "utf8"))).data
    : undefined;

/** At which moment the clock of a house starts in which a demo is made that is found at another. */
export const beginningOf = (found: number): number => found - PAST_DAYS * DAY_MS;

/**
 * Builds the demo city; later starts find it as it was left. The clock of the house goes through the demo's past meanwhile, and is at `now`
 * in the end.
 */
export const seedDemo = async (
  house: House,
  folder: string,
  { say, now }: { readonly say: (line: string) => void; readonly now: () => number },
): Promise<Demo> => {
  say("First start: building the demo city …");
  const demo = Demo.parse(await tellStories(openDesk(house, now), storiesIn(folder), say));
  await house.settle();
  writeFileSync(demoFile(folder), JSON.stringify(demo), { mode: 0o600 });
  return demo;
};
