import { parseArgs } from "node:util";
import { verdictOn } from "./verify/checks.ts";
import { isList, verdictOnList } from "./verify/list.ts";
import { Wrong } from "./verify/must.ts";
import { openPackage } from "./verify/open-package.ts";

// Checks a published result package: `npm run verify`. Says VERIFIED, CONSISTENT or the first thing that is wrong.

const USAGE = `usage: npm run verify -- PACKAGE [--key KEY|FINGERPRINT|FILE]
    PACKAGE is a folder, a .zip file or an address; or the .json file of a list, whose drawn order is drawn again. The key is the city's, from elsewhere than the package.
    One that begins with a hyphen is written --key=-….`;

const main = async (): Promise<number> => {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { key: { type: "string" } } });
  const [where, ...others] = positionals;
  if (where === undefined || others.length > 0) throw new Wrong(USAGE);
  if (isList(where)) {
    console.log(await verdictOnList(where));
    return 0;
  }
  const verdict = await verdictOn(await openPackage(where), values.key, (line) => console.error(line));
  console.log(verdict);
  return 0;
};

try {
  process.exitCode = await main();
} catch (error) {
  console.error(error instanceof Wrong || error instanceof TypeError ? error.message : error);
  process.exitCode = 1;
}
