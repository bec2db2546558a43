import type { MeetingLetterFacts } from "../../shared/domain/meeting/letter-facts.ts";
import type { NoticeFacts, NoticeKind } from "../../shared/domain/notice/notice.ts";
import type { ProposalFacts } from "../../shared/domain/project/letter-facts.ts";

/** What a resident could type to break a letter: markup, quotes, a word longer than a line. */
export const SPITEFUL = `<script>alert("x")</script> & 'Żółw' ${"dłuuugo".repeat(25)}`;

const meeting: MeetingLetterFacts = {
  event: {
    id: "mtg_7k3m9x2qav5d8r1t",
    title: SPITEFUL,
    startsAt: "2027-09-23T15:00:00.000Z",
    endsAt: "2027-09-23T17:00:00.000Z",
    place: { name: SPITEFUL, address: "ul. Młyńska 4, Katowice" },
    description: SPITEFUL,
    url: "https://bo.katowice.example/spotkania/mtg_7k3m9x2qav5d8r1t",
    sequence: 1,
    isCancelled: false,
    changedAt: "2027-08-01T08:00:00.000Z",
  },
  accessibility: `${SPITEFUL}\nwejście bez schodów`,
  seats: 2,
  link: "/zapis/mtg_7k3m9x2qav5d8r1t/sgn_7k3m9x2qav5d8r1t/sealed-token",
};

const NOON = "2027-09-10T10:00:00.000Z";
/** The end of 23 September in the city. */
const MIDNIGHT = "2027-09-23T22:00:00.000Z";

const proposal: ProposalFacts = {
  number: "L13/08/XIV",
  title: SPITEFUL,
  link: "/moje/wnioski/cyc_7k3m9x2qav5d8r1t/prj_7k3m9x2qav5d8r1t/sealed-token",
};

/** Facts for each kind of notice, as unkind as people can make them. A kind without a sample does not compile. */
export const SAMPLES: { readonly [K in NoticeKind]: NoticeFacts[K] } = {
  "voting/code": { code: "012345", until: "2027-09-10T08:29:00.000Z" },
  "voting/no-match": { hasStatement: true, ways: ["eid", "point", "paper"] },
  "voting/recorded": { edition: "XIV", resultsBy: "2027-09-30T10:00:00.000Z" },
  "statement/filed": { edition: "XIV", statement: "stm_7k3m9x2qav5d8r1t", decidedBy: NOON },
  "statement/accepted": { edition: "XIV", isVoteOver: false },
  "statement/rejected": { edition: "XIV", reason: SPITEFUL },
  "proposal/start": { link: "/zglos/sealed-token", code: "12345678", until: NOON },
  "proposal/merge-asked": { ...proposal, numbers: ["L13/01/XII", "L13/02/XII"], until: NOON },
  "proposal/merged": { ...proposal, numbers: ["L13/01/XII", "L13/02/XII"], into: "L13/01/XII" },
  "proposal/merge-ended": { ...proposal, numbers: ["L13/01/XII", "L13/02/XII"], why: "lapsed" },
  "proposal/co-author-came": { title: proposal.title, name: "Ewa Zając", link: proposal.link },
  "proposal/co-author": {
    title: "Ławki w parku",
    author: "Łucja Żak",
    link: "/moje/wnioski/cyc_7k3m9x2qav5d8r1t/prj_7k3m9x2qav5d8r1t/sealed-token",
  },
  "proposal/confirm": {
    title: SPITEFUL,
    link: "/moje/wnioski/cyc_7k3m9x2qav5d8r1t/prj_7k3m9x2qav5d8r1t/sealed-token",
    until: NOON,
  },
  "proposal/received": { ...proposal, submittedAt: NOON, mark: "WKS.3022.1.17.2027", supporters: 12 },
  "proposal/late": { mark: "WKS.3022.1.17.2027", title: SPITEFUL, arrivedAt: NOON, closedAt: MIDNIGHT },
  "proposal/changed": {
    ...proposal,
    wish: { arrivedBy: "post", arrivedAt: NOON },
    fields: ["title", "costLines"],
  },
  "proposal/withdrawn": { ...proposal, by: "office", reason: SPITEFUL, legalBasis: "§ 14 ust. 2" },
  "proposal/to-correct": { ...proposal, reasons: SPITEFUL, until: MIDNIGHT },
  "proposal/correction-due": { ...proposal, reasons: SPITEFUL, until: MIDNIGHT },
  "proposal/accepted": proposal,
  "proposal/rejected": { ...proposal, reasons: SPITEFUL, appealUntil: MIDNIGHT },
  "proposal/admitted": {
    ...proposal,
    estimatedCostGrosze: 1_000_00,
    costGrosze: 1_234_567_89,
    reasons: `${SPITEFUL}\n\n${SPITEFUL}`,
    voting: { startsAt: NOON, endsAt: MIDNIGHT },
  },
  "proposal/appeal-received": { ...proposal, filedAt: MIDNIGHT, mark: "BO.0123.17.2027" },
  "proposal/appeal-upheld": { ...proposal, reasons: SPITEFUL, stage: "formal" },
  "proposal/appeal-dismissed": { ...proposal, reasons: SPITEFUL, stage: "merit" },
  "proposal/not-admitted": { ...proposal, reasons: SPITEFUL, appealUntil: MIDNIGHT },
  "proposal/selected": { ...proposal, sentence: SPITEFUL },
  "proposal/not-selected": { ...proposal, sentence: SPITEFUL },
  "support/confirm": { ...proposal, link: "/poparcie/sealed-token", until: NOON },
  "meeting/confirm": { ...meeting, link: "/zapis/sealed-token", until: NOON },
  "meeting/seat": { ...meeting, signupId: "sgn_0123456789abcdef", position: 7 },
  "meeting/waiting": { ...meeting, signupId: "sgn_0123456789abcdef", position: 7 },
  "meeting/moved-up": meeting,
  "meeting/changed": {
    ...meeting,
    before: {
      startsAt: "2027-09-22T15:00:00.000Z",
      endsAt: "2027-09-22T17:00:00.000Z",
      place: { name: SPITEFUL, address: "Rynek 1" },
    },
  },
  "subject/letter": {
    letter: {
      subject: "Link do ankiety",
      first: "Link do ankiety o parku.",
      parts: [SPITEFUL, { items: [SPITEFUL, "Ławki: 3"] }],
      button: "Otwórz ankietę",
      why: "Wysłaliśmy ten list, bo ktoś podał ten adres na stronie ankiety.",
    },
    link: "/ankiety/srv_7k3m9x2qav5d8r1t/odpowiedz/sealed-token",
  },
  "subject/decision": {
    letter: {
      subject: "Odpowiedź w sprawie 7K3M-9X2Q",
      first: "Odpowiadamy w sprawie 7K3M-9X2Q.",
      parts: [SPITEFUL, { items: [SPITEFUL, "Ławki: 3"] }],
      why: "Wysłaliśmy ten list, bo z tego adresu złożono sprawę.",
    },
    link: null,
  },
  "office/morning": {
    mine: [{ text: SPITEFUL, href: "https://rynek.example/urzad/wnioski", dueAt: NOON, isLate: true }],
    unit: [{ text: "Ocena", href: "https://rynek.example/urzad/wnioski", dueAt: NOON, isLate: false }],
    hasMore: true,
  },
  "meeting/cancelled": { ...meeting, event: { ...meeting.event, isCancelled: true }, reason: SPITEFUL },
};

export const KINDS = Object.keys(SAMPLES) as NoticeKind[];
