// The search form as a team would write it with MUI: the same fields, one language, the library's own styles, no validation.
import {
  Autocomplete,
  Button,
  FormControlLabel,
  IconButton,
  InputAdornment,
  MenuItem,
  Radio,
  RadioGroup,
  TextField,
} from "@mui/material";
import { AdapterDayjs } from "@mui/x-date-pickers/AdapterDayjs";
import { DatePicker } from "@mui/x-date-pickers/DatePicker";
import { LocalizationProvider } from "@mui/x-date-pickers/LocalizationProvider";
import { useEffect, useState } from "react";
import { createRoot } from "react-dom/client";
import { findAirports, halfHours, kinds } from "./trip-choices.js";

function SearchForm() {
  const [kind, setKind] = useState("one-way");
  return (
    <LocalizationProvider dateAdapter={AdapterDayjs}>
      <form>
        <RadioGroup row aria-label="Trip" value={kind} onChange={(_, value) => setKind(value)}>
          {kinds.map(([value, label]) => (
            <FormControlLabel key={value} value={value} control={<Radio />} label={label} />
          ))}
        </RadioGroup>
        <AirportField label="From" />
        <AirportField label="To" />
        <DatePicker label={kind === "return" ? "Departure" : "Date"} />
        {kind === "return" && <DatePicker label="Return" />}
        <TextField select label="Time" defaultValue="">
          <MenuItem value="">Not decided</MenuItem>
          {halfHours.map(({ id }) => (
            <MenuItem key={id} value={id}>
              {id}
            </MenuItem>
          ))}
        </TextField>
        <PassengersField />
        <Button type="submit" variant="contained">
          Search aircraft
        </Button>
      </form>
    </LocalizationProvider>
  );
}

function AirportField({ label }) {
  const [typed, setTyped] = useState("");
  const [airports, setAirports] = useState([]);
  useEffect(() => findAirports(typed, setAirports), [typed]);
  return (
    <Autocomplete
      options={airports}
      getOptionLabel={({ name }) => name}
      filterOptions={(all) => all}
      onInputChange={(_, text) => setTyped(text)}
      renderInput={(props) => <TextField {...props} label={label} />}
    />
  );
}

function PassengersField() {
  const [count, setCount] = useState(4);
  const step = (by, sign) => <IconButton onClick={() => setCount(Math.max(1, count + by))}>{sign}</IconButton>;
  const startAdornment = <InputAdornment position="start">{step(-1, "−")}</InputAdornment>;
  const endAdornment = <InputAdornment position="end">{step(1, "+")}</InputAdornment>;
  return (
    <TextField
      label="Passengers"
      value={count}
      onChange={({ target }) => setCount(Number(target.value))}
      slotProps={{ input: { startAdornment, endAdornment } }}
    />
  );
}

createRoot(document.getElementById("form")).render(<SearchForm />);
