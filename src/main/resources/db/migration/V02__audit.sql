create table trail_head (
    chain varchar(60) primary key,
    number bigint not null,
    hash varchar(64) not null
);

create table trail_entry (
    chain varchar(60) not null,
    number bigint not null,
    entered_at timestamp(6) with time zone not null,
    actor_ref varchar(100) not null,
    actor_name varchar(200) not null,
    actor_role varchar(1000) not null,
    action varchar(100) not null,
    object varchar(200) not null,
    subject varchar(100),
    fields text not null,
    reason varchar(100),
    previous varchar(64) not null,
    hash varchar(64) not null,
    mac varchar(64) not null,
    primary key (chain, number)
);
create index trail_entry_newest on trail_entry (entered_at, chain, number);
create index trail_entry_about on trail_entry (subject, entered_at);
create index trail_entry_of_chain on trail_entry (chain, entered_at, number);

create table trail_salt (
    subject varchar(100) primary key,
    salt bytea,
    destroyed_at timestamp(6) with time zone
);

create table key_fingerprint (
    name varchar(40) primary key,
    fingerprint varchar(64) not null
);
