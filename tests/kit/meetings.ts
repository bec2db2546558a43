/** What the schemas of meetings cannot say of what is sent to them by chance. */
import type { Chance } from "./chance.ts";

type Body = Record<string, unknown>;

const mailbox = (chance: Chance): string => `${chance.text("abcdefghij", 14)}@example.com`;

export const MEETING_SENSE = {
  postMeeting: (body: Body, city: { readonly later: (days: number) => string }, chance: Chance) => {
    const {
      consultationId: _one,
      cycleId: _other,
      signupClosesAt: _closes,
      district: _district,
      kind: _kind,
      audience: _audience,
      ...rest
    } = body;
    const start = chance.between(1, 1000);
    return {
      ...rest,
      kind: "consultation",
      audience: chance.one(["public", "staff", "invited"]),
      startsAt: city.later(start),
      endsAt: city.later(start + chance.between(1, 5)),
    };
  },
  postSignup: (body: Body, _city: unknown, chance: Chance) => ({ ...body, email: mailbox(chance) }),
  postNeedAnswer: (body: Body) => ({ ...body, need: "loop", text: "W pierwszym rzędzie" }),
  postStaffSignup: ({ topic: _topic, ...body }: Body, _city: unknown, chance: Chance) => ({
    ...body,
    email: mailbox(chance),
  }),
};
