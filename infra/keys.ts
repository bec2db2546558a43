/**
 * The commission's keys, on a machine of its own: made, rehearsed, brought together for the count, and the link key used without a network.
 * Private halves stay in files or shares outside the system (docs/key-ceremony.md).
 */
import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { fromBase32 } from "../shared/domain/base32.ts";
import { readTyped } from "../shared/domain/check-character.ts";
import { fingerprint } from "../shared/domain/fingerprint.ts";
import { opener } from "../shared/platform/seal.ts";
import { bring, createKeyFiles, joinPublicKeys, privateKeyFrom } from "./key-files.ts";
import { handOver } from "./keys/hand-over.ts";
import { answerText, match } from "./keys/match.ts";
import { proofOf } from "./keys/prove.ts";
import { rehearse } from "./keys/rehearse.ts";
import { PURPOSES, type Purpose } from "./keys/share-text.ts";
import { readQuorum } from "./keys/shares.ts";

const USAGE = `npm run keys -- create DIR [--shares 2-of-3] [--only ballots|links]
    makes the ballot key and the link key of an edition, each with one holder or in shares; DIR/public.json goes to the city
npm run keys -- join DIR DIR
    prints the public.json of two folders in which two groups made a key each
npm run keys -- rehearse DIR
    seals a test text and opens it with every set of shares that suffices, and with none that is too small
npm run keys -- prove DIR|SHARE… CHALLENGE
    opens what the city sealed to a public key, without a network, and prints the proof that its private half is here
npm run keys -- open DIR|SHARE… --url https://… --cycle cyc_… --token TOKEN
    hands the private ballot key over for the count; TOKEN is the bearer token of a member of the commission
npm run keys -- link DIR|SHARE… --file FILE
npm run keys -- link DIR|SHARE… --cycle cyc_… --sealed TEXT
    FILE is what the page of the case saves, or what its QR code reads: the edition and the sealed link;
    opens one contested link with the link key, without a network, and prints the id of its ballot
npm run keys -- match DIR|SHARE… --file FILE
    FILE is what npm run restore asks of an edition; opens all of its links with the link key, without a network, and prints
    which ballots and which links are alone, and nothing of those that belong together`;

interface Options {
  readonly url?: string | undefined;
  readonly cycle?: string | undefined;
  readonly token?: string | undefined;
  readonly shares?: string | undefined;
  readonly only?: string | undefined;
  readonly sealed?: string | undefined;
  readonly file?: string | undefined;
}

const purposesOf = (only: string | undefined): readonly Purpose[] => {
  if (only === undefined) return PURPOSES;
  const purpose = PURPOSES.find((one) => one === only);
  if (!purpose) throw new Error(USAGE);
  return [purpose];
};

const create = async ([dir = ""]: readonly string[], { shares, only }: Options): Promise<string> => {
  const quorum = shares === undefined ? undefined : readQuorum(shares);
  const keys = await createKeyFiles(dir, { quorum, purposes: purposesOf(only) });
  const lines = Object.entries(keys).map(
    ([purpose, publicKey]) => `${purpose.padEnd(8)} ${fingerprint(publicKey)}`,
  );
  const kept = quorum
    ? `give each holder one share, on paper or on a medium of its own, then remove it here. Any ${quorum.needed} of the ${quorum.made} open a key`
    : "keep the private files apart, each with another person";
  return `Keys are in ${dir}. Give public.json to the city; ${kept}.\nFingerprints for the minutes:\n${lines.join("\n")}`;
};

/** The challenge is of the one of the keys that opens it. */
const prove = async (given: readonly string[]): Promise<string> => {
  const [paths, challenge] = [given.slice(0, -1), given.at(-1)];
  if (paths.length === 0 || challenge === undefined) throw new Error(USAGE);
  const brought: string[] = [];
  const faults: Error[] = [];
  for (const purpose of PURPOSES)
    await Promise.resolve()
      .then(() => privateKeyFrom(bring(paths, purpose)))
      .then((privateKey) => brought.push(privateKey))
      .catch((fault) => faults.push(fault));
  // Whoever holds one of the two keys has nothing of the other.
  const own = faults.find(({ message }) => !/^nothing of|is wanted$/.test(message));
  if (brought.length === 0) throw own ?? faults[0];
  for (const privateKey of brought) {
    const proof = await proofOf(challenge, privateKey).catch(() => undefined);
    if (proof !== undefined) return proof;
  }
  throw new Error("no key here opens this challenge: it was made for another key, or not copied whole");
};

const open = async (paths: readonly string[], { url, cycle, token }: Options): Promise<string> => {
  if (!url || !cycle || !token) throw new Error(USAGE);
  const phase = await handOver(await privateKeyFrom(bring(paths, "ballots")), { url, cycle, token });
  return `The key was handed over; the cycle is in phase ${phase}. It is dropped as soon as the ballots are opened.`;
};

/** The edition and the sealed link of a case, as its page hands them over. */
const linkIn = ({
  cycle,
  sealed,
  file,
}: Options): { cycle?: string | undefined; sealed?: string | undefined } => {
  if (file === undefined) return { cycle, sealed };
  const [edition, ...text] = readFileSync(file, "utf8").trim().split(/\s+/);
  return { cycle: edition, sealed: text.join("") };
};

const openLink = async (paths: readonly string[], options: Options): Promise<string> => {
  const { cycle, sealed } = linkIn(options);
  if (!cycle || !sealed) throw new Error(USAGE);
  const openWith = opener(await privateKeyFrom(bring(paths, "links")));
  const link = fromBase32(readTyped(sealed) ?? "");
  try {
    return new TextDecoder().decode(openWith({ purpose: "link", cycleId: cycle }, link));
  } catch {
    throw new Error("this key does not open this link: it is of another edition, or was not copied whole");
  }
};

const matchLinks = async (paths: readonly string[], { file }: Options): Promise<string> => {
  if (file === undefined) throw new Error(USAGE);
  return answerText(await match(readFileSync(file, "utf8"), await privateKeyFrom(bring(paths, "links"))));
};

const commands: Readonly<Record<string, (paths: readonly string[], options: Options) => Promise<string>>> = {
  create,
  prove,
  join: async (dirs) => JSON.stringify(joinPublicKeys(dirs), null, 2),
  rehearse: async ([dir = ""]) => [...(await rehearse(dir)), "KEYS OK"].join("\n"),
  open,
  link: openLink,
  match: matchLinks,
};

const run = async (): Promise<string> => {
  const text = { type: "string" } as const;
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { url: text, cycle: text, token: text, shares: text, only: text, sealed: text, file: text },
  });
  const [command = "", ...paths] = positionals;
  const act = commands[command];
  if (!act || paths.length === 0) throw new Error(USAGE);
  return await act(paths, values);
};

try {
  console.log(await run());
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
