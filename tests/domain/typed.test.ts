import { expect, test } from "vitest";
import { readEmail } from "../../shared/domain/text/email.ts";
import { readMoment } from "../../shared/domain/text/moment.ts";
import { readMoney } from "../../shared/domain/text/money.ts";
import { readName } from "../../shared/domain/text/names.ts";
import { readPhone } from "../../shared/domain/text/phone.ts";
import { pointText, readPoint } from "../../shared/domain/text/point.ts";
import type { Read } from "../../shared/domain/text/read.ts";
import { searchWords } from "../../shared/domain/text/words.ts";

/** The value that was read, or `! rule` and what the fault says beside it. */
const told = <T>(read: Read<T>): T | string => {
  if ("value" in read) return read.value;
  const { rule, limit, at } = read.fault;
  return ["!", rule, limit, at && `${at.line}:${at.character} ${at.called}`].filter(Boolean).join(" ");
};

const rows = (read: (typed: string) => unknown, cases: Readonly<Record<string, unknown>>): void =>
  expect(Object.fromEntries(Object.keys(cases).map((typed) => [typed, read(typed)]))).toEqual(cases);

test("a name is one with whatever apostrophe, dash and width its letters are typed", () => {
  for (const sign of "'’‘ʼ´`′＇ʻ‛")
    expect(told(readName(`O${sign}Brien`)), `U+${sign.charCodeAt(0).toString(16)}`).toBe("O'Brien");
  for (const sign of "-‐‑‒–—−－﹣") expect(told(readName(`Zielińska${sign}Bąk`))).toBe("Zielińska-Bąk");
  rows((typed) => told(readName(typed)), {
    "  Nowak\u00a0 Bąk\u200b ": "Nowak Bąk",
    "\u202aNowak\u202c": "Nowak",
    "No\u00adwak": "Nowak",
    Ｎｏｗａｋ: "Nowak",
    "N\u043ewak": "! name-alphabets",
    "Anna Новак": "Anna Новак",
    "Z\u0301arski": "Źarski",
    "Шевченко-Д'яків": "Шевченко-Д'яків",
    Zielińska_Bąk: "! name 1:10 U+005F",
    "Nowak (Bąk)": "! name 1:7 U+0028",
    "<b>": "! name 1:1 U+003C",
    Nowak2: "! name 1:6 U+0032",
    "No\u0007wak": "! text 1:3 U+0007 BELL",
    "\u0301\u0302": "! name",
    "\u200b\u3164": "! required",
    "- -": "! name",
  });
});

test("an e-mail address is what mail can be sent to, in letters", () => {
  rows((typed) => told(readEmail(typed)), {
    "jan@żółw.pl": "jan@żółw.pl",
    "jan@xn--w-uga1v8h.pl": "jan@żółw.pl",
    " Jan.Kowalski+BO@Example.COM ": "jan.kowalski+bo@example.com",
    "Jan Kowalski <jan@x.pl>": "jan@x.pl",
    '"Kowalski, Jan" <jan@x.pl>,': "jan@x.pl",
    "mailto:jan@x.pl?subject=BO": "jan@x.pl",
    "<mailto:jan@x.pl>": "jan@x.pl",
    "jan@x.pl.": "jan@x.pl",
    "jan@x.pl,": "jan@x.pl",
    "jan @ x.pl": "jan@x.pl",
    "\u200bjan@x\u00ad.pl\ufeff": "jan@x.pl",
    "ｊａｎ＠ｘ．ｐｌ": "jan@x.pl",
    "jan@пошта.укр": "jan@пошта.укр",
    "jan@straße.de": "jan@straße.de",
    "jan..k@example.com": "! email-dots",
    ".jan@x.pl": "! email-dots",
    "jan.@x.pl": "! email-dots",
    "jan@x..pl": "! email-dots",
    "józef@x.pl": "! email-name 1:2 U+00F3",
    '"jan k"@x.pl': "! email-name 1:1 U+0022",
    "jan kowalski@x.pl": "! email-name 1:4 U+0020",
    "jan(bo)@x.pl": "! email-name 1:4 U+0028",
    "jan@x": "! email-domain",
    "jan@x.1": "! email-domain",
    "jan@127.0.0.1": "! email-domain",
    "jan@[127.0.0.1]": "! email-domain",
    "jan@x.p": "! email-domain",
    "jan@-x.pl": "! email-domain",
    "jan@x_y.pl": "! email-domain",
    "jan@xn--.pl": "! email-domain",
    "jan@\u0440aypal.com": "! email-alphabets",
    "jan@example。com": "jan@example.com",
    "jan@żółw｡pl": "jan@żółw.pl",
    "'jan@x.pl'": "jan@x.pl",
    '"jan@x.pl"': "jan@x.pl",
    "jan@x.pl (praca)": "jan@x.pl",
    jan: "! email",
    "@x.pl": "! email",
    "jan@": "! email",
    "a@b@c.pl": "! email",
    "jan@x.pl, ewa@x.pl": "! email",
    "": "! email",
    [`${"a".repeat(64)}@x.pl`]: `${"a".repeat(64)}@x.pl`,
    [`${"a".repeat(65)}@x.pl`]: "! email-long 64",
    [`a@${"b".repeat(63)}.${"c".repeat(63)}.${"d".repeat(63)}.${"e".repeat(57)}.pl`]:
      expect.stringMatching(/^a@b/),
    [`ab@${"b".repeat(63)}.${"c".repeat(63)}.${"d".repeat(63)}.${"e".repeat(57)}.pl`]: expect.stringMatching(
      /^(?:! too-long 254|! email-domain)$/,
    ),
  });
});

test("a telephone number is one however its digits are set apart", () => {
  for (const typed of [
    "600–100–200",
    "0600100200",
    "600 100 200",
    "600\u00a0100\u2009200",
    "(+48) 600 100 200",
    "+48 (0) 600/100/200",
    "0048600100200",
    "48600100200",
    "048 600 100 200",
    "600.100.200",
    "tel:+48600100200",
    "tel. 600100200",
    "tel. kom. 600 100 200",
    "kom.: 600100200",
    "６００１００２００",
    "\u202a600100200\u202c",
    "٦٠٠١٠٠٢٠٠",
    "600 100 200,",
  ])
    expect([typed, told(readPhone(typed))]).toEqual([typed, "+48600100200"]);
  rows((typed) => told(readPhone(typed)), {
    "+380501234567": "! phone-abroad",
    "00380 50 123 45 67": "! phone-abroad",
    "600 100 200 wew. 12": "! phone",
    "600 100 20": "! phone",
    "322 593 909": "! phone",
    "+48322593909": "! phone",
    "": "! phone",
  });
  expect(told(readPhone("+38 (050) 123-45-67", "anywhere"))).toBe("+380501234567".replace("38050", "38050"));
  expect(told(readPhone("+48322593909", "anywhere"))).toBe("! phone");
  for (const typed of ["322 593 909", "(32) 259-39-09", "0 32 259 39 09", "+48 32 259 39 09"])
    expect([typed, told(readPhone(typed, "to-call"))]).toEqual([typed, "+48322593909"]);
  expect(told(readPhone("600100200", "to-call"))).toBe("+48600100200");
  expect(told(readPhone("19 259 39 09", "to-call"))).toBe("! phone");
});

test("money is read however thousands, grosze and the currency are written", () => {
  rows((typed) => told(readMoney(typed)), {
    "12.500,00": 1_250_000,
    "12500,-": 1_250_000,
    "12500,--": 1_250_000,
    "12 500,-zł": 1_250_000,
    "12.500,-": 1_250_000,
    "12500.–": 1_250_000,
    "12 500 PLN": 1_250_000,
    "12 500 zl": 1_250_000,
    "12 500 zł": 1_250_000,
    "12 500 zł.": 1_250_000,
    "12 500 złotych": 1_250_000,
    zł12: 1_200,
    "PLN 12 500,00": 1_250_000,
    "12\u00a0500": 1_250_000,
    "12\u202f500,5": 1_250_050,
    "1 234,5": 123_450,
    "1,234.50": 123_450,
    "1.234.567": 123_456_700,
    "1,234,567.89": 123_456_789,
    "1’234’567": 123_456_700,
    "12 tys.": 1_200_000,
    "12,5 tys. zł": 1_250_000,
    "1,25 mln zł": 125_000_000,
    "１２５００": 1_250_000,
    "١٢٥٠٠": 1_250_000,
    "0,05": 5,
    "12500zł 50gr": 1_250_050,
    "12 500 zł 5 gr.": 1_250_005,
    "12 500 złotych i 50 groszy": 1_250_050,
    "12 500 zł 00/100": 1_250_000,
    "12 500,50 zł brutto": 1_250_050,
    "12 500 zł (brutto)": 1_250_000,
    "12 500,50 zł netto": "! money",
    "12 500,5 zł 50 gr": "! money",
    "12500 50 gr": "! money",
    "12 500 zł 500 gr": "! money",
    "12.500": "! money-twofold 12500",
    "12,500": "! money-twofold 12500",
    "12.500 zł": "! money-twofold 12500",
    "12,5001": "! money-decimals",
    "1234,567": "! money-decimals",
    "0.500": "! money-decimals",
    "12 50": "! money",
    "-5": "! money",
    "1e3": "! money",
    "12-15": "! money",
    "1.23.45": "! money",
    "1,234,56": "! money",
    "€12": "! money",
    "12,": "! money",
    "12.500,00,00": "! money",
    "12 500.00.00": "! money",
    "12 tys. 5": "! money",
    ",5": "! money",
    ".5": "! money",
    " .50 zł": "! money",
    "zł .5": "! money",
    "": "! money",
    "1234567890123": "! money",
  });
});

test("a point is read however it is written or copied", () => {
  const here = "50.2683, 19.0419";
  for (const typed of [
    "50.2683, 19.0419",
    "50.2683,19.0419",
    "50.2683 19.0419",
    "50,2683 19,0419",
    "50,2683, 19,0419",
    "50,2683;19,0419",
    "50,2683,19,0419",
    "(50.2683, 19.0419)",
    "[50.2683; 19.0419]",
    "50.2683N 19.0419E",
    "N 50.2683 E 19.0419",
    "E 19.0419, N 50.2683",
    "50.2683° N, 19.0419° E",
    "szer. 50,2683 dł. 19,0419",
    "szerokość geogr. 50.2683, długość geogr. 19.0419",
    "lat: 50.2683, lon: 19.0419",
    "lat=50.2683 lng=19.0419",
    "lat=50.2683&lon=19.0419",
    '{"lat":50.2683,"lng":19.0419}',
    '{"lon": 19.0419, "lat": 50.2683}',
    "POINT(19.0419 50.2683)",
    "Point (19.0419 50.2683)",
    "５０．２６８３, １９．０４１９",
    "https://www.openstreetmap.org/#map=19/50.2683/19.0419",
    "https://www.openstreetmap.org/?mlat=50.2683&mlon=19.0419#map=12/50.1/19.1",
    "https://www.google.com/maps/@50.2683,19.0419,17z",
    "https://www.google.com/maps/place/Rynek/@50.1,19.1,17z/data=!3m1!4b1!4m6!3m5!1s0x1:0x2!8m2!3d50.2683!4d19.0419",
    "https://www.google.com/maps?q=50.2683,19.0419",
    "https://www.google.com/maps/search/?api=1&query=50.2683%2C19.0419",
    "https://www.google.com/maps/search/50.2683,+19.0419",
    "google.com/maps?q=50.2683,19.0419",
    "https://maps.apple.com/?ll=50.2683,19.0419&q=Rynek",
    "https://maps.apple.com/place?coordinate=50.2683,19.0419&name=Rynek",
    "geo:50.2683,19.0419?z=17",
    "geo:0,0?q=50.2683,19.0419(Rynek)",
    "https://mapy.com/pl/zakladni?x=19.0419&y=50.2683&z=17",
    "https://www.bing.com/maps?cp=50.2683~19.0419",
  ])
    expect([typed, told(readPoint(typed) as Read<unknown>)]).toEqual([typed, { lat: 50.2683, lon: 19.0419 }]);
  for (const typed of [
    `50°16'05.9"N 19°02'30.8"E`,
    "50°16′05.9″N 19°02′30.8″E",
    "50º16’05,9”N, 19º02’30,8”E",
    "N50°16'05.9'' E19°02'30.8''",
    "E 19° 2' 30.8\" N 50° 16' 5.9\"",
    "50 16 05.9 N 19 02 30.8 E",
    "50 16 5.9 19 2 30.8",
    "https://www.google.com/maps/place/50%C2%B016'05.9%22N+19%C2%B002'30.8%22E/",
    "https://www.google.com/maps/place/50°16'05.9%22N+19°02'30.8%22E/data=!3m1",
    "50° 16ʹ 05.9ʺ N, 19° 02ʹ 30.8ʺ E",
    "50° 16´ 05,9´´ szer. geogr. płn., 19° 02´ 30,8´´ dł. geogr. wsch.",
  ])
    expect([typed, told(readPoint(typed) as Read<unknown>)]).toEqual([
      typed,
      { lat: 50.268306, lon: 19.041889 },
    ]);
  expect(told(readPoint("50°16.098' N 19°2.514' E") as Read<unknown>)).toEqual({
    lat: 50.2683,
    lon: 19.0419,
  });
  rows((typed) => told(readPoint(typed) as Read<unknown>), {
    "19.0419, 50.2683": `! point-swapped ${here}`,
    "19,0419 50,2683": `! point-swapped ${here}`,
    "0, 0": "! point-abroad",
    "50.2683, -19.0419": "! point-abroad",
    "50.2683 S 19.0419 E": "! point-abroad",
    "50.2683": "! point",
    "50.2683 19.0419 200": "! point",
    "50°61'00\"N 19°02'30\"E": "! point",
    "N 50.2683 N 19.0419": "! point",
    "ul. Mariacka 5": "! point",
    "https://maps.app.goo.gl/abcDEF123": "! point-link",
    "": "! point",
  });
  expect(pointText({ lat: 50.2683, lon: 19.0419 })).toBe(here);
});

test("a time on the city's clocks is read in every usual form, and an hour that is none says why", () => {
  const day = "2027-05-28T15:00:00.000Z";
  for (const typed of [
    "2027-05-28T17:00",
    "2027-05-28T17:00:00",
    "2027-05-28 17:00",
    "28.05.2027 17:00",
    "28.5.2027, 17.00",
    "28.05.2027 r., godz. 17.00",
    "28/05/2027 17:00",
    "28-05-2027 17:00",
    "28 maja 2027, 17:00",
    "28 maja 2027 r. o godz. 17:00",
    "28 May 2027 at 17:00",
    "28 maj 2027, 17:00",
    "do piątku 28 maja 2027, 17:00",
    "28.05.2027r. godz.17:00",
    "28 травня 2027 р. о 17:00",
    " 2027-05-28\u00a017:00 ",
    "２０２７-05-28 17:00",
    "2027-05-28T17:00+02:00",
    "2027-05-28T15:00Z",
  ])
    expect([typed, told(readMoment(typed))]).toEqual([typed, day]);
  for (const form of [
    "2027-03-28T02:30",
    "2027-03-28 2:30",
    "28.03.2027 02:30",
    "28 marca 2027, 2.30",
    "2027-03-28T02:30:00",
  ]) {
    expect([form, told(readMoment(form))]).toEqual([form, "! gap"]);
    const autumn = form
      .replace(/03(?=[-.])/, "10")
      .replace("28", "31")
      .replace("marca", "października");
    expect([autumn, told(readMoment(autumn))]).toEqual([autumn, "! overlap"]);
  }
  rows((typed) => told(readMoment(typed)), {
    "2027-05-28 24:00": "2027-05-28T22:00:00.000Z",
    "28.05.2027 24:00": "2027-05-28T22:00:00.000Z",
    "2027-10-31T02:30+01:00": "2027-10-31T01:30:00.000Z",
    "17:00 28.05.2027": "2027-05-28T15:00:00.000Z",
    "28.V.2027 17:00": "2027-05-28T15:00:00.000Z",
    "28 maja 2027 r. godz. 17": "2027-05-28T15:00:00.000Z",
    "28.05.2027, godz. 17": "2027-05-28T15:00:00.000Z",
    "2027-02-30T10:00Z": "! moment",
    "2027-05-28T17:00:60": "! moment",
    "2027-05-28T17:00:60Z": "! moment",
    "05/28/2027 17:00": "! moment",
    "2027-02-30 10:00": "! moment",
    "2027-05-28": "! moment",
    "2027-05-28 25:00": "! moment",
    "28.05.27 17:00": "! moment",
    "28.05.2027 5:00 pm": "! moment",
    "28.05.2027": "! moment",
    "31 czerwca 2027 10:00": "! moment",
    jutro: "! moment",
    "": "! moment",
  });
});

test("a search is by words, whatever stands between them", () => {
  rows((typed) => searchWords(typed).join(" "), {
    '"boiska"': "boiska",
    "boiska,": "boiska",
    "„Boiska”": "boiska",
    "bo\u00adis\u200bka": "boiska",
    "ławka – skwer": "lawka skwer",
    "O’Brien O'Brien": "obrien obrien",
    "L9/03/VII": "l9 03 vii",
    "Straße Øre": "strasse ore",
    "  ,. ": "",
  });
});
