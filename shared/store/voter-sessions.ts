import { z } from "zod";
import { type CycleId, VoteId } from "../domain/ids.ts";
import { Language } from "../domain/languages.ts";
import { type Refusal, refusal } from "../domain/refusals.ts";
import { ok, type Result } from "../domain/result.ts";
import { epochSeconds, Instant, type LocalDate } from "../domain/time.ts";
import { OtherWay } from "../domain/voting/other-ways.ts";
import { keys } from "./keys.ts";
import { pendingSince } from "./notices.ts";
import type { Table } from "./table.ts";
import { put, remove, update, type Write } from "./write.ts";

/** A voter between identity and ballot; of an age only if it is great enough to say something (`COUNTED_AGE`). Without a `voter` nobody was found: the session looks and behaves the same, and no code fits it. */
export const VoterSession = z.object({
  cycleId: VoteId,
  voter: z
    .object({
      key: z.string(),
      district: z.string(),
      /** Only from the age on that signals count. */
      age: z.int().optional(),
    })
    .optional(),
  /** Nobody was found, and in place of a code a letter says how to go on, and which other ways there are. */
  advised: z.array(OtherWay).optional(),
  /** Below the age at which one votes alone, as far as the facts that were typed tell: on the roll or not. */
  isChild: z.literal(true).optional(),
  /** A guardian has said that they vote with this child. */
  guardian: z.literal(true).optional(),
  /** They have shown who they are by other means: no code is sent, and none is asked for. */
  proved: z.literal(true).optional(),
  /** Empty where none was given. */
  contact: z.string(),
  language: Language,
  codeExpiresAt: Instant,
  expiresAt: Instant,
  tries: z.int(),
  /**
   * How many codes may still be asked for in exchange, on the roll or not, and the keyed hash under which this person's to this contact are
   * counted. None without a code.
   */
  codes: z.object({ own: z.string(), left: z.int() }).optional(),
  /** The code is one in place of another. */
  resent: z.literal(true).optional(),
  confirmed: z.boolean(),
});
export type VoterSession = z.infer<typeof VoterSession>;

/** Where a voter is told that the ballot is recorded; gone once told. */
const VoterContact = z.object({ contact: z.string(), language: Language });

/** A session under a name that is free, or whose session is over and only not yet gone. */
const beginning = (
  sessionHash: string,
  session: VoterSession,
  now: Instant,
  otherwise?: () => Refusal,
): Write =>
  put({
    key: keys.voterSession(sessionHash),
    item: {
      ...session,
      ...(!session.proved && pendingSince("codes", now)),
      expiresAtSeconds: epochSeconds(session.expiresAt),
    },
    when: { text: "attribute_not_exists(#pk) OR #expiresAt <= :now", values: { now } },
    ...(otherwise && { otherwise }),
  });

export const openVoterSessions = (table: Table) => ({
  get: (sessionHash: string): Promise<VoterSession | undefined> =>
    table.get(keys.voterSession(sessionHash), VoterSession),

  /**
   * Opens a session, which waits for its code; one without a voter waits too, so that its writing takes as long, and is sent none. One that is
   * open already stays as it is, and no second code is sent.
   */
  open: async (sessionHash: string, session: VoterSession, now: Instant): Promise<Result<void>> => {
    const outcome = await table.write([
      beginning(sessionHash, session, now, () => refusal("request/key-reused", {})),
    ]);
    return !outcome.ok && outcome.refusal.code === "request/key-reused" ? ok(undefined) : outcome;
  },

  /** A new session in place of one whose code nobody has used: the old code, sent or not, is worth nothing from here on. */
  exchange: (before: string, after: string, session: VoterSession, now: Instant): Write[] => [
    remove({
      key: keys.voterSession(before),
      when: { text: "#confirmed = :no", values: { no: false } },
      otherwise: () => refusal("identity/expired", {}),
    }),
    beginning(after, session, now),
  ],

  /** A guardian says that they vote with the child whose session this is. */
  declare: (sessionHash: string, now: Instant): Promise<Result<void>> =>
    table.write([
      update({
        key: keys.voterSession(sessionHash),
        set: { guardian: true },
        when: { text: "#isChild = :yes AND #expiresAt > :now", values: { yes: true, now } },
        otherwise: () => refusal("identity/expired", {}),
      }),
    ]),

  miss: (sessionHash: string, limits: { tries: number }): Promise<Result<void>> =>
    table.write([
      update({
        key: keys.voterSession(sessionHash),
        add: { tries: 1 },
        when: { text: "#tries < :limit", values: { limit: limits.tries } },
        otherwise: () => refusal("voting/code", { triesLeft: 0 }),
      }),
    ]),

  /** The code was right: the session is confirmed, as long as tries were left. */
  confirm: (
    sessionHash: string,
    session: VoterSession,
    limits: { tries: number; expiresAt: Instant },
    also: readonly Write[] = [],
  ): Promise<Result<void>> =>
    table.write([
      ...also,
      update({
        key: keys.voterSession(sessionHash),
        set: {
          confirmed: true,
          expiresAt: limits.expiresAt,
          expiresAtSeconds: epochSeconds(limits.expiresAt),
        },
        when: { text: "#tries < :limit", values: { limit: limits.tries } },
        otherwise: () => refusal("voting/code", { triesLeft: 0 }),
      }),
      ...(session.voter && session.contact !== ""
        ? [
            put({
              key: keys.voterContact(session.cycleId, session.voter.key),
              item: {
                contact: session.contact,
                language: session.language,
                expiresAtSeconds: epochSeconds(limits.expiresAt) + CONTACT_KEPT_SECONDS,
              },
            }),
          ]
        : []),
    ]),

  /** The confirmed session of the ballot being cast goes with it: a code serves once. */
  spend: (sessionHash: string, now: Instant): Write =>
    remove({
      key: keys.voterSession(sessionHash),
      when: { text: "#confirmed = :yes AND #expiresAt > :now", values: { yes: true, now } },
      otherwise: () => refusal("identity/expired", {}),
    }),

  /**
   * That a guardian has declared to vote with a child: that, and the day. It stands under a hash of its own, which leads neither to the child's
   * marker nor to its ballot.
   */
  guardianWrite: (cycleId: CycleId, declaration: string, day: LocalDate): Write =>
    put({ key: keys.guardian(cycleId, declaration), item: { day } }),

  /** Where to tell a voter, for the one letter: it is removed with this reading. */
  takeContact: (cycleId: CycleId, voterKey: string) =>
    table.take(keys.voterContact(cycleId, voterKey), VoterContact),
});

/** A contact outlives its session a little, for the notice that the ballot is recorded. */
const CONTACT_KEPT_SECONDS = 86_400;
