/** Several sorted streams as one; each is read one step ahead and no further. */
export const inOrder = async function* <T>(
  streams: readonly AsyncGenerator<T>[],
  isBefore: (one: T, other: T) => boolean,
): AsyncGenerator<T> {
  const heads = await Promise.all(streams.map(async (stream) => ({ stream, head: await stream.next() })));
  while (true) {
    const [first, ...others] = heads.filter(({ head }) => !head.done);
    if (!first) return;
    const next = others.reduce(
      (best, one) => (isBefore(one.head.value, best.head.value) ? one : best),
      first,
    );
    yield next.head.value;
    next.head = await next.stream.next();
  }
};
