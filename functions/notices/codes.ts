import { codeOf } from "../../shared/acts/voter-keys.ts";
import { notice } from "../../shared/domain/notice/notice.ts";
import { log } from "../../shared/platform/log.ts";
import { partsOf } from "../../shared/store/keys.ts";
import { waitingAgain } from "../../shared/store/notices.ts";
import { VoterSession } from "../../shared/store/voter-sessions.ts";
import type { Source } from "./source.ts";

/** Voter sessions that wait for their code; those of nobody on the roll get none. The code is in no table: it is worked out here again, for its letter. */
export const codes: Source = {
  of: "codes",
  isTimed: true,
  goesFirst: true,
  hands: 8,
  noticeOf: async ({ key, item }, { deps: { system, vault }, cycle }) => {
    const { cycleId, voter, contact, language, codeExpiresAt } = VoterSession.parse(item);
    if (!voter) return null;
    if (codeExpiresAt <= system.now()) {
      log.error({ event: "notice/code-too-late", cycleId });
      return null;
    }
    const [sessionHash = ""] = partsOf(key);
    const { digits } = (await cycle(cycleId)).ruleSet.voterCodes;
    const code = codeOf((await vault.codes("codes")).current, { sessionHash, codeExpiresAt }, digits);
    return notice("voting/code", contact, language, { code, until: codeExpiresAt });
  },
  waitAgain: ({ key }, { due, tries }) => waitingAgain(key, "codes", due, tries),
};
