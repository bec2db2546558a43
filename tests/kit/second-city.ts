import { City } from "../../shared/domain/city.ts";
import { RuleSet } from "../../shared/domain/rule-set.ts";
import type { Way } from "../../shared/domain/voting/identity-policy.ts";
import { RULE_SETS } from "../../shared/rulesets/index.ts";
import { NAMED_RULES } from "../../shared/rulesets/named-rules.ts";

const NO_DUTIES = { term: null, channels: [], report: null, effects: null, areAnonymousTaken: false };

/** A made-up city whose shape shares nothing with Katowice's but the language. */
export const BOROWA = City.parse({
  slug: "borowa",
  name: { pl: "Borowa Góra" },
  country: "Poland",
  office: "Urząd Miasta i Gminy Borowa Góra",
  unit: "Referat Partycypacji",
  address: "Rynek 1, 99-999 Borowa Góra",
  phone: "99 999 99 99",
  hours: { pl: "codziennie 8:00–16:00" },
  controller: { pl: "Burmistrz Borowej Góry, Rynek 1, 99-999 Borowa Góra" },
  privacyOfficer: "iod@borowa.example",
  website: "https://borowa.example",
  languages: ["pl", "en"],
  // As near to the least contrast as the schema lets a city come.
  theme: {
    light: { brand: "#f2c14e", onBrand: "#2b1d00", link: "#b34d12", go: "#d9660a", onGo: "#1c0d00" },
    dark: { brand: "#4a3a0c", onBrand: "#ffedc2", link: "#c07f52", go: "#b5651d", onGo: "#120800" },
  },
  logo: {
    type: "svg",
    file: '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 40"><rect width="64" height="40" rx="4" fill="#ffffff"/><path fill="#2f6b2f" d="M4 36L24 8l12 16 6-8 18 20z"/></svg>',
    alt: { pl: "Borowa Góra" },
  },
  statement: { published: "2026-01-01", updated: "2026-01-01", made: "2026-01-01", reviewed: "2026-01-01" },
  zone: "Europe/Warsaw",
  holidays: "PL",
  editions: { kind: "year" },
  projectNumbers: { template: "BG.{edition}:{pool}.{sequence}", sequenceDigits: 3 },
  caseMarks: "BP/{edition}/{sequence}",
  consultations: {
    formal: {
      basis: { pl: "Art. 5a ustawy o samorządzie gminnym." },
      term: { days: 10, source: "uchwała rady miasta" },
      channels: ["notice-board"],
      report: { days: 21, source: "uchwała rady miasta" },
      effects: null,
      areAnonymousTaken: true,
    },
    ngo: { ...NO_DUTIES, basis: { pl: "Uchwała rady miasta." } },
    planning: { ...NO_DUTIES, basis: { pl: "Ustawa o planowaniu." } },
    dialogue: { ...NO_DUTIES, basis: { pl: "Rozmowa z mieszkańcami." } },
  },
  moderation: {
    source: "made up",
    points: [{ point: 7, rule: { pl: "Wpis obraża." } }],
    hours: { from: "08:00", to: "16:00" },
    targetHours: 16,
    appealDays: 7,
    appealHours: 24,
    longestBarDays: 30,
    areLinksHinted: true,
    words: [],
  },
  meetings: {
    kinds: {
      consultation: { name: { pl: "Narada" }, audiences: ["public", "staff"] },
      budget: { name: { pl: "Budżet" }, audiences: ["public"] },
      president: { name: { pl: "Burmistrz" }, audiences: ["public"] },
      moderators: { name: { pl: "Moderatorzy" }, audiences: ["staff"] },
      press: { name: { pl: "Prasa" }, audiences: ["press"] },
      "study-visit": { name: { pl: "Wizyta" }, audiences: ["invited"] },
    },
    audiences: {
      public: { isPublic: true, listed: "city", signUp: "anyone" },
      district: { isPublic: true, listed: "district", signUp: "anyone" },
      invited: { isPublic: false, listed: "nowhere", signUp: "invitation" },
      press: { isPublic: true, listed: "nowhere", signUp: "accreditation" },
      visit: { isPublic: true, listed: "nowhere", signUp: "anyone" },
      staff: { isPublic: false, listed: "nowhere", signUp: "office" },
    },
  },
  residents: { source: "made up", note: { pl: "Liczby zmyślone." } },
  districts: [
    { id: "rynek", name: "Rynek", residents: 4100 },
    { id: "stare-mlyny", name: "Stare Młyny", residents: 2300 },
    { id: "pod-lasem", name: "Pod Lasem", residents: 1900 },
    { id: "M", name: "Majdan", residents: 700 },
  ],
  map: {
    kind: "schematic",
    note: { pl: "Mapa schematyczna." },
    tiles: {
      rynek: { column: 1, row: 0 },
      "stare-mlyny": { column: 0, row: 0 },
      "pod-lasem": { column: 1, row: 1 },
      M: { column: 0, row: 1 },
    },
  },
});

const [katowice] = RULE_SETS.values();
const EQUAL_SHARES = NAMED_RULES.get("equalshares");
if (!katowice || !EQUAL_SHARES) throw new Error("rules are missing");

const BALLOT = { kind: "ordinal", weights: [4, 3, 2, 1], minProjects: 1, repeatedProject: "void" };
const forAll = <T>(rule: T) => ({ citywide: rule, area: rule, district: rule });

/** How voters show who they are is Katowice's, on this city's own legal basis. */
const BASIS = { pl: "Art. 6 ust. 1 lit. e RODO i uchwała Rady Gminy Borowa Góra" };
const identity = Object.fromEntries(
  Object.entries(katowice.identity).map(([way, policy]) => [way, { ...(policy as Way), basis: BASIS }]),
);

/** Two citywide lists, areas that overlap, districts; places instead of points, Equal Shares instead of the greedy rule. */
export const BOROWA_2027 = RuleSet.parse({
  ...katowice,
  name: "borowa-2027",
  city: { name: BOROWA.name.pl, country: BOROWA.country },
  edition: { numeral: "2027", number: 2027, voteYear: 2027 },
  sources: [{ on: "everything", says: "as the test needs it", from: "tests" }],
  pools: [
    { id: "L1", kind: "citywide", name: { pl: "Zielony budżet", en: "Green budget" } },
    { id: "duze", kind: "citywide", name: { pl: "Duże projekty" } },
    { id: "lewy-brzeg", kind: "area", name: { pl: "Lewy Brzeg" }, districts: ["rynek", "stare-mlyny"] },
    { id: "nad-rzeka", kind: "area", name: { pl: "Nad Rzeką" }, districts: ["stare-mlyny", "M"] },
    ...BOROWA.districts.map(({ id, name }) => ({ id, kind: "district", name: { pl: name } })),
  ],
  identity: {
    ...identity,
    statement: { ...identity.statement, declarations: [{ pl: "Mieszkam w Borowej Górze." }] },
  },
  supporters: forAll({ kind: "per-thousand-residents", number: 1 }),
  caps: forAll({ percentOfPool: 100, roundedToGrosze: 1 }),
  ballot: forAll(BALLOT),
  thresholds: forAll(null),
  guardianBelowAge: 0,
  counting: EQUAL_SHARES,
  poolOrder: "citywide-first",
});
