import type { IdentityPolicy } from "../../shared/domain/voting/identity-policy.ts";

const BASIS = { pl: "Uchwała Rady Miasta Poznania", en: "Resolution of the City Council of Poznań" };

/** Another city's way: name, address and the last digits of the PESEL number, and a code to a phone or by mail. */
export const POZNAN_IDENTITY: IdentityPolicy = {
  roll: {
    basis: BASIS,
    asks: [
      { datum: "firstName", purpose: "who", kept: "not-stored" },
      { datum: "surname", purpose: "who", kept: "not-stored" },
      { datum: "address", purpose: "who", kept: "not-stored" },
      { datum: "peselLast4", purpose: "proof", kept: "not-stored" },
      { datum: "phone", purpose: "code", kept: { days: 3, after: "vote" } },
      { datum: "email", purpose: "code", kept: { days: 3, after: "vote" } },
    ],
  },
  statement: null,
  eid: null,
};
