import { formatsOf } from "../../words/format.ts";
import type { MeetingWords } from "./words.pl.ts";

const f = formatsOf("en-GB");

const why = "You get this message because this address was given in a sign-up for a meeting.";

const meetingOn = ({ title, startsAt }: { readonly title: string; readonly startsAt: string }): string =>
  `Meeting: ${title}, ${f.moment(startsAt)}`;

export const en: MeetingWords = {
  audiences: {
    public: "everybody",
    district: "residents of the district",
    invited: "people who are invited",
    press: "media with accreditation",
    visit: "one person at the consultation point",
    staff: "staff alone",
  },
  needs: {
    "sign-language": "sign language interpreter",
    wheelchair: "space for a wheelchair",
    loop: "induction loop",
    childcare: "care for a child",
    other: "another need",
  },
  letters: {
    offered: (meeting, seats, until) => ({
      subject: `A free place: meeting on ${f.shortDay(meeting.startsAt)}`,
      first: `The place is yours if you accept it by ${f.moment(until)}.`,
      parts: [
        { items: [meetingOn(meeting), `Number of people: ${f.number(seats)}`] },
        "Whoever does not answer in time leaves the list, and the next person gets the place.",
      ],
      button: "Accept the place or give it up",
      why,
    }),
    lapsed: (meeting) => ({
      subject: `The place has gone: meeting on ${f.shortDay(meeting.startsAt)}`,
      first: "The time to accept the place that waited for you is over.",
      parts: [meetingOn(meeting), "The next person got the place. You can sign up again."],
      button: "See the meeting",
      why,
    }),
    reminder: (meeting) => ({
      subject: `Reminder: meeting on ${f.shortDay(meeting.startsAt)}`,
      first: `You have a place at the meeting: ${f.moment(meeting.startsAt)}.`,
      parts: [
        { items: [meetingOn(meeting), `Where: ${meeting.place.name}, ${meeting.place.address}`] },
        "Can you not come? Give your place back. Somebody on the waiting list gets it.",
      ],
      button: "See your place or give it back",
      why,
    }),
    need: (meeting, need, verdict, text) => ({
      subject: `What you need: meeting on ${f.shortDay(meeting.startsAt)}`,
      first:
        verdict === "arranged"
          ? `The office has arranged it: ${need}.`
          : `The office cannot arrange it: ${need}.`,
      parts: [meetingOn(meeting), ...(text === undefined ? [] : [text])],
      button: "See your sign-up",
      why,
    }),
  },
  office: {
    dueClock: (title) => `Dates of a meeting: ${title}`,
    needs: "What people need",
    needsHint:
      "These are data of health. Each opening of this list is recorded. They go the day after the meeting.",
    needsCaption: "Needs, those that wait for an answer first",
    needsOf: (name) => `Needs: ${name}`,
    noNeeds: "Nobody has asked for anything.",
    dueNeeds: (title) => `Answer what somebody needs: ${title}`,
    dueCall: (title) => `Call somebody without an e-mail address: ${title}`,
    state: "State",
    waits: "waits for an answer",
    answered: "answered",
    verdicts: { arranged: "arranged", cannot: "cannot be arranged" },
    questions: "Questions handed in before the meeting",
    questionsHint: "Without names. They are not public: what the minutes say is public.",
    noQuestions: "Nobody has handed in a question.",
    noTopic: "On the whole meeting",
    person: {
      toCall: "Call: the place of this person or the meeting has changed.",
      place: "Place",
      offer: "A place waits to be accepted",
      places: {
        seat: (position) => `has a place, number ${f.number(position)}`,
        waiting: (position) => `waits, number ${f.number(position)}`,
      },
      neither: "no address and no phone",
    },
    title: "Meetings: the office",
    add: "Add a meeting",
    caption: "Meetings, the nearest first",
    columns: ["Meeting", "When", "Taken", "Waiting list", "State"],
    taken: (taken, capacity) => `${f.number(taken)} of ${f.number(capacity)}`,
    count: (count) => f.number(count),
    over: "over",
    kind: "Kind",
    audience: "For whom",
    door: "Door: who has come",
    minutes: "Minutes and motions in writing",
    signup: "Sign somebody up by phone or at the desk",
    seePublic: "See the residents' page",
    list: {
      heading: "List for the door",
      caption: "People with a place, in order of sign-up",
      waiting: "Waiting list, in order",
      columns: ["No.", "Person", "People", "Needs", "Present"],
      code: "Code",
      email: "E-mail or phone",
      empty: "Nobody has signed up yet.",
      show: "Show names",
      showHint: "That names are shown or the file is downloaded is recorded.",
      hide: "Hide names",
      file: "Download the list (CSV)",
      fileColumns: ["place", "no.", "name", "e-mail or phone", "people", "needs", "code"],
      filePlaces: { seat: "seat", waiting: "waiting list" },
    },
    fields: {
      kind: { label: "Kind" },
      audience: { label: "For whom" },
      title: { label: "Title" },
      startsAt: { label: "Start" },
      endsAt: { label: "End" },
      placeName: { label: "Name of the place" },
      placeAddress: { label: "Address" },
      accessibility: {
        label: "Accessibility of the place",
        hint: "Step-free entrance, lift, induction loop, sign language.",
      },
      agenda: { label: "What the meeting is about" },
      items: {
        label: "Agenda, a point on a line",
        hint: "Time, point and, after a |, who speaks, such as 17:05 Plans of the park | Anna Nowak.",
      },
      district: { label: "District", none: "The whole city" },
      cycle: { label: "Edition of the budget", none: "No edition" },
      consultation: { label: "Consultation", none: "No consultation" },
      capacity: { label: "Number of places" },
      signupClosesAt: { label: "End of sign-up", hint: "Left empty: sign-up until the meeting starts." },
      answer: {
        need: { label: "Need" },
        verdict: { label: "Answer" },
        text: { label: "Details", hint: "If it cannot be arranged, say what there is instead." },
      },
      signup: {
        name: { label: "Full name" },
        seats: { label: "How many people come" },
        email: { label: "E-mail address", hint: "Without one you say the code aloud." },
        phone: { label: "Phone", hint: "For a call when something changes." },
        helps: { label: "What to arrange" },
        needs: { label: "Another need" },
        topic: { label: "Point of the agenda that the question is about", none: "The whole meeting" },
        question: { label: "Question for the meeting" },
      },
      reason: { label: "The reason, for those who signed up" },
    },
  },
  states: { planned: "planned", cancelled: "cancelled" },
  blockers: { over: "The meeting is over." },
  acts: {
    signUp: {
      title: "Sign somebody up for the meeting",
      hint: "The place is taken at once. Whoever has an address gets a letter.",
      submit: "Sign the person up",
    },
    acceptOffer: { title: "Accept the place for this person", submit: "Accept the place" },
    called: { title: "After the call", submit: "Note the call" },
    signOff: {
      title: "Sign this person off",
      hint: "The place goes at once to the next person on the list.",
      submit: "Sign off",
    },
    answerNeed: {
      title: "Answer",
      hint: "Whoever gave an address gets the answer by mail.",
      submit: "Save the answer",
    },
    add: { title: "New meeting", submit: "Save" },
    change: {
      title: "Change the meeting",
      hint: "Those who signed up will be told of a new date or place.",
      submit: "Save",
    },
    cancel: {
      title: "Cancel the meeting",
      hint: "Everybody who signed up gets a message with the reason. This cannot be undone.",
      submit: "Cancel the meeting",
    },
  },
  item: (at, title, speaker) => `${at} ${title}${speaker === undefined ? "" : ` (${speaker})`}`,
  at: (at) => f.moment(at),
};
