import { z } from "zod";
import { LocalDate } from "../instant.ts";
import { ofKind } from "../kind.ts";
import { type Issue, notValid, refusal } from "../refusals.ts";
import { ok, type Result, refused } from "../result.ts";
import { line } from "../text.ts";

/** Named by the city, short enough for a label on a box: `biblioteka-5`. */
export const PointId = ofKind<"point">()(
  z
    .string()
    .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/)
    .max(30)
    .meta({ id: "PointId", description: "A voting point of an edition", examples: ["biblioteka-5"] }),
);
export type PointId = z.infer<typeof PointId>;

/** A place of the city where one can vote with a clerk's help, or hand in a paper card. */
export const VotingPoint = z
  .strictObject({
    id: PointId,
    name: line(120),
    address: line(200),
    /** The hours as people read them: "pon.–pt. 10–18, sob. 10–15". */
    hours: line(200),
  })
  .meta({ id: "VotingPoint" });
export type VotingPoint = z.infer<typeof VotingPoint>;

export const VotingPoints = z.array(VotingPoint).max(200);

/** A clerk's help in casting a ballot: where, on which day, by whom, and whether the clerk filled it in. Nothing of the ballot. */
export const Help = z.object({
  point: PointId,
  day: LocalDate,
  clerk: z.string(),
  /** The voter asked the clerk to fill the ballot in. */
  filledIn: z.boolean(),
});
export type Help = z.infer<typeof Help>;

/** What is to replace the points of an edition. Once the vote is on, none may be left out: work was done under its name. */
export const checkPoints = (
  before: readonly VotingPoint[],
  after: readonly VotingPoint[],
  hasBegun: boolean,
): Result<readonly VotingPoint[]> => {
  const issues = after.flatMap(({ id }, index): Issue[] =>
    after.findIndex((one) => one.id === id) < index
      ? [{ pointer: `/points/${index}/id`, rule: "duplicate" }]
      : [],
  );
  if (issues.length > 0) return refused(notValid(issues, "/points"));
  const dropped = before.filter(({ id }) => !after.some((one) => one.id === id)).map(({ name }) => name);
  return hasBegun && dropped.length > 0
    ? refused(refusal("point/in-use", { points: dropped }, "/points"))
    : ok(after);
};
