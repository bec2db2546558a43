import { runInNewContext } from "node:vm";
import type { Answer } from "./answer.ts";

/** As Lambda@Edge has them: every header is a list. */
type Listed = Record<string, { readonly key: string; readonly value: string }[]>;

interface OriginResponse {
  status: string;
  headers: Listed;
  body?: string;
}

type Handler = (event: {
  readonly Records: readonly [
    {
      readonly cf: {
        readonly request: { readonly uri: string; readonly method: string; readonly headers: Listed };
        readonly response: OriginResponse;
      };
    },
  ];
}) => OriginResponse;

/** A request as the edge sent it on. */
export interface Asked {
  readonly method: string;
  readonly uri: string;
  readonly headers: Readonly<Record<string, string>>;
}

const listed = (headers: Iterable<readonly [string, string]>): Listed =>
  Object.fromEntries(Array.from(headers, ([name, value]) => [name, [{ key: name, value }]]));

/** What an origin answered as it leaves: what is no answer of ours is said in our words, by the code that runs at the edge. */
export const wordsOf = (code: string): ((asked: Asked, answer: Answer) => Answer) => {
  const handler = runInNewContext(`${code}\nhandler;`) as Handler;
  return ({ method, uri, headers }, answer) => {
    // All others go on as they are; the edge does not change them either.
    if (answer.status < 400) return answer;
    const response = { status: String(answer.status), headers: listed(answer.headers) };
    const request = { method, uri, headers: listed(Object.entries(headers)) };
    const said = handler({ Records: [{ cf: { request, response } }] });
    if (said.body === undefined) return answer;
    return {
      ...answer,
      status: Number(said.status),
      headers: new Headers(Object.entries(said.headers).map(([name, [one]]) => [name, one?.value ?? ""])),
      bytes: Buffer.from(said.body),
    };
  };
};
