import { z } from "zod";

/** An equality that does not hold between markers, ballots and leaves: what was to be found, and what was. It never tells of a person. */
export const Difference = z
  .object({
    what: z.enum([
      /** Ballots of the list that was signed are no longer in the box. */
      "ballots-missing",
      /** Ballots in the box are not on the list that was signed. */
      "ballots-added",
      /** People who have voted, against ballots in the box. */
      "markers",
      /** The same in one district: its markers, against the districts inside the opened ballots. */
      "district",
      /** The same at one voting point on one day, from desk or paper: its markers, against what its clerks and batches recorded. */
      "point",
      /** Ballots that came into the count, against those in the box without the voided ones. */
      "counted",
    ]),
    district: z.string().optional(),
    /** Channel, point and day. */
    point: z.string().optional(),
    /** What the district or the point is called. */
    name: z.string().optional(),
    expected: z.int().min(0),
    found: z.int().min(0),
  })
  .meta({ id: "BoxDifference" });
export type Difference = z.infer<typeof Difference>;

type PerDistrict = Readonly<Record<string, number>>;
type PerPoint = Readonly<Record<string, number>>;

export interface OpenedBox {
  /** Leaves on the list that was signed when the box was sealed; those of it that are missing in the box as it was opened, those that are there beside it, and all that are. */
  readonly leaves: {
    readonly listed: number;
    readonly missing: number;
    readonly added: number;
    readonly found: number;
  };
  /** Who has voted, by district; and the districts inside the ballots. */
  readonly markers: PerDistrict;
  readonly ballots: PerDistrict;
  /** Ballots that were taken out by decision before the count. They stay in the box and on its list, with their markers. */
  readonly voided: number;
  readonly counted: number;
  /** Records of clerks and batches, and the markers, by channel, point and day. */
  readonly recorded: PerPoint;
  readonly atPoints: PerPoint;
}

const sum = (counts: PerDistrict): number => Object.values(counts).reduce((total, count) => total + count, 0);

/** What must hold before anything is published: markers = ballots = leaves, in all and in each district; counted = ballots - voided. */
export const differencesIn = ({
  leaves,
  markers,
  ballots,
  voided,
  counted,
  recorded,
  atPoints,
}: OpenedBox): Difference[] => {
  const districts = [...new Set([...Object.keys(markers), ...Object.keys(ballots)])].sort();
  const points = [...new Set([...Object.keys(recorded), ...Object.keys(atPoints)])].sort();
  const { listed, missing, added, found } = leaves;
  const all: Difference[] = [
    { what: "ballots-missing", expected: listed, found: listed - missing },
    { what: "ballots-added", expected: 0, found: added },
    { what: "markers", expected: found, found: sum(markers) },
    ...districts.map((district) => ({
      what: "district" as const,
      district,
      expected: markers[district] ?? 0,
      found: ballots[district] ?? 0,
    })),
    ...points.map((point) => ({
      what: "point" as const,
      point,
      expected: recorded[point] ?? 0,
      found: atPoints[point] ?? 0,
    })),
    { what: "counted", expected: found - voided, found: counted },
  ];
  return all.filter(({ expected, found }) => expected !== found);
};
