import type { Localised } from "../localised.ts";
import type { Instant } from "../time.ts";

/** Types of files: of IANA, and of the Publications Office, by which European portals sort them. */
const FORMATS = {
  json: ["application/json", "JSON"],
  csv: ["text/csv", "CSV"],
  geojson: ["application/geo+json", "GEOJSON"],
  ics: ["text/calendar", "ICS"],
  ods: ["application/vnd.oasis.opendocument.spreadsheet", "ODS"],
  docx: ["application/vnd.openxmlformats-officedocument.wordprocessingml.document", "DOCX"],
  pdf: ["application/pdf", "PDF"],
  html: ["text/html", "HTML"],
  zip: ["application/zip", "ZIP"],
  pb: ["text/plain", "TXT"],
  txt: ["text/plain", "TXT"],
} as const;

/** A file as anybody downloads it. */
export interface Distribution {
  readonly path: string;
  readonly format: keyof typeof FORMATS;
  /** SHA-256 in hexadecimal, of what never changes. */
  readonly digest?: string;
}

/** What belongs together: an edition, a survey, the list of meetings. */
export interface Dataset {
  /** The path of its own thing, by which it is known for ever. */
  readonly path: string;
  readonly title: Localised;
  readonly description: Localised;
  readonly issued?: Instant | undefined;
  readonly period?: readonly [from: Instant, until: Instant] | undefined;
  readonly distributions: readonly Distribution[];
}

/** The catalogue's own words, and who answers for it. */
interface About {
  readonly siteUrl: string;
  readonly path: string;
  readonly next?: string | undefined;
  readonly title: Localised;
  readonly description: Localised;
  readonly publisher: { readonly name: string; readonly website: string; readonly email: string };
}

const LICENCE = "https://creativecommons.org/publicdomain/zero/1.0/";
const LANGUAGE = "http://id.loc.gov/vocabulary/iso639-1";
const VOCABULARY = "http://publications.europa.eu/resource/authority";

const CONTEXT = {
  dcat: "http://www.w3.org/ns/dcat#",
  dct: "http://purl.org/dc/terms/",
  foaf: "http://xmlns.com/foaf/0.1/",
  vcard: "http://www.w3.org/2006/vcard/ns#",
  spdx: "http://spdx.org/rdf/terms#",
  hydra: "http://www.w3.org/ns/hydra/core#",
  xsd: "http://www.w3.org/2001/XMLSchema#",
} as const;

const said = (texts: Localised) =>
  Object.entries(texts).map(([language, text]) => ({ "@language": language, "@value": text }));
const at = (moment: Instant) => ({ "@type": "xsd:dateTime", "@value": moment });
const ref = (iri: string) => ({ "@id": iri });

const distributionOf = ({ path, format, digest }: Distribution, siteUrl: string) => {
  const url = siteUrl + path;
  const [media, type] = FORMATS[format];
  return {
    "@id": `${url}#distribution`,
    "@type": "dcat:Distribution",
    "dct:title": path.split("/").at(-1),
    "dcat:accessURL": ref(url),
    "dcat:downloadURL": ref(url),
    "dcat:mediaType": ref(`https://www.iana.org/assignments/media-types/${media}`),
    "dct:format": ref(`${VOCABULARY}/file-type/${type}`),
    "dct:license": ref(LICENCE),
    ...(digest !== undefined && {
      "spdx:checksum": {
        "@type": "spdx:Checksum",
        "spdx:algorithm": ref("spdx:checksumAlgorithm_sha256"),
        "spdx:checksumValue": { "@type": "xsd:hexBinary", "@value": digest },
      },
    }),
  };
};

/** The published data as DCAT-AP-PL (the profile of dane.gov.pl of DCAT-AP) in JSON-LD: data sets and, of each, the files. */
export const catalogOf = (about: About, datasets: readonly Dataset[]) => {
  const { siteUrl, publisher } = about;
  const agent = {
    "@id": publisher.website,
    "@type": "foaf:Agent",
    "foaf:name": publisher.name,
    "foaf:homepage": ref(publisher.website),
  };
  const contact = {
    "@type": "vcard:Organization",
    "vcard:fn": publisher.name,
    "vcard:hasEmail": ref(`mailto:${publisher.email}`),
  };
  return {
    "@context": CONTEXT,
    "@id": `${siteUrl}${about.path}#catalog`,
    "@type": "dcat:Catalog",
    "dct:title": said(about.title),
    "dct:description": said(about.description),
    "dct:publisher": agent,
    "dct:license": ref(LICENCE),
    "dct:language": Object.keys(about.title).map((code) => ref(`${LANGUAGE}/${code}`)),
    "foaf:homepage": ref(`${siteUrl}/`),
    "dcat:themeTaxonomy": ref(`${VOCABULARY}/data-theme`),
    ...(about.next !== undefined && { "hydra:next": ref(siteUrl + about.next) }),
    "dcat:dataset": datasets.map(({ path, title, description, issued, period, distributions }) => ({
      "@id": `${siteUrl}${path}#dataset`,
      "@type": "dcat:Dataset",
      "dct:identifier": siteUrl + path,
      "dct:title": said(title),
      "dct:description": said(description),
      "dct:publisher": agent,
      "dcat:contactPoint": contact,
      "dcat:theme": ref(`${VOCABULARY}/data-theme/GOVE`),
      "dct:accessRights": ref(`${VOCABULARY}/access-right/PUBLIC`),
      ...(issued !== undefined && { "dct:issued": at(issued) }),
      ...(period && {
        "dct:temporal": {
          "@type": "dct:PeriodOfTime",
          "dcat:startDate": at(period[0]),
          "dcat:endDate": at(period[1]),
        },
      }),
      "dcat:distribution": distributions.map((one) => distributionOf(one, siteUrl)),
    })),
  };
};
