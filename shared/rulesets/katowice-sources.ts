import type { RuleSet } from "../domain/rule-set.ts";

// The by-laws after 2018 were not found in full. What follows was read on the city's pages and in the press, or derived
// by counting the published ballots of 2020-2025 again: 138 contests in six editions, every one with the official winners.

const BALLOTS = "ballots of 2020-2025 in github.com/pabulib/pabulib_files, recounted";

export const KATOWICE_SOURCES: RuleSet["sources"] = [
  {
    on: "counting",
    says: "most points first, until the pool is used up; what does not fit is skipped (138 of 138 contests)",
    from: `kokociniec.pl, results of the IX edition; ${BALLOTS}`,
  },
  {
    on: "thresholds",
    says: "50 points in a district, 200 citywide; points and not voters; exactly the minimum is enough",
    from: `${BALLOTS} (inclusive: L20/09/IX, funded with 50 points)`,
  },
  {
    on: "counting.ties",
    says:
      "no tie rule is published. A tie decided twice: Koszutka 2022 and Kostuchna 2025. The cheaper project was funded " +
      "both times; more voters first, and lower number first, would each have been wrong once. Equal costs go to a lot",
    from: BALLOTS,
  },
  {
    on: "ballot",
    says: "3 points in each section: 3, 2+1 or 1+1+1, or fewer; the rest is lost; one section may stay empty",
    from: `radadzielnicy.witosa.pl/?p=304; smpiast.pl, IX edition; ${BALLOTS}`,
  },
  {
    on: "caps",
    says: "a district's project costs at most 60 % of the pool, to the nearest złoty; citywide the whole pool",
    from: `rjp8.katowice.eu/bo-2021-viii-edycja-budzetu-obywatelskiego (547 327 zł, cap 328 396 zł); ${BALLOTS}`,
  },
  {
    on: "supporters.citywide",
    says: "at least 50 other registered residents",
    from: "bo.katowice.eu/budzet-obywatelski-faq (X edition)",
  },
  {
    on: "supporters.district",
    says: "by the size of the district, 11 in Osiedle Witosa: 0.1 % of the residents, which the Act sets as the most",
    from: "rjp8.katowice.eu, VIII edition; art. 5a(7) of the Act on municipal government",
  },
  {
    on: "rollOver",
    says: "what is left over goes to the same pool of the next edition, to the złoty",
    from: BALLOTS,
  },
  {
    on: "voterCodes.codesPerContact",
    says: "at most 5 codes for a phone number (III and IV edition; later ones do not say). The other limits are ours",
    from: "bo.katowice.eu, how to vote, 2017 and 2018",
  },
  {
    on: "identity",
    says: "PESEL and the mother's maiden name, compared with the city's registers, and a code by text or mail; residents who are not registered state that they live in the city",
    from: "bo.katowice.eu, how to vote, 2017 and 2018; the terms of deletion are ours",
  },
  {
    on: "identity.desk",
    says: "points with help in libraries and a culture house; a document is needed, of a minor a school card or another proof of the PESEL number",
    from: "infokatowice.pl, 20 September 2023",
  },
  {
    on: "identity.paper",
    says: "none since the third edition, which went online; the first ones voted on cards with PESEL. An edition that takes cards says so; the term is ours",
    from: "katowice.eu and bo.katowice.eu, how to vote, 2014 and 2016",
  },
  {
    on: "guardianBelowAge",
    says: "residents of any age vote; below 16 with a guardian",
    from: "bo.katowice.eu, V edition; docplayer.pl/amp/107758795 (rules of 2018)",
  },
  {
    on: "appeals",
    says: "3 working days from publication; the President decides (published 10 August 2023, last day 16 August)",
    from: "bo.katowice.eu, appeals of the X edition",
  },
  {
    on: "retention",
    says: "90 days each, our own choice: the regulations name no time. Complaints about the vote have been decided by then",
    from: "GDPR, art. 5(1)(e): no longer than is necessary",
  },
];
