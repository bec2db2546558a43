import type { PlainAddress } from "../domain/addresses.ts";

/** A page that is only read: a title, a lead and sections. Every string is one paragraph or one item. */
export interface Article {
  readonly title: string;
  readonly lead: string;
  readonly sections: readonly {
    readonly heading: string;
    readonly text: readonly string[];
    readonly items?: readonly string[];
    readonly links?: { readonly [A in PlainAddress]?: string };
  }[];
}
