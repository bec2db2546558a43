/** What may be asked of something that is loaded when it is first asked: the same, answered later. */
export type Later<T> = {
  readonly [N in keyof T]: T[N] extends (...given: never) => Promise<unknown>
    ? T[N]
    : T[N] extends (...given: infer A) => infer R
      ? (...given: A) => Promise<R>
      : never;
};

/** What is loaded at the first call of one of its functions: what nobody asks is never loaded. */
export const later = <T extends object>(load: () => Promise<T>): Later<T> => {
  let loading: Promise<T> | undefined;
  return new Proxy({} as Later<T>, {
    // A promise that brings it asks whether it is a promise, too.
    get: (_, name) =>
      name === "then"
        ? undefined
        : async (...given: readonly unknown[]): Promise<unknown> => {
            loading ??= load();
            const loaded: object = await loading;
            const asked: (...given: readonly unknown[]) => unknown = Reflect.get(loaded, name);
            return asked(...given);
          },
  });
};
