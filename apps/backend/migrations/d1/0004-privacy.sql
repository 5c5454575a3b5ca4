create table "lead_erasures" ("lead_id" text not null primary key references "leads" ("id"), "broker_id" text not null, "environment" text not null, "reason" text not null, "requested_at" text not null, "erased_at" text);
create index "lead_erasures_pending" on "lead_erasures" ("requested_at") where "erased_at" is null;
alter table "lead_consents" add column "text_hash" text;
alter table "lead_consents" add column "version" text;
