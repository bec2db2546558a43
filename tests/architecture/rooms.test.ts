import { relative } from "node:path";
import { describe, expect, it } from "vitest";
import { ADDRESSES } from "../../shared/domain/addresses.ts";
import { LANGUAGES } from "../../shared/domain/languages.ts";
import { GRAPH, ROOT, SOURCES as sources } from "./house.ts";

const files = [...sources.keys()];
const OWN = relative(ROOT, import.meta.filename);

/** Modules that a file imports: files of the house by their path, others by name. */
const importsOf = (file: string): string[] => (GRAPH.get(file) ?? []).map(({ target }) => target);

const PURE = ["zod", "temporal-polyfill", "node:crypto", "node:url"];

/** Which modules each room may import; the first room that a file is in holds. CONTRIBUTING.md tells it in words. */
const ROOMS: readonly { readonly room: RegExp; readonly may: readonly (string | RegExp)[] }[] = [
  { room: /^shared\/domain\//, may: [/^shared\/domain\//, ...PURE] },
  { room: /^shared\/cities\//, may: [/^shared\/(domain|cities)\//] },
  { room: /^shared\/rulesets\//, may: [/^shared\/(domain|cities|rulesets)\//, "zod"] },
  { room: /^shared\/words\//, may: [/^shared\/(domain|words|rulesets)\//] },
  {
    room: /^shared\/pages\//,
    may: [
      /^shared\/(domain|words|pages|rulesets)\//,
      /^shared\/subjects\/(slice|subjects)\.ts$/,
      "zod",
      "qr",
      "node:crypto",
    ],
  },
  { room: /^shared\/store\/shape\.ts$/, may: [] },
  {
    room: /^shared\/store\//,
    may: [
      /^shared\/(domain|store|rulesets)\//,
      "shared/platform/aws-limits.ts",
      "zod",
      /^@aws-sdk\/(client-dynamodb|lib-dynamodb|util-dynamodb)$/,
    ],
  },
  { room: /^shared\/platform\/aws-limits\.ts$/, may: [] },
  // Reads the source maps beside its own bundle, and no other file.
  { room: /^shared\/platform\/stack\.ts$/, may: ["node:fs", "node:module"] },
  {
    room: /^shared\/platform\//,
    may: [
      /^shared\/(?!acts\/)/,
      "zod",
      "jose",
      "jsonc-parser",
      "@middy/core",
      /^nodemailer/,
      "aws-lambda",
      "node:crypto",
      "node:util",
      "node:zlib",
      /^@aws-sdk\/(client-|s3-presigned-post|s3-request-presigner)/,
      "@aws-lambda-powertools/metrics",
      "node:async_hooks",
    ],
  },
  // The list of subjects is plain data, whatever they are made of.
  {
    room: /^shared\/subjects\/(?:slice|subjects)\.ts$/,
    may: [
      /^shared\/subjects\/(?:slice|\w+\/rows)\.ts$/,
      /^shared\/(?:domain\/(?:localised|office\/roles)|platform\/route|store\/keys)\.ts$/,
    ],
  },
  // A slice a subject: what is pure in it, and what alone knows the database, say their names.
  {
    room: /^shared\/subjects\/\w+\/rows\.ts$/,
    may: [/^shared\/(platform\/(row|route|admission)|domain\/.*|subjects\/slice)\.ts$/],
  },
  {
    room: /^shared\/subjects\/\w+\/(?:\w+-)?rules\.ts$/,
    may: [/^shared\/domain\//, /^shared\/subjects\/\w+\/(?:\w+-)?rules\.ts$/, ...PURE],
  },
  { room: /^shared\/subjects\/\w+\/words\.\w+\.ts$/, may: [/^shared\/(domain|words|subjects)\//] },
  {
    room: /^shared\/subjects\/\w+\/(?:\w+-)?pages\.ts$/,
    may: [
      /^shared\/(domain|words|pages)\//,
      /^shared\/subjects\/\w+\/((?:\w+-)?rules|rows|(?:\w+-)?pages|words\.\w+)\.ts$/,
    ],
  },
  {
    room: /^shared\/subjects\/\w+\/store\.ts$/,
    may: [/^shared\/(domain|store)\//, /^shared\/subjects\/\w+\/(?:\w+-)?rules\.ts$/, "zod"],
  },
  { room: /^shared\/subjects\//, may: [/^shared\//, "zod"] },
  { room: /^shared\/acts\//, may: [/^shared\//, "zod", "node:crypto"] },
  {
    room: /^functions\/(?:routes|whole-table)\.ts$/,
    may: [
      "functions/whole-table.ts",
      /^functions\/routes\//,
      "shared/platform/route.ts",
      "shared/subjects/subjects.ts",
    ],
  },
  {
    room: /^functions\/routes\//,
    may: [
      /^functions\/routes\//,
      "functions/admissions.ts",
      "shared/domain/addresses.ts",
      /^shared\/(platform\/(route|row)|domain\/(office\/roles|upload\/purposes))\.ts$/,
    ],
  },
  {
    room: /^functions\/admissions\.ts$/,
    may: ["shared/platform/admission.ts", "shared/platform/aws-limits.ts"],
  },
  { room: /^functions\/all\.ts$/, may: [/^functions\//, /^shared\/platform\//] },
  // The one file that knows the encoder of pictures, whose weight no other function carries.
  { room: /^functions\/arrivals\/picture\.ts$/, may: [/^shared\/domain\//, "sharp"] },
  // The files that know what makes documents, whose weight no other function carries.
  {
    room: /^functions\/documents\/(?:pdf|pdf-style|pdf-table|docx|ods|zip)\.ts$/,
    may: [
      /^shared\/(domain|words)\//,
      /^functions\/documents\//,
      "pdfkit",
      "docx",
      "fflate",
      "node:module",
      "node:stream/consumers",
    ],
  },
  // Opening takes the processor whole: others have their turn between.
  {
    room: /^functions\/count\/open-segment\.ts$/,
    may: [/^shared\//, /^functions\//, "zod", "node:timers/promises"],
  },
  // The one that writes a file as it is made, part after part.
  {
    room: /^functions\/workflow\/package-zip\.ts$/,
    may: [/^shared\//, /^functions\//, "fflate", "node:crypto", "node:stream", "node:zlib"],
  },
  {
    room: /^functions\//,
    may: [/^shared\//, /^functions\//, "zod", "fflate", "temporal-polyfill", "node:crypto", /^csv-parse/],
  },
  {
    room: /^infra\/aws\//,
    may: [
      "shared/subjects/subjects.ts",
      /^infra\/aws\//,
      /^functions\/(routes\.ts|workflows\/)/,
      /^shared\/(store\/(shape|keys)|platform\/(route|gateway|match|env|aws-limits|public-files|secret-names|meter|promises|readers)|domain\/(ids|languages|office\/roles|upload\/places)|cities\/cities)\.ts$/,
      "infra/edge-code.ts",
      "infra/edge-words.ts",
      /^node:/,
      /^aws-cdk-lib/,
      "constructs",
      "cdk-nag",
      /^rolldown/,
      "zod",
    ],
  },
];

const isAllowed = (target: string, may: readonly (string | RegExp)[]): boolean =>
  may.some((rule) => (typeof rule === "string" ? rule === target : rule.test(target)));

describe("the house", () => {
  it("lets each room know only whom it may know", () => {
    const trespasses = files.flatMap((file) => {
      const room = ROOMS.find(({ room }) => room.test(file));
      return room
        ? importsOf(file)
            .filter((target) => !isAllowed(target, room.may))
            .map((target) => `${file} → ${target}`)
        : [];
    });
    expect(trespasses).toEqual([]);
  });

  it("keeps each function to its own folder", () => {
    const trespasses = files.flatMap((file) => {
      const own = /^functions\/([\w-]+)\//.exec(file)?.[1];
      if (!own) return [];
      return importsOf(file)
        .filter((target) => /^functions\/[\w-]+\//.test(target) && !target.startsWith(`functions/${own}/`))
        .map((target) => `${file} → ${target}`);
    });
    expect(trespasses).toEqual([]);
  });

  it("has one row of a name, in whichever part of the route table it stands", () => {
    const names = files
      .filter((file) => file.startsWith("functions/routes/"))
      .flatMap((file) => [...(sources.get(file) ?? "").matchAll(/^ {2}(\w+): (?:api|page)\(/gm)])
      .map(([, name]) => name);
    expect(names.length).toBeGreaterThan(200);
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  });

  it("composes text in one place, behind a bound of its marks: sorting them takes the square of their number", () => {
    const places = files.filter(
      (file) => /^(shared|functions)\//.test(file) && /\.normalize\("NFK?C"\)/.test(sources.get(file) ?? ""),
    );
    expect(places).toEqual(["shared/domain/text/characters.ts"]);
  });

  it("reads the clock, chance and the environment in one place only", () => {
    const impure = /\bDate\.now\(|new Date\(\)|Math\.random\(|process\.env/;
    const places = files.filter(
      (file) =>
        /^(shared\/(domain|rulesets|words|pages|store)|functions)\//.test(file) &&
        file !== "shared/store/retry.ts" &&
        // A text that browsers run, by their own clock.
        file !== "shared/pages/style/script.ts" &&
        impure.test(sources.get(file) ?? ""),
    );
    expect(places).toEqual([]);
  });

  it("names no language outside the table and the data that stands in several", () => {
    const TABLE_AND_DATA = /^shared\/(?:domain\/languages\.ts$|words\/\w+\/|rulesets\/|cities\/)/;
    const codes = `(?:${LANGUAGES.join("|")})`;
    const named = [
      `["'\`(]/${codes}(?=[/"'\`$*])`,
      `(?:[!=]==|\\|) "${codes}"|"${codes}" \\||z\\.enum\\(\\["${codes}"`,
      `[\\w\\])]\\.${codes}\\b(?![\\w.;:/"-])`,
    ].map((pattern) => new RegExp(pattern));
    const places = files
      .filter((file) => /^(shared|functions|infra)\//.test(file) && !TABLE_AND_DATA.test(file))
      .flatMap((file) =>
        (sources.get(file) ?? "")
          .split("\n")
          .filter((line) => !/^\s*(?:\*|\/[/*])/.test(line) && named.some((pattern) => pattern.test(line)))
          .map((line) => `${file}: ${line.trim()}`),
      );
    expect(places).toEqual([]);
  });

  it("asks the city which languages there are, not the table", () => {
    const places = files.filter(
      (file) =>
        /^(shared|functions|infra\/aws)\//.test(file) &&
        file !== "shared/domain/languages.ts" &&
        /\bLANGUAGES\b/.test(sources.get(file) ?? ""),
    );
    expect(places).toEqual([]);
  });

  it("knows no city outside the data of cities, rule sets and the demo", () => {
    const DATA = /^shared\/(?:cities|rulesets)\/|^infra\/(?:generator|bench|local\/demo)\//;
    const named = /Katowic|katowice|"M"|\bL\d{1,2}\b(?!-)|L\[?\\?\d|\b2013\b|\[IVXL|\bM\/\d|Młyńsk/;
    const places = files
      .filter((file) => /^(shared|functions|infra)\//.test(file) && !DATA.test(file))
      .flatMap((file) =>
        (sources.get(file) ?? "")
          .split("\n")
          // A comment may tell where a rule was met, and an example what an id looks like.
          .filter((line) => !/^\s*(?:\*|\/[/*])|examples: \[/.test(line) && named.test(line))
          .map((line) => `${file}: ${line.trim()}`),
      );
    expect(places).toEqual([]);
  });

  it("takes a day of the city from its calendar, not from the text of an instant", () => {
    const cut = /\.slice\(0, 10\)|\.split\("T"\)\[0\]/;
    expect(files.filter((file) => file !== OWN && cut.test(sources.get(file) ?? ""))).toEqual([]);
  });

  it("draws all chance in tests from the run's seed", () => {
    const inTests = files.filter((file) => file.startsWith("tests/") && file !== OWN);
    expect(inTests.filter((file) => /Math\.random\(/.test(sources.get(file) ?? ""))).toEqual([]);
  });

  it("types no path of the site by hand: each comes from the table of addresses", () => {
    const first = [...new Set(Object.values(ADDRESSES).map((path) => path.split("/")[1]))].filter(Boolean);
    const typed = new RegExp(`["'\`}]/(?:${first.join("|")})(?=[/"'\`?$])|pathTo\\([^\`]*\\)\\}/\\w`);
    const own = [
      "shared/domain/addresses.ts",
      // What an origin of a checkpoint is called is signed: it stays when an address moves.
      "shared/domain/proof/checkpoint.ts",
      // Robots and the gateway are told of whole trees.
      "functions/site/get-machine-files.ts",
      "shared/platform/gateway.ts",
      // An outsider knows addresses as they are published: one that moves is a promise broken.
      "functions/canary/vote.ts",
    ];
    const places = files.flatMap((file) =>
      // The addresses of a slice stand with its rows.
      /^(shared|functions)\//.test(file) &&
      !own.includes(file) &&
      !/^shared\/subjects\/\w+\/rows\.ts$/.test(file)
        ? (sources.get(file) ?? "")
            .split("\n")
            .filter((line) => !/^\s*(?:\*|\/[/*])/.test(line) && typed.test(line))
            .map((line) => `${file}: ${line.trim()}`)
        : [],
    );
    expect(places).toEqual([]);
  });

  it("throws a refusal at the door's side only, and never where one is returned", () => {
    const places = files.flatMap((file) => {
      if (!/^(shared|functions)\//.test(file) || file === "shared/domain/result.ts") return [];
      const source = sources.get(file) ?? "";
      if (/^shared\/(domain|rulesets|cities|words|pages|store)\//.test(file))
        return source.includes("new Refused(") ? [file] : [];
      // From one declaration of a module to the next.
      return source
        .split(/^(?=(?:export )?const )/m)
        .filter((one) => /\): (?:Promise<)?Result</.test(one) && one.includes("throw new Refused("))
        .map((one) => `${file}: ${/const (\w+)/.exec(one)?.[1]}`);
    });
    expect(places).toEqual([]);
  });

  it("keeps files small enough to be one thing", () => {
    const long = files.filter((file) => (sources.get(file) ?? "").split("\n").length > 400);
    expect(long).toEqual([]);
  });
});
