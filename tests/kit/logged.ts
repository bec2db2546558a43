import { afterAll } from "vitest";

/** Keeps what is written to standard output, and to other streams that are named, until the file's tests are done; lets it pass. */
export const keepLogs = (...more: readonly NodeJS.WriteStream[]): string[] => {
  const logged: string[] = [];
  for (const stream of [process.stdout, ...more]) {
    const { write } = stream;
    stream.write = ((chunk: string | Uint8Array, ...rest: never[]) => {
      logged.push(String(chunk));
      return write.call(stream, chunk, ...rest);
    }) as typeof stream.write;
    afterAll(() => {
      stream.write = write;
    });
  }
  return logged;
};
