/** `npm start`: the whole system on this machine, until Ctrl-C. */

import { appendFileSync, existsSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { cityNamed } from "../../shared/cities/cities.ts";
import type { City } from "../../shared/domain/city.ts";
import { MEASURE, pathIn, rowOf } from "../../shared/domain/languages.ts";
import { logInto } from "../../shared/platform/log.ts";
import { DEMO_CITY } from "./demo/rules.ts";
import { beginningOf, demoKeys, MEANT, readDemo, seedDemo } from "./demo/seed.ts";
import { openLocalEid } from "./eid.ts";
import { claimFolder } from "./folder.ts";
import { type House, openHouse } from "./house.ts";
import { removeLocalJson, writeLocalJson } from "./local-json.ts";
import { StartFault } from "./start-fault.ts";

const say = (line: string): void => console.error(line);

const readOptions = () => {
  try {
    const { values } = parseArgs({
      options: {
        port: { type: "string", default: "3000" },
        reset: { type: "boolean", default: false },
        empty: { type: "boolean", default: false },
      },
    });
    const port = Number(values.port);
    if (!Number.isInteger(port) || port < 1 || port > 65_535)
      throw new Error(`"${values.port}" is not a port.`);
    return { ...values, port };
  } catch (error) {
    say(
      `${error instanceof Error ? error.message : error}\nUse: npm start -- [--port N] [--reset] [--empty]`,
    );
    process.exit(2);
  }
};

const readCity = (): City => {
  const slug = process.env.RYNEK_CITY ?? DEMO_CITY;
  try {
    return cityNamed(slug);
  } catch (error) {
    say(error instanceof Error ? error.message : String(error));
    process.exit(2);
  }
};

/** Keeps this run's records in a file of the data folder: the terminal is for whoever started the system, and hears of accidents alone. */
const recordInto = (file: string): void => {
  writeFileSync(file, "", { mode: 0o600 });
  logInto((line, { level, event }) => {
    appendFileSync(file, line);
    if (level === "error" && !MEANT.has(event))
      say(`Something failed (${event}): the last lines of ${file} say what.`);
  });
};

const start = async (): Promise<void> => {
  const { port, reset, empty } = readOptions();
  const city = readCity();
  const folder = resolve(process.env.RYNEK_DATA_DIR ?? ".rynek");
  const keys = demoKeys(folder);
  const claim = claimFolder(folder, { reset });
  const records = join(folder, "house.log");
  recordInto(records);
  let house: House | undefined;
  let isStopping = false;

  const stop = async (status: number, line?: string): Promise<void> => {
    if (isStopping) return;
    isStopping = true;
    if (line) say(line);
    removeLocalJson(folder);
    await house?.close();
    claim.release();
    process.exit(status);
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => void stop(0));
  process.on("disconnect", () => void stop(0));

  try {
    const isDemoNew = claim.isFirst && !empty && city.slug === DEMO_CITY;
    house = await openHouse({
      city,
      folder,
      port,
      ...(isDemoNew && { startsAt: beginningOf(Date.now()) }),
      say,
      eid: openLocalEid,
      onGone: (fault) => void stop(1, fault.message),
    });
    const demo = isDemoNew ? await seedDemo(house, folder, { say, now: Date.now }) : readDemo(folder);
    claim.settle();
    await writeLocalJson(folder, house, demo);
  } catch (error) {
    if (!(error instanceof StartFault)) say(error instanceof Error ? String(error.stack) : String(error));
    return await stop(1, error instanceof StartFault ? error.message : undefined);
  }
  const others = city.languages.filter((language) => language !== MEASURE);
  console.log(`
  Rynek, the civic back end of a city: the whole system on this machine

  Residents     ${house.url}/            ${others.map((language) => `${rowOf(language).name}: ${house.url}${pathIn(language, "/")}`).join("  ")}
  City office   ${house.url}/urzad       one click signs in a demo person
  Mailbox       ${house.url}/local/mailbox
  API           ${house.url}/docs        ${house.url}/openapi.json
  Clock         ${new Date(house.clock.now()).toISOString()}  (PUT ${house.url}/local/clock moves it forward)
  Data          ${folder}  (npm start -- --reset makes it new)${existsSync(keys) ? `\n  Demo's keys   ${keys}  (npm run keys -- open …: whoever has them reads the demo's ballots; a real commission keeps its own elsewhere)` : ""}

  Records       ${records}

  Ctrl-C stops everything.

Rynek is ready at ${house.url}`);
};

try {
  await start();
} catch (error) {
  // What keeps this machine from starting is told in its own words; anything else is an accident, with its stack.
  if (!(error instanceof StartFault)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
