-- completions of training that another system recorded
alter table qualification add column import_ref varchar(12);
alter table qualification add column import_undone boolean not null default false;
create index qualification_of_import on qualification (import_ref);

-- which module each course of the file is, as chosen
alter table import_batch add column courses jsonb;

-- as it was chosen the last time in the force; rows are only added
create sequence remembered_course_seq start with 1 increment by 50;
create table remembered_course (
    id bigint primary key,
    force_id bigint not null references force,
    course varchar(300) not null,
    meant varchar(40) not null,
    used_at timestamp(6) with time zone not null,
    used_by varchar(200) not null
);
create index remembered_course_of_force on remembered_course (force_id, used_at);
