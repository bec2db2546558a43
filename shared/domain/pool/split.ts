import type { Grosze } from "../money.ts";

/** Money split over districts: a part in equal shares, a part by registered residents. */
interface Split {
  readonly equalGrosze: Grosze;
  readonly districts: number;
  readonly byResidentsGrosze: Grosze;
  readonly cityResidents: number;
}

/**
 * A district's share, rounded to the nearest złoty, halves up. Katowice's first edition split 4 and 6 million so, by
 * residents on 31 December of the year before; the nine published pools come out to the złoty.
 */
export const districtShareGrosze = (split: Split, districtResidents: number): Grosze => {
  const [districts, residents] = [BigInt(split.districts), BigInt(split.cityResidents)];
  const above =
    BigInt(split.equalGrosze) * residents +
    BigInt(split.byResidentsGrosze) * BigInt(districtResidents) * districts;
  const below = districts * residents * 100n;
  return Number((2n * above + below) / (2n * below)) * 100;
};
