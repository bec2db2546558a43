import { pathTo } from "../../domain/addresses.ts";

/** The way to sign in that comes back to where one was. */
export const signInTo = (path: string): string => `${pathTo("signIn")}?${new URLSearchParams({ do: path })}`;
