/** A stream that several walk, each from its beginning: it is read once, as far as the longest of them goes. */
export const replayed = <T>(stream: AsyncGenerator<T>): (() => AsyncGenerator<T>) => {
  const steps: Promise<IteratorResult<T>>[] = [];
  return async function* () {
    for (let n = 0; ; n++) {
      steps[n] ??= stream.next();
      const step = await steps[n];
      if (!step || step.done) return;
      yield step.value;
    }
  };
};
