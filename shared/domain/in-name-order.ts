/** A table of facts by their names, in the order of the names: a store keeps none, and the same facts are to be the same text to a cache. */
export const inNameOrder = <T extends Readonly<Record<string, unknown>>>(facts: T): T =>
  Object.fromEntries(Object.entries(facts).sort(([one], [other]) => (one < other ? -1 : 1))) as T;
