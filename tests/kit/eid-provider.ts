import { type LocalEid, openLocalEid } from "../../infra/local/eid.ts";
import { signInAt } from "./sign-in.ts";

/** What the next id_tokens say instead of what they should. */
export interface Lies {
  pesel?: string;
}

/** The local provider of eIDs, which lies when it is told to. */
export const lyingEid = () => {
  const lies: Lies = {};
  return {
    lies,
    eid: (site: Parameters<typeof openLocalEid>[0]): LocalEid =>
      openLocalEid(site, (pesel) => lies.pesel ?? pesel),
  };
};

/** Where the provider leads somebody who says that they have this number. */
export const signInByEid = async (authorizeUrl: string, pesel: string): Promise<string> =>
  (await signInAt(authorizeUrl, { pesel })).href;
