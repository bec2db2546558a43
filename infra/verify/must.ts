/** What is wrong with a package, in a sentence for whoever checks it. */
export class Wrong extends Error {}

export const must = (holds: boolean, otherwise: string): void => {
  if (!holds) throw new Wrong(otherwise);
};
