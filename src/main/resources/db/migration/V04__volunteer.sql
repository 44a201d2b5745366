create sequence cohort_seq start with 1 increment by 50;
create table cohort (
    id bigint primary key,
    ref varchar(12) not null unique,
    force_id bigint not null references force,
    name varchar(120) not null,
    found_by varchar(200) not null,
    starts_on date not null,
    ends_on date,
    capacity integer not null,
    target_deployable integer not null,
    lead_name varchar(200),
    version integer not null,
    unique (force_id, found_by)
);
create index cohort_of_force on cohort (force_id, starts_on);

create sequence volunteer_seq start with 1 increment by 50;
create table volunteer (
    id bigint primary key,
    ref varchar(12) not null unique,
    force_id bigint not null references force,
    force_number varchar(60),
    full_name varchar(200) not null,
    known_as varchar(100),
    birth_date date,
    email varchar(254),
    phone varchar(60),
    emergency_name varchar(200),
    emergency_phone varchar(60),
    adjustments varchar(2000),
    appointment_type varchar(24) not null,
    cohort_id bigint references cohort,
    stage varchar(12) not null,
    stage_since date not null,
    applied_on date,
    account_id bigint,
    found_by varchar(500) not null,
    version integer not null,
    -- the value first: an import asks for hundreds at once, and H2 finds a list of values only by an index's first column
    unique (force_number, force_id),
    unique (email, force_id)
);
create index volunteer_of_force on volunteer (force_id, stage, found_by);
create index volunteer_by_name on volunteer (force_id, found_by);
create index volunteer_of_cohort on volunteer (cohort_id);
create index volunteer_of_account on volunteer (account_id);
create index volunteer_by_birth on volunteer (force_id, birth_date);

create sequence stage_change_seq start with 1 increment by 50;
create table stage_change (
    id bigint primary key,
    force_id bigint not null references force,
    volunteer_id bigint not null references volunteer,
    from_stage varchar(12),
    to_stage varchar(12) not null,
    on_day date not null,
    reason varchar(500),
    leaving_reason varchar(24),
    recorded_at timestamp(6) with time zone not null,
    recorded_by varchar(200) not null
);
create index stage_change_of_volunteer on stage_change (volunteer_id, on_day);
create index stage_change_of_force on stage_change (force_id, on_day);

create sequence appointment_seq start with 1 increment by 50;
create table appointment (
    id bigint primary key,
    force_id bigint not null references force,
    volunteer_id bigint not null references volunteer,
    type varchar(24) not null,
    appointed_on date not null,
    ended_on date,
    recorded_at timestamp(6) with time zone not null,
    recorded_by varchar(200) not null
);
create index appointment_of_volunteer on appointment (volunteer_id);

create sequence attestation_seq start with 1 increment by 50;
create table attestation (
    id bigint primary key,
    force_id bigint not null references force,
    volunteer_id bigint not null references volunteer,
    attested_on date not null,
    magistrate varchar(200) not null,
    place varchar(200) not null,
    recorded_at timestamp(6) with time zone not null,
    recorded_by varchar(200) not null
);
create index attestation_of_volunteer on attestation (volunteer_id);

create sequence equipment_seq start with 1 increment by 50;
create table equipment (
    id bigint primary key,
    force_id bigint not null references force,
    volunteer_id bigint not null references volunteer,
    kind varchar(20) not null,
    serial varchar(100),
    issued_on date not null,
    returned_on date,
    returned_by varchar(200),
    recorded_at timestamp(6) with time zone not null,
    recorded_by varchar(200) not null
);
create index equipment_of_volunteer on equipment (volunteer_id);
create index equipment_by_serial on equipment (force_id, kind, serial);

create sequence duty_hold_seq start with 1 increment by 50;
create table duty_hold (
    id bigint primary key,
    ref varchar(12) not null unique,
    force_id bigint not null references force,
    volunteer_id bigint not null references volunteer,
    cause varchar(20) not null,
    starts_on date not null,
    review_on date not null,
    ended_on date,
    ended_by varchar(200),
    note varchar(2000),
    recorded_at timestamp(6) with time zone not null,
    recorded_by varchar(200) not null
);
create index duty_hold_of_volunteer on duty_hold (volunteer_id);

create sequence eligibility_seq start with 1 increment by 50;
create table eligibility (
    id bigint primary key,
    force_id bigint not null references force,
    volunteer_id bigint not null references volunteer,
    right_to_remain varchar(20),
    resident_since date,
    long_abroad boolean,
    good_conduct_seen boolean not null,
    occupation varchar(200),
    occupation_finding varchar(20),
    recorded_at timestamp(6) with time zone not null,
    recorded_by varchar(200) not null
);
create index eligibility_of_volunteer on eligibility (volunteer_id);

create sequence joining_rule_seq start with 1 increment by 50;
create table joining_rule (
    id bigint primary key,
    force_id bigint not null references force,
    youngest_applicant integer not null,
    recorded_at timestamp(6) with time zone not null,
    recorded_by varchar(200) not null
);
create index joining_rule_of_force on joining_rule (force_id, recorded_at);
