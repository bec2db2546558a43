/**
 * Official results of pools that were parted, from Pabulib (CC BY): for each project its cost, votes, part and whether it won. Only totals decide, so
 * that ballots can be made up to them.
 */
export interface PartedElection {
  readonly name: string;
  readonly meta: readonly (readonly [key: string, value: string])[];
  readonly column: "category" | "neighborhood";
  /** `cost votes part won`, in the order of the file; parts by their place in META. */
  readonly projects: readonly (readonly [cost: number, votes: number, part: number, won: 0 | 1])[];
}

export const PARTED: readonly PartedElection[] = [
  {
    name: "Amsterdam 2019, Kleine Wereld",
    column: "category",
    meta: [
      ["budget", "250000"],
      [
        "categories",
        "Armoede,Eenzaamheid,Groenonderhoud straten & pleinen,Jeugdactiviteiten,Rattenpreventie,Sportactiviteiten",
      ],
      ["leftover_budget", "Fund additional projects that fit within leftover budget ordered by score"],
      ["budget_per_category", "52000,37000,35000,54000,39000,33000"],
    ],
    // biome-ignore format: a table
    projects: [
      [1000,242,4,1],[20500,205,0,1],[5000,167,1,1],[1000,167,3,1],[4920,156,0,1],[10800,155,0,1],[1500,153,0,1],
      [2750,152,0,1],[35000,151,4,1],[1200,147,3,1],[4500,145,3,1],[10056,138,0,1],[19600,132,3,1],[1500,128,1,1],
      [19900,124,1,1],[11000,123,4,1],[9025,121,1,1],[840,113,5,1],[2500,108,5,1],[12500,105,3,1],[12300,100,3,1],
      [17500,99,2,1],[1500,97,3,1],[8830,95,1,1],[6100,92,5,1],[4500,92,1,1],[4900,89,5,1],[35000,87,2,0],
      [10000,85,2,0],[3500,84,2,1],[4000,83,2,0],[10080,80,3,0],[3900,77,5,1],[5000,77,2,0],[10000,74,5,1],
      [7900,71,5,0],[14200,71,1,0],[11100,69,3,0],[11500,68,5,0],[14950,58,5,0],[31950,55,3,0],[32930,53,2,0],
      [8926,50,5,0],[6000,50,1,0],[19890,43,5,0],[28340,43,3,0],[10000,40,5,0],[15147,40,3,0],[51600,34,0,0],
      [8410,31,5,0],[14268,31,1,0],[10000,31,3,0],
    ],
  },
  {
    name: "Amsterdam 2020, Centrum",
    column: "neighborhood",
    meta: [
      ["budget", "500000"],
      ["neighborhoods", "Oostelijke Eilanden,Haarlemmerhouttuinen,Other"],
      ["budget_per_neighborhood", "150000,100000,250000"],
    ],
    // biome-ignore format: a table
    projects: [
      [40000,4376,2,1],[3000,4086,2,1],[17500,3963,2,1],[20000,3879,2,1],[50000,3817,0,1],[1000,3502,2,1],[25000,3397,2,1],
      [1000,3219,1,1],[50000,3218,2,1],[10000,3044,2,1],[50000,2969,2,1],[3700,2923,2,1],[8000,2895,0,1],[7500,2842,2,1],
      [5000,2816,2,1],[50000,2808,2,0],[10000,2794,2,0],[25000,2661,2,0],[50000,2577,2,0],[50000,2452,2,0],[50000,2420,2,0],
      [30000,2342,2,0],[50000,2334,2,0],[50000,2316,2,0],[5000,2273,0,1],[44500,2258,2,0],[24000,2206,2,0],[10000,2171,2,0],
      [15000,2137,2,0],[8000,2119,2,0],[2500,2038,2,0],[6000,2024,2,0],[20000,2017,2,0],[10000,1955,2,0],[27000,1906,2,0],
      [20000,1880,0,1],[22750,1837,2,0],[20000,1813,2,0],[4000,1799,2,0],[8000,1789,2,0],[20000,1783,2,0],[50000,1783,2,0],
      [3500,1698,2,0],[25000,1668,2,0],[4000,1579,2,0],[3000,1561,2,0],[22500,1523,2,0],[5100,1475,0,1],[2500,1470,2,0],
      [45000,1373,2,0],[50000,1327,0,1],[40000,1319,2,0],[20000,1303,1,1],[50000,1273,2,0],[10000,1266,2,0],[17500,1254,0,0],
      [30000,1250,2,0],[10000,1241,0,0],[15000,1230,0,0],[19500,1220,2,0],[16000,1185,2,0],[5000,1119,2,0],[20400,1055,2,0],
      [28500,1033,1,1],[10000,1026,0,0],[3000,1005,0,0],[35000,988,2,0],[48000,975,2,0],[50000,866,2,0],[17500,850,0,0],
      [20000,826,2,0],[45000,801,2,0],[7700,798,2,0],[4000,750,0,0],[11000,748,2,0],[15000,711,2,0],[5000,698,0,0],
      [36000,677,1,1],[8500,641,0,0],[3250,635,2,0],[10000,620,2,0],[14000,618,0,0],[50000,607,2,0],[32000,540,1,0],
      [15000,515,0,0],
    ],
  },
  {
    // A limit on ballots alone: the winners of one category cost 69 326.
    name: "Amsterdam 2020, Indischebuurt",
    column: "category",
    meta: [
      ["budget", "200000"],
      [
        "categories",
        "Klimaat en duurzaamheid,Meer groen,Minder zwerfvuil en grofvuil,Armoede en schulden,Kindvriendelijke buurt",
      ],
      ["min_length_per_category", "0"],
    ],
    // biome-ignore format: a table
    projects: [
      [15000,3046,0,1],[11000,2715,0,1],[7650,2347,2,1],[5430,1908,1,1],[6982,1878,3,1],[5500,1813,3,1],[15000,1775,1,1],
      [10000,1768,3,1],[19150,1677,2,1],[6990,1537,1,1],[23820,1518,3,1],[8000,1473,4,1],[13500,1395,3,1],[9524,1360,3,1],
      [17000,1243,1,1],[15000,1153,1,1],[7500,1147,4,1],[32099,1075,4,0],[5000,1005,4,0],[19965,1001,1,0],[7500,963,4,0],
      [30650,958,1,0],[30250,955,2,0],[7000,895,4,0],[12984,880,1,0],[32099,782,4,0],[10800,673,0,0],[17500,656,3,0],
      [17424,392,1,0],[22954,360,1,0],[47634,325,1,0],[12450,296,3,0],[39000,239,3,0],[34500,186,1,0],
    ],
  },
];

/** The election as a file: ballot `n` names every project with more than `n` votes. */
export const partedText = ({ meta, column, projects }: PartedElection): string => {
  const parts = (new Map(meta).get(column === "category" ? "categories" : "neighborhoods") ?? "").split(",");
  const most = Math.max(...projects.map(([, votes]) => votes));
  const rows = projects.map(
    ([cost, votes, part, won], at) => `${at + 1};${cost};${votes};${parts[part]};${won}`,
  );
  const ballots = Array.from({ length: most }, (_, ballot) =>
    projects.flatMap(([, votes], at) => (votes > ballot ? [at + 1] : [])).join(","),
  );
  return [
    "META\nkey;value\ndescription;Buurtbudget\ncountry;Netherlands\nunit;Amsterdam\ninstance;2020",
    `num_projects;${projects.length}\nnum_votes;${most}\nvote_type;approval\nrule;greedy-custom`,
    "date_begin;2020\ndate_end;2020\ncurrency;EUR\ncomment;#1: official",
    ...meta.map((pair) => pair.join(";")),
    `PROJECTS\nproject_id;cost;votes;${column};selected`,
    ...rows,
    "VOTES\nvoter_id;vote",
    ...ballots.map((vote, at) => `${at + 1};${vote}`),
    "",
  ].join("\n");
};
