import type { z } from "zod";

/** For how long an item is named that was left out, unless it is met again. */
const NAMED_MS = 600_000;

/** More than anybody reads, and than a table that is whole ever has. */
const MOST = 100;

/** Hears of an item that was left out: its key, and where in it the schema found fault. */
export type OnUnreadable = (key: string, places: readonly string[]) => void;

export type Unreadable = ReturnType<typeof openUnreadable>;

/** Items that do not parse: lists leave them out, whoever watches hears of each once in a while, and pages of the office name them. */
export const openUnreadable = (hears: OnUnreadable) => {
  const metAt = new Map<string, number>();

  const note = (key: string, { issues }: z.ZodError): void => {
    const now = performance.now();
    const before = metAt.get(key);
    if (before !== undefined && now - before < NAMED_MS) return;
    if (metAt.size >= MOST) metAt.clear();
    metAt.set(key, now);
    hears(key, [...new Set(issues.map(({ path }) => path.join(".")))]);
  };

  return {
    /** Those of the items that parse. */
    readable: <S extends z.ZodType>(
      items: readonly Readonly<Record<string, unknown>>[],
      schema: S,
    ): z.output<S>[] =>
      items.flatMap((item) => {
        const { success, data, error } = schema.safeParse(item);
        const key = `${item.pk} ${item.sk}`;
        if (success) metAt.delete(key);
        else note(key, error);
        return success ? [data] : [];
      }),

    /** Keys of what was met lately. */
    known: (): string[] => {
      const since = performance.now() - NAMED_MS;
      return [...metAt].filter(([, at]) => at >= since).map(([key]) => key);
    },
  };
};
