import { z } from "zod";

/** What an operator says of one deployment, by `-c NAME=VALUE` on its command line. */
const Release = z.object({
  /** Why it is made though a vote is open; without a reason such a deployment goes back by itself. */
  "during-a-vote": z.string().trim().min(10).max(200).optional(),
  /** All at once, whatever alarms ring: the way back from a release that makes them ring. */
  shift: z.literal("at-once").optional(),
});

export interface Release {
  readonly duringAVote: string | undefined;
  readonly isAtOnce: boolean;
}

/** What the context of the app says of this deployment. */
export const readRelease = (context: (name: string) => unknown): Release => {
  const said = Release.safeParse({ "during-a-vote": context("during-a-vote"), shift: context("shift") });
  if (!said.success)
    throw new Error(
      'Say -c during-a-vote="REASON" with a reason of 10 to 200 letters, or -c shift=at-once, or neither.',
    );
  return { duringAVote: said.data["during-a-vote"], isAtOnce: said.data.shift !== undefined };
};
