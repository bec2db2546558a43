import type { OtherWay } from "../../domain/voting/other-ways.ts";

/** The ways beside codes, as a list says them. */
export const otherWays: Readonly<Record<OtherWay | "lead" | "where", string>> = {
  lead: "There are other ways to vote:",
  where: "See where and how to vote",
  eid: "through login.gov.pl, without a code",
  point: "at a voting point, with a document with a photograph",
  paper: "on a paper card",
};

/** The same in one sentence, after another. */
export const otherWaysSentence = (ways: readonly OtherWay[] = []): string =>
  ways.length === 0 ? "" : ` ${otherWays.lead} ${ways.map((way) => otherWays[way]).join("; ")}.`;
