import type { Model } from "./linearizable.ts";

/** A ballot that was cast under a key, and what came of it: a receipt, "you have voted", or no answer. */
export interface Cast {
  readonly key: string;
  readonly answer: { readonly receipt: string } | "already-voted" | "none";
}

interface Register {
  readonly key: string;
  readonly receipt?: string | undefined;
}

/** The register of one voter: the first key takes it for ever, and has one receipt. */
export const oneVote: Model<Register | null, Cast> = {
  initial: null,
  step: (state, { key, answer }) => {
    const isOwn = state === null || state.key === key;
    if (answer === "none") return state ?? { key };
    if (answer === "already-voted") return isOwn ? undefined : state;
    if (!isOwn) return undefined;
    const known = state?.receipt ?? answer.receipt;
    return known === answer.receipt ? { key, receipt: known } : undefined;
  },
  name: (state) => JSON.stringify(state),
};
