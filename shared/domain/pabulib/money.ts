import { type Grosze, groszeFromZloty } from "../money.ts";

/** Costs and budgets of real files come as `400000`, `400000.0` and `8690000.18`: exact decimals, never floats. */
export const exactGrosze = (text: string): Grosze | null =>
  groszeFromZloty(text.trim().replace(/(\.\d{2})0+$/, "$1"));

/** The library's sentinel, in złoty: a project that was withdrawn after the vote. It is absent from the count. */
export const WITHDRAWN_COST = "999999999";

const WITHDRAWN_GROSZE = groszeFromZloty(WITHDRAWN_COST);

export const isWithdrawnCost = (cost: Grosze): boolean => cost === WITHDRAWN_GROSZE;
