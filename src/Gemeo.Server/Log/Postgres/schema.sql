-- The log and what stands on it. People may query the five views; the tables may change.
create table if not exists meta (key text primary key, value text not null);
-- One row for each opening: the head at which it began. Cursors carry its tag.
create table if not exists run (key bigint generated always as identity primary key, tag text not null unique, start bigint not null);
-- The last place given. Whoever commits locks it first, so places are given in the order of commits.
create table if not exists head (n bigint not null);
insert into head select 0 where not exists (select 1 from head);
create table if not exists thing (key bigint generated always as identity primary key, id text not null unique, version bigint not null, state text not null);
-- Each reading changes its thing's state: with room beside it in the page no index has to be touched.
alter table thing set (fillfactor = 50);
create table if not exists point (key bigint generated always as identity primary key, thing bigint not null, name text not null, kind smallint not null, unique (thing, name, kind));
create table if not exists entry (
  n bigint not null,
  time bigint not null,
  point bigint not null,
  version bigint not null,
  value text not null,
  device_time bigint,
  changed boolean not null,
  cause text,
  primary key (n, time)) partition by range (time);
create index if not exists entry_point_time on entry (point, time, n);
-- What properties reported in numbers, added up by minute and hour of UTC ("start"). True counts as 1, false as 0. Times are microseconds since 1970.
create table if not exists rollup_minute (
  point bigint not null, start bigint not null, first_time bigint not null, count bigint not null,
  min double precision not null, max double precision not null, sum double precision not null, last double precision not null, last_time bigint not null,
  primary key (point, start));
create table if not exists rollup_hour (like rollup_minute including all);
create table if not exists command (id text primary key, thing text not null, open boolean not null, document text not null);
create index if not exists command_thing on command (thing, id);
create index if not exists command_open on command (thing) where open;
create table if not exists document (kind text not null, id text not null, body bytea not null, primary key (kind, id));

-- Every reading: one row for each value that a device reported.
create or replace view readings as
  select e.n, t.id as thing, p.name, e.value::json #>> '{}' as value, e.value as json,
         to_timestamp(e.time / 1e6) as time, to_timestamp(e.device_time / 1e6) as device_time,
         e.changed, e.version, e.time as time_us
  from entry e join point p on p.key = e.point join thing t on t.key = p.thing where p.kind = 0;

-- Every command as it stands: pending, sent, confirmed, failed or expired.
create or replace view commands as
  select id, thing, document::json ->> 'name' as name, document::json ->> 'of' as "of", document::json ->> 'state' as state,
         document::json -> 'input' as input, (document::json ->> 'created')::timestamptz as created, (document::json ->> 'sent')::timestamptz as sent,
         (document::json ->> 'ended')::timestamptz as ended, document::json ->> 'by' as "by", document::json ->> 'reason' as reason
  from command;

-- Every property as it stands.
create or replace view state as
  select t.id as thing, t.version, p.key as name, p.value ->> 'value' as value, (p.value ->> 'time')::timestamptz as time,
         (t.state::json ->> 'available')::boolean as available
  from thing t, json_each(t.state::json -> 'properties') p;

-- Readings added up by minute and by hour, kept longer than the readings; up to a minute behind them.
create or replace view minutes as
  select t.id as thing, p.name, to_timestamp(r.start / 1e6) as time, r.min, r.max, r.sum / r.count as mean, r.last, r.count, r.start as time_us
  from rollup_minute r join point p on p.key = r.point join thing t on t.key = p.thing;
create or replace view hours as
  select t.id as thing, p.name, to_timestamp(r.start / 1e6) as time, r.min, r.max, r.sum / r.count as mean, r.last, r.count, r.start as time_us
  from rollup_hour r join point p on p.key = r.point join thing t on t.key = p.thing;
