import type { MeetingId } from "../../domain/ids.ts";
import { refusal } from "../../domain/refusals.ts";
import { ok, type Result } from "../../domain/result.ts";
import { epochSeconds, type Instant } from "../../domain/time.ts";
import { keys } from "../../store/keys.ts";
import type { Table } from "../../store/table.ts";
import { create, remove, type Write } from "../../store/write.ts";
import { CheckIn } from "./rules.ts";

/** So long after the meeting they are kept: as long as the sign-ups that they name. */
const KEPT_SECONDS = 30 * 86_400;

export const openCheckIns = (table: Pick<Table, "query" | "write">) => ({
  of: async (id: MeetingId): Promise<CheckIn[]> =>
    (await table.query(keys.checkIn(id, "").pk, CheckIn, { consistent: true })).items,

  /** Takes back what was noted by mistake; taken back already is as good. */
  takeBack: async (id: MeetingId, name: string, also: readonly Write[]): Promise<Result<void>> => {
    const taken = await table.write([
      remove({
        key: keys.checkIn(id, name),
        when: { text: "attribute_exists(#pk)" },
        otherwise: () => refusal("thing/not-found", {}),
      }),
      ...also,
    ]);
    return taken.ok || taken.refusal.code === "thing/not-found" ? ok(undefined) : taken;
  },

  /** Notes somebody once: two devices at one door count nobody twice. */
  note: async (
    id: MeetingId,
    checkIn: CheckIn,
    { endsAt, also }: { readonly endsAt: Instant; readonly also: readonly Write[] },
  ): Promise<Result<void>> => {
    const item = { ...checkIn, expiresAtSeconds: epochSeconds(endsAt) + KEPT_SECONDS };
    const otherwise = () => refusal("request/key-reused", {});
    const noted = await table.write([
      create({ key: keys.checkIn(id, checkIn.id), item, otherwise }),
      ...also,
    ]);
    return noted.ok || noted.refusal.code === "request/key-reused" ? ok(undefined) : noted;
  },
});
