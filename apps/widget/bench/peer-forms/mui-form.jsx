// The search form as a team would write it with MUI: what ours shows at first, one language, the library's own styles.
import {
  Autocomplete,
  Button,
  Chip,
  FormControlLabel,
  IconButton,
  InputAdornment,
  MenuItem,
  Radio,
  RadioGroup,
  TextField,
  Typography,
} from "@mui/material";
import { AdapterDayjs } from "@mui/x-date-pickers/AdapterDayjs";
import { DatePicker } from "@mui/x-date-pickers/DatePicker";
import { LocalizationProvider } from "@mui/x-date-pickers/LocalizationProvider";
import dayjs from "dayjs";
import { useEffect, useState } from "react";
import { createRoot } from "react-dom/client";
import { Controller } from "react-hook-form";
import { Sign } from "./sign.jsx";
import { findAirports, halfHours, kinds, t, useTripForm } from "./trip-form.js";

function SearchForm() {
  const { control, handleSubmit, watch, swap } = useTripForm();
  const [isMore, setMore] = useState(false);
  const isReturn = watch("kind") === "return";
  const field = (name, draw) => <Controller name={name} control={control} render={draw} />;
  return (
    <LocalizationProvider dateAdapter={AdapterDayjs}>
      <form onSubmit={handleSubmit(() => {})}>
        <Typography variant="h5" component="h2">
          {t("title")}
        </Typography>
        {field("kind", ({ field: kind }) => (
          <RadioGroup row aria-label={t("trip")} {...kind}>
            {kinds.map((each) => (
              <FormControlLabel key={each} value={each} control={<Radio />} label={t(`kinds.${each}`)} />
            ))}
          </RadioGroup>
        ))}
        {field("from", (given) => (
          <AirportField label={t("from")} {...given} />
        ))}
        <IconButton aria-label={t("swap")} onClick={swap}>
          <Sign name="swap" />
        </IconButton>
        {field("to", (given) => (
          <AirportField label={t("to")} {...given} />
        ))}
        {field("date", ({ field: date }) => (
          <>
            <DatePicker label={t(isReturn ? "depart" : "date")} {...date} />
            <Soon {...date} />
          </>
        ))}
        {isReturn && field("returnDate", ({ field: date }) => <DatePicker label={t("return")} {...date} />)}
        {field("time", ({ field: time }) => (
          <TextField select label={t("time")} {...time}>
            <MenuItem value="">{t("undecided")}</MenuItem>
            {halfHours.map(({ id }) => (
              <MenuItem key={id} value={id}>
                {id}
              </MenuItem>
            ))}
          </TextField>
        ))}
        {field("passengers", ({ field: { value, onChange } }) => (
          <PassengersField count={value} onCount={onChange} />
        ))}
        <Button aria-expanded={isMore} startIcon={<Sign name="chevron" />} onClick={() => setMore(!isMore)}>
          {t("more")}
        </Button>
        <Button type="submit" variant="contained" startIcon={<Sign name="search" />}>
          {t("submit")}
        </Button>
      </form>
    </LocalizationProvider>
  );
}

function AirportField({ label, field, fieldState: { error } }) {
  const [airports, setAirports] = useState([]);
  useEffect(() => findAirports(field.value, setAirports), [field.value]);
  return (
    <Autocomplete
      options={airports}
      getOptionLabel={({ name }) => name}
      filterOptions={(all) => all}
      onInputChange={(_, text) => field.onChange(text)}
      renderInput={(props) => (
        <TextField
          {...props}
          label={label}
          placeholder={t("airport")}
          error={Boolean(error)}
          helperText={error?.message}
        />
      )}
    />
  );
}

function Soon({ value, onChange }) {
  const day = dayjs().startOf("day");
  return [day, day.add(1, "day")].map((each, index) => (
    <Chip
      key={index}
      label={t(index ? "tomorrow" : "today")}
      variant={value?.isSame(each) ? "filled" : "outlined"}
      onClick={() => onChange(each)}
    />
  ));
}

function PassengersField({ count, onCount }) {
  const step = (by, name, sign) => (
    <IconButton aria-label={t(name)} onClick={() => onCount(Math.max(1, count + by))}>
      <Sign name={sign} />
    </IconButton>
  );
  const startAdornment = <InputAdornment position="start">{step(-1, "fewer", "minus")}</InputAdornment>;
  const endAdornment = <InputAdornment position="end">{step(1, "another", "plus")}</InputAdornment>;
  return (
    <TextField
      label={t("passengers")}
      value={count}
      onChange={({ target }) => onCount(Number(target.value))}
      slotProps={{ input: { startAdornment, endAdornment } }}
    />
  );
}

createRoot(document.getElementById("form")).render(<SearchForm />);
