import * as vitest from "vitest";

type Act = () => Promise<void>;
/** What stands in a file, in its order: a test, or what a `describe` holds, which vitest asks for later than for what comes after it. */
type Part = Act | Part[];

const actsOf = (parts: readonly Part[]): Act[] =>
  parts.flatMap((part) => (Array.isArray(part) ? actsOf(part) : [part]));

const once = (act: () => unknown): Act => {
  let done: Promise<void> | undefined;
  return () => {
    done ??= (async () => void (await act()))();
    return done;
  };
};

/**
 * `test` and `describe` for tests that go on where the one before has ended: whichever of them runs first, alone or out of order, those that
 * stand before it are done before it, and each of them once.
 */
export const inTurn = () => {
  const all: Part[] = [];
  let here = all;

  const test = (name: string, act: () => unknown, timeoutMs?: number): void => {
    const own = once(act);
    here.push(own);
    const inItsTurn: Act = async () => {
      const acts = actsOf(all);
      for (const one of acts.slice(0, acts.indexOf(own) + 1)) await one();
    };
    vitest.test(name, inItsTurn, timeoutMs);
  };

  /** One for each row, whose first value is `%s` in the name. */
  const each =
    <Row extends [string, ...unknown[]]>(rows: readonly Row[]) =>
    (name: string, act: (...row: Row) => unknown): void => {
      for (const row of rows) test(name.replace("%s", row[0]), () => act(...row));
    };

  const describe = (name: string, tell: () => void): void => {
    const own: Part[] = [];
    here.push(own);
    vitest.describe(name, () => {
      const outer = here;
      here = own;
      tell();
      here = outer;
    });
  };

  return { test: Object.assign(test, { each }), describe };
};
