import type { Words } from "../words.ts";

/** Two signatures under a count. */
export const signOff: Words["signOff"] = {
  unsignedDays: "Days of points that two people have not signed. This list will be in the results:",
  title: "Sign the result?",
  consequence: "After the signatures of two different people the result appears on the city's site.",
  digest: "Digest of the result (SHA-256)",
  counted: "Ballots and votes cast",
  countedValue: (ballots, markers) => `${ballots} ballots, ${markers} votes cast`,
  signed: "Signatures",
  nobody: "nobody yet",
  mine: "Your signature is there. Now the second person's is needed.",
  undecided: "The ties have to be settled first. Then the result can be signed.",
  provisional: "Result before it is published",
  winners: "Selected projects",
  columns: { pool: "Pool", winners: "Selected", sum: "Sum", left: "Left" },
  noWinners: "none",
  projectColumns: { number: "Number", title: "Project", score: "Points", cost: "Cost" },
  submit: "Sign the result",
};
