import type { Words } from "../words.ts";

/** The commission's keys. */
export const keys: Words["keys"] = {
  public: {
    title: "Enter the commission's public keys",
    lead: "Ballots are encrypted to these keys. The private keys stay with the commission.",
    field: "Content of the file public.json",
    hint: "The command npm run keys -- create makes the file.",
    wrong: "Paste the whole content of the file public.json.",
    submit: "Check the keys",
    checkTitle: "Are these the commission's keys?",
    check:
      "Compare the fingerprints with the commission's minutes. Once voting is open the keys cannot be changed.",
    ballots: "Fingerprint of the ballot key",
    links: "Fingerprint of the link key",
    confirm: "Save the keys",
  },
  private: {
    title: "Hand the key over for the count?",
    consequence: "The system opens the ballot box, counts and drops the key. It never enters the database.",
    field: "Content of the file ballots.private.json, or the private key alone",
    wrong: "Paste the whole content of ballots.private.json, or the key: 43 characters.",
    submit: "Hand over the key",
  },
};
