alter table "notifications" add column "settled_at" text;
update notifications set settled_at = last_seen_at where next_at is null;
create index "notifications_settled" on "notifications" ("settled_at") where "settled_at" is not null;
alter table "foreign_leads" add column "fingerprint" text;
create table "foreign_erasures" ("broker_id" text not null, "environment" text not null, "fingerprint" text not null, "erased_at" text not null, constraint "foreign_erasures_key" primary key ("broker_id", "environment", "fingerprint"));
