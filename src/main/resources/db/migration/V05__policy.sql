create sequence published_policy_seq start with 1 increment by 50;
create table published_policy (
    id bigint primary key,
    issuer varchar(60) not null,
    force_id bigint references force,
    number integer not null,
    in_force_from date not null,
    published_at timestamp(6) with time zone not null,
    published_by varchar(200) not null,
    document text not null,
    sha256 varchar(64) not null,
    unique (issuer, number)
);
create index published_policy_of_force on published_policy (force_id, in_force_from);
