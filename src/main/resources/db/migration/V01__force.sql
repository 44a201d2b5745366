create sequence force_seq start with 1 increment by 50;
create table force (
    id bigint primary key,
    slug varchar(60) not null unique,
    code varchar(9),
    name varchar(120) not null,
    region varchar(60),
    nation varchar(20) not null,
    territorial boolean not null,
    ended_on date,
    successor_id bigint references force
);

create sequence force_name_seq start with 1 increment by 50;
create table force_name (
    id bigint primary key,
    force_id bigint not null references force,
    name varchar(120) not null,
    from_day date,
    to_day date,
    unique (force_id, from_day)
);

create sequence establishment_seq start with 1 increment by 50;
create table establishment (
    id bigint primary key,
    force_id bigint not null references force,
    posts integer not null,
    from_day date not null,
    unique (force_id, from_day)
);
