package org.attest.volunteer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.LockModeType;
import java.util.List;
import org.attest.audit.Actor;
import org.attest.audit.Deed;
import org.attest.force.Everywhere;
import org.attest.force.Reference;
import org.attest.security.Account;
import org.attest.security.AccountRecords;
import org.attest.web.Refused;

/**
 * Links accounts to records for administrators, who hold no force and see no record: they type the reference that the
 * coordinator read to them, and are told no more than the force.
 */
@ApplicationScoped
class RecordsOfAccounts implements AccountRecords {

    @Inject
    Event<Deed> deeds;

    @Override
    public List<Opened> of(Account account) {
        return Everywhere.call(() -> Volunteer.allByAccount(account.id).stream()
                .map(person -> new Opened(person.ref, person.force.name))
                .toList());
    }

    @Override
    public void open(Account account, String typedRef, Actor by) {
        Everywhere.run(() -> {
            var person = Volunteer.byRef(typedRef)
                    .orElseThrow(() -> new Refused(
                            "No record has the reference " + shortened(typedRef)
                                    + ". The coordinator of the force reads it from the record",
                            ""));
            Volunteer.getEntityManager().lock(person, LockModeType.PESSIMISTIC_WRITE);
            if (!account.opensOwnRecordIn(person.force)) {
                throw new Refused(
                        "The record is of " + person.force.name + ", where the account is neither volunteer nor"
                                + " applicant: give the role first",
                        "");
            }
            deeds.fire(person.linkTo(account.id, account.ref, by));
            Volunteer.flush();
        });
    }

    @Override
    public void close(Account account, String ref, Actor by) {
        Everywhere.run(() -> {
            var person = Volunteer.allByAccount(account.id).stream()
                    .filter(p -> p.ref.equals(ref))
                    .findFirst()
                    .orElseThrow(() -> new Refused("The account does not open this record", ""));
            deeds.fire(person.unlink(account.ref, by));
        });
    }

    private static String shortened(String typed) {
        var ref = Reference.grouped(Reference.normalise(typed));
        return ref.length() > 20 ? ref.substring(0, 20) + "…" : ref;
    }
}
