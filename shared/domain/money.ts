import { z } from "zod";
import { ofKind } from "./kind.ts";

/** Polish money as a whole number of grosze (1 zł = 100 gr). Integers only: no sum ever rounds. */
export const Grosze = ofKind<"grosze">()(
  z
    .int()
    .min(0)
    .max(100_000_000_000_00)
    .meta({ id: "Grosze", description: "Money in grosze, a hundredth of a złoty", examples: [67363300] }),
);
export type Grosze = z.infer<typeof Grosze>;

/**
 * Reads an exact decimal amount in złoty (`12345`, `12345.6`, `12345,67`) as grosze.
 * More than two decimals, signs, exponents and separators of thousands are not money: null.
 */
export const groszeFromZloty = (text: string): Grosze | null => {
  const match = /^(\d{1,12})(?:[.,](\d{1,2}))?$/.exec(text);
  if (!match) return null;
  const [, whole = "0", part = ""] = match;
  return Number(whole) * 100 + Number(part.padEnd(2, "0"));
};

/** The amount in złoty with exactly the decimals it needs: `12345` or `12345.60`. The `.pb` form. */
export const zlotyText = (amount: Grosze): string => {
  const rest = amount % 100;
  const whole = (amount - rest) / 100;
  return rest === 0 ? `${whole}` : `${whole}.${String(rest).padStart(2, "0")}`;
};
