create sequence information_request_seq start with 1 increment by 50;
create table information_request (
    id bigint primary key,
    ref varchar(12) not null unique,
    force_id bigint not null references force,
    volunteer_id bigint not null references volunteer,
    message varchar(1000),
    due_on date not null,
    asked_on date not null,
    asked_at timestamp(6) with time zone not null,
    asked_by varchar(200) not null,
    asked_by_account bigint,
    chased_on date,
    closed_on date,
    closed_at timestamp(6) with time zone,
    closed_by varchar(200),
    ending varchar(12),
    version integer not null
);
create index information_request_of_volunteer on information_request (volunteer_id, asked_on);
create index information_request_of_force on information_request (force_id, closed_on, due_on);

create sequence requested_item_seq start with 1 increment by 50;
create table requested_item (
    id bigint primary key,
    force_id bigint not null references force,
    request_id bigint not null references information_request,
    place integer not null,
    what varchar(24) not null,
    words varchar(300) not null,
    answer varchar(1000),
    answered_at timestamp(6) with time zone,
    answered_by varchar(200)
);
create index requested_item_of_request on requested_item (request_id, place);
