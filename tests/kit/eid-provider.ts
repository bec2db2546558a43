import { type LocalEid, openLocalEid } from "../../infra/local/eid.ts";

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

/** Follows the provider's pages from its authorization endpoint to the address that it leads back to, as a person who signs in. */
export const signInByEid = async (authorizeUrl: string, pesel: string): Promise<string> => {
  const cookies = new Map<string, string>();
  let form: URLSearchParams | undefined;
  let url = new URL(authorizeUrl);
  for (let step = 0; step < 20; step++) {
    const reply = await fetch(url, {
      method: form ? "POST" : "GET",
      redirect: "manual",
      headers: { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join("; ") },
      ...(form && { body: form }),
    });
    form = undefined;
    for (const line of reply.headers.getSetCookie()) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      cookies.set(name, value);
    }
    const location = reply.headers.get("location");
    if (location) {
      url = new URL(location, url);
      if (!url.pathname.startsWith("/local/eid/")) return url.href;
      continue;
    }
    const text = await reply.text();
    if (!text.includes('name="pesel"')) throw new Error(`${reply.status} ${url.href}: ${text.slice(0, 500)}`);
    form = new URLSearchParams({ pesel });
  }
  throw new Error("the provider leads nowhere");
};
