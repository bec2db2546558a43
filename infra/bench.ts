/** `npm run bench`: the performance table of the README, each figure beside a reference that is measured in the same run. */
import { readFileSync, writeFileSync } from "node:fs";
import { coldSection } from "./bench/cold.ts";
import { countSection } from "./bench/count.ts";
import { enumerationSection } from "./bench/enumeration.ts";
import { hostileSection } from "./bench/hostile.ts";
import { type Options, readOptions, type SectionName, USAGE } from "./bench/options.ts";
import { pbSection } from "./bench/pb.ts";
import { inPlace } from "./bench/place.ts";
import { readsSection } from "./bench/reads.ts";
import { rulesSection } from "./bench/rules.ts";
import { sharesSection } from "./bench/shares.ts";
import { type Section, tableOf, withTable } from "./bench/table.ts";
import { unitsSection } from "./bench/units.ts";
import { voteSection } from "./bench/vote.ts";

const README = new URL("../README.md", import.meta.url);

const SECTIONS: Readonly<Record<SectionName, (options: Options) => Promise<Section>>> = {
  pb: pbSection,
  rules: rulesSection,
  shares: sharesSection,
  vote: (options) => inPlace((place) => voteSection(place, options)),
  enumeration: (options) => inPlace((place) => enumerationSection(place, options)),
  reads: (options) => inPlace((place) => readsSection(place, options)),
  cold: coldSection,
  units: () => inPlace(unitsSection),
  count: countSection,
  hostile: (options) => inPlace((place) => hostileSection(place, options)),
};

const main = async (): Promise<number> => {
  const options = readOptions(process.argv.slice(2));
  if (typeof options === "string") {
    console.error(`${options}\n${USAGE}`);
    return 2;
  }
  const sections: Section[] = [];
  for (const name of options.sections) {
    const started = performance.now();
    sections.push(await SECTIONS[name](options));
    console.error(`${name}: ${((performance.now() - started) / 1000).toFixed(0)} s`);
  }
  console.log(tableOf(sections));
  if (!options.write) return 0;
  const written = withTable(readFileSync(README, "utf8"), sections);
  if (written === null) {
    console.error("README.md lacks the marks between which the table stands");
    return 1;
  }
  writeFileSync(README, written);
  return 0;
};

process.exitCode = await main();
