import { z } from "zod";
import type { Lifecycle } from "../lifecycle.ts";

/** What a proposal is checked for: its form, and then its merits. */
export const CheckStage = z.enum(["formal", "merit"]).meta({ id: "CheckStage" });
export type CheckStage = z.infer<typeof CheckStage>;

/** Where a card of a check stands. The status that residents see does not move with it: that is the publication's. */
export const CardState = z
  .enum(["assigned", "called", "answered", "unanswered", "to-accept", "accepted", "published"])
  .meta({ id: "CheckCardState" });
export type CardState = z.infer<typeof CardState>;

type CardEvent = "fill" | "call" | "answer" | "lapse" | "accept" | "return" | "publish";

/**
 * The moves of a card. Whoever accepts it may give it back, also after having accepted, until it is published; and from there an appeal that is
 * upheld brings it back.
 */
export const CARD_STAGES: Lifecycle<CardState, CardEvent> = {
  assigned: { fill: "to-accept", call: "called" },
  called: { answer: "answered", lapse: "unanswered" },
  answered: { fill: "to-accept", call: "called" },
  // What a clerk keys may have come in time.
  unanswered: { fill: "to-accept", answer: "answered" },
  "to-accept": { accept: "accepted", return: "assigned" },
  accepted: { publish: "published", return: "assigned" },
  published: { return: "assigned" },
};

/** Where an appeal against what a check found stands. */
export const AppealState = z
  .enum(["filed", "to-accept", "accepted", "published"])
  .meta({ id: "AppealState" });
export type AppealState = z.infer<typeof AppealState>;

type AppealEvent = "decide" | "accept" | "return" | "publish";

/** The moves of an appeal. One that was published comes back where the office finds its own error. */
export const APPEAL_STAGES: Lifecycle<AppealState, AppealEvent> = {
  filed: { decide: "to-accept" },
  "to-accept": { accept: "accepted", return: "filed" },
  accepted: { publish: "published", return: "filed" },
  published: { return: "filed" },
};

/** Where the opinion stands that a unit was asked for. */
export const OpinionState = z
  .enum(["asked", "writing", "to-accept", "accepted", "handed-on", "sent-back", "withdrawn"])
  .meta({ id: "OpinionState" });
export type OpinionState = z.infer<typeof OpinionState>;

export type OpinionEvent =
  | "ask"
  | "take"
  | "release"
  | "give"
  | "accept"
  | "return"
  | "hand-on"
  | "send-back"
  | "withdraw";

/**
 * The moves of an opinion. A unit hands it on to another one, or sends it back to whoever asked; who asked takes the question back. From each of
 * these the unit may be asked again, and for a new opinion too.
 */
export const OPINION_STAGES: Lifecycle<OpinionState, OpinionEvent> = {
  asked: {
    take: "writing",
    give: "to-accept",
    "hand-on": "handed-on",
    "send-back": "sent-back",
    withdraw: "withdrawn",
  },
  writing: {
    take: "writing",
    release: "asked",
    give: "to-accept",
    "hand-on": "handed-on",
    "send-back": "sent-back",
    withdraw: "withdrawn",
  },
  "to-accept": { accept: "accepted", return: "writing", withdraw: "withdrawn" },
  accepted: { ask: "asked" },
  "handed-on": { ask: "asked" },
  "sent-back": { ask: "asked", withdraw: "withdrawn" },
  withdrawn: { ask: "asked" },
};
