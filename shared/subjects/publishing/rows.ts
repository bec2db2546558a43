/** Where the office writes down how its lists were published, and writes the texts that stand around them. */
import { named } from "../../platform/route.ts";
import { act, form, office, page, staff } from "../../platform/row.ts";
import type { Slice } from "../slice.ts";

export const at = {
  all: "/urzad/ogloszenia",
  list: "/urzad/ogloszenia/{cycleId}/{list}/{version}",
  publication: "/urzad/ogloszenia/{cycleId}/{list}/{version}/publikacja",
  retraction: "/urzad/ogloszenia/{cycleId}/{list}/{version}/cofniecie",
  template: "/urzad/wzory/{list}/{language}",
} as const;

const fn = "cycles";
const readers = ["coordinator", "commission", "auditor"] as const;
const LIST = "/v1/staff/cycles/{cycleId}/lists/{list}/{version}";
const TEMPLATE = "/v1/staff/list-templates/{list}/{language}";

const proposed = { pl: "Propozycja czeka na drugą osobę.", en: "The proposal waits for a second person." };

export const publishingRows = named({
  getStaffList: act(`GET ${LIST}`, fn, staff(...readers), {
    pl: "Przeczytano, jak ogłoszono listę.",
    en: "Read how a list was published.",
  }),
  postListPublication: {
    ...act(`POST ${LIST}/publication`, fn, staff("coordinator"), {
      pl: "Zapisano, którym aktem ogłoszono listę.",
      en: "Noted by which act a list was published.",
    }),
    decides: "nothing",
  },
  postListRetraction: {
    ...act(`POST ${LIST}/retraction`, fn, staff("coordinator"), {
      pl: "Cofnięto listę.",
      en: "Took a list back.",
    }),
    decides: "nothing",
  },
  getListTemplate: act(`GET ${TEMPLATE}`, fn, staff(...readers), {
    pl: "Przeczytano wzór listy.",
    en: "Read the template of a list.",
  }),
  patchListTemplate: act(`PATCH ${TEMPLATE}`, fn, staff("coordinator"), {
    pl: "Zmieniono wzór listy.",
    en: "Changed the template of a list.",
  }),
  getOfficePublishing: page(`GET ${at.all}`, fn, office(...readers)),
  getOfficeList: page(`GET ${at.list}`, fn, office(...readers)),
  postOfficeListPublication: form(`POST ${at.publication}`, fn, office("coordinator"), {
    saved: proposed,
    next: { pl: "Lista poda akt, gdy ją przyjmie.", en: "The list names the act once it is accepted." },
  }),
  postOfficeListRetraction: form(`POST ${at.retraction}`, fn, office("coordinator"), {
    saved: proposed,
    next: {
      pl: "Lista zostanie na stronie jako cofnięta, gdy ją przyjmie.",
      en: "The list stays on the site as taken back once it is accepted.",
    },
  }),
  getOfficeTemplate: page(`GET ${at.template}`, fn, office(...readers)),
  postOfficeTemplate: form(`POST ${at.template}`, fn, office("coordinator"), {
    saved: proposed,
    next: {
      pl: "Nowe listy będą mieć te teksty, gdy ją przyjmie.",
      en: "New lists have these texts once it is accepted.",
    },
  }),
});

export const publishing = {
  rows: publishingRows,
  keeps: [],
  keepsByTwo: ["listNote", "template"],
  journal: { prefix: "templates", at: "template", readers: ["coordinator"] },
  office: {
    row: publishingRows.getOfficePublishing,
    title: { pl: "Listy urzędowe", en: "Official lists" },
    about: {
      pl: "Numery aktów, publikacja, cofnięcie i wzory tekstów.",
      en: "Numbers of acts, publication, taking back and templates of texts.",
    },
  },
} as const satisfies Slice;
