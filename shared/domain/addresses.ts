/**
 * The addresses of the site, a line each, at their Polish paths: a page stands in every other language at the same path under its code.
 * The route table takes its rows from here, and every link its path.
 */
export const ADDRESSES = {
  home: "/",
  help: "/pomoc",
  privacy: "/prywatnosc",
  cookies: "/ciasteczka",
  accessibility: "/dostepnosc",
  docs: "/docs",
  refusal: "/problems/{area}/{reason}",
  accident: "/problems/accident",
  static: "/static/{file}",

  visits: "/wizyty",
  officeVisits: "/urzad/wizyty",

  // What residents ask and demand of the office.
  matters: "/sprawy",
  matterForm: "/sprawy/{kind}",
  matter: "/sprawa/{matterId}/{proof}",
  officeMatters: "/urzad/sprawy-mieszkancow",
  officeNewMatter: "/urzad/sprawy-mieszkancow/nowa",
  officeMatter: "/urzad/sprawy-mieszkancow/{matterId}",
  officePoint: "/urzad/punkt",
  deskConfirmation: "/urzad/punkt/potwierdzenie/{subject}",

  // Proposals and projects.
  projects: "/projekty",
  project: "/projekty/{cycleId}/{projectId}",
  support: "/projekty/{cycleId}/{projectId}/poparcie",
  supportLink: "/poparcie/{token}",
  proposalStart: "/zglos",
  draftsCode: "/kod-do-wniosku",
  drafts: "/zglos/{token}",
  author: "/moje/wnioski/{cycleId}/{projectId}/{proof}",
  authorTask: "/moje/wnioski/{cycleId}/{projectId}/{proof}/czesc/{task}",
  authorCheck: "/moje/wnioski/{cycleId}/{projectId}/{proof}/sprawdz",
  authorCorrection: "/moje/wnioski/{cycleId}/{projectId}/{proof}/popraw",
  proposalCopy: "/kopia/{token}",
  authorAppeal: "/moje/wnioski/{cycleId}/{projectId}/{proof}/odwolanie",
  authorCoAuthors: "/moje/wnioski/{cycleId}/{projectId}/{proof}/wspolautorzy",
  authorCoAuthorStep: "/moje/wnioski/{cycleId}/{projectId}/{proof}/wspolautorstwo",
  authorFiles: "/moje/wnioski/{cycleId}/{projectId}/{proof}/zalaczniki",
  authorFile: "/moje/wnioski/{cycleId}/{projectId}/{proof}/zalaczniki/{uploadId}",
  authorMerging: "/moje/wnioski/{cycleId}/{projectId}/{proof}/laczenie",
  authorMergingProposal: "/moje/wnioski/{cycleId}/{projectId}/{proof}/zaproponuj-laczenie",
  authorWithdrawal: "/moje/wnioski/{cycleId}/{projectId}/{proof}/wycofaj",

  // Voting. None of them ever carries a choice.
  vote: "/glosuj",
  voteIdentity: "/glosuj/{cycleId}",
  voteCode: "/glosuj/{cycleId}/kod",
  voteEid: "/glosuj/{cycleId}/eid",
  eidReturn: "/eid/powrot",
  voteStatement: "/glosuj/{cycleId}/oswiadczenie",
  voteList: "/glosuj/{cycleId}/lista/{pool}",
  votePoints: "/glosuj/{cycleId}/lista/{pool}/punkty",
  voteBallot: "/glosuj/{cycleId}/karta",
  voteCast: "/glosuj/{cycleId}/glos",
  voteReceipt: "/glosuj/{cycleId}/potwierdzenie",
  voteCheck: "/sprawdz-glos",

  // Results.
  results: "/wyniki",
  cycleResults: "/wyniki/{cycleId}",
  poolResults: "/wyniki/{cycleId}/{pool}",
  whatIf: "/wyniki/{cycleId}/{pool}/inna-zasada",

  // The office's lists.
  lists: "/listy/{cycleId}",
  list: "/listy/{cycleId}/{list}/{version}",

  // Files of an edition; they have no language.
  cycleJson: "/v1/cycles/{cycleId}",
  editionFeed: "/v1/cycles/{cycleId}/calendar.ics",
  turnoutJson: "/v1/cycles/{cycleId}/turnout",
  checkpoint: "/v1/cycles/{cycleId}/checkpoint",
  pointsJson: "/v1/cycles/{cycleId}/voting-points",
  projectsJson: "/v1/cycles/{cycleId}/projects",
  projectsCsv: "/v1/cycles/{cycleId}/projects.csv",
  projectsGeojson: "/v1/cycles/{cycleId}/projects.geojson",
  resultsJson: "/v1/cycles/{cycleId}/results",
  resultsCsv: "/v1/cycles/{cycleId}/results.csv",
  resultsPackage: "/v1/cycles/{cycleId}/results/package.zip",
  poolPb: "/v1/cycles/{cycleId}/results/{pool}",
  listsJson: "/v1/cycles/{cycleId}/lists",
  listsFeed: "/v1/lists.atom",
  listFile: "/v1/cycles/{cycleId}/lists/{list}/{file}",

  // Consultations and meetings.
  consultations: "/konsultacje",
  consultation: "/konsultacje/{consultationId}",
  meetings: "/spotkania",
  meeting: "/spotkania/{meetingId}",
  decisions: "/decyzje",
  decisionsJson: "/v1/decisions",
  minutes: "/spotkania/{meetingId}/protokol",
  minutesFile: "/v1/meetings/{meetingId}/minutes/{file}",
  motions: "/spotkania/{meetingId}/wnioski",
  meetingCalendar: "/v1/meetings/{meetingId}/meeting.ics",
  meetingsFeed: "/v1/meetings.ics",
  meetingsJson: "/v1/meetings",
  consultationsJson: "/v1/consultations",
  consultationJson: "/v1/consultations/{consultationId}",

  // For programs.
  catalog: "/v1/open-data/catalog.jsonld",
  openapi: "/openapi.json",
  signingKey: "/v1/signing-key",
  signupConfirmation: "/zapis/{token}",
  signupLink: "/zapis/{meetingId}/{signupId}/{token}",

  // The office.
  office: "/urzad",
  signIn: "/urzad/zaloguj",
  signInReturn: "/urzad/powrot",
  signOut: "/urzad/wyloguj",
  letterSearch: "/urzad/listy",
  givenUpLetter: "/urzad/listy/{letterId}",
  pendingAct: "/urzad/sprawy/{pendingId}",
  officeProposals: "/urzad/wnioski",
  officeCoAuthors: "/urzad/wnioski/{cycleId}/{projectId}/wspolautorzy",
  officeProposal: "/urzad/wnioski/{cycleId}/{projectId}",
  officeMergingGroups: "/urzad/wnioski/{cycleId}/podobne",
  officePublications: "/urzad/publikacje/{cycleId}",
  officeCorrection: "/urzad/wnioski/{cycleId}/{projectId}/uzupelnienie",
  officeWithdrawal: "/urzad/wnioski/{cycleId}/{projectId}/wycofanie",
  officeWishes: "/urzad/wnioski/{cycleId}/{projectId}/na-zyczenie",
  officeWishedWithdrawal: "/urzad/wnioski/{cycleId}/{projectId}/na-zyczenie/wycofanie",
  officeWishedChange: "/urzad/wnioski/{cycleId}/{projectId}/na-zyczenie/zmiana",
  officeRegister: "/urzad/rejestr",
  officeIntake: "/urzad/rejestr/{cycleId}/wpis",
  officeScan: "/urzad/rejestr/{cycleId}/skan",
  officeEntry: "/urzad/rejestr/{cycleId}/{number}",
  officePrintedLetters: "/urzad/listy-do-druku",
  officePrinting: "/urzad/listy-do-druku/{cycleId}/wydruk",
  officePrintedFile: "/urzad/listy-do-druku/{cycleId}/listy.pdf",
  officePrintedLetter: "/urzad/listy-do-druku/{cycleId}/{letterId}",
  officePosting: "/urzad/listy-do-druku/{cycleId}/{letterId}/nadanie",
  officeReturn: "/urzad/listy-do-druku/{cycleId}/{letterId}/zwrot",
  officePrintedAgain: "/urzad/listy-do-druku/{cycleId}/{letterId}/ponowienie",
  officePrintedSettlement: "/urzad/listy-do-druku/{cycleId}/{letterId}/zalatwienie",
  officeStatements: "/urzad/oswiadczenia",
  officeStatementRejections: "/urzad/oswiadczenia/odrzucenia",
  officeNewStatement: "/urzad/oswiadczenia/{cycleId}",
  officeStatement: "/urzad/oswiadczenia/{cycleId}/{statementId}",
  officeConsultations: "/urzad/konsultacje",
  officeNewConsultation: "/urzad/konsultacje/nowe",
  officeConsultation: "/urzad/konsultacje/{consultationId}",
  officeMeetings: "/urzad/spotkania",
  officeNewMeeting: "/urzad/spotkania/nowe",
  officeMeeting: "/urzad/spotkania/{meetingId}",
  doorList: "/urzad/spotkania/{meetingId}/lista.csv",
  officeMeetingEdit: "/urzad/spotkania/{meetingId}/zmiana",
  officeDoor: "/urzad/spotkania/{meetingId}/wejscie",
  officeDecisionEntry: "/urzad/spotkania/{meetingId}/decyzje",
  officeMinutes: "/urzad/spotkania/{meetingId}/protokol",
  officeMeetingCancellation: "/urzad/spotkania/{meetingId}/odwolanie",

  // The office itself: its people and units, what each role may do, and the journal of what was done.
  officeUpload: "/urzad/pliki/{uploadId}",
  ownAbsence: "/urzad/nieobecnosc",
  people: "/urzad/ludzie",
  peopleSheet: "/urzad/ludzie/arkusz",
  person: "/urzad/ludzie/{personId}",
  personSignOut: "/urzad/ludzie/{personId}/wylogowanie",
  personRemoval: "/urzad/ludzie/{personId}/usuniecie",
  newUnit: "/urzad/jednostki",
  unit: "/urzad/jednostki/{unitId}",
  unitRemoval: "/urzad/jednostki/{unitId}/usuniecie",
  rights: "/urzad/uprawnienia",
  forms: "/urzad/formularze",
  journals: "/urzad/dziennik",
  journal: "/urzad/dziennik/{subject}",

  // An edition, by those who run it.
  editions: "/urzad/edycje",
  newEdition: "/urzad/edycje/nowa",
  edition: "/urzad/edycje/{cycleId}",
  editionLog: "/urzad/edycje/{cycleId}/dziennik",
  editionRetention: "/urzad/edycje/{cycleId}/dane",
  editionTransition: "/urzad/edycje/{cycleId}/dalej",
  editionCancellation: "/urzad/edycje/{cycleId}/odwolanie",
  editionAcceptance: "/urzad/edycje/{cycleId}/przyjecie",
  editionCalendar: "/urzad/edycje/{cycleId}/daty/{phase}",
  editionExtension: "/urzad/edycje/{cycleId}/przedluzenie",
  editionRoll: "/urzad/edycje/{cycleId}/spis",
  editionRollFile: "/urzad/edycje/{cycleId}/spis/{uploadId}",
  editionRollUpload: "/urzad/edycje/{cycleId}/plik-spisu",
  rollNotes: "/urzad/edycje/{cycleId}/uwagi-do-spisu/{importId}",
  editionResidents: "/urzad/edycje/{cycleId}/mieszkancy",
  editionExclusions: "/urzad/edycje/{cycleId}/wykluczenia",
  editionBallot: "/urzad/edycje/{cycleId}/lista",
  editionPoints: "/urzad/edycje/{cycleId}/punkty",
  editionVoids: "/urzad/edycje/{cycleId}/niewazne",
  editionVoid: "/urzad/edycje/{cycleId}/niewazne/{voidId}",
  editionSignals: "/urzad/edycje/{cycleId}/sygnaly",
  editionKeys: "/urzad/edycje/{cycleId}/klucze",
  editionCountKey: "/urzad/edycje/{cycleId}/klucz-do-liczenia",
  editionDraw: "/urzad/edycje/{cycleId}/losowanie",
  editionSignOff: "/urzad/edycje/{cycleId}/podpis",

  // Voting points and paper cards.
  points: "/urzad/punkty",
  point: "/urzad/punkty/{cycleId}/{pointId}",
  pointReceipt: "/urzad/punkty/{cycleId}/{pointId}/potwierdzenie",
  pointDay: "/urzad/punkty/{cycleId}/{pointId}/dzien/{day}",
  blankCard: "/urzad/punkty/{cycleId}/{pointId}/karta/{district}",
  pointBatches: "/urzad/punkty/{cycleId}/{pointId}/partie",
  batch: "/urzad/partie/{cycleId}/{batchId}",
  batchCorrection: "/urzad/partie/{cycleId}/{batchId}/liczba",
  paperUpload: "/urzad/partie/{cycleId}/{batchId}/plik",
  paperFile: "/urzad/partie/{cycleId}/{batchId}/plik/{uploadId}",
  card: "/urzad/partie/{cycleId}/{batchId}/{number}",
} as const satisfies Readonly<Record<string, `/${string}`>>;

export type Address = keyof typeof ADDRESSES;

/** Names of the parameters in a path; the rest of a path behind a greedy one is none. */
export type ParamIn<Path extends string> = Path extends `${string}{${infer Name}}${infer Rest}`
  ? (Name extends `${string}+` ? never : Name) | ParamIn<Rest>
  : never;

/** What a path takes: the values of its parameters. */
export type Values<Path extends string> = { readonly [Name in ParamIn<Path>]: string | number };

type PathOf<A extends Address> = (typeof ADDRESSES)[A];

/** An address that is a path as it stands: what a menu or a sentence leads to. */
export type PlainAddress = { [A in Address]: [ParamIn<PathOf<A>>] extends [never] ? A : never }[Address];

/** What is said of addresses, in the order in which it stands. */
export const entriesOf = <T>(texts: { readonly [A in PlainAddress]?: T }): [PlainAddress, T][] =>
  Object.entries(texts) as [PlainAddress, T][];

/** A path with its parameters filled in. */
const filled = (path: string, values: Readonly<Record<string, string | number>> = {}): string =>
  path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(values[name] ?? ""));

/** The path of a page or file, without its language: `pathTo("project", { cycleId, projectId })`. */
export const pathTo = <A extends Address>(
  address: A,
  ...[values]: A extends PlainAddress ? [] : [values: Values<PathOf<A>>]
): string => filled(ADDRESSES[address], values);

/** The path of what stands with its subject: of a page by its address, of a row by its key. */
export const addressAt = <P extends string>(of: P, values: Values<P>): string =>
  filled(of.slice(of.indexOf("/")), values);
