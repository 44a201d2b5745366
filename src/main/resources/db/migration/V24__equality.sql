-- what people say about themselves to show whether vetting treats people alike (vetting rule 39): apart from case and record,
-- sealed with a key of its own
create sequence equality_reply_seq start with 1 increment by 50;
create table equality_reply (
    id bigint primary key,
    ref varchar(12) not null unique,
    force_id bigint not null references force,
    volunteer_id bigint not null references volunteer,
    sealed bytea not null,
    saved_at timestamp(6) with time zone not null
);
create index equality_reply_of_volunteer on equality_reply (volunteer_id);
create index equality_reply_of_force on equality_reply (force_id);
