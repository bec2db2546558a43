/** How a greedy count spends money along the order. */
export interface FillPolicy {
  /** What the count does after a project that does not fit. */
  readonly afterMisfit: "go-on" | "end";
  /** Whether the project that ends the count is paid by a reserve, when so much is left of what it costs. */
  topsUp(costGrosze: number, balanceGrosze: number): boolean;
}
