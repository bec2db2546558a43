import type { Endpoint, Served } from "../shared/platform/endpoint.ts";
import { type FunctionName, routes } from "./routes.ts";

type Routes = typeof routes;

/** The names of a function's rows. */
type RowOf<F extends FunctionName> = {
  [N in keyof Routes]: Routes[N]["fn"] extends F ? N : never;
}[keyof Routes];

/** For every row of a function the module that exports its endpoint, under the row's name. */
type Modules<F extends FunctionName> = {
  readonly [N in RowOf<F>]: () => Promise<{ readonly [M in N]: Endpoint<Routes[N]> }>;
};

const served = <F extends FunctionName, N extends RowOf<F>>(name: N, modules: Modules<F>): Served => ({
  route: routes[name],
  load: async () => (await modules[name]())[name],
});

/** What a function answers. A row that is left out does not compile, nor does another row's endpoint in its place. */
export const endpointsOf = <F extends FunctionName>(_of: F, modules: Modules<F>): readonly Served[] =>
  (Object.keys(modules) as RowOf<F>[]).map((name) => served(name, modules));

/** The rows of a slice whose endpoints are all in one module. */
export const inModule = <R extends object, M>(
  rows: R,
  load: () => Promise<M>,
): { readonly [N in keyof R]: () => Promise<M> } =>
  Object.fromEntries(Object.keys(rows).map((name) => [name, load])) as {
    readonly [N in keyof R]: () => Promise<M>;
  };
