/**
 * Takes the language off the path, so that a page has one route in all languages: `/uk/projekty` goes on as `/projekty` and a header that
 * says `uk`, which nobody outside can set. `/uk/` stays as it is: like every path with a slash at its end, it leads to the one without. And
 * takes off the query what the page or list of that path does not ask for (`?fbclid=…`, `?_=17`), and writes a path in one way (`/%70rojekty`):
 * each would be a copy of its own in the cache.
 *
 * CloudFront runs it on every request (JavaScript runtime 2.0: no imports, no exports, a subset of the language, in which neither `for … of`
 * nor patterns of arrays and objects are), and the local gateway runs the same file. CODES and LANGUAGES stand for the codes of the city's languages, QUERIES for paths and the names of their parameters: whoever installs it puts them in.
 * What stands under the code of another is a path that is nowhere.
 */
// biome-ignore lint/correctness/noUnusedVariables: CloudFront calls the function of this name
function handler(event) {
  const request = event.request;
  const queries = "QUERIES";
  const spoken = "LANGUAGES";
  // Letters, digits, `-`, `_` and `~` mean the same in percents (RFC 3986 §6.2.2.2).
  request.uri = request.uri.replace(/%(?:2d|3\d|[46][1-9a-f]|[57][0-9a]|5f|7e)/gi, (one) =>
    decodeURIComponent(one),
  );
  const prefix = /^\/(CODES)(?=\/.|$)/.exec(request.uri);
  if (prefix) {
    request.uri = request.uri.slice(prefix[0].length) || "/";
    request.headers["x-rynek-language"] = { value: prefix[1] };
  } else {
    delete request.headers["x-rynek-language"];
  }
  if (/^\/(?:urzad|v1\/(?:staff|uploads))(?:\/|$)/.test(request.uri)) return request;

  const own = queries.filter((one) => one.path.test(request.uri));
  Object.keys(request.querystring).forEach((name) => {
    if (!own.some((one) => one.names.test(name))) delete request.querystring[name];
  });
  if (!/^\/v1\//.test(request.uri) || !/^(?:GET|HEAD)$/.test(request.method)) return request;

  // Of what the API's answers go by, only what they can be: everybody may read them, whatever token somebody shows.
  const sent = (name) => (request.headers[name] ? request.headers[name].value.toLowerCase() : "");
  const geo = "application/geo+json";
  request.headers.accept = { value: sent("accept").includes(geo) ? geo : "application/json" };
  const asked = sent("accept-language")
    .slice(0, 500)
    .split(",")
    .map((part) => {
      const said = part.trim().split(";");
      const quality = said.map((one) => one.trim()).find((one) => one.startsWith("q="));
      return {
        language: said[0].trim().split("-")[0],
        quality: quality === undefined ? 1 : Number(quality.slice(2)) || 0,
      };
    })
    .filter((one) => one.quality > 0 && spoken.includes(one.language))
    .sort((one, other) => other.quality - one.quality);
  request.headers["accept-language"] = { value: asked.length > 0 ? asked[0].language : spoken[0] };
  delete request.headers.authorization;
  return request;
}
