type NameCounts = Readonly<Record<string, number>>;

/** Counts districts, days, or points and days, sorted by name, so that two counts of the same are the same text. */
export const nameCounts = () => {
  const counts = new Map<string, number>();
  const add = (name: string, by = 1): void => {
    if (by > 0) counts.set(name, (counts.get(name) ?? 0) + by);
  };
  return {
    add,
    addAll: (others: NameCounts): void => {
      for (const [name, by] of Object.entries(others)) add(name, by);
    },
    all: (): NameCounts => Object.fromEntries([...counts].sort(([one], [other]) => (one < other ? -1 : 1))),
  };
};
