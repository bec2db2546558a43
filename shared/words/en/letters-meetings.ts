import type { WhenAndWhere } from "../../domain/meeting/meeting.ts";
import { doorCodeOf } from "../../domain/meeting/signup.ts";
import { formatsOf } from "../format.ts";
import type { LetterTexts } from "../letter-words.ts";
import { frame } from "./frame.ts";

const f = formatsOf("en-GB");

type Texts = Pick<
  LetterTexts,
  | "meeting/confirm"
  | "meeting/seat"
  | "meeting/waiting"
  | "meeting/moved-up"
  | "meeting/changed"
  | "meeting/cancelled"
>;

const when = ({ startsAt, endsAt }: WhenAndWhere): string => `${f.moment(startsAt)}–${f.time(endsAt)}`;

const where = ({ place }: WhenAndWhere): string => `${place.name}, ${place.address}`;

const seatsOf = (count: number): string => `${count} ${f.plural(count, { one: "place", other: "places" })}`;

const details = ({
  event,
  accessibility,
  seats,
  signupId,
  position,
}: Parameters<Texts["meeting/seat"]>[0]) => ({
  items: [
    `Meeting: ${event.title}`,
    `When: ${when(event)}`,
    `Where: ${where(event)}`,
    `Signed up: ${seatsOf(seats)}`,
    ...(accessibility === null ? [] : [`Access: ${accessibility}`]),
    ...(signupId === undefined
      ? []
      : [`Sign-up number: ${signupId}`, `Code for the door: ${doorCodeOf(signupId)}`]),
    ...(position === undefined ? [] : [`Place in order: ${position}`]),
  ],
});

const why = "You get this message because this address was given in a sign-up for a meeting.";
const calendar = "A calendar entry is attached.";
const giveBack = "Can you not come? Give your place back. The next person on the waiting list gets it.";

export const meetingLetters: Texts = {
  "meeting/confirm": ({ until, ...facts }) => ({
    subject: `Confirm your sign-up: meeting on ${f.shortDay(facts.event.startsAt)}`,
    first: `Confirm your sign-up ${frame.until(until)}.`,
    parts: [
      "You have no place at the meeting yet. You get one when you confirm. What counts is the order of confirming.",
      details(facts),
    ],
    button: "Confirm the sign-up",
    why: `${why} If it was not you, do nothing.`,
  }),
  "meeting/seat": (facts) => ({
    subject: `You are signed up: meeting on ${f.shortDay(facts.event.startsAt)}`,
    first: `You have a place at the meeting: ${when(facts.event)}.`,
    parts: ["These are the details:", details(facts), giveBack, calendar],
    button: "See your place or give it back",
    why,
  }),
  "meeting/waiting": (facts) => ({
    subject: `Waiting list: meeting on ${f.shortDay(facts.event.startsAt)}`,
    first: "You are on the waiting list.",
    parts: [
      "All places at the meeting are taken. When somebody gives a place back, the next person on the list gets it. We will write to you then.",
      details(facts),
      "The link shows your present place in order. You can leave the list there too.",
    ],
    button: "See your place on the list",
    why,
  }),
  "meeting/moved-up": (facts) => ({
    subject: `You have a place: meeting on ${f.shortDay(facts.event.startsAt)}`,
    first: `A place is free and it is yours: ${when(facts.event)}.`,
    parts: [
      "You have left the waiting list and have a place at the meeting.",
      details(facts),
      giveBack,
      calendar,
    ],
    button: "See your place or give it back",
    why,
  }),
  "meeting/changed": ({ before, ...facts }) => ({
    subject: `Changed: meeting on ${f.shortDay(before.startsAt)}`,
    first: `New time or place: ${when(facts.event)}.`,
    parts: [
      "We changed the meeting that this address is signed up for.",
      { items: [...details(facts).items, `Before the change: ${when(before)}, ${where(before)}`] },
      "Your sign-up still holds. If the change does not suit you, give your place back.",
      calendar,
    ],
    button: "See your place or give it back",
    why,
  }),
  "meeting/cancelled": ({ event, reason }) => ({
    subject: `Cancelled: meeting on ${f.shortDay(event.startsAt)}`,
    first: `The meeting is cancelled: ${when(event)}.`,
    parts: [
      `The meeting “${event.title}” will not take place.`,
      `Reason: ${reason}`,
      "You do not have to do anything. The attached entry removes the meeting from your calendar.",
    ],
    button: "See other meetings",
    why,
  }),
};
