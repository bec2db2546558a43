import type { Endpoint } from "../../../shared/platform/endpoint.ts";
import { getBallotPage, getListPage, postBallotPage } from "./ballot-page.ts";
import { postCastPage } from "./cast-page.ts";
import { getCheckPage, postCheckPage } from "./check-page.ts";
import { getCodePage, postCodePage } from "./code-page.ts";
import { getStartPage } from "./get-start-page.ts";
import { getIdentityPage, postIdentityPage } from "./identity-page.ts";
import { getReceiptPage } from "./receipt-page.ts";

/** The way of a vote, page by page. */
export const pages: readonly Endpoint[] = [
  getStartPage,
  getIdentityPage,
  postIdentityPage,
  getCodePage,
  postCodePage,
  getListPage,
  getBallotPage,
  postBallotPage,
  postCastPage,
  getReceiptPage,
  getCheckPage,
  postCheckPage,
];
