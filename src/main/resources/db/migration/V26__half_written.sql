-- what somebody of the case team has begun to write into a form of a case and not sent, sealed with the case's key and
-- read by its author alone. It goes with the deed it was for
create sequence vetting_half_written_seq start with 1 increment by 50;
create table vetting_half_written (
    id bigint primary key,
    force_id bigint not null references force,
    case_id bigint not null references vetting_case,
    kind varchar(16) not null,
    author_ref varchar(60) not null,
    -- what the evidence was when it was written
    mark varchar(32) not null,
    sealed bytea not null,
    saved_at timestamp(6) with time zone not null,
    unique (case_id, author_ref, kind)
);
create index vetting_half_written_of_author on vetting_half_written (author_ref);
