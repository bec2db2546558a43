/** The doors of opinions: of all about a proposal, and of each. */
export * from "./acts.ts";
export * from "./asking.ts";
export * from "./assigning.ts";
