/**
 * The rules that keep the search's room before its script has come: the form's own heights (docs/decisions/014-a-small-loader.md), by
 * the width of the column it stands in. They end with `:defined`, from when the element keeps the room itself. What keeps it takes
 * no width, so what stands between the tags stays where it is; a browser that runs no script will need no room.
 */
export const searchRoom = `liftline-search:not(:defined, [hidden]) { display: block; container-type: inline-size; }
liftline-search:not(:defined)::before { content: ""; float: left; height: 536px; }
liftline-search:is([return-date], [trip*="_"]):not(:defined)::before { height: 674px; }
@container (min-width: 560px) {
  liftline-search:not(:defined)::before { height: 352px; }
  liftline-search:is([return-date], [trip*="_"]):not(:defined)::before { height: 421px; }
}
@container (min-width: 900px) {
  liftline-search:not(:defined)::before { height: 283px; }
  liftline-search:is([return-date], [trip*="_"]):not(:defined)::before { height: 352px; }
}
@media (scripting: none) {
  liftline-search:not(:defined) { container-type: normal; }
  liftline-search:not(:defined)::before { content: none; }
}
`;
