import { pathTo } from "../../domain/addresses.ts";
import { qrCode } from "../components/qr-code.ts";
import { type Html, html } from "../html.ts";
import { type Frame, link } from "../layout.ts";

/**
 * A receipt to take along: a code for a phone, a link, a print. The number stands behind `#`, which a browser sends to nobody, so that no log
 * has it.
 */
export const takeAlong = (frame: Frame, receipt: string, siteUrl: string): Html => {
  const w = frame.words.ballot.receipt;
  const address = `${siteUrl}${link(frame, pathTo("voteCheck"))}#${receipt}`;
  return html`<p>${qrCode(address, w.qr)}</p>
<p><a href="${address}">${w.link}</a></p>
<p><button class="button second" type="button" data-print hidden>${w.print}</button></p>`;
};
