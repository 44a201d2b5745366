-- the next version of a module while its author writes it; one for each module
create sequence module_draft_seq start with 1 increment by 50;
create table module_draft (
    id bigint primary key,
    code varchar(12) not null unique,
    based_on integer not null,
    document text not null,
    begun_at timestamp(6) with time zone not null,
    begun_by varchar(200) not null,
    saved_at timestamp(6) with time zone not null,
    saved_by varchar(200) not null,
    version integer not null
);
