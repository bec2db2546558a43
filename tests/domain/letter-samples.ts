import type { MeetingLetterFacts } from "../../shared/domain/meeting/letter-facts.ts";
import type { NoticeFacts, NoticeKind } from "../../shared/domain/notice/notice.ts";

/** What a resident could type to break a letter: markup, quotes, a word longer than a line. */
export const SPITEFUL = `<script>alert("x")</script> & 'Żółw' ${"dłuuugo".repeat(25)}`;

const meeting: MeetingLetterFacts = {
  event: {
    id: "mtg_7k3m9x2qav5d8r1t",
    title: SPITEFUL,
    startsAt: "2027-09-23T15:00:00.000Z",
    endsAt: "2027-09-23T17:00:00.000Z",
    place: { name: SPITEFUL, address: "ul. Młyńska 4, Katowice" },
    description: SPITEFUL,
    url: "https://bo.katowice.example/spotkania/mtg_7k3m9x2qav5d8r1t",
    sequence: 1,
    isCancelled: false,
    changedAt: "2027-08-01T08:00:00.000Z",
  },
  accessibility: `${SPITEFUL}\nwejście bez schodów`,
  seats: 2,
  link: "/zapis/sealed-token",
};

/** Facts for each kind of notice, as unkind as people can make them. A kind without a sample does not compile. */
export const SAMPLES: { readonly [K in NoticeKind]: NoticeFacts[K] } = {
  "voting/code": { code: "012345", until: "2027-09-10T08:29:00.000Z" },
  "voting/recorded": { edition: "XIV", resultsBy: "2027-09-30T10:00:00.000Z" },
  "meeting/seat": meeting,
  "meeting/waiting": meeting,
  "meeting/moved-up": meeting,
  "meeting/changed": {
    ...meeting,
    before: {
      startsAt: "2027-09-22T15:00:00.000Z",
      endsAt: "2027-09-22T17:00:00.000Z",
      place: { name: SPITEFUL, address: "Rynek 1" },
    },
  },
  "meeting/cancelled": { ...meeting, event: { ...meeting.event, isCancelled: true }, reason: SPITEFUL },
};

export const KINDS = Object.keys(SAMPLES) as NoticeKind[];
