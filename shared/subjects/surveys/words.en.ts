import { formatsOf } from "../../words/format.ts";
import type { SurveyWords } from "./words.pl.ts";

const f = formatsOf("en-GB");
const people = (count: number): string => `${f.number(count)} ${count === 1 ? "person" : "people"}`;

export const en: SurveyWords = {
  title: "Surveys",
  lead: "Tell the city what you think. A survey takes a few minutes.",
  none: "There is no survey now.",
  states: { draft: "draft", announced: "announced", open: "open", ended: "closed", final: "final results" },
  dates: (from, to) => `Start: ${from}. End: ${to}.`,
  access: {
    anonymous: "This survey is anonymous. We do not keep who answers, nor from where.",
    address:
      "Each e-mail address can answer once. Answers are kept without the address, and nothing that is kept joins them.",
  },
  contact: (who) => `Questions about this survey are answered by: ${who}`,
  begin: "Start the survey",
  keptWhere:
    "Until you send your answers only your browser has them, for an hour from the last page at most.",
  notYet: (at) => `The survey starts: ${at}.`,
  over: "The survey is over.",
  seeResults: "See the results",
  email: "E-mail address",
  emailHint: "We will send the link to the survey there. The address is not kept with the answers.",
  sendLink: "Send the link",
  linkSent: "Check your mail",
  linkSentText:
    "If nobody has answered from this address yet, the link to the survey will come to it in a moment. If it does not, look into your spam, or go back and check the address.",
  step: (now, all) => `Question ${now} of ${all}`,
  onlyAfter: (question, option) => `only after the answer “${option}” to question ${question}`,
  next: "Next",
  before: "Back",
  change: "Change",
  check: "Check your answers",
  noAnswer: "no answer",
  send: "Send the answers",
  copy: "E-mail address, if you want to get your answers",
  copyHint:
    "Enter the address to which the link came. We send the answers once and do not keep them with the address.",
  otherAddress: "The link to this survey came to another address.",
  thanks: "Answers saved",
  copies: {
    sent: "We have sent your answers to this address.",
    failed: "The answers could not be sent. You can print this page.",
    once: "Answers are mailed once, the first time. You can print this page as well.",
  },
  print:
    "You can print or save this page. Your browser remembers it for 15 minutes; after that we cannot show what was answered.",
  changed: "Meanwhile the office has changed the questions. Check your answers once more.",
  answered: "This survey has been answered from this address already.",
  hints: {
    several: (most) => (most === null ? "You can choose several." : `You can choose up to ${most}.`),
    scale: "1 is the least, 5 the most.",
    ranking: "Enter 1 for the most important, 2 for the next and so on. You need not number all of them.",
    place: "Choose the district. You can add a street or a place.",
  },
  faults: {
    choose: "Choose an answer.",
    write: "Enter an answer.",
    ranking: "Enter numbers from 1 on, each at most once.",
    place: "Choose a district.",
  },
  district: "District",
  where: "Street or place",
  results: "Results",
  resultsOf: (title) => `Results: ${title}`,
  resultsHidden: "The results will be shown when the survey is over.",
  provisional:
    "These results are provisional. The numbers of a question are older than today's: new ones are added when each answer was chosen by at least 5 more people. So nobody works out another person's answer. The final results are shown after the end of the survey, when paper answers are entered too.",
  counted: (web, paper) => `Answers: ${people(web)} on line, ${people(paper)} on paper.`,
  revision: (number) => `Questions, version ${number}`,
  revisions:
    "The questions were changed during the survey. Each answer counts in the version that was answered.",
  few: "few",
  rest: "The other districts together",
  fewHint:
    "“Few” is fewer than 5 people, or a number from which such a one could be worked out. Districts that few people chose are told as one. It protects those who answered.",
  answeredBy: (count) => `This question was answered by ${people(count)}.`,
  shownLater:
    "Answers to this question are not shown yet: too few people chose one of them. They are shown with the final results at the latest.",
  answeredByFew: "How many answered this question is not told: a small number could be worked out from it.",
  texts: "Answers in people's own words are read by the office.",
  columns: { value: "Answer", count: "Number", share: "Share", mean: "Mean place" },
  csv: "Download the results (CSV)",
  file: ["version of questions", "question", "text", "answer", "number", "mean place"],
  letters: {
    link: (title) => ({
      subject: "Link to the survey",
      first: `The link to the survey “${title}”.`,
      parts: [
        "The link works for one answer, until the survey is over. If you did not ask for it, you need do nothing.",
      ],
      button: "Open the survey",
      why: "You get this letter because somebody entered this address on the survey's page.",
    }),
    copy: (title, lines) => ({
      subject: "Your answers to the survey",
      first: `These are your answers to the survey “${title}”.`,
      parts: [
        { items: lines },
        "They are not kept with your address. Keep this letter if you want to come back to them.",
      ],
      why: "You get this letter because it was asked for when the survey was sent.",
    }),
  },
  office: {
    title: "Surveys: office",
    all: "All surveys",
    columns: ["Survey", "State", "Start", "End", "Answers"],
    dueFinal: (title) => `Publish the final results of the survey: ${title}`,
    dueClock: (title) => `Survey: ${title}`,
    opened: "The survey started.",
    ended: "The survey ended.",
    answersFile: ["Day", "Version of questions", "From where (on paper)"],
    seePublic: "See the page for residents",
    seeResults: "See the results",
    download: "Download the answers (CSV)",
    preview: "Preview: the questions as residents see them",
    print: "Blank survey to print",
    noQuestions: "There is no question yet.",
    questions: "Questions",
    required: "required",
    batches: "Paper answers",
    batch: (place, day, entered) => `${place}, ${day}: ${f.number(entered)}`,
    entered: (count) => `Entered in this batch: ${f.number(count)}.`,
    /** The fields of a survey, by the names of its schema; of those in several languages the label alone. */
    fields: {
      title: "Title",
      about: "What the survey is about",
      survey: {
        startsAt: { label: "Start" },
        endsAt: { label: "End" },
        contact: {
          label: "Who answers questions about the survey",
          hint: "A name, a number or an address. Residents see it.",
        },
        access: {
          label: "Who can answer",
          options: { anonymous: "anybody, anonymously", address: "once from each proved e-mail address" },
        },
        results: {
          label: "When results are shown",
          options: { live: "at once, where many have answered", end: "only when it is over" },
        },
      },
      text: "The question",
      options: "Answers to choose among",
      optionsHint:
        "Each on a line of its own, in the same order in every language. Leave empty for a scale, a text and a place.",
      question: {
        kind: {
          label: "Kind of question",
          options: {
            one: "one answer",
            several: "several answers",
            scale: "a scale from 1 to 5",
            ranking: "a ranking",
            short: "a short text",
            long: "a longer text",
            place: "a place in the city",
          },
        },
        isRequired: { label: "An answer is required" },
        most: {
          label: "How many can be chosen at most",
          hint: "Only for several answers. Empty: as many as they like.",
        },
        "after-question": { label: "Show only after an answer to question", none: "always" },
        "after-option": {
          label: "Number of that answer",
          hint: "1 is the first of the list. Leave empty if the question is always asked.",
        },
      },
      move: {
        place: {
          label: "Number of the question once it is moved",
          hint: "1 is the first. The others make room.",
        },
      },
      place: "Where the papers come from",
      placeHint: "For example Branch library 5, the box in the hall",
      collectedOn: "When they were collected",
    },
  },
  acts: {
    add: {
      title: "New survey",
      hint: "This makes a draft. Then you add questions and publish it; until then the office alone sees it.",
      submit: "Make a draft",
    },
    change: {
      title: "Change the survey",
      hint: "Once it is published, a change is seen at once.",
      submit: "Save",
    },
    copy: {
      title: "Make another survey like this",
      hint: "A draft with the same questions is made. Its dates are set there.",
      submit: "Make a draft",
    },
    remove: { title: "Remove the draft", submit: "Remove the draft" },
    publish: {
      title: "Publish the survey",
      hint: "From then on everybody sees it; it can be answered from its start to its end.",
      submit: "Publish the survey",
    },
    withdraw: {
      title: "Take it back",
      hint: "The survey has not started: it is a draft again, and residents do not see it.",
      submit: "Take it back",
    },
    close: {
      title: "Close the survey now",
      hint: "From then on nobody can answer on line, and this cannot be undone. Paper answers can still be entered.",
      submit: "Close the survey",
    },
    finish: {
      title: "Publish the final results",
      hint: "After that no paper answers can be entered.",
      submit: "Propose to publish",
    },
    ask: { title: "Add a question", submit: "Add the question" },
    revise: {
      title: "Change the question",
      hint: "Once the survey is published a new version of the questions is made; earlier answers stay with theirs.",
      submit: "Save",
    },
    move: { title: "Move the question", submit: "Move" },
    drop: { title: "Remove the question", submit: "Remove the question" },
    enter: {
      title: "Enter a paper answer",
      hint: "After saving an empty form of the same batch comes back.",
      submit: "Save and enter the next",
    },
  },
  blockers: {
    "results-stay": "The survey promises its results for its end. That does not change any more.",
    "dates-stay":
      "The survey is open: its start stays, and its end has to be later than now. “Close the survey” ends it before.",
    "access-stays": "Who can answer does not change once a survey is published: that was the promise.",
    "no-questions": "Add a question first.",
    "most-questions": "The survey has 40 questions: it holds no more.",
    "end-past": "The end of the survey has passed. Change the dates first.",
    "others-depend": "Another question depends on this one. Change that one first.",
    "after-its-own":
      "A question with a condition stands after the one that it depends on. Choose another place.",
    "last-question": "A published survey has one question at least.",
  },
};
