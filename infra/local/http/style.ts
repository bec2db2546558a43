import { addressOf, type LocalDoor } from "./door.ts";
import { reply } from "./reply.ts";

/** The address of the stylesheet of every page under `/local/`. */
export const STYLE_PATH = "/local/style.css";

export const styleDoor: LocalDoor = async (request, response) =>
  addressOf(request).pathname === STYLE_PATH && reply(response, "text/css; charset=utf-8", STYLE);

const STYLE = `
:root { color-scheme: light dark; font: 1rem/1.5 system-ui, sans-serif; }
body { margin: 0; }
main { max-width: 44rem; margin: 0 auto; padding: 1rem; overflow-wrap: anywhere; }
h1 { font-size: 1.4rem; line-height: 1.25; }
h2 { font-size: 1.1rem; margin-top: 2rem; }
a { color: light-dark(#0b4f9e, #8ec2ff); }
:focus-visible { outline: 3px solid light-dark(#0b4f9e, #8ec2ff); outline-offset: 2px; }
label { display: block; }
input, button { font: inherit; padding: .5rem .75rem; min-height: 2.75rem; box-sizing: border-box; max-width: 100%; }
ol.list, ul.list { list-style: none; padding: 0; }
.list > li { padding: .75rem 0; border-top: 1px solid light-dark(#d0d0d0, #444); }
.list button { width: 100%; text-align: left; }
dt { font-weight: 600; }
dd { margin: 0 0 .5rem; }
pre { white-space: pre-wrap; font: inherit; padding: 1rem; background: light-dark(#f4f4f2, #222); }
pre.raw { font: .875rem/1.5 ui-monospace, monospace; }
iframe { width: 100%; height: 32rem; border: 1px solid light-dark(#d0d0d0, #444); background: #fff; }
.code { font: 600 2.25rem/1.2 ui-monospace, monospace; letter-spacing: .1em; margin: .5rem 0; }
nav a { display: inline-block; padding: .5rem 1rem .5rem 0; }
`;
