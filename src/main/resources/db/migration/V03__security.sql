create sequence account_seq start with 1 increment by 50;
create table account (
    id bigint primary key,
    ref varchar(12) not null unique,
    -- kept in small letters, so that one address is one account
    email varchar(254) not null unique,
    name varchar(200) not null,
    -- null until the invited person has set one
    password_hash varchar(200),
    password_set_at timestamp(6) with time zone,
    enabled boolean not null,
    created_at timestamp(6) with time zone not null,
    created_by varchar(200) not null,
    version integer not null
);
create index account_by_name on account (name, id);

create sequence role_grant_seq start with 1 increment by 50;
create table role_grant (
    id bigint primary key,
    account_id bigint not null references account,
    role varchar(24) not null,
    -- null for a role held for the whole country
    force_id bigint references force,
    since timestamp(6) with time zone not null,
    given_by varchar(200) not null,
    ended_at timestamp(6) with time zone,
    ended_by varchar(200)
);
create index role_grant_of_account on role_grant (account_id, ended_at);
create index role_grant_of_role on role_grant (role, force_id, ended_at);

-- what happened to an account beside its roles, for the administrator's page; the trail keeps the proof
create sequence account_entry_seq start with 1 increment by 50;
create table account_entry (
    id bigint primary key,
    account_id bigint not null references account,
    what varchar(24) not null,
    at_instant timestamp(6) with time zone not null,
    by_name varchar(200) not null
);
create index account_entry_of_account on account_entry (account_id, at_instant);

create sequence account_session_seq start with 1 increment by 50;
create table account_session (
    id bigint primary key,
    ref varchar(12) not null unique,
    -- SHA-256 of what the browser holds
    token_hash varchar(64) not null unique,
    account_id bigint not null references account,
    created_at timestamp(6) with time zone not null,
    last_seen_at timestamp(6) with time zone not null,
    user_agent varchar(60) not null,
    address varchar(60) not null,
    ended_at timestamp(6) with time zone,
    end_reason varchar(30)
);
create index account_session_of_account on account_session (account_id, ended_at);

create sequence known_device_seq start with 1 increment by 50;
create table known_device (
    id bigint primary key,
    -- SHA-256 of what the browser holds
    token_hash varchar(64) not null,
    account_id bigint not null references account,
    created_at timestamp(6) with time zone not null,
    last_used_at timestamp(6) with time zone not null,
    unique (token_hash, account_id)
);

create sequence single_use_link_seq start with 1 increment by 50;
create table single_use_link (
    id bigint primary key,
    token_hash varchar(64) not null unique,
    account_id bigint not null references account,
    purpose varchar(12) not null,
    created_at timestamp(6) with time zone not null,
    created_by varchar(200) not null,
    expires_at timestamp(6) with time zone not null,
    used_at timestamp(6) with time zone,
    withdrawn_at timestamp(6) with time zone
);
create index single_use_link_of_account on single_use_link (account_id, purpose);

-- asked for by anybody who knows the address; whether it has an account is looked up only for the administrator
create sequence password_request_seq start with 1 increment by 50;
create table password_request (
    id bigint primary key,
    email varchar(254) not null unique,
    asked_at timestamp(6) with time zone not null,
    address varchar(60) not null
);

create table sign_in_throttle (
    -- SHA-256 of who tries: account and address, address alone, or known device
    counted varchar(64) primary key,
    failures integer not null,
    -- one failure is forgotten for every so many minutes from here on
    forgets_from timestamp(6) with time zone not null,
    blocked_until timestamp(6) with time zone
);
create index sign_in_throttle_by_age on sign_in_throttle (forgets_from);
