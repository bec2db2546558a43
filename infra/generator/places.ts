import type { Location } from "../../shared/domain/project/location.ts";
import type { Chance } from "./random.ts";

/** Where residents of each district would have something built, as a title says it. Streets and squares are the city's own; what is proposed there is made up. */
const PLACES: Readonly<Record<string, readonly string[]>> = {
  L1: [
    "przy ul. Mariackiej",
    "na pl. Andrzeja",
    "przy ul. Kochanowskiego",
    "na pl. Miarki",
    "przy ul. Wojewódzkiej",
  ],
  L2: ["przy ul. Bocheńskiego", "przy ul. Brynowskiej", "przy ul. Kłodnickiej", "przy ul. Dworskiej"],
  L3: ["przy ul. 1 Maja", "nad Rawą", "przy ul. Marcinkowskiego", "przy ul. Łącznej", "przy ul. Staszica"],
  L4: ["w Dolinie Trzech Stawów", "przy ul. Sikorskiego", "przy ul. Granicznej", "przy ul. Sowińskiego"],
  L5: ["przy ul. Huberta", "przy ul. Drozdów", "w parku Kościuszki", "przy ul. Kawek"],
  L6: [
    "przy ul. Panewnickiej",
    "w parku Zadole",
    "przy ul. Medyków",
    "przy ul. Hetmańskiej",
    "przy ul. Franciszkańskiej",
  ],
  L7: ["przy ul. Gliwickiej", "przy ul. Pokoju", "przy ul. Janasa", "na pl. Londzina", "przy ul. Wolskiego"],
  L8: ["przy ul. Kwiatkowskiego", "przy ul. Rataja", "przy ul. Mikołajczyka", "przy ul. Barlickiego"],
  L9: [
    "przy ul. Tysiąclecia",
    "przy ul. Chrobrego",
    "przy ul. Piastów",
    "przy ul. Ułańskiej",
    "nad stawem Maroko",
  ],
  L10: ["przy ul. Dębowej", "przy ul. Agnieszki", "przy ul. Krzyżowej", "przy ul. Widok"],
  L11: [
    "w parku Alojzjanów",
    "przy ul. Józefowskiej",
    "przy ul. Gnieźnieńskiej",
    "na pl. Alfreda",
    "przy ul. Bytkowskiej",
  ],
  L12: ["przy ul. Grażyńskiego", "na pl. Gwarków", "przy ul. Słonecznej", "przy ul. Iłłakowiczówny"],
  L13: [
    "przy ul. Markiefki",
    "przy ul. Ludwika",
    "w parku Boguckim",
    "przy ul. Leopolda",
    "przy ul. Kopalnianej",
  ],
  L14: ["przy ul. Le Ronda", "nad Brynicą", "przy ul. Wiertniczej", "przy ul. Strzelców Bytomskich"],
  L15: [
    "nad stawem Morawa",
    "przy ul. Lwowskiej",
    "przy ul. Wiosny Ludów",
    "nad stawem Hubertus",
    "przy ul. Bednorza",
  ],
  L16: ["na pl. Wyzwolenia", "przy ul. Oswobodzenia", "przy ul. Szopienickiej", "przy ul. Nałkowskiej"],
  L17: [
    "na pl. Pod Lipami",
    "przy ul. Wojciecha",
    "przy ul. Miłej",
    "przy ul. Karliczka",
    "nad stawem Barbara",
  ],
  L18: ["przy ul. Bielskiej", "przy ul. Wolności", "przy ul. Samsonowicza", "w parku Murckowskim"],
  L19: [
    "przy ul. Jankego",
    "przy ul. Radockiego",
    "na osiedlu Odrodzenia",
    "przy ul. Szewskiej",
    "przy ul. Krynicznej",
  ],
  L20: ["przy ul. Grota-Roweckiego", "przy ul. Kaskadowej", "przy pętli autobusowej", "obok remizy"],
  L21: ["przy ul. Boya-Żeleńskiego", "na osiedlu Bażantowo", "przy ul. Zapolskiej", "przy ul. Bażantów"],
  L22: ["przy ul. Uniczowskiej", "przy ul. Zaopusta", "przy ul. Trojok", "przy ul. Strażackiej"],
};

const ANYWHERE = ["przy szkole podstawowej", "przy przedszkolu", "obok domu kultury", "przy przychodni"];

const CITYWIDE = [
  "w Dolinie Trzech Stawów",
  "w parku Kościuszki",
  "nad Rawą",
  "na Muchowcu",
  "w Strefie Kultury",
  "w parku Zadole",
  "w parku Boguckim",
];

/** Roughly where each district is. */
const MIDDLES: Readonly<Record<string, readonly [lat: number, lon: number]>> = {
  L1: [50.26, 19.02],
  L2: [50.24, 18.99],
  L3: [50.26, 19.06],
  L4: [50.25, 19.04],
  L5: [50.24, 19.01],
  L6: [50.23, 18.96],
  L7: [50.26, 19.0],
  L8: [50.26, 18.97],
  L9: [50.27, 18.98],
  L10: [50.27, 19.01],
  L11: [50.28, 19.01],
  L12: [50.27, 19.02],
  L13: [50.27, 19.04],
  L14: [50.28, 19.07],
  L15: [50.26, 19.1],
  L16: [50.24, 19.08],
  L17: [50.22, 19.07],
  L18: [50.2, 19.04],
  L19: [50.21, 18.98],
  L20: [50.18, 18.95],
  L21: [50.18, 19.0],
  L22: [50.18, 18.97],
};

const MARKET = [50.26, 19.02] as const;
/** How far from the middle of its district a project is at most, in degrees; those of the whole city are anywhere. */
const NEAR = 0.006;
const FAR = 0.04;

/** Somewhere in the district of a pool, or in the city. */
export const somewhereIn = (chance: Chance, pool: string): Location => {
  const middle = MIDDLES[pool];
  const [lat, lon] = middle ?? MARKET;
  const around = (degrees: number): number =>
    Math.round((degrees + (2 * chance.share() - 1) * (middle ? NEAR : FAR)) * 10_000) / 10_000;
  return { lat: around(lat), lon: around(lon) };
};

/** The places of a pool: those of its district, or of the whole city. */
export const placesOf = (pool: string): readonly string[] => {
  const own = PLACES[pool];
  return own ? [...own, ...ANYWHERE] : CITYWIDE;
};
