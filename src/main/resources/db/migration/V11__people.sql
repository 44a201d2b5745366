-- an appointment that was taken back before it began; never a period
alter table appointment add column withdrawn_at timestamp(6) with time zone;
alter table appointment add column withdrawn_by varchar(200);

-- names people had before: by them somebody is recognised who comes again under another
create sequence former_name_seq start with 1 increment by 50;
create table former_name (
    id bigint primary key,
    force_id bigint not null references force,
    volunteer_id bigint not null references volunteer,
    full_name varchar(200) not null,
    recorded_at timestamp(6) with time zone not null,
    recorded_by varchar(200) not null
);
create index former_name_of_volunteer on former_name (volunteer_id);
create index former_name_of_force on former_name (force_id);

-- two people whom somebody told apart; taken back, never deleted while both records stand
create sequence told_apart_seq start with 1 increment by 50;
create table told_apart (
    id bigint primary key,
    force_id bigint not null references force,
    one_id bigint not null references volunteer,
    other_id bigint not null references volunteer,
    recorded_at timestamp(6) with time zone not null,
    recorded_by varchar(200) not null,
    taken_back_at timestamp(6) with time zone,
    taken_back_by varchar(200)
);
create index told_apart_one on told_apart (one_id);
create index told_apart_other on told_apart (other_id);
create index told_apart_of_force on told_apart (force_id);

-- what is left of a record that was merged into another: no list, no count and no file knows it, its reference leads on
create sequence merged_record_seq start with 1 increment by 50;
create table merged_record (
    id bigint primary key,
    ref varchar(12) not null unique,
    force_id bigint not null references force,
    volunteer_id bigint not null references volunteer,
    full_name varchar(200) not null,
    said jsonb not null,
    aside jsonb not null,
    how varchar(500) not null,
    recorded_at timestamp(6) with time zone not null,
    recorded_by varchar(200) not null
);
create index merged_record_of_volunteer on merged_record (volunteer_id);
create index merged_record_of_force on merged_record (force_id);

-- one record of a force for one account
create unique index volunteer_account_in_force on volunteer (force_id, account_id);
