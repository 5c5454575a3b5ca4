import { defineLiftline } from "@liftline/widget";

defineLiftline({ backend: "https://leads.example" });
