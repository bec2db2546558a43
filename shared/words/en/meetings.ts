import { formatsOf } from "../format.ts";
import type { Words } from "../words.ts";
import { frame } from "./frame.ts";

const f = formatsOf("en-GB");

const places = (count: number): string =>
  `${f.number(count)} ${f.plural(count, { one: "place", other: "places" })}`;

export const meetings: Words["meetings"] = {
  title: "Meetings",
  lead: "Dates of meetings with residents. You can sign up without an account.",
  none: "There are no meetings that match.",
  filter: { district: "District", all: "All districts", submit: "Show meetings" },
  when: (startsAt, endsAt) => `${f.moment(startsAt)}–${f.time(endsAt)}`,
  left: (count, capacity) =>
    count === 0 ? "No places left" : `${f.number(count)} of ${places(capacity)} left`,
  waiting: (count) => `On the waiting list: ${f.number(count)}`,
  cancelled: "cancelled",
  over: "over",
  full: "waiting list",
  terms: {
    kind: "Kind",
    when: "When",
    where: "Where",
    accessibility: "Accessibility",
    district: "District",
    places: "Places",
    closes: "Sign-up",
    seats: "Number of people",
  },
  minutes: "See the minutes of the meeting",
  motions: "Hand in a motion for the minutes",
  about: "What the meeting is about",
  speaks: (speaker) => `speaks: ${speaker}`,
  agenda: "Agenda",
  consultation: "See the consultation that the meeting is about",
  calendar: "Add to calendar (ICS file)",
  cancelledBox: { title: "The meeting is cancelled", reason: (reason) => `Reason: ${reason}` },
  closed: (at) => `Sign-up closed ${f.deadline(at)}.`,
  overBox: "This meeting has taken place.",
  closes: (at) => frame.until(at),
  signup: {
    heading: "Sign up",
    headingFull: "Join the waiting list",
    fullLead: (waiting) =>
      waiting === 0
        ? "All places are taken. A place that becomes free goes to the first person on the list."
        : `All places are taken. Already on the waiting list: ${f.number(waiting)}.`,
    name: "Full name",
    email: "E-mail address",
    emailHint: "We will send a link to it. Use it to confirm.",
    seats: "How many people will come",
    seatsHint: (most) => `You included, at most ${f.number(most)}.`,
    helps: "What would help you take part?",
    help: {
      "sign-language": "sign language interpreter",
      wheelchair: "space for a wheelchair",
      loop: "induction loop",
      childcare: "care for a child",
    },
    needs: "Something else?",
    needsHint: "Say it briefly. The office answers whether it can arrange it.",
    kept: "We delete your details 30 days after the meeting.",
    submit: "Sign up",
    submitFull: "Join the waiting list",
    say: {
      "/name": "Enter your full name",
      "/email": "Enter an e-mail address like name@example.com",
      "/seats": "Choose how many people will come",
      "/needs": "Say more briefly what would help",
      "/helps": "Choose what would help",
    },
  },
  sent: {
    title: "Confirm your sign-up with the link",
    mailed: (email) => `We have sent a message to ${email}. The link in it works for a day.`,
    inOrder: "You get a place when you confirm. What counts is the order of confirming.",
    notComing: "No message? Check your spam folder, or sign up again with the same address.",
    back: "Back to the meeting",
  },
  confirm: {
    title: "Confirm your sign-up for the meeting",
    asked: (name, seats) => `Sign-up: ${name}, ${places(seats)}.`,
    needs: (text) => `What helps to take part: ${text}`,
    notYet: "You have no place yet. You get one when you confirm.",
    full: "All places are taken. When you confirm, you are on the waiting list.",
    submit: "Confirm the sign-up",
    notYou: "Not your sign-up? Do nothing. Without confirmation nobody is signed up.",
  },
  byOffice:
    "The office signs people up for this meeting. Call or write to the office. It enters people on the list itself.",
  ask: {
    heading: "Question for the meeting",
    question: "Your question for the meeting",
    hint: "At most 500 characters. Only those who hold the meeting see it.",
    topic: "What the question is about",
    wholeMeeting: "the whole meeting",
    submit: "Save the question",
    say: {
      "/question": "Shorten the question to 500 characters",
      "/topic": "Choose a point of the agenda",
    },
  },
  link: {
    offer: (until) => `A place waits for you ${frame.until(until)}`,
    offerHint: "If you do not accept it in time, the next person on the list gets it.",
    accept: "Accept the place",
    title: "Your sign-up for the meeting",
    seat: (seats) => `You have ${places(seats)}.`,
    waiting: (place) => `You are on the waiting list, your turn: ${f.number(place)}.`,
    seeYou: "Your sign-up is confirmed. See you there.",
    howWaiting:
      "A place that becomes free goes to the first on the list for whom there is room. We will write at once.",
    numbers: (id, position) => `Sign-up number: ${id}. Place in order: ${f.number(position)}.`,
    qr: (code) => `QR code for the door: ${code}`,
    code: (code) => `Code for the door: ${code}`,
    cancel: "Give my place back",
    leave: "Leave the list",
    cancelHint: "Whoever waits on the list gets the place at once. This cannot be undone.",
    gone: "You have no sign-up for this meeting",
    goneText: "The place has been given back. You can sign up again if there are places.",
    again: "See the meeting",
  },
};
