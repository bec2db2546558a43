import type { OtherWay } from "../../domain/voting/other-ways.ts";

/** The ways beside codes, as a list says them. */
export const otherWays: Readonly<Record<OtherWay | "lead" | "where", string>> = {
  lead: "Głosować można też inaczej:",
  where: "Zobacz, gdzie i jak głosować",
  eid: "przez login.gov.pl, bez kodu",
  point: "w punkcie głosowania, z dokumentem ze zdjęciem",
  paper: "na karcie papierowej",
};

/** The same in one sentence, after another. */
export const otherWaysSentence = (ways: readonly OtherWay[] = []): string =>
  ways.length === 0 ? "" : ` ${otherWays.lead} ${ways.map((way) => otherWays[way]).join("; ")}.`;
