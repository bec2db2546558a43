/**
 * Does the work for each, one after the other, whatever becomes of those before. What went wrong is thrown together once all had their turn, so
 * that the accident is logged once and the alarm on the function's errors rings.
 */
export const eachAlone = async <T>(
  things: Iterable<T> | AsyncIterable<T>,
  work: (thing: T) => Promise<unknown>,
): Promise<void> => {
  const accidents: unknown[] = [];
  for await (const thing of things) {
    try {
      await work(thing);
    } catch (error) {
      accidents.push(error);
    }
  }
  if (accidents.length === 1) throw accidents[0];
  if (accidents.length > 1) throw new AggregateError(accidents, `${accidents.length} accidents`);
};

/** Several works that have nothing to do with each other, in their order. */
export const allAlone = (...works: readonly (() => Promise<unknown>)[]): Promise<void> =>
  eachAlone(works, (work) => work());
