package org.attest.notice;

import java.time.LocalDate;
import java.util.List;
import org.attest.force.Force;

/**
 * Whoever has dated things that somebody must not forget implements it as a bean; reminders, escalation and the coverage
 * list follow. A thing that is done is no longer handed out, and with that its reminders stop.
 */
public interface DueSource {

    DueKind kind();

    /**
     * Everything of the force that is still open and whose day is at the latest that one, however long ago it was. A fixed
     * number of statements, whatever the number of people; called with the force in scope.
     */
    List<Due> open(Force force, LocalDate until, LocalDate today);
}
