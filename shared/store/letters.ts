import { z } from "zod";
import type { LetterId } from "../domain/ids.ts";
import { stateAfter } from "../domain/lifecycle.ts";
import { GIVEN_UP, GivenUpLetter, workOfLetter } from "../domain/notice/given-up.ts";
import { readNotice } from "../domain/notice/notice.ts";
import { refusal } from "../domain/refusals.ts";
import { epochSeconds, plusSeconds } from "../domain/time.ts";
import { keys } from "./keys.ts";
import { pendingSince } from "./notices.ts";
import type { Table } from "./table.ts";
import { WAITS_NO_MORE, waits } from "./work.ts";
import { create, leaving, update, type Write } from "./write.ts";

const Any = z.looseObject({});

const KEPT_SECONDS = 90 * 86_400;

const done = () => refusal("letter/done", {});

/** The record that a letter was given up, which waits for somebody of the office; without a word of whom it was for. */
export const givenUp = (letter: GivenUpLetter): Write =>
  create({
    key: keys.letter(letter.id),
    item: {
      ...letter,
      ...waits(workOfLetter(letter)),
      expiresAtSeconds: epochSeconds(plusSeconds(letter.at, KEPT_SECONDS)),
    },
  });

/** Letters that were given up, and what the office did about them. */
export const openLetters = (table: Table) => ({
  get: (id: LetterId): Promise<GivenUpLetter | undefined> => table.get(keys.letter(id), GivenUpLetter),

  /** The letter itself as it lies in the outbox; undefined once it has left, or is deleted with its address. */
  notice: async ({ event }: Pick<GivenUpLetter, "event">) => {
    const item = await table.get(keys.notice(event), Any);
    return item?.facts === undefined ? undefined : readNotice(item);
  },

  /** The office has told otherwise, or sends it again: then the letter waits in the outbox anew, if it is still there. */
  settle: (
    { id, event }: GivenUpLetter,
    how: "send" | "deal",
    settled: NonNullable<GivenUpLetter["settled"]>,
  ): Write[] => [
    update({
      key: keys.letter(id),
      set: { state: stateAfter(GIVEN_UP, how), settled },
      remove: WAITS_NO_MORE,
      when: leaving(GIVEN_UP, how),
      otherwise: done,
    }),
    ...(how === "send"
      ? [
          update({
            key: keys.notice(event),
            set: { ...pendingSince("notices", settled.at), letterTries: 0 },
            remove: ["untold"],
            when: { text: "attribute_exists(#untold)" },
            otherwise: () => refusal("letter/deleted", {}),
          }),
        ]
      : []),
  ],
});
