-- the day from which the stage's clock counts, and since when it stands still: lists, filters and dashboards compare them
alter table volunteer add column clock_from date;
update volunteer set clock_from = stage_since;
alter table volunteer alter column clock_from set not null;
alter table volunteer add column paused_since date;
create index volunteer_by_clock on volunteer (force_id, stage, clock_from);

-- a correcting row names the row it takes back; a return to the application carries its reason
alter table stage_change add column undoes_id bigint references stage_change;
alter table stage_change add column reopening_reason varchar(24);
create index stage_change_undone on stage_change (undoes_id);

create sequence stage_setting_seq start with 1 increment by 50;
create table stage_setting (
    id bigint primary key,
    force_id bigint not null references force,
    stage varchar(12) not null,
    target_days integer not null,
    usual_time varchar(120),
    advances boolean not null,
    recorded_at timestamp(6) with time zone not null,
    recorded_by varchar(200) not null
);
create index stage_setting_of_force on stage_setting (force_id, stage);

create sequence application_pause_seq start with 1 increment by 50;
create table application_pause (
    id bigint primary key,
    force_id bigint not null references force,
    volunteer_id bigint not null references volunteer,
    reason varchar(24) not null,
    note varchar(500),
    starts_on date not null,
    review_on date not null,
    last_day date,
    ended_by varchar(200),
    recorded_at timestamp(6) with time zone not null,
    recorded_by varchar(200) not null
);
create index application_pause_of_volunteer on application_pause (volunteer_id);
create index application_pause_of_force on application_pause (force_id, review_on);

create sequence waiver_seq start with 1 increment by 50;
create table waiver (
    id bigint primary key,
    ref varchar(12) not null unique,
    force_id bigint not null references force,
    volunteer_id bigint not null references volunteer,
    stage varchar(12) not null,
    criterion varchar(200) not null,
    rule varchar(60) not null,
    stood varchar(500) not null,
    reason varchar(1000) not null,
    last_day date not null,
    asked_at timestamp(6) with time zone not null,
    asked_by varchar(200) not null,
    asked_by_ref varchar(60) not null,
    decided_at timestamp(6) with time zone,
    decided_by varchar(200),
    granted boolean,
    answer varchar(1000),
    version integer not null
);
create index waiver_of_volunteer on waiver (volunteer_id);
create index waiver_of_force on waiver (force_id, last_day);

create sequence refusal_window_seq start with 1 increment by 50;
create table refusal_window (
    id bigint primary key,
    force_id bigint not null references force,
    appeal_days integer not null,
    reapply_months integer not null,
    recorded_at timestamp(6) with time zone not null,
    recorded_by varchar(200) not null
);
create index refusal_window_of_force on refusal_window (force_id);

create sequence refusal_seq start with 1 increment by 50;
create table refusal (
    id bigint primary key,
    force_id bigint not null references force,
    volunteer_id bigint not null references volunteer,
    reason varchar(40) not null,
    note varchar(500),
    refused_on date not null,
    appeal_until date not null,
    reapply_from date not null,
    letter_subject varchar(400) not null,
    letter varchar(8000) not null,
    recorded_at timestamp(6) with time zone not null,
    recorded_by varchar(200) not null
);
create index refusal_of_volunteer on refusal (volunteer_id);

create sequence bulk_act_seq start with 1 increment by 50;
create table bulk_act (
    id bigint primary key,
    ref varchar(12) not null unique,
    force_id bigint not null references force,
    what varchar(200) not null,
    done_count integer not null,
    refused_count integer not null,
    done_at timestamp(6) with time zone not null,
    done_by varchar(200) not null,
    undone_at timestamp(6) with time zone,
    undone_by varchar(200),
    version integer not null
);
create index bulk_act_of_force on bulk_act (force_id, done_at);

create sequence bulk_line_seq start with 1 increment by 50;
create table bulk_line (
    id bigint primary key,
    force_id bigint not null references force,
    act_id bigint not null references bulk_act,
    place integer not null,
    volunteer_id bigint not null references volunteer,
    deed varchar(12) not null,
    done boolean not null,
    what varchar(1000) not null,
    change_id bigint references stage_change,
    pause_id bigint references application_pause,
    cohort_before_id bigint references cohort,
    cohort_after_id bigint references cohort,
    since_before date,
    clock_before date
);
create index bulk_line_of_act on bulk_line (act_id, place);
create index bulk_line_of_volunteer on bulk_line (volunteer_id);
