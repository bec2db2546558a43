/** Groups of proposals that may be one: the same as all pairs give, by work that grows with the proposals alone. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { folded } from "../../shared/domain/folded.ts";
import { alikeProposals } from "../../shared/domain/project/alike.ts";
import { metresBetween } from "../../shared/domain/project/distance.ts";

const METRES = 100;

const proposal = fc.record({
  pool: fc.constantFrom("M", "L13"),
  status: fc.constantFrom("submitted" as const, "formally-accepted" as const),
  title: fc.constantFrom("Ławki w parku", "w parku ŁAWKI", "Boisko", "Skwer na Załężu", "Drzewa"),
  place: fc.option(fc.constantFrom("Park Kościuszki", "park  kościuszki", "Rynek", "ul"), { nil: undefined }),
  location: fc.option(
    fc.record({
      lat: fc.integer({ min: 0, max: 40 }).map((n) => 50.25 + n * 0.0004),
      lon: fc.integer({ min: 0, max: 40 }).map((n) => 19.02 + n * 0.0006),
    }),
    { nil: undefined },
  ),
});
type Some = Parameters<typeof alikeProposals>[0][number];
const proposals = fc
  .array(proposal, { maxLength: 25 })
  .map((all) => all.map((one, n) => ({ ...one, id: `prj_${String(n).padStart(16, "0")}` }) as Some));

const isAlike = (one: Some, other: Some): boolean => {
  if (one.pool !== other.pool || one.status !== other.status) return false;
  const words = ({ title }: Some) => folded(title).split(" ").toSorted().join(" ");
  const place = folded(one.place ?? "");
  return (
    words(one) === words(other) ||
    (place.length >= 4 && place === folded(other.place ?? "")) ||
    (one.location !== undefined &&
      other.location !== undefined &&
      metresBetween(one.location, other.location) < METRES)
  );
};

/** All that hang together, by trying every pair until nothing is new. */
const byPairs = (all: readonly Some[]): string[] => {
  const left = new Set(all);
  const groups: string[] = [];
  for (const first of all) {
    if (!left.delete(first)) continue;
    const group = [first];
    for (let n = 0; n < group.length; n++)
      for (const other of [...left])
        if (isAlike(group[n] as Some, other)) {
          left.delete(other);
          group.push(other);
        }
    if (group.length > 1)
      groups.push(
        group
          .map(({ id }) => id)
          .toSorted()
          .join(),
      );
  }
  return groups.toSorted();
};

test("groups are those that every pair tried gives", () => {
  fc.assert(
    fc.property(proposals, (all) => {
      const found = alikeProposals(all, METRES);
      const ids = found.map(({ projects }) =>
        projects
          .map(({ id }) => id)
          .toSorted()
          .join(),
      );
      expect(ids.toSorted()).toEqual(byPairs(all));
      expect(new Set(found.map(({ id }) => id)).size).toBe(found.length);
      for (const { why } of found) expect(why.length).toBeGreaterThan(0);
    }),
  );
});

test("the same proposals are the same group, whatever their order; one more is another", () => {
  const [one, two, three] = [1, 2, 3].map(
    (n) => ({ id: `prj_000000000000000${n}`, pool: "M", status: "submitted", title: "Ławki" }) as Some,
  ) as [Some, Some, Some];
  const idOf = (all: readonly Some[]) => alikeProposals(all, METRES).map(({ id }) => id);
  expect(idOf([two, one])).toEqual(idOf([one, two]));
  expect(idOf([one, two, three])).not.toEqual(idOf([one, two]));
});

test("where hundreds stand on a point or beside it, the groups elsewhere are proposed all the same", () => {
  const placed = (n: number, lat: number, lon: number) =>
    ({
      ...{ id: `prj_${String(n).padStart(16, "0")}`, pool: "M", status: "submitted", title: `Projekt ${n}` },
      location: { lat, lon },
    }) as Some;
  const onPoint = Array.from({ length: 5000 }, (_, n) => placed(n, 50.25, 19.02));
  const beside = Array.from({ length: 5000 }, (_, n) => placed(5000 + n, 50.25 + (n % 90) * 1e-5, 19.02));
  const apart = [placed(10_000, 50.2, 19.1), placed(10_001, 50.2, 19.1001)];
  const began = performance.now();
  const sizes = alikeProposals([...onPoint, ...beside, ...apart], METRES).map(
    ({ projects }) => projects.length,
  );
  expect(sizes).toEqual([10_000, 2]);
  expect(performance.now() - began).toBeLessThan(5000);
});
