/** Where the office looks at what residents write in public, and where they read by what rules, and appeal. */
import type { Admission } from "../../platform/admission.ts";
import { named } from "../../platform/route.ts";
import { act, anyone, api, form, linked, office, page, staff } from "../../platform/row.ts";
import type { Slice } from "../slice.ts";

export const at = {
  rules: "/konsultacje/zasady",
  log: "/konsultacje/moderacja",
  logJson: "/v1/consultations/moderation",
  logFile: "/v1/consultations/moderation.csv",
  appeal: "/konsultacje/{consultationId}/moderacja/{postId}/{turn}/{proof}",
  queue: "/urzad/moderacja",
  figures: "/urzad/moderacja/liczby",
  figuresFile: "/v1/staff/moderation/figures.csv",
  one: "/urzad/moderacja/{consultationId}/{postId}",
  original: "/urzad/moderacja/{consultationId}/{postId}/oryginal",
  taking: "/urzad/moderacja/{consultationId}/{postId}/wziecie",
  release: "/urzad/moderacja/{consultationId}/{postId}/oddanie",
  passing: "/urzad/moderacja/{consultationId}/{postId}/w-porzadku",
  hiding: "/urzad/moderacja/{consultationId}/{postId}/ukrycie",
  masking: "/urzad/moderacja/{consultationId}/{postId}/zaczernienie",
  restoring: "/urzad/moderacja/{consultationId}/{postId}/przywrocenie",
  answer: "/urzad/moderacja/{consultationId}/{postId}/odpowiedz",
  moderators: "/urzad/konsultacje/{consultationId}/moderacja",
  bar: "/konsultacje/wstrzymanie/{barId}/{proof}",
  barring: "/urzad/moderacja/{consultationId}/{postId}/wstrzymanie",
  officeBar: "/urzad/moderacja/wstrzymania/osoba/{barId}",
  barAnswer: "/urzad/moderacja/wstrzymania/osoba/{barId}/odpowiedz",
  naming: "/urzad/konsultacje/{consultationId}/moderacja/osoby",
} as const;

const appealing = {
  bytes: 64_000,
  fields: 50,
  unlimited: "whoever has the link is the author, and each act of moderation is appealed once",
} as const satisfies Admission;

const fn = "consultations";
const ONE = "/v1/staff/moderation/{consultationId}/{postId}";
const moderators = ["moderator", "coordinator"] as const;
const [moderator, moderatorOffice] = [staff(...moderators), office(...moderators)];
/** Who decides about a post reads it as it was written, too. */
const readers = [...moderators, "editor", "auditor"] as const;
const namers = ["editor", "coordinator", "unit"] as const;
const supervisors = ["coordinator", "auditor"] as const;

/** What everybody reads, and an author's way to appeal. */
export const publicRows = named({
  getModerationRules: page(`GET ${at.rules}`, fn, anyone),
  getModerationLogPage: page(`GET ${at.log}`, fn, anyone),
  getModerationLog: api(`GET ${at.logJson}`, fn, anyone),
  getModerationLogFile: api(`GET ${at.logFile}`, fn, anyone),
  getModerationAppeal: page(`GET ${at.appeal}`, fn, linked),
  postModerationAppeal: page(`POST ${at.appeal}`, fn, linked, {
    admission: appealing,
    title: { pl: "Odwołanie od moderacji", en: "Appeal against moderation" },
  }),
});

/** The queue, and how fast it goes. */
export const queueRows = named({
  getOfficeModeration: page(`GET ${at.queue}`, fn, moderatorOffice),
  getStaffModeration: api("GET /v1/staff/moderation", fn, moderator),
  getModerationFiguresPage: page(`GET ${at.figures}`, fn, office(...supervisors)),
  getModerationFigures: api("GET /v1/staff/moderation/figures", fn, staff(...supervisors)),
  getModerationFiguresFile: api(`GET ${at.figuresFile}`, fn, staff(...supervisors)),
});

/** One post, and what a moderator does about it. */
export const lookRows = named({
  getOfficeLook: page(`GET ${at.one}`, fn, moderatorOffice),
  getStaffLook: api(`GET ${ONE}`, fn, moderator),
  getPostOriginal: act(`GET ${ONE}/original`, fn, staff(...readers), {
    pl: "Przeczytano oryginał wpisu, którego nie widać w całości.",
    en: "Read the original of a post that is not shown whole.",
  }),
  getOfficePostOriginal: page(`GET ${at.original}`, fn, office(...readers)),
  postLookTaking: act(`POST ${ONE}/taking`, fn, moderator, {
    pl: "Wzięto wpis do moderacji.",
    en: "Took a post to moderate.",
  }),
  postLookTakingForm: form(`POST ${at.taking}`, fn, moderatorOffice, {
    saved: { pl: "Wpis jest u Ciebie.", en: "The post is with you." },
    next: { pl: "Obejrzyj go albo oddaj.", en: "Look at it, or hand it back." },
  }),
  postLookRelease: act(`POST ${ONE}/release`, fn, moderator, {
    pl: "Oddano wpis, który był u jednej osoby.",
    en: "Handed a post back that was with one person.",
  }),
  postLookReleaseForm: form(`POST ${at.release}`, fn, moderatorOffice, {
    saved: { pl: "Wpis jest oddany.", en: "The post is handed back." },
    next: { pl: "Może go wziąć inna osoba.", en: "Another person can take it." },
  }),
  postLookPass: act(`POST ${ONE}/pass`, fn, moderator, {
    pl: "Obejrzano wpis: jest w porządku.",
    en: "Looked at a post: it is all right.",
  }),
  postLookPassForm: form(`POST ${at.passing}`, fn, moderatorOffice, {
    saved: { pl: "Wpis jest obejrzany.", en: "The post is looked at." },
    next: { pl: "Mieszkańcy widzą go w całości.", en: "Residents see all of it." },
  }),
  postLookHiding: act(`POST ${ONE}/hiding`, fn, moderator, {
    pl: "Ukryto wpis mieszkańca.",
    en: "Hid a post of a resident.",
  }),
  postLookHidingForm: form(`POST ${at.hiding}`, fn, moderatorOffice, {
    saved: { pl: "Wpis jest ukryty.", en: "The post is hidden." },
    next: {
      pl: "Widać numer i punkt zasad. List do autora jest w drodze.",
      en: "Its number and the point are shown. The letter to its author is on its way.",
    },
  }),
  postLookMasking: act(`POST ${ONE}/masking`, fn, moderator, {
    pl: "Zaczerniono słowa we wpisie mieszkańca.",
    en: "Blacked out words in a post of a resident.",
  }),
  postLookMaskingForm: form(`POST ${at.masking}`, fn, moderatorOffice, {
    saved: { pl: "Słowa są zaczernione.", en: "The words are blacked out." },
    next: {
      pl: "Resztę wpisu widać. List do autora jest w drodze.",
      en: "The rest is shown. The letter to its author is on its way.",
    },
  }),
  postLookRestoring: act(`POST ${ONE}/restoring`, fn, moderator, {
    pl: "Przywrócono wpis mieszkańca.",
    en: "Restored a post of a resident.",
  }),
  postLookRestoringForm: form(`POST ${at.restoring}`, fn, moderatorOffice, {
    saved: { pl: "Wpis jest przywrócony.", en: "The post is restored." },
    next: { pl: "Mieszkańcy widzą go w całości.", en: "Residents see all of it." },
  }),
  postLookBar: act(`POST ${ONE}/bar`, fn, moderator, {
    pl: "Wstrzymano pisanie z jednego adresu.",
    en: "Kept one address from writing.",
  }),
  postLookBarForm: form(`POST ${at.barring}`, fn, moderatorOffice, {
    saved: { pl: "Wstrzymanie pisania jest zaproponowane.", en: "The bar is proposed." },
    next: { pl: "Czeka na drugą osobę.", en: "It waits for a second person." },
  }),
  postLookAnswer: act(`POST ${ONE}/answer`, fn, moderator, {
    pl: "Odpowiedziano na odwołanie od moderacji.",
    en: "Answered an appeal against moderation.",
  }),
  postLookAnswerForm: form(`POST ${at.answer}`, fn, moderatorOffice, {
    saved: { pl: "Odpowiedź jest zapisana.", en: "The answer is saved." },
    next: { pl: "List do autora jest w drodze.", en: "The letter to the author is on its way." },
  }),
});

/** A mailbox that is kept from writing: its appeal, and the answer. */
export const barRows = named({
  getBar: page(`GET ${at.bar}`, fn, linked),
  postBarAppeal: page(`POST ${at.bar}`, fn, linked, {
    admission: appealing,
    title: { pl: "Odwołanie od wstrzymania pisania", en: "Appeal against a bar" },
  }),
  getStaffBar: api("GET /v1/staff/bars/{barId}", fn, staff("coordinator")),
  getOfficeBar: page(`GET ${at.officeBar}`, fn, office("coordinator")),
  postBarAnswer: act("POST /v1/staff/bars/{barId}/answer", fn, staff("coordinator"), {
    pl: "Odpowiedziano na odwołanie od wstrzymania pisania.",
    en: "Answered an appeal against a bar.",
  }),
  postBarAnswerForm: form(`POST ${at.barAnswer}`, fn, office("coordinator"), {
    saved: { pl: "Odpowiedź jest zapisana.", en: "The answer is saved." },
    next: { pl: "List jest w drodze.", en: "The letter is on its way." },
  }),
});

/** Who moderates one consultation. */
export const namingRows = named({
  getOfficeModerators: page(`GET ${at.moderators}`, fn, office(...namers)),
  getModerators: api("GET /v1/staff/consultations/{consultationId}/moderators", fn, staff(...namers)),
  putModerators: act("PUT /v1/staff/consultations/{consultationId}/moderators", fn, staff(...namers), {
    pl: "Wyznaczono moderatorów konsultacji.",
    en: "Named the moderators of a consultation.",
  }),
  postModeratorsForm: form(`POST ${at.naming}`, fn, office(...namers), {
    saved: { pl: "Moderatorzy są wyznaczeni.", en: "The moderators are named." },
    next: {
      pl: "Wpisy czekają na liście każdej z tych osób.",
      en: "Posts wait on the list of each of them.",
    },
  }),
});

export const moderation = {
  rows: { ...publicRows, ...queueRows, ...lookRows, ...barRows, ...namingRows },
  keeps: ["look", "postOriginal", "moderationEntry", "bar"],
  keepsByTwo: ["bar", "moderationEntry"],
  office: {
    row: queueRows.getOfficeModeration,
    title: { pl: "Moderacja", en: "Moderation" },
    about: {
      pl: "Wpisy mieszkańców do obejrzenia i odwołania.",
      en: "Posts of residents to look at, and appeals.",
    },
  },
} as const satisfies Slice;
