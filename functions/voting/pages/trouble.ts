import { troubleView } from "../../../shared/pages/voting/trouble.ts";
import type { AnySpec } from "../../../shared/platform/endpoint.ts";

/** What every page of the vote answers when it cannot go on. */
export const refused: NonNullable<AnySpec["refused"]> = (refusal, frame, { site, system }) =>
  troubleView(refusal, frame, { now: system.now(), contactAddress: site.contactAddress });
