/** Everything the simulator keeps. `json`, not `jsonb`: documents are read whole, and text comes back fastest. */
export const TABLES = `
create table if not exists document (
  shop text not null, kind text not null, id bigint not null,
  keys text[] not null, updated_at timestamptz not null, doc json not null,
  primary key (shop, kind, id)
);
create index if not exists document_keys on document using gin (keys);
create index if not exists document_updated on document (shop, kind, updated_at, id);

create table if not exists shop (domain text primary key, handle text not null unique, doc json not null);
create table if not exists setting (key text primary key, value json not null);
create sequence if not exists simulator_id start 8000000000001;

create table if not exists token (
  access_token text primary key, refresh_token text unique, shop text not null, scopes text[] not null,
  online_user bigint, issued_at timestamptz not null, expires_at timestamptz, refresh_expires_at timestamptz,
  used_refresh_at timestamptz, revoked_at timestamptz
);
create index if not exists token_shop on token (shop);

create table if not exists webhook (
  id bigint primary key, shop text not null, topic text not null, uri text not null,
  webhook_id text not null, event_id text not null, triggered_at timestamptz not null, api_version text not null,
  payload text not null, fault text,
  state text not null, attempts int not null default 0, due_at timestamptz not null,
  log json not null default '[]'
);
create index if not exists webhook_due on webhook (due_at, id) where state = 'waiting';
create index if not exists webhook_shop on webhook (shop, id desc);

create table if not exists appointment (
  id bigint primary key, kind text not null, due_at timestamptz not null, payload json not null
);
create index if not exists appointment_due on appointment (due_at);

create table if not exists mail (
  id bigint primary key, channel text not null, address text not null, at timestamptz not null, raw text not null
);
create index if not exists mail_address on mail (address, id desc);

create table if not exists bulk_operation (
  id bigint primary key, shop text not null, status text not null, query text not null, grouped boolean not null, scopes text[] not null,
  error_code text, object_count bigint not null default 0, root_count bigint not null default 0, file_size bigint not null default 0,
  secret text not null, created_at timestamptz not null, completed_at timestamptz
);
create table if not exists bulk_chunk (
  operation bigint not null references bulk_operation on delete cascade, n int not null, body text not null,
  primary key (operation, n)
);

create table if not exists staged_upload (
  key text primary key, shop text not null, resource text not null, filename text not null, mime text not null, bytes bigint,
  signature text not null, body bytea
);
create table if not exists file_body (shop text not null, filename text not null, mime text not null, body bytea not null, primary key (shop, filename));
`

export const EVERY_TABLE = [
  'document',
  'shop',
  'setting',
  'token',
  'webhook',
  'appointment',
  'mail',
  'bulk_chunk',
  'staged_upload',
  'file_body',
  'bulk_operation',
]
