-- a granted waiver can be revoked; from the first day without it the criterion counts as not met
alter table waiver add column revoked_from date;
alter table waiver add column revoked_at timestamp(6) with time zone;
alter table waiver add column revoked_by varchar(200);
alter table waiver add column revocation_reason varchar(1000);

-- how a force treats an occupation; the newest row of each applies, one without a finding leads back to the national list
create sequence occupation_rule_seq start with 1 increment by 50;
create table occupation_rule (
    id bigint primary key,
    force_id bigint not null references force,
    occupation varchar(100) not null,
    found_by varchar(200) not null,
    finding varchar(24),
    reason varchar(500) not null,
    recorded_at timestamp(6) with time zone not null,
    recorded_by varchar(200) not null
);
create index occupation_rule_of_force on occupation_rule (force_id, found_by, id);

-- a link to another address, whose reader may sign in with it from then on
create sequence address_link_seq start with 1 increment by 50;
create table address_link (
    id bigint primary key,
    token_hash varchar(64) not null unique,
    account_id bigint not null references account,
    email varchar(254) not null,
    created_at timestamp(6) with time zone not null,
    created_by varchar(200) not null,
    expires_at timestamp(6) with time zone not null,
    used_at timestamp(6) with time zone,
    withdrawn_at timestamp(6) with time zone
);
create index address_link_of_account on address_link (account_id);
