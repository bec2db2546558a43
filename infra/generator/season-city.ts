/** Whose season is rehearsed, by which rules: what the script says of the city, beside the figures of its pools. */
export const SEASON_CITY = {
  slug: "katowice",
  ruleSet: "katowice-xiii",
  edition: "XIII",
  /** Calls begin on 11 March. */
  callBegins: "03-11",
  citywide: { pool: "M", residents: 263_000, supporters: 50 },
  /** Of a district: one supporter for every thousand residents. */
  residentsPerSupporter: 1000,
  postal: { street: "ul. Kościuszki", postcode: "40-048", town: "Katowice" },
} as const;
