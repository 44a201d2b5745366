-- which day a part's answers are of that were carried over from an earlier form and not opened and saved since; null for
-- what the applicant wrote into this form
alter table vetting_form_sheet add column carried_on date;

-- what the applicant chose when they began a form and had filled one in before: once for each case
create sequence vetting_form_start_seq start with 1 increment by 50;
create table vetting_form_start (
    id bigint primary key,
    force_id bigint not null references force,
    case_id bigint not null unique references vetting_case,
    -- the case whose form was carried over; null where they began with an empty one
    from_case_id bigint references vetting_case,
    chosen_at timestamp(6) with time zone not null
);
