create sequence import_batch_seq start with 1 increment by 50;
create table import_batch (
    id bigint primary key,
    ref varchar(12) not null unique,
    force_id bigint not null references force,
    kind varchar(12) not null,
    file_name varchar(200) not null,
    byte_count bigint not null,
    sha256 varchar(64) not null,
    encoding varchar(60) not null,
    delimiter varchar(12) not null,
    delimiter_chosen boolean not null,
    row_count integer not null,
    blank_rows integer not null,
    short_rows integer not null,
    mapping jsonb not null,
    left_out jsonb not null,
    state varchar(12) not null,
    new_count integer not null,
    changed_count integer not null,
    same_count integer not null,
    refused_count integer not null,
    left_out_count integer not null,
    uploaded_at timestamp(6) with time zone not null,
    uploaded_by varchar(200) not null,
    committed_at timestamp(6) with time zone,
    committed_by varchar(200),
    version integer not null
);
create index import_batch_of_force on import_batch (force_id, uploaded_at);

-- apart from the batch, so that lists do not load it
create table imported_file (
    batch_id bigint primary key references import_batch,
    force_id bigint not null references force,
    content bytea not null
);

create sequence imported_row_seq start with 1 increment by 50;
create table imported_row (
    id bigint primary key,
    force_id bigint not null references force,
    batch_id bigint not null references import_batch,
    row_no integer not null,
    outcome varchar(8) not null,
    volunteer_id bigint not null references volunteer
);
create index imported_row_of_batch on imported_row (batch_id, row_no);
create index imported_row_of_volunteer on imported_row (volunteer_id);
