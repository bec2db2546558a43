import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { distance, nearest } from "../../shared/domain/search/nearest.ts";
import { polishStems } from "../../shared/domain/search/polish.ts";
import { lookedUp, soughtWords } from "../../shared/domain/search/sought.ts";
import { termsOfWord, wantedIn } from "../../shared/domain/search/terms.ts";

/** Words of titles of real editions, and other forms of them: a line is a word, or several that people take for one. */
const WORDS = `
boisko boiska boisku boiskiem boisk boiskach boiskami boiskom
szkoła szkoły szkole szkołę szkołą szkół szkołach szkołami
drzewo drzewa drzewu drzewem drzewie drzew drzewach drzewami
ławka ławki ławce ławkę ławką ławek ławkach ławkami
przychodnia przychodni przychodnię przychodnią przychodniach
plac placu placem place placów placach placami
droga drogi drodze drogę drogą dróg drogach
książka książki książce książkę książek książkach
biblioteka biblioteki bibliotece bibliotekę bibliotek bibliotekach
ścieżka ścieżki ścieżce ścieżkę ścieżek ścieżkami
chodnik chodnika chodniku chodniki chodników chodnikach chodnikami
park parku parkiem parki parków parkach
parking parkingu parkingi parkingów parkingiem
przystanek przystanku przystanki przystanków przystankach
ogród ogrodu ogrodzie ogrody ogrodów ogrodach
ogródek ogródka ogródku ogródki ogródków
rower roweru rowerem rowerze rowery rowerów rowerami
rowerowa rowerowy rowerowe rowerowego rowerowej rowerową rowerowych rowerowymi
miejski miejska miejskie miejskiego miejskiej miejskim miejskich miejską
zielony zielona zielone zielonego zielonej zielonych
zieleń zieleni zielenią
bezpieczny bezpieczna bezpieczne bezpiecznego bezpiecznej bezpiecznych bezpiecznie
bezpieczeństwo bezpieczeństwa bezpieczeństwu bezpieczeństwie
oświetlenie oświetlenia oświetleniu oświetleniem oświetleń
przejście przejścia przejściu przejść przejściach
przedszkole przedszkola przedszkolu przedszkoli przedszkolach
dziecko dziecka dziecku dzieci dzieciom dziećmi dzieciach
pies psa psu psem psy psów psom psami
zajęcia zajęć zajęciom zajęciach
warsztat warsztatu warsztacie warsztaty warsztatów warsztatach
siłownia siłowni siłownię siłownie siłowniach
plaża plaży plażę plaż plażach
nawierzchnia nawierzchni nawierzchnię
modernizacja modernizacji modernizację modernizacją
remont remontu remoncie remonty remontów
rondo ronda rondzie rondem rond
most mostu moście mosty mostów mostami
mostek mostka mostku mostki mostków
toaleta toalety toalecie toalet toaletę
kwiat kwiatu kwiaty kwiatów kwiecie
las lasu lesie lasy lasów lasach
miasto miasta mieście miastem miast miastach
świat świata świecie światu
staw stawu stawie stawy stawów
rzeka rzeki rzece rzekę rzek
góra góry górze górę gór
lampa lampy lampie lamp lampami
lato lata latem lat
łąka łąki łące łąkę łąk
woda wody wodzie wodę wód
dąb dębu dęby dębów
gra gry grę gier grami grach
dzień dnia dniu dni dniach
okno okna oknie okien oknach
wieniec wieńca wieńce wieńców
dworzec dworca dworcu dworce
aleja alei aleję alejach
kolej kolei koleją koleje
filia filii filię filie filiach
muzeum muzea muzeów muzeach
teatr teatru teatrze teatrem
skwer skweru skwerze skwery skwerów
senior seniora seniorzy seniorów seniorom
mieszkaniec mieszkańca mieszkańcy mieszkańców mieszkańcom
rowerzysta rowerzysty rowerzyści rowerzystów
nowość nowości nowością nowościach
tężnia tężni tężnię tężnią
huśtawka huśtawki huśtawce huśtawek
zjeżdżalnia zjeżdżalni zjeżdżalnię
osiedle osiedla osiedlu osiedli osiedlach
dzielnica dzielnicy dzielnice dzielnicę dzielnicach
ulica ulicy ulicę ulice ulic ulicach
Bogucice Bogucicach Bogucic
Ligota Ligoty Ligocie Ligotę
Szopienice Szopienicach Szopienic
Kostuchna Kostuchny Kostuchnie
defibrylator defibrylatora defibrylatory defibrylatorów
kino kina kinie kinem kin
wiata wiaty wiacie wiat
krzew krzewu krzewy krzewów krzewami
ptak ptaka ptaki ptaków ptakom
monitoring monitoringu monitoringiem
sport sportu sporcie sporty
płacić
`
  .trim()
  .split("\n")
  .map((line) => line.split(" "));

const meet = (one: string, other: string): boolean => {
  const stems = new Set(polishStems(lookedUp(one)));
  return polishStems(lookedUp(other)).some((stem) => stems.has(stem));
};

const pairs = WORDS.flatMap((forms) =>
  forms.flatMap((one, n) => forms.slice(n + 1).map((other) => [one, other] as const)),
);

describe("a Polish word", () => {
  test(`meets its other forms, in ${pairs.length} pairs`, () => {
    expect(pairs.length).toBeGreaterThan(900);
    expect(
      pairs.filter(([one, other]) => !meet(one, other)).map(([one, other]) => `${one} ${other}`),
    ).toEqual([]);
  });

  test("meets no other word's", () => {
    const wrong = WORDS.flatMap((forms, n) =>
      WORDS.slice(n + 1).flatMap((others) =>
        forms.flatMap((one) => others.filter((other) => meet(one, other)).map((other) => `${one} ${other}`)),
      ),
    );
    // Kraków has the ending that rowerów has: what is of bicycles is found with the bicycles.
    expect(wrong.filter((pair) => !pair.startsWith("rowerów rowerow"))).toEqual([]);
  });

  it("needs no diacritics and no small letters", () => {
    fc.assert(
      fc.property(fc.constantFrom(...WORDS.flat()), (word) => {
        const plain = word.normalize("NFD").replace(/\p{M}/gu, "").replaceAll("ł", "l").toUpperCase();
        expect(termsOfWord(lookedUp(plain))).toEqual(termsOfWord(lookedUp(word)));
      }),
    );
  });
});

describe("words of a text", () => {
  it.each([
    ["„boiska”, «boiska» \"boiska\" 'boiska' boiska.", ["boiska"]],
    ["boi\u00adska bois\u200bka \ufeffboiska", ["boiska"]],
    ["Plac–zabaw—nowy‑stary-zielony−1", ["plac", "zabaw", "nowy", "stary", "zielony", "1"]],
    ["O’Brien O'Brien OʼBrien O`Brien", ["obrien"]],
    ["ul.Łąkowa 08/09", ["lakowa", "8", "9"]],
    ["L13/08/XII", ["l13", "8", "xii"]],
    ["ŁA\u0328KA łąka", ["laka"]],
    ["ﬁlia № ２", ["filia", "2"]],
    ["i w z na", []],
    ["?!… —", []],
  ])("%j", (text, words) => {
    expect(soughtWords(text)).toEqual(words);
  });

  it("of English and Ukrainian are looked for by how they begin", () => {
    const beginnings = (q: string, language: "pl" | "en" | "uk") =>
      wantedIn(q, language).map(({ beginning }) => beginning);
    expect(beginnings("playgrounds libraries bikes at", "en")).toEqual([
      "playground",
      "librar",
      "bik",
      undefined,
    ]);
    expect(beginnings("парку дерева майданчики", "uk")).toEqual(["парк", "дерев", "маиданчик"]);
    expect(beginnings("парку", "pl")).toEqual(["парк"]);
    expect(beginnings("boiska", "pl")).toEqual([undefined]);
  });
});

describe("the nearest word", () => {
  it("has a letter more, less, exchanged or turned round", () => {
    const near = (word: string) => nearest(word, ["boisko", "biblioteka", "plac", "las", "boiskowy"], 3);
    expect(near("bosko")).toEqual(["boisko"]);
    expect(near("biosko")).toEqual(["boisko"]);
    expect(near("bibloteka")).toEqual(["biblioteka"]);
    expect(near("palc")).toEqual(["plac"]);
    expect(near("kosmos")).toEqual([]);
  });

  it("is as far one way as the other", () => {
    const word = fc.stringMatching(/^[abc]{0,6}$/);
    fc.assert(
      fc.property(word, word, (one, other) => {
        expect(distance(one, other, 9)).toBe(distance(other, one, 9));
        expect(distance(one, other, 9) === 0).toBe(one === other);
        expect(distance(one, other, 2)).toBe(Math.min(3, distance(one, other, 9)));
      }),
    );
  });
});
