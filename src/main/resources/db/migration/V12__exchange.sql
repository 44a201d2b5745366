-- a workbook has sheets and no delimiter; an import can be undone
alter table import_batch alter column delimiter drop not null;
alter table import_batch add column sheet_name varchar(200);
alter table import_batch add column mapped_like varchar(300);
alter table import_batch add column in_background boolean not null default false;
alter table import_batch add column seen_mark varchar(64);
alter table import_batch add column ignored jsonb;
alter table import_batch add column undone_at timestamp(6) with time zone;
alter table import_batch add column undone_by varchar(200);
alter table import_batch add column undone_because varchar(500);

create sequence remembered_mapping_seq start with 1 increment by 50;
create table remembered_mapping (
    id bigint primary key,
    force_id bigint not null references force,
    kind varchar(12) not null,
    headings varchar(64) not null,
    mapping jsonb not null,
    used_at timestamp(6) with time zone not null,
    used_by varchar(200) not null
);
create index remembered_mapping_of_headings on remembered_mapping (force_id, kind, headings, used_at);

-- what a file brought about whom; takes the place of imported_row
drop table imported_row;
drop sequence imported_row_seq;
create sequence brought_in_seq start with 1 increment by 50;
create table brought_in (
    id bigint primary key,
    force_id bigint not null references force,
    volunteer_id bigint references volunteer,
    person_ref varchar(12) not null,
    import_ref varchar(12) not null,
    file_name varchar(200) not null,
    row_no integer not null,
    is_new boolean not null,
    facts jsonb not null,
    previous jsonb not null,
    brought_at timestamp(6) with time zone not null,
    brought_by varchar(200) not null,
    undone_at timestamp(6) with time zone
);
create index brought_in_of_import on brought_in (import_ref, row_no);
create index brought_in_of_volunteer on brought_in (volunteer_id, brought_at);
create index brought_in_of_person on brought_in (person_ref);

create sequence tier_grant_seq start with 1 increment by 50;
create table tier_grant (
    id bigint primary key,
    force_id bigint not null references force,
    volunteer_id bigint not null references volunteer,
    tier varchar(2) not null,
    granted_on date not null,
    ended_on date,
    recorded_at timestamp(6) with time zone not null,
    recorded_by varchar(200) not null
);
create index tier_grant_of_volunteer on tier_grant (volunteer_id, granted_on);

-- how far the work on a long file is: apart from the batch, which that work holds
create table import_progress (
    batch_id bigint primary key references import_batch,
    force_id bigint not null references force,
    what varchar(12) not null,
    rows_done integer not null,
    rows_total integer not null,
    begun_at timestamp(6) with time zone not null,
    begun_by varchar(200) not null,
    seen_at timestamp(6) with time zone not null,
    ended_at timestamp(6) with time zone,
    cancelled boolean not null,
    fault varchar(1000)
);

create sequence checked_line_seq start with 1 increment by 50;
create table checked_line (
    id bigint primary key,
    force_id bigint not null references force,
    batch_id bigint not null references import_batch,
    row_no integer not null,
    outcome varchar(8) not null,
    line jsonb not null
);
create index checked_line_of_batch on checked_line (batch_id, outcome, row_no);
