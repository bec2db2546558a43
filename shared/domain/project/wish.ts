import { z } from "zod";
import { ArrivedBy } from "../intake/register.ts";
import { type Issue, notValid } from "../refusals.ts";
import { ok, type Result, refused } from "../result.ts";
import { line, mayBeEmpty } from "../text.ts";
import { dayOf, Instant, plusSeconds } from "../time.ts";
import type { Project } from "./project.ts";

export const WishBy = ArrivedBy.exclude(["online"]);
export type WishBy = z.infer<typeof WishBy>;

/** How the office had an author's wish; what came otherwise than at the desk has a number in the office's books. */
export const Wish = z.strictObject({
  arrivedBy: WishBy,
  arrivedAt: Instant.meta({ description: "The moment at which the office had it" }),
  mark: mayBeEmpty(line(60)).meta({
    description: "Its number in the office's books; at the desk there may be none",
  }),
});
export type Wish = z.infer<typeof Wish>;

/** A form types no finer. */
const MINUTE_SECONDS = 60;

const wrong = (issue: Issue) => refused(notValid([issue]));

/** Whether a wish can have come so: after the proposal it is about, and not in the future. */
export const checkWish = (
  { arrivedBy, arrivedAt, mark }: Wish,
  { submittedAt }: Pick<Project, "submittedAt">,
  now: Instant,
): Result<void> => {
  if (arrivedBy !== "desk" && mark === undefined) return wrong({ pointer: "/mark", rule: "required" });
  if (arrivedAt > now) return wrong({ pointer: "/arrivedAt", rule: "too-late", limit: dayOf(now) });
  if (arrivedAt < plusSeconds(submittedAt, -MINUTE_SECONDS))
    return wrong({ pointer: "/arrivedAt", rule: "too-early", limit: dayOf(submittedAt) });
  return ok(undefined);
};
