import { createRequire } from "node:module";

/** A function in a process of its own, as Lambda's runtime runs it. */
const { handler } = createRequire(import.meta.url)(process.argv[2] ?? "");

process.on("message", async (event) => {
  try {
    process.send?.({ answer: (await handler(event, {})) ?? null });
  } catch (error) {
    const { name, message } = error as Error;
    process.send?.({ fault: { errorType: name, errorMessage: message } });
  }
});
