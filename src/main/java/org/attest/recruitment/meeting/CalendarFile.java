package org.attest.recruitment.meeting;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.property.Method;
import java.time.Duration;
import java.util.Date;

/** A booking as a file for the person's own calendar. It says when, where and with whom, and never what for. */
final class CalendarFile {

    private CalendarFile() {}

    static String of(Booking booking) {
        var slot = booking.slot;
        var event = new VEvent();
        event.setUid(booking.ref + "@attest");
        event.setDateTimeStamp(Date.from(booking.bookedAt));
        event.setSummary("Appointment with " + booking.force.name);
        event.setLocation(slot.place);
        event.setDateStart(Date.from(slot.startsAt));
        event.setDateEnd(Date.from(slot.startsAt.plus(Duration.ofMinutes(slot.minutes))));
        event.setDescription("Sign in to Attest to see what to bring, or to change it.");
        var calendar = new ICalendar();
        calendar.setProductId("-//Attest//Meetings//EN");
        calendar.setMethod(Method.publish());
        calendar.addEvent(event);
        return Biweekly.write(calendar).go();
    }
}
