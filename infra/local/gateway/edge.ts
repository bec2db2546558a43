import { runInNewContext } from "node:vm";

interface EdgeRequest {
  /** The path as it was sent, encoded, without the query. */
  uri: string;
  headers: Record<string, { value: string }>;
}

type Handler = (event: { request: EdgeRequest }) => EdgeRequest;

interface Passed {
  readonly uri: string;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
}

/** Code of a CloudFront Function, in a context that has the language and nothing of Node. */
export const edgeOf = (code: string): ((passed: Passed) => Passed) => {
  const handler = runInNewContext(`${code}\nhandler;`) as Handler;
  return ({ uri, headers }) => {
    const valued = Object.entries(headers).map(([name, value]) => [name, { value }] as const);
    const request = handler({ request: { uri, headers: Object.fromEntries(valued) } });
    const sent = Object.entries(request.headers).map(([name, { value }]) => [name, value] as const);
    return { uri: request.uri, headers: Object.fromEntries(sent) };
  };
};
