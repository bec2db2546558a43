import type { Article } from "../article.ts";
import type { Words } from "../words.ts";

const help: Article = {
  title: "Help",
  lead: "Answers to common questions. Yours is not here? Write to us or call.",
  sections: [
    {
      heading: "How to propose a project",
      text: ["You propose during the call for proposals. There is no account and no password."],
      items: [
        "Give your e-mail address. We send a link to the form.",
        "Describe the idea, the place and the cost.",
        "Collect the support of residents. The form says how many signatures you need.",
        "Check the proposal and submit it before the call ends.",
      ],
      links: { proposalStart: "Propose a project" },
    },
    {
      heading: "How to vote",
      text: [
        "Voting takes about 2 minutes. Have at hand the details that the form asks for, and your mailbox.",
      ],
      items: [
        "Give your details. We check them against the voter roll.",
        "Enter the code that we send.",
        "Choose projects from the lists for your district and for the city.",
        "Check your vote and send it. Keep the receipt number.",
      ],
      links: { vote: "Vote" },
    },
    {
      heading: "The code has not come",
      text: [
        "Wait a few minutes and look into the spam folder.",
        "We send codes only to people on the voter roll. Check that your details are typed without a mistake.",
        "You live in the city and are not on the roll? You can file a statement on the voting page.",
        "Still no code? Call us. We will tell you how to vote in another way.",
      ],
    },
    {
      heading: "Can I change my vote",
      text: ["No. A vote that was sent cannot be changed or repeated. We show it to you before you send it."],
    },
    {
      heading: "Will anybody see how I vote",
      text: [
        "Your vote is sealed to the commission's key as soon as it is sent. Nobody in the office can open it before voting ends.",
        "The receipt number says that your vote is stored. It does not say what is on the ballot.",
      ],
    },
    {
      heading: "How votes are counted",
      text: [
        "We count by the rules of the edition. The page of its results describes them.",
        "Each project has its reason: why it won, or why it did not.",
        "We publish the data of the vote. Anybody can count the result again.",
      ],
      links: { results: "See the results" },
    },
    {
      heading: "How to sign up for a meeting",
      text: [
        "Choose a meeting and give your name and e-mail address. Confirm with the link that comes by mail.",
        "When there are no seats, we put you on the waiting list. A free seat goes to the first person on it.",
      ],
      links: { meetings: "See the meetings" },
    },
  ],
};

/** `controller` is who decides about personal data, as the city's profile says. */
const privacy = (controller: string): Article => ({
  title: "Privacy",
  lead: "We collect only what the budget, the consultations and the meetings cannot do without.",
  sections: [
    {
      heading: "Who is responsible",
      text: [
        `The controller of your data: ${controller}.`,
        "The office's address and phone are at the end of this page.",
      ],
    },
    {
      heading: "When you vote",
      text: ["Your details serve to check that you may vote and that you vote once."],
      items: [
        "We do not store the details that we compare with the roll. A keyed hash remains, which nobody can reverse without the key.",
        "Your e-mail or phone serves to send the code and the confirmation.",
        "Your internet address, and your e-mail or phone, are turned into keyed hashes. By them the commission sees that many people vote from one place or with one phone. They go 60 days after the vote.",
        "From 90 on we keep your age too, for the same purpose and the same time.",
        "The statement of a person who is not on the roll is encrypted. After the decision we delete it when the form says so.",
        "When a child votes with a guardian we record that the statement was made, and the day.",
        "From login.gov.pl we get your PESEL number alone. We do not store it.",
        "Your ballot is kept apart, and sealed. None of your details are on it. The program sees the choice only for the moment before it seals the ballot.",
        "After the count we publish the choices on each list, without names. Where few vote, somebody may guess a choice.",
        "After the date in the edition's rules we destroy the key. From then on the hashes mean nothing.",
      ],
    },
    {
      heading: "When you propose or support a project",
      text: [
        "You give your name and e-mail address. In some editions who supports gives an address too, as on a paper list. We publish the proposal and what you agree to, nothing else.",
        "The list of supporters is not public. Only the person who checks the proposal sees it.",
        "The list goes after the appeals, an author's data after the edition is closed, when its rules say so. A name that its author made public stays.",
      ],
    },
    {
      heading: "When you sign up for a meeting",
      text: [
        "Your name and e-mail serve for the sign-up. You can add what helps you take part. Only the organisers see the list. It goes 30 days after the meeting.",
      ],
    },
    {
      heading: "When you answer a survey",
      text: [
        "Answers are kept with the day alone, without name, address or network. Nothing in them is about you but what you write in your own words; the office reads those.",
        "Where a survey asks for an e-mail address, the letter with the link is kept for a week. A year after the survey's end we remove the record that this address has answered. Neither address nor answer is in it.",
      ],
    },
    {
      heading: "What we do not do",
      text: [],
      items: [
        "We do not track you. There are no adverts, no statistics of other firms, no hidden pictures in mails.",
        "Our logs hold neither the addresses of pages that you view nor the content of forms.",
        "We decide nothing about you without a human being.",
      ],
    },
    {
      heading: "Your rights",
      text: [
        "You can ask to see, correct, delete or restrict your data.",
        "You can also complain to the President of the Personal Data Protection Office (UODO).",
        "A vote that was cast is not deleted on request. Nobody alone can point out your ballot. Before the count only two people of the commission can. They have to state a reason and use a key that the system does not have.",
      ],
    },
  ],
});

export const articles: Words["articles"] = { help, privacy };
