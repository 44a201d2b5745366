-- the checklist of skills as it was published, shifts beside a tutor, and what was shown on each
create sequence skill_checklist_version_seq start with 1 increment by 50;
create table skill_checklist_version (
    id bigint primary key,
    number integer not null unique,
    published_at timestamp(6) with time zone not null,
    published_by varchar(200) not null,
    document text not null,
    sha256 varchar(64) not null
);

create sequence tutored_shift_seq start with 1 increment by 50;
create table tutored_shift (
    id bigint primary key,
    ref varchar(12) not null unique,
    force_id bigint not null references force,
    volunteer_id bigint not null references volunteer,
    checklist_version_id bigint not null references skill_checklist_version,
    tutor varchar(200) not null,
    tutor_ref varchar(60) not null,
    starts_at timestamp(6) with time zone not null,
    ends_at timestamp(6) with time zone not null,
    report varchar(2000),
    written_at timestamp(6) with time zone not null,
    signed_at timestamp(6) with time zone,
    disputed_at timestamp(6) with time zone,
    dispute varchar(1000),
    counter_signed_at timestamp(6) with time zone,
    version integer not null
);
create index tutored_shift_of_force on tutored_shift (force_id, signed_at);
create index tutored_shift_of_volunteer on tutored_shift (volunteer_id, starts_at);
create index tutored_shift_of_tutor on tutored_shift (tutor_ref);
create index tutored_shift_of_checklist on tutored_shift (checklist_version_id);

create table shown_skill (
    shift_id bigint not null references tutored_shift,
    skill varchar(40) not null,
    rating varchar(20) not null,
    narrative varchar(1000),
    primary key (shift_id, skill)
);

create sequence shift_addendum_seq start with 1 increment by 50;
create table shift_addendum (
    id bigint primary key,
    force_id bigint not null references force,
    shift_id bigint not null references tutored_shift,
    words varchar(1000) not null,
    written_at timestamp(6) with time zone not null,
    written_by varchar(200) not null,
    written_by_ref varchar(60) not null
);
create index shift_addendum_of_force on shift_addendum (force_id);
create index shift_addendum_of_shift on shift_addendum (shift_id);
