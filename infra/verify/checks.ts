import { createPublicKey } from "node:crypto";
import { readFileSync, statSync } from "node:fs";
import { canonicalDigest, canonicalJson, sha256Hex, sha256OfLines } from "../../shared/domain/canonical.ts";
import { fingerprint } from "../../shared/domain/fingerprint.ts";
import { type Checkpoint, originOf, readCheckpoint } from "../../shared/domain/proof/checkpoint.ts";
import { LEAF, linesOf } from "../../shared/domain/proof/leaf-list.ts";
import { leafHash, rootOf } from "../../shared/domain/proof/merkle.ts";
import { CHECKPOINT, fileNames, MANIFEST, SIGNATURE } from "../../shared/domain/results/package.ts";
import { listDigest } from "../../shared/domain/results/results.ts";
import { poolsBefore, ruleSetDigest } from "../../shared/domain/rule-set.ts";
import { type LeftOver, leftOverTies, spendLeftOver } from "../../shared/domain/tally/left-over.ts";
import { byReason } from "../../shared/domain/voting/void.ts";
import { isSigned, isSignedNote, readNote } from "../../shared/platform/signing.ts";
import { bestOfAll, byTurnout, mayBeBought } from "../../shared/recount/left-over.ts";
import { bytesOf, type Contents, contentsOf, type PoolContents } from "./contents.ts";
import { must, Wrong } from "./must.ts";
import type { PackageFiles } from "./open-package.ts";
import { type CheckedPool, checkPool } from "./pool-checks.ts";
import { checkLists, checkPaper, checkTurnout } from "./turnout-checks.ts";

/** The files of a package are these, no more and no fewer, and each is the one that was listed. */
const checkFiles = (files: PackageFiles, { manifest, results, voids }: Contents): void => {
  const known = fileNames(
    results.pools.map(({ id }) => id),
    { hasVoids: voids.length > 0 },
  );
  for (const name of Object.keys(manifest.files))
    must(known.includes(name), `${name} is no file of this package`);
  for (const name of known) must(Object.hasOwn(manifest.files, name), `${name} is not in the manifest`);
  for (const [name, digest] of Object.entries(manifest.files))
    must(sha256Hex(bytesOf(files, name)) === digest, `${name} is not the file that the manifest lists`);
  for (const name of files.keys())
    must(
      name === MANIFEST || name === SIGNATURE || Object.hasOwn(manifest.files, name),
      `${name} is not in the manifest`,
    );
};

const PLAIN_FINGERPRINT = /^[0-9a-f]{32}$/;
const PLAIN_KEY = /^[\w-]{43}$/;

/** A public key as the city shows it, or as other tools write it (PEM, SubjectPublicKeyInfo). */
const keyIn = (text: string): string | undefined => {
  if (!text.includes("-----BEGIN PUBLIC KEY-----")) return /(?<![\w-])[\w-]{43}(?![\w-])/.exec(text)?.[0];
  try {
    const { crv, x } = createPublicKey(text).export({ format: "jwk" });
    return crv === "Ed25519" ? x : undefined;
  } catch {
    return undefined;
  }
};

/** The fingerprint that a key must have: the one that was typed, or that of the key itself or of the one in the file. */
const expected = (given: string): string => {
  const typed = given.replace(/[\s:]/g, "").toLowerCase();
  if (PLAIN_FINGERPRINT.test(typed)) return typed;
  if (PLAIN_KEY.test(given)) return fingerprint(given).replaceAll(" ", "");
  must(
    statSync(given, { throwIfNoEntry: false })?.isFile() === true,
    `${given} is neither a fingerprint (32 hex digits), nor a public key (43 characters), nor a file`,
  );
  const key = keyIn(readFileSync(given, "utf8"));
  if (key === undefined)
    throw new Wrong(`${given} holds no Ed25519 public key, neither in base64url nor as PEM`);
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
  must(
    results.signOffs.every(({ at }) => at >= results.voting.endsAt),
    "results.json has a signature made before the vote ended",
  );
  const signers = new Set(results.signOffs.map(({ name }) => name));
  must(signers.size >= 2, "results.json is not signed by two people");
};

/** The list of sealed ballots: sorted, each once, as many as people who voted. */
const checkLeaves = ({ leaves, results }: Contents): string[] => {
  const lines = linesOf(leaves);
  must(leaves === "" || leaves.endsWith("\n"), "leaves.txt does not end with a line");
  for (const [index, line] of lines.entries()) {
    must(LEAF.test(line), `leaves.txt: line ${index + 1} is no leaf`);
    must(
      index === 0 || (lines[index - 1] as string) < line,
      `leaves.txt: line ${index + 1} is out of order or there twice`,
    );
  }
  must(sha256OfLines(lines) === results.leavesDigest, "leaves.txt is not the list that was signed");
  const { voters } = results.turnout;
  must(lines.length === voters, `leaves.txt has ${lines.length} ballots, results.json ${voters} voters`);
  return lines;
};

/** What was left out was in the box, each once, and was not counted: leaves without the void are the counted ones. */
const checkVoids = ({ leaves, voids, results }: Contents): void => {
  const ids = new Set(leaves.split("\n").map((line) => line.split(" ")[0]));
  for (const [index, { ballot }] of voids.entries()) {
    must(ids.has(ballot), `voids.json: ${ballot} is not in leaves.txt`);
    must(
      index === 0 || (voids[index - 1]?.ballot ?? "") < ballot,
      `voids.json: ${ballot} is out of order or there twice`,
    );
  }
  must(
    canonicalJson(byReason(voids)) === canonicalJson(results.voids),
    "results.json names other numbers of void ballots than voids.json",
  );
  const { counted = results.turnout.voters } = results;
  must(
    results.turnout.voters - voids.length === counted,
    `${results.turnout.voters} ballots without ${voids.length} void ones are not the ${counted} that results.json counts`,
  );
};

/** What the commission signed is over exactly these rules, leaves and tallies. */
const checkDigest = ({ results, pools, voids }: Contents): void => {
  const digest = canonicalDigest({
    cycleId: results.cycleId,
    ruleSet: results.ruleSet.digest,
    leavesDigest: results.leavesDigest,
    ...(voids.length > 0 && { voids }),
    pools: pools.map(({ pool, tally }) => [pool.id, tally.digest]),
    list: listDigest(pools.map(({ pool }) => pool)),
    ...(results.leftOver && { leftOver: results.leftOver }),
  });
  must(
    digest === results.digest,
    "the digest that was signed is not that of these rules, leaves, lists and tallies",
  );
};

/** In whatever order: each was left on the list of a district or an area, and is bought once, at its cost. */
const checkBought = ({ funded }: LeftOver, counted: readonly CheckedPool[]): void => {
  const ids = new Set(funded.map(({ id }) => id));
  must(ids.size === funded.length, "results.json: money left in pools buys a project twice");
  for (const { pool, id, costGrosze } of funded) {
    const list = counted.find((one) => one.pool === pool && one.electorate !== null);
    const project = list?.tally.lines.find((line) => line.id === id);
    must(
      list !== undefined && mayBeBought(list.recount, id) && project?.costGrosze === costGrosze,
      `results.json: money left in pools buys ${id}, which no list left at that cost`,
    );
  }
};

/**
 * What money left in pools buys is what the rules make of it. An edition without residents orders districts by people on the roll, of which
 * the package says nothing where a handful voted: then what is bought is checked, and the sums.
 */
const checkLeftOver = (
  { results, ruleSet, decisions: { groups } }: Contents,
  counted: readonly CheckedPool[],
): void => {
  const { leftOver } = results;
  const { rollOver: policy } = ruleSet;
  const isUsed = policy === "best-of-all" || policy === "highest-turnout";
  const again = isUsed ? spendLeftOver(counted, { policy, groups }) : null;
  const isOpen = policy === "highest-turnout" && counted.some(({ electorate }) => electorate === 0);
  must(
    !isUsed || isOpen || leftOverTies(counted, { policy, groups }).length === 0,
    "a tie that decides what money left in pools buys was not drawn",
  );
  const buyAgain = policy === "best-of-all" ? bestOfAll : byTurnout;
  must(
    !isUsed || isOpen || canonicalJson(leftOver?.funded) === canonicalJson(buyAgain(counted, groups)),
    "results.json: the recount uses money left in pools otherwise",
  );
  if (isOpen && leftOver) checkBought(leftOver, counted);
  const cost = leftOver?.funded.reduce((sum, { costGrosze }) => sum + costGrosze, 0) ?? 0;
  must(
    isOpen
      ? leftOver?.amountGrosze === again?.amountGrosze &&
          leftOver?.leftGrosze === (again?.amountGrosze ?? 0) - cost
      : canonicalJson(leftOver) === canonicalJson(again),
    "results.json: money left in pools is not used as the rules say",
  );
};

const HOST = /^[\w.-]+(?::\d+)?$/;

/** What the city signed when the box was sealed is the tree over exactly these leaves. */
const checkCheckpoint = (
  { checkpoint, manifest, signature }: Contents,
  leaves: readonly string[],
): Checkpoint => {
  const read = readCheckpoint(readNote(checkpoint).text);
  if (!read) throw new Wrong(`${CHECKPOINT} is no checkpoint`);
  const { origin, size, root } = read;
  const path = originOf("", manifest.cycleId);
  const host = origin.slice(0, -path.length);
  must(origin.endsWith(path) && HOST.test(host), `${CHECKPOINT} is of another vote: ${origin}`);
  must(size === leaves.length, `${CHECKPOINT} is of ${size} ballots, leaves.txt has ${leaves.length}`);
  must(
    Buffer.from(rootOf(leaves.map(leafHash))).equals(root),
    `${CHECKPOINT} is not of this leaves.txt: the tree has another root`,
  );
  must(
    isSignedNote(checkpoint, origin, signature.publicKey),
    `${CHECKPOINT} is not signed with the key of the package`,
  );
  return read;
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
  const leaves = checkLeaves(contents);
  checkTurnout(contents);
  checkPaper(contents);
  checkVoids(contents);
  const left = contents.voids.length;
  say(`ballots: ${leaves.length}, each with its leaf${left > 0 ? `; ${left} left out by decision` : ""}`);
  const { origin, root } = checkCheckpoint(contents, leaves);
  say(
    `checkpoint: of ${origin}, signed when the box was sealed, root ${Buffer.from(root).toString("base64")}`,
  );
  const ids = contents.pools.map(({ pool }) => pool.id);
  must(new Set(ids).size === ids.length, "results.json has a pool twice");
  checkLists(contents);
  const counted = new Map<string, CheckedPool>();
  const before = ({ pool }: PoolContents) => poolsBefore(contents.ruleSet, ids, pool.id);
  const inOrder = contents.pools.toSorted((one, other) => before(one).length - before(other).length);
  for (const one of inOrder) {
    const earlier = before(one).flatMap((id) => counted.get(id) ?? []);
    counted.set(one.pool.id, checkPool(contents, one, earlier));
    say(`${one.pool.id}: ${one.pool.ballots} ballots recounted, ${one.pool.selected.length} projects funded`);
  }
  checkLeftOver(
    contents,
    ids.flatMap((id) => counted.get(id) ?? []),
  );
  checkDigest(contents);
  const signer = fingerprint(contents.signature.publicKey);
  return key === undefined ? `CONSISTENT (signer not checked): ${signer}` : "VERIFIED";
};
