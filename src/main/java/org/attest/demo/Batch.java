package org.attest.demo;

import java.util.ArrayList;
import java.util.List;
import org.attest.vetting.Clearance;
import org.attest.volunteer.Appointment;
import org.attest.volunteer.Attestation;
import org.attest.volunteer.Cohort;
import org.attest.volunteer.Eligibility;
import org.attest.volunteer.Equipment;
import org.attest.volunteer.Hold;
import org.attest.volunteer.StageChange;
import org.attest.volunteer.Volunteer;

/** The rows of one force, made in memory and stored together; later rows point at earlier ones. */
final class Batch {

    final List<Cohort> cohorts = new ArrayList<>();
    final List<Volunteer> people = new ArrayList<>();
    final List<StageChange> stages = new ArrayList<>();
    final List<Eligibility> eligibility = new ArrayList<>();
    final List<Appointment> appointments = new ArrayList<>();
    final List<Attestation> attestations = new ArrayList<>();
    final List<Equipment> equipment = new ArrayList<>();
    final List<Hold> holds = new ArrayList<>();
    final List<Clearance> clearances = new ArrayList<>();

    /** What has no rows of its own behind it, in the order in which it can be stored after the people. */
    List<List<?>> facts() {
        return List.of(stages, eligibility, appointments, attestations, equipment, holds);
    }

    int rows() {
        return cohorts.size()
                + people.size()
                + clearances.size()
                + facts().stream().mapToInt(List::size).sum();
    }
}
