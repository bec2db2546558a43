/**
 * A guardian goes on with the next child: where the codes go stays, sealed, in their own browser, from the code of one child to the receipt and
 * a little beyond it. The statement is made anew for each child, and nothing of the child before is kept.
 */
import { z } from "zod";
import type { CycleId } from "../../../shared/domain/ids.ts";
import type { Seconds } from "../../../shared/domain/time.ts";
import type { Deps } from "../../../shared/platform/deps.ts";
import { draftIn } from "../../../shared/platform/draft.ts";
import type { Request } from "../../../shared/platform/endpoint.ts";
import { GUARDIAN_COOKIE } from "./cookies.ts";

/** From the receipt on. */
const KEPT_SECONDS = 900;

const GUARDIAN = draftIn({
  cookie: GUARDIAN_COOKIE,
  lifetimeSeconds: KEPT_SECONDS,
  holds: z.object({ contact: z.string().min(1) }),
});

/** The cookie, as a list; none for who came without a contact. */
export const keepGuardian = async (
  cycleId: CycleId,
  contact: string | undefined,
  deps: Deps,
  seconds?: Seconds,
): Promise<string[]> => {
  const kept = contact ? await GUARDIAN.keep(cycleId, { contact }, deps, seconds) : undefined;
  return kept === undefined ? [] : [kept];
};

export const guardianContact = async (
  cycleId: CycleId,
  request: Pick<Request, "cookie">,
  deps: Deps,
): Promise<string | undefined> => (await GUARDIAN.read(cycleId, request, deps))?.contact;
