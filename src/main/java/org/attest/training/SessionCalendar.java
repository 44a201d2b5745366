package org.attest.training;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.property.Method;
import java.util.Date;

/** A place in a session as a file for the person's own calendar. It says when, where and with whom, and never what for. */
final class SessionCalendar {

    private SessionCalendar() {}

    static String of(Seat seat) {
        var session = seat.session;
        var event = new VEvent();
        event.setUid(seat.ref + "@attest");
        event.setDateTimeStamp(Date.from(seat.joinedAt));
        event.setSummary("Appointment with " + session.force.name);
        // a calendar that has the event already takes the later one
        event.setSequence(session.version);
        event.setLocation(session.place);
        event.setDateStart(Date.from(session.startsAt));
        event.setDateEnd(Date.from(session.endsAt));
        event.setDescription("Sign in to Attest to see how to come and what to bring, or to leave it.");
        var calendar = new ICalendar();
        calendar.setProductId("-//Attest//Sessions//EN");
        calendar.setMethod(Method.publish());
        calendar.addEvent(event);
        return Biweekly.write(calendar).go();
    }
}
