import { count, median, times } from "./figures.ts";
import type { Place } from "./place.ts";
import { castBare, sealed } from "./prepared.ts";
import { voteOverHttp } from "./requests.ts";
import type { Row, Section } from "./table.ts";
import { type Handled, openWatched } from "./watch.ts";

const VOTES = 10;

type Calls = Handled["calls"];

/** Write units as the engine reports them: on the tables, and with what the index takes. */
const unitsOf = (calls: Calls): { readonly tables: number; readonly all: number } => {
  const consumed = calls.filter(({ isRead }) => !isRead).flatMap((call) => call.consumed);
  const sum = (values: readonly (number | undefined)[]): number =>
    values.reduce<number>((total, value) => total + (value ?? 0), 0);
  return {
    tables: sum(consumed.map(({ Table }) => Table?.CapacityUnits)),
    all: sum(consumed.map(({ CapacityUnits }) => CapacityUnits)),
  };
};

const told = ({ tables, all }: ReturnType<typeof unitsOf>): string =>
  `${count(tables, "unit")}, with indexes ${count(all, "unit")}`;

const middle = (many: readonly Calls[]) => {
  const units = many.map(unitsOf);
  return { tables: median(units.map(({ tables }) => tables)), all: median(units.map(({ all }) => all)) };
};

/** Write units of a vote, beside one put of the smallest item. */
export const unitsSection = async (place: Place): Promise<Section> => {
  const watched = await openWatched(place);
  const { table } = place.house.deps.store;
  try {
    const put = unitsOf(
      await watched.direct(() => table.write([{ kind: "put", key: { pk: "BENCH", sk: "BENCH" }, item: {} }])),
    );
    const bare: Calls[] = [];
    for (const vote of await sealed(place, VOTES))
      bare.push(await watched.direct(() => castBare(place)(vote)));
    const votes: Handled[][] = [];
    for (const [n, elector] of place.nextElectors(VOTES).entries()) {
      // Neighbours of one network, as at a mobile operator or in an estate: every limit and every crowd has its part.
      await voteOverHttp(place, watched.client)(elector, { from: `203.0.113.${n + 1}` });
      votes.push(watched.take());
    }
    const step = (ending: string): Calls[] =>
      votes.map((handled) =>
        handled.filter(({ route }) => route.endsWith(ending)).flatMap(({ calls }) => calls),
      );
    const row = (what: string, units: ReturnType<typeof unitsOf>): Row => ({
      what,
      median: told(units),
      reference: "one put of a small item",
      referenceMedian: told(put),
      ratio: `${times(units.tables / put.tables)}, with indexes ${times(units.all / put.all)}`,
    });
    return {
      title: "Write units, as the engine reports them",
      rows: [
        row("The transaction of a vote", middle(bare)),
        row("Identity, from a public network", middle(step("/voter-sessions"))),
        row("Code, from a public network", middle(step("/code"))),
        row("Ballot, from a public network", middle(step("/ballots"))),
        row("Identity, code and ballot, from a public network", middle(step(""))),
      ],
    };
  } finally {
    await watched.close();
  }
};
