/** What everybody reads: the site, the office's lists, and results. */
import { ADDRESSES as at } from "../../shared/domain/addresses.ts";
import { anyone, api, FEW, page, staff } from "../../shared/platform/row.ts";

export const siteRows = {
  // The site.
  getHome: page(`GET ${at.home}`, "site", anyone),
  getHelp: page(`GET ${at.help}`, "site", anyone),
  getPrivacy: page(`GET ${at.privacy}`, "site", anyone),
  getCookies: page(`GET ${at.cookies}`, "site", anyone),
  getAccessibility: page(`GET ${at.accessibility}`, "site", anyone),
  getDocs: page(`GET ${at.docs}`, "site", anyone),
  getRefusal: page(`GET ${at.refusal}`, "site", anyone),
  getAccident: page(`GET ${at.accident}`, "site", anyone),
  getStatic: api(`GET ${at.static}`, "site", anyone),
  getOpenapi: api(`GET ${at.openapi}`, "site", anyone),
  getHealth: api("GET /health", "site", anyone),
  getRobots: api("GET /robots.txt", "site", anyone),
  getSecurity: api("GET /.well-known/security.txt", "site", anyone),

  // The office's lists, as pages and as files.
  getLists: api(`GET ${at.listsJson}`, "documents", anyone),
  getListsFeed: api(`GET ${at.listsFeed}`, "documents", anyone),
  getListFile: api(`GET ${at.listFile}`, "documents", anyone, { limit: FEW }),
  getOfficialListsPage: page(`GET ${at.lists}`, "documents", anyone),
  getOfficialListPage: page(`GET ${at.list}`, "documents", anyone),

  // Results. A path parameter takes a whole segment, so that `M.pb` is one.
  getResults: api(`GET ${at.resultsJson}`, "results", anyone),
  getResultsCsv: api(`GET ${at.resultsCsv}`, "results", anyone),
  getPackage: api(`GET ${at.resultsPackage}`, "results", anyone),
  getPoolPb: api(`GET ${at.poolPb}`, "results", anyone),
  getWhatIf: api("GET /v1/cycles/{cycleId}/results/what-if", "results", anyone, { limit: FEW }),
  getStaffWhatIf: api(
    "GET /v1/staff/cycles/{cycleId}/what-if",
    "results",
    staff("coordinator", "commission", "auditor"),
  ),
  getSigningKey: api(`GET ${at.signingKey}`, "results", anyone),
  getCatalog: api(`GET ${at.catalog}`, "results", anyone),
  getResultsListPage: page(`GET ${at.results}`, "results", anyone),
  getResultsPage: page(`GET ${at.cycleResults}`, "results", anyone),
  getPoolResultsPage: page(`GET ${at.poolResults}`, "results", anyone),
  getWhatIfPage: page(`GET ${at.whatIf}`, "results", anyone, { limit: FEW }),
} as const;
