/** All state lives here and in graphile-worker's own schema. `json`, not `jsonb`: payloads come back as they came, \u0000 included. */
export const tables = `
create schema if not exists inngest;

create table if not exists inngest.function (
  id text primary key, app text not null, config json not null, archived_at timestamptz);

-- failure: why an event could not be routed; after five tries it is set aside with routed_at filled
create table if not exists inngest.event (
  seq bigserial primary key, id text not null unique, body json not null, tries int not null default 0, failure text,
  received_at timestamptz not null default now(), routed_at timestamptz);
create index if not exists event_unrouted on inngest.event (tries, seq) where routed_at is null;
create index if not exists event_received on inngest.event (received_at);

create table if not exists inngest.event_key (
  key text primary key, id text not null, at timestamptz not null default now());
create index if not exists event_key_at on inngest.event_key (at);

-- rank orders runs that queue for a slot: milliseconds, less their priority
create table if not exists inngest.run (
  id text primary key, fn text not null, key text not null, events json not null,
  slots json not null, rank bigint not null, max_attempts int not null,
  status text not null default 'queued', attempt int not null default 0, lost_since timestamptz,
  discovering boolean not null default true, again boolean not null default false,
  parent_run text, parent_step text, output json,
  queued_at timestamptz not null default now(), started_at timestamptz, ended_at timestamptz,
  unique (fn, key));
create index if not exists run_open on inngest.run (fn, id) where ended_at is null;
create index if not exists run_ended on inngest.run (ended_at) where ended_at is not null;
create index if not exists run_of_function on inngest.run (fn, id);
create index if not exists run_not_completed on inngest.run (status, id) where status in ('failed', 'cancelled');

-- joined: the next discovery waits for it
create table if not exists inngest.step (
  run text not null references inngest.run on delete cascade, id text not null, op text not null, name text not null,
  joined boolean not null default false, race boolean not null default false, attempt int not null default 0,
  wait_event text, wait_if text, result json, done bigint, noted_at timestamptz not null default clock_timestamp(), done_at timestamptz,
  primary key (run, id));
create index if not exists step_waiting on inngest.step (wait_event) where done is null and wait_event is not null;
create sequence if not exists inngest.step_done;

-- one row per unit of work that needs slots; blocked_by names the slot it queues for
create table if not exists inngest.work (
  key text primary key, run text not null, step text, slots json not null, rank bigint not null, blocked_by text);
create index if not exists work_blocked on inngest.work (blocked_by, rank, key) where blocked_by is not null;
create index if not exists work_of_run on inngest.work (run);
create table if not exists inngest.slot (key text primary key, used int not null default 0);

create table if not exists inngest.gathering (
  fn text, key text, id text not null, events text[] not null, first_at timestamptz not null default now(), primary key (fn, key));
create table if not exists inngest.pace (key text primary key, next_at timestamptz not null);
`;
