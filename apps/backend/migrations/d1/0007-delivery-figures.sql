create index "deliveries_figures" on "deliveries" ("environment", "broker_id", "channel", "state", "created_at");
