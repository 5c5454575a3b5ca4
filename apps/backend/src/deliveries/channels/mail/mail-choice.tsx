import type { ChoiceLine, LegLine } from "./choice-lines.ts";
import { look } from "./mail-style.ts";
import type { Direction } from "./messages/translate.ts";

interface ChoiceTableProps {
  choices: readonly ChoiceLine[];
  /** Whether each leg says where and when: not where the trip stands above already. */
  withRoutes: boolean;
  direction: Direction;
}

/** What was chosen, as timetables, a hairline between two. */
export function ChoiceTable({ choices, withRoutes, direction }: ChoiceTableProps) {
  return (
    <table role="presentation" width="100%" cellpadding="0" cellspacing="0">
      {choices.map((choice) => (
        <tr>
          <td class="row" style={look.row}>
            <ChoiceHead choice={choice} direction={direction} />
            {choice.legs.map((leg) => (
              <div style={{ paddingTop: "12px" }}>
                {withRoutes && (
                  <p class="quiet" style={look.small}>
                    <bdi>{leg.route}</bdi> · {leg.day}
                  </p>
                )}
                <LegStrip leg={leg} direction={direction} />
                {leg.note !== "" && (
                  <p class="quiet" style={look.small}>
                    {leg.note}
                  </p>
                )}
              </div>
            ))}
          </td>
        </tr>
      ))}
    </table>
  );
}

function ChoiceHead({ choice, direction }: { choice: ChoiceLine; direction: Direction }) {
  const end = direction === "rtl" ? "left" : "right";
  return (
    <table role="presentation" width="100%" cellpadding="0" cellspacing="0">
      <tr>
        <td class="stack" valign="top">
          <p class="ink" style={{ ...look.body, fontWeight: "600" }}>
            <bdi>{choice.name}</bdi>
          </p>
          <p class="quiet" style={look.small}>
            {choice.detail}
          </p>
        </td>
        <td class="stack" valign="top" align={end} style={{ textAlign: end }}>
          <p class="ink" style={{ ...look.price, ...look.figures }}>
            <bdi>{choice.price}</bdi>
          </p>
          {choice.basis !== "" && (
            <p class="quiet" style={look.small}>
              {choice.basis}
            </p>
          )}
        </td>
      </tr>
    </table>
  );
}

function LegStrip({ leg, direction }: { leg: LegLine; direction: Direction }) {
  const cell = { ...look.body, ...look.figures, whiteSpace: "nowrap" };
  return (
    <table role="presentation" width="100%" cellpadding="0" cellspacing="0" style={{ maxWidth: "440px" }}>
      <tr>
        <td class="ink" style={cell}>
          <Station code={leg.from} time={leg.departs} />
        </td>
        <Rule />
        <td class="quiet" style={{ ...look.small, ...look.figures, whiteSpace: "nowrap" }}>
          {leg.duration}
        </td>
        <Rule />
        <td class="quiet" style={{ ...look.small, paddingInlineEnd: "8px" }} aria-hidden="true">
          {direction === "rtl" ? "\u25C0" : "\u25B6"}
          {"\uFE0E"}
        </td>
        <td class="ink" style={cell}>
          <Station code={leg.to} time={leg.arrives} mark={leg.dayMark} isArrival />
        </td>
      </tr>
    </table>
  );
}

interface StationProps {
  code: string;
  time: string | null;
  mark?: string;
  isArrival?: boolean;
}

function Station({ code, time, mark = "", isArrival = false }: StationProps) {
  const clock = time !== null && (
    <b>
      <bdi dir="ltr">
        {time}
        {mark !== "" && <sup style={{ fontSize: "11px", lineHeight: "0" }}>{mark}</sup>}
      </bdi>
    </b>
  );
  return (
    <>
      {isArrival && clock}
      {isArrival && clock && " "}
      <bdi>{code}</bdi>
      {!isArrival && clock && " "}
      {!isArrival && clock}
    </>
  );
}

function Rule() {
  return (
    <td width="50%" style={{ padding: "0 8px" }}>
      <div class="line" style={look.line}>
        {"\u00A0"}
      </div>
    </td>
  );
}
