/**
 * What somebody typed into a form of several pages, until it is sent: sealed, in a cookie of their own browser, and nowhere here. Each page
 * is then fetched by GET after a `seeOther`, so that Back, reload and another language find what was typed, without a script.
 *
 *     const DRAFT = draftIn({ cookie: "survey", lifetimeSeconds: 3600, holds: z.object({ typed: Typed }) });
 *     const kept = await DRAFT.keep(survey.id, { typed }, deps);         // a Set-Cookie, undefined where it does not fit
 *     const draft = await DRAFT.read(survey.id, request, deps);          // undefined: none, another form's, changed, or too old
 *     seeOther(next, [DRAFT.drop(deps)])                                 // sent, or left
 *
 * What does not fit, and what a browser without cookies types, goes along in hidden fields: the next page is then the answer to the POST.
 */
import { deflateRawSync, inflateRawSync } from "node:zlib";
import { z } from "zod";
import { epochSeconds, type Seconds } from "../domain/time.ts";
import { setCookie } from "./cookies.ts";
import type { Deps } from "./deps.ts";
import type { Request } from "./endpoint.ts";
import { NONCE_BYTES, opened, padded, STEP_BYTES, sealed } from "./sealed-text.ts";

/** In base64 under 3 kB: a browser takes 4 kB, and all of a request's headers together may have 10 kB. */
const MOST_BYTES = 8 * STEP_BYTES;
/** What is opened is never longer: deflate can make a thousand bytes of one. */
const MOST_OPENED_BYTES = 64_000;

const Draft = z.object({ until: z.int(), data: z.unknown() });

interface Kind<S extends z.ZodType> {
  /** Its name: two forms of one kind do not stand beside each other in one browser. */
  readonly cookie: string;
  /** From the last page that was sent on. */
  readonly lifetimeSeconds: Seconds;
  readonly holds: S;
}

/** Drafts of one kind of form. `form` is the one that a draft belongs to, by its id and whatever else it is bound to: a session, an address. */
export const draftIn = <S extends z.ZodType>({ cookie: name, lifetimeSeconds, holds }: Kind<S>) => {
  const keysOf = ({ vault }: Pick<Deps, "vault">) => vault.sessions(`draft/${name}`);
  return {
    keep: async (
      form: string,
      data: z.input<S>,
      { vault, system, site }: Pick<Deps, "vault" | "system" | "site">,
      seconds: Seconds = lifetimeSeconds,
    ): Promise<string | undefined> => {
      const json = JSON.stringify({ until: epochSeconds(system.now()) + seconds, data });
      if (Buffer.byteLength(json) > MOST_OPENED_BYTES) return undefined;
      const plain = padded(deflateRawSync(json));
      if (plain.length > MOST_BYTES) return undefined;
      const text = sealed((await keysOf({ vault })).current, form, system.random(NONCE_BYTES), plain);
      return setCookie(name, text, seconds, site.url);
    },

    read: async (
      form: string,
      { cookie }: Pick<Request, "cookie">,
      { vault, system }: Pick<Deps, "vault" | "system">,
    ): Promise<z.output<S> | undefined> => {
      const text = cookie(name);
      if (text === undefined) return undefined;
      const { accepted } = await keysOf({ vault });
      const plain = accepted.map((key) => opened(key, form, text)).find((found) => found !== undefined);
      if (!plain) return undefined;
      const json = inflateRawSync(plain, { maxOutputLength: MOST_OPENED_BYTES }).toString();
      const { until, data } = Draft.parse(JSON.parse(json));
      if (until <= epochSeconds(system.now())) return undefined;
      // What it holds may have had another shape before the last deploy.
      return holds.safeParse(data).data;
    },

    drop: ({ site }: Pick<Deps, "site">): string => setCookie(name, "", 0, site.url),
  };
};
