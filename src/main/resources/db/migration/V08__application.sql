-- a stranger asked to apply; nothing is opened until the link in the message has been followed
create sequence application_link_seq start with 1 increment by 50;
create table application_link (
    id bigint primary key,
    force_id bigint not null references force,
    -- SHA-256 of what stands in the address
    token_hash varchar(64) not null unique,
    full_name varchar(200) not null,
    email varchar(254) not null,
    made_at timestamp(6) with time zone not null,
    expires_at timestamp(6) with time zone not null,
    used_at timestamp(6) with time zone
);
create index application_link_by_age on application_link (expires_at);

create sequence application_seq start with 1 increment by 50;
create table application (
    id bigint primary key,
    force_id bigint not null references force,
    volunteer_id bigint not null references volunteer,
    begun_at timestamp(6) with time zone not null,
    begun_by varchar(200) not null,
    -- null while it is being written
    sent_at timestamp(6) with time zone,
    version integer not null
);
create index application_of_volunteer on application (volunteer_id);
create index application_of_force on application (force_id, sent_at);

create sequence application_answer_seq start with 1 increment by 50;
create table application_answer (
    id bigint primary key,
    application_id bigint not null references application,
    force_id bigint not null references force,
    question varchar(24) not null,
    answer varchar(4000) not null,
    typed_at timestamp(6) with time zone not null,
    typed_by varchar(200) not null,
    -- by the applicant, in their own account
    own boolean not null,
    -- from the record when the application began, and touched by nobody since
    copied boolean not null,
    unique (application_id, question)
);

create sequence digital_skill_seq start with 1 increment by 50;
create table digital_skill (
    id bigint primary key,
    ref varchar(12) not null unique,
    force_id bigint not null references force,
    volunteer_id bigint not null references volunteer,
    area varchar(24) not null,
    detail varchar(200) not null,
    level varchar(12) not null,
    evidence varchar(2000) not null,
    claimed_at timestamp(6) with time zone not null,
    claimed_by varchar(200) not null,
    verified_level varchar(12),
    verified_how varchar(500),
    verified_at timestamp(6) with time zone,
    verified_by varchar(200),
    -- replaced by another row, or taken back
    ended_at timestamp(6) with time zone,
    ended_by varchar(200),
    version integer not null
);
create index digital_skill_of_volunteer on digital_skill (volunteer_id);
create index digital_skill_by_area on digital_skill (force_id, area);

create sequence referee_seq start with 1 increment by 50;
create table referee (
    id bigint primary key,
    ref varchar(12) not null unique,
    force_id bigint not null references force,
    volunteer_id bigint not null references volunteer,
    full_name varchar(200) not null,
    relation varchar(200) not null,
    email varchar(254),
    phone varchar(60),
    named_at timestamp(6) with time zone not null,
    named_by varchar(200) not null,
    removed_at timestamp(6) with time zone,
    removed_by varchar(200),
    -- the reply, once
    replied_at timestamp(6) with time zone,
    -- null where the referee wrote it themselves, over the link
    taken_by varchar(200),
    known_for varchar(16),
    reliable varchar(20),
    discreet varchar(20),
    steady varchar(20),
    recommended varchar(20),
    remarks varchar(3000),
    version integer not null
);
create index referee_of_volunteer on referee (volunteer_id);

-- each time a referee was asked: their number is the chase count
create sequence reference_request_seq start with 1 increment by 50;
create table reference_request (
    id bigint primary key,
    force_id bigint not null references force,
    referee_id bigint not null references referee,
    token_hash varchar(64) not null unique,
    asked_at timestamp(6) with time zone not null,
    asked_by varchar(200) not null,
    expires_at timestamp(6) with time zone not null
);
create index reference_request_of_referee on reference_request (referee_id);

-- what a force adds to its public page; a change adds a row
create sequence joining_page_seq start with 1 increment by 50;
create table joining_page (
    id bigint primary key,
    force_id bigint not null references force,
    takes_applications boolean not null,
    words varchar(2000),
    contact varchar(300),
    recorded_at timestamp(6) with time zone not null,
    recorded_by varchar(200) not null
);
create index joining_page_of_force on joining_page (force_id);
