import type { Words } from "../words.ts";

export const problems: Words["problems"] = {
  status: "HTTP status",
  code: "Code",
  means: "What it means",
  next: "What to do",
  byStatus: {
    400: ["The server could not read the request.", "Check the address, the headers and the body."],
    401: ["The server does not know who asks.", "Sign in, or start again."],
    403: ["The server knows who asks, but this person may not do it.", "Ask somebody who has the role."],
    404: ["It does not exist, or it is not yours to see.", "Check the address."],
    405: ["The address does not take this HTTP method.", "Choose a method from the Allow header."],
    406: ["The resource does not exist in this form.", "Change the Accept header."],
    409: [
      "The request is right, but does not fit the present state.",
      "Load the state again and see what is possible now.",
    ],
    410: ["It was there, and was removed.", "Do not repeat the request."],
    412: ["Somebody changed the entry after you read it.", "Load the entry again and repeat the change."],
    413: ["The body is too large.", "Shorten it and send it again."],
    415: ["The body is of another kind than the server takes.", "Change the Content-Type header."],
    422: ["The body can be read, but a rule of the city says no.", "Correct the fields named in the answer."],
    428: ["A change needs the version that it changes.", "Add an If-Match header."],
    429: ["There were too many tries.", "Wait as long as the Retry-After header says."],
    500: ["Something broke on our side.", "Repeat the request in a few minutes."],
    503: ["The server is busy for a moment.", "Repeat the same request in a moment."],
  },
};

export const apiDocs: Words["apiDocs"] = {
  title: "API and open data",
  lead: "All addresses for programs, described.",
  file: "The same as an OpenAPI 3.1 file",
  catalog: "Catalogue of everything that is published (DCAT-AP-PL)",
  contents: "Contents",
  schemas: "Dictionary of data",
  who: "Who may",
  anyone: "anyone",
  parameters: "Parameters",
  body: "Request body",
  replies: "Replies",
  columns: ["Name", "Where", "Description"],
};
