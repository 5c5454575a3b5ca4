create table "call_buckets" ("name" text not null primary key, "full_at" bigint not null, "frozen_until" bigint not null, "epoch" integer not null);
