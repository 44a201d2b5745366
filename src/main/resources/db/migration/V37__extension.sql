-- classes of qualifications that count for longer by order, until a day
create sequence training_extension_seq start with 1 increment by 50;
create table training_extension (
    id bigint primary key,
    ref varchar(12) not null unique,
    force_id bigint references force,
    modules varchar(300) not null,
    authority varchar(200) not null,
    reason varchar(1000) not null,
    first_day date not null,
    last_day date not null,
    proposed_at timestamp(6) with time zone not null,
    proposed_by varchar(200) not null,
    proposed_by_ref varchar(60) not null,
    decided_at timestamp(6) with time zone,
    decided_by varchar(200),
    approved boolean,
    answer varchar(1000),
    ended_on date,
    ended_at timestamp(6) with time zone,
    ended_by varchar(200),
    end_reason varchar(1000),
    version integer not null
);
create index training_extension_of_force on training_extension (force_id);
