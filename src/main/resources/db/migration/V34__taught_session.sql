-- sessions at which a module is taught, who has a place or waits for one, and the register until it is closed
create sequence taught_session_seq start with 1 increment by 50;
create table taught_session (
    id bigint primary key,
    ref varchar(12) not null unique,
    force_id bigint not null references force,
    module_id bigint not null references training_module,
    starts_at timestamp(6) with time zone not null,
    ends_at timestamp(6) with time zone not null,
    places integer not null,
    place varchar(200) not null,
    joining varchar(1000),
    planned_at timestamp(6) with time zone not null,
    planned_by varchar(200) not null,
    assessor_ref varchar(60),
    called_off_at timestamp(6) with time zone,
    called_off_by varchar(200),
    closed_at timestamp(6) with time zone,
    closed_by varchar(200)
);
create index taught_session_of_force on taught_session (force_id, starts_at);
create index taught_session_of_module on taught_session (module_id);

create sequence seat_seq start with 1 increment by 50;
create table seat (
    id bigint primary key,
    ref varchar(12) not null unique,
    force_id bigint not null references force,
    session_id bigint not null references taught_session,
    volunteer_id bigint not null references volunteer,
    joined_at timestamp(6) with time zone not null,
    joined_by varchar(200) not null,
    placed_at timestamp(6) with time zone,
    ended_at timestamp(6) with time zone,
    ended_by varchar(200),
    outcome varchar(20),
    percent integer,
    qualification_id bigint references qualification
);
create index seat_of_force on seat (force_id);
create index seat_of_session on seat (session_id, joined_at);
create index seat_of_volunteer on seat (volunteer_id);
create index seat_of_qualification on seat (qualification_id);
