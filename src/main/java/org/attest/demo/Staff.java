package org.attest.demo;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.attest.security.Role;

/**
 * Who works with the volunteers of a force, by role. Kent, Gwent and the Metropolitan Police have a named person in every
 * role, because they have demonstration accounts; elsewhere names are drawn.
 */
record Staff(Map<Role, String> names) {

    /** The roles of people who work in a force, in the order in which the sign-in page lists them. */
    static final Map<Role, String> MAILBOXES = mailboxes();

    private static Map<Role, String> mailboxes() {
        var boxes = new LinkedHashMap<Role, String>();
        boxes.put(Role.COORDINATOR, "coordinator");
        boxes.put(Role.VETTING_OFFICER, "vetting");
        boxes.put(Role.VETTING_MANAGER, "vetting-manager");
        boxes.put(Role.APPEALS_CHAIR, "appeals");
        boxes.put(Role.ASSESSOR, "assessor");
        boxes.put(Role.TUTOR, "tutor");
        boxes.put(Role.SUPERVISOR, "supervisor");
        boxes.put(Role.WELFARE_OFFICER, "welfare");
        boxes.put(Role.CLINICIAN, "clinician");
        boxes.put(Role.INSPECTOR, "inspector");
        boxes.put(Role.DATA_PROTECTION_LEAD, "dpo");
        boxes.put(Role.FORCE_LEAD, "lead");
        return boxes;
    }

    private static final Map<String, List<String>> NAMED = Map.of(
            "kent",
            List.of(
                    "Priya Raman",
                    "Joanne Tull",
                    "Ian Prosser",
                    "ACC Meriel Stanbridge",
                    "T Oyelaran",
                    "PC Luke Fernihough",
                    "Sgt Dale Whitcombe",
                    "Hannah Lisle",
                    "Dr Ines Calloway",
                    "Insp Ruth Halloran",
                    "Gideon Sayle",
                    "Supt Elena Marsh"),
            "gwent",
            List.of(
                    "Cerys Rhydderch",
                    "Aled Maddern",
                    "Nerys Cadwallader",
                    "ACC Huw Trahaearn",
                    "Bethan Probert",
                    "PC Ieuan Gethin",
                    "Sgt Ffion Eynon",
                    "Gwilym Bebb",
                    "Dr Anitha Kurian",
                    "Insp Rhodri Penry",
                    "Delyth Gwilliam",
                    "Supt Owain Vaughan-Tudur"),
            "metropolitan",
            List.of(
                    "Marvalyn Beckford",
                    "Kwabena Ansah",
                    "Farzaneh Rostami",
                    "Commander Alice Langthorne",
                    "Piotr Sikora",
                    "PC Nadine Hibbert",
                    "Sgt Imran Shafi",
                    "Coral Samuda",
                    "Dr Yael Mendelow",
                    "Insp Chidi Anyanwu",
                    "Lucía Quintela",
                    "Chief Supt Dominic Ravenscroft"));

    /** Ranks and titles in front of drawn names. */
    private static final Map<Role, String> TITLES = Map.of(
            Role.APPEALS_CHAIR, "ACC ",
            Role.TUTOR, "PC ",
            Role.SUPERVISOR, "Sgt ",
            Role.CLINICIAN, "Dr ",
            Role.INSPECTOR, "Insp ",
            Role.FORCE_LEAD, "Supt ");

    static Staff of(String slug, Names names, Random random) {
        if (hasAccountsIn(slug)) return named(slug);
        var staff = new EnumMap<Role, String>(Role.class);
        for (var role : MAILBOXES.keySet()) {
            var drawn = names.draw(random);
            var name = drawn.full().matches("\\p{IsLatin}.*") ? drawn.full() : drawn.knownAs();
            staff.put(role, TITLES.getOrDefault(role, "") + name);
        }
        return new Staff(staff);
    }

    /** The named people of one of the three forces. */
    static Staff named(String slug) {
        var staff = new EnumMap<Role, String>(Role.class);
        var named = NAMED.get(slug).iterator();
        MAILBOXES.keySet().forEach(role -> staff.put(role, named.next()));
        return new Staff(staff);
    }

    static boolean hasAccountsIn(String slug) {
        return NAMED.containsKey(slug);
    }

    String name(Role role) {
        return names.get(role);
    }
}
