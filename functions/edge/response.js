/**
 * Says in our words what AWS would say in its own: the gateway's `{"message":"Too Many Requests"}`, the bucket's XML. A function's answer bears
 * the header OURS, whatever its status, and goes on as it is. A page speaks the language of its path, the API that of `Accept-Language`; of a
 * file nobody knows the language, so it is said in all.
 *
 * CloudFront runs it on every answer of an origin (Lambda@Edge, which alone sees those from 400 on), and the local gateway runs the same file.
 * ANSWERS stands for the words, LANGUAGES for the codes of the city's languages, the first of which is what is left when no other is asked for:
 * whoever installs it puts them in.
 */
// biome-ignore lint/correctness/noUnusedVariables: whoever installs it calls the function of this name
function handler(event) {
  const answers = "ANSWERS";
  const spoken = "LANGUAGES";
  const ours = "OURS";
  const { request, response } = event.Records[0].cf;
  const isAway = request.uri === "AWAY";
  const said = Number(response.status);
  if (!isAway && (said < 400 || response.headers[ours])) return response;

  const isFile = isAway || /^\/cycles\/.*\/results\//.test(request.uri);
  const isApi = /^\/v1(?:\/|$)/i.test(request.uri);
  const header = (name) => (request.headers[name] ? request.headers[name][0].value : "");
  const asked = isApi
    ? header("accept-language")
        .slice(0, 500)
        .toLowerCase()
        .split(",")
        .map((part) => {
          const [tag, ...parameters] = part.trim().split(";");
          const quality = parameters.map((one) => one.trim()).find((one) => one.startsWith("q="));
          return {
            language: tag.trim().split("-")[0],
            quality: quality === undefined ? 1 : Number(quality.slice(2)) || 0,
          };
        })
        .filter(({ quality }) => quality > 0)
        .sort((a, b) => b.quality - a.quality)
        .map(({ language }) => language)
    : [header("x-rynek-language")];
  const language = isFile ? "all" : (asked.find((one) => spoken.includes(one)) ?? spoken[0]);

  // The bucket says 403 of what is not there; 502 and 504 are kept for what never reached an origin.
  const meant = isAway ? 503 : isFile && said === 403 ? 404 : said > 500 ? 503 : said;
  const keyOf = (status) => `${status}-${isApi ? "api" : "page"}-${language}`;
  const { headers, body } = answers[keyOf(meant)] ?? answers[keyOf(meant < 500 ? 400 : 500)];
  // The page for when nothing is reached counts as found: CloudFront gives it the status.
  response.status = isAway ? "200" : String(meant);
  response.statusDescription = "";
  for (const [name, value] of Object.entries(headers)) response.headers[name] = [{ key: name, value }];
  // Pages of other sites may read what everybody may, and so why they do not have it.
  const isOpen =
    /^(?:GET|HEAD)$/.test(request.method) && /^\/v1(?:$|\/(?!(?:staff|uploads)(?:\/|$)))/i.test(request.uri);
  if (isOpen) {
    const origin = "access-control-allow-origin";
    response.headers[origin] = [{ key: origin, value: "*" }];
  }
  response.body = request.method === "HEAD" ? "" : body;
  response.bodyEncoding = "text";
  return response;
}
