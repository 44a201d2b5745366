-- evidence of vetting cases: what lists show, the name sealed; and what it holds, which no list loads
create sequence vetting_file_seq start with 1 increment by 50;
create table vetting_file (
    id bigint primary key,
    ref varchar(12) not null unique,
    force_id bigint not null references force,
    case_id bigint not null references vetting_case,
    -- the check it belongs to; null where it belongs to the case
    code varchar(4),
    type varchar(8) not null,
    size_bytes bigint not null,
    scanned boolean not null,
    -- what the sender's computer called it
    sealed_name bytea not null,
    added_at timestamp(6) with time zone not null,
    added_by varchar(200) not null,
    struck_at timestamp(6) with time zone,
    struck_by varchar(200),
    sealed_why_struck bytea
);
create index vetting_file_of_case on vetting_file (case_id);

create table vetting_file_content (
    file_id bigint primary key references vetting_file,
    force_id bigint not null references force,
    sealed bytea not null
);
