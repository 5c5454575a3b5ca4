// The search form as a team would write it with React Aria: what ours shows at first, one language, a plain look.
import { getLocalTimeZone, today } from "@internationalized/date";
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
  Disclosure,
  FieldError,
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
  ToggleButton,
} from "react-aria-components";
import { createRoot } from "react-dom/client";
import { Controller } from "react-hook-form";
import css from "./react-aria-form.css?inline";
import { Sign } from "./sign.jsx";
import { findAirports, halfHours, kinds, t, useTripForm } from "./trip-form.js";

function SearchForm() {
  const { control, handleSubmit, watch, swap } = useTripForm();
  const isReturn = watch("kind") === "return";
  const field = (name, draw) => <Controller name={name} control={control} render={draw} />;
  return (
    <form className="trip" onSubmit={handleSubmit(() => {})}>
      <h2>{t("title")}</h2>
      {field("kind", ({ field: { value, onChange } }) => (
        <RadioGroup aria-label={t("trip")} value={value} onChange={onChange}>
          {kinds.map((kind) => (
            <Radio key={kind} value={kind}>
              {t(`kinds.${kind}`)}
            </Radio>
          ))}
        </RadioGroup>
      ))}
      {field("from", (given) => (
        <AirportField label={t("from")} {...given} />
      ))}
      <Button aria-label={t("swap")} onPress={swap}>
        <Sign name="swap" />
      </Button>
      {field("to", (given) => (
        <AirportField label={t("to")} {...given} />
      ))}
      {field("date", (given) => (
        <>
          <DayField label={t(isReturn ? "depart" : "date")} {...given} />
          <Soon {...given} />
        </>
      ))}
      {isReturn && field("returnDate", (given) => <DayField label={t("return")} {...given} />)}
      {field("time", (given) => (
        <TimeField {...given} />
      ))}
      {field("passengers", ({ field: { value, onChange } }) => (
        <NumberField value={value} onChange={onChange} minValue={1} maxValue={400}>
          <Label>{t("passengers")}</Label>
          <Group>
            <Button slot="decrement">
              <Sign name="minus" />
            </Button>
            <Input />
            <Button slot="increment">
              <Sign name="plus" />
            </Button>
          </Group>
        </NumberField>
      ))}
      <Disclosure>
        <Button slot="trigger">
          <Sign name="chevron" />
          {t("more")}
        </Button>
      </Disclosure>
      <Button type="submit">
        <Sign name="search" />
        {t("submit")}
      </Button>
    </form>
  );
}

function AirportField({ label, field, fieldState: { error } }) {
  const [airports, setAirports] = useState([]);
  useEffect(() => findAirports(field.value, setAirports), [field.value]);
  return (
    <ComboBox
      items={airports}
      inputValue={field.value}
      onInputChange={field.onChange}
      isInvalid={Boolean(error)}
      allowsEmptyCollection
    >
      <Label>{label}</Label>
      <Group>
        <Input placeholder={t("airport")} />
      </Group>
      <FieldError>{error?.message}</FieldError>
      <Popover>
        <ListBox>{({ code, name }) => <ListBoxItem id={code}>{name}</ListBoxItem>}</ListBox>
      </Popover>
    </ComboBox>
  );
}

function DayField({ label, field, fieldState: { error } }) {
  return (
    <DatePicker value={field.value} onChange={field.onChange} isInvalid={Boolean(error)}>
      <Label>{label}</Label>
      <Group>
        <DateInput>{(segment) => <DateSegment segment={segment} />}</DateInput>
        <Button>
          <Sign name="calendar" />
        </Button>
      </Group>
      <FieldError>{error?.message}</FieldError>
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

function Soon({ field: { value, onChange } }) {
  const day = today(getLocalTimeZone());
  return [day, day.add({ days: 1 })].map((each, index) => (
    <ToggleButton key={index} isSelected={value?.compare(each) === 0} onChange={() => onChange(each)}>
      {t(index ? "tomorrow" : "today")}
    </ToggleButton>
  ));
}

function TimeField({ field }) {
  return (
    <Select placeholder={t("undecided")} value={field.value || null} onChange={field.onChange}>
      <Label>{t("time")}</Label>
      <Button>
        <SelectValue />
        <Sign name="chevron" />
      </Button>
      <Popover>
        <ListBox items={halfHours}>{({ id }) => <ListBoxItem id={id}>{id}</ListBoxItem>}</ListBox>
      </Popover>
    </Select>
  );
}

const sheet = new CSSStyleSheet();
sheet.replaceSync(css);
document.adoptedStyleSheets = [sheet];
createRoot(document.getElementById("form")).render(<SearchForm />);
