-- modules of training as they were published, and which of them each tier asks for
create sequence training_module_seq start with 1 increment by 50;
create table training_module (
    id bigint primary key,
    code varchar(12) not null unique
);

create sequence module_version_seq start with 1 increment by 50;
create table module_version (
    id bigint primary key,
    module_id bigint not null references training_module,
    number integer not null,
    published_at timestamp(6) with time zone not null,
    published_by varchar(200) not null,
    document text not null,
    sha256 varchar(64) not null,
    unique (module_id, number)
);

create sequence tier_set_version_seq start with 1 increment by 50;
create table tier_set_version (
    id bigint primary key,
    number integer not null unique,
    published_at timestamp(6) with time zone not null,
    published_by varchar(200) not null,
    document text not null,
    sha256 varchar(64) not null
);
