import type { Words } from "../words.ts";

export const legal: Words["legal"] = {
  contact: {
    heading: "Contact",
    office: "Office",
    address: "Address",
    phone: "Phone",
    email: "E-mail",
    privacyOfficer: "Data protection officer",
    hours: "Hours",
    ask: "Ask a question or make a request",
  },
  cookies: {
    title: "Cookies",
    lead: "We use only cookies that the service cannot work without. That is why we ask for no consent.",
    caption: "Cookies that we set",
    columns: ["Name", "What it is for", "How long"],
    rows: [
      [
        "code",
        "Remembers for which form a code was sent. It does not tell who votes.",
        "Until the code is entered, 30 minutes at most",
      ],
      [
        "voter",
        "Remembers that the voting code was confirmed. It exists only after the code is entered.",
        "Until the voting session ends, an hour and a half at most",
      ],
      [
        "eid",
        "Binds the way to login.gov.pl and back to this browser. It does not tell who votes.",
        "Until you are back, 10 minutes at most",
      ],
      [
        "receipt",
        "Remembers your receipt, so that its page can be loaded again. It does not tell what is on the ballot.",
        "One hour",
      ],
      [
        "ballot",
        "Holds the ticks of a ballot, encrypted, until it is sent, through Back, reload and another language.",
        "15 minutes after the last step; until the vote is sent or broken off",
      ],
      [
        "guardian",
        "Holds a guardian's address or number, encrypted, so that it need not be typed for the next child.",
        "Until the child's voting session ends; then 15 minutes from the receipt",
      ],
      [
        "survey",
        "Holds answers to a survey until they are sent, through Back, reload and another language. Only the city's server can read it.",
        "An hour from the last page at most; 15 minutes once they are sent",
      ],
      [
        "staff",
        "Remembers that a person of the office is signed in. Residents never get it.",
        "Until sign-out, one day at most",
      ],
    ],
    none: "Nothing here comes from other firms: no adverts, no statistics, no maps, no fonts. We count forms without cookies: how often they were opened, taken and refused, with nothing about you.",
  },
  accessibility: {
    title: "Accessibility statement",
    intro: (office) => ({
      who: office,
      promise:
        "makes this website accessible under the Polish act of 4 April 2019 on the digital accessibility of websites and mobile applications of public bodies.",
      scope: "The statement is about the website:",
    }),
    published: "Website published",
    updated: "Last major update",
    status: {
      heading: "Compliance",
      text: "partially compliant",
      before: "The website is",
      after: "with the act, for the reasons below.",
      reasons: [
        "Results in .pb and .csv files are for programs. The same data stand on the pages as tables.",
        "Residents write the titles and descriptions of projects. Some hold abbreviations and hard words.",
      ],
    },
    made: {
      heading: "How the statement was made",
      made: "Statement made",
      reviewed: "Last review",
      method:
        "It rests on a self-assessment: automatic tests, and trials with the keyboard alone, enlarged, and on a phone.",
      keys: "The browser's usual keyboard shortcuts work here. The first press of Tab leads to the content.",
    },
    contact: {
      heading: "Remarks and contact",
      text: "Ask here about the accessibility of the website, or for content in another form:",
      person: "Unit",
    },
    procedure: {
      heading: "Requests and complaints",
      text: [
        "Everybody may demand that the website, or a part of it, be made accessible.",
        "You may also demand the content in another way, for example that a document be read to you.",
        "Give your contact details, name the page or part, and the way that suits you best.",
        "We answer without delay, within 7 days at the latest. Where this cannot be done we name a new date, within 2 months.",
        "If we refuse or do not answer in time, you can complain to us.",
        "After that you can turn to the Commissioner for Human Rights.",
      ],
      form: "Form of the demand for accessibility",
      ombudsman: ["https://bip.brpo.gov.pl/en", "Website of the Commissioner for Human Rights"],
    },
    architecture: {
      heading: "Access to the building",
      text: "Call to ask about step-free entry, lifts, induction loops and sign language. The access to each meeting is described on its page.",
    },
  },
};
