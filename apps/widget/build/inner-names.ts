/**
 * Properties that never leave the widget: no DOM, no wire, no storage, no attribute, no event, and nothing asks for them
 * by a string. The build gives them a letter; `inner-names.test.ts` holds them to it.
 */
export const innerNames: readonly string[] = [
  // The view
  ...["props", "vnode", "inside", "above", "instance", "provides", "stale", "hooks", "afterPaint"],
  ...["current", "dom", "afterDraw", "onFault", "redraw", "held", "args", "cleanup", "detached"],
  // The widget and its journey
  ...[
    "announce",
    "client",
    "dispatch",
    "failure",
    "faults",
    "formatDay",
    "formatDuration",
    "formatMoney",
    "formatNumber",
    "formatWait",
    "journey",
    "later",
    "leadDraft",
    "moved",
  ],
  ...["sending", "stranded", "wantLater", "retryAfterSeconds"],
  ...["AirportList", "Booking", "MorePanel", "SeveralLegs", "aroundMe", "createFormats", "listChoices"],
  ...["locate", "offerChoices", "pushEvents", "readRequest", "rules", "submitTrip"],
  ...["eventOf", "keepRecent", "readCampaign"],
  ...["emit", "fail", "speak"],
  // What components are given
  ...["arrived", "faultOf", "locked", "onEdit", "onPick"],
  ...["edit", "between", "inWords", "near", "opened"],
  ...["control", "hint", "full", "cards", "view", "change", "toggle", "panel"],
  // Airports, options and requests on their way to the screen
  ...["choices", "grouped", "groups", "heading", "minSeats", "offsetMinutes", "stops"],
  ...["active", "anchor", "typed", "pick", "press", "settle", "leave"],
  ...["withoutStops", "priced", "onBack", "judge", "told"],
  // The client
  ...["baseUrl", "findAirports", "idempotencyKey", "patienceMs", "searchOptions", "submitLead"],
];
