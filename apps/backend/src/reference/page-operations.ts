import { ifNoneMatch, unchanged, type Operation, type Parameter } from "./operation.ts";

const page = ["text/html"] as const;
const embedKey: Parameter = { name: "embedKey", in: "path", description: "Names the broker; public." };
const version: Parameter = {
  name: "version",
  in: "path",
  description: "`v1`, which follows every update, or a version.",
};
const lang: Parameter = {
  name: "lang",
  in: "query",
  description: "One of the broker's languages (BCP 47); default: by `Accept-Language`.",
};

/** Pages that we serve, and the files of the widget: for browsers, without a gate. */
export const pageOperations: readonly Operation[] = [
  {
    method: "get",
    path: "/widget/{version}/{file}",
    id: "readWidgetFile",
    room: "pages",
    summary: "The widget's files",
    description: "`/widget/v1/liftline.js` is the script of the embed code. Files of a version never change.",
    parameters: [version, { name: "file", in: "path", description: "Such as `liftline.js`." }, ifNoneMatch],
    answers: {
      200: { description: "For any website.", media: ["text/javascript", "application/json"] },
      304: unchanged,
    },
    codes: ["route.unknown"],
    example: { path: "/widget/v1/liftline.js" },
  },
  {
    method: "get",
    path: "/s/{embedKey}",
    id: "findHostedPage",
    room: "pages",
    summary: "To the broker's page",
    parameters: [embedKey],
    answers: { 308: { description: "The same address with a slash at its end." } },
    codes: ["route.unknown"],
    example: { path: "/s/pk_demo" },
  },
  {
    method: "get",
    path: "/s/{embedKey}/",
    id: "readHostedPage",
    room: "pages",
    summary: "The broker's page, for brokers without a site",
    parameters: [embedKey, lang],
    answers: {
      200: { description: "The search, whom to call, what the broker says.", media: page },
      404: { description: "No such broker, or no page of this broker.", media: page },
    },
    example: { path: "/s/pk_demo/?lang=de" },
  },
  {
    method: "get",
    path: "/s/{embedKey}/{file}",
    id: "readHostedFile",
    room: "pages",
    summary: "What makes an app of that page",
    parameters: [
      embedKey,
      {
        name: "file",
        in: "path",
        description:
          "`app.webmanifest`, `page.css`, `page.js`, `worker.js`, `icon.svg` or a picture that the manifest names.",
      },
      lang,
    ],
    answers: {
      200: {
        description: "The file.",
        media: ["application/manifest+json", "text/css", "text/javascript", "image/svg+xml", "image/png"],
      },
    },
    codes: ["route.unknown"],
    example: { path: "/s/pk_demo/app.webmanifest" },
  },
  {
    method: "get",
    path: "/t/{embedKey}/{trip}",
    id: "readTripPage",
    room: "pages",
    summary: "A trip, for whoever gets the link",
    parameters: [
      embedKey,
      {
        name: "trip",
        in: "path",
        description:
          "Legs joined by `_`, such as `EGGW-KTEB-20301213-1100-7`; `open` for no time, `a1830` for one of arrival.",
      },
      { name: "currency", in: "query", description: "One that the broker offers, such as `USD`." },
      lang,
    ],
    answers: {
      200: { description: "The trip, and a search that begins with it.", media: page },
      400: { description: "The trip cannot be read.", media: page },
      404: { description: "No such broker, or one without trip links.", media: page },
    },
    example: { path: "/t/pk_demo/EGGW-KTEB-20301213-1100-7" },
  },
  {
    method: "get",
    path: "/calendar/{embedKey}/{file}",
    id: "readCalendar",
    room: "pages",
    summary: "Flights for a calendar",
    parameters: [
      embedKey,
      {
        name: "file",
        in: "path",
        description: "Flights as `calendarPath` of `@liftline/api-client` writes them, `.ics` at the end.",
      },
      { name: "reference", in: "query", description: "Of the request, such as `LL-7K3F9Q`." },
      lang,
    ],
    answers: { 200: { description: "Tentative events.", media: ["text/calendar"] } },
    codes: ["route.unknown"],
    example: { path: "/calendar/pk_demo/EGGW-KTEB-20301213T110000Z-20301213T184000Z.ics" },
  },
];
