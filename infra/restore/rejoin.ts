import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Store } from "../../shared/store/store.ts";
import { type Finding, fault, fine } from "../doctor/finding.ts";
import { digestOf, questionText, readAnswer } from "../keys/match.ts";
import { type Mended, mend, type Names } from "./mend.ts";
import { allVotes, type VotesKept } from "./votes.ts";

/** Two restored tables, and where files about them lie. */
export interface Restored {
  readonly store: Store;
  readonly names: Names;
  readonly folder: string;
}

const counted = (lost: Mended["mayVoteAgain"]): string => {
  const counts = new Map<string, number>();
  for (const { channel, district, day, point } of lost) {
    const where = `${district} on ${day}, ${channel}${point === undefined ? "" : ` at ${point}`}`;
    counts.set(where, (counts.get(where) ?? 0) + 1);
  }
  return [...counts].map(([where, count]) => `${count} of ${where}`).join("; ");
};

const saidOf = ({ cycle }: VotesKept, { mayVoteAgain, settledByHand, leftOut }: Mended): Finding[] => [
  ...(mayVoteAgain.length === 0
    ? []
    : [
        fine(
          `${cycle.id}: ${mayVoteAgain.length} voters whose ballots are lost may vote again (${counted(mayVoteAgain)})`,
        ),
      ]),
  ...(leftOut.length === 0
    ? []
    : [
        fine(
          `${cycle.id}: ${leftOut.length} ballots of people whom nothing marks were left out; they may vote again (${leftOut.join(", ")})`,
        ),
      ]),
  ...(settledByHand.length === 0
    ? []
    : [
        fault(
          `${cycle.id}: ${settledByHand.length} paper cards are settled and their ballots lost (${counted(settledByHand)})`,
          "The cards are kept: the commission decides how they are keyed again.",
        ),
      ]),
];

/** The question of one vote to the holders of the link key, as a file; brings back where it is. */
const ask = ({ cycle, question }: VotesKept, folder: string): string => {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const file = join(folder, `${cycle.id}.question.txt`);
  writeFileSync(file, questionText(question), { mode: 0o600 });
  return file;
};

const looked = (votes: VotesKept, folder: string): Finding[] => {
  const { cycle, faults, question } = votes;
  const file = ask(votes, folder);
  const what = `${cycle.id} (${cycle.phase}): ${question.links.length} markers, ${question.ballots.length} ballots`;
  return faults.length === 0
    ? [
        fine(
          `${what}, as their records say; the question for the link key is ${file} (${digestOf(questionText(question)).slice(0, 12)})`,
        ),
      ]
    : faults.map((one) => fault(`${cycle.id} (${cycle.phase}): ${one}`, todo(file)));
};

/** What the holders of the link key are to do with a question. */
const todo = (file: string): string =>
  `The holders of the link key: npm run keys -- match DIR --file ${file} > ${file.replace(".question.", ".answer.")}`;

/** Says of each vote in two restored tables whether they agree, and asks about all of them. */
export const look = async ({ store, folder }: Restored): Promise<Finding[]> => {
  const all = await allVotes(store);
  return all.length === 0
    ? [fine("Nobody has voted in any edition")]
    : all.flatMap((votes) => looked(votes, folder));
};

/** Does what the holders of the link key found, and looks again. */
export const rejoin = async (restored: Restored, answers: readonly string[]): Promise<Finding[]> => {
  const all = await allVotes(restored.store);
  const done: Finding[] = [];
  for (const file of answers) {
    const orphans = readAnswer(readFileSync(file, "utf8"));
    const votes = all.find(({ cycle }) => cycle.id === orphans.cycleId);
    if (!votes) throw new Error(`${file}: nobody has voted in ${orphans.cycleId}`);
    done.push(...saidOf(votes, await mend(votes, orphans, restored.store, restored.names)));
  }
  return [...done, ...(await look(restored))];
};

/** Votes under way that no answer is about: numbers that agree do not say that each marker has its own ballot. */
export const unanswered = async (
  { store, folder }: Restored,
  answers: readonly string[],
): Promise<Finding[]> => {
  const answered = new Set(answers.map((file) => readAnswer(readFileSync(file, "utf8")).cycleId));
  return (await allVotes(store))
    .filter(({ cycle }) => cycle.phase === "voting" && !answered.has(cycle.id))
    .map((votes) =>
      fault(`${votes.cycle.id}: nobody has said which ballots are alone`, todo(ask(votes, folder))),
    );
};
