// The search form as a team would write it with React Aria: the same fields, one language, no styles, no validation.
import { useEffect, useState } from "react";
import {
  Button,
  Calendar,
  CalendarCell,
  CalendarGrid,
  ComboBox,
  DateInput,
  DatePicker,
  DateSegment,
  Group,
  Heading,
  Input,
  Label,
  ListBox,
  ListBoxItem,
  NumberField,
  Popover,
  Radio,
  RadioGroup,
  Select,
  SelectValue,
} from "react-aria-components";
import { createRoot } from "react-dom/client";
import { findAirports, halfHours, kinds } from "./trip-choices.js";

function SearchForm() {
  const [kind, setKind] = useState("one-way");
  return (
    <form>
      <RadioGroup aria-label="Trip" value={kind} onChange={setKind}>
        {kinds.map(([value, label]) => (
          <Radio key={value} value={value}>
            {label}
          </Radio>
        ))}
      </RadioGroup>
      <AirportField label="From" />
      <AirportField label="To" />
      <DayField label={kind === "return" ? "Departure" : "Date"} />
      {kind === "return" && <DayField label="Return" />}
      <TimeField />
      <NumberField defaultValue={4} minValue={1} maxValue={99}>
        <Label>Passengers</Label>
        <Group>
          <Button slot="decrement">−</Button>
          <Input />
          <Button slot="increment">+</Button>
        </Group>
      </NumberField>
      <Button type="submit">Search aircraft</Button>
    </form>
  );
}

function AirportField({ label }) {
  const [typed, setTyped] = useState("");
  const [airports, setAirports] = useState([]);
  useEffect(() => findAirports(typed, setAirports), [typed]);
  return (
    <ComboBox items={airports} inputValue={typed} onInputChange={setTyped} allowsEmptyCollection>
      <Label>{label}</Label>
      <Group>
        <Input />
        <Button>▾</Button>
      </Group>
      <Popover>
        <ListBox>{({ code, name }) => <ListBoxItem id={code}>{name}</ListBoxItem>}</ListBox>
      </Popover>
    </ComboBox>
  );
}

function DayField({ label }) {
  return (
    <DatePicker>
      <Label>{label}</Label>
      <Group>
        <DateInput>{(segment) => <DateSegment segment={segment} />}</DateInput>
        <Button>▾</Button>
      </Group>
      <Popover>
        <Calendar>
          <Button slot="previous">‹</Button>
          <Heading />
          <Button slot="next">›</Button>
          <CalendarGrid>{(date) => <CalendarCell date={date} />}</CalendarGrid>
        </Calendar>
      </Popover>
    </DatePicker>
  );
}

function TimeField() {
  return (
    <Select placeholder="Not decided">
      <Label>Time</Label>
      <Button>
        <SelectValue />
      </Button>
      <Popover>
        <ListBox items={halfHours}>{({ id }) => <ListBoxItem id={id}>{id}</ListBoxItem>}</ListBox>
      </Popover>
    </Select>
  );
}

createRoot(document.getElementById("form")).render(<SearchForm />);
