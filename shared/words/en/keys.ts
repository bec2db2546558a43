import type { Words } from "../words.ts";

/** The commission's keys. */
export const keys: Words["keys"] = {
  public: {
    title: "Bring a key of the commission",
    lead: "Ballots are encrypted to these keys. The private keys stay with the commission. Whoever brings one key does not bring the other.",
    purpose: "Which key is it?",
    purposes: { ballots: "the ballot key", links: "the link key" },
    purposeMissing: "Choose which key it is.",
    field: "Content of the file public.json, or the public key alone",
    hint: "The command npm run keys -- create makes the file.",
    wrong: "Paste the whole content of the file public.json, or the key: 43 characters.",
    submit: "Check the key",
    proofTitle: "Prove that you have the private key",
    check:
      "Compare the fingerprint with the commission's minutes. Once voting is open the keys cannot be changed.",
    fingerprint: "Fingerprint of the key",
    prove: "Run this command where the private key is. Put your folder in the place of DIR.",
    proof: "What the command prints",
    confirm: "Bring the key",
  },
  private: {
    title: "Hand the key over for the count?",
    consequence: "The system opens the ballot box, counts and drops the key. It never enters the database.",
    field: "Content of the file ballots.private.json, or the private key alone",
    wrong: "Paste the whole content of ballots.private.json, or the key: 43 characters.",
    submit: "Hand over the key",
  },
};
