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
