/** How money is spent along the order. */
export interface FillPolicy {
  /** What the count does after a project that does not fit. */
  readonly afterMisfit: "go-on" | "end";
  /**
   * Whether the order among projects that stand next to each other changes which of them are funded, when
   * `balanceGrosze` is left at the first of them: only then does a tie decide anything.
   */
  orderDecides(costsGrosze: readonly number[], balanceGrosze: number): boolean;
}

export const sum = (amounts: readonly number[]): number =>
  amounts.reduce((total, amount) => total + amount, 0);
