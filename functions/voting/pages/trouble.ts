import { troubleView } from "../../../shared/pages/voting/trouble.ts";
import type { AnySpec } from "../../../shared/platform/endpoint.ts";

type RefusedPage = NonNullable<AnySpec["refused"]>;

const trouble =
  (isBallot: boolean): RefusedPage =>
  (refusal, frame, { site: { contactAddress }, system }, again) =>
    troubleView(refusal, frame, { now: system.now(), contactAddress, isBallot, again });

/** What every page of the vote answers when it cannot go on. */
export const refused = trouble(false);

/** What is answered to a ballot that is not taken: that it was not recorded, too. */
export const refusedBallot = trouble(true);
