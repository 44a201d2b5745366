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
    pause_id bigint references application_pause,
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

alter table cohort add column lead_id bigint references account;
alter table cohort add column takes_applicants boolean default false not null;

create sequence cohort_wait_seq start with 1 increment by 50;
create table cohort_wait (
    id bigint primary key,
    force_id bigint not null references force,
    cohort_id bigint not null references cohort,
    volunteer_id bigint not null references volunteer,
    joined_at timestamp(6) with time zone not null,
    joined_by varchar(200) not null,
    ended_at timestamp(6) with time zone,
    ended_by varchar(200),
    ending varchar(12)
);
create index cohort_wait_of_cohort on cohort_wait (cohort_id, ended_at, joined_at);
create index cohort_wait_of_volunteer on cohort_wait (volunteer_id, ended_at);

create sequence cohort_message_seq start with 1 increment by 50;
create table cohort_message (
    id bigint primary key,
    ref varchar(12) not null unique,
    force_id bigint not null references force,
    cohort_id bigint not null references cohort,
    words varchar(2000) not null,
    sent_at timestamp(6) with time zone not null,
    sent_by varchar(200) not null
);
create index cohort_message_of_cohort on cohort_message (cohort_id, sent_at);

create sequence cohort_message_line_seq start with 1 increment by 50;
create table cohort_message_line (
    id bigint primary key,
    force_id bigint not null references force,
    message_id bigint not null references cohort_message,
    volunteer_id bigint not null references volunteer,
    way varchar(12) not null
);
create index cohort_message_line_of_message on cohort_message_line (message_id);
create index cohort_message_line_of_volunteer on cohort_message_line (volunteer_id);

create sequence meeting_slot_seq start with 1 increment by 50;
create table meeting_slot (
    id bigint primary key,
    ref varchar(12) not null unique,
    force_id bigint not null references force,
    kind varchar(24) not null,
    starts_at timestamp(6) with time zone not null,
    minutes integer not null,
    places integer not null,
    place varchar(200) not null,
    bring varchar(500),
    opened_at timestamp(6) with time zone not null,
    opened_by varchar(200) not null,
    called_off_at timestamp(6) with time zone,
    called_off_by varchar(200)
);
create index meeting_slot_of_force on meeting_slot (force_id, starts_at);

create sequence meeting_booking_seq start with 1 increment by 50;
create table meeting_booking (
    id bigint primary key,
    ref varchar(12) not null unique,
    force_id bigint not null references force,
    slot_id bigint not null references meeting_slot,
    volunteer_id bigint not null references volunteer,
    booked_at timestamp(6) with time zone not null,
    booked_by varchar(200) not null,
    ended_at timestamp(6) with time zone,
    ended_by varchar(200),
    ending varchar(12),
    outcome varchar(16),
    reminded_on date
);
create index meeting_booking_of_slot on meeting_booking (slot_id, ended_at);
create index meeting_booking_of_volunteer on meeting_booking (volunteer_id);

create sequence meeting_outcome_seq start with 1 increment by 50;
create table meeting_outcome (
    id bigint primary key,
    force_id bigint not null references force,
    booking_id bigint not null references meeting_booking,
    outcome varchar(16) not null,
    recorded_at timestamp(6) with time zone not null,
    recorded_by varchar(200) not null
);
create index meeting_outcome_of_booking on meeting_outcome (booking_id);

create sequence meeting_invitation_seq start with 1 increment by 50;
create table meeting_invitation (
    id bigint primary key,
    force_id bigint not null references force,
    volunteer_id bigint not null references volunteer,
    kind varchar(24) not null,
    book_by date,
    invited_at timestamp(6) with time zone not null,
    invited_by varchar(200) not null,
    ended_at timestamp(6) with time zone
);
create index meeting_invitation_of_volunteer on meeting_invitation (volunteer_id, ended_at);

create sequence meeting_rule_seq start with 1 increment by 50;
create table meeting_rule (
    id bigint primary key,
    force_id bigint not null references force,
    kind varchar(24) not null,
    before_stage varchar(12),
    notice_hours integer not null,
    recorded_at timestamp(6) with time zone not null,
    recorded_by varchar(200) not null
);
create index meeting_rule_of_force on meeting_rule (force_id, recorded_at);

create sequence key_change_seq start with 1 increment by 50;
create table key_change (
    id bigint primary key,
    ref varchar(12) not null unique,
    force_id bigint not null references force,
    volunteer_id bigint not null references volunteer,
    field varchar(16) not null,
    stood varchar(300) not null,
    wanted varchar(300) not null,
    why varchar(500),
    asked_at timestamp(6) with time zone not null,
    asked_by varchar(200) not null,
    decided_at timestamp(6) with time zone,
    decided_by varchar(200),
    decision varchar(12),
    reason varchar(500)
);
create index key_change_of_force on key_change (force_id, decided_at, asked_at);
create index key_change_of_volunteer on key_change (volunteer_id, asked_at);
