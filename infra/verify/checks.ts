import { readFileSync, statSync } from "node:fs";
import { canonicalDigest, canonicalJson, sha256Hex, sha256OfLines } from "../../shared/domain/canonical.ts";
import { MANIFEST, SIGNATURE } from "../../shared/domain/results/package.ts";
import { ruleSetDigest } from "../../shared/domain/rule-set.ts";
import { type CountedPool, spendLeftOver } from "../../shared/domain/tally/left-over.ts";
import { isSigned } from "../../shared/platform/signing.ts";
import { fingerprint } from "../key-files.ts";
import { bytesOf, type Contents, contentsOf } from "./contents.ts";
import { must, Wrong } from "./must.ts";
import type { PackageFiles } from "./open-package.ts";
import { checkPool } from "./pool-checks.ts";

const checkFiles = (files: PackageFiles, { manifest }: Contents): void => {
  for (const [name, digest] of Object.entries(manifest.files))
    must(sha256Hex(bytesOf(files, name)) === digest, `${name} is not the file that the manifest lists`);
  for (const name of files.keys())
    must(
      name === MANIFEST || name === SIGNATURE || Object.hasOwn(manifest.files, name),
      `${name} is not in the manifest`,
    );
};

const PLAIN_FINGERPRINT = /^[0-9a-f]{32}$/;

/** Of a key that was given: its fingerprint, or the fingerprint of the key in the file. */
const expected = (given: string): string => {
  const typed = given.replace(/[\s:]/g, "").toLowerCase();
  if (PLAIN_FINGERPRINT.test(typed)) return typed;
  must(statSync(given, { throwIfNoEntry: false })?.isFile() === true, `there is no key file ${given}`);
  const [key] = /[\w-]{43}/.exec(readFileSync(given, "utf8")) ?? [];
  if (key === undefined) throw new Wrong(`${given} holds no Ed25519 public key in base64url`);
  return fingerprint(key).replaceAll(" ", "");
};

const checkSignature = (files: PackageFiles, { signature }: Contents, key: string | undefined): void => {
  must(isSigned(signature, bytesOf(files, MANIFEST)), `${SIGNATURE} does not fit ${MANIFEST}`);
  if (key === undefined) return;
  const signer = fingerprint(signature.publicKey);
  must(signer.replaceAll(" ", "") === expected(key), `the package is signed with another key: ${signer}`);
};

const checkAbout = ({ manifest, results, ruleSet }: Contents): void => {
  for (const name of ["cycleId", "edition", "version", "publishedAt", "digest"] as const)
    must(manifest[name] === results[name], `results.json and the manifest differ in ${name}`);
  must(
    ruleSetDigest(ruleSet) === results.ruleSet.digest &&
      ruleSet.name === results.ruleSet.name &&
      ruleSet.version === results.ruleSet.version,
    "rule-set.json is not the rule set that results.json names",
  );
  must(ruleSet.edition.numeral === results.edition, "rule-set.json is of another edition");
  must(results.voting.startsAt < results.voting.endsAt, "results.json: the vote ends before it starts");
  must(results.voting.endsAt <= results.publishedAt, "results.json is published before the vote ended");
  must(
    results.signOffs.every(({ name, at }) => name.trim() !== "" && at <= results.publishedAt),
    "results.json has a signature without a name, or one made after publication",
  );
  const signers = new Set(results.signOffs.map(({ name }) => name));
  must(signers.size >= 2, "results.json is not signed by two people");
};

const LEAF = /^[0-9a-z]{20} [0-9a-z]{52}$/;

/** The list of sealed ballots: sorted, each once, as many as people who voted. */
const checkLeaves = ({ leaves, results }: Contents): void => {
  const lines = leaves === "" ? [] : leaves.replace(/\n$/, "").split("\n");
  must(leaves === "" || leaves.endsWith("\n"), "leaves.txt does not end with a line");
  for (const [index, line] of lines.entries()) {
    must(LEAF.test(line), `leaves.txt: line ${index + 1} is no leaf`);
    must(
      index === 0 || (lines[index - 1] as string) < line,
      `leaves.txt: line ${index + 1} is out of order or there twice`,
    );
  }
  must(sha256OfLines(lines) === results.leavesDigest, "leaves.txt is not the list that was signed");
  const { voters, eligible, withGuardian = 0, perDistrict } = results.turnout;
  must(lines.length === voters, `leaves.txt has ${lines.length} ballots, results.json ${voters} voters`);
  must(withGuardian <= voters, "results.json: more children than voters");
  const told = Object.values(perDistrict);
  const sum = (of: "voters" | "eligible"): number => told.reduce((total, one) => total + one[of], 0);
  must(sum("voters") <= voters && sum("eligible") <= eligible, "results.json: districts add up to too many");
  must(
    told.every((one) => one.voters <= one.eligible) && voters <= eligible,
    "results.json: more voters than people on the roll",
  );
};

/** What the commission signed is over exactly these rules, leaves and tallies. */
const checkDigest = ({ results, pools }: Contents): void => {
  const digest = canonicalDigest({
    cycleId: results.cycleId,
    ruleSet: results.ruleSet.digest,
    leavesDigest: results.leavesDigest,
    pools: pools.map(({ pool, tally }) => [pool.id, tally.digest]),
    ...(results.leftOver && { leftOver: results.leftOver }),
  });
  must(
    digest === results.digest,
    "the digest that was signed is not that of these rules, leaves and tallies",
  );
};

/**
 * What money left in pools buys is what the rules make of it. Turnout orders the districts only where all of them are told: of one with a
 * handful of voters the package says nothing, and then the sums alone are checked.
 */
const checkLeftOver = ({ results, ruleSet }: Contents, counted: readonly CountedPool[]): void => {
  const { leftOver } = results;
  const { rollOver } = ruleSet;
  const isUsed = rollOver === "best-of-all" || rollOver === "highest-turnout";
  const again = isUsed ? spendLeftOver(counted, rollOver) : null;
  const isOpen =
    rollOver === "highest-turnout" &&
    counted.some(({ kind, eligible }) => kind === "district" && eligible === 0);
  const cost = leftOver?.funded.reduce((sum, { costGrosze }) => sum + costGrosze, 0) ?? 0;
  must(
    isOpen
      ? leftOver?.amountGrosze === again?.amountGrosze &&
          leftOver?.leftGrosze === (again?.amountGrosze ?? 0) - cost
      : canonicalJson(leftOver) === canonicalJson(again),
    "results.json: money left in pools is not used as the rules say",
  );
};

/** Every check in turn; the first thing that is wrong is thrown. */
export const verdictOn = async (
  files: PackageFiles,
  key: string | undefined,
  say: (line: string) => void,
): Promise<string> => {
  const contents = contentsOf(files);
  checkFiles(files, contents);
  say(`files: ${files.size}, each as the manifest lists it`);
  checkSignature(files, contents, key);
  checkAbout(contents);
  checkLeaves(contents);
  say(`ballots: ${contents.results.turnout.voters}, each with its leaf`);
  const ids = contents.pools.map(({ pool }) => pool.id);
  must(new Set(ids).size === ids.length, "results.json has a pool twice");
  must(
    canonicalJson(ids.toSorted()) ===
      canonicalJson(Object.keys(contents.manifest.files).flatMap(poolOf).sort()),
    "the pools of results.json are not those of the package",
  );
  const counted: CountedPool[] = [];
  for (const one of contents.pools) {
    counted.push(checkPool(contents, one));
    say(`${one.pool.id}: ${one.pool.ballots} ballots recounted, ${one.pool.selected.length} projects funded`);
  }
  checkLeftOver(contents, counted);
  checkDigest(contents);
  const signer = fingerprint(contents.signature.publicKey);
  return key === undefined ? `CONSISTENT (signer not checked): ${signer}` : "VERIFIED";
};

const poolOf = (name: string): string[] => /^pools\/(\w+)\.tally\.json$/.exec(name)?.slice(1) ?? [];
