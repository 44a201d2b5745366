-- the vetting form as the applicant writes it, part by part, sealed with the case's key. What was sent stays: whatever is
-- written after a sending is another edition
create sequence vetting_form_sheet_seq start with 1 increment by 50;
create table vetting_form_sheet (
    id bigint primary key,
    force_id bigint not null references force,
    case_id bigint not null references vetting_case,
    part varchar(16) not null,
    -- how often the form had been sent when this was begun
    edition integer not null,
    -- another one with each saving
    stamp varchar(12) not null,
    sealed bytea not null,
    saved_at timestamp(6) with time zone not null,
    unique (case_id, part, edition)
);
