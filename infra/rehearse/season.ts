/** A whole season: ten months of an edition played through the doors of residents and staff, and compared with what its script comes to. */
import { SEASON_CITY } from "../generator/season-city.ts";
import { openClient } from "./client.ts";
import { tableOf } from "./compare.ts";
import { progressBar } from "./progress.ts";
import { differencesOf, type Observed } from "./season/compare.ts";
import { coursesOf } from "./season/expected.ts";
import { inList } from "./season/lists.ts";
import { readSeason } from "./season/observe.ts";
import { type Plant, spoilt } from "./season/plants.ts";
import { playSeason } from "./season/play.ts";
import { seasonScript } from "./season/script.ts";
import { startSystem } from "./system.ts";

interface Season {
  readonly seed: number;
  /** How many proposals come in; a whole season has 313. */
  readonly size: number;
  /** One fault that is put into what is played or read, to see that it is found. */
  readonly plant: Plant | null;
}

const HEADER = ["list", "as played", "as published"];

/** Plays a season; brings what is not as its script says. */
export const rehearseSeason = async ({ seed, size, plant }: Season): Promise<string[]> => {
  const script = seasonScript(seed, size);
  const courses = coursesOf(script);
  const system = await startSystem(SEASON_CITY.slug);
  const client = openClient(system.url, 16);
  const bar = progressBar(`season ${seed}`, "steps");
  try {
    const { now } = (await client.send("GET /local/clock")).body;
    const thisYear = Number(now.slice(0, 4));
    const year = now.slice(5) < `${SEASON_CITY.callBegins}T` ? thisYear : thisYear + 1;
    const started = performance.now();
    const stage = await playSeason({
      ...{ client, system, script, plant },
      call: `${year}-${SEASON_CITY.callBegins}`,
      progress: bar.show,
    });
    bar.end();
    const observed: Observed = spoilt(await readSeason(stage), plant);
    const rows = Object.entries(observed.lists).map(([list, found]) => [
      list,
      `${inList(list, courses).length}`,
      `${found.length}`,
    ]);
    const letters = [...observed.letters.values()].flat().length;
    console.log(tableOf([HEADER, ...rows]));
    console.log(
      `${script.filings.length} proposals, ${letters} letters and ${((performance.now() - started) / 1000).toFixed(0)} s\n`,
    );
    return differencesOf(courses, stage.calendar, observed);
  } catch (error) {
    // A door that answers otherwise than the script says ends what can be played.
    return [`broken off: ${error instanceof Error ? error.message : error}`];
  } finally {
    client.close();
    await system.stop();
  }
};
