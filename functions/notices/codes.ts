import { codesOf } from "../../shared/acts/voter-keys.ts";
import { type Notice, notice } from "../../shared/domain/notice/notice.ts";
import { log } from "../../shared/platform/log.ts";
import { partsOf } from "../../shared/store/keys.ts";
import { waitingAgain } from "../../shared/store/notices.ts";
import { VoterSession } from "../../shared/store/voter-sessions.ts";
import type { Run } from "./run.ts";
import type { Source } from "./source.ts";

/**
 * What whoever is not found is told, by the same way and as soon as a code would be: it says what the code's absence says, and how to go on.
 * The day's letters that are kept for codes are not for it.
 */
const adviceTo = async (
  { cycleId, contact, language, codeExpiresAt, advised: ways }: VoterSession,
  { cycle, deps: { system }, hasRoomFor }: Run,
): Promise<Notice | null> => {
  if (!ways || codeExpiresAt <= system.now() || !(await hasRoomFor("decisions"))) return null;
  const { statement } = (await cycle(cycleId)).ruleSet.identity;
  return notice("voting/no-match", contact, language, { hasStatement: statement !== null, ways });
};

/** Voter sessions that wait for their code; those of nobody on the roll get advice, where there is any for that mailbox. The code is in no table: it is worked out here again, for its letter. */
export const codes: Source = {
  of: "codes",
  promise: "code",
  isTimed: true,
  lane: "codes",
  noticeOf: async ({ key, item }, run) => {
    const { system, vault } = run.deps;
    const session = VoterSession.parse(item);
    const { cycleId, voter, contact, language, codeExpiresAt } = session;
    if (!voter) return adviceTo(session, run);
    if (codeExpiresAt <= system.now()) {
      log.error({ event: "notice/code-too-late", cycleId });
      return null;
    }
    const [sessionHash = ""] = partsOf(key);
    const { digits } = (await run.cycle(cycleId)).ruleSet.voterCodes;
    const [code = ""] = await codesOf(vault, { cycleId, sessionHash, codeExpiresAt }, digits);
    return notice("voting/code", contact, language, { code, until: codeExpiresAt });
  },
  keptUntil: ({ item }) => VoterSession.parse(item).expiresAt,
  lapsed: ({ item }) => {
    const { voter, contact } = VoterSession.parse(item);
    return voter && { kind: "voting/code", to: contact };
  },
  waitAgain: ({ key }, { due, tries }) => waitingAgain(key, "codes", due, tries),
};
