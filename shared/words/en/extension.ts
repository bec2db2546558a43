import type { Words } from "../words.ts";

/** A later end of the open vote. */
export const extension: Words["extension"] = {
  title: "Extend the vote",
  lead: (end) =>
    `Voting ends: ${end}. One person proposes a later end, another accepts it. Nothing changes before that.`,
  propose: "Propose a new end",
  another: "Propose another end",
  published: "Residents see the reason with the new end.",
  submit: "Propose the extension",
};
