-- The log and what stands on it. People may query the five views; the tables may change.
create table if not exists meta (key text primary key, value text not null) without rowid;
-- One row for each opening: the head at which it began. Cursors carry its tag.
create table if not exists run (key integer primary key, tag text not null unique, start integer not null);
create table if not exists thing (key integer primary key, id text not null unique, version integer not null, state text not null);
create table if not exists point (key integer primary key, thing integer not null, name text not null, unique (thing, name));
create table if not exists entry (
  n integer primary key,
  point integer not null,
  version integer not null,
  kind integer not null,
  value text not null,
  time integer not null,
  device_time integer,
  changed integer not null,
  cause text);
-- In the order of time for one kind, so that what a name said last before an instant is found at once.
create index if not exists entry_point_kind_time on entry (point, kind, time);
drop index if exists entry_point_time;
-- What properties reported in numbers, added up by minute and hour of UTC ("start"). True counts as 1, false as 0. Times are microseconds since 1970.
create table if not exists rollup_minute (
  point integer not null, start integer not null, first_time integer not null, count integer not null,
  min real not null, max real not null, sum real not null, last real not null, last_time integer not null,
  primary key (point, start)) without rowid;
create table if not exists rollup_hour (
  point integer not null, start integer not null, first_time integer not null, count integer not null,
  min real not null, max real not null, sum real not null, last real not null, last_time integer not null,
  primary key (point, start)) without rowid;
create table if not exists command (id text primary key, thing text not null, open integer not null, document text not null) without rowid;
create index if not exists command_thing on command (thing);
create index if not exists command_open on command (thing) where open = 1;
create table if not exists document (kind text not null, id text not null, body blob not null, primary key (kind, id)) without rowid;

-- Every reading: one row for each value that a device reported. Times are ISO 8601 in UTC.
create view if not exists readings as
  select e.n, t.id as thing, p.name as name, json_extract(e.value, '$') as value, e.value as json,
         strftime('%Y-%m-%dT%H:%M:%fZ', e.time / 1000000.0, 'unixepoch') as time,
         strftime('%Y-%m-%dT%H:%M:%fZ', e.device_time / 1000000.0, 'unixepoch') as device_time,
         e.changed, e.version, e.time as time_us
  from entry e join point p on p.key = e.point join thing t on t.key = p.thing where e.kind = 0;

-- Every command as it stands: pending, sent, confirmed, failed or expired.
create view if not exists commands as
  select id, thing, document ->> '$.name' as name, document ->> '$.of' as "of", document ->> '$.state' as state,
         document -> '$.input' as input, document ->> '$.created' as created, document ->> '$.sent' as sent,
         document ->> '$.ended' as ended, document ->> '$.by' as "by", document ->> '$.reason' as reason
  from command;

-- Every property as it stands.
create view if not exists state as
  select t.id as thing, t.version, p.key as name, p.value ->> '$.value' as value, p.value ->> '$.time' as time,
         t.state ->> '$.available' as available
  from thing t, json_each(t.state, '$.properties') p;

-- Readings added up by minute and by hour, kept longer than the readings; up to a minute behind them.
create view if not exists minutes as
  select t.id as thing, p.name as name, strftime('%Y-%m-%dT%H:%M:%SZ', r.start / 1000000, 'unixepoch') as time,
         r.min, r.max, r.sum / r.count as mean, r.last, r.count, r.start as time_us
  from rollup_minute r join point p on p.key = r.point join thing t on t.key = p.thing;
create view if not exists hours as
  select t.id as thing, p.name as name, strftime('%Y-%m-%dT%H:%M:%SZ', r.start / 1000000, 'unixepoch') as time,
         r.min, r.max, r.sum / r.count as mean, r.last, r.count, r.start as time_us
  from rollup_hour r join point p on p.key = r.point join thing t on t.key = p.thing;
