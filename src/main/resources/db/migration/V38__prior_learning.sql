-- of what day the evidence is by which prior learning was accepted in place of a module
alter table qualification add column prior_on date;
