import type { OtherWay } from "../../domain/voting/other-ways.ts";

/** The ways beside codes, as a list says them. */
export const otherWays: Readonly<Record<OtherWay | "lead" | "where", string>> = {
  lead: "Голосувати можна й інакше:",
  where: "Дивіться, де і як голосувати",
  eid: "через login.gov.pl, без коду",
  point: "у пункті голосування, з документом із фотографією",
  paper: "на паперовій картці",
};

/** The same in one sentence, after another. */
export const otherWaysSentence = (ways: readonly OtherWay[] = []): string =>
  ways.length === 0 ? "" : ` ${otherWays.lead} ${ways.map((way) => otherWays[way]).join("; ")}.`;
